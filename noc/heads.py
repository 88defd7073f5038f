"""Reads a long title as a known one and its circumstances: a production supervisor, and in what kind of plant."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from noc.index import Hit, title_index
from noc.lexicon import broad_titles, idle_words, role_words
from noc.titles import Title

#: How far ahead the group of the known title must be of one in another TEER, and of one in the same.
LEAD: Final = 0.08
LEAD_IN_TEER: Final = 0.03
#: So far ahead of every other group that whatever else was said is of no other job.
FAR: Final = 0.25
#: The technical trades, whose apprentices NOC 2021 counts with their trade.
TRADES: Final = "72"
#: What may be said of any job and leaves its group as it is.
_IDLE: Final = ("place", "town", "person", "seniority")


@dataclass(frozen=True, slots=True)
class _Run:
    """Words next to each other that are a known title of these unit groups."""

    first: int
    last: int
    title: Title
    codes: frozenset[str]

    def holds(self, other: _Run) -> bool:
        return self.first <= other.first and other.last <= self.last


def head_of(words: Sequence[str]) -> Title | None:
    """The title of one unit group inside a longer one whose other words leave the group as it is.

    They do where each is idle or is used of the group itself. After the title, and before one of two words or more, a
    name that no title has may stand; where every other group is far, any word: "floral designer wedding flowers". None
    where a title of another group stands beside the first or apart in the words, a word of level is left, or another
    group is near.
    """
    runs = _outermost(_runs(words))
    codes = frozenset[str]().union(*(run.codes for run in runs))
    if len(codes) != 1 or not runs:
        return None
    (code,) = codes
    head = max(runs, key=lambda run: run.last - run.first)
    rest = [(place, word) for place, word in enumerate(words) if not any(run.first <= place < run.last for run in runs)]
    if _names_another(words, head, code):
        return None
    if any(word in idle_words("telling") for _, word in rest) and head.last - head.first == 1:
        return None
    hits = title_index().near(words)
    if not _is_ahead(hits, code):
        return None
    is_long = head.last - head.first > 1
    is_far = is_long and all(hits[0].score - hit.score >= FAR for hit in hits[1:2])
    left = all(_leaves(word, code, place >= head.last or is_long, is_far) for place, word in rest)
    return head.title if left else None


def _runs(words: Sequence[str]) -> list[_Run]:
    index = title_index()
    found = []
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            part = tuple(words[first:last])
            if titles := [] if part in broad_titles() else index.in_order(part):
                codes = frozenset(code for title in titles for code in title.codes)
                found.append(_Run(first, last, titles[0], codes))
    return found


def _outermost(runs: Sequence[_Run]) -> list[_Run]:
    return [run for run in runs if not any(other is not run and other.holds(run) for other in runs)]


def _names_another(words: Sequence[str], head: _Run, code: str) -> bool:
    """Whether words that stand apart are a title of another group: "truck driver local delivery"."""
    inside = set(words[head.first : head.last])
    return any(
        code not in title.codes
        for size in (2, 3)
        for apart in itertools.combinations(dict.fromkeys(words), size)
        if not inside.issuperset(apart)
        for title in title_index().any_order(apart)
    )


def _leaves(word: str, code: str, may_be_a_name: bool, is_far: bool) -> bool:
    """Whether a word beside the title leaves its group as it is."""
    if word == "apprentice" and code.startswith(TRADES):
        return True
    if word in role_words() or word in idle_words("rank"):
        return False
    if title_index().uses(code, word):
        return True
    if word in idle_words("telling"):
        return False
    if any(word in idle_words(kind) for kind in _IDLE):
        return True
    return may_be_a_name and (is_far or (word not in title_index() and not title_index().corrections(word)))


def _is_ahead(hits: Sequence[Hit], code: str) -> bool:
    """Whether the group is the nearest by enough."""
    if not hits or hits[0].code != code:
        return False
    return all(hits[0].score - hit.score >= (LEAD_IN_TEER if hit.code[1] == code[1] else LEAD) for hit in hits[1:6])
