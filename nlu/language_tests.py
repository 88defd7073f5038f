"""Reads what a message says about a language test: which one, the scores, the levels.

Questions ("is IELTS 6 enough"), wishes ("I need CLB 7") and what others got are left out. In a
question about the person's own case ("am I eligible with ...") only a full set of four scores is
taken as theirs. Dates are read by the grammar of dates; the reader turns those that stand near a
test into its date.
"""

from __future__ import annotations

from datetime import date

from nlu.facts import SKILLS, Fact
from nlu.moods import Mood, idle_spans, is_covered
from nlu.named_tests import facts_of, mentions
from nlu.scores import read_scores
from nlu.text import Text

_CHECK = frozenset({Mood.CHECK})


def read_language(text: Text, today: date) -> list[Fact]:
    """Facts of the kinds test, scores, overall and clb, in the order told."""
    idle, checks = idle_spans(text), idle_spans(text, _CHECK)
    tests = [one for one in mentions(text) if not is_covered(idle, one.start)]
    told = read_scores(text, tests, lambda offset: is_covered(idle, offset))
    told = [fact for fact in told if not is_covered(checks, fact.start) or len(fact.value) == len(SKILLS)]
    has_scores = any(fact.kind == "scores" for fact in told)
    named = [fact for fact in facts_of(tests) if has_scores or not is_covered(checks, fact.start)]
    return sorted([*named, *told], key=lambda fact: (fact.start, fact.end))
