"""Finds the unit group behind a job title: sure, or up to three candidates, or an honest "what do you do?"."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from noc.codes import read_code
from noc.index import broad_titles, role_words, title_index
from noc.query import RANK, SENIORITY, Query, read_query
from noc.titles import Title
from noc.unit_groups import UnitGroup, unit_groups

Kind = Literal[
    "sure", "candidates", "describe", "broad", "code", "unknown_code", "code_2016", "skill_level", "nonsense"
]

#: Below this a candidate is more likely wrong than right: the person is asked what they do.
CANDIDATE_SCORE: Final = 0.45
#: At and above this, with every word matched and this lead over the next group, a near title is sure.
SURE_SCORE: Final = 0.93
SURE_LEAD: Final = 0.15


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit group that may be meant. score: 0 to 1, to order by; title: the known title that it was found by."""

    unit_group: UnitGroup
    score: float
    title: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a search found.

    kind:
      sure          one unit group, and nothing else fits: candidates has exactly that one
      candidates    one to `limit` groups that may be meant, best first; the person chooses
      describe      no title is near enough: ask what the person does, then `search_duties`
      broad         the title fits many groups ("manager"): ask which kind; candidates is empty
      code          a five-digit code of NOC 2021: candidates has exactly that one
      unknown_code  five digits that NOC 2021 does not have; candidates are codes one slip away, if any
      code_2016     a four-digit code of NOC 2016; candidates are what replaced it, if it is known
      skill_level   "NOC B", "TEER 3": no group; `teers` says which TEERs it may be
      nonsense      nothing that could be a job
    said: the code or level as read, or the title's words as they were searched.
    """

    kind: Kind
    said: str
    candidates: tuple[Candidate, ...] = ()
    teers: tuple[int, ...] = ()


@lru_cache(maxsize=4096)
def search(query: str, limit: int = 3) -> Match:
    """The unit group or groups of a job title as a person writes it; `limit` is the most candidates."""
    code = read_code(query)
    if code is not None:
        return Match(code.kind, code.said, _candidates(code.codes, code.said)[:limit], code.teers)
    asked = read_query(query)
    if not asked.words or not any(_could_be_a_word(word) for word in asked.words):
        return Match("nonsense", asked.text)
    return _by_employer(asked, limit) or _exact(asked, limit) or _near(asked, limit)


def _by_employer(asked: Query, limit: int) -> Match | None:
    if asked.employer is None:
        return None
    codes = asked.employer.codes(asked.core)
    if not codes:
        return None
    found = _candidates(codes, asked.text)[:limit]
    return Match("sure" if len(found) == 1 else "candidates", asked.text, found)


def _exact(asked: Query, limit: int) -> Match | None:
    """Titles that have the same words: as typed, without seniority, with slips mended, without rank (not sure)."""
    without_rank = tuple(word for word in asked.core if word not in RANK)
    for words, sure in (
        *((reading, True) for reading in _readings(asked.words)),
        *((reading, True) for reading in _readings(asked.core)),
        (without_rank, False),
    ):
        if found := title_index().in_order(words):
            return _of_titles(asked, found, limit, sure)
        if words in broad_titles():
            return Match("broad", asked.text)
        if found := title_index().any_order(words):
            roles = sum(word in role_words() for word in set(words))
            return _of_titles(asked, found, limit, sure and roles < 2)
    return None


def _readings(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words as they stand, then with unknown ones replaced by known words a slip away, likely ones first."""
    yield words
    index = title_index()
    choices = [
        [word] if word in index or word in SENIORITY else [*index.corrections(word)[:3]] or [word] for word in words
    ]
    if any(choice != [word] for choice, word in zip(choices, words, strict=True)):
        yield from itertools.islice(itertools.product(*choices), 12)


def _of_titles(asked: Query, found: Sequence[Title], limit: int, sure: bool) -> Match:
    listed = sorted(found, key=lambda title: title.order)
    codes = tuple(dict.fromkeys(code for title in listed for code in title.codes))
    candidates = _candidates(codes, listed[0].text)[:limit]
    if len(codes) == 1 and sure:
        return Match("sure", asked.text, candidates)
    return Match("candidates", asked.text, candidates)


def _near(asked: Query, limit: int) -> Match:
    hits = [hit for hit in title_index().near(asked.core) if hit.score >= CANDIDATE_SCORE][:limit]
    if not hits:
        broad = all(word in role_words() or word in RANK for word in asked.core)
        return Match("broad" if broad else "describe", asked.text)
    groups = unit_groups()
    candidates = tuple(Candidate(groups[hit.code], round(hit.score, 3), hit.title.text) for hit in hits)
    lead = hits[0].score - (hits[1].score if len(hits) > 1 else 0.0)
    if hits[0].matched and hits[0].score >= SURE_SCORE and lead >= SURE_LEAD:
        return Match("sure", asked.text, candidates[:1])
    return Match("candidates", asked.text, candidates)


def _candidates(codes: Iterable[str], title: str) -> tuple[Candidate, ...]:
    groups = unit_groups()
    return tuple(Candidate(groups[code], round(1 - 0.04 * place, 3), title) for place, code in enumerate(codes))


def _could_be_a_word(word: str) -> bool:
    """Two letters or more with a vowel, or a word that is known: "asdfgh" passes, "zxcv" and "?" do not."""
    return word in title_index() or (len(word) > 1 and word.isalpha() and any(v in word for v in "aeiouy"))
