"""Whole cases from the first message to the answer."""

from __future__ import annotations

import pytest

from tests.conversation.applicant import Applicant

COOK = "line cook since may 2024, 37.5 hours a week"
IELTS = "ielts general training listening 7.5 reading 7 writing 6 speaking 7, taken in march 2026"


def finish(applicant: Applicant, language: str = IELTS, quebec: str = "yes", record: str = "no") -> str:
    """Answer everything after the jobs: no other job, no exclusion, the test, the province, no record."""
    return applicant.say("no, that is all", "none of these", language, quebec, record).text


def test_a_cook_with_two_and_a_half_years_and_good_scores_appears_to_qualify(
    applicant: Applicant,
) -> None:
    applicant.say("hi", "start", COOK, "yes")
    answer = finish(applicant)
    assert "You appear to meet the requirements" in answer
    assert "IRPR 87.1(2)(a)" in answer
    assert "✘" not in answer
    (job,) = applicant.case["jobs"]
    assert (job["noc"], job["start"], job["hours_per_week"]) == ("63200", "2024-05", "37.5")


def test_the_answer_says_until_when_it_holds(applicant: Applicant) -> None:
    applicant.say("hi", "start", COOK, "yes")
    # The IELTS of 1 March 2026 at the earliest is valid through 29 February 2028 at the latest.
    assert "February 2028" in finish(applicant)


def test_eight_months_of_work_fall_short_and_the_first_day_is_named(applicant: Applicant) -> None:
    applicant.say("start", "line cook since 1 april 2026, 40 hours a week", "yes")
    answer = finish(applicant)
    assert "You do not appear to meet" in answer
    # 364 full-time days from 1 April 2026 are over on 30 March 2027.
    assert "31 March 2027" in answer


def test_a_software_developer_needs_clb_7_and_writing_5_5_is_short(applicant: Applicant) -> None:
    applicant.say("start", "software developer since january 2024, 40 hours a week", "yes")
    answer = finish(applicant, "ielts general listening 7 reading 7 writing 5.5 speaking 7 on 14 march 2026")
    assert "You do not appear to meet" in answer
    assert "writing" in answer.split("Language:")[1].split("\n")[0]


def test_a_server_is_teer_5_and_is_told_so_without_needless_questions(applicant: Applicant) -> None:
    applicant.say("start", "waiter")
    while applicant.question in ("job_group", "job_duties"):
        label = next((b for b in applicant.reply.buttons if "server" in b.casefold()), "Yes")
        applicant.press(label)
    answer = applicant.say("no, that is all")
    assert "TEER 4 and 5 never count" in answer
    assert "hours" not in applicant.transcript[-4]


def test_two_part_time_jobs_add_up_but_never_beyond_30_hours_a_week(applicant: Applicant) -> None:
    applicant.say("start", "cook since 1 may 2024, 20 hours a week", "yes")
    applicant.say("yes, another job", "baker since 1 may 2024, 20 hours a week")
    while applicant.question in ("job_group", "job_duties"):
        label = next((b for b in applicant.reply.buttons if "baker" in b.casefold()), "Yes")
        applicant.press(label)
    answer = finish(applicant)
    assert "You appear to meet" in answer
    # 1 May 2024 to 21 November 2026 are 935 days; at 30 hours a week that is 4,007 hours.
    assert "4,007" in answer


def test_three_jobs_one_after_another_are_all_counted(applicant: Applicant) -> None:
    applicant.say("start", "cook from 2024-01-01 to 2024-06-30, 30 hours a week", "yes")
    applicant.say("yes, another job", "carpenter from 2024-07-01 to 2024-12-31, 40 hours a week")
    settle_group(applicant, "carpenter")
    applicant.say("yes", "electrician from 2025-01-01 to 2025-03-31, 40 hours a week")
    settle_group(applicant, "electrician")
    answer = finish(applicant)
    # 182 + 184 + 90 days at 30 hours a week.
    assert "1,954" in answer
    assert "You appear to meet" in answer


def test_four_jobs_are_kept_apart(applicant: Applicant) -> None:
    applicant.say("start")
    for number, (title, period) in enumerate(
        [("cook", "january 2024 to march 2024"), ("carpenter", "april 2024 to june 2024"),
         ("electrician", "july 2024 to september 2024"), ("welder", "october 2024 to december 2025")]
    ):  # fmt: skip
        if number:
            applicant.say("yes, another job")
        applicant.say(f"{title} from {period}, 35 hours a week")
        settle_group(applicant, title)
    assert [job["title"] for job in applicant.case["jobs"]] == [
        "cook",
        "carpenter",
        "electrician",
        "welder",
    ]
    assert [job["start"] for job in applicant.case["jobs"]] == [
        "2024-01",
        "2024-04",
        "2024-07",
        "2024-10",
    ]


def test_fifteen_hours_a_week_need_two_years(applicant: Applicant) -> None:
    applicant.say("start", "cook from 1 june 2024 to 31 may 2026, 15 hours a week", "yes")
    assert "You appear to meet" in finish(applicant)


def test_overlapping_full_time_jobs_count_once(applicant: Applicant) -> None:
    applicant.say("start", "cook from 1 january 2026 to 30 june 2026, 40 hours a week", "yes")
    applicant.say("yes, another job", "carpenter from 1 january 2026 to 30 june 2026, 40 hours a week")
    settle_group(applicant, "carpenter")
    answer = finish(applicant)
    # 181 days at 30 hours a week, not twice that.
    assert "775" in answer
    assert "You do not appear to meet" in answer


def test_somebody_who_plans_to_live_in_quebec_does_not_qualify(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    answer = finish(applicant, quebec="no, in quebec")
    assert "You do not appear to meet" in answer
    assert "Quebec" in answer


def test_a_conviction_is_for_a_professional_to_weigh(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these", IELTS, "yes")
    applicant.say("yes")
    answer = applicant.press("Criminal charge or conviction")
    assert "licensed" in answer
    assert "You appear to meet" not in answer


def test_without_a_test_nothing_is_promised(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these", "no test yet", "yes")
    answer = applicant.say("no")
    assert "I cannot say yet" in answer
    assert "You appear to meet" not in answer


@pytest.mark.parametrize(
    ("told", "test"),
    [
        ("celpip listening 9 reading 8 writing 7 speaking 8, march 2026", "celpip_general"),
        ("pte core listening 65 reading 62 writing 70 speaking 70, march 2026", "pte_core"),
        ("tef canada CO 440 CE 440 EE 430 EO 460, mars 2026", "tef_canada"),
        ("tcf canada listening 460 reading 455 writing 10 speaking 10, march 2026", "tcf_canada"),
    ],
)
def test_every_accepted_test_leads_to_an_answer(applicant: Applicant, told: str, test: str) -> None:
    applicant.say("start", COOK, "yes")
    answer = finish(applicant, told)
    assert applicant.case["language"]["test"] == test
    assert "You appear to meet" in answer


def test_a_test_that_is_not_accepted_is_named_with_what_to_take_instead(
    applicant: Applicant,
) -> None:
    applicant.say("start", COOK, "yes")
    answer = finish(applicant, "ielts academic listening 8 reading 8 writing 7 speaking 7, march 2026")
    assert "IELTS Academic is not accepted" in answer
    assert "IELTS General Training" in answer


def test_a_test_two_years_old_is_too_old(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    answer = finish(applicant, "celpip 9 9 9 9 in lrws order, taken on 22 november 2024")
    assert "too old" in answer
    assert "You do not appear to meet" in answer


def settle_group(applicant: Applicant, word: str) -> None:
    """Confirm the unit group whose name holds the word."""
    while applicant.question in ("job_group", "job_duties"):
        label = next((b for b in applicant.reply.buttons if word in b.casefold()), "Yes")
        applicant.press(label)
