"""Stamps say that a step is done for exactly these inputs.

They go by content: a fresh clone works, and touching a file changes nothing.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from pathlib import Path
from typing import Iterable, Iterator

from scripts.progress import say

_NOT_INPUTS = {"__pycache__"}


def digest(root: Path, inputs: Iterable[str], *facts: str) -> str:
    """The SHA-256 of `facts` and of the files under `inputs`, which are relative to `root`.

    Names count as well as contents, so a renamed or removed file changes the digest. Bytecode
    folders and hidden files (editors' leftovers) do not count.
    """
    total = hashlib.sha256()
    for fact in facts:
        total.update(f"fact {fact}\n".encode())
    for name in inputs:
        for file in _files(root / name):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            total.update(f"{file.relative_to(root).as_posix()} {content}\n".encode())
    return total.hexdigest()


def is_fresh(stamp: Path, expected: str) -> bool:
    """Whether the step that wrote `stamp` was finished with the inputs digested in `expected`."""
    return stamp.is_file() and stamp.read_text().strip() == expected


def write(stamp: Path, reached: str) -> None:
    """Record a finished step; atomic, so an interruption leaves no stamp or a whole one."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    unfinished = stamp.with_name(f"{stamp.name}.{os.getpid()}")
    unfinished.write_text(reached + "\n")
    unfinished.replace(stamp)


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Keep other processes out of the steps of `folder`, such as a `make` in a second terminal."""
    lock = os.open(str(folder), os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another make in this folder to finish")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        for child in sorted(path.iterdir()):
            if child.name not in _NOT_INPUTS and not child.name.startswith("."):
                yield from _files(child)
