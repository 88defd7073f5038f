"""One turn: what the person said is taken, what they asked is answered, and the next question is put."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from interview import answers, commands
from interview.answering import answer_parts, verdict
from interview.exclusions import deny_the_rest
from interview.intake import Change, Context, take
from interview.language import drop_impossible_date, drop_impossible_scores
from interview.labels import chosen
from interview.message import SURE, Message, answer_key
from interview.offers import offer
from interview.playback import noted, settled
from interview.questions import Question, next_question
from interview.reply import Button, Part, line, say
from interview.state import UNKNOWN, Asked, State, mark
from nlu.context import in_context
from nlu.facts import Fact

#: Intents that may carry facts; with the others only what is named in full is taken, no bare figure.
_TELLING = {"inform", "correct", "add_job", "affirm", "deny", "greet", "begin", "nlu_fallback", "distress"}  # fmt: skip
_ASIDES = {"faq", "out_of_scope", "distress", "bot_challenge", "thanks", "goodbye"}


@dataclass(slots=True)
class Turn:
    """What comes of a message: the bubbles to send, the question that is open now, the state to keep.

    question: None once the person has stopped. forget: erase everything that is kept of this person.
    """

    state: State
    bubbles: list[tuple[list[Part], list[Button]]] = field(default_factory=list)
    question: str | None = None
    forget: bool = False


def take_turn(state: State, message: Message, today: date) -> Turn:
    """Answer one message. The state given is not changed."""
    state = deepcopy(state)
    first = state.asked is None
    asked = state.asked or Asked("begin")
    done = commands.run(state, message, asked, today)
    if done is not None and done.state is not None:
        return _with_question(done.state, done.parts, today, greeting=False, forget=done.forget)
    parts = list(done.parts) if done else []
    if done and done.pause:
        state.asked = Asked("begin")
        return Turn(state, [(parts, [])], None)
    if state.what_if and done is None:
        return _try_out(state, message, asked, today)
    aside = _aside(message)
    taken = _take(state, message, asked, today, is_aside=bool(aside) or done is not None)
    if first:
        parts = [say("intro_short") if taken.changes else say("intro"), *parts]
    parts = [*parts, *taken.parts, *aside]
    understood = taken.understood or bool(aside) or done is not None or (first and message.intent == "greet")
    if understood:
        return _with_question(state, parts, today, told=taken.changes, asked=asked)
    return _not_understood(state, parts, asked, today, first=first)


@dataclass(slots=True)
class _Taken:
    changes: list[Change] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    understood: bool = False


def _take(state: State, message: Message, asked: Asked, today: date, *, is_aside: bool) -> _Taken:
    """Take the facts of a message, and its choice as the answer to the open question."""
    key = None if is_aside else answer_key(message, asked) or _typed_choice(state, message, asked)
    facts = list(message.facts) if is_aside else _facts_for(message, asked)
    if asked.question == "doubt" and key and (read := answers.take_reading(state, key, today, message.text)) is not None:
        return _Taken(read, [*noted(state, read), *_impossible(state, today)], True)
    if key and (key in asked.offered or not facts) and _answer(state, asked, key):
        state.trail.append(mark(asked.question, asked.about))
        return _Taken(parts=settled(state, asked.question, asked.about), understood=True)
    if asked.question == "exclusion_period" and (period := _period_in(facts)):
        answers.take_exclusion_period(state, period.get("start"), period.get("end"))
        return _Taken(understood=True)
    if asked.question == "job_duties" and not is_aside and not any(f.kind in ("title", "noc") for f in facts):
        if len(message.text.split()) >= 2 and key is None and asked.about is not None:
            state.jobs[asked.about].duties = message.text[:300]
            state.jobs[asked.about].rejected = []
            return _Taken(understood=True)
    waiting = len(state.doubts)
    if asked.question == "doubt" and facts:
        state.doubts.pop(0)
    context = Context(
        asked.question,
        asked.about,
        correcting=message.intent == "correct" and message.confidence >= SURE,
        adding=message.intent == "add_job" or asked.question == "more_jobs",
        beside=is_aside,
        today=today,
        text=message.text,
    )
    changes = take(state, facts, context)
    if asked.question in ("exclusions", "exclusion_which") and any(f.kind == "exclusion" for f in facts):
        _settle_exclusions(state, facts)
    notes = _impossible(state, today)
    if changes:
        state.trail.append(mark(asked.question, asked.about))
    return _Taken(changes, [*noted(state, changes), *notes], bool(changes or notes or len(state.doubts) > waiting))


def _typed_choice(state: State, message: Message, asked: Asked) -> str | None:
    if message.key is not None or not asked.offered:
        return None
    _, buttons = offer(state, Question(asked.question, asked.about))
    return chosen(message.text, buttons)


def _answer(state: State, asked: Asked, key: str) -> bool:
    return answers.answer(state, asked.question, asked.about, key)


def _settle_exclusions(state: State, facts: Sequence[Fact]) -> None:
    state.exclusions = [waiting for waiting in state.exclusions if waiting.reason != UNKNOWN]
    if any(fact.value["present"] for fact in facts if fact.kind == "exclusion"):
        deny_the_rest(state)


def _facts_for(message: Message, asked: Asked) -> list[Fact]:
    if message.intent not in _TELLING:
        return list(message.facts)
    return list(in_context(message.facts, asked.question, message.text))


def _period_in(facts: Sequence[Fact]) -> dict[str, str | None] | None:
    for fact in facts:
        if fact.kind in ("period", "exclusion") and not fact.ambiguous and (fact.value.get("start") or fact.value.get("end")):
            return dict(fact.value)
        if fact.kind == "date" and not fact.ambiguous:
            return {"start": fact.value["date"], "end": fact.value["date"]}
    return None


def _impossible(state: State, today: date) -> list[Part]:
    return drop_impossible_scores(state, today) + drop_impossible_date(state, today)


def _aside(message: Message) -> list[Part]:
    """What is said to a question or a remark beside the check itself."""
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
    greeting: bool = False,
    forget: bool = False,
) -> Turn:
    """Put the next question after the parts; or, where nothing is left to ask, the answer."""
    question = _next(state, asked, told, today)
    if question is None:
        return _answered(state, parts, today, told)
    words, buttons = offer(state, question)
    state.asked = Asked(question.name, question.about, [button.key for button in buttons])
    gap = [Part(w.name, w.variables, own_line=True) if i == 0 and parts else w for i, w in enumerate(words)]
    return Turn(state, [([*parts, *gap], buttons)], question.name, forget)


def _next(state: State, asked: Asked | None, told: Sequence[Change], today: date) -> Question | None:
    begun = bool(state.jobs or state.no_more_jobs or state.language or told or state.outside_quebec is not None)
    if not begun and (asked is None or asked.question == "begin") and "begin" not in state.trail:
        return Question("begin")
    return next_question(state, today)


def _answered(state: State, parts: list[Part], today: date, told: Sequence[Change]) -> Turn:
    """Give the answer, or after it has been given only what is new."""
    _, assessment = verdict(state, today)
    before, state.outcome = state.outcome, assessment["outcome"]
    words, buttons = offer(state, Question("what_next"))
    bubbles: list[tuple[list[Part], list[Button]]] = []
    asked_before = state.asked is not None and state.asked.question == "what_next"
    state.asked = Asked("what_next", None, [button.key for button in buttons])
    if asked_before and not told and parts and before == state.outcome:
        return Turn(state, [([*parts, line("ask_what_next")], buttons)], "what_next")
    if parts:
        bubbles.append((parts, []))
    moved = []
    if before is not None:
        moved = [say("answer_moved" if before != state.outcome else "answer_stands")]
    answer = answer_parts(state, today)
    bubbles.append(([*moved, Part(answer[0].name, answer[0].variables, own_line=bool(moved)), *answer[1:], *words], buttons))
    return Turn(state, bubbles, "what_next")


def _try_out(state: State, message: Message, asked: Asked, today: date) -> Turn:
    """Answer as if the facts of this message were true; what is known stays as it was."""
    trial = deepcopy(state)
    taken = _take(trial, message, asked, today, is_aside=True)
    state.what_if = False
    words, buttons = offer(state, Question("what_next"))
    state.asked = Asked("what_next", None, [button.key for button in buttons])
    if not taken.changes:
        return Turn(state, [([say("what_if_unclear"), *words], buttons)], "what_next")
    answer = answer_parts(trial, today)
    parts = [say("what_if_answer"), *taken.parts, *[Part(p.name, p.variables, i == 0 or p.own_line) for i, p in enumerate(answer)]]
    return Turn(state, [([*parts, line("what_if_unchanged")], buttons)], "what_next")


def _not_understood(state: State, parts: list[Part], asked: Asked, today: date, *, first: bool) -> Turn:
    """Say so, then explain with an example, then offer a way on; the question stays the same."""
    turn = _with_question(state, parts, today, asked=asked)
    if first or turn.state.asked is None:
        return turn
    missed = asked.missed + 1
    turn.state.asked.missed = missed
    words, buttons = turn.bubbles[-1]
    sorry = say("sorry") if missed == 1 else say(f"explain_{asked.question}")
    way_on = [line("way_on")] if missed >= 2 else []
    turn.bubbles[-1] = ([sorry, *[Part(w.name, w.variables, w.own_line or i == 0) for i, w in enumerate(words)], *way_on], buttons)
    return turn

