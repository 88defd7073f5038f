"""Days and months as people tell them: "2024-05" and "2024-05-13", turned into days and into words."""

from __future__ import annotations

import calendar
from datetime import date

from interview.reply import Part, say


def first_day(told: str) -> date:
    """The first day that a told month or day can mean."""
    return date.fromisoformat(told if len(told) == 10 else f"{told}-01")


def last_day(told: str) -> date:
    """The last day that a told month or day can mean."""
    if len(told) == 10:
        return date.fromisoformat(told)
    year, month = int(told[:4]), int(told[5:7])
    return date(year, month, calendar.monthrange(year, month)[1])


def is_month(told: str | None) -> bool:
    """Whether only the month was told."""
    return told is not None and len(told) == 7


def words(told: str | date) -> Part:
    """A month or a day in words: "May 2024", "13 May 2024"."""
    text = told if isinstance(told, str) else told.isoformat()
    month = say(f"month_{text[5:7]}")
    if len(text) == 7:
        return say("date_month", month=month, year=text[:4])
    return say("date_day", day=str(int(text[8:10])), month=month, year=text[:4])


def short_words(day: str) -> Part:
    """A day in short words, for pictures: "13 May 2024", "13 Nov 2024"."""
    return say("date_day", day=str(int(day[8:10])), month=say(f"month_short_{day[5:7]}"), year=day[:4])
