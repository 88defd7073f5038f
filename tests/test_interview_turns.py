"""Turns of the conversation without Rasa: what becomes of the facts of a message."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml

from interview.dates import words
from interview.message import Message, answer_key
from interview.reply import Part
from interview.state import Asked, State
from interview.turn import Turn, take_turn
from nlu.reader import read
from scripts import ROOT

TODAY = date(2026, 11, 22)
COUNTS = dict.fromkeys(
    ("in_canada", "paid", "employee", "authorized", "temporary_status", "canadian_employer", "duties_match"), True
)
COOK = {
    "title": "cook", "noc": "63200", "start": "2024-05", "ended": False, "hours_per_week": "37.5", **COUNTS,
}  # fmt: skip


def tell(state: State, text: str, intent: str = "inform", key: str | None = None) -> Turn:
    return take_turn(state, Message(text, intent, read(text, TODAY), key=key), TODAY)


def at(question: str, about: int | None = None, offered: tuple[str, ...] = (), **known: Any) -> State:
    asked = {"question": question, "about": about, "offered": list(offered)}
    return State.from_slot({"v": 1, "jobs": [COOK], "no_more_jobs": True, "asked": asked, **known})


def said(turn: Turn) -> set[str]:
    return {name for parts, _ in turn.bubbles for part in parts for name in names(part)}


def names(part: Part) -> set[str]:
    """The name of a part and of the parts in it."""
    inner = [value for value in part.variables.values() if isinstance(value, Part)]
    return {part.name}.union(*map(names, inner))


def test_the_state_that_is_given_is_not_changed() -> None:
    state = at("more_jobs")
    before = state.to_slot()
    tell(state, "actually 22 hours", "correct")
    assert state.to_slot() == before


def test_what_somebody_mostly_does_is_offered_before_what_the_title_says_with_a_warning() -> None:
    state = at("job", jobs=[], no_more_jobs=False)
    turn = tell(state, "shift lead at tims, mostly on the till, since may 2024, 40 hours")
    assert "note_duties_decide" in said(turn)
    assert turn.state.asked is not None
    assert turn.state.asked.offered[:2] == ["65100", "62020"]


def test_a_confirmed_unit_group_is_asked_again_when_other_duties_are_told() -> None:
    settled = {**COOK, "duties_match": True}
    turn = tell(at("more_jobs", jobs=[settled]), "well as cook i mostly wash dishes", "correct")
    assert turn.question == "job_group"
    assert turn.state.jobs[0].noc is None
    assert tell(at("more_jobs", jobs=[settled]), "i mostly cook meals").state.jobs[0].noc == "63200"


def test_a_unit_group_that_is_called_wrong_is_asked_again_with_those_it_is_confused_with() -> None:
    turn = tell(at("what_next", jobs=[{**COOK, "duties_match": True}]), "that noc is wrong", "correct")
    assert turn.question == "job_group"
    assert "group_reopened" in said(turn)
    assert turn.state.asked is not None
    assert "63200" not in turn.state.asked.offered
    assert "62200" in turn.state.asked.offered


def test_a_unit_group_can_be_chosen_in_words() -> None:
    asked = tell(at("job", jobs=[], no_more_jobs=False), "psw since may 2024, 40 hours a week").state
    assert tell(asked, "in a nursing home").state.jobs[0].noc == "33102"
    assert tell(asked, "at people's own homes").state.jobs[0].noc == "44101"
    assert tell(asked, "not in a nursing home").state.jobs[0].noc is None


def test_a_choice_may_be_typed_with_a_word_or_two_around_it() -> None:
    asked = at("language", offered=("no_test",))
    assert tell(asked, "i have no test yet").question == "outside_quebec"


def test_a_greeting_in_the_middle_is_answered_and_the_question_comes_back() -> None:
    turn = tell(at("more_jobs", no_more_jobs=False), "hi", "greet")
    assert "utter_greet_again" in said(turn)
    assert turn.question == "more_jobs"


def test_where_somebody_is_from_says_nothing_of_the_work_and_a_job_abroad_is_asked_about() -> None:
    begin = at("job", jobs=[], no_more_jobs=False)
    home = tell(begin, "cook since april 2025, 40h. I am from India, my wife is in India").state
    assert (home.jobs[0].in_canada, home.exclusions) == (None, [])
    away = tell(begin, "baker in France from 2020 to may 2023, 40h").state
    assert [(waiting.reason, waiting.job) for waiting in away.exclusions] == [("abroad", 0)]


def test_another_stint_under_the_same_title_is_another_job() -> None:
    now = [{**COOK, "start": "2026-01-05", "duties_match": True}]
    turn = tell(at("what_next", jobs=now), "I also worked as a cook from march 2024 to december 2024, 40 hours a week")
    assert [(job.start, job.end) for job in turn.state.jobs] == [("2026-01-05", None), ("2024-03", "2024-12")]
    turn = tell(at("what_next", jobs=now), "cook since february 2026", "correct")
    assert [job.start for job in turn.state.jobs] == ["2026-02"]


@pytest.mark.parametrize(
    ("said_so", "reason"),
    [
        ("my permit expired in august 2026 and i applied on september 10. i kept working as a cook", "no_status"),
        ("software engineer on a visitor record since may 2025", "unauthorized"),
    ],
)
def test_work_without_status_or_permit_is_asked_about_and_not_passed_over(said_so: str, reason: str) -> None:
    state = tell(at("more_jobs", no_more_jobs=False), said_so).state
    told = [waiting.reason for waiting in state.exclusions]
    told += [part["reason"] for job in state.jobs for part in job.excluded]
    assert reason in told


def test_a_job_removed_while_something_about_it_was_asked_leaves_no_trace() -> None:
    doubt = {"kind": "hours", "text": "10 hours", "readings": [], "job": 1}
    state = at("doubt", 0, jobs=[COOK, {**COOK, "title": "baker"}], doubts=[doubt])
    turn = tell(state, "remove the second job", "remove_job")
    assert [job.title for job in turn.state.jobs] == ["cook"]
    assert turn.state.doubts == []


def test_nothing_told_is_no_verdict() -> None:
    turn = tell(State(), "start", "begin")
    for _ in range(6):
        turn = tell(turn.state, "???", "nlu_fallback")
    assert turn.question == "job"


def test_a_test_that_is_not_accepted_needs_no_scores() -> None:
    assert tell(at("language"), "toefl 105").question == "outside_quebec"


def test_a_year_told_first_holds_for_the_month_told_next() -> None:
    asked = tell(at("job", jobs=[], no_more_jobs=False), "cook since 2023, 40 hours a week")
    assert asked.question == "doubt"
    assert tell(asked.state, "march").state.jobs[0].start == "2023-03"


def test_a_day_alone_completes_the_month_that_was_told() -> None:
    state = at("job_start_day", 0, jobs=[{**COOK, "start": "2025-11"}])
    assert tell(state, "12").state.jobs[0].start == "2025-11-12"


def test_no_other_job_is_heard_whatever_was_asked() -> None:
    asked = tell(at("job", jobs=[], no_more_jobs=False), "line cook since may 2024, 40 hours a week").state
    turn = tell(asked, "no other job", "deny")
    assert turn.state.no_more_jobs
    assert turn.state.jobs[0].rejected == []


def test_yes_with_a_story_is_a_yes() -> None:
    asked = tell(at("job", jobs=[], no_more_jobs=False), "line cook since may 2024, 40 hours a week").state
    assert tell(asked, "Yes. I cook on the grill and the fryer all day").state.jobs[0].noc == "63200"


def test_what_is_nobodys_work_leaves_the_groups_on_offer() -> None:
    asked = tell(at("job", jobs=[], no_more_jobs=False), "line cook since may 2024, 40 hours a week").state
    turn = tell(asked, "i visited my mother in manila for 3 weeks")
    assert turn.question == "job_group"
    assert turn.state.jobs[0].duties is None


def test_two_rounds_of_groups_that_are_not_theirs_lead_to_the_question_what_they_do() -> None:
    turn = tell(at("job", jobs=[], no_more_jobs=False), "line cook since may 2024, 40 hours a week")
    assert turn.question == "job_group"
    turn = tell(turn.state, "no", "deny")
    assert turn.question == "job_group"
    assert tell(turn.state, "no", "deny").question == "job_duties"


def test_a_question_is_not_taken_for_what_somebody_does() -> None:
    turn = tell(at("job_duties", 0, jobs=[{"title": "manager"}]), "what if i quit in january", "inform")
    assert turn.state.jobs[0].duties is None


def test_a_broad_title_is_asked_for_its_kind_and_then_for_what_such_people_do() -> None:
    turn = tell(at("job", jobs=[], no_more_jobs=False), "manager since may 2024, 40 hours a week")
    assert turn.question == "job_kind"
    turn = tell(turn.state, "hotel")
    assert turn.question == "job_group"
    assert turn.state.jobs[0].noc == "60031"
    assert turn.state.jobs[0].duties_match is None


def test_none_of_the_kinds_leads_to_what_the_person_does() -> None:
    turn = tell(at("job", jobs=[], no_more_jobs=False), "manager since may 2024, 40 hours a week")
    assert tell(turn.state, "", "deny", key="none").question == "job_duties"


def test_codes_and_levels_of_noc_2016_and_unknown_codes_are_explained() -> None:
    state = at("job", jobs=[], no_more_jobs=False)
    assert "note_code_2016" in said(tell(state, "noc 6322 since may 2024"))
    assert tell(state, "noc 6322 since may 2024").state.jobs[0].noc == "63200"
    assert "note_skill_level" in said(tell(state, "i am NOC B"))
    assert "note_unknown_code" in said(tell(state, "my noc is 99999"))


def test_a_date_of_a_job_that_is_named_is_the_jobs_whatever_was_asked() -> None:
    two = [COOK, {**COOK, "title": "baker", "start": "2025-01", "end": "2025-06", "ended": True}]
    turn = tell(at("exclusions", jobs=two), "the cook job was 28 hours and the second job ended 15 may 2025", "correct")
    cook, baker = turn.state.jobs
    assert (cook.hours_per_week, cook.end) == ("28", None)
    assert (baker.hours_per_week, baker.end) == ("37.5", "2025-05-15")


def test_dates_beside_an_exclusion_are_of_what_does_not_count_and_not_of_the_job() -> None:
    state = at("exclusion_which", 0, exclusions=[{"reason": "unknown"}])
    job = tell(state, "since january 2025 i work through my own company").state.jobs[0]
    assert (job.start, job.end) == ("2024-05", None)
    assert job.excluded == [{"start": "2025-01", "end": None, "reason": "self_employed"}]


def test_an_exclusion_that_is_told_again_with_another_end_is_moved() -> None:
    excluded = [{"start": "2025-01", "end": "2025-12", "reason": "no_status"}]
    state = at("what_next", jobs=[{**COOK, "excluded": excluded}], outcome="not_eligible")
    job = tell(state, "actually the refugee claim time was only until march 2025", "correct").state.jobs[0]
    assert job.excluded == [{"start": "2025-01", "end": "2025-03", "reason": "no_status"}]
    assert (job.start, job.ended) == ("2024-05", False)


def test_what_a_person_does_all_day_is_no_new_title() -> None:
    state = at("job_group", 0, ("yes", "no"), jobs=[{"title": "shift supervisor", "employer": "starbucks"}])
    job = tell(state, "I make the schedule, train staff, handle complaints and cash").state.jobs[0]
    assert job.title == "shift supervisor"
    assert job.duties is not None


def test_a_year_by_itself_completes_the_month_told_before() -> None:
    state = at("job_hours", 0, jobs=[{"title": "cook", "noc": "63200", "start": "2026-05", "ended": False}])
    assert tell(state, "2024").state.jobs[0].start == "2024-05"


@pytest.mark.parametrize(("places", "outside"), [("toronto", True), ("alberta", True), ("montreal", False)])
def test_a_place_answers_where_they_plan_to_live(places: str, outside: bool) -> None:
    assert tell(at("outside_quebec", offered=("yes", "no")), places).state.outside_quebec is outside


def test_a_range_that_is_full_time_anyway_is_not_asked_about() -> None:
    turn = tell(at("job_hours", 0, jobs=[{**COOK, "hours_per_week": None}]), "35 to 40 hours")
    assert turn.state.jobs[0].hours_per_week == "35"
    assert turn.question != "doubt"


def test_a_range_below_full_time_is_asked_about() -> None:
    turn = tell(at("job_hours", 0, jobs=[{**COOK, "hours_per_week": None}]), "25 to 30 hours")
    assert turn.question == "doubt"


def test_four_bare_figures_beside_a_test_are_asked_in_which_order_they_come() -> None:
    turn = tell(at("more_jobs"), "i have celpip 8765")
    assert turn.question == "doubt"
    assert "ask_doubt_numbers" in said(turn)


def test_four_equal_figures_need_no_order() -> None:
    turn = tell(at("more_jobs"), "i have celpip 9 9 9 9")
    assert turn.state.language is not None
    assert turn.state.language["scores"] == dict.fromkeys(("listening", "reading", "writing", "speaking"), "9")


def test_a_score_that_the_test_cannot_give_is_not_taken() -> None:
    turn = tell(at("scores", language={"test": "ielts_general_training"}), "6.3 7 7 7")
    assert "note_impossible_score" in said(turn)
    assert turn.state.language is not None
    assert "listening" not in turn.state.language["scores"]


def test_a_question_is_not_put_a_fourth_time() -> None:
    state = at("more_jobs", jobs=[COOK], no_more_jobs=False)
    questions = []
    for nonsense in ("asdf", "qwer", "zxcv", "hjkl"):
        turn = tell(state, nonsense, "nlu_fallback")
        state = turn.state
        questions.append(turn.question)
    assert questions[:3] == ["more_jobs"] * 3
    assert questions[3] != "more_jobs"


def test_none_of_the_grounds_after_something_came_up_stays_open() -> None:
    state = at("admissibility_which", offered=("criminality", "skip"), trail=["admissibility:yes"])
    assert tell(state, "no", "deny").state.inadmissibility is None


def test_after_a_change_that_keeps_the_result_only_what_moved_is_said() -> None:
    language = {
        "test": "celpip_general", "date": "2026-03",
        "scores": {"listening": "9", "reading": "9", "writing": "9", "speaking": "9"},
    }  # fmt: skip
    known = {"language": language, "outside_quebec": True, "inadmissibility": [], "outcome": "eligible"}
    turn = tell(at("what_next", **known), "speaking was 8 not 9", "correct")
    assert "answer_stands" in said(turn)
    assert "language_met" in said(turn)
    assert "work_met" not in said(turn)


def test_what_waits_about_a_later_job_stays_with_it_when_an_earlier_one_is_removed() -> None:
    doubt = {"kind": "hours", "text": "25 to 30", "readings": [{"per_week": "25"}, {"per_week": "30"}], "job": 1}
    baker = {"title": "baker", "noc": "63202", "start": "2025-01", "ended": False, **COUNTS}
    state = at("doubt", 0, ("r0", "r1"), jobs=[COOK, baker], doubts=[doubt], skipped=["job_end:0", "job_period:1"])
    removed = tell(state, "remove the first job", "remove_job").state
    assert removed.skipped == ["job_period:0"]
    (left,) = tell(removed, "the higher one", key="r1").state.jobs
    assert (left.title, left.hours_per_week) == ("baker", "30")


def test_work_without_a_permit_is_not_passed_over_under_admissibility() -> None:
    part = [{"start": "2024-06", "end": "2024-08", "reason": "unauthorized"}]
    cook = {**COOK, "duties_match": True}
    rest: dict[str, Any] = {"outside_quebec": True, "skipped": ["language"], "offered": ("no", "yes")}
    assert "admissibility_met_but" in said(
        tell(at("admissibility", jobs=[{**cook, "excluded": part}], **rest), "no", "deny")
    )
    assert "admissibility_met" in said(tell(at("admissibility", jobs=[cook], **rest), "no", "deny"))


def test_who_asks_when_before_the_answer_hears_from_when_the_hours_are_enough() -> None:
    begun = {**COOK, "start": "2026-06-03"}
    turn = tell(at("outside_quebec", jobs=[begun]), "when will i be eligible?", "when")
    assert "when_hours_from" in said(turn)
    assert turn.bubbles[0][0][0].variables == {"start": words(date(2027, 6, 2))}
    assert turn.question is not None


def test_who_asks_when_while_too_little_is_known_hears_that() -> None:
    unsaid = {"title": "cook", "noc": "63200", "start": "2026-06-03"}
    assert "when_open" in said(tell(at("job_time", 0, jobs=[unsaid]), "when can i apply", "when"))


def test_who_asks_when_before_telling_anything_is_asked_for_the_work() -> None:
    assert tell(State(), "when will i qualify", "when").question == "job"


@pytest.mark.parametrize(
    "words", ["2", "#2", "the second one", "second", "2nd", "option 2", "number 2 please", "its the 2nd one"]
)
def test_a_choice_can_be_named_by_its_place(words: str) -> None:
    turn = tell(choosing(), words)
    assert turn.state.jobs[0].noc == "14400"


def test_a_place_beyond_the_choices_is_none_of_them() -> None:
    turn = tell(choosing(), "the fifth one")
    assert turn.state.jobs[0].noc is None


@pytest.mark.parametrize("words", ["1", "the first one", "2", "number 3"])
def test_a_number_is_no_answer_where_the_choices_have_none(words: str) -> None:
    untold = {key: value for key, value in COOK.items() if key not in COUNTS} | {"duties_match": True}
    turn = tell(at("exclusions", None, ("none", "some"), jobs=[untold]), words)
    assert turn.question == "exclusions"
    assert turn.state.jobs[0].authorized is None


def test_a_number_is_an_answer_wherever_the_choices_are_put_with_numbers() -> None:
    responses = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]
    numbered = {name for name, (first, *_) in responses.items() if re.search(r"^1\. ", first.get("text", ""), re.M)}
    assert numbered == {"ask_exclusion_which", "ask_admissibility_which"}
    for name in numbered:
        asked = Asked(name.removeprefix("ask_"), None, ["a", "b"])
        assert answer_key(Message("the second one", "inform"), asked) == "b"


def choosing() -> State:
    """Where a warehouse lead is asked which unit group comes closest."""
    lead = {"title": "warehouse lead", "start": "2025-06", "ended": False, "hours_per_week": "40"}
    turn = tell(at("job_group", 0, jobs=[lead]), "hello", "greet")
    assert turn.state.asked is not None
    assert turn.state.asked.offered[:2] == ["12013", "14400"]
    return turn.state
