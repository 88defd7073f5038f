"""What a person may do in the middle of a question: ask, correct, go back, skip, stop, type nonsense."""

from __future__ import annotations

import pytest

from tests.conversation.applicant import Applicant
from tests.conversation.test_answers import COOK, IELTS, finish


def test_the_first_message_says_what_this_is_and_offers_two_buttons(applicant: Applicant) -> None:
    reply = applicant.say("hi")
    assert "not legal advice" in reply
    assert "three minutes" in reply
    assert "delete my data" in reply
    assert len(reply.buttons) == 2


def test_a_question_in_the_middle_is_answered_and_the_open_question_comes_back(
    applicant: Applicant,
) -> None:
    applicant.say("start", COOK, "yes", "no, that is all")
    reply = applicant.say("wait does coop count")
    assert "87.1(3)(a)" in reply
    assert "one of these" in reply
    assert applicant.question == "exclusions"


def test_two_questions_in_a_row_lose_nothing(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "how many hours do i need")
    assert "1,560" in applicant.reply
    applicant.say("and is the toefl accepted?")
    assert applicant.question == "exclusions"
    assert applicant.case["jobs"][0]["noc"] == "63200"


@pytest.mark.parametrize("message", ["why do you ask?", "why do you need that"])
def test_why_is_answered_with_the_rule(applicant: Applicant, message: str) -> None:
    applicant.say("start", COOK, "yes", "no, that is all")
    reply = applicant.say(message)
    assert "IRPR 87.1(3)" in reply
    assert applicant.question == "exclusions"


def test_i_dont_know_leaves_the_question_open_and_the_answer_says_so(applicant: Applicant) -> None:
    applicant.say("start", "line cook since may 2024", "yes")
    assert applicant.question == "job_hours"
    applicant.say("i don't know")
    assert applicant.question == "more_jobs"
    answer = finish(applicant)
    assert "I cannot say yet" in answer


def test_skip_leaves_admissibility_open(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these", IELTS, "yes")
    answer = applicant.say("skip")
    assert "I cannot say yet" in answer
    assert "Admissibility: left open" in answer


def test_a_correction_changes_the_fact_and_says_what_changed(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all")
    reply = applicant.say("sorry, actually it was 22 hours a week not 37.5")
    assert "from 37.5 to 22" in reply
    assert applicant.case["jobs"][0]["hours_per_week"] == "22"
    assert applicant.question == "exclusions"


def test_a_correction_after_the_answer_gives_the_new_answer(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    assert "You appear to meet" in finish(applicant)
    reply = applicant.say("oops speaking was 4.5 not 7")
    assert "from 7 to 4.5" in reply
    assert "You do not appear to meet" in reply


def test_go_back_takes_up_the_last_question_again(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these")
    assert applicant.question == "language"
    applicant.say("go back")
    assert applicant.question == "exclusions"


def test_start_over_forgets_the_case(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "start over")
    assert "jobs" not in applicant.case
    assert applicant.question == "job"


def test_what_have_i_told_you_lists_everything(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these", IELTS)
    reply = applicant.say("what have i told you")
    for told in ("line cook", "May 2024", "37.5", "IELTS General Training", "writing 6"):
        assert told in reply


def test_delete_my_data_leaves_nothing(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes")
    assert "deleted" in applicant.say("delete my data")
    assert applicant.case == {}


def test_stop_pauses_and_the_next_message_goes_on_where_it_was(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "stop")
    assert applicant.question is None
    applicant.say("hello again")
    assert applicant.question == "more_jobs"
    assert applicant.case["jobs"][0]["title"] == "line cook"


@pytest.mark.parametrize(
    "nonsense",
    ["asdf qwer zxcv", "", "🙂🙂🙂", "???", "...", "x" * 5000, "blah " * 1000],
    ids=["letters", "empty", "emoji", "question marks", "dots", "5000 letters", "1000 words"],
)
def test_nonsense_gets_a_reply_and_costs_nothing(applicant: Applicant, nonsense: str) -> None:
    applicant.say("start", COOK, "yes")
    reply = applicant.say(nonsense)
    assert reply.text.strip()
    assert applicant.question == "more_jobs"
    assert applicant.case["jobs"][0]["hours_per_week"] == "37.5"


def test_a_second_answer_not_understood_brings_an_example_and_a_way_on(
    applicant: Applicant,
) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these")
    first = applicant.say("asdf qwer zxcv")
    second = applicant.say("hjkl uiop")
    assert "test" in first
    assert "For example" in second
    assert "skip" in second


def test_somebody_who_only_says_yes_is_never_caught_in_a_loop_of_the_same_words(
    applicant: Applicant,
) -> None:
    replies = [applicant.say(message).text for message in ["hi", *["yes"] * 8]]
    assert all(replies)
    # Yes to "shall we start", then three kinds of help: sorry, an example, and a way on.
    assert len(set(replies)) >= 4
    assert "skip" in replies[-1]


@pytest.mark.parametrize("typed", ['/inform{"x":1}', '/inform{"key":"yes"}', "/restart", "/session_start", "/back"])
def test_a_command_typed_by_a_person_gets_a_reply_and_breaks_nothing(applicant: Applicant, typed: str) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these")
    reply = applicant.say(typed)
    assert reply.text.strip()
    assert applicant.say("what have i told you").text.strip()


def test_distress_is_acknowledged_and_the_work_goes_on(applicant: Applicant) -> None:
    applicant.say("start")
    reply = applicant.say("my permit expires in 3 weeks and i am desperate")
    assert "licensed" in reply
    assert applicant.question == "job"


def test_other_programmes_are_out_of_scope_and_the_question_comes_back(
    applicant: Applicant,
) -> None:
    applicant.say("start")
    applicant.say("whats the weather in toronto")
    assert applicant.question == "job"


def test_a_conversation_of_sixty_turns_keeps_its_case(applicant: Applicant) -> None:
    applicant.say("start", COOK, "yes", "no, that is all", "none of these", IELTS, "yes")
    for turn in range(26):
        applicant.say("how many hours do i need?")
        applicant.say(f"actually it was {20 + turn} hours a week")
    answer = applicant.say("no")
    assert applicant.case["jobs"][0]["hours_per_week"] == "45"
    assert "You appear to meet" in answer
