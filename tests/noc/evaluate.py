"""Measures the search on titles as people write them: `python -m tests.noc.evaluate`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import noc
from noc.tables import rows

HERE = Path(__file__).parent


@dataclass(slots=True)
class Tally:
    """How a set of titles fared. sure_right + sure_wrong + offered + missed + asked = said."""

    said: int = 0
    sure_right: int = 0
    sure_wrong: int = 0
    offered: int = 0
    missed: int = 0
    asked: int = 0

    @property
    def within_three(self) -> int:
        return self.sure_right + self.offered

    def line(self, name: str) -> str:
        def share(part: int) -> str:
            return f"{part:4} ({part / self.said:4.0%})" if self.said else "   0"

        return (
            f"{name:18} {self.said:5} titles: sure and right {share(self.sure_right)}, "
            f"sure and wrong {share(self.sure_wrong)}, "
            f"right within three {share(self.within_three)}, "
            f"wrong candidates {share(self.missed)}, asked {share(self.asked)}"
        )


def evaluate(path: Path) -> tuple[Tally, list[str]]:
    """The tally of one file (columns said, right) and a line for each title that was not found."""
    tally = Tally()
    wrong: list[str] = []
    for said, right in read(path):
        match = noc.search(said)
        found = [candidate.unit_group.code for candidate in match.candidates]
        tally.said += 1
        if match.kind == "sure":
            outcome = "sure_right" if found[0] in right else "sure_wrong"
        elif not found:
            outcome = "asked"
        else:
            outcome = "offered" if right.intersection(found) else "missed"
        setattr(tally, outcome, getattr(tally, outcome) + 1)
        if outcome not in ("sure_right", "offered"):
            wrong.append(f"  {outcome:10} {said!r}: {match.kind} {found}, right is {';'.join(sorted(right))}")
    return tally, wrong


def evaluate_duties(path: Path) -> tuple[int, int, int, list[str]]:
    """First right, right within three, how many were said, and a line for each not found."""
    first = within_three = said = 0
    wrong: list[str] = []
    for text, right in read(path):
        found = [candidate.unit_group.code for candidate in noc.search_duties(text)]
        said += 1
        first += bool(found) and found[0] in right
        within_three += bool(right.intersection(found))
        if not right.intersection(found):
            wrong.append(f"  {text!r}: {found}, right is {';'.join(sorted(right))}")
    return first, within_three, said, wrong


def read(path: Path) -> Iterator[tuple[str, set[str]]]:
    """What was said and the codes of every right answer."""
    for _, (said, right) in rows(path, ("said", "right")):
        yield said, set(right.split(";"))


def main() -> int:
    """Prints a line for each file; what was kept aside is never listed, nor tuned on."""
    parser = argparse.ArgumentParser(prog="python -m tests.noc.evaluate", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="CSV files with the columns said,right")
    parser.add_argument("--wrong", action="store_true", help="list what was not found")
    arguments = parser.parse_args()
    for path in arguments.files or sorted(HERE.glob("*.csv")):
        if path.stem.startswith("duties"):
            first, within_three, said, wrong = evaluate_duties(path)
            print(f"{path.stem:18} {said:5} duties: first {first / said:.0%}, within three {within_three / said:.0%}")
        else:
            tally, wrong = evaluate(path)
            print(tally.line(path.stem))
        if arguments.wrong and "kept_aside" not in path.stem:
            print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
