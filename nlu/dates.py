"""Finds the dates in a message: written out, in figures, relative ("3 yrs ago"), or loose ("last fall").

``read_dates`` gives each with its value; ``moments`` gives them in all their forms, for the grammars that
know more about their role (nlu.stretches).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from nlu.lexer import Tokens, lex
from nlu.moments import (
    PLAUSIBLE_YEARS,
    Form,
    Moment,
    Resolved,
    Role,
    When,
    days_back,
    exists,
    full_year,
    latest,
    month_and_number,
    months_back,
    resolve,
)
from nlu.numeric_dates import numeric_forms
from nlu.patterns import Pattern, Rules, has
from nlu.text import Text


class DateRead(NamedTuple):
    """One date at ``text[start:end]``: "YYYY-MM" or "YYYY-MM-DD", and its readings where there are several.

    value is None where nothing can be said ("since the pandemic"); then it is ambiguous without readings.
    """

    start: int
    end: int
    value: str | None
    ambiguous: bool
    readings: tuple[str, ...]


def read_dates(text: Text, today: date) -> list[DateRead]:
    """Every date of the message read without a role, in order."""
    tokens = lex(text)
    found = []
    for spot in moments(tokens, today):
        if not spot.moment.forms:
            continue
        moment, resolved = spot.moment, resolve(spot.moment, today, Role.LONE)
        found.append(DateRead(moment.start, moment.end, *_values(moment, resolved)))
    return found


def _values(moment: Moment, resolved: Resolved) -> tuple[str | None, bool, tuple[str, ...]]:
    texts = tuple(when.text() for when in resolved.options)
    listed = texts if len(texts) > 1 and not moment.vague else ()
    return texts[0] if texts else None, resolved.ambiguous, listed


class Spot(NamedTuple):
    """A moment and the tokens it stands in, ``first`` to ``last`` exclusive."""

    first: int
    last: int
    moment: Moment


def moments(tokens: Tokens, today: date) -> list[Spot]:
    """Every date, the longest wording at each place, in order."""
    spots: list[Spot] = []
    at = _RULES.next(tokens.shape, 0)
    while at < len(tokens):
        spot = _moment_at(tokens, at, today)
        if spot:
            spots.append(spot)
        at = _RULES.next(tokens.shape, spot.last if spot else at + 1)
    return _in_one_order(spots)


def _moment_at(tokens: Tokens, at: int, today: date) -> Spot | None:
    for found, build in _RULES.matches(tokens.shape, at):
        if reading := build(tokens, found, today):
            last = reading.last or found.end()
            moment = Moment(tokens[at].start, tokens[last - 1].end, reading.forms, reading.vague)
            return Spot(at, last, moment)
    return None


def _in_one_order(spots: list[Spot]) -> list[Spot]:
    """One writer, one order: 25/06/24 in a message settles 04/06/24 as day first."""
    styles = {spot.moment.forms[0].style for spot in spots if len(spot.moment.forms) == 1} & {
        "dmy",
        "mdy",
    }
    if len(styles) != 1:
        return spots
    (style,) = styles
    settled = []
    for spot in spots:
        kept = tuple(form for form in spot.moment.forms if form.style == style)
        if len(spot.moment.forms) > 1 and kept:
            moment = spot.moment
            spot = spot._replace(moment=Moment(moment.start, moment.end, kept, moment.vague))
        settled.append(spot)
    return settled


class _Reading(NamedTuple):
    forms: tuple[Form, ...]
    vague: bool = False
    last: int = 0  # the token after the moment, where it takes less than the pattern


def _exact(when: When, vague: bool = False) -> _Reading:
    return _Reading((Form(*when),), vague)


# -- months -------------------------------------------------------------------------------------------


def _day_month(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    day, month = _value(tokens, found, "day"), _value(tokens, found, "month")
    at = found.start("day")
    if not 1 <= day <= 31 or tokens[at].text.startswith("0") and day == 0:
        return None
    run = [tokens.kind(back) for back in (at - 1, at - 2, at - 3, at - 4)]
    if tokens[at].kind == "NUM":
        in_a_row = [kind for kind in run if kind not in ("COMMA", "SLASH", "AND")][:2]
        if run[0] in ("FULLTIME", "PARTTIME") or in_a_row == ["NUM", "NUM"] or "DEC" in in_a_row:
            return None
    year, last = _year_after(tokens, found.end(), today)
    form = Form(year, month, day)
    if exists(year, month, day):
        return _Reading((form,), last=last)
    return _Reading((Form(year, month),), True, last)


def _month_day(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    day, month = _value(tokens, found, "day"), _value(tokens, found, "month")
    year, last = _year_after(tokens, found.end(), today)
    token = tokens[found.start("day")]
    if not 1 <= day <= 31 or (year is None and token.kind != "ORD"):
        return None
    if exists(year, month, day):
        return _Reading((Form(year, month, day),), last=last)
    return _Reading((Form(year, month),), True, last)


def _month_year(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    token = tokens[found.start("year")]
    year = token.value if token.kind == "YEAR" else full_year(token.value, today)
    return _Reading((Form(year, _value(tokens, found, "month")),))


def _month_number(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    at = found.start("number")
    number = tokens[at].value
    if (
        is_amount(tokens, at)
        or len(tokens[at].text) > 2
        or 31 < number < 50
        or number == 0
        and tokens[at].text == "0"
    ):
        return None
    forms, vague = month_and_number(_value(tokens, found, "month"), number, today)
    return _Reading(forms, vague)


def _month_of_year(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    shift = {"LAST": -1, "PREVIOUS": -1, "PRECEDING": -1, "THIS": 0, "NEXT": 1}
    pointer = tokens[found.start("pointer")].kind
    return _Reading((Form(today.year + shift[pointer], _value(tokens, found, "month")),))


def _pointed_month(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    """ "last june" said in November may be either year's; "last november" then is last year's."""
    month, pointer = _value(tokens, found, "month"), tokens[found.start("pointer")].kind
    this = Form(today.year, month)
    if pointer == "THIS" and not has(found, "past"):
        return _Reading((this,))
    if pointer == "NEXT":
        after = Form(today.year + 1, month)
        return _Reading((this, after) if month > today.month else (after,))
    before = Form(today.year - 1, month)
    if pointer == "THIS":
        return _Reading((this if month <= today.month else before,))
    return _Reading((this, before) if month < today.month else (before,))


def _either_month(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    """ "aug or sept 2024"."""
    months = _value(tokens, found, "month"), _value(tokens, found, "second")
    if not has(found, "year"):
        return _Reading(tuple(Form(None, month) for month in months))
    token = tokens[found.start("year")]
    year = token.value if token.kind == "YEAR" else full_year(token.value, today)
    return _Reading(tuple(Form(year, month) for month in months))


def _lone_month(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    return _Reading((Form(None, _value(tokens, found, "month")),))


# -- figures, years, seasons ----------------------------------------------------------------------------


def _numeric(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    forms, vague = numeric_forms(tokens[found.end() - 1].text, today)
    return _Reading(forms, vague) if forms else None


def _short_numeric(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    """ "05/24": a month and a year, or a day; only where a role word or a second such date is near."""
    first, second = tokens[found.start("first")], tokens[found.start("second")]
    beside = {tokens.kind(found.start() - 1), tokens.kind(found.start() - 2)}
    if not beside & _ROLE_WORDS and not _SHORT_RANGE.match(tokens.shape, found.start()):
        return None
    if is_amount(tokens, found.end() - 1) or tokens.kind(found.end()) == "SLASH":
        return None
    forms: list[Form] = []
    if exists(None, first.value, None):
        if len(second.text) == 2:
            forms += month_and_number(first.value, second.value, today)[0]
        elif exists(None, first.value, second.value):
            forms.append(Form(None, first.value, second.value, "mdy"))
    if exists(None, second.value, first.value):
        forms.append(Form(None, second.value, first.value, "dmy"))
    return _Reading(tuple(forms)) if forms else None


def _lone_year(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    year = _value(tokens, found, "year")
    if not today.year - 40 <= year <= today.year + 10 or is_amount(tokens, found.end() - 1):
        return None
    return _Reading((_part_of_year(tokens, found, year),), True)


def _pointed_year(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    shift = {"LAST": -1, "PREVIOUS": -1, "PRECEDING": -1, "THIS": 0, "NEXT": 1}
    year = today.year + shift[tokens[found.start("pointer")].kind]
    return _Reading((_part_of_year(tokens, found, year),), True)


def _part_of_year(tokens: Tokens, found: re.Match[str], year: int) -> Form:
    part = tokens[found.start("part")].kind if has(found, "part") else ""
    return Form(year, {"EARLY": 1, "STARTED": 1, "MID": 6, "ENDING": 12}.get(part))


def _season(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    """Three months, those that its part ("end of") names first; several winters or summers: vague."""
    begins = _value(tokens, found, "season")
    numbered = tokens.kind(found.end("season")) == "NUM"
    if numbered and not _opens_or_closes(tokens, found.start()):
        return None
    pointer = tokens[found.start("pointer")].kind if has(found, "pointer") else ""
    year, last = _year_after(tokens, found.end("season"), today)
    if has(found, "of") and year is None:
        year, last = _year_after(tokens, found.end("of"), today)
    bare = not pointer and year is None
    if bare and not has(found, "part") and not _opens_or_closes(tokens, found.start()):
        return None
    vague = bare
    if year is None:
        ended = latest(Form(None, (begins + 2) % 12 + 1), today)
        year = ended.year - (1 if begins == 12 else 0)
        if pointer == "NEXT":
            year += 1
        elif pointer == "THIS":
            year = today.year
        elif year == today.year:
            vague = True
    elif begins == 12:
        vague = True
    if (
        tokens.kind(last) == "SLASH"
        and tokens.kind(last + 1) == "NUM"
        and tokens[last + 1].value == (year + 1) % 100
    ):
        last += 2
    months = [When(year + (begins + k - 1) // 12, (begins + k - 1) % 12 + 1) for k in range(3)]
    part = tokens[found.start("part")].kind if has(found, "part") else ""
    if part == "MID":
        months = [months[1], months[0], months[2]]
    elif part == "ENDING":
        months.reverse()
    return _Reading(tuple(Form(*month) for month in months), vague, last)


def _opens_or_closes(tokens: Tokens, at: int) -> bool:
    """Whether a stretch begins or ends here: "since summer", "started in summer", but not "in summer 45 hours"."""
    while tokens.kind(at - 1) in ("IN", "ON", "THE"):
        at -= 1
    return tokens.kind(at - 1) in ("SINCE", "FROM", "TO", "STARTED", "STOPPED", "BETWEEN", "BACK")


# -- relative ---------------------------------------------------------------------------------------------


def _ago(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    amount = tokens[found.start("amount")] if has(found, "amount") else None
    unit = tokens[found.start("unit")].kind
    vague = has(found, "hedge")
    if (
        amount is None
        or amount.kind == "FEW"
        or has(found, "few")
        or amount.kind == "DEC"
        and not amount.text.endswith(".5")
    ):
        return _Reading((), True)
    count = (
        1
        if amount.kind in ("ART", "AN")
        else 0
        if amount.kind == "HALF"
        else int(float(amount.text))
    )
    half = has(found, "half") or amount.kind in ("DEC", "HALF")
    more = _value(tokens, found, "months") if has(found, "months") else 0
    if count > 60:
        return _Reading((), True)
    if unit in ("YEARS", "AN"):
        return _exact(months_back(today, count * 12 + 6 * half + more), vague)
    if unit == "MONTHS":
        return _exact(months_back(today, count), vague or half)
    return _some_days_back(today, count * (7 if unit == "WEEK" else 1), unit, vague)


def _month_years_ago(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    """ "two years ago in december"."""
    amount = tokens[found.start("amount")]
    years = 1 if amount.kind == "ART" else amount.value
    return (
        _Reading((Form(today.year - years, _value(tokens, found, "month")),))
        if 0 < years <= 30
        else None
    )


def _some_days_back(today: date, days: int, unit: str, vague: bool) -> _Reading:
    """A number of days gives the day; weeks are looser and give the month or months they fall in."""
    if unit == "DAY":
        return _exact(days_back(today, days), vague)
    months = dict.fromkeys(
        days_back(today, days + slack)._replace(day=None) for slack in (0, 3, -3)
    )
    return _Reading(tuple(Form(*month) for month in months), vague)


def _pointed_unit(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    pointer = tokens[found.start("pointer")].kind
    unit = tokens[found.start("unit")].kind
    back = {"LAST": 1, "PREVIOUS": 1, "PRECEDING": 1, "THIS": 0, "NEXT": -1}[pointer]
    if unit == "MONTHS":
        return _exact(months_back(today, back))
    return _some_days_back(today, 7 * back, "WEEK", False)


def _yesterday(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    return _exact(days_back(today, 2 if tokens[found.start()].text.startswith("day") else 1))


def _unknown(tokens: Tokens, found: re.Match[str], today: date) -> _Reading | None:
    return (
        _Reading((), True)
        if tokens.kind(found.start() - 1) in ("SINCE", "FROM", "STARTED") or has(found, "ago")
        else None
    )


def _value(tokens: Tokens, found: re.Match[str], group: str) -> int:
    return tokens[found.start(group)].value


def _year_after(tokens: Tokens, at: int, today: date) -> tuple[int | None, int]:
    """The year written right after a day or season, and the token after it."""
    token_at = at + 1 if tokens.kind(at) in ("COMMA", "DASH", "SLASH", "DOT", "OF") else at
    if token_at >= len(tokens):
        return None, at
    token = tokens[token_at]
    if token.kind == "YEAR" and not is_amount(tokens, token_at):
        return token.value, token_at + 1
    if token.kind == "SHORTYEAR":
        return full_year(token.value, today), token_at + 1
    plausible = today.year - PLAUSIBLE_YEARS <= 2000 + token.value <= today.year + 5
    if (
        token.kind == "NUM"
        and len(token.text) == 2
        and plausible
        and not is_amount(tokens, token_at)
    ):
        return 2000 + token.value, token_at + 1
    return None, at


_AMOUNT: Final = Pattern(
    """(?: (?:DASH|TO) (?:NUM|DEC) (?=DASH?HOUR) )? (?: DASH? (?:HOUR|DAY|WEEK|MONTHS|YEARS|SHIFT|MINUTE) | WEEKLY | FTE
    | PERCENT | TIMES | PLUS | BIWEEKLY | MONEY | (?:SLASH|PER|EACH|EVERY|ART|AN|IN|THE)+ (?:HOUR|DAY|WEEK|MONTHS|YEARS) )"""
)


def is_amount(tokens: Tokens, at: int) -> bool:
    """Whether a number is followed by a unit, so that it is no part of a date ("since may 40 hrs")."""
    return _AMOUNT.match(tokens.shape, at + 1) is not None


_ROLE_WORDS: Final = frozenset(
    "SINCE FROM TO STARTED STOPPED BETWEEN IN ON BACK DE SE THE OF DASH AND EARLY MID ENDING DURING".split()
)
_SHORT_RANGE: Final = Pattern("NUM SLASH NUM (?:TO|DASH) (?: NUM SLASH NUM | STILL? NOW | STILL )")

_PART: Final = """(?: THE? (?P<part> (?:EARLY|MID|ENDING) | STARTED (?=OF|DE) ) (?:OF|DASH|DE|IN)* THE?
    | THE? (?:NTH|ORD|LAST) WEEK OF THE? | (?P<of_month> THE? MONTHS OF ) )?"""
_POINTER: Final = "(?P<pointer> LAST|PREVIOUS|THIS|NEXT )"

_Builder = Callable[[Tokens, "re.Match[str]", date], "_Reading | None"]
_RULES: Final = Rules[_Builder](
    [
        (f"{_PART} NUMDATE", _numeric),
        ("(?P<month> MONTH ) (?P<amount> NUM|ART ) YEARS (?:AGO|BACK)", _month_years_ago),
        (
            "(?P<amount> NUM|ART ) YEARS (?:AGO|BACK) (?:IN|COMMA) (?P<month> MONTH )",
            _month_years_ago,
        ),
        ("(?P<day> NUM|ORD ) (?:OF|DASH|SLASH|DE|DOT)? THE? (?P<month> MONTH )", _day_month),
        (f"{_PART} (?P<month> MONTH ) (?:DASH|SLASH|DOT|THE)? (?P<day> NUM|ORD )", _month_day),
        (
            f"{_PART} (?P<month> MONTH ) (?:OF|COMMA|DASH|SLASH|DOT|DE)? (?P<year> YEAR|SHORTYEAR )",
            _month_year,
        ),
        (f"{_PART} (?P<month> MONTH ) (?:OF|DE|IN)? THE? {_POINTER} YEARS", _month_of_year),
        ("(?P<month> MONTH ) DE? THE? YEARS (?P<pointer> PRECEDING )", _month_of_year),
        (
            f"{_POINTER} YEARS (?:IN|OF|COMMA)? {_PART} (?P<month> MONTH ) (?! COMMA? (?:YEAR|SHORTYEAR))",
            _month_of_year,
        ),
        (f"{_PART} (?P<month> MONTH ) (?:DASH|SLASH|DOT)? (?P<number> NUM )", _month_number),
        (
            "(?P<year> YEAR ) (?:DASH|SLASH)? (?P<month> MONTH ) (?! COMMA? (?:YEAR|SHORTYEAR|NUM|ORD))",
            _month_year,
        ),
        (f"{_PART} {_POINTER} (?P<past> LAST )? (?P<month> MONTH )", _pointed_month),
        ("(?P<month> MONTH ) (?P<pointer> PRECEDING ) (?P<past> LAST )?", _pointed_month),
        (
            f"(?P<month> MONTH ) (?:SLASH|OR) (?P<second> MONTH ) (?P<year> YEAR|SHORTYEAR )?",
            _either_month,
        ),
        (f"{_PART} (?P<month> MONTH )", _lone_month),
        (
            f"{_PART} {_POINTER[:-1]})? (?P<season> SEASON ) (?P<of> (?:OF|DE|IN|COMMA) THE? )?",
            _season,
        ),
        (
            """(?P<hedge> HEDGE|OVER|NEARLY )? (?:ILYA (?:HEDGE)?)? (?P<amount> NUM|DEC|ART|AN|FEW|HALF )? (?:OF|AN|(?P<few> FEW ) OF?)*
            (?P<unit> YEARS|MONTHS|WEEK|DAY ) (?P<half> AND (?:ART|AN)? HALF )?
            (?: AND? (?P<months> NUM ) MONTHS )? (?: HEDGE )? (?:AGO|BACK)""",
            _ago,
        ),
        (
            """ILYA (?P<hedge> HEDGE )? (?P<amount> NUM|ART ) (?P<unit> YEARS|AN|MONTHS|WEEK|DAY )
            (?P<half> AND (?:ART|AN)? HALF )?""",
            _ago,
        ),
        (f"{_PART} THE? {_POINTER} (?P<unit> MONTHS|WEEK )", _pointed_unit),
        (f"{_PART} THE? (?P<unit> MONTHS|WEEK ) (?P<pointer> PRECEDING )", _pointed_unit),
        (f"{_PART} THE? {_POINTER} YEARS", _pointed_year),
        (f"{_PART} THE? (?:YEARS|AN) (?P<pointer> PRECEDING )", _pointed_year),
        (f"{_PART} (?P<year> YEAR )", _lone_year),
        ("YESTERDAY", _yesterday),
        ("(?P<first> NUM ) SLASH (?P<second> NUM )", _short_numeric),
        ("(?:ART|THE|FEW)? LONG (?P<ago> AGO|BACK )?", _unknown),
    ]
)
