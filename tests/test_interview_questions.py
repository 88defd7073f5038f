"""What is asked next: only what is not known and can still matter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from interview.questions import next_question
from interview.state import State

TODAY = date(2026, 11, 22)
COUNTS = dict.fromkeys(
    ("in_canada", "paid", "employee", "authorized", "temporary_status", "canadian_employer", "duties_match"), True
)
COOK = {
    "title": "cook", "noc": "63200", "start": "2024-05", "ended": False, "hours_per_week": "37.5", **COUNTS,
}  # fmt: skip
IELTS = {
    "test": "ielts_general_training", "date": "2026-03",
    "scores": {"listening": "7.5", "reading": "7", "writing": "6", "speaking": "7"},
}  # fmt: skip


def asked(**known: Any) -> str | None:
    question = next_question(State.from_slot({"v": 1, **known}), TODAY)
    return question.name if question else None


def without(job: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in job.items() if name not in names}


def test_the_work_comes_first() -> None:
    assert asked() == "job"


@pytest.mark.parametrize(
    ("unknown", "question"),
    [
        (("noc", "duties_match"), "job_group"),
        (("start", "hours_per_week"), "job_time"),
        (("start",), "job_period"),
        (("hours_per_week",), "job_hours"),
        (("ended",), "job_end"),
    ],
)
def test_what_is_not_known_of_a_job_is_asked(unknown: tuple[str, ...], question: str) -> None:
    assert asked(jobs=[without(COOK, *unknown)]) == question


def test_a_job_of_teer_5_alone_is_asked_neither_for_dates_nor_for_exclusions() -> None:
    server = {"title": "server", "noc": "65200", "duties_match": True}
    assert asked(jobs=[server]) == "more_jobs"
    assert asked(jobs=[server], no_more_jobs=True) is None


def test_the_exclusions_are_one_question_for_all_jobs() -> None:
    open_job = without(COOK, "paid", "in_canada", "employee", "authorized", "temporary_status", "canadian_employer")
    assert asked(jobs=[open_job, open_job], no_more_jobs=True) == "exclusions"


def test_after_the_work_come_test_province_and_admissibility_and_then_the_answer() -> None:
    known: dict[str, Any] = {"jobs": [COOK], "no_more_jobs": True}
    assert asked(**known) == "language"
    assert asked(**known, language=IELTS) == "outside_quebec"
    assert asked(**known, language=IELTS, outside_quebec=True) == "admissibility"
    assert asked(**known, language=IELTS, outside_quebec=True, inadmissibility=[]) is None


def test_the_day_is_asked_only_where_it_decides() -> None:
    near = {**COOK, "start": "2025-11"}
    assert asked(jobs=[near], no_more_jobs=True) == "job_start_day"
    assert asked(jobs=[COOK], no_more_jobs=True) == "language"


def test_the_day_of_the_test_is_asked_only_in_the_month_in_which_it_runs_out() -> None:
    for month, question in (("2024-11", "test_day"), ("2024-12", "outside_quebec"), ("2024-10", "outside_quebec")):
        assert asked(jobs=[COOK], no_more_jobs=True, language={**IELTS, "date": month}) == question


def test_numbers_that_look_like_the_old_scale_of_tef_are_asked_about_once() -> None:
    old = {"listening": "280", "reading": "233", "writing": "371", "speaking": "393"}
    told = {"test": "tef_canada", "date": "2026-03", "scores": old}
    assert asked(jobs=[COOK], no_more_jobs=True, language=told) == "score_scale"
    assert asked(jobs=[COOK], no_more_jobs=True, language={**told, "scale_sure": True}) == "outside_quebec"
    new = {"listening": "440", "reading": "440", "writing": "430", "speaking": "460"}
    assert asked(jobs=[COOK], no_more_jobs=True, language={**told, "scores": new}) == "outside_quebec"


def test_what_was_left_open_is_not_asked_again() -> None:
    assert asked(jobs=[without(COOK, "hours_per_week")], skipped=["job_hours:0"]) == "more_jobs"
    assert asked(jobs=[COOK], no_more_jobs=True, skipped=["language"]) == "outside_quebec"


def test_what_can_be_read_in_two_ways_is_settled_before_anything_else() -> None:
    doubt = {"kind": "hours", "text": "25 to 30", "readings": [{"per_week": "25"}, {"per_week": "30"}], "job": 0}
    assert asked(jobs=[COOK], doubts=[doubt]) == "doubt"


def test_a_state_comes_back_from_its_slot_as_it_was() -> None:
    slot = {"v": 1, "jobs": [COOK], "language": IELTS, "outside_quebec": False, "inadmissibility": []}
    assert State.from_slot(slot).to_slot() == slot


def test_a_slot_that_a_later_release_added_to_is_read_all_the_same() -> None:
    slot = {"v": 1, "jobs": [{**COOK, "added_later": 1}], "asked": {"question": "job", "added_later": 1}}
    assert State.from_slot(slot).jobs[0].title == COOK["title"]


def test_a_slot_of_another_version_starts_anew() -> None:
    assert State.from_slot({"v": 0, "jobs": [COOK]}) == State()
