"""The answer as a card: the same as the text, in pieces, every word from domain.yml."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

import cec
from cec.citations import page_of
from interview.answering import answer
from interview.card import card
from interview.message import Message
from interview.reply import as_json
from interview.state import State
from interview.turn import take_turn
from nlg import composer as composing
from nlg.composer import Composer

TODAY = date(2026, 11, 22)
RESPONSES = yaml.safe_load((Path(__file__).parents[1] / "domain.yml").read_text(encoding="utf-8"))["responses"]
COUNTS = dict.fromkeys(
    ("in_canada", "paid", "employee", "authorized", "temporary_status", "canadian_employer", "duties_match"), True
)
COOK = {
    "title": "cook", "noc": "63200", "start": "2024-05", "ended": False, "hours_per_week": "37.5", **COUNTS,
}  # fmt: skip
CELPIP = {
    "test": "celpip_general", "date": "2026-03",
    "scores": {"listening": "9", "reading": "8", "writing": "7", "speaking": "9"},
}  # fmt: skip


def told(*jobs: Mapping[str, Any], **known: Any) -> State:
    slot = {
        "v": 1, "jobs": [{**COOK, **job} for job in jobs], "no_more_jobs": True, "language": CELPIP,
        "outside_quebec": True, "inadmissibility": [], **known,
    }  # fmt: skip
    return State.from_slot(json.loads(json.dumps(slot)))


def utter(state: State, channel: str = "website", *, is_trial: bool = False) -> dict[str, Any]:
    """The message that a client on this channel gets."""
    nlg = Composer()
    nlg.responses = RESPONSES
    found = answer(state, TODAY)
    tracker = DialogueStateTracker.from_events("somebody", [UserUttered("hi", input_channel=channel)])
    said = {"parts": as_json(found.parts), "card": card(found, is_trial=is_trial)}
    message = asyncio.run(nlg.generate("utter_reply", tracker, "collector", **json.loads(json.dumps(said))))
    assert message is not None
    return message


def shown(state: State, **options: Any) -> dict[str, Any]:
    custom: dict[str, Any] = utter(state, **options)["custom"]
    return custom


def requirement(of: Mapping[str, Any], name: str) -> dict[str, Any]:
    return next(dict(found) for found in of["requirements"] if found["id"] == name)


def test_every_sentence_of_the_card_stands_in_the_text_too() -> None:
    state = told({"excluded": [{"start": "2025-05", "end": "2025-08", "reason": "leave"}]}, {"noc": "65100"})
    message = utter(state)
    of, text = message["custom"], message["text"]
    said = [of["headline"], of["closing"], *of["notes"], *of["outlook"]]
    said += [found[key] for found in of["requirements"] for key in ("title", "reason", "rule")]
    assert [sentence for sentence in said if sentence not in text] == []


def test_the_card_of_who_qualifies_has_each_requirement_with_its_figure_and_rule() -> None:
    of = shown(told({}))
    assert of["outcome"] == "eligible"
    assert requirement(of, "work_experience") == {
        "id": "work_experience",
        "status": "met",
        "title": "Work",
        "reason": "4,007 countable hours of the 1,560 needed in the last three years, at most 30 a week.",
        "figure": "4,007 of 1,560 hours",
        "rule": "IRPR 87.1(2)(a)",
        "url": "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-87.1.html",
    }
    assert requirement(of, "language")["figure"] == "lowest level 7, needed 5"
    assert requirement(of, "test_validity")["figure"] == "valid through 29 February 2028"
    assert requirement(of, "outside_quebec")["figure"] is None


def test_a_score_too_low_is_named_and_marked_as_not_met() -> None:
    low = {**CELPIP, "scores": {**CELPIP["scores"], "writing": "4"}}
    of = shown(told({}, language=low))
    assert requirement(of, "language")["status"] == "not_met"
    assert "falls short is: writing" in requirement(of, "language")["reason"]


def test_a_score_too_low_beside_unknown_ones_is_not_hidden_by_them() -> None:
    some = {**CELPIP, "scores": {"writing": "4", "reading": "9"}}
    of = shown(told({}, language=some))
    assert requirement(of, "language")["status"] == "not_met"
    assert "writing 4" in requirement(of, "language")["reason"]
    assert "falls short is: writing" in requirement(of, "language")["reason"]


def test_a_test_that_is_not_accepted_is_told_once() -> None:
    of = shown(told({}, language={"test": "ielts_academic", "date": "2026-03", "scores": {}}))
    assert "not accepted" in requirement(of, "language")["reason"]
    assert "test_validity" not in {found["id"] for found in of["requirements"]}


def test_a_job_that_became_self_employment_is_one_job_in_the_history() -> None:
    part = {"start": "2025-01", "end": "2025-06", "reason": "self_employed"}
    (job,) = shown(told({"excluded": [part]}))["history"]["jobs"]
    assert [(s["start"], s["end"], s["counts"]) for s in job["segments"]] == [
        ("2024-05-01", "2024-12-31", True),
        ("2025-01-01", "2025-06-30", False),
        ("2025-07-01", "2026-11-21", True),
    ]
    assert job["segments"][1]["reason"] == "self-employed"


def test_work_without_dates_has_no_stretches() -> None:
    undated = {"start": None, "ended": None, "hours_per_week": None, "title": "baker"}
    of = shown(told({}, undated))
    assert of["history"]["jobs"][1]["segments"] == []
    assert "baker, 0 hours: dates not known." in of["picture"]["alt"]


def test_the_text_alternative_says_what_the_picture_shows() -> None:
    alt = shown(told({"excluded": [{"start": "2025-05", "end": "2025-08", "reason": "leave"}]}))["picture"]["alt"]
    assert alt.startswith("The three years that count go from 22 November 2023 through 21 November 2026; 3,480 of the")
    assert "1 May 2024 to 30 April 2025 counts" in alt
    assert "1 May 2025 to 31 August 2025 does not count (on leave)" in alt


def test_who_falls_short_sees_from_which_day_the_hours_are_enough() -> None:
    of = shown(told({"start": "2026-03-05", "hours_per_week": "28"}))
    assert of["hours_over_time"]["first"] == "2027-03-30"
    first, caveat = of["outlook"]
    assert first == "If everything stays as it is, the first day on which it would be enough is 30 March 2027."
    assert "Federal High-Skilled Class" in caveat
    assert "All is met from 30 Mar 2027" in of["outlook_picture"]["alt"]
    assert "All is met from 30 Mar 2027" in of["outlook_picture"]["svg"]


def test_where_no_hours_count_there_is_no_picture_of_them_over_time() -> None:
    of = shown(told({"noc": "65201"}))
    assert of["outcome"] == "not_eligible"
    assert "outlook_picture" not in of


def test_where_facts_are_missing_nothing_is_drawn_of_the_time_ahead() -> None:
    of = shown(told({}, language=None))
    assert of["outcome"] == "incomplete"
    assert "outlook_picture" not in of
    assert "picture" in of


def test_a_trial_is_called_one_so_that_nobody_takes_it_for_the_answer() -> None:
    of = shown(told({}), is_trial=True)
    assert of["trial"] is True
    assert of["headline"].startswith("Only a trial")


def test_a_title_with_markup_or_braces_stays_what_it_is() -> None:
    title = "<script>alert('{required_hours}')</script>"
    of = shown(told({"title": title}))
    assert of["history"]["jobs"][0]["title"] == title
    assert "<script" not in of["picture"]["svg"]
    assert "&lt;script&gt;" in of["picture"]["svg"]


def test_the_shell_gets_the_text_alone() -> None:
    message = utter(told({}), "cmdline")
    assert "custom" not in message
    assert "You appear to meet" in message["text"]


def test_the_unfilled_card_is_not_kept_with_the_conversation() -> None:
    nlg = Composer()
    nlg.responses = RESPONSES
    state = told({})
    tree = card(answer(state, TODAY))
    tracker = DialogueStateTracker.from_events("somebody", [])
    asyncio.run(nlg.generate("utter_reply", tracker, "collector", parts=[], card=tree))
    assert tree == {}


def test_a_card_that_fails_leaves_the_text_and_is_logged_without_a_word_of_the_person(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise ValueError("the applicant typed SECRET-WORD")

    monkeypatch.setattr(composing, "filled", breaks)
    with caplog.at_level(logging.DEBUG):
        message = utter(told({}))
    assert "You appear to meet" in message["text"]
    assert "custom" not in message
    assert "incident" in caplog.text
    assert "SECRET-WORD" not in caplog.text


def test_the_turn_that_answers_brings_the_card_and_the_next_one_that_changes_nothing_does_not() -> None:
    turn = take_turn(told({}), Message("that is all", "inform", []), TODAY)
    assert turn.card is not None
    assert take_turn(turn.state, Message("thanks", "thanks", []), TODAY).card is None


def test_every_rule_of_an_answer_leads_to_its_page() -> None:
    for finding in answer(told({}), TODAY).assessment["requirements"]:
        page = page_of(finding["citation"], TODAY)
        assert page is not None
        assert page.startswith(("https://laws-lois.justice.gc.ca/", "https://www.canada.ca/"))


def test_a_rule_that_no_parameter_cites_has_no_page() -> None:
    assert page_of("IRPR 12.3", TODAY) is None


months = st.dates(date(2022, 1, 1), date(2027, 6, 1)).map(lambda day: f"{day:%Y-%m}")


@st.composite
def work(draw: st.DrawFn) -> dict[str, Any]:
    start, end = sorted((draw(months), draw(months)))
    known = cec.parameters.on(TODAY).work_exclusions
    reasons = st.sampled_from([*(reason for reason, how in known.items() if how.periods), "self_employed"])
    parts = st.builds(lambda reason: {"start": start, "end": end, "reason": reason}, reasons)
    ended = draw(st.sampled_from([True, False, None]))
    return {
        "title": draw(st.one_of(st.none(), st.text(max_size=30))),
        "noc": draw(st.sampled_from(["63200", "21232", "65201", None])),
        "start": draw(st.sampled_from([start, start, None])),
        "end": end if ended else None,
        "ended": ended,
        "hours_per_week": draw(st.sampled_from(["40", "22.5", None])),
        "excluded": draw(st.lists(parts, max_size=1)),
        **{flag: draw(st.sampled_from([True, True, None])) for flag in COUNTS},
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(work(), max_size=4), st.sampled_from([None, CELPIP]))
def test_every_case_gives_a_card_in_plain_json_with_all_words_filled(jobs: list[Any], language: Any) -> None:
    of = shown(told(*jobs, language=language))
    text = json.dumps(of)
    assert '"say"' not in text
    assert '"join"' not in text
    assert len(of["history"]["jobs"]) == len(jobs)
    assert of["picture"]["svg"].startswith("<svg")
