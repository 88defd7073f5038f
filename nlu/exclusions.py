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
from nlu.dates import DateRead, read_dates
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

_UNTIL: Final = re.compile(r"\b(?:till|til|untill?|upto|up to|to|ended|ending|ends|finished|completed|graduated|graduating|before|through|tak|jusqu'(?:en|a|au)|hasta)\s+(?:in |on |the |my |end of |mid |beginning of )*$|-\s*$")
_SINCE: Final = re.compile(r"\b(?:from|since|starting|started|began|depuis|between|de|du|desde)\s+(?:in |on |the |mid |end of |beginning of )*$")
_DURING: Final = re.compile(r"\b(?:in|during|for|en|of)\s+(?:the |mid )*$|[(,]\s*$")
_STOPS: Final = re.compile(r"\b(?:then|now|after|pgwp|but|worked|working|started work|and since|since then|currently|job)\b|[.;!?\n]")
_REACH: Final = 60


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
    dates = read_dates(text, today)
    facts: list[Fact] = []
    for trigger in triggers:
        fact = _dated(text.folded, trigger, dates)
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
    apart = _apart([one for one in found if not _overlaps(one, hidden)])
    spans = sorted((one.start, one.end) for one in [*apart, *weak])
    denials = Denials(folded, spans)
    settled = [_settled(one, denials) for one in apart]
    settled += [
        replace(one, present=False)
        for one in weak
        if denials.covers(one.start, one.end)
        and not _overlaps(one, [*hidden, *((other.start, other.end) for other in apart)])
    ]
    return sorted(settled, key=lambda one: one.start)


def _settled(one: _Trigger, denials: Denials) -> _Trigger:
    if not denials.covers(one.start, one.end):
        return one
    # "not on T4" is no more than a hint that somebody is self-employed.
    return replace(one, present=not one.present, certain=one.certain and one.present) if one.present else replace(one, present=True, certain=False)


def _matches(folded: str, table: Sequence[tuple[str, re.Pattern[str]]], *, present: bool) -> Iterator[_Trigger]:
    for reason, pattern in table:
        for found in pattern.finditer(folded):
            yield _Trigger(reason, present, found.start(), found.end())


def _internships(folded: str) -> Iterator[_Trigger]:
    for found in words.INTERNSHIP.finditer(folded):
        near = folded[max(0, found.start() - 30) : found.end() + 40]
        yield _Trigger("full_time_study", True, found.start(), found.end(), certain=words.IN_STUDIES.search(near) is not None)


def _apart(found: Sequence[_Trigger]) -> list[_Trigger]:
    """Without those that lie inside another; an unpaid internship is only unpaid, a "restored status" only no status."""
    kept: list[_Trigger] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        inside = [other for other in kept if other.start < one.end and one.start < other.end]
        if all(other.reason != one.reason and {other.reason, one.reason} not in _TOGETHER for other in inside):
            if not any(other.reason == "unpaid" and not one.certain and 0 <= one.start - other.end <= 1 for other in found):
                kept.append(one)
    return sorted(kept, key=lambda one: one.start)


_TOGETHER: Final = ({"full_time_study", "unpaid"}, {"unpaid", "self_employed"}, {"foreign_employer", "abroad"})


def _overlaps(one: _Trigger, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _dated(folded: str, one: _Trigger, dates: Sequence[DateRead]) -> Fact:
    start, end, first, last = None, None, one.start, one.end
    if one.present:
        for role, found in _roles(folded, one, dates):
            value = found.value if not found.ambiguous and found.value and len(found.value) > len("2024") else None
            first, last = min(first, found.start), max(last, found.end)
            if role in ("start", "both"):
                start = start or value
            if role in ("end", "both"):
                end = end or value
    value_of = {"reason": one.reason, "present": one.present, "start": start, "end": end}
    return Fact("exclusion", value_of, first, last, ambiguous=not one.certain)


def _roles(folded: str, one: _Trigger, dates: Sequence[DateRead]) -> Iterator[tuple[str, DateRead]]:
    """The dates that belong to the phrase: those right behind it, else those right before it."""
    behind = [found for found in dates if one.end <= found.start <= one.end + _REACH]
    at = one.end
    told = False
    for index, found in enumerate(behind[:2]):
        gap = folded[at : found.start]
        if _STOPS.search(gap) or (index and len(gap.split()) > 2):
            break
        role = _role(gap, behind, index, folded)
        if role is None:
            break
        told = True
        yield role, found
        at = found.end
    if told:
        return
    ahead = [found for found in dates if one.start - _REACH // 2 <= found.end <= one.start]
    if not ahead or _STOPS.search(folded[ahead[-1].end : one.start]):
        return
    for index, found in enumerate(ahead[-2:]):
        before = folded[max(0, found.start - 20) : found.start]
        if role := _role(before, ahead[-2:], index, folded):
            yield role, found


def _role(gap: str, row: Sequence[DateRead], index: int, folded: str) -> str | None:
    if _SINCE.search(gap):
        return "start"
    if _UNTIL.search(gap):
        return "end" if index or gap.strip() != "-" else None
    if index and re.fullmatch(r"\s*(?:and|&|/|-)\s*", gap):
        return "end"
    follows = row[index + 1] if index + 1 < len(row) else None
    if follows and re.fullmatch(r"\s*(?:-|to|till|until|and)\s*", folded[row[index].end : follows.start]):
        return "start"
    return "both" if _DURING.search(gap) else None


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
