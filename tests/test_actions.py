"""The actions between Rasa and the interview: nothing lost on the way, and never silent when something breaks."""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import turn
from actions.messages import as_fact, message_from
from nlu.components.fact_reader import as_entity
from nlu.facts import Fact

CASE = {"v": 1, "jobs": [{"title": "cook", "start": "2024-05"}]}
TODAY = date(2026, 11, 22)


def tracker(text: str = "hello", case: dict[str, Any] | None = None, **slots: Any) -> Tracker:
    latest = {"text": text, "intent": {"name": "greet", "confidence": 1.0}, "entities": []}
    slots = {"case": case, "requested_slot": None, **slots}
    return Tracker("somebody", slots, latest, [], False, None, {}, "action_listen")


def run(action: turn.SafeAction, told: Tracker) -> tuple[CollectingDispatcher, list[dict[str, Any]]]:
    dispatcher = CollectingDispatcher()
    return dispatcher, asyncio.run(action.run(dispatcher, told, {}))


@pytest.mark.parametrize("action", [turn.ValidateCaseForm(), turn.Restart(), turn.Back()])
def test_an_action_that_fails_says_sorry_and_keeps_the_case(
    action: turn.SafeAction, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise ValueError("the applicant typed SECRET-WORD")

    monkeypatch.setattr(turn, "take_turn", breaks)
    with caplog.at_level(logging.DEBUG):
        dispatcher, events = run(action, tracker(case=CASE, requested_slot="job_hours"))
    (said,) = dispatcher.messages
    assert said["response"] == "utter_error"
    kept = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    assert kept["case"] == CASE
    assert kept["requested_slot"] == "job_hours"
    assert said["incident"] in caplog.text
    assert "SECRET-WORD" not in caplog.text


def test_a_fact_survives_the_way_through_rasa() -> None:
    fact = Fact(
        "hours", {"per_week": "25"}, 0, 8, True, ({"per_week": "25"}, {"per_week": "30"}), 0, {"per_week": "40"}
    )
    assert as_fact(as_entity(fact)) == fact


def test_a_button_is_told_by_its_key_and_a_typed_entity_of_another_name_is_nothing() -> None:
    pressed = {
        "text": '/inform{"key": "yes"}',
        "entities": [{"entity": "key", "value": "yes"}],
        "intent": {"name": "inform"},
    }
    typed = {"text": '/inform{"x": 1}', "entities": [{"entity": "x", "value": 1}], "intent": {"name": "inform"}}
    assert message_from(pressed, TODAY).key == "yes"
    assert message_from(typed, TODAY).key is None


def test_a_message_of_which_nothing_was_understood_is_a_fallback() -> None:
    assert message_from({"text": "", "intent": {"name": None, "confidence": 0.0}}, TODAY).intent == "nlu_fallback"
