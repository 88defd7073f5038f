"""The custom actions: read the state, take the turn, hand on what is to be said."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, ActiveLoop, FollowupAction, SessionStarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.messages import as_buttons, as_parts, message_from
from actions.safety import Events, SafeAction
from interview.message import Message
from interview.state import State
from interview.turn import take_turn
from nlu.clock import today

CASE, FORGET, REQUESTED, FORM = "case", "forget", "requested_slot", "case_form"


def take(message: Message, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
    """Take one message into the case: what is said goes to the dispatcher, what is kept into the events."""
    turn = take_turn(state_of(tracker), message, today())
    for number, (parts, buttons) in enumerate(turn.bubbles, start=1):
        beside = {"card": turn.card, "report": turn.report} if number == len(turn.bubbles) else {}
        shown = {name: tree for name, tree in beside.items() if tree}
        dispatcher.utter_message(response="utter_reply", parts=as_parts(parts), buttons=as_buttons(buttons), **shown)
    events: Events = [SlotSet(CASE, turn.state.to_slot()), SlotSet(REQUESTED, turn.question)]
    return [*events, SlotSet(FORGET, True)] if turn.forget else events


def state_of(tracker: Tracker) -> State:
    """Everything that is known of the person."""
    return State.from_slot(tracker.get_slot(CASE))


def stay(tracker: Tracker) -> Events:
    """The events that leave everything as it was, with the form open."""
    question = tracker.get_slot(REQUESTED) or "begin"
    return [SlotSet(CASE, tracker.get_slot(CASE)), SlotSet(REQUESTED, question)]


class ValidateCaseForm(SafeAction):
    """Runs for every message while the form is active: one call to the action server a turn."""

    def name(self) -> str:
        return f"validate_{FORM}"

    def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        message = message_from(tracker.latest_message, today(), is_trying=state_of(tracker).what_if)
        return take(message, dispatcher, tracker)

    def after_failure(self, tracker: Tracker) -> Events:
        return stay(tracker)


class _TypedCommand(SafeAction):
    """One of Rasa's commands, typed by a person: means what the same wish in words means."""

    wish: str

    def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        events = take(Message(text="", intent=self.wish), dispatcher, tracker)
        return [ActiveLoop(FORM), *events, FollowupAction("action_listen")]

    def after_failure(self, tracker: Tracker) -> Events:
        return [*stay(tracker), FollowupAction("action_listen")]


class Restart(_TypedCommand):
    """ "/restart": start over."""

    wish = "start_over"

    def name(self) -> str:
        return "action_restart"


class Back(_TypedCommand):
    """ "/back": go back one question."""

    wish = "go_back"

    def name(self) -> str:
        return "action_back"


class SessionStart(SafeAction):
    """A new session keeps the case. Typed as "/session_start" it is answered like a greeting."""

    def name(self) -> str:
        return "action_session_start"

    def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        events: list[Any] = [SessionStarted(), SlotSet(CASE, tracker.get_slot(CASE))]
        if tracker.latest_message.get("text") == "/session_start":
            events += [ActiveLoop(FORM), *take(Message("", "greet"), dispatcher, tracker)]
        return [*events, ActionExecuted("action_listen")]

    def after_failure(self, tracker: Tracker) -> Events:
        return [SessionStarted(), *stay(tracker), ActionExecuted("action_listen")]
