"""The countable hours by the day of the application, as a line with few points: for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import accumulate

from cec import parameters
from cec.assessment import day_of, figures_on
from cec.case import Case
from cec.counts import count
from cec.outlook import YEARS_AHEAD
from cec.parameters import Figures
from cec.timeline import overlay
from cec.windows import years_after


def hours_over_time(case: Case, as_of: date | None = None) -> tuple[tuple[date, Fraction], ...]:
    """The hours known to count if the application is made on each day, as (day, hours).

    From a year before ``as_of`` (else the case's own day) to three years after it; jobs still held go on.
    Only the days at which the slope changes are given, and both ends: in between the hours lie on a
    straight line, exactly. Raises CaseError("as_of", ...) as ``assess`` does.
    """
    day = day_of(case, as_of)
    figures_on(day)
    first = max(parameters.first_day(), years_after(day, -1))
    by_day: list[tuple[date, Fraction]] = []
    for since, until, figures in parameters.periods(first, years_after(day, YEARS_AHEAD)):
        by_day += _by_day(case, since, until, figures)
    return tuple(_bends(by_day))


def _by_day(case: Case, first: date, last: date, figures: Figures) -> Iterator[tuple[date, Fraction]]:
    """The hours for each day of application from ``first`` to ``last``.

    What a day of work adds does not depend on the day of the application, so running sums over all
    days give the sum over any window.
    """
    days = [date.fromordinal(ordinal) for ordinal in range(first.toordinal(), last.toordinal() + 1)]
    origin, end = years_after(first, -figures.window_years).toordinal(), last.toordinal()
    found = count(case, (origin, end), figures)
    known, timeline = found.outright, found.outright.timeline
    daily = [0] * (end - origin)
    for since, until, possible, certain in overlay([claim.days if claim.may_count else () for claim in found.claims]):
        together = timeline.together((possible & known.full) | (certain & known.sure))
        daily[since - origin : until - origin] = [min(timeline.cap, together)] * (until - since)
    sums = list(accumulate(daily, initial=0))
    for day in days:
        opens = years_after(day, -figures.window_years).toordinal()
        yield day, timeline.in_hours(sums[day.toordinal() - origin] - sums[opens - origin])


def _bends(points: list[tuple[date, Fraction]]) -> Iterator[tuple[date, Fraction]]:
    yield points[0]
    for (_, before), (day, here), (_, after) in zip(points, points[1:], points[2:], strict=False):
        if here - before != after - here:
            yield day, here
    if len(points) > 1:
        yield points[-1]
