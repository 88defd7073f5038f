"""Turns hours told by day, fortnight, month or year into hours a week, exactly where that is possible."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Final

WEEKS_A_YEAR: Final = 52
MONTHS_A_YEAR: Final = 12
#: No week has more hours; a larger figure is a total or a mistake.
MOST: Final = Decimal(168)

_CENT: Final = Decimal("0.01")


def from_days(hours: Decimal, days: Decimal) -> Decimal:
    return hours * days


def from_weeks(hours: Decimal, weeks: Decimal) -> Decimal:
    """Hours told for so many weeks; a fraction that does not end is cut to two places."""
    return cut(hours / weeks)


def from_month(hours: Decimal) -> Decimal:
    """Twelve months are 52 weeks; cut, never rounded up, so that no hour is made."""
    return cut(hours * MONTHS_A_YEAR / WEEKS_A_YEAR)


def from_half_month(hours: Decimal) -> Decimal:
    """Hours of a pay period where there are two a month."""
    return cut(hours * MONTHS_A_YEAR * 2 / WEEKS_A_YEAR)


def from_year(hours: Decimal) -> Decimal:
    return cut(hours / WEEKS_A_YEAR)


def plain(hours: Decimal) -> str:
    """ "37.5" for 37.50, "40" for 40: as a person would write it."""
    text = format(hours, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cut(hours: Decimal) -> Decimal:
    """A fraction of more than two places, cut to two."""
    return hours if hours == hours.quantize(_CENT, ROUND_DOWN) else hours.quantize(_CENT, ROUND_DOWN)
