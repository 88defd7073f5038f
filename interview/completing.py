"""A piece that completes what was told before: "2024" after "since may", "12" after "in which day of november"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview.dates import is_month, last_day
from interview.intake import Change
from interview.message import Message
from interview.state import Asked, Doubt, State
from nlu.facts import Fact

_YEAR: Final = re.compile(r"(?:in |of |year |it was )?(20[0-3]\d)")
_DAY: Final = re.compile(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?\.?")
_ASKS_DAY: Final = frozenset(("job_start_day", "job_end_day", "test_day"))
_ANY_YEAR: Final = re.compile(r"\b20[0-3]\d\b")
_ENDS: Final = frozenset(("start", "end", "date"))


def complete(state: State, asked: Asked, message: Message) -> list[Change]:
    """Set the day or the year that a message gives by itself; returns what changed."""
    if day := _bare_day(message, asked):
        return _complete_day(state, asked, day)
    year = _bare_year(message)
    return _complete_year(state, asked, year) if year else []


def _bare_year(message: Message) -> str | None:
    found = _YEAR.fullmatch(message.text.strip().casefold())
    return found[1] if found else None


def _bare_day(message: Message, asked: Asked) -> int | None:
    found = _DAY.fullmatch(message.text.strip().casefold()) if asked.question in _ASKS_DAY else None
    return int(found[1]) if found else None


def _complete_day(state: State, asked: Asked, day: int) -> list[Change]:
    """A day by itself, where the month is known: "on which day in November did you start?", "12"."""
    name = {"job_start_day": "start", "job_end_day": "end"}.get(asked.question)
    told = getattr(state.jobs[asked.about or 0], name) if name else (state.language or {}).get("date")
    if not told or not is_month(told) or not 1 <= day <= last_day(told).day:
        return []
    new = f"{told}-{day:02}"
    if name:
        setattr(state.jobs[asked.about or 0], name, new)
        return [Change(name, told, new, asked.about or 0)]
    assert state.language is not None
    state.language["date"] = new
    return [Change("test_date", told, new)]


def with_year_of(doubt: Doubt, facts: Sequence[Fact], text: str) -> list[Fact]:
    """ "since 2023", and then "march": the year that was told holds for the month that is told after it."""
    years = set(_ANY_YEAR.findall(doubt.text))
    if len(years) != 1 or _ANY_YEAR.search(text) or doubt.kind not in ("period", "date"):
        return list(facts)
    year = years.pop()
    return [
        replace(fact, value={k: year + v[4:] if k in _ENDS and v else v for k, v in fact.value.items()})
        if fact.kind in ("period", "date")
        else fact
        for fact in facts
    ]


def _complete_year(state: State, asked: Asked, year: str) -> list[Change]:
    """A year by itself, after a month was told without one: "since may", then "2024"."""
    if asked.about is None or not asked.question.startswith("job_") or asked.about >= len(state.jobs):
        return []
    job = state.jobs[asked.about]
    if job.start is None or job.start[:4] == year or (job.end and year > job.end[:4]):
        return []
    old, job.start = job.start, year + job.start[4:]
    return [Change("start", old, job.start, asked.about)]
