"""Conversations in which nobody has written for a while are erased: `python -m stores.retention`, `make retain`.

The website's server does the same by itself, every few hours; this is for those who want it at a time of their own.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa
from rasa.shared.core.domain import Domain

from stores.forgetting import ForgettingTrackerStore
from stores.keeping import KEEP_DAYS, STANDARD_DAYS, keep_days

_DAY: Final = 24 * 60 * 60
_AT_ONCE: Final = 200  # conversations; each is erased in a transaction of its own, so that nobody waits for long


def retain(store: ForgettingTrackerStore, days: int, now: float | None = None) -> int:
    """Erase all conversations whose last event is more than `days` before `now`; returns how many there were.

    now: seconds since 1970. Raises what the database raises.
    """
    oldest = (time.time() if now is None else now) - days * _DAY
    erased = 0
    while idle := _idle(store, oldest):
        store.forget(*idle)
        erased += len(idle)
    return erased


def store_of(environ: Mapping[str, str]) -> ForgettingTrackerStore:
    """The store that the settings name. Raises KeyError where they name none."""
    return ForgettingTrackerStore(Domain.empty(), db=environ["CEC_DATABASE"])


def _idle(store: ForgettingTrackerStore, oldest: float) -> list[str]:
    event = store.SQLEvent
    with store.session_scope() as session:
        by_sender = session.query(event.sender_id).group_by(event.sender_id)
        return [sender for (sender,) in by_sender.having(sa.func.max(event.timestamp) < oldest).limit(_AT_ONCE)]


def main(arguments: list[str] | None = None) -> None:
    """Erase what is too old, and say how much that was."""
    parser = argparse.ArgumentParser(prog="python -m stores.retention", description=__doc__)
    parser.add_argument("--days", type=int, help=f"default: {KEEP_DAYS}, else {STANDARD_DAYS}")
    options = parser.parse_args(arguments)
    try:
        days = keep_days({KEEP_DAYS: str(options.days)} if options.days is not None else os.environ)
    except ValueError as problem:
        sys.exit(str(problem))
    if not os.environ.get("CEC_DATABASE"):
        sys.exit("CEC_DATABASE says where conversations are kept; `make retain` sets it.")
    erased = retain(store_of(os.environ), days)
    print(f"Erased: {erased} {'conversation' if erased == 1 else 'conversations'}, idle for more than {days} days.")


if __name__ == "__main__":
    main()
