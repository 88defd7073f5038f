"""What the readings of dates share: their result, the year beside them, and what is no date after all."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from nlu.matched import Matched
from nlu.moments import PLAUSIBLE_YEARS, Form, When, full_year
from nlu.patterns import Pattern, classes
from nlu.tokens import Tokens

Phrase = Matched[Tokens]

#: "last" and "previous" year, "mars dernier", "this year", "next year": how many years from this one.
YEARS_AWAY: Final = {"LAST": -1, "PREVIOUS": -1, "PRECEDING": -1, "THIS": 0, "NEXT": 1}

_AMOUNT: Final = Pattern(
    """(?: (?:DASH|TO) (?:NUM|DEC) (?= DASH? HOUR) )?
    (?: DASH? (?:HOUR|DAY|WEEK|MONTHS|YEARS|SHIFT|MINUTE)
      | WEEKLY | BIWEEKLY | FTE | PERCENT | TIMES | PLUS | MONEY
      | (?:SLASH|PER|EACH|EVERY|ART|AN|IN|THE)+ (?:HOUR|DAY|WEEK|MONTHS|YEARS) )"""
)
_ENDS: Final = classes("SINCE FROM TO STARTED STOPPED BETWEEN BACK")


class Reading(NamedTuple):
    """The forms that a date may have. vague: more is open. last: where it takes less than its phrase."""

    forms: tuple[Form, ...]
    vague: bool = False
    last: int = 0


def exact(when: When, *, vague: bool = False) -> Reading:
    """A date that is reckoned, not written."""
    return Reading((Form(*when),), vague)


def is_amount(tokens: Tokens, at: int) -> bool:
    """Whether a number is followed by a unit, so that it is no part of a date ("since may 40 hrs")."""
    return _AMOUNT.match(tokens.shape, at + 1) is not None


def opens_or_closes(tokens: Tokens, at: int) -> bool:
    """Whether a stretch begins or ends here: "since summer", not "in summer 45 hours"."""
    while tokens.kind(at - 1) in ("IN", "ON", "THE"):
        at -= 1
    return tokens.kind(at - 1) in _ENDS


def year_of(phrase: Phrase, today: date) -> int | None:
    """The year in the group "year": "2024" or "'24"; None where there is none."""
    if not phrase.has("year"):
        return None
    token = phrase.token("year")
    return token.value if token.kind == "YEAR" else full_year(token.value, today)


def year_after(tokens: Tokens, at: int, today: date) -> tuple[int | None, int]:
    """The year written right after a day or season, and the place after it."""
    place = at + 1 if tokens.kind(at) in ("COMMA", "DASH", "SLASH", "DOT", "OF", "DE") else at
    if place >= len(tokens) or is_amount(tokens, place):
        return None, at
    token = tokens[place]
    if token.kind == "YEAR":
        return token.value, place + 1
    if token.kind == "SHORTYEAR":
        return full_year(token.value, today), place + 1
    is_plausible = today.year - PLAUSIBLE_YEARS <= 2000 + token.value <= today.year + 5
    is_next_day = tokens.kind(place + 1) == "MONTH"  # "1 feb - 31 may"
    if token.kind == "NUM" and len(token.text) == 2 and is_plausible and not is_next_day:
        return 2000 + token.value, place + 1
    return None, at
