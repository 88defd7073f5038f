"""What if: the case as it would be, and what holds of all such cases."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cec import CaseError, assess, outlook, parse_case
from cec.supposing import Applies, Ends, Hours, Scores, Studies, UnitGroup, prospect, side_by_side, suppose
from tests.strategies import cases

DAY = timedelta(days=1)


def _case(told: dict[str, Any]) -> Any:
    return parse_case({**told, "outside_quebec": True, "inadmissibility": []})


@settings(max_examples=40, deadline=None)
@given(cases(min_jobs=1, max_jobs=3))
def test_the_outlooks_day_is_eligible_and_the_day_before_is_not(told: dict[str, Any]) -> None:
    case, today = _case(told), date.fromisoformat(told["as_of"])
    first = outlook(case).eligible_from
    if first is not None:
        assert assess(case, first).outcome == "eligible"
        assert first == today or assess(case, first - DAY).outcome != "eligible"


@settings(max_examples=40, deadline=None)
@given(cases(min_jobs=1, max_jobs=2), st.integers(1, 30))
def test_more_hours_in_every_job_never_postpone_the_work(told: dict[str, Any], more: int) -> None:
    today = date.fromisoformat(told["as_of"])
    raised = [{**job, "hours_per_week": min(168, float(job["hours_per_week"]) + more)} for job in told["jobs"]]
    before, after = (outlook(_case({**told, "jobs": jobs})).work.first for jobs in (told["jobs"], raised))
    assert (after or date.max) <= (before or date.max)
    assert after is None or after >= today


@settings(max_examples=30, deadline=None)
@given(cases(min_jobs=1, max_jobs=3), st.integers(0, 400))
def test_stopping_or_studying_never_brings_the_work_nearer(told: dict[str, Any], ahead: int) -> None:
    case, day = _case(told), date.fromisoformat(told["as_of"]) + ahead * DAY
    as_it_is = outlook(case).work.first or date.max
    for supposition in (Ends(day), Studies(day)):
        assert (outlook(suppose(case, supposition).case).work.first or date.max) >= as_it_is


@settings(max_examples=30, deadline=None)
@given(cases(min_jobs=1, max_jobs=3), st.integers(0, 400))
def test_the_same_hours_from_a_day_on_change_nothing(told: dict[str, Any], ahead: int) -> None:
    case, day = _case(told), date.fromisoformat(told["as_of"]) + ahead * DAY
    same = [Hours(job.hours_per_week, day, at) for at, job in enumerate(case.jobs) if job.still_held]
    supposed = suppose(case, *same).case
    assert prospect(supposed) == prospect(case)


@settings(max_examples=30, deadline=None)
@given(cases(min_jobs=1, max_jobs=3))
def test_supposing_leaves_the_case_as_it_was_and_tells_whose_each_job_is(told: dict[str, Any]) -> None:
    case = _case(told)
    found = suppose(case, Hours(Fraction(10), date.fromisoformat(told["as_of"])), UnitGroup("21232", 0))
    assert case == _case(told)
    assert len(found.origins) == len(found.case.jobs or ())
    for origin, job in zip(found.origins, found.case.jobs or (), strict=True):
        assert origin is not None
        assert job.title == case.jobs[origin].title


@settings(max_examples=20, deadline=None)
@given(cases(min_jobs=1, max_jobs=2), st.integers(1, 700))
def test_an_application_on_another_day_is_the_assessment_of_that_day(told: dict[str, Any], ahead: int) -> None:
    case, day = _case(told), date.fromisoformat(told["as_of"]) + ahead * DAY
    as_it_is, then = side_by_side(case, [[Applies(day)]])
    assert as_it_is == prospect(case)
    assert (then.as_of, then.outcome) == (day, assess(case, day).outcome)


def test_what_names_a_job_that_is_not_there_is_refused() -> None:
    case = parse_case({"as_of": "2026-11-22", "jobs": [{"start": "2026-01-01"}]})
    with pytest.raises(CaseError, match="jobs\\[1\\]: is not there"):
        suppose(case, Ends(date(2027, 1, 1), 1))
    with pytest.raises(CaseError, match=r"language_test\.test: is needed"):
        suppose(case, Scores({}))
