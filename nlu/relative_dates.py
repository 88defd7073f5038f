"""Dates that are reckoned from today: "3 yrs ago", "last week", "yesterday"."""

from __future__ import annotations

from datetime import date
from typing import Final

from nlu.date_parts import YEARS_AWAY, Phrase, Reading, exact
from nlu.moments import Form, days_back, exists, months_back

#: More than this many of any unit ago is no telling of work.
_MOST_AGO: Final = 60
#: "2 weeks ago" may be some days off.
_SLACK: Final = 3


def ago(phrase: Phrase, today: date) -> Reading | None:
    """ "3 yrs ago", "a year and a half ago"; without a number ("few months ago") nothing is certain."""
    amount, unit = phrase.kind("amount"), phrase.kind("unit")
    text = phrase.token("amount").text if amount else ""
    is_whole = amount != "DEC" or text.endswith(".5")
    if amount in ("", "FEW") or phrase.has("few") or not is_whole:
        return Reading((), vague=True)
    count = {"ART": 1, "AN": 1, "HALF": 0}.get(amount, 0)
    if amount in ("NUM", "DEC"):
        count = int(float(text))
    if count > _MOST_AGO:
        return Reading((), vague=True)
    half = phrase.has("half") or amount in ("DEC", "HALF")
    vague = phrase.has("hedge")
    if unit in ("YEARS", "AN"):
        # "2 years ago" is rounded, and a month more or less may decide.
        is_rounded = not half and not phrase.has("months")
        return exact(months_back(today, count * 12 + 6 * half + phrase.value("months")), vague=vague or is_rounded)
    if unit == "MONTHS":
        return exact(months_back(today, count), vague=vague or half)
    if unit == "DAY":
        return exact(days_back(today, count), vague=vague)
    return _weeks_back(today, count, vague=vague)


def month_years_ago(phrase: Phrase, today: date) -> Reading | None:
    """ "two years ago in december"."""
    years = 1 if phrase.kind("amount") == "ART" else phrase.value("amount")
    if not 0 < years <= _MOST_AGO:
        return None
    return Reading((Form(today.year - years, phrase.value("month")),))


def pointed_unit(phrase: Phrase, today: date) -> Reading | None:
    """ "last month", "this week"."""
    back = -YEARS_AWAY[phrase.kind("pointer")]
    if phrase.kind("unit") == "MONTHS":
        return exact(months_back(today, back))
    return _weeks_back(today, back)


def pointed_day(phrase: Phrase, today: date) -> Reading | None:
    """ "last month 14th", "the 5th of this month"."""
    month = months_back(today, -YEARS_AWAY[phrase.kind("pointer")])
    day = phrase.value("day")
    return Reading((Form(*month._replace(day=day)),)) if exists(month.year, month.month or 0, day) else None


def yesterday(phrase: Phrase, today: date) -> Reading | None:
    is_day_before = phrase.tokens[phrase.first].text.startswith("day")
    return exact(days_back(today, 2 if is_day_before else 1))


def last_weekday(phrase: Phrase, today: date) -> Reading | None:
    """ "last friday": the latest one that is over; said the day after, it may be a week earlier too."""
    back = (today.isoweekday() - phrase.value("weekday") - 1) % 7 + 1
    days = (days_back(today, back), days_back(today, back + 7)) if back == 1 else (days_back(today, back),)
    return Reading(tuple(Form(*day) for day in days))


def long_ago(phrase: Phrase, today: date) -> Reading | None:
    """ "since the pandemic", "a while ago"."""
    is_told = phrase.before() in ("SINCE", "FROM", "STARTED") or phrase.has("ago")
    return Reading((), vague=True) if is_told else None


def _weeks_back(today: date, weeks: int, *, vague: bool = False) -> Reading:
    """The month, or the two months, that so many weeks ago fall in."""
    days = [days_back(today, 7 * weeks + slack) for slack in (0, _SLACK, -_SLACK)]
    months = dict.fromkeys(day._replace(day=None) for day in days)
    return Reading(tuple(Form(*month) for month in months), vague)
