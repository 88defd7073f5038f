"""Reads what a message only supposes ("what if I quit in January"), which nlu.reader rightly takes for no fact.

The words that make it a supposition are blanked out, so that the grammars read the rest as if it were told.
Days without a year are those to come.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from nlu import supposition_words as words
from nlu.facts import Fact, Supposition
from nlu.number_words import NUMBER_WORDS
from nlu.phrases import any_of
from nlu.reader import read
from nlu.text import Text

_PLAINLY: Final = re.compile(words.PLAINLY)
_SOMEHOW: Final = re.compile(words.SOMEHOW)
_OVER: Final = re.compile(words.OVER)
_OF_THE_PROCESS: Final = re.compile(words.OF_THE_PROCESS)
_LEAVE: Final = re.compile(words.LEAVES_NO_WORK)
_PART_TIME: Final = re.compile(words.PART_TIME)
_BESIDE: Final = re.compile(words.BESIDE)
_INSTEAD: Final = re.compile(words.INSTEAD)
_ALL_ALONG: Final = re.compile(words.ALL_ALONG)
#: What is supposed to happen, in the order in which the words are claimed.
_EVENTS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (("ends", words.ENDS), ("applies", words.APPLIES), ("studies", words.STUDIES))
)
_AHEAD: Final = re.compile(
    any_of(
        r"\b(?:in|after|within) (?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten)(?: more)?"
        r" (?P<unit>day|week|month|year)s?\b",
        r"\b(?P<now>today|right now|now|immediately|at once)\b",
        r"\b(?P<tomorrow>tomorrow|tmrw|tmr)\b",
        r"\bnext (?P<next>week|month|year)\b",
        r"\b(?:at |by )?(?:the )?end of (?:the|this) (?P<end>month|year)\b",
    )
)
_HAS_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b|'\d\d\b|/\d\d\b")
_DATED: Final = ("date", "period", "test_date")
_DAYS: Final = {"day": 1, "week": 7}


def suppositions(message: str, today: date, *, is_asked: bool = False) -> Supposition | None:
    """What a message supposes; None where it supposes nothing.

    is_asked: the person was asked what to suppose, so that the message needs no "if".
    """
    text = Text.of(message)
    folded = text.folded
    plain = _PLAINLY.search(folded)
    opener = plain or _SOMEHOW.search(folded)
    if (opener is None and not is_asked) or (_OF_THE_PROCESS.search(folded) and not is_asked):
        return None
    start = opener.end() if opener else 0
    over = _OVER.search(folded, start)
    told = " " * start + text.raw[start : over.start() if over else len(text.raw)]
    facts = _facts(told, today)
    return Supposition(facts, bool(plain) or is_asked, _ALL_ALONG.search(Text.of(told).folded) is not None)


def _facts(told: str, today: date) -> tuple[Fact, ...]:
    whole = folded = Text.of(told).folded
    events: list[tuple[str, int, int]] = []
    for kind, pattern in _EVENTS:
        found = pattern.search(folded)
        if found and not (kind == "ends" and _LEAVE.search(folded)):
            events.append((kind, found.start(), found.end()))
            folded, told = (_blank(each, found.start(), found.end()) for each in (folded, told))
    stated = [_to_come(fact, told, today) for fact in read(told, today)]
    days = sorted([*_days_ahead(folded, today), *_days_told(stated)])
    facts = [fact for fact in stated if fact.kind not in ("date", "period", "duration")]
    if any(kind == "studies" for kind, _, _ in events):
        facts = [fact for fact in facts if fact.kind != "exclusion"]
    job = None if events else _BESIDE.search(folded) or _INSTEAD.search(folded)
    if job:
        events.append(("starts", job.start(), job.end()))
        facts = [fact for fact in facts if fact.kind != "job_ref"]  # "a second job" names none that is known
    for kind, start, end in events:
        more = {}
        if kind == "studies":
            more["part_time"] = _PART_TIME.search(whole) is not None
        elif kind == "starts":
            more["beside"] = _BESIDE.search(folded) is not None
        facts.append(Fact(kind, {"date": _day_of(start, days), **more}, start, end))
    if days and not events and not any(fact.kind == "test_date" for fact in facts):
        facts.append(Fact("since", {"date": days[0][1]}, days[0][0], days[0][0]))
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _day_of(start: int, days: Sequence[tuple[int, str]]) -> str | None:
    """The day told after an event, or else the first one ("in January I quit")."""
    if not days:
        return None
    return next((day for place, day in days if place >= start), days[0][1])


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _days_told(facts: Iterable[Fact]) -> list[tuple[int, str]]:
    """Each day or month that is told, with its place."""
    found = []
    for fact in facts:
        if fact.kind in ("date", "period", "exclusion"):
            told = fact.value.get("date") or fact.value.get("start") or fact.value.get("end")
            found += [(fact.start, str(told))] if told else []
    return found


def _days_ahead(folded: str, today: date) -> list[tuple[int, str]]:
    """ "in 2 months", "tomorrow", "next year", "the end of the month"."""
    return [(found.start(), _ahead(found, today)) for found in _AHEAD.finditer(folded)]


def _ahead(found: re.Match[str], today: date) -> str:
    if unit := found["unit"]:
        number = int(found["n"]) if found["n"].isdecimal() else NUMBER_WORDS.get(found["n"], 1)
        if unit in _DAYS:
            return (today + timedelta(days=number * _DAYS[unit])).isoformat()
        return _months_after(today, number * (12 if unit == "year" else 1)).isoformat()
    if found["tomorrow"]:
        return (today + timedelta(days=1)).isoformat()
    if following := found["next"]:
        if following == "week":
            return (today + timedelta(days=7 - today.weekday())).isoformat()
        return f"{today.year + 1}-01" if following == "year" else f"{_months_after(today.replace(day=1), 1):%Y-%m}"
    if ends := found["end"]:
        return f"{today.year}-12-31" if ends == "year" else f"{today:%Y-%m}"
    return today.isoformat()


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _to_come(fact: Fact, told: str, today: date) -> Fact:
    """A day without a year that has passed is that of next year: people suppose what is still to come."""
    if fact.kind not in (*_DATED, "exclusion") or _HAS_YEAR.search(told[fact.start : fact.end]):
        return fact
    moved: dict[str, Any] = {key: _later(value, today) for key, value in fact.value.items()}
    return replace(fact, value=moved)


def _later(value: Any, today: date) -> Any:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value):
        return value
    now = today.isoformat()[: len(value)]
    return f"{int(value[:4]) + 1}{value[4:]}" if value < now else value
