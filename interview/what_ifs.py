"""What if: tries out what a message supposes, and says what differs from the answer that stands."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from cec.case import CaseError
from cec.supposing import suppose
from interview.answering import Answer, answer, answer_to
from interview.card import card
from interview.comparing import Row, comparison, differences, table
from interview.message import SURE, Message
from interview.reply import Part, as_json, line, say
from interview.state import Asked, State
from interview.supposing import wish
from interview.taking import take_message
from interview.wishes import Wish

#: So many what-ifs are set side by side.
_MOST_ROWS = 3


class Tried:
    """What is said to a what-if, and its card, where there is enough to show one."""

    def __init__(self, parts: list[Part], card: dict[str, Any] | None = None) -> None:
        self.parts = parts
        self.card = card


def try_out(state: State, message: Message, asked: Asked, today: date) -> Tried | None:
    """What would follow from what a message supposes; None where it is no what-if.

    The case stays as it is; only the row of the table is kept in the state, for as long as the answer stands.
    """
    is_asked, state.what_if = state.what_if, False
    if message.supposed is None or not (is_asked or _is_what_if(state, message)):
        return None
    if not any(job.start and job.hours_per_week for job in state.jobs):
        return Tried([say("what_if_too_early")])
    base = answer(state, today)
    wanted = wish(message.supposed, state, base, today)
    if not wanted.what:
        return (
            _told_otherwise(state, message, asked, today, base) if is_asked and not wanted.notes else _unclear(wanted)
        )
    try:
        found = suppose(replace(base.case, as_of=today), *wanted.suppositions)
    except CaseError:
        return _unclear(wanted)
    added = iter(enumerate(wanted.jobs, start=len(state.jobs)))
    jobs = tuple(next(added) if origin is None else base.jobs[origin] for origin in found.origins)
    trial = answer_to(found.case, jobs, today)
    what = wanted.what[0]
    for more in wanted.what[1:]:
        what = say("if_and", first=what, second=more)
    return _told(state, base, trial, what, wanted.notes)


def _is_what_if(state: State, message: Message) -> bool:
    """ "What if ..." with something in it to try out; "if I ..." may be a question about the rules.

    Before anything was told, a question that has an answer gets that answer.
    """
    assert message.supposed is not None
    is_question = message.intent == "faq" and message.topic is not None and message.confidence >= SURE
    if not message.supposed.facts or (is_question and not state.jobs):
        return False
    return message.supposed.is_plain or not is_question


def _unclear(wanted: Wish) -> Tried:
    return Tried(wanted.notes or [say("what_if_unclear")])


def _told_otherwise(state: State, message: Message, asked: Asked, today: date, base: Answer) -> Tried:
    """Asked what to suppose, somebody told other facts: tried out as if they had been told so from the start."""
    trial = deepcopy(state)
    taken = take_message(trial, message, asked, today, is_aside=True)
    if not taken.changes:
        return Tried([say("what_if_unclear")])
    return _told(state, base, answer(trial, today), say("if_as_told"), taken.parts)


def _told(state: State, base: Answer, trial: Answer, what: Part, notes: list[Part]) -> Tried:
    was = Row.of_answer(say("as_it_is"), base, beside=trial)
    now = Row.of_answer(what, trial, beside=base)
    changed = differences(base, trial, was, now)
    says_same = [line("what_if_no_change")] if not changed and base.outcome == trial.outcome else []
    rows = [was, *_kept(state, now)]
    headline = Part(trial.headline.name, trial.headline.variables, own_line=True)
    parts = [
        say("what_if_answer", what=what),
        headline,
        *says_same,
        *changed,
        *([Part(notes[0].name, notes[0].variables, own_line=True), *notes[1:]] if notes else []),
        *(table(rows) if len(rows) > 2 else []),
        line("what_if_unchanged"),
    ]
    shown = card(trial, is_trial=True) | as_json(
        {
            "headline": say("card_headline_if", what=what, headline=trial.headline),
            "changes": [*says_same, *changed, *notes],
            "comparison": comparison(rows),
        }
    )
    return Tried(parts, shown)


def _kept(state: State, now: Row) -> list[Row]:
    """The what-ifs of this answer, the newest last; those that were tried before an answer are not kept."""
    if state.told is None:
        return [now]
    rows = [row for row in map(Row.from_slot, state.tried) if (row.what, row.of) != (now.what, now.of)]
    rows = [*(row for row in rows if row.of == now.of), now][-_MOST_ROWS:]
    state.tried = [asdict(row) for row in rows]
    return rows
