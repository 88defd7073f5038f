"""Finds the dates in a message: written out, in figures, relative ("3 yrs ago"), or loose ("last fall").

``read_dates`` gives each with its value; ``moments`` gives them in all their forms, for the grammars
that know more about their role (nlu.stretches).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from nlu import relative_dates as relative
from nlu import written_dates as written
from nlu.date_parts import Phrase, Reading
from nlu.lexer import lex
from nlu.matched import Matched
from nlu.moments import Moment, Role, resolve
from nlu.patterns import Rules
from nlu.text import Text
from nlu.tokens import Tokens


class DateRead(NamedTuple):
    """One date at ``text[start:end]``, "YYYY-MM" or "YYYY-MM-DD", and its readings where it has several."""

    start: int
    end: int
    value: str
    ambiguous: bool
    readings: tuple[str, ...]


def read_dates(text: Text, today: date) -> list[DateRead]:
    """Every date of the message, read without a role, in order."""
    found = []
    for _, _, moment in moments(lex(text), today):
        if moment.forms:
            resolved = resolve(moment, today, Role.LONE)
            values = tuple(when.text() for when in resolved.options)
            listed = values if len(values) > 1 and not moment.vague else ()
            found.append(DateRead(moment.start, moment.end, values[0], resolved.ambiguous, listed))
    return found


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
    for found, reader in _RULES.matches(tokens.shape, at):
        if reading := reader(Matched(tokens, found), today):
            last = reading.last or found.end()
            moment = Moment(tokens[at].start, tokens[last - 1].end, reading.forms, reading.vague)
            return Spot(at, last, moment)
    return None


def _in_one_order(spots: list[Spot]) -> list[Spot]:
    """One writer, one order: 25/06/24 in a message settles 04/06/24 as day first."""
    certain = {spot.moment.forms[0].style for spot in spots if len(spot.moment.forms) == 1}
    orders = certain & {"dmy", "mdy", "ymd"}
    if len(orders) != 1:
        return spots
    (order,) = orders
    settled = []
    for spot in spots:
        moment = spot.moment
        kept = tuple(form for form in moment.forms if form.style == order)
        if len(moment.forms) > 1 and kept:
            spot = spot._replace(moment=Moment(moment.start, moment.end, kept, moment.vague))
        settled.append(spot)
    return settled


# The parts that wordings are made of.
_PART: Final = """(?: THE? (?P<part> (?:EARLY|MID|ENDING) | STARTED (?=OF|DE) ) (?:OF|DASH|DE|IN)* THE?
    | THE? (?:NTH|ORD|LAST) WEEK OF THE? | THE? MONTHS OF )?"""
_POINTER: Final = "(?P<pointer> LAST|PREVIOUS|THIS|NEXT )"
_MONTH: Final = "(?P<month> MONTH )"
_YEAR: Final = "(?P<year> YEAR|SHORTYEAR )"
_NO_YEAR: Final = "(?! COMMA? (?:YEAR|SHORTYEAR) )"
_CLOSED: Final = "(?= TO|DASH|NOW|SE|TAK|TILLNOW | (?!.) )"
_AND_A_HALF: Final = "(?P<half> AND (?:ART|AN)? HALF )?"

_RULES: Final = Rules[Callable[[Phrase, date], "Reading | None"]](
    [
        (f"{_PART} NUMDATE", written.numeric),
        (f"{_MONTH} (?P<amount> NUM|ART ) YEARS (?:AGO|BACK)", relative.month_years_ago),
        (
            f"(?P<amount> NUM|ART ) YEARS (?:AGO|BACK) (?:IN|COMMA) {_MONTH}",
            relative.month_years_ago,
        ),
        # months with days and years
        (
            f"(?P<day> NUM|ORD ) (?:OF|DE)? THE? {_MONTH} (?:OF|DE|IN|COMMA)? THE? {_POINTER} YEARS",
            written.day_of_year,
        ),
        (f"{_MONTH} (?P<day> NUM|ORD ) (?:OF|IN|COMMA)? THE? {_POINTER} YEARS", written.day_of_year),
        (f"{_POINTER} (?P<unit> MONTHS ) (?:ON|COMMA)? THE? (?P<day> ORD )", relative.pointed_day),
        (f"(?P<day> ORD ) OF? THE? {_POINTER} (?P<unit> MONTHS )", relative.pointed_day),
        (f"(?P<day> NUM|ORD ) (?:OF|DASH|SLASH|DE|DOT)? THE? {_MONTH}", written.day_month),
        (
            f"(?P<nth> NTH ) (?P<of> OF|DE )? THE? {_MONTH} (?: (?:OF|DE)? THE? {_POINTER} YEARS )?",
            written.first_of_month,
        ),
        (
            f"THE? (?P<last> STOPPED ) OF {_MONTH} (?: OF? {_YEAR} | OF? (?P<pointer> THIS|LAST ) YEARS )?",
            written.last_day,
        ),
        (f"{_PART} {_MONTH} COMMA? THE (?P<day> ORD )", written.month_day),
        (f"{_PART} {_MONTH} (?:DASH|SLASH|DOT|THE)? (?P<day> NUM|ORD )", written.month_day),
        (f"{_PART} {_MONTH} (?:OF|COMMA|DASH|SLASH|DOT|DE|IN)? {_YEAR}", written.month_year),
        (f"{_PART} {_MONTH} (?:OF|DE|IN|COMMA)? THE? {_POINTER} YEARS", written.month_of_year),
        (f"{_MONTH} (?:OF|DE|COMMA)? THE? (?:YEARS|AN) (?P<pointer> PRECEDING )", written.month_of_year),
        (f"{_POINTER} YEARS (?:IN|OF|ON|COMMA)? {_MONTH} (?P<day> NUM|ORD ) {_NO_YEAR}", written.day_of_year),
        (f"{_POINTER} YEARS (?:IN|OF|COMMA)? {_PART} {_MONTH} {_NO_YEAR}", written.month_of_year),
        (f"{_PART} {_MONTH} (?:DASH|SLASH|DOT)? (?P<number> NUM )", written.month_number),
        (
            f"(?P<year> YEAR ) (?:DASH|SLASH|DOT)? {_MONTH} (?:DASH|SLASH|DOT|THE)? (?P<day> NUM|ORD )",
            written.year_month_day,
        ),
        (f"(?P<year> YEAR ) COMMA {_MONTH} (?P<day> NUM|ORD ) {_CLOSED}", written.year_month_day),
        (f"(?P<year> YEAR ) (?:DASH|SLASH)? {_PART} {_MONTH} {_NO_YEAR}", written.month_year),
        (f"(?P<year> YEAR ) COMMA {_MONTH} {_CLOSED}", written.month_year),
        (f"(?P<year> YEAR ) COMMA? (?:IN|THE)* MONTHS (?:OF|DE)* {_MONTH} {_NO_YEAR}", written.month_year),
        (f"{_PART} {_POINTER} (?P<past> LAST )? {_MONTH}", written.pointed_month),
        (f"{_MONTH} (?P<pointer> PRECEDING ) (?P<past> LAST )?", written.pointed_month),
        (f"{_MONTH} (?:SLASH|OR) (?P<second> MONTH ) {_YEAR}? (?! SLASH MONTH)", written.either_month),
        (f"{_PART} {_MONTH}", written.lone_month),
        (
            f"{_PART} {_POINTER}? (?P<season> SEASON ) (?P<of> (?:OF|DE|IN|COMMA) THE? )?",
            written.season,
        ),
        # reckoned from today
        (
            f"""(?P<hedge> HEDGE|OVER|NEARLY )? (?:ILYA HEDGE?)?
            (?P<amount> NUM|DEC|ART|AN|FEW|HALF )? (?:OF|AN|(?P<few> FEW ) OF?)*
            (?P<unit> YEARS|MONTHS|WEEK|DAY ) {_AND_A_HALF}
            (?: AND? (?P<months> NUM ) MONTHS )? HEDGE? (?:AGO|BACK)""",
            relative.ago,
        ),
        (
            f"""ILYA (?P<hedge> HEDGE )? (?P<amount> NUM|ART )
            (?P<unit> YEARS|AN|MONTHS|WEEK|DAY ) {_AND_A_HALF}""",
            relative.ago,
        ),
        (f"{_PART} THE? {_POINTER} (?P<unit> MONTHS|WEEK )", relative.pointed_unit),
        (f"{_PART} THE? (?P<unit> MONTHS|WEEK ) (?P<pointer> PRECEDING )", relative.pointed_unit),
        (f"{_PART} THE? {_POINTER} YEARS", written.pointed_year),
        (f"{_PART} THE? (?:YEARS|AN) (?P<pointer> PRECEDING )", written.pointed_year),
        (f"{_PART} (?P<year> YEAR )", written.lone_year),
        ("YESTERDAY", relative.yesterday),
        ("LAST (?P<weekday> WEEKDAY )", relative.last_weekday),
        ("(?P<weekday> WEEKDAY ) PRECEDING", relative.last_weekday),
        ("(?P<first> NUM ) SLASH (?P<second> NUM )", written.short_numeric),
        ("(?:ART|THE|FEW)? LONG (?P<ago> AGO|BACK )?", relative.long_ago),
    ]
)
