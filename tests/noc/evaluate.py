"""``python -m tests.noc.evaluate``: how well job titles lead to their unit group, beside the bars that are to be met.

The titles were written, with their unit groups, by people who had seen neither the tables nor the search. Two more of
them judged each title without knowing what its author had said; what two of the three say holds. A title stands in one
part only; nobody tunes to the part kept aside, and nothing of it is ever listed. ``--show`` lists what went wrong in
the part for development.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import noc
from noc.tables import rows

HERE: Final = Path(__file__).parent
PARTS: Final = {"development": "development", "kept aside": "kept_aside"}
#: The share that each row of the table has to reach.
BARS: Final[Mapping[str, float]] = {
    "right group first": 0.90,
    "right group among three": 0.96,
    "answered as sure": 0.75,
    "TEER of a sure answer right": 0.99,
    "ambiguous, asked about": 0.95,
    "duties: right group first": 0.70,
    "duties: right among three": 0.88,
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A title as somebody typed it, the unit groups it may be of, the likeliest first, and whether an adviser asks."""

    title: str
    groups: tuple[str, ...]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the titles that a row of the table is about were right."""

    right: int
    of: int

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 0.0

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.right}/{self.of})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints both parts side by side."""
    parser = argparse.ArgumentParser(prog="python -m tests.noc.evaluate", description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what went wrong in the part for development")
    options = parser.parse_args(arguments)
    if options.show:
        for line in failures():
            print(line)
    print("\n".join(table()))


def table() -> Iterator[str]:
    """The lines of the table of both parts and the bars."""
    columns = {name: figures(part) for name, part in PARTS.items()}
    yield f"{'titles':32}" + "".join(f"{name:>18}" for name in columns) + f"{'bar':>8}"
    for row, bar in BARS.items():
        yield f"{row:32}" + "".join(f"{column[row]!s:>18}" for column in columns.values()) + f"{bar:>8.2f}"


def figures(part: str) -> dict[str, Share]:
    """The figures of one part, by the rows of the table."""
    judged = [(said, _codes(said.title), _sure(said.title)) for said in load(HERE / f"titles_{part}.jsonl")]
    plain = [(said.groups[0], codes, sure) for said, codes, sure in judged if not said.ambiguous]
    sure_of = [(said.groups, sure) for said, _, sure in judged if sure]
    duties = [(right, _duties(said)) for said, right in load_duties(part)]
    return {
        "right group first": _share(codes[:1] == [right] for right, codes, _ in plain),
        "right group among three": _share(right in codes for right, codes, _ in plain),
        "answered as sure": _share(sure is not None for _, _, sure in plain),
        "TEER of a sure answer right": _share(_same_teer(groups, sure) for groups, sure in sure_of),
        "ambiguous, asked about": _share(sure is None for said, _, sure in judged if said.ambiguous),
        "duties: right group first": _share(bool(right.intersection(codes[:1])) for right, codes in duties),
        "duties: right among three": _share(bool(right.intersection(codes)) for right, codes in duties),
    }


def failures(part: str = "development") -> Iterator[str]:
    """A line for each title that was not answered as it should be."""
    for said in load(HERE / f"titles_{part}.jsonl"):
        codes, sure = _codes(said.title), _sure(said.title)
        if said.ambiguous:
            wrong = "sure, though ambiguous" if sure else ""
        elif sure:
            wrong = "" if [sure] == list(said.groups) else "sure and wrong"
        elif said.groups[0] not in codes:
            wrong = "not offered"
        else:
            wrong = "asked" if codes[0] == said.groups[0] else "not first"
        if wrong:
            yield f"{wrong:24}{said.title!r}: {';'.join(codes) or '-'}, should be {';'.join(said.groups) or '-'}"
    for text, right in load_duties(part):
        if not right.intersection(found := _duties(text)):
            yield f"{'duties, not offered':24}{text!r}: {';'.join(found) or '-'}, should be {';'.join(sorted(right))}"


def load(path: Path) -> list[Annotated]:
    """The titles of one file."""
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Annotated(entry["title"], tuple(entry["groups"]), entry["ambiguous"]) for entry in entries]


def load_duties(part: str) -> list[tuple[str, set[str]]]:
    """What people said that they do all day, and the code of every right answer."""
    return [(said, set(right.split(";"))) for _, (said, right) in rows(HERE / f"duties_{part}.csv", ("said", "right"))]


def _codes(title: str) -> list[str]:
    return [candidate.unit_group.code for candidate in noc.search(title).candidates]


def _sure(title: str) -> str | None:
    match = noc.search(title)
    return match.candidates[0].unit_group.code if match.kind in ("sure", "code") else None


def _duties(text: str) -> list[str]:
    return [candidate.unit_group.code for candidate in noc.search_duties(text)]


def _same_teer(groups: Sequence[str], code: str) -> bool:
    """Whether the TEER of an answer is that of the likeliest group; a broad title has none that is right."""
    return bool(groups) and groups[0][1] == code[1]


def _share(verdicts: Iterable[bool]) -> Share:
    kept = list(verdicts)
    return Share(sum(kept), len(kept))


if __name__ == "__main__":
    main()
