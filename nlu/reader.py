"""Reads one message: calls every grammar, settles what they contend for, and tells its jobs apart."""

from __future__ import annotations

from datetime import date
from typing import Final

from nlu.arbitration import date_the_test, settle
from nlu.breaks import read_breaks
from nlu.context import in_context
from nlu.facts import Fact
from nlu.figures import read_figures
from nlu.hours import read_hours
from nlu.jobs import tell_jobs_apart
from nlu.language_tests import read_language
from nlu.moods import idle_spans, is_covered
from nlu.periods import read_periods
from nlu.text import Text
from nlu.titles import read_codes, read_titles

#: A message is read up to here; nobody tells their case in more.
MOST_LETTERS: Final = 5000


def read(message: str, today: date, asked: str | None = None) -> tuple[Fact, ...]:
    """Every fact of a message, in order; spans are offsets into it.

    today: the day that "since march" and "3 years ago" are reckoned from. asked: the open question, by which
    bare figures and dates are understood (see nlu.context); None leaves them as number and date facts.
    """
    text = Text.of(message[:MOST_LETTERS])
    idle = idle_spans(text)
    of_work = [*read_periods(text, today), *read_breaks(text, today), *read_hours(text, today), *read_titles(text), *read_codes(text)]
    stated = [fact for fact in of_work if not is_covered(idle, fact.start)]
    facts = settle([*stated, *read_language(text, today)])
    # Figures are looked for outside what a question holds, too: its own facts still claim their words.
    figures = [fact for fact in read_figures(text, [*facts, *of_work], today) if not is_covered(idle, fact.start)]
    facts = date_the_test(text, sorted([*facts, *figures], key=lambda fact: fact.start))
    facts = tell_jobs_apart(text, facts)
    return in_context(facts, asked, text.raw)
