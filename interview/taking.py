"""Taking a message into the state: its choice as the answer to the open question, or else its facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import noc
from interview import answers
from interview.codes import notes_on_codes
from interview.completing import complete, with_year_of
from interview.doubts import QUESTION_OF_DOUBT, take_reading
from interview.exclusions import deny_the_rest
from interview.group_choice import group_meant
from interview.intake import Change, take
from interview.labels import chosen
from interview.language import drop_impossible_date, drop_impossible_scores
from interview.message import SURE, Message, answer_key
from interview.offers import offer
from interview.placing import Context
from interview.playback import noted, settled
from interview.questions import Question
from interview.reply import Part, say
from interview.state import UNKNOWN, Asked, State, mark
from nlu.context import beside_a_question, in_context
from nlu.facts import Fact

#: Duties are searched up to here, in letters; fewer words than these tell none.
_LONGEST_DUTIES = 300
_LEAST_DUTIES = 3
#: How near to the work of some group, 0 to 1, a message has to be to be taken for duties while groups are on offer.
_LIKE_WORK = 0.4
#: A title that is less of the message than this was only mentioned among the duties.
_MOSTLY = 0.6
_ASKS_DUTIES = {"job_duties", "job_group", "job_kind", "job_title"}
_NO_TELLING_OF_DUTIES = {"correct", "dont_know", "skip", "affirm", "deny", "add_job", "remove_job"}
_ASKS: Final = re.compile(
    r"\?|^\s*(?:and |but |ok |wait )?(?:what|why|how|when|does|do i|can|is|are|will|should|if)\b", re.IGNORECASE
)
#: "no other jobs": an answer to another question, whenever it comes.
_NO_OTHER_JOB: Final = re.compile(
    r"\b(?:no|not any) (?:other|more|another) (?:jobs?|work)\b|\bonly (?:this|one|1) job\b", re.IGNORECASE
)
_YES: Final = re.compile(r"(?:yes|yeah|yep|oui|si|haan|opo)\b\W+\w", re.IGNORECASE)
#: What is not said when somebody tells what they do all day.
_NO_DUTIES = {
    "noc",
    "test",
    "scores",
    "numbers",
    "overall",
    "clb",
    "test_date",
    "hours",
    "period",
    "exclusion",
}
#: Intents that may carry facts; with the others only what is named in full is taken, no bare figure.
_TELLING = {
    "inform",
    "correct",
    "add_job",
    "affirm",
    "deny",
    "greet",
    "begin",
    "nlu_fallback",
    "distress",
}
#: A question for several things at once: bare figures and dates are understood as each of them.
_UNDERSTOOD_AS = {"language": ("scores", "test_date"), "test_name": ("scores", "test_date")}


@dataclass(slots=True)
class Taken:
    changes: list[Change] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    understood: bool = False


def take_message(state: State, message: Message, asked: Asked, today: date, *, is_aside: bool) -> Taken:
    """Take the facts of a message, and its choice as the answer to the open question."""
    asked = asked if _is_still_open(state, asked) else Asked("begin")
    if not is_aside and state.jobs and not state.no_more_jobs and _NO_OTHER_JOB.search(message.text):
        state.no_more_jobs = True
        if not message.facts and asked.question != "more_jobs":
            return Taken(parts=[say("noted_no_more_jobs")], understood=True)
    key = None if is_aside else answer_key(message, asked)
    facts = list(_facts_of_aside(message)) if is_aside else _facts_for(state, message, asked)
    if asked.question == "doubt" and key and (read := take_reading(state, key, today, message.text)) is not None:
        return Taken(read, [*noted(state, read), *_impossible(state, today)], True)
    if key and (key in asked.offered or not facts) and _answer(state, asked, key):
        state.trail.append(mark(asked.question, asked.about))
        return Taken(parts=settled(state, asked.question, asked.about), understood=True)
    if asked.question == "exclusion_period" and (period := _period_in(facts)):
        answers.take_exclusion_period(state, asked.about or 0, period.get("start"), period.get("end"))
        return Taken(understood=True)
    if asked.about is not None and not is_aside and key is None and _tells_duties(message, asked, facts):
        job = state.jobs[asked.about]
        job.duties, job.noc, job.rejected = message.text[:_LONGEST_DUTIES], None, []
        return Taken(understood=True)
    if completed := complete(state, asked, message):
        return Taken(completed, noted(state, completed), True)
    if asked.question == "doubt":
        facts = with_year_of(state.doubts[0], facts, message.text)
    question = _question_behind(state, asked)
    doubt = state.doubts.pop(0) if asked.question == "doubt" else None
    waiting = len(state.doubts)
    context = Context(
        question,
        doubt.job if doubt else asked.about,
        correcting=message.intent == "correct" and message.confidence >= SURE,
        adding=message.intent == "add_job" or _tells_another_job(message, asked, facts),
        beside=is_aside,
        today=today,
        text=message.text,
    )
    changes = take(state, facts, context)
    if asked.question in ("exclusions", "exclusion_which") and any(f.kind == "exclusion" for f in facts):
        _settle_exclusions(state, facts)
    notes = [*([] if is_aside else notes_on_codes(state, facts)), *_impossible(state, today)]
    if doubt and not changes and len(state.doubts) == waiting:
        state.doubts.insert(0, doubt)
        return Taken(changes, notes, bool(notes))
    if changes:
        state.trail.append(mark(asked.question, asked.about))
    return Taken(
        changes,
        [*noted(state, changes), *notes],
        bool(changes or notes or len(state.doubts) > waiting),
    )


def _is_still_open(state: State, asked: Asked) -> bool:
    """Whether what the question was about is still there: a command may just have removed it."""
    if asked.question == "doubt":
        return bool(state.doubts)
    if asked.about is None:
        return True
    return asked.about < len(state.exclusions if asked.question.startswith("exclusion") else state.jobs)


def _tells_duties(message: Message, asked: Asked, facts: Sequence[Fact]) -> bool:
    """Whether a message tells what somebody does all day: several words that are neither a title nor other facts."""
    if asked.question not in _ASKS_DUTIES or message.intent in _NO_TELLING_OF_DUTIES or _ASKS.search(message.text):
        return False
    few = len(message.text.split()) < _LEAST_DUTIES + (asked.question == "job_group")
    if few or any(fact.kind in _NO_DUTIES and not fact.ambiguous for fact in facts):
        return False
    if asked.question == "job_group" and not any(one.score >= _LIKE_WORK for one in noc.search_duties(message.text)):
        return False  # "i visited my mother in manila": nobody's work, and the groups stay on offer
    titles = sum(fact.end - fact.start for fact in facts if fact.kind == "title")
    return titles < _MOSTLY * len(message.text.strip())


def _tells_another_job(message: Message, asked: Asked, facts: Sequence[Fact]) -> bool:
    named = any(fact.kind in ("title", "noc") for fact in facts)
    return asked.question == "more_jobs" and named and message.intent != "correct"


def with_typed_choice(state: State, message: Message, asked: Asked) -> Message:
    """The message as if the button had been pressed whose label it is."""
    if message.key is not None or not asked.offered:
        return message
    _, buttons = offer(state, Question(asked.question, asked.about))
    key = chosen(message.text, buttons)
    if key is None and asked.question == "job_group":
        is_yes = "yes" in asked.offered and _YES.match(message.text)
        key = "yes" if is_yes else group_meant(message.text, asked.offered)
    return replace(message, key=key)


def _answer(state: State, asked: Asked, key: str) -> bool:
    return answers.answer(state, asked.question, asked.about, key)


def _settle_exclusions(state: State, facts: Sequence[Fact]) -> None:
    state.exclusions = [waiting for waiting in state.exclusions if waiting.reason != UNKNOWN]
    state.swept = True
    if any(fact.value["present"] for fact in facts if fact.kind == "exclusion"):
        deny_the_rest(state)


def _facts_of_aside(message: Message) -> Sequence[Fact]:
    return beside_a_question(message.facts) if message.topic else message.facts


def _facts_for(state: State, message: Message, asked: Asked) -> list[Fact]:
    if message.intent not in _TELLING:
        return list(message.facts)
    facts: Sequence[Fact] = message.facts
    for question in _UNDERSTOOD_AS.get(asked.question, (_question_behind(state, asked),)):
        if question == "test_date" and any(fact.kind in ("exclusion", "title") for fact in facts):
            continue  # its dates are theirs
        facts = in_context(facts, question, message.text)
    return list(facts)


def _question_behind(state: State, asked: Asked) -> str:
    """The question that an answer is about: with a doubt, the one that the doubt came from."""
    if asked.question != "doubt" or not state.doubts:
        return asked.question
    return QUESTION_OF_DOUBT.get(state.doubts[0].kind, "doubt")


def _period_in(facts: Sequence[Fact]) -> dict[str, str | None] | None:
    for fact in facts:
        if (
            fact.kind in ("period", "exclusion")
            and not fact.ambiguous
            and (fact.value.get("start") or fact.value.get("end"))
        ):
            return dict(fact.value)
        if fact.kind == "date" and not fact.ambiguous:
            return {"start": fact.value["date"], "end": fact.value["date"]}
    return None


def _impossible(state: State, today: date) -> list[Part]:
    return drop_impossible_scores(state, today) + drop_impossible_date(state, today)
