"""The countable hours by the day of the application, as a line with few points: for pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from cec import parameters
from cec.assessment import day_of, figures_on
from cec.case import Case
from cec.counts import count
from cec.outlook import YEARS_AHEAD
from cec.parameters import Figures
from cec.signs import running_sums
from cec.timeline import overlay
from cec.windows import openings, years_after


def hours_over_time(case: Case, as_of: date | None = None) -> tuple[tuple[date, Fraction], ...]:
    """The hours known to count if the application is made on each day, as (day, hours).

    From a year before ``as_of`` (else the case's own day) to three years after it; jobs still held go on.
    Only the days at which the slope changes are given, and both ends: in between the hours lie on a
    straight line, exactly. Raises CaseError("as_of", ...) as ``assess`` does.
    """
    day = day_of(case, as_of)
    figures_on(day)
    first = max(parameters.first_day(), years_after(day, -1))
    found: list[_Units] = []
    for since, until, figures in parameters.periods(first, years_after(day, YEARS_AHEAD)):
        found.append(_by_day(case, since, until, figures))
    unit = lcm(*(units.unit for units in found))
    by_day = [amount * (unit // units.unit) for units in found for amount in units.amounts]
    return tuple((first + timedelta(days=place), Fraction(by_day[place], unit)) for place in _bends(by_day))


class _Units(NamedTuple):
    """An amount for each day of application, in whole parts of an hour; `unit` parts are an hour."""

    amounts: list[int]
    unit: int


def _by_day(case: Case, first: date, last: date, figures: Figures) -> _Units:
    """The hours for each day of application from ``first`` to ``last``.

    What a day of work adds does not depend on the day of the application, so running sums over all
    days give the sum over any window.
    """
    days = range(first.toordinal(), last.toordinal() + 1)
    opens = openings(days, figures.window_years)
    origin, end = opens[0], days[-1]
    found = count(case, (origin, end), figures)
    known, timeline = found.outright, found.outright.timeline
    runs = list(overlay([claim.days if claim.may_count else () for claim in found.claims]))
    jobs = [(possible & known.full) | (certain & known.sure) for _, _, possible, certain in runs]
    sums, _ = running_sums(runs, [min(timeline.cap, timeline.together(each)) for each in jobs], origin, end)
    return _Units(
        [sums[day - origin] - sums[opened - origin] for day, opened in zip(days, opens, strict=True)], timeline.unit
    )


def _bends(amounts: Sequence[int]) -> Iterator[int]:
    """The places at which the slope changes, and both ends."""
    yield 0
    for place in range(1, len(amounts) - 1):
        if amounts[place] - amounts[place - 1] != amounts[place + 1] - amounts[place]:
            yield place
    if len(amounts) > 1:
        yield len(amounts) - 1
