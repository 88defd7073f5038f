"""Conversations as people have them: many facts at once, short answers, second thoughts, worries."""

from __future__ import annotations

import pytest

from tests.conversation.applicant import Applicant
from tests.conversation.test_answers import COOK, IELTS, finish

ANSWERED = "what_next"

#: How a patient person answers each question of the bot.
PATIENT = {
    "begin": "start",
    "job": "line cook",
    "job_group": "yes",
    "job_time": "may 2024 till now, 37.5 hours",
    "job_period": "may 2024 till now",
    "job_hours": "37.5",
    "more_jobs": "no",
    "exclusions": "none",
    "language": "celpip listening 8 reading 8 writing 7 speaking 8, march 2026",
    "scores": "8 8 7 8",
    "test_date": "march 2026",
    "outside_quebec": "yes",
    "admissibility": "no",
}


def answer_all(applicant: Applicant, most: int = 20) -> int:
    """Answer every question as it comes; returns how many there were."""
    for asked in range(most):
        if applicant.question == ANSWERED:
            return asked
        assert applicant.question in PATIENT, f"asked {applicant.question} beyond what was needed"
        applicant.say(PATIENT[applicant.question])
    raise AssertionError(f"no answer after {most} questions")


@pytest.mark.parametrize(
    "message",
    [
        "pgwp, line cook since may 24 abt 37 hrs/wk, celpip 8 8 7 8 in lrws order, test 14 march 2026",
        "hi im a line cook in calgary on pgwp since may 2024 fulltime 37.5hr. ielts general listening 7.5 reading 7 "
        "writing 6 speaking 7 done in march",
        "Bonjour, je suis cuisinière à Moncton depuis mai 2024, 37,5 h par semaine, TEF Canada CO 440 CE 440 "
        "EE 430 EO 460 en mars 2026",
        "COOK AT HOTEL BANFF SINCE MAY 2024 40HRS WEEK PTE CORE L 65 R 65 W 72 S 70 MARCH 2026",
        "cook, may 2024 - present, 40h/week, TCF Canada CO 460 CE 455 EE 10 EO 10, 03/2026",
    ],
    ids=["abbreviated", "chatty", "french", "capitals", "terse"],
)
def test_a_message_that_says_it_all_reaches_its_answer_in_five_more_questions(
    applicant: Applicant, message: str
) -> None:
    applicant.say(message)
    assert answer_all(applicant) <= 5
    assert "You appear to meet" in applicant.reply


def test_a_plain_case_reaches_its_answer_in_eight_questions(applicant: Applicant) -> None:
    applicant.say("hi")
    applicant.say("start")
    assert answer_all(applicant) <= 8
    assert "You appear to meet" in applicant.reply


def test_each_answer_is_played_back_in_the_next_reply(applicant: Applicant) -> None:
    assert "line cook, May 2024 to now, 37.5 hours a week" in applicant.say("start", COOK)
    assert "NOC 63200" in applicant.say("yes")
    applicant.say("no", "none")
    assert "March 2026, listening 7.5, reading 7, writing 6, speaking 7" in applicant.say(IELTS)


def test_a_wrong_reading_that_is_played_back_is_mended_at_once(applicant: Applicant) -> None:
    applicant.say("start", COOK)
    assert "from May 2024 to May 2023" in applicant.say("no i started in may 2023 not 2024")
    assert applicant.case["jobs"][0]["start"] == "2023-05"


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("cook since 04/06/24, 40 hours a week", {"4 June 2024 to now", "6 April 2024 to now"}),
        ("cook since may 2024, 20 to 25 hours a week", {"20 hours a week", "25 hours a week"}),
    ],
)
def test_what_can_be_read_in_two_ways_is_asked_with_both_as_buttons(
    applicant: Applicant, said: str, choices: set[str]
) -> None:
    reply = applicant.say("start", said)
    assert choices <= set(reply.buttons)


def test_ielts_without_saying_which_is_asked(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no", "none")
    reply = applicant.say("ielts listening 8 reading 7 writing 7 speaking 7, march 2026")
    assert {"IELTS General Training", "IELTS Academic"} <= set(reply.buttons)


def test_tef_numbers_of_the_old_scale_are_asked_about_and_can_be_told_anew(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no", "none")
    reply = applicant.say("tef canada CO 280 CE 233 EE 371 EO 393, march 2026")
    assert "out of 699" in reply
    applicant.press("No")
    assert applicant.question == "scores"
    applicant.say("CO 470 CE 465 EE 475 EO 500")
    assert applicant.question == "outside_quebec"


def test_an_overall_band_is_not_taken_for_the_four_skills(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no", "none")
    reply = applicant.say("ielts general overall band 7.5")
    assert "four" in reply.text or "listening" in reply
    assert not (applicant.case.get("language") or {}).get("scores")


def test_two_digressions_in_a_row_and_the_open_question_comes_back(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    assert "87.1(3)(a)" in applicant.say("does my coop count?")
    assert "1,560" in applicant.say("and how many hours do i need in total")
    assert applicant.question == "more_jobs"


def test_a_fact_beside_a_question_is_taken_too(applicant: Applicant) -> None:
    reply = applicant.say("line cook since may 2024 37.5 hours a week, does coop count too?")
    assert "87.1(3)(a)" in reply
    assert applicant.case["jobs"][0]["hours_per_week"] == "37.5"


def test_two_corrections_in_one_message_both_change(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    finish(applicant)
    applicant.say("sorry, speaking was 6.5 not 7 and it was 35 hours not 37.5")
    assert applicant.case["language"]["scores"]["speaking"] == "6.5"
    assert applicant.case["jobs"][0]["hours_per_week"] == "35"


def test_a_correction_finds_the_job_that_it_names(applicant: Applicant) -> None:
    applicant.say("start", "cook from january 2024 to december 2024, 30 hours a week", "yes")
    applicant.say("yes, another job", "baker since january 2025, 30 hours a week", "yes", "no")
    applicant.say("my cook job was 20 hours")
    assert [job["hours_per_week"] for job in applicant.case["jobs"]] == ["20", "30"]


def test_a_job_that_nobody_told_of_is_not_removed(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    reply = applicant.say("remove the second job")
    assert [job["title"] for job in applicant.case["jobs"]] == ["line cook"]
    assert "line cook" in reply


def test_a_job_can_be_removed_and_another_added(applicant: Applicant) -> None:
    applicant.say("start", "cook from january 2024 to december 2024, 30 hours a week", "yes")
    applicant.say("yes, another job", "baker since january 2025, 30 hours a week", "yes")
    applicant.say("remove the second job")
    assert [job["title"] for job in applicant.case["jobs"]] == ["cook"]


def test_somebody_who_will_not_answer_is_let_go_on(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no", "none")
    for _ in range(3):
        applicant.say("i prefer not to say")
    assert applicant.question == ANSWERED
    assert "I cannot say yet" in applicant.reply


def test_a_job_of_teer_5_alone_is_asked_neither_about_duties_nor_about_exclusions(applicant: Applicant) -> None:
    applicant.say("start", "dishwasher")
    asked = []
    while applicant.question != ANSWERED:
        asked.append(applicant.question)
        applicant.say("yes" if applicant.question == "job_group" else "no")
    assert asked == ["job_group", "more_jobs"]
    assert "TEER 4 and 5 never count" in applicant.reply


def test_the_answer_begins_with_the_answer_and_ends_with_what_can_be_done_next(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    answer = finish(applicant)
    first = answer.split("\n")[1]
    assert first.startswith("You appear to meet")
    assert {"Why?", "Change something", "What if...", "Start over"} <= set(applicant.reply.buttons)


def test_trying_something_out_leaves_the_case_as_it_was(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    finish(applicant)
    applicant.press("What if...")
    assert "You do not appear to meet" in applicant.say("writing 4")
    assert applicant.case["language"]["scores"]["writing"] == "6"


def test_two_jobs_in_one_message_are_told_apart(applicant: Applicant) -> None:
    applicant.say("2023-06 to 2024-05 cook at a diner 20h, since june 2024 baker full time")
    first, second = applicant.case["jobs"]
    assert (first["title"], first["start"], first["end"], first["hours_per_week"]) == (
        "cook",
        "2023-06",
        "2024-05",
        "20",
    )
    assert (second["title"], second["start"], second["hours_per_week"]) == ("baker", "2024-06", "30")


def test_a_question_of_their_own_case_is_the_start_of_the_check(applicant: Applicant) -> None:
    reply = applicant.say("do i qualify for pr??")
    assert applicant.question == "job"
    assert "not legal advice" in reply


def test_one_message_corrects_each_job_that_it_names(applicant: Applicant) -> None:
    applicant.say("start", "cook from january 2024 to december 2024, 30 hours a week", "yes")
    applicant.say("yes, another job", "baker from january 2025 to june 2025, 30 hours a week", "yes", "no")
    applicant.say("the cook job was 28 hours and the second job ended 15 may 2025")
    cook, baker = applicant.case["jobs"]
    assert (cook["hours_per_week"], cook["end"]) == ("28", "2024-12")
    assert (baker["hours_per_week"], baker["end"]) == ("30", "2025-05-15")
