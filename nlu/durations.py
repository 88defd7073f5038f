"""Lengths of time that are not tied to the calendar: "14 months", "a year and a half", "few months"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, NamedTuple

from nlu.patterns import Pattern, classes, has
from nlu.tokens import Tokens

_UNITS: Final = {"DAY": "day", "WEEK": "week", "MONTHS": "month", "YEARS": "year", "AN": "year"}


class Length(NamedTuple):
    """A length at tokens ``first`` to ``last`` exclusive. amount None: not said ("few months").

    other: the other amount of "1 to 2 years". vague: hedged ("over 2 years", "a year and something").
    """

    first: int
    last: int
    amount: Decimal | None
    unit: str
    other: Decimal | None = None
    vague: bool = False

    @property
    def ambiguous(self) -> bool:
        return self.vague or self.amount is None or self.other is not None

    def months(self) -> int | None:
        """Whole months, None for days and weeks, parts of a month, or an amount not said."""
        if self.amount is None or self.unit not in ("month", "year"):
            return None
        months = self.amount * (12 if self.unit == "year" else 1)
        return int(months) if months == int(months) else None

    def days(self) -> int | None:
        per_unit = {"day": 1, "week": 7}.get(self.unit)
        return int(self.amount * per_unit) if per_unit and self.amount is not None else None

    def value(self) -> dict[str, Any] | None:
        return None if self.amount is None else {"amount": _plain(self.amount), "unit": self.unit}

    def readings(self) -> tuple[dict[str, Any], ...]:
        if self.amount is None or self.other is None:
            return ()
        return tuple({"amount": _plain(each), "unit": self.unit} for each in (self.amount, self.other))


_LENGTH: Final = Pattern(
    """(?P<hedge> HEDGE|NEARLY|OVER|UNDER|PLUS )?
    (?P<amount> NUM|DEC|BIG | ART? (?P<few> FEW ) OF? | HALF (?:ART|AN)? | ART|AN )
    (?: (?:TO|DASH|OR) (?P<other> NUM|DEC ) )? (?P<plus> PLUS )? (?: AND (?:ART|AN)? (?P<half> HALF ) )?
    DASH? (?P<unit> YEARS|MONTHS|WEEK|DAY|AN )
    (?: (?P<more> PLUS | (?:AND|OR) (?:SOMETHING|FEW|MORE) (?:DAY|WEEK|MONTHS)? ) | SOMETHING
      | AND? (?:ART|AN)? (?P<half_after> HALF )
      | (?<=YEARS) (?:AND|COMMA|DASH)? (?P<months> NUM ) MONTHS
      | (?<=MONTHS) AND? (?P<rest> NUM ) (?:DAY|WEEK) )?"""
)
_PER_TIME: Final = Pattern(
    "(?: (?:PER|EACH|EVERY|SLASH|ART|IN|THE)+ (?:WEEK|MONTHS|YEARS|DAY) | WEEKLY | TIMES | OFF | ON | AFTER | BEFORE )"
)
_FOLLOWED_BY_A_THING: Final = Pattern(
    "DASH? (?:WORD|WORKED|FULLTIME)? (?:WORD|WORKED)? (?:PERMIT|STUDY|SCHOOL|OLD|EXPIRE)"
)
_BEFORE_A_RATE: Final = classes(
    "PER EACH TIMES EVERY NUM DEC BIG HOUR MONEY TIME NTH ORD IN AFTER NEXT SLASH MINUTE SHIFT"
)
_INTRODUCES: Final = classes("FOR SINCE LAST FROM HEDGE NEARLY OVER PREVIOUS AND COMMA DOT WORKED OFF BREAK LEAVE")


def length_at(tokens: Tokens, at: int) -> Length | None:
    """The length that begins at a token, unless it is part of a rate ("5 days a week") or describes a thing."""
    found = _LENGTH.match(tokens.shape, at)
    if not found:
        return None
    amount, unit = tokens[found.start("amount")], tokens[found.start("unit")]
    before = tokens.kind(at - 1)
    if before in _BEFORE_A_RATE and not (before in ("NUM", "DEC") and unit.kind != "AN"):
        return None
    if unit.kind == "AN" and amount.kind not in ("NUM", "ART"):
        return None
    if (
        amount.kind in ("ART", "AN")
        and not has(found, "few")
        and (before not in _INTRODUCES | {""} and not has(found, "half_after") and not has(found, "more"))
    ):
        return None
    is_french = amount.text.startswith("un")
    if amount.kind == "ART" and not has(found, "few") and not is_french and unit.kind in ("AN", "DAY"):
        return None
    if _PER_TIME.match(tokens.shape, found.end()) or _FOLLOWED_BY_A_THING.match(tokens.shape, found.end()):
        return None
    return _measured(tokens, found, at)


def _measured(tokens: Tokens, found: re.Match[str], at: int) -> Length | None:
    amount, unit = tokens[found.start("amount")], _UNITS[tokens[found.start("unit")].kind]
    hedged = has(found, "hedge") and tokens[found.start("hedge")].kind != "HEDGE"
    vague = (
        bool(hedged or has(found, "plus") or has(found, "more") or has(found, "rest"))
        or tokens[found.end() - 1].kind == "SOMETHING"
    )
    if has(found, "few") and unit in ("day", "week"):
        return None
    if has(found, "few"):
        return Length(at, found.end(), None, unit)
    number = {"ART": Decimal(1), "AN": Decimal(1), "HALF": Decimal("0.5")}.get(amount.kind)
    number = Decimal(amount.text) if number is None else number
    if has(found, "half") or has(found, "half_after"):
        number += Decimal("0.5")
    if has(found, "months"):
        whole = number * 12 + tokens[found.start("months")].value
        return Length(at, found.end(), whole, "month", None, vague)
    other = Decimal(tokens[found.start("other")].text) if has(found, "other") else None
    return Length(at, found.end(), number, unit, other, vague)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
