"""Reads work that does not count, told or denied: as a student, self-employed, unpaid, unauthorized, abroad.

Breaks (leave, layoff, time at home abroad) are nlu.breaks'. Part-time study is no exclusion, nor is being paid in cash.
The days are taken from the words beside ("full time student till April 2024"), and left open where they are
not said or can be read in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from nlu import exclusion_words as words
from nlu.excluded_days import Days, days_of
from nlu.facts import Fact
from nlu.negation import Denials
from nlu.places import countries_pattern
from nlu.text import Text

_COUNTRIES: Final = countries_pattern()


def _compiled(table: Sequence[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(pattern.replace(words.ABROAD, _COUNTRIES))) for reason, pattern in table)


_PRESENT: Final = _compiled(words.PRESENT)
_ABSENT: Final = _compiled(words.ABSENT)
_ONLY_DENIED: Final = _compiled(words.ONLY_DENIED)

#: Reasons that concern a whole job: its dates stay the job's own, too.
_OF_WHOLE_JOBS: Final = frozenset(("self_employed", "foreign_employer"))


@dataclass(frozen=True, slots=True)
class _Trigger:
    reason: str
    present: bool
    start: int
    end: int
    certain: bool = True


def read_exclusions(text: Text, today: date) -> list[Fact]:
    """Facts of the kind exclusion, in order, one for each reason unless it is both told and denied."""
    triggers = _triggers(text.folded)
    if not triggers:
        return []
    told = [one for one in triggers if one.present]
    days = dict(zip(told, days_of(text, _spans(told), today), strict=True))
    facts: list[Fact] = []
    for trigger in triggers:
        fact = _fact(trigger, days.get(trigger))
        known = next((at for at, other in enumerate(facts) if _is_same(other, fact)), None)
        if known is None:
            facts.append(fact)
        else:
            facts[known] = _merged(facts[known], fact)
    return [_doubted(fact, facts) for fact in facts]


def _triggers(folded: str) -> list[_Trigger]:
    """Every phrase that tells or denies a reason, in order and apart."""
    found = [*_matches(folded, _PRESENT, present=True), *_matches(folded, _ABSENT, present=False), *_internships(folded)]
    hidden = [match.span() for match in words.NOT_EXCLUDED.finditer(folded)]
    weak = list(_matches(folded, _ONLY_DENIED, present=True))
    unpaid = any(one.present and one.reason == "unpaid" for one in found)
    apart = _apart([one for one in found if not _overlaps(one, hidden) and (one.certain or not unpaid)])
    denials = Denials(folded, sorted(_spans([*apart, *weak])))
    settled = [_settled(one, denials) for one in apart]
    settled += [
        replace(one, present=False)
        for one in weak
        if denials.covers(one.start, one.end) and not _overlaps(one, [*hidden, *_spans(apart)])
    ]
    return sorted(settled, key=lambda one: one.start)


def _settled(one: _Trigger, denials: Denials) -> _Trigger:
    if not denials.covers(one.start, one.end):
        return one
    # Denying "internship" is certain; "not on T4" is no more than a hint that somebody is self-employed.
    return replace(one, present=not one.present, certain=one.present)


def _matches(folded: str, table: Sequence[tuple[str, re.Pattern[str]]], *, present: bool) -> Iterator[_Trigger]:
    for reason, pattern in table:
        for found in pattern.finditer(folded):
            yield _Trigger(reason, present, found.start(), found.end())


def _internships(folded: str) -> Iterator[_Trigger]:
    for found in words.INTERNSHIP.finditer(folded):
        near = folded[max(0, found.start() - 30) : found.end() + 40]
        if words.AFTER_STUDIES.search(near):
            continue
        yield _Trigger("full_time_study", True, found.start(), found.end(), certain=words.IN_STUDIES.search(near) is not None)


def _apart(found: Sequence[_Trigger]) -> list[_Trigger]:
    """Without those that lie inside another; an unpaid internship is only unpaid, a "restored status" only no status."""
    kept: list[_Trigger] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        inside = [other for other in kept if other.start < one.end and one.start < other.end]
        if all(other.reason != one.reason and not _is_told_by(other, one) for other in inside):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)



def _is_told_by(other: _Trigger, one: _Trigger) -> bool:
    """ "as a foreign company" tells the employer, not the place."""
    return other.present and one.present and {other.reason, one.reason} in _TOGETHER


_TOGETHER: Final = ({"full_time_study", "unpaid"}, {"unpaid", "self_employed"}, {"foreign_employer", "abroad"})

def _spans(triggers: Sequence[_Trigger]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in triggers]


def _overlaps(one: _Trigger, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _fact(one: _Trigger, days: Days | None) -> Fact:
    value = {"reason": one.reason, "present": one.present, "start": days and days.first, "end": days and days.last}
    start, end = one.start, one.end
    if days and one.reason not in _OF_WHOLE_JOBS:
        start, end = min(start, days.begin), max(end, days.finish)
    return Fact("exclusion", value, start, end, ambiguous=not one.certain)


def _is_same(one: Fact, other: Fact) -> bool:
    same = all(one.value[name] == other.value[name] for name in ("reason", "present"))
    dated = [fact for fact in (one, other) if fact.value["start"] or fact.value["end"]]
    return same and (len(dated) < 2 or one.value == other.value)


def _merged(one: Fact, other: Fact) -> Fact:
    """Two phrases for the same thing: the dates of either, and certain if either is."""
    value = {**one.value, "start": one.value["start"] or other.value["start"], "end": one.value["end"] or other.value["end"]}
    dated = other if other.value["start"] or other.value["end"] else one
    return replace(one, value=value, start=dated.start, end=dated.end, ambiguous=one.ambiguous and other.ambiguous)


def _doubted(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """Told and denied in one message, without days: which holds must be asked."""
    opposite = any(
        other.value["reason"] == fact.value["reason"] and other.value["present"] is not fact.value["present"] for other in facts
    )
    undated = not (fact.value["start"] or fact.value["end"])
    return replace(fact, ambiguous=True) if opposite and undated else fact
