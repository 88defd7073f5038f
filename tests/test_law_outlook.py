"""The outlook: from when, until when and why; and what is short of each requirement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cec import Assessment, Case, Outlook, assess, outlook, parse_case, shortfalls, yaml_text
from cec.windows import years_after
from tests.strategies import cases, cases_with_unknowns

PLAIN = yaml_text.load((Path(__file__).parent / "law/plain.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def _case(*jobs: dict[str, Any], **told: Any) -> Case:
    case = {**PLAIN["case"], **told, "jobs": [{**PLAIN["job"], **job} for job in jobs]}
    return parse_case(case)


def _test_of(day: str, **scores: Any) -> dict[str, Any]:
    plain = PLAIN["case"]["language_test"]
    return {**plain, "date": day, "scores": {**plain["scores"], **scores}}


SINCE_NEW_YEAR = {"start": "2026-01-01", "end": None}


# Worked out by hand. The plain test is of 14 March 2026: good through 13 March 2028.


def test_a_job_since_new_year_is_a_year_of_work_on_new_years_eve() -> None:
    found = outlook(_case(SINCE_NEW_YEAR))  # 364 days end on 30 December

    assert found.eligible_from == date(2026, 12, 31)
    assert {
        "of": "eligible_from",
        "requirement": "work_experience",
        "reason": "hours",
    } in found.limits


def test_what_begins_in_time_goes_on_until_the_test_is_too_old() -> None:
    found = outlook(_case(SINCE_NEW_YEAR))

    assert found.until_if_continuing == date(2028, 3, 13)
    limit = {"of": "until_if_continuing", "requirement": "test_validity", "reason": "expired"}
    assert limit in found.limits


def test_who_stops_too_early_never_gets_there() -> None:
    assert outlook(_case(SINCE_NEW_YEAR)).until_if_stopped is None


def test_an_ended_job_is_enough_until_its_second_day_leaves_the_window() -> None:
    found = outlook(_case({}))  # 365 days from 1 January 2025: one to spare

    assert found.eligible_from == TODAY
    assert found.until_if_continuing == found.until_if_stopped == date(2028, 1, 2)
    limit = {"of": "until_if_stopped", "requirement": "work_experience", "reason": "window"}
    assert limit in found.limits


def test_stopping_today_counts_today_as_the_last_day_worked() -> None:
    found = outlook(_case({"end": None}))

    # The last 364 days, 24 November 2025 to 22 November 2026, stay whole until 24 November 2028.
    assert found.work.until_if_stopped == date(2028, 11, 24)
    assert found.work.until_if_continuing is None
    assert found.until_if_stopped == date(2028, 3, 13)


def test_a_higher_occupation_that_catches_up_ends_it_where_the_level_is_too_low() -> None:
    found = outlook(
        _case({}, {**SINCE_NEW_YEAR, "noc": "21232"}, language_test=_test_of("2026-03-14", writing=5))
    )  # 365 days of TEER 3; the TEER 1 job has as many on 1 January 2027, and a tie goes to it

    assert found.eligible_from == TODAY
    assert found.until_if_continuing == date(2026, 12, 31)
    # Stopped today TEER 1 has 326 days; TEER 3 is down to 326 when the window opens on 9 February.
    assert found.until_if_stopped == date(2028, 2, 8)
    assert ("2027-01-01", "language", 5, 7) in _brief(found)


def test_a_test_to_come_is_waited_for() -> None:
    found = outlook(_case({}, language_test=_test_of("2026-12-01")))

    assert found.eligible_from == date(2026, 12, 1)
    assert found.limits[0] == {
        "of": "eligible_from", "requirement": "test_validity", "reason": "not_yet_taken",
    }  # fmt: skip


def test_who_stays_in_quebec_is_never_eligible_and_the_work_is_shown_all_the_same() -> None:
    found = outlook(_case(SINCE_NEW_YEAR, outside_quebec=False))

    assert found.eligible_from is None
    assert found.limits == (
        {
            "of": "eligible_from",
            "requirement": "outside_quebec",
            "reason": "intends_to_live_in_quebec",
        },
    )
    assert found.work.first == date(2026, 12, 31)


def test_too_few_hours_a_week_never_get_there() -> None:
    found = outlook(_case({"start": "2024-01-01", "end": None, "hours_per_week": 9}))

    assert found.eligible_from is None
    assert found.limits[0]["reason"] == "hours"


def test_what_is_not_known_leaves_the_work_to_be_shown() -> None:
    found = outlook(_case(SINCE_NEW_YEAR, language_test=None, outside_quebec=None))

    assert found.eligible_from is None
    assert found.work.first == date(2026, 12, 31)
    assert {"of": "eligible_from", "requirement": "language", "reason": "unknown"} in found.limits


def test_a_job_to_come_counts_from_when_it_begins() -> None:
    found = outlook(_case({"start": "2027-01-04", "end": None}))

    assert found.eligible_from == date(2028, 1, 3)  # 364 days, the last on 2 January 2028
    assert found.until_if_stopped is None


def test_without_jobs_nothing_comes() -> None:
    found = outlook(_case())

    assert (found.eligible_from, found.work.first) == (None, None)


def test_each_change_says_what_it_was_and_becomes() -> None:
    assert _brief(outlook(_case(SINCE_NEW_YEAR))) == [
        ("2026-12-31", "work_experience", "not_met", "met"),
        ("2028-03-14", "test_validity", "met", "not_met"),
    ]


def _brief(found: Outlook) -> list[tuple[Any, ...]]:
    return [tuple(change[key] for key in ("date", "requirement", "from", "to")) for change in found.changes]


def test_a_figure_that_changes_on_the_way_is_followed() -> None:
    """PTE Core is accepted from 30 January 2024."""
    case = _case(
        {"start": "2022-06-01", "end": None},
        as_of="2023-12-01",
        language_test={
            "test": "pte_core",
            "date": "2023-11-01",
            "scores": {"listening": 60, "reading": 60, "writing": 69, "speaking": 68},
        },
    )

    assert outlook(case).eligible_from == date(2024, 1, 30)


# Against a search day by day.


def _last(as_of: date) -> date:
    return years_after(as_of, 3)


def _stopped(case: Case, as_of: date) -> Callable[[date], Assessment]:
    jobs = tuple(
        replace(job, end=as_of) if job.still_held else job
        for job in case.jobs or ()
        if not (job.still_held and job.start > as_of)
    )
    stopped = replace(case, jobs=jobs)
    return lambda day: assess(stopped, day)


def _search(on: Callable[[date], Assessment], holds: Callable[[Assessment], bool], as_of: date) -> list[bool]:
    return [holds(on(as_of + n * DAY)) for n in range((_last(as_of) - as_of).days + 1)]


def _stretch(going: list[bool], stopped: list[bool], as_of: date) -> tuple[date | None, ...]:
    if True not in going:
        return None, None, None
    first = going.index(True)
    return as_of + first * DAY, _end(going, first, as_of), _end(stopped, first, as_of)


def _end(days: list[bool], first: int, as_of: date) -> date | None:
    if not days[first] or False not in days[first:]:
        return None
    return as_of + (days.index(False, first) - 1) * DAY


@settings(max_examples=8, deadline=None)
@given(cases(min_jobs=1, max_jobs=3))
def test_the_days_are_those_of_a_search_day_by_day(told: dict[str, Any]) -> None:
    told = {**told, "outside_quebec": True, "inadmissibility": []}
    case, as_of = parse_case(told), date.fromisoformat(told["as_of"])
    found = outlook(case)
    for stretch, holds in (
        (found.whole, lambda assessment: assessment.outcome == "eligible"),
        (found.work, lambda assessment: assessment.requirements[0].status == "met"),
    ):
        going = _search(lambda day: assess(case, day), holds, as_of)
        stopped = _search(_stopped(case, as_of), holds, as_of)
        expected = _stretch(going, stopped, as_of)

        assert (stretch.first, stretch.until_if_continuing, stretch.until_if_stopped) == expected


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_between_two_changes_nothing_changes(data: st.DataObject) -> None:
    told = data.draw(cases(min_jobs=1))
    case, as_of = parse_case(told), date.fromisoformat(told["as_of"])
    changes = outlook(case).changes
    edges = sorted({date.fromisoformat(change["date"]) for change in changes})
    for since, until in zip([as_of, *edges], [*edges, _last(as_of) + DAY], strict=True):
        inside = data.draw(st.integers(0, (until - since).days - 1))
        days = {since, since + inside * DAY, until - DAY}
        assert len({_summary(assess(case, day)) for day in days}) == 1
    for edge in edges:
        assert _summary(assess(case, edge)) != _summary(assess(case, edge - DAY))


def _summary(assessment: Assessment) -> tuple[Any, ...]:
    level = assessment.requirement("language").evidence["required_level"]
    return level, *(finding.status for finding in assessment.requirements)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_with_facts_unknown_the_days_are_those_of_the_assessments(data: st.DataObject) -> None:
    told, _ = data.draw(cases_with_unknowns())
    case, as_of = parse_case(told), date.fromisoformat(told["as_of"])
    found = outlook(case)
    ahead = data.draw(st.lists(st.integers(0, (_last(as_of) - as_of).days), min_size=6, max_size=6))
    for day in (as_of + n * DAY for n in ahead):
        assessment = assess(case, day)
        for stretch, holds in (
            (found.whole, assessment.outcome == "eligible"),
            (found.work, assessment.requirements[0].status == "met"),
        ):
            if stretch.first is None or day < stretch.first:
                assert not holds
            elif stretch.until_if_continuing is None or day <= stretch.until_if_continuing:
                assert holds


# What is short.


def test_nothing_is_short_where_all_is_met() -> None:
    assert shortfalls(_case({})) == ()


def test_the_hours_and_full_time_days_that_are_missing() -> None:
    short = shortfalls(_case({"end": "2025-12-29"}))

    assert short == ({"requirement": "work_experience", "hours_missing": "30/7", "full_time_days": 1},)


def test_a_part_of_a_day_that_is_missing_is_a_day() -> None:
    (short,) = shortfalls(_case({"end": "2025-12-30", "hours_per_week": 29.9}))

    assert short["hours_missing"] == "5.2"  # 52 weeks of a tenth of an hour
    assert short["full_time_days"] == 2  # a full-time day is 30/7 hours


def test_of_unknown_hours_the_least_that_is_missing_is_told_too() -> None:
    short = shortfalls(_case({"end": "2025-12-29", "hours_per_week": None}))

    assert short == (
        {
            "requirement": "work_experience",
            "hours_missing": "1560",
            "full_time_days": 364,
            "hours_missing_at_least": "30/7",
        },
    )


def test_each_skill_that_is_too_low_has_the_score_it_needs() -> None:
    short = shortfalls(_case({"noc": "21232"}, language_test=_test_of("2026-03-14", writing=5.5, reading=5)))

    assert short == (
        {
            "requirement": "language",
            "skills": [
                {
                    "skill": "reading",
                    "score": "5",
                    "level": 6,
                    "needed_level": 7,
                    "needed_score": "6",
                },
                {
                    "skill": "writing",
                    "score": "5.5",
                    "level": 6,
                    "needed_level": 7,
                    "needed_score": "6",
                },
            ],
        },
    )


def test_an_expired_test_has_its_day() -> None:
    short = shortfalls(_case({}, language_test=_test_of("2024-11-22")))

    assert short == ({"requirement": "test_validity", "reason": "expired", "expired_on": "2026-11-22"},)


def test_of_a_test_that_is_not_accepted_those_that_are_come_along() -> None:
    test = {"test": "ielts_academic", "date": "2026-03-14", "scores": None}
    language, validity = shortfalls(_case({}, language_test=test))

    assert language["requirement"] == "language"
    assert language["needed_level"] == 5
    assert "celpip_general" in language["accepted_tests"]
    assert validity["reason"] == "test_not_accepted"


def test_duties_that_differ_have_the_hours_that_would_have_to_match() -> None:
    short = shortfalls(_case({"duties_match": False}))

    assert short == ({"requirement": "duties", "reason": "duties_differ", "jobs": [0], "hours_missing": "1560"},)


def test_where_one_wants_to_live_is_short_of_a_province() -> None:
    short = shortfalls(_case({}, outside_quebec=False))

    assert short == ({"requirement": "outside_quebec", "reason": "intends_to_live_in_quebec"},)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_every_requirement_that_is_not_met_is_short_of_something(told: dict[str, Any]) -> None:
    case = parse_case(told)
    unmet = [found.id for found in assess(case).requirements if found.status == "not_met"]

    assert [short["requirement"] for short in shortfalls(case)] == unmet
    assert all(len(short) > 1 for short in shortfalls(case))


@pytest.mark.parametrize("ask", [outlook, shortfalls, assess])
def test_without_a_day_nothing_is_answered(ask: Callable[[Case], Any]) -> None:
    with pytest.raises(ValueError, match="as_of: is needed"):
        ask(_case({}, as_of=None))
