"""Work that does not count, told in the buttons' words and in people's own."""

from __future__ import annotations

import pytest

from tests.conversation.applicant import Applicant
from tests.conversation.test_answers import COOK, IELTS


def at_the_exclusions(applicant: Applicant, job: str = COOK) -> None:
    applicant.say("start", job, "yes", "no, that is all")
    assert applicant.question == "exclusions"


def answer_the_rest(applicant: Applicant) -> str:
    return applicant.say(IELTS, "yes", "no").text


@pytest.mark.parametrize(
    ("button", "left_out"),
    [
        ("While studying full-time", "full-time study"),
        ("Unpaid", "unpaid"),
        ("Without authorization", "without authorization"),
        ("Without temporary status", "temporary resident status"),
        ("From outside Canada", "outside Canada"),
        ("Self-employed or contractor", "self-employed"),
        ("A long leave", "on leave"),
    ],
)
def test_an_exclusion_of_all_the_work_leaves_nothing_to_count(applicant: Applicant, button: str, left_out: str) -> None:
    at_the_exclusions(applicant)
    applicant.press("Some of it")
    applicant.press(button)
    applicant.press("All of it")
    answer = answer_the_rest(applicant)
    assert left_out in answer
    assert "You do not appear to meet" in answer


def test_only_the_months_of_study_are_left_out(applicant: Applicant) -> None:
    at_the_exclusions(applicant, "cook since 1 september 2024, 30 hours a week")
    applicant.press("Some of it")
    applicant.press("While studying full-time")
    applicant.say("from 1 september 2024 to 30 april 2025")
    answer = answer_the_rest(applicant)
    # 1 May 2025 to 21 November 2026 are 570 days at 30 hours a week.
    assert "2,442" in answer
    assert "full-time study" in answer


def test_work_for_a_foreign_employer_is_not_decided_by_the_bot(applicant: Applicant) -> None:
    at_the_exclusions(applicant)
    applicant.press("Some of it")
    applicant.press("For a foreign employer")
    applicant.press("All of it")
    answer = answer_the_rest(applicant)
    assert "professional" in answer
    assert "You appear to meet" not in answer


def test_an_exclusion_told_in_ones_own_words_is_taken(applicant: Applicant) -> None:
    at_the_exclusions(applicant, "cook since 1 september 2024, 30 hours a week")
    applicant.say("i was a full time student from september 2024 to april 2025")
    assert applicant.case["study"] == [{"start": "2024-09", "end": "2025-04"}]


def test_of_two_jobs_only_the_one_that_was_self_employed_is_left_out(applicant: Applicant) -> None:
    applicant.say("start", "cook from 1 january 2024 to 31 december 2025, 30 hours a week", "yes")
    applicant.say("yes, another job", "carpenter from 1 january 2024 to 31 december 2025, 10 hours a week")
    while applicant.question in ("job_group", "job_duties"):
        applicant.press(next((b for b in applicant.reply.buttons if "arpenter" in b), "Yes"))
    applicant.say("no, that is all")
    applicant.press("Some of it")
    applicant.press("Self-employed or contractor")
    applicant.press("carpenter")
    applicant.press("All of it")
    assert [job.get("employee") for job in applicant.case["jobs"]] == [True, False]
    assert "You appear to meet" in answer_the_rest(applicant)
