"""What if: what is supposed is tried out on the answer that stands, and only what differs is told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from interview.message import Message
from interview.reply import as_json
from interview.state import State
from interview.turn import Turn, take_turn
from nlu.reader import read
from nlu.suppositions import suppositions
from tests.words import text_of

TODAY = date(2026, 11, 22)
COUNTS = dict.fromkeys(
    ("in_canada", "paid", "employee", "authorized", "temporary_status", "canadian_employer", "duties_match"), True
)
#: 266 days at 30 hours a week by 22 November 2026: 98 more make the year, so enough on 28 February 2027.
COOK = {"title": "line cook", "noc": "63200", "start": "2026-03-01", "ended": False, "hours_per_week": "37.5", **COUNTS}
IELTS = {
    "test": "ielts_general_training", "date": "2026-03-14",
    "scores": {"listening": "7.5", "reading": "7", "writing": "5.5", "speaking": "7"},
}  # fmt: skip


def answered(*jobs: Mapping[str, Any], **told: Any) -> State:
    """Somebody who has just had their answer."""
    slot = {
        "v": 1, "jobs": [{**COOK, **job} for job in jobs or ({},)], "no_more_jobs": True, "language": IELTS,
        "outside_quebec": True, "inadmissibility": [], "asked": {"question": "more_jobs", "offered": []}, **told,
    }  # fmt: skip
    turn = take_turn(State.from_slot(slot), Message("that is all", "deny"), TODAY)
    assert turn.question == "what_next"
    return turn.state


def ask(state: State, text: str, intent: str = "inform", topic: str | None = None) -> Turn:
    supposed = suppositions(text, TODAY, is_asked=state.what_if)
    return take_turn(state, Message(text, intent, read(text, TODAY), topic, supposed=supposed), TODAY)


def said(turn: Turn) -> str:
    return "\n".join(text_of(as_json(parts), TODAY) for parts, _ in turn.bubbles)


def test_more_than_30_hours_change_nothing_and_why_is_said() -> None:
    reply = said(ask(answered(), "what if I work 40 hours?"))
    assert reply.startswith("If you work 40 hours a week as line cook from 22 November 2026 on:")
    assert "Nothing changes" in reply
    assert "At most 30 hours a week count" in reply


def test_fewer_hours_from_a_day_on_move_the_first_day() -> None:
    reply = said(ask(answered(), "what if i work 15 hours from february"))
    # 71 days at 30 hours are left to 31 January; the 27 days missing then take 54 at half the pace.
    assert "27 March 2027, instead of 28 February 2027" in reply


def test_who_quits_before_the_year_is_full_never_gets_there() -> None:
    reply = said(ask(answered(), "what if I quit in January"))
    assert reply.startswith("If 31 January 2027 is your last day of work:")
    assert "no day in the next three years, instead of 28 February 2027" in reply


def test_who_quits_on_the_last_day_of_the_year_of_work_gets_there_as_if_going_on() -> None:
    before, on = (said(ask(answered(), f"what if i quit on {day} february 2027")) for day in (26, 27))
    assert "no day in the next three years" in before
    assert "28 February 2027, instead" not in on
    assert "no day" not in on


def test_a_better_score_of_an_occupation_that_needs_it_gives_the_first_day() -> None:
    state = answered({"noc": "21232", "title": "software developer"})
    reply = said(ask(state, "what if i get 6.5 in writing"))
    assert "28 February 2027, instead of no day in the next three years" in reply
    assert "All four scores have to come from one sitting" in reply


def test_clb_levels_stand_for_the_lowest_scores_that_are_worth_them() -> None:
    reply = said(ask(answered({"noc": "21232"}), "what if i get clb 7 in writing"))
    assert "writing 6" in reply.split("\n")[0]


def test_a_score_that_the_test_cannot_give_is_refused() -> None:
    assert "A writing score of 11 is not possible" in said(ask(answered(), "what if i get 11 in writing"))


def test_an_application_on_another_day_is_answered_for_that_day() -> None:
    reply = said(ask(answered(), "if i apply in june"))
    assert "You would appear to meet the requirements of the Canadian Experience Class on 1 June 2027." in reply
    assert "Countable hours on 1 June 2027: 1,958, instead of 1,140" in reply
    assert "instead of 28 February" not in reply


@pytest.mark.parametrize(
    ("day", "answer"),
    [("27 february 2027", "You would not appear to meet"), ("28 february 2027", "You would appear to meet")],
)
def test_the_first_day_that_the_answer_names_is_the_first_on_which_an_application_is_enough(
    day: str, answer: str
) -> None:
    assert answer in said(ask(answered(), f"what if i apply on {day}"))


def test_another_unit_group_of_the_same_level_changes_nothing_and_its_level_is_said() -> None:
    reply = said(ask(answered(), "what if my NOC is 62020"))
    assert "Nothing changes" in reply
    assert "NOC 62020 counts, and asks for CLB 5" in reply


def test_another_unit_group_of_a_higher_level_asks_for_more_in_the_test() -> None:
    reply = said(ask(answered(), "what if my noc is 21232"))
    assert "✘ Language" in reply
    assert "what falls short is: writing" in reply


def test_full_time_study_stops_the_hours_from_its_first_day_on() -> None:
    assert "Nothing changes" in said(ask(answered(), "what if i start studying full time in september"))
    reply = said(ask(answered(), "what if i start studying full time in january"))
    assert "no day in the next three years, instead of 28 February 2027" in reply
    assert "Work during full-time study does not count" in reply


def test_part_time_study_takes_nothing_away() -> None:
    reply = said(ask(answered(), "what if i study part time from january"))
    assert "Part-time study takes nothing away" in reply
    assert "Nothing changes" in reply


def test_a_second_job_beside_a_full_time_one_adds_nothing() -> None:
    assert "Nothing changes" in said(ask(answered(), "what if i get a second job 20 hours"))


def test_a_second_job_beside_a_part_time_one_brings_the_day_nearer() -> None:
    state = answered({"hours_per_week": "15"})
    reply = said(ask(state, "what if i get a second job 15 hours"))
    # Half of 266 days are 133; the 231 that are missing take until 10 July 2027 at the full pace.
    assert "First day on which it would be enough: 11 July 2027" in reply


def test_a_question_about_the_process_keeps_its_own_answer() -> None:
    turn = ask(answered(), "can I leave my job after I get the invitation", "faq", "quit_after_invitation")
    assert turn.bubbles[0][0][0].name == "utter_faq/quit_after_invitation"


def test_if_i_in_a_question_about_the_rules_keeps_its_answer() -> None:
    turn = ask(answered(), "if i work 60 hrs a week can i finish faster", "faq", "hours_over_30")
    assert turn.bubbles[0][0][0].name == "utter_faq/hours_over_30"


def test_what_if_goes_before_the_answer_to_a_question_like_it_once_there_is_a_case() -> None:
    turn = ask(answered(), "what if i work 40 hours", "faq", "hours_over_30")
    assert "If you work 40 hours" in said(turn)


def test_before_anything_was_told_a_what_if_gets_the_answer_to_the_question() -> None:
    state = State.from_slot({"v": 1, "asked": {"question": "job", "offered": []}, "trail": ["begin"]})
    turn = ask(state, "what if i work 40 hours", "faq", "hours_over_30")
    assert turn.bubbles[0][0][0].name == "utter_faq/hours_over_30"
    assert turn.question == "job"


def test_before_the_answer_a_what_if_is_tried_out_and_the_open_question_comes_back() -> None:
    state = answered().to_slot()
    early = State.from_slot(
        {**state, "language": None, "told": None, "outcome": None, "asked": {"question": "language", "offered": []}}
    )
    turn = ask(early, "what if i quit in january")
    assert "First day with enough hours: no day in the next three years, instead of 28 February 2027" in said(turn)
    assert turn.question == "language"
    assert turn.state.language is None


def test_a_what_if_leaves_the_case_as_it_was() -> None:
    state = answered()
    before = state.to_slot()
    after = ask(state, "what if i quit in january").state.to_slot()
    assert {key: after[key] for key in before} == before
    assert set(after) - set(before) == {"tried"}


def test_several_what_ifs_stand_side_by_side_in_text_and_card() -> None:
    turn = ask(answered(), "what if i quit in january")
    assert "Side by side" not in said(turn)
    turn = ask(State.from_slot(turn.state.to_slot()), "what if i work 15 hours from february")
    reply = said(turn).split("Side by side:\n")[1].split("\n")
    assert reply[0] == "• as it is: all met from 28 February 2027 through 13 March 2028"
    assert reply[1] == "• 31 January 2027 is your last day of work: no day in the next three years"
    assert reply[2].endswith("from 27 March 2027 through 13 March 2028")
    assert turn.card is not None
    table = turn.card["comparison"]
    assert [row["outcome"] for row in table["rows"]] == ["not_eligible"] * 3
    assert all(len(row["cells"]) == len(table["columns"]) for row in table["rows"])
    assert turn.card["trial"] is True


def test_the_table_holds_as_long_as_the_answer_does() -> None:
    turn = ask(answered(), "what if i quit in january")
    turn = ask(turn.state, "actually 20 hours a week", "correct")
    assert turn.state.tried == []


def test_the_button_asks_what_to_suppose_and_needs_no_if() -> None:
    state = answered()
    assert state.asked is not None
    turn = take_turn(state, Message("What if...", "inform", key="what_if"), TODAY)
    turn = ask(turn.state, "quit in january")
    assert said(turn).startswith("If 31 January 2027 is your last day of work:")
    assert not turn.state.what_if


def test_what_cannot_be_tried_out_is_said_with_examples() -> None:
    state = answered()
    turn = take_turn(state, Message("What if...", "inform", key="what_if"), TODAY)
    assert "I could not tell what would be different" in said(ask(turn.state, "i become rich"))


def test_what_if_i_quit_is_no_wish_to_stop() -> None:
    turn = ask(answered(), "what if i quit today", intent="stop")
    assert said(turn).startswith("If 22 November 2026 is your last day of work:")
    assert turn.question == "what_next"


def test_whoever_was_asked_what_to_suppose_can_still_start_over() -> None:
    state = take_turn(answered(), Message("What if...", "inform", key="what_if"), TODAY).state
    assert ask(state, "start over", intent="start_over").state.jobs == []
