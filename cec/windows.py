"""Years counted on the calendar, as the regulation counts them: from day to same day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

DAYS_IN_A_WEEK: Final = 7


def years_after(day: date, years: int) -> date:
    """The same calendar day ``years`` later, or earlier; 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, and the other year is not a leap year
        return day.replace(year=day.year + years, day=28)


def window(as_of: date, years: int) -> tuple[int, int]:
    """The days whose work counts on ``as_of``, as proleptic ordinals, the last one left out.

    IRPR 87.1(2)(a): within ``years`` years before the day of the application, so ``as_of`` itself
    is not in it.
    """
    return years_after(as_of, -years).toordinal(), as_of.toordinal()


@lru_cache(maxsize=8)
def openings(days: range, years: int) -> tuple[int, ...]:
    """The first day of the window of each of these days of application, all as proleptic ordinals."""
    return tuple(years_after(date.fromordinal(day), -years).toordinal() for day in days)
