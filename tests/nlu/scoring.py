"""Holds what was read from a message against what a careful person takes from it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import noc
from nlu.facts import SKILLS, Fact

#: Kinds that the answer does not rest on: they are reported, and a message can be right without them.
BESIDE: Final = frozenset({"permit", "place", "job_ref", "number", "numbers", "duration", "duties"})


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
    wanted, got = _leveled(message, wanted), _leveled(message, got)
    wanted, got = ([_chosen(fact, several) for fact in facts if _counts(fact, kinds)] for facts in (wanted, got))
    extra = [fact for fact in got if fact not in wanted]
    missed = [fact for fact in wanted if fact not in got]
    doubted = {kind for kind, _, ambiguous, _ in got if ambiguous}
    silent = [str(fact) for fact in extra if not fact[2] and fact[0] not in doubted and not _is_open(fact, wanted)]
    return Verdict(not extra and not missed, tuple(silent), tuple(str(fact) for fact in missed))


def _is_open(fact: _Plain, wanted: Sequence[_Plain]) -> bool:
    """What is right as far as it goes, and whose rest is asked, so that nothing wrong is taken.

    A period with no end yet; an exclusion with no days; a title with a word more or less that is the same unit group.
    """
    kind, value, _, job = fact
    if kind == "exclusion":
        told = json.loads(value)
        return told["present"] and len(told) == 2 and any(_is_of_reason(told["reason"], other) for other in wanted)
    if kind == "title":
        return any(_is_same_work(value, other) for other in wanted)
    goes_on = json.dumps({**json.loads(value), "ongoing": True}, sort_keys=True)
    return kind == "period" and set(json.loads(value)) == {"start"} and (kind, goes_on, False, job) in wanted


def _is_same_work(value: str, fact: _Plain) -> bool:
    kind, other, ambiguous, _ = fact
    if kind != "title" or ambiguous:
        return False
    one, two = (json.loads(told)["title"] for told in (value, other))
    groups = [[found.unit_group.code for found in noc.search(title).candidates] for title in (one, two)]
    nested = set(one.split()) <= set(two.split()) or set(two.split()) <= set(one.split())
    return nested and bool(groups[0]) and groups[0] == groups[1]


def _is_of_reason(reason: str, fact: _Plain) -> bool:
    kind, value, ambiguous, _ = fact
    told = {} if ambiguous or kind != "exclusion" else json.loads(value)
    return told.get("reason") == reason and told.get("present") is True


_Plain = tuple[str, str, bool, "int | None"]


def _leveled(message: Annotated, facts: Sequence[_Plain]) -> list[_Plain]:
    """The facts without what makes no difference to the person.

    - An exclusion of the very days of the only job told is an exclusion of that job, dated or not.
    - Who claims refugee protection has no temporary resident status; that follows, said or not.
    - Scores are asked for in a named order, so that figures in a row answer it.
    """
    periods = [json.loads(value) for kind, value, ambiguous, _ in facts if kind == "period" and not ambiguous]
    claims = any(f["kind"] == "permit" and f["value"] == {"permit": "refugee_claimant"} for f in message.facts)
    in_order = _in_order(message)
    level: list[_Plain] = []
    for kind, value, ambiguous, job in facts:
        if kind == "exclusion" and not ambiguous:
            told = json.loads(value)
            if claims and told == {"reason": "no_status", "present": True}:
                continue
            days = {"start": told.pop("start", None), "end": told.pop("end", None)}
            if len(periods) == 1 and days == {name: periods[0].get(name) for name in days}:
                value = json.dumps(told, sort_keys=True)
        if kind == "scores" and value == in_order:
            continue
        level.append((kind, value, ambiguous, job))
    return level


def _in_order(message: Annotated) -> str | None:
    """The scores that the annotated figures are in the order of the question, None where nothing of it was asked."""
    rows = [f["value"]["values"] for f in message.facts if f["kind"] == "numbers"]
    if message.asked != "scores" or len(rows) != 1 or len(rows[0]) != len(SKILLS):
        return None
    return _plain("scores", dict(zip(SKILLS, rows[0], strict=True)), False, None)[1]


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
