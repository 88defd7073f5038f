"""Reads one message: calls every grammar, settles what they contend for, and tells its jobs apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from nlu.arbitration import date_the_test, settle
from nlu.bare_hours import with_bare_hours
from nlu.breaks import breaks_in
from nlu.chunks import chunks_of
from nlu.circumstances import read_circumstances
from nlu.context import asks_a_job, in_context, role_asked
from nlu.corrections import read_corrections
from nlu.excluded_jobs import with_days_of_jobs
from nlu.facts import Fact
from nlu.figures import figures_in, without_order
from nlu.hours import hours_in
from nlu.jobs import tell_jobs_apart
from nlu.language_tests import read_language
from nlu.moods import IDLE, Mood, idle_spans, is_covered
from nlu.periods import periods_in
from nlu.text import Text
from nlu.titles import read_codes
from nlu.told_duties import read_told_duties
from nlu.visits import without_visits

_ASKED: Final = frozenset((Mood.ASK,))
#: A message is read up to here; nobody tells their case in more.
MOST_LETTERS: Final = 5000


def read(message: str, today: date, asked: str | None = None) -> tuple[Fact, ...]:
    """Every fact of a message, in order; spans are offsets into it.

    today: the day that "since march" and "3 years ago" are reckoned from. asked: the open question, by which
    bare figures and dates are understood (see nlu.context); None leaves them as number and date facts.
    """
    text = Text.of(message[:MOST_LETTERS])
    of_test = read_language(text, today)
    # "speaking 8 march 2026": what is a score is not the day of a date, too.
    rest = text.without((fact.start, fact.end) for fact in of_test if fact.kind == "scores")
    chunks = chunks_of(rest, today)
    idle = idle_spans(text)
    codes = read_codes(text)
    # "since jul 2025. have i to wait until july 2027": a day that is asked about does not end what was told.
    told = rest.without(asked_spans) if (asked_spans := idle_spans(text, _ASKED)) else rest
    of_work = [
        *periods_in(told, chunks if told is rest else chunks_of(told, today), today, asked=role_asked(asked)),
        *breaks_in(rest, chunks, today),
        *hours_in(chunks),
        *chunks.titles,
    ]
    told_duties = read_told_duties(text) if chunks.titles or asks_a_job(asked) else []
    stated = [fact for fact in of_work if not is_covered(idle, fact.start)]
    # "my agent told me it is teer 3" answers the question about one's own job.
    not_told = idle_spans(text, IDLE - {Mood.OTHERS}) if asks_a_job(asked) else idle
    stated += [fact for fact in codes if not is_covered(not_told, fact.start)]
    told_duties = [fact for fact in told_duties if not is_covered(idle, fact.start)]
    # "assistant manager but mostly cook": what fills the day is no second title.
    stated = [fact for fact in stated if fact.kind != "title" or not is_covered(_spans(told_duties), fact.start)]
    stated += told_duties
    facts = settle(with_days_of_jobs(text, [*stated, *of_test, *read_circumstances(text, today)]))
    facts = without_visits(text, facts)
    # What is only asked about still claims its figures, so that none is left over as a bare number.
    figures = figures_in(rest, chunks, [*facts, *of_work, *codes])
    facts += [fact for fact in figures if not is_covered(idle, fact.start)]
    facts = without_order(facts)
    facts = with_bare_hours(text, read_corrections(text, sorted(facts, key=lambda fact: fact.start)))
    facts = tell_jobs_apart(text, date_the_test(text, facts))
    return in_context(facts, asked, text.raw)


def _spans(facts: Sequence[Fact]) -> list[tuple[int, int]]:
    return [(fact.start, fact.end) for fact in facts]
