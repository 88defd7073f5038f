"""Copy the conversations of SQLite while the assistant runs, and put such a copy back: `make backup`, `make restore`.

docs/operating.md says what to do with PostgreSQL, which has tools of its own for this.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sqlite3
import time
from pathlib import Path

from scripts import ROOT
from scripts.environment import environment
from scripts.progress import Failure, main, say


def backup(database: Path, folder: Path) -> Path:
    """A copy of the database as it stands at one moment, readable by its owner only; returns where it is."""
    if not database.exists():
        raise Failure(f"There is no database at {database}.")
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"conversations-{time.strftime('%Y%m%d-%H%M%S')}.db"
    os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    _copy(database, copy)
    return copy


def restore(copy: Path, database: Path) -> int:
    """Put a copy in the place of the database, with the servers stopped; returns how many conversations it has.

    The copy is checked first, and nothing is touched where it is damaged. Raises Failure.
    """
    try:
        with contextlib.closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as opened:
            (sound,) = opened.execute("pragma integrity_check").fetchone()
            (people,) = opened.execute("select count(distinct sender_id) from events").fetchone()
    except sqlite3.DatabaseError as problem:
        raise Failure(f"{copy} is no copy of the conversations: {problem}") from None
    if sound != "ok":
        raise Failure(f"{copy} is damaged: {sound}")
    database.parent.mkdir(parents=True, exist_ok=True)
    _copy(copy, database)
    return int(people)


def _copy(source: Path, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        new.execute("pragma secure_delete = on")
        old.backup(new)


def _step() -> None:
    parser = argparse.ArgumentParser(prog="python -m scripts.backup", description=__doc__)
    parser.add_argument("--restore", type=Path, metavar="COPY", help="put this copy back")
    options = parser.parse_args()
    place = environment()["CEC_DATABASE"]
    if "://" in place:
        raise Failure("CEC_DATABASE is no file of SQLite; docs/operating.md says how PostgreSQL is copied.")
    if options.restore:
        say(f"Restored: {restore(options.restore, Path(place))} conversations.")
    else:
        say(f"Copied to {backup(Path(place), ROOT / 'var' / 'backups')}")


if __name__ == "__main__":
    main(_step)
