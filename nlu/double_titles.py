"""Two titles told of one job: "cook / kitchen helper", "letter says helper but i cook". Which of them is asked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

import noc
from nlu.facts import Fact
from nlu.text import Text

_SAME_TITLE: Final = re.compile(r"[\s(]*(?:/|,|\band\b|\bor\b|&|\bcum\b|\(|\baka\b|-)?[\s(]*(?:an?\b)?\s*")
#: "assistant manager but my paystub says crew member": two names of one job, of which one stands on paper.
_ON_PAPER: Final = re.compile(
    r"\b(?:pay ?(?:stub|slip)s?|(?:offer |employment )?letter|roe|paper|papers|official(?:ly)?|designation|t4)\b"
)
_IN_TURN: Final = re.compile(r"\b(?:then|after|now|since|till|until|later|promoted|before|next|also|[12]\d{3})\b")
_MOST_BETWEEN_NAMES: Final = 50


def with_double_titles(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """ "cook / kitchen helper since may" is one job under two titles: which of them is asked."""
    kept: list[Fact] = []
    titles = [fact for fact in facts if fact.kind == "title"]
    if _each_has_its_own(facts):
        return list(facts)
    dropped: set[int] = set()
    for one, other in itertools.pairwise(titles):
        between = text.folded[one.end : other.start]
        is_double = _SAME_TITLE.fullmatch(between) or _names_one_job(text, one, other)
        if id(one) in dropped or not is_double or one.value == other.value:
            continue
        if _is_its_abbreviation(text, one, other):
            dropped.add(id(other))
            continue
        dropped.add(id(other))
        dropped.add(id(one))
        kept.append(Fact("title", one.value, one.start, other.end, True, (one.value, other.value)))
    kept += [fact for fact in facts if id(fact) not in dropped]
    return sorted(kept, key=lambda fact: (fact.start, fact.end))


def _is_its_abbreviation(text: Text, one: Fact, other: Fact) -> bool:
    """ "registered nurse (RN)": the same unit group in brackets."""
    in_brackets = text.folded[one.end : other.start].strip() == "(" and text.folded[other.end : other.end + 1] == ")"
    groups = [{c.unit_group.code for c in noc.search(fact.value["title"]).candidates} for fact in (one, other)]
    return in_brackets and bool(groups[0] & groups[1])


def _names_one_job(text: Text, one: Fact, other: Fact) -> bool:
    """Whether a title is held against the one on paper: "letter says kitchen helper but i cook"."""
    between = text.folded[one.end : other.start]
    if "but" not in between.split() or len(between) > _MOST_BETWEEN_NAMES or _IN_TURN.search(between):
        return False
    return _ON_PAPER.search(text.folded[max(0, one.start - 25) : other.start]) is not None


def _each_has_its_own(facts: Sequence[Fact]) -> bool:
    """Two periods, or two hours, for two titles told side by side."""
    return any(sum(fact.kind == kind for fact in facts) > 1 for kind in ("period", "hours"))
