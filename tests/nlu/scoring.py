"""Holds what was read from a message against what a careful person takes from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nlu.facts import Fact

#: Kinds that the answer does not rest on: they are reported, and a message can be right without them.
BESIDE: Final = frozenset({"permit", "place", "job_ref", "number", "numbers", "duration"})


@dataclass(frozen=True, slots=True)
class Annotated:
    """A message as a person wrote it, with what another person takes from it."""

    text: str
    asked: str | None
    intent: str
    topic: str | None
    facts: tuple[Mapping[str, Any], ...]

    @property
    def label(self) -> str:
        """The full intent: "faq/co_op" where there is a topic."""
        return f"{self.intent}/{self.topic}" if self.topic else self.intent


def load(path: Path) -> list[Annotated]:
    """The messages of a JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Annotated(
            row["text"],
            row.get("asked"),
            row["intent"],
            row.get("topic"),
            tuple(row.get("facts", ())),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the facts of one message.

    right: everything was read, nothing else. silent: something was taken as certain that is not so, and that the
    person is not asked about. missed: something was not read, which is asked for later.
    """

    right: bool
    silent: tuple[str, ...]
    missed: tuple[str, ...]


def judge(message: Annotated, read: Sequence[Fact], kinds: frozenset[str] | None = None) -> Verdict:
    """Compare the facts read with those annotated; kinds: only these (default: all that the answer rests on)."""
    wanted = [_plain(f["kind"], f["value"], f.get("ambiguous", False), f.get("job")) for f in message.facts]
    got = [_plain(f.kind, f.value, f.ambiguous, f.job) for f in read]
    several = len({job for *_, job in wanted if job is not None}) > 1
    wanted, got = ([_chosen(fact, several) for fact in facts if _counts(fact, kinds)] for facts in (wanted, got))
    extra = [fact for fact in got if fact not in wanted]
    missed = [fact for fact in wanted if fact not in got]
    doubted = {kind for kind, _, ambiguous, _ in got if ambiguous}
    silent = [str(fact) for fact in extra if not fact[2] and fact[0] not in doubted]
    return Verdict(not extra and not missed, tuple(silent), tuple(str(fact) for fact in missed))


_Plain = tuple[str, str, bool, "int | None"]


def _plain(kind: str, value: Mapping[str, Any], ambiguous: bool, job: int | None) -> _Plain:
    """A fact so that equal facts are equal: numbers without idle zeros, nothing that is null or false."""
    if ambiguous:
        # What an ambiguous fact holds is a guess anyway; what matters is that it is asked about.
        return kind, "?", True, job
    tidy = {key: _tidy(item) for key, item in value.items() if item not in (None, False) and key != "employer"}
    if kind in ("exclusion", "inadmissibility", "outside_quebec"):
        tidy = {key: _tidy(item) for key, item in value.items() if item is not None}
    return kind, json.dumps(tidy, sort_keys=True), False, job


def _tidy(item: Any) -> Any:
    if isinstance(item, str) and item.replace(".", "", 1).isdecimal() and "." in item:
        return item.rstrip("0").rstrip(".")
    return [_tidy(one) for one in item] if isinstance(item, list) else item


def _counts(fact: _Plain, kinds: frozenset[str] | None) -> bool:
    return fact[0] in kinds if kinds is not None else fact[0] not in BESIDE


def _chosen(fact: _Plain, several: bool) -> _Plain:
    return fact if several else (fact[0], fact[1], fact[2], None)
