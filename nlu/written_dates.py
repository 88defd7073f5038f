"""Dates that are written with a month, a year or a season: "may 24", "1st of june 2023", "last fall"."""

from __future__ import annotations

from datetime import date
from typing import Final

from nlu.date_parts import (
    YEARS_AWAY,
    Phrase,
    Reading,
    is_amount,
    opens_or_closes,
    year_after,
    year_of,
)
from nlu.moments import Form, When, exists, latest, month_and_number
from nlu.numeric_dates import numeric_forms
from nlu.patterns import Pattern, classes

_ROLE_WORDS: Final = classes("SINCE FROM TO STARTED STOPPED BETWEEN IN ON BACK DE SE THE OF DASH AND EARLY MID ENDING")
_SHORT_RANGE: Final = Pattern("NUM SLASH NUM (?:TO|DASH) (?: NUM SLASH NUM | STILL? NOW | STILL )")
_FIRSTS: Final = {"first": 1, "1er": 1, "second": 2, "third": 3, "fourth": 4}
_LEADS_TO_A_DAY: Final = classes("SINCE FROM TO STARTED STOPPED ON DASH THE")
_PART_OF_YEAR: Final = {"EARLY": 1, "STARTED": 1, "MID": 6, "ENDING": 12}
#: A year so far from today is no date of anybody's work.
_YEARS_BACK, _YEARS_AHEAD = 40, 10
#: From here on a figure after "full time" or "part time" is of hours, and no day.
_LEAST_FULL_TIME, _LEAST_PART_TIME = 28, 10


def day_month(phrase: Phrase, today: date) -> Reading | None:
    """ "24 may 2026", "1st of june"; not the last of a row of scores ("8 7 7 6 june")."""
    day, month, at = phrase.value("day"), phrase.value("month"), phrase.at("day")
    if not 1 <= day <= 31 or (phrase.kind("day") == "NUM" and _ends_a_row(phrase, at)):
        return None
    year, last = year_after(phrase.tokens, phrase.last, today)
    return _day(year, month, day, last)


def first_of_month(phrase: Phrase, today: date) -> Reading | None:
    """ "since the first of october", "first jan last year"; "first may to june as cook, then ..." counts jobs."""
    said = phrase.token("nth").text
    if said not in _FIRSTS or (_FIRSTS[said] > 1 and not phrase.has("of")):
        return None
    leads = phrase.before() in _LEADS_TO_A_DAY or phrase.has("of")
    if not leads and (phrase.first or any(token.kind in ("THEN", "NTH", "TITLE") for token in phrase.tokens.items[1:])):
        return None
    month = phrase.value("month")
    if phrase.has("pointer"):
        return _day(today.year + YEARS_AWAY[phrase.kind("pointer")], month, _FIRSTS[said], phrase.last)
    year, last = year_after(phrase.tokens, phrase.last, today)
    return _day(year, month, _FIRSTS[said], last)


def month_day(phrase: Phrase, today: date) -> Reading | None:
    """ "june 3, 2024", "june 3rd"; a month and a bare number are `month_number`'s."""
    day, month = phrase.value("day"), phrase.value("month")
    year, last = year_after(phrase.tokens, phrase.last, today)
    if not 1 <= day <= 31 or (year is None and phrase.kind("day") != "ORD"):
        return None
    return _day(year, month, day, last)


def year_month_day(phrase: Phrase, today: date) -> Reading | None:
    """ "2024 october the 7th", "2025 feb 10"; not "2025 feb 20 hours", "2025 feb - 3 march"."""
    day, at = phrase.value("day"), phrase.at("day")
    is_figure = phrase.kind("day") == "NUM"
    is_next_day = phrase.tokens.kind(at - 1) == "DASH" and phrase.after() in ("MONTH", "OF")
    if not 1 <= day <= 31 or is_next_day or (is_figure and is_amount(phrase.tokens, at)):
        return None
    return _day(year_of(phrase, today), phrase.value("month"), day, phrase.last)


def _day(year: int | None, month: int, day: int, last: int) -> Reading:
    if exists(year, month, day):
        return Reading((Form(year, month, day),), last=last)
    return Reading((Form(year, month),), vague=True, last=last)


def _ends_a_row(phrase: Phrase, at: int) -> bool:
    before = [phrase.tokens.kind(at - back) for back in (1, 2, 3, 4)]
    row = [kind for kind in before if kind not in ("COMMA", "SLASH", "AND")][:2]
    is_count = before[0] == "NTH" and phrase.tokens[at].text == "1"  # "first one jan 2024 to feb 2025"
    is_row = row in (["NUM", "NUM"], ["NUM", "DEC"]) or "DEC" in row[:1]
    # "full time 30 may 2024", "part time 20 jan": hours; nobody works full time for 1 hour.
    least = {"FULLTIME": _LEAST_FULL_TIME, "PARTTIME": _LEAST_PART_TIME}.get(before[0])
    return is_count or is_row or (least is not None and phrase.tokens[at].value >= least)


def month_year(phrase: Phrase, today: date) -> Reading | None:
    """ "may 2024", "jan'25", "2024 may"."""
    return Reading((Form(year_of(phrase, today), phrase.value("month")),))


def month_number(phrase: Phrase, today: date) -> Reading | None:
    """ "may 24": a day, a year, or both; see nlu.moments."""
    at, number = phrase.at("number"), phrase.value("number")
    text = phrase.token("number").text
    is_next_day = phrase.tokens.kind(at - 1) == "DASH" and phrase.after() == "MONTH"  # "feb - 3 may"
    if is_amount(phrase.tokens, at) or is_next_day or len(text) > 2 or 31 < number < 50 or text == "0":
        return None
    return Reading(*month_and_number(phrase.value("month"), number, today))


def month_of_year(phrase: Phrase, today: date) -> Reading | None:
    """ "may last year"."""
    year = today.year + YEARS_AWAY[phrase.kind("pointer")]
    return Reading((Form(year, phrase.value("month")),))


def last_day(phrase: Phrase, today: date) -> Reading | None:
    """ "the last day of july this year"."""
    if phrase.token("last").text != "last day":
        return None
    month = phrase.value("month")
    pointed = today.year + YEARS_AWAY[phrase.kind("pointer")] if phrase.has("pointer") else None
    year = year_of(phrase, today) or pointed or latest(Form(None, month), today).year
    return Reading((Form(year, month, When(year, month).last().day),))


def day_of_year(phrase: Phrase, today: date) -> Reading | None:
    """ "1 july last year", "last year december 6"; not "last year december 40 hours"."""
    day = phrase.value("day")
    if not 1 <= day <= 31 or is_amount(phrase.tokens, phrase.at("day")):
        return None
    return _day(today.year + YEARS_AWAY[phrase.kind("pointer")], phrase.value("month"), day, phrase.last)


def pointed_month(phrase: Phrase, today: date) -> Reading | None:
    """ "last june" said in November may be either year's; "last november" then is last year's."""
    month, pointer = phrase.value("month"), phrase.kind("pointer")
    this, before, after = (Form(today.year + away, month) for away in (0, -1, 1))
    if pointer == "THIS" and not phrase.has("past"):
        return Reading((this,))
    if pointer == "NEXT":
        return Reading((this, after) if month > today.month else (after,))
    if pointer == "THIS":
        return Reading((this if month <= today.month else before,))
    return Reading((this, before) if month < today.month else (before,))


def either_month(phrase: Phrase, today: date) -> Reading | None:
    """ "aug or sept 2024", but not the end of "aug/sept/oct 2024"."""
    if phrase.before() == "SLASH" and phrase.tokens.kind(phrase.first - 2) == "MONTH":
        return None
    year = year_of(phrase, today)
    return Reading(tuple(Form(year, phrase.value(name)) for name in ("month", "second")))


def lone_month(phrase: Phrase, today: date) -> Reading | None:
    return Reading((Form(None, phrase.value("month")),))


def numeric(phrase: Phrase, today: date) -> Reading | None:
    """ "2024-05-01", "04/06/24", "03/2024"."""
    forms, vague = numeric_forms(phrase.tokens[phrase.last - 1].text, today)
    return Reading(forms, vague) if forms else None


def short_numeric(phrase: Phrase, today: date) -> Reading | None:
    """ "05/24": a month and a year, or a day; only where a role word or another such date is near."""
    tokens, first, second = phrase.tokens, phrase.token("first"), phrase.token("second")
    beside = {tokens.kind(phrase.first - 1), tokens.kind(phrase.first - 2)}
    if not beside & _ROLE_WORDS and not _SHORT_RANGE.match(tokens.shape, phrase.first):
        return None
    if is_amount(tokens, phrase.last - 1) or phrase.after() == "SLASH":
        return None
    forms: list[Form] = []
    if exists(None, first.value, None):
        if len(second.text) == 2:
            forms += month_and_number(first.value, second.value, today)[0]
        elif exists(None, first.value, second.value):
            forms.append(Form(None, first.value, second.value, "mdy"))
    if exists(None, second.value, first.value):
        forms.append(Form(None, second.value, first.value, "dmy"))
    return Reading(tuple(forms)) if forms else None


def lone_year(phrase: Phrase, today: date) -> Reading | None:
    """ "2024", "end of 2023": its months must be asked."""
    year = phrase.value("year")
    is_near = today.year - _YEARS_BACK <= year <= today.year + _YEARS_AHEAD
    if not is_near or is_amount(phrase.tokens, phrase.last - 1):
        return None
    return Reading((Form(year, _PART_OF_YEAR.get(phrase.kind("part"))),), vague=True)


def pointed_year(phrase: Phrase, today: date) -> Reading | None:
    """ "last year", "the beginning of this year"."""
    year = today.year + YEARS_AWAY[phrase.kind("pointer")]
    return Reading((Form(year, _PART_OF_YEAR.get(phrase.kind("part"))),), vague=True)


def season(phrase: Phrase, today: date) -> Reading | None:
    """Three months, those that its part ("end of") names first; which year's may be open too."""
    tokens, opens = phrase.tokens, opens_or_closes(phrase.tokens, phrase.first)
    place = phrase.at("season") + 1
    if tokens.kind(place) == "NUM" and not opens:
        return None
    year, last = year_after(tokens, place, today)
    if year is None and phrase.has("of"):
        year, last = year_after(tokens, phrase.last, today)
    pointer = phrase.kind("pointer")
    is_bare = not pointer and year is None
    if is_bare and not phrase.has("part") and not opens:
        return None
    begins = phrase.value("season")
    of_year, is_open = (year, begins == 12) if year else _season_year(begins, pointer, today)
    if tokens.kind(last) == "SLASH" and tokens.kind(last + 1) == "NUM":  # "winter 2023/24"
        last += 2 if tokens[last + 1].value == (of_year + 1) % 100 else 0
    indexes = [begins - 1 + following for following in range(3)]
    months = [When(of_year + index // 12, index % 12 + 1) for index in indexes]
    if phrase.kind("part") == "MID":
        months = [months[1], months[0], months[2]]
    elif phrase.kind("part") == "ENDING":
        months.reverse()
    return Reading(tuple(Form(*month) for month in months), is_open or is_bare, last)


def _season_year(begins: int, pointer: str, today: date) -> tuple[int, bool]:
    """The year in which the season that is meant begins, and whether it may be another's."""
    if pointer == "THIS":
        return today.year, False
    over = latest(Form(None, (begins + 2) % 12 + 1), today)
    last_one = over.year - (begins == 12)
    return (last_one + 1, False) if pointer == "NEXT" else (last_one, last_one == today.year)
