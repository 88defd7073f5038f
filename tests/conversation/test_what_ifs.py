"""What if, the report and the calendar: after an answer that falls short by three months."""

from __future__ import annotations

import base64

import pytest

from tests.conversation.applicant import Applicant
from tests.conversation.test_answers import finish

#: 266 days of work by 22 November 2026; 364 are needed, so it is enough on 28 February 2027.
COOK = "line cook since 1 march 2026, 37.5 hours a week"
IELTS = "ielts general training listening 7.5 reading 7 writing 5.5 speaking 7, taken on 14 march 2026"


@pytest.fixture
def short(applicant: Applicant) -> Applicant:
    """Somebody who was told that three months are missing."""
    applicant.say("start", COOK, "yes")
    assert "28 February 2027" in finish(applicant, IELTS)
    return applicant


def test_forty_hours_change_nothing_since_thirty_count(short: Applicant) -> None:
    reply = short.say("what if I work 40 hours?")
    assert "Nothing changes" in reply
    assert "At most 30 hours a week count" in reply


def test_quitting_in_january_is_too_early(short: Applicant) -> None:
    reply = short.say("what if I quit in January")
    assert "If 31 January 2027 is your last day of work" in reply
    assert "no day in the next three years, instead of 28 February 2027" in reply


def test_a_better_writing_score_is_tried_out(short: Applicant) -> None:
    reply = short.say("what if i get 6.5 in writing")
    assert "writing 6.5" in reply
    assert short.case["language"]["scores"]["writing"] == "5.5"


def test_an_application_in_june_is_answered_for_june(short: Applicant) -> None:
    assert "You would appear to meet" in short.say("if I apply in June")
    assert "1 June 2027" in short.reply


def test_another_unit_group_is_tried_out_with_its_level(short: Applicant) -> None:
    assert "NOC 62020 counts, and asks for CLB 5" in short.say("what if my NOC is 62020")
    assert "what falls short is: writing" in short.say("what if my noc is 21232")
    (job,) = short.case["jobs"]
    assert job["noc"] == "63200"


def test_full_time_study_stops_the_hours(short: Applicant) -> None:
    assert "Nothing changes" in short.say("what if i start studying full time in september")
    assert "no day in the next three years" in short.say("what if i start studying full time in january")


def test_leaving_after_the_invitation_is_a_question_about_the_process(short: Applicant) -> None:
    reply = short.say("can I leave my job after I get the invitation")
    assert "If " not in reply.text.split("\n")[0]
    assert "You need not be in the job when you apply" in reply


def test_several_what_ifs_stand_side_by_side_in_the_text_and_on_the_card(short: Applicant) -> None:
    short.say("what if I quit in January", "what if I work 15 hours from february")
    assert "Side by side" in short.reply
    (card,) = short.reply.cards
    assert card["trial"] is True
    assert [row["cells"][0] for row in card["comparison"]["rows"]] == [
        "as it is",
        "31 January 2027 is your last day of work",
        "you work 15 hours a week as line cook from 1 February 2027 on",
    ]
    assert any("27 March 2027" in change for change in card["changes"])


def test_a_what_if_in_the_middle_of_the_questions_brings_the_open_one_back(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these")
    question = applicant.question
    assert "First day with enough hours" in applicant.say("what if I quit in January")
    assert applicant.question == question


def test_the_report_comes_as_files_after_the_answer(short: Applicant) -> None:
    reply = short.say("give me a report")
    (custom,) = reply.cards
    assert custom["type"] == "report"
    files = {file["name"]: base64.b64decode(file["content"]) for file in custom["files"]}
    assert files["cec-report.pdf"].startswith(b"%PDF-")
    assert b"98 more days of full-time work" in files["cec-report.html"]
    assert b"DTSTART;VALUE=DATE:20270228" in files["cec-dates.ics"]
    assert short.press("Report").cards[0]["type"] == "report"


def test_before_the_answer_there_is_no_report_yet(applicant: Applicant) -> None:
    applicant.say("start", COOK)
    question = applicant.question
    assert "as soon as I have given you an answer" in applicant.say("give me a report")
    assert applicant.question == question


def test_the_answer_brings_its_dates_for_a_calendar(short: Applicant) -> None:
    answer = next(line for line in reversed(short.events) if line["event"] == "bot")
    (calendar,) = answer["data"]["custom"]["files"]
    assert (calendar["name"], calendar["media_type"]) == ("cec-dates.ics", "text/calendar")


def test_the_shell_gets_bars_and_the_report_as_text(bot: str) -> None:
    at_the_shell = Applicant(bot, channel="cmdline")
    at_the_shell.say("hi", "start", COOK, "yes")
    assert "● All is met from 28 Feb 2027" in finish(at_the_shell, IELTS)
    report = at_the_shell.say("give me a report")
    assert "Documents to gather" in report
    assert "2027-02-28: CEC: first day" in report
    assert not report.cards
