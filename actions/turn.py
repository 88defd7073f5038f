"""The one custom action of the form: read the state, take the turn, hand on what is to be said."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.messages import as_buttons, as_parts, message_from
from actions.safety import Events, SafeAction
from interview.state import State
from interview.turn import take_turn
from nlu.clock import today

CASE, FORGET, REQUESTED = "case", "forget", "requested_slot"


class ValidateCaseForm(SafeAction):
    """Runs for every message while the form is active: one call to the action server a turn."""

    def name(self) -> str:
        return "validate_case_form"

    def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        turn = take_turn(
            State.from_slot(tracker.get_slot(CASE)), message_from(tracker.latest_message), today()
        )
        for parts, buttons in turn.bubbles:
            dispatcher.utter_message(
                response="utter_reply", parts=as_parts(parts), buttons=as_buttons(buttons)
            )
        events = [SlotSet(CASE, turn.state.to_slot()), SlotSet(REQUESTED, turn.question)]
        return [*events, SlotSet(FORGET, True)] if turn.forget else events

    def after_failure(self, tracker: Tracker) -> Events:
        question = tracker.get_slot(REQUESTED) or "begin"
        return [SlotSet(CASE, tracker.get_slot(CASE)), SlotSet(REQUESTED, question)]
