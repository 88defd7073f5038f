"""What the bot did not understand, counted by question and without a word of anybody: `make unanswered`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from stores.forgetting import ForgettingTrackerStore
from stores.retention import store_of

_DAY: Final = 24 * 60 * 60
_ASKS: Final = ("explain_", "ask_")


@dataclass(slots=True)
class Counts:
    """By question: answers that were taken or not. By topic: questions. And what the bot is not for."""

    missed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    out_of_scope: int = 0


def count(store: ForgettingTrackerStore, since: float) -> Counts:
    """Count the replies since a time (seconds since 1970) by the names of their parts; nothing else is looked at."""
    counts, event = Counts(), store.SQLEvent
    with store.session_scope() as session:
        kept = session.query(event.data).filter(event.type_name == "bot", event.timestamp >= since)
        for (data,) in kept.yield_per(500):
            _count_reply(counts, (json.loads(data).get("metadata") or {}).get("parts") or ())
    return counts


def _count_reply(counts: Counts, parts: Iterable[Mapping[str, Any]]) -> None:
    names = [str(part.get("say")) for part in parts]
    questions = [name.partition("_")[2] for name in names if name.startswith(_ASKS)]
    question = questions[0] if questions else "other"
    counts.asked.update([question] if questions else [])
    counts.missed.update([question] if any(name == "sorry" or name.startswith("explain_") for name in names) else [])
    counts.topics.update(name.partition("/")[2] for name in names if name.startswith("utter_faq/"))
    counts.out_of_scope += names.count("utter_out_of_scope")


def table(counts: Counts) -> str:
    """The counts as text, the most frequent first."""
    lines = ["Not understood, by question (of the times it was put):"]
    lines += [f"  {name:32} {number:6} of {counts.asked[name]}" for name, number in counts.missed.most_common()]
    lines += ["  nothing"] if not counts.missed else []
    lines += [f"Beyond what the bot is for: {counts.out_of_scope}", "Questions answered, by topic:"]
    lines += [f"  {name:32} {number:6}" for name, number in counts.topics.most_common()] or ["  none"]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    """Print the table for the days that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m stores.unanswered", description=__doc__)
    parser.add_argument("--days", type=int, default=7, help="how far back; default: 7")
    options = parser.parse_args(arguments)
    if not os.environ.get("CEC_DATABASE"):
        sys.exit("CEC_DATABASE says where conversations are kept; `make unanswered` sets it.")
    print(table(count(store_of(os.environ), time.time() - options.days * _DAY)))


if __name__ == "__main__":
    main()
