"""The hours by the day of the application: the same as an assessment on each day, in few points."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cec import assess, parse_case
from cec.hours_over_time import hours_over_time
from cec.windows import years_after
from tests.strategies import cases, cases_with_unknowns

Points = tuple[tuple[date, Fraction], ...]


def on(points: Points, day: date) -> Fraction:
    """The hours on a day, on the straight line between the points around it."""
    for (since, before), (until, after) in pairwise(points):
        if since <= day <= until:
            return before + (after - before) * Fraction((day - since).days, (until - since).days)
    raise AssertionError(f"{day} lies outside the points")


def assert_agrees(case: dict[str, Any], share: float) -> None:
    parsed = parse_case(case)
    points = hours_over_time(parsed)
    first, last = points[0][0], points[-1][0]
    chosen = first + timedelta(days=int((last - first).days * share))
    bends = [day + timedelta(days=off) for day, _ in points for off in (-1, 0, 1)]
    for day in {chosen, *bends[::3]}:
        if first <= day <= last:
            assert on(points, day) == assess(parsed, day).work.countable_hours, day


@settings(max_examples=60, deadline=None)
@given(cases(), st.floats(0, 1))
def test_on_every_day_the_hours_are_those_of_an_assessment_on_that_day(case: dict[str, Any], share: float) -> None:
    assert_agrees(case, share)


@settings(max_examples=40, deadline=None)
@given(cases_with_unknowns(), st.floats(0, 1))
def test_where_facts_are_unknown_the_hours_are_those_known_to_count(case: Any, share: float) -> None:
    assert_agrees(case[0], share)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_the_points_go_from_a_year_back_to_three_years_ahead_and_each_one_is_a_bend(case: dict[str, Any]) -> None:
    points = hours_over_time(parse_case(case))
    today = date.fromisoformat(case["as_of"])
    assert (points[0][0], points[-1][0]) == (years_after(today, -1), years_after(today, 3))
    slopes = [(after - before) / (until - since).days for (since, before), (until, after) in pairwise(points)]
    assert all(one != other for one, other in pairwise(slopes))
