"""What the person may ask for at any moment: why, help, back, what do you know, start over, delete, stop."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from interview.answering import answer, explanation_parts, when_parts
from interview.message import SURE, Message
from interview.placing import referred_job
from interview.playback import everything, title_of
from interview.reply import Part, say
from interview.report import report
from interview.state import Asked, State
from interview.undoing import forget_job, undo_last

#: What is corrected where neither a title nor a code is given.
_UNIT_GROUP: Final = re.compile(r"\b(?:noc|teer|unit group|occupation|job (?:group|code|category)|classification)\b")


@dataclass(slots=True)
class Done:
    """What a command did: what to say, a new state where it replaced the old one, a report beside what is said."""

    parts: list[Part] = field(default_factory=list)
    state: State | None = None
    pause: bool = False
    forget: bool = False
    report: dict[str, Any] | None = None


def run(state: State, message: Message, asked: Asked, today: date) -> Done | None:
    """Do what a message commands; None where it commands nothing."""
    name = message.intent
    if message.key is not None:
        name = {"start": "begin", "ask": "ask", "why": "explain"}.get(message.key, message.key)
        if message.key not in asked.offered or asked.question not in ("begin", "what_next"):
            return None
    elif message.confidence < SURE:
        return None
    command = _COMMANDS.get(name)
    return command(state, message, asked, today) if command else None


def _why(state: State, message: Message, asked: Asked, today: date) -> Done:
    if asked.question == "what_next":
        return _explain(state, message, asked, today)
    return Done([say(f"why_{asked.question}")])


def _explain(state: State, message: Message, asked: Asked, today: date) -> Done:
    if state.outcome is None:
        return Done([say("no_answer_yet"), say(f"why_{asked.question}")])
    return Done(explanation_parts(state, today))


def _begin(state: State, message: Message, asked: Asked, today: date) -> Done | None:
    if "begin" not in state.trail:
        state.trail.append("begin")
    return Done([]) if asked.question == "begin" and not message.facts else None


def _ask(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("invite_question")])


def _help(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("help")])


def _show(state: State, message: Message, asked: Asked, today: date) -> Done:
    known = everything(state)
    return Done([say("known_so_far"), *known] if known else [say("known_nothing")])


def _start_over(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("started_over")], State(asked=Asked("begin"), trail=["begin"]))


def _delete(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("deleted")], State(asked=Asked("begin")), forget=True)


def _stop(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("stopped")], pause=True)


def _change(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("change_what"), *everything(state)])


def _what_if(state: State, message: Message, asked: Asked, today: date) -> Done:
    state.what_if = True
    return Done([say("what_if_ask")])


def _report(state: State, message: Message, asked: Asked, today: date) -> Done | None:
    if message.facts:  # "my test report says 7 in reading"
        return None
    if state.outcome is None:
        return Done([say("report_too_early")])
    return Done([say("report_ready")], report=report(answer(state, today), state))


def _when(state: State, message: Message, asked: Asked, today: date) -> Done | None:
    """ "When will I be eligible?": the days of the answer; before it, the day on which the hours known are enough."""
    if not state.jobs:
        return _begin(state, message, asked, today)
    return Done(when_parts(answer(state, today), is_given=state.outcome is not None))


def _remove_job(state: State, message: Message, asked: Asked, today: date) -> Done:
    index = referred_job(state, message.facts, ("job_ref", "title"))
    names_one = any(fact.kind in ("job_ref", "title") for fact in message.facts)
    if index is None and len(state.jobs) == 1 and not names_one:
        index = 0
    if index is None:
        return Done(
            [say("remove_which", jobs=[title_of(job) for job in state.jobs])] if state.jobs else [say("known_nothing")]
        )
    job = forget_job(state, index)
    return Done([say("removed_job", job=title_of(job))])


def _reopen_group(state: State, message: Message, asked: Asked, today: date) -> Done | None:
    """ "that noc is wrong": the unit group of the job that is named, or of the last one, is asked again."""
    told = any(fact.kind in ("title", "noc", "duties") for fact in message.facts)
    settled = [index for index, job in enumerate(state.jobs) if job.noc]
    if told or not settled or not _UNIT_GROUP.search(message.text.casefold()):
        return None
    named = referred_job(state, message.facts)
    job = state.jobs[named if named in settled else settled[-1]]
    job.rejected = [*job.rejected, *filter(None, [job.noc])]
    job.noc = job.duties = job.duties_match = None
    return Done([say("group_reopened", job=title_of(job))])


def _go_back(state: State, message: Message, asked: Asked, today: date) -> Done:
    return Done([say("went_back" if undo_last(state) else "nothing_to_go_back_to")])


_COMMANDS: dict[str, Callable[[State, Message, Asked, date], Done | None]] = {
    "why": _why, "explain": _explain, "begin": _begin, "ask": _ask, "help": _help, "show_case": _show,
    "start_over": _start_over, "restart": _start_over, "delete_data": _delete, "stop": _stop,
    "change": _change, "what_if": _what_if, "report": _report, "remove_job": _remove_job, "correct": _reopen_group,
    "go_back": _go_back, "when": _when,
}  # fmt: skip
