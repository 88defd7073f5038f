"""Breaks inside a job: leave, layoff, time off, going home. They earn no hours, so they are exclusions with dates.

A break does not cut its job in two. Its months without a year are looked for inside the job's own dates; more
than one place is ambiguous, and then the value has no dates. A layoff may also be the end of the job: ambiguous
unless the person came back. Paid leave and ordinary vacation count as work and are left out; "no leave" denies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from nlu.break_days import Job, certain_jobs, days_of_break
from nlu.chunks import Chunks, chunks_of
from nlu.facts import Fact
from nlu.moments import Moment
from nlu.owners import UNPAID, Owner, is_named_leave
from nlu.pairing import MOST_READINGS, Ends
from nlu.patterns import Pattern, classes
from nlu.spells import Owned, owned_stretches
from nlu.stretches import Stretch, Wording
from nlu.text import Text

_DENIED: Final = Pattern(
    """NOT (?:(?! MOMENT|LENGTH|COMMA|DOT|NEWLINE|STUDY|BUT).){0,4}?
    (?:LEAVEKIND|SICK|OR|AND)* (?:LEAVE|LAYOFF|BREAK)"""
)
_TOLD: Final = Pattern(
    """(?: (?:ON|ART|HAD|WAS|TOOK|MY|THE)? (?:LEAVEKIND|SICK) (?:AND|SLASH|LEAVEKIND|SICK)* (?:LEAVE|VACATION|BREAK|OFF)
    | (?:ON|TOOK|HAD) (?:ART|AN|THE)? LEAVE | LAYOFF | LEAVE OF WORD )"""
)
_OF_THE_REST: Final = frozenset(
    ("other", "others", "further", "another", "more", "autre", "autres", "otro", "otra", "outra", "outro")
)
_TOGETHER: Final = {Wording.LONE, Wording.LENGTH}
_PAID: Final = frozenset(("RATE",))
_MARKS: Final = classes("COMMA OPEN COLON DASH FROM")
_NEAR: Final = 3
_IN_A_ROW: Final = classes("COMMA AND SLASH IN")
_APART: Final = classes("DOT NEWLINE SEMICOLON AND BUT THEN MOMENT")


@dataclass(frozen=True, slots=True)
class _Break:
    """A break at chunks ``first`` to ``last`` exclusive, with what is written of its ends."""

    first: int
    last: int
    reason: str
    begin: Moment | None = None
    finish: Moment | None = None
    may_be_the_end: bool = False
    is_lone: bool = False

    def closed(self) -> _Break:
        """ "unpaid leave in december 2025": a month that is told alone is all there was of it."""
        is_month = self.is_lone and self.finish is None and _is_one_month(self.begin)
        return replace(self, finish=self.begin) if is_month else self


def read_breaks(text: Text, today: date) -> list[Fact]:
    """The breaks that a message tells or denies, as exclusion facts."""
    return breaks_in(text, chunks_of(text, today), today)


def breaks_in(text: Text, chunks: Chunks, today: date) -> list[Fact]:
    """The same, for a message already cut into chunks."""
    owned = owned_stretches(chunks, text)
    dated = _dated(chunks, owned)
    jobs = certain_jobs(chunks, owned, today) if dated else []
    facts = [_fact(chunks, one, jobs, today) for one in dated]
    denied = _denied(chunks)
    taken = [(fact.start, fact.end) for fact in (*facts, *denied)]
    for found in _TOLD.finditer(chunks.shape):
        start, end = chunks.span(found.start(), found.end())
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        if any(_names_the_same(chunks, one, found.start()) for one in dated):
            continue
        is_layoff = chunks.kind(found.start()) == "LAYOFF" and found.end() - found.start() == 1
        if is_layoff and _ends_the_job(owned, found.start()):
            continue
        if not _is_paid(chunks, found.start(), found.end()):
            value = {"reason": "leave", "present": True, "start": None, "end": None}
            facts.append(Fact("exclusion", value, start, end))
    # "sick leave in may, no break else": what is denied beside a break is the rest.
    return sorted(facts or denied, key=lambda fact: fact.start)


def _names_the_same(chunks: Chunks, one: _Break, at: int) -> bool:
    """ "off 15 dec to 20 jan, unpaid leave": the words after the days name the break that they are of."""
    between = {chunks.kind(near) for near in range(one.last, at)}
    return one.last <= at <= one.last + _NEAR and not between & _APART


def _dated(chunks: Chunks, owned: Sequence[Owned]) -> list[_Break]:
    found: list[_Break] = []
    for place, one in enumerate(owned):
        stretch = one.stretch
        if stretch.wording is Wording.RETURN and found and found[-1].finish is None and stretch.begin:
            last = found[-1]
            found[-1] = _Break(last.first, stretch.last, last.reason, last.begin, stretch.begin)
            continue
        if found and _is_next_month(chunks, found[-1], stretch):
            found[-1] = replace(found[-1], last=stretch.last, finish=stretch.begin)
            continue
        if one.owner is not Owner.BREAK or stretch.wording is Wording.RETURN:
            continue
        after = owned[place - 1].stretch.last if place else 0
        if (
            found
            and found[-1].last + 2 >= stretch.first
            and {stretch.wording, owned[place - 1].stretch.wording} == _TOGETHER
        ):
            last = found[-1]
            found[-1] = _Break(last.first, stretch.last, last.reason, last.begin or stretch.begin)
            continue
        if found and found[-1].finish is None and _tells_its_days(chunks, owned[place - 1].stretch, stretch):
            found[-1] = _Break(found[-1].first, stretch.last, "leave", stretch.begin, stretch.finish)
            continue
        first, last_at, words = _cue(chunks, stretch.first, stretch.last, after)
        reason = "abroad" if words & {"WENT", "FOREIGN", "HOME"} and not words & {"LEAVE", "LAYOFF"} else "leave"
        if is_named_leave(chunks, stretch.last):
            reason = "leave"
        begin, finish = stretch.begin, stretch.finish
        comes_back = any(chunks.kind(at) == "BACK" for at in range(stretch.last, min(stretch.last + 3, len(chunks))))
        is_short = stretch.length is not None or any(chunks[at].text == "temporary" for at in range(first - 1, last_at))
        may_end = "LAYOFF" in words and finish is None and not comes_back and not is_short
        is_lone = stretch.wording is Wording.LONE and "LAYOFF" not in words
        found.append(_Break(first, last_at, reason, begin, finish, may_end, is_lone))
    return [one.closed() for one in found]


def _tells_its_days(chunks: Chunks, length: Stretch, days: Stretch) -> bool:
    """ "6 weeks unpaid, 1 july till 14 aug": the days of the length before them."""
    between = [chunks[at] for at in range(length.last, days.first)]
    is_same = all(token.kind in _MARKS or token.text in UNPAID for token in between)
    return is_same and (length.wording, days.wording) == (Wording.LENGTH, Wording.RANGE)


def _is_one_month(moment: Moment | None) -> bool:
    forms = moment.forms if moment and not moment.vague else ()
    return len(forms) == 1 and None not in (forms[0].year, forms[0].month) and forms[0].day is None


def _is_next_month(chunks: Chunks, one: _Break, stretch: Stretch) -> bool:
    """ "leave in june, july and august 2025": months in a row are one break."""
    before, after = one.finish or one.begin, stretch.begin
    if (
        not one.is_lone
        or stretch.wording is not Wording.LONE
        or not (before and after and before.forms and after.forms)
    ):
        return False
    months = before.forms[0].month, after.forms[0].month
    if not (months[0] and months[1]) or before.forms[0].day or after.forms[0].day:
        return False
    between = {chunks.kind(at) for at in range(one.last, stretch.first)}
    return (months[1] - months[0]) % 12 == 1 and between <= _IN_A_ROW


def _cue(chunks: Chunks, first: int, last: int, after: int) -> tuple[int, int, set[str]]:
    """The place where the words of a break begin and end around its dates, and their classes."""
    words = (
        "OFF",
        "LEAVE",
        "LAYOFF",
        "BREAK",
        "WENT",
        "LEAVEKIND",
        "SICK",
        "HOME",
        "FOREIGN",
        "WAS",
        "VACATION",
    )
    begins, ends = first, last
    for at in range(first - 1, max(first - 9, after - 1, -1), -1):
        if chunks.kind(at) in ("DOT", "NEWLINE", "SEMICOLON", "MOMENT"):
            break
        if chunks.kind(at) in words:
            begins = at
    if begins == first:
        for at in range(last, min(last + 4, len(chunks))):
            if chunks.kind(at) in words:
                ends = at + 1
    return begins, ends, {chunks.kind(at) for at in range(begins, ends)}


def _fact(chunks: Chunks, one: _Break, jobs: Sequence[Job], today: date) -> Fact:
    start, end = chunks.span(one.first, one.last)
    readings = days_of_break(one.first, one.begin, one.finish, jobs, today)
    values = tuple(_value(one.reason, reading) for reading in readings)
    vague = any(moment is not None and moment.vague for moment in (one.begin, one.finish))
    if len(values) == 1 and not vague and not one.may_be_the_end:
        return Fact("exclusion", values[0], start, end)
    listed = values if 1 < len(values) <= MOST_READINGS and not vague and not one.may_be_the_end else ()
    value = values[0] if len(values) == 1 and not vague else _value(one.reason, Ends(None, None))
    return Fact("exclusion", value, start, end, True, listed)


def _value(reason: str, ends: Ends) -> dict[str, Any]:
    return {
        "reason": reason,
        "present": True,
        "start": ends.begin.text() if ends.begin else None,
        "end": ends.end.text(last=True) if ends.end else None,
    }


def _denied(chunks: Chunks) -> list[Fact]:
    """ "no leave", "never took parental leave", "without any gap"; "no other break" leaves what was told."""
    facts = []
    for found in _DENIED.finditer(chunks.shape):
        if _OF_THE_REST & {chunks[at].text for at in range(found.start(), found.end())}:
            continue
        start, end = chunks.span(found.start(), found.end())
        value = {"reason": "leave", "present": False, "start": None, "end": None}
        facts.append(Fact("exclusion", value, start, end))
    return facts


def _ends_the_job(owned: Sequence[Owned], at: int) -> bool:
    """ "may 2024 to june 2026, then laid off": the layoff is how the work ended, unless more is told of it after."""
    if any(one.stretch.first <= at < one.stretch.last and one.owner is Owner.WORK for one in owned):
        return True
    if any(one.owner is Owner.LAYOFF for one in owned):
        return True
    before = [one for one in owned if one.stretch.last <= at and one.owner is Owner.WORK]
    is_last = not any(one.stretch.first > at and one.owner is Owner.WORK for one in owned)
    if not before or before[-1].stretch.finish is None:
        return False
    return is_last or at - before[-1].stretch.last <= _NEAR


def _is_paid(chunks: Chunks, first: int, last: int) -> bool:
    kinds = {chunks.kind(at) for at in range(first - 1, last)}
    texts = {chunks[at].text for at in range(max(first - 1, 0), last)}
    return bool(kinds & _PAID) or (not UNPAID & texts and "VACATION" in kinds) or chunks.kind(first - 1) == "NOT"
