"""``make eval``: how well messages are understood, on the part for development and on the part kept aside.

The messages were written by people who had seen neither the grammars nor the training data. They were split once;
nobody tunes to the part kept aside. Prints a table; ``--show`` lists what went wrong in the part for development.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from nlu.context import beside_a_question
from nlu.reader import read
from nlu.understand import Understanding, load_model, silence_rasa
from tests.nlu.scoring import BESIDE, Annotated, judge, load
from tests.noc import evaluate as titles

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
SURE = 0.4
PARTS = {"development": HERE / "development.jsonl", "kept aside": HERE / "kept_aside.jsonl"}
GROUPS = {
    "periods": {"period", "date", "duration"},
    "hours": {"hours"},
    "tests": {"test", "test_date", "overall", "clb"},
    "scores": {"scores"},
    "titles": {"title", "noc"},
    "exclusions": {"exclusion"},
    "person": {"outside_quebec", "inadmissibility"},
    "beside": set(BESIDE),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Evaluate both parts and print the table."""
    parser = argparse.ArgumentParser(prog="make eval", description=__doc__)
    parser.add_argument("--show", action="store_true", help="list the failures of the part for development")
    parser.add_argument("--model", default="models/cec.tar.gz", help="the trained model")
    options = parser.parse_args(arguments)
    silence_rasa()
    model = load_model(Path(options.model))
    columns = {}
    for name, path in PARTS.items():
        messages = load(path)
        guesses = [model.classify(message.text) for message in messages]
        columns[name] = figures(messages, guesses, show=options.show and name == "development")
    rows = list(next(iter(columns.values())))
    print(f"{'':32}" + "".join(f"{name:>14}" for name in columns))
    for row in rows:
        print(f"{row:32}" + "".join(f"{column.get(row, ''):>14}" for column in columns.values()))
    if options.show:
        print("", *titles.failures(), sep="\n")
    print("", *titles.table(), sep="\n")


def figures(messages: Sequence[Annotated], guesses: Sequence[Understanding], *, show: bool) -> dict[str, str]:
    """The figures of one part, by name, in the order to print."""
    table = {"messages": str(len(messages))}
    intents = [(m.intent, g.intent) for m, g in zip(messages, guesses, strict=True)]
    table["intent accuracy"] = _share(sum(a == b for a, b in intents), len(intents))
    table["intent macro F1"] = f"{_macro_f1(intents):.3f}"
    topics = [(m.label, g.label) for m, g in zip(messages, guesses, strict=True) if m.topic]
    table["FAQ topic accuracy"] = _share(sum(a == b for a, b in topics), len(topics))
    seconds, right, silent, full = [], 0, 0, 0
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for message, guess in zip(messages, guesses, strict=True):
        start = time.perf_counter()
        facts = read(message.text, TODAY, message.asked)
        facts = beside_a_question(facts) if guess.topic else facts
        seconds.append(time.perf_counter() - start)
        verdict = judge(message, facts)
        right += verdict.right
        silent += bool(verdict.silent)
        full += verdict.right and guess.label == message.label
        for name, kinds in GROUPS.items():
            has_any = any(f["kind"] in kinds for f in message.facts) or any(f.kind in kinds for f in facts)
            if has_any:
                by_kind[name]["all"] += 1
                by_kind[name]["right"] += judge(message, facts, frozenset(kinds)).right
        if show and not verdict.right:
            print(f"{message.text!r} (asked {message.asked})\n   missed {verdict.missed}\n   silent {verdict.silent}")
        if show and guess.label != message.label:
            print(f"{message.text!r}: {guess.label} ({guess.confidence:.2f}), not {message.label}")
    table["facts exactly right"] = _share(right, len(messages))
    table["wrong and silent"] = _share(silent, len(messages))
    table["message fully right"] = _share(full, len(messages))
    for name in GROUPS:
        table[f"  {name} right"] = _share(by_kind[name]["right"], by_kind[name]["all"])
    table["reading, median ms"] = f"{statistics.median(seconds) * 1000:.2f}"
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part})" if whole else "-"


def _macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    scores = []
    for label in {wanted for wanted, _ in pairs}:
        hit = sum(a == b == label for a, b in pairs)
        wrong = sum((a == label) != (b == label) for a, b in pairs)
        scores.append(2 * hit / (2 * hit + wrong))
    return statistics.mean(scores)


if __name__ == "__main__":
    main()
