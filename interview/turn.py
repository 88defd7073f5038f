"""One turn: what the person said is taken, what they asked is answered, and the next question is put."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from interview import commands
from interview.answering import answer
from interview.answers import leave_open
from interview.card import card
from interview.intake import Change
from interview.message import SURE, Message
from interview.offers import offer
from interview.questions import Question, next_question
from interview.reply import Button, Part, line, say
from interview.state import Asked, State
from interview.taking import take_message, with_typed_choice
from interview.what_ifs import Tried, try_out

#: After so many answers that were not understood, a question is left open.
_PATIENCE = 3
_ASIDES = {"faq", "out_of_scope", "distress", "bot_challenge", "thanks", "goodbye"}


@dataclass(slots=True)
class Turn:
    """What comes of a message: the bubbles to send, the question that is open now, the state to keep.

    question: None once the person has stopped. forget: erase everything that is kept of this person.
    card: the answer as data beside the text of the last bubble, where that bubble gives it (interview.card).
    report: the same for the report (interview.report).
    """

    state: State
    bubbles: list[tuple[list[Part], list[Button]]] = field(default_factory=list)
    question: str | None = None
    forget: bool = False
    card: dict[str, Any] | None = None
    report: dict[str, Any] | None = None


def take_turn(state: State, message: Message, today: date) -> Turn:
    """Answer one message. The state given is not changed."""
    before, state = state, deepcopy(state)
    first = state.asked is None
    asked = state.asked or Asked("begin")
    message = with_typed_choice(state, message, asked)
    # "What if I quit" is no wish to stop.
    if _supposes(message) and (tried := try_out(state, message, asked, today)) is not None:
        return _after_trial(state, tried, asked, today)
    done = commands.run(state, message, asked, today)
    if done is not None and done.state is not None:
        return _with_question(done.state, done.parts, today, forget=done.forget)
    parts = list(done.parts) if done else []
    if done and done.report:
        turn = _with_question(state, parts, today, asked=asked)
        turn.report = done.report
        return turn
    if done and done.pause:
        state.asked = Asked("begin")
        return Turn(state, [(parts, [])], None)
    if done is None and (tried := try_out(state, message, asked, today)) is not None:
        return _after_trial(state, tried, asked, today)
    stray = message.intent == "out_of_scope"
    # What the bot is not for is said once; after that an example helps more.
    aside = [] if stray and asked.missed else _aside(message, first=first)
    taken = take_message(state, message, asked, today, is_aside=bool(aside) or done is not None)
    if first:
        parts = [say("intro_short") if taken.changes else say("intro"), *parts]
    parts = [*parts, *taken.parts, *aside]
    understood = taken.understood or bool(aside) or done is not None or (first and message.intent == "greet")
    if understood:
        turn = _with_question(state, parts, today, told=taken.changes, asked=asked, before=before)
        if stray and not taken.understood and turn.state.asked is not None:
            turn.state.asked.missed = asked.missed + 1
        return turn
    return _not_understood(state, parts, asked, today, first=first)


def _supposes(message: Message) -> bool:
    return message.supposed is not None and message.supposed.is_plain and bool(message.supposed.facts)


def _aside(message: Message, *, first: bool) -> list[Part]:
    """What is said to a question or a remark beside the check itself."""
    if message.intent == "greet" and not first and not message.facts and message.confidence >= SURE:
        return [say("utter_greet_again")]
    if message.intent not in _ASIDES or message.confidence < SURE:
        return []
    if message.intent == "faq":
        return [say(f"utter_faq/{message.topic}")] if message.topic else []
    return [say(f"utter_{message.intent}")]


def _with_question(
    state: State,
    parts: list[Part],
    today: date,
    *,
    told: Sequence[Change] = (),
    asked: Asked | None = None,
    before: State | None = None,
    forget: bool = False,
) -> Turn:
    """Put the next question after the parts; or, where nothing is left to ask, the answer."""
    question = _next(state, asked, told, today)
    if question is None:
        return _answered(state, parts, today, before)
    words, buttons = offer(state, question)
    state.asked = Asked(question.name, question.about, [button.key for button in buttons])
    gap = [Part(w.name, w.variables, own_line=True) if i == 0 and parts else w for i, w in enumerate(words)]
    return Turn(state, [([*parts, *gap], buttons)], question.name, forget)


def _next(state: State, asked: Asked | None, told: Sequence[Change], today: date) -> Question | None:
    begun = bool(state.jobs or state.no_more_jobs or state.language or told or state.outside_quebec is not None)
    if not begun and (asked is None or asked.question == "begin") and "begin" not in state.trail:
        return Question("begin")
    return next_question(state, today)


def _digest(assessment: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(assessment, sort_keys=True).encode()).hexdigest()[:12]


def _answered(state: State, parts: list[Part], today: date, before: State | None) -> Turn:
    """Give the answer; once it has been given, only where it changed, and then what moved."""
    found = answer(state, today)
    told, state.told = state.told, _digest(found.assessment)
    state.tried = state.tried if told == state.told else []
    outcome, state.outcome = state.outcome, found.outcome
    words, buttons = offer(state, Question("what_next"))
    asked_before = state.asked is not None and state.asked.question == "what_next"
    state.asked = Asked("what_next", None, [button.key for button in buttons])
    if asked_before and told == state.told:
        again = Part(words[0].name, own_line=bool(parts))
        return Turn(state, [([*parts, again], buttons)], "what_next")
    said = found.parts
    if before is not None and outcome == state.outcome:
        old = answer(before, today).parts
        said = [line("answer_stands"), *said[:1], *[part for part in said[1:-1] if part not in old], said[-1]]
    elif outcome is not None:
        said = [line("answer_moved"), Part(said[0].name, said[0].variables, own_line=True), *said[1:]]
    bubbles: list[tuple[list[Part], list[Button]]] = [(parts, [])] if parts else []
    return Turn(state, [*bubbles, ([*said, *words], buttons)], "what_next", card=card(found))


def _after_trial(state: State, tried: Tried, asked: Asked, today: date) -> Turn:
    """What a what-if comes to, and the question that was open."""
    if state.told is None:
        turn = _with_question(state, tried.parts, today, asked=asked)
    else:
        words, buttons = offer(state, Question("what_next"))
        state.asked = Asked("what_next", None, [button.key for button in buttons])
        gap = [Part(word.name, word.variables, own_line=True) for word in words]
        turn = Turn(state, [([*tried.parts, *gap], buttons)], "what_next")
    turn.card = turn.card or tried.card
    return turn


def _not_understood(state: State, parts: list[Part], asked: Asked, today: date, *, first: bool) -> Turn:
    """Say so, then explain with an example, then offer a way on; the question stays the same."""
    turn = _with_question(state, parts, today, asked=asked)
    if first or turn.state.asked is None:
        return turn
    missed = asked.missed + 1
    if missed > _PATIENCE and leave_open(state, asked.question, asked.about):
        return _with_question(state, [*parts, say("left_open")], today)
    turn.state.asked.missed = missed
    words, buttons = turn.bubbles[-1]
    sorry = say("sorry") if missed == 1 else say(f"explain_{asked.question}")
    way_on = [line("way_on")] if missed >= 2 else []
    turn.bubbles[-1] = (
        [
            sorry,
            *[Part(w.name, w.variables, w.own_line or i == 0) for i, w in enumerate(words)],
            *way_on,
        ],
        buttons,
    )
    return turn
