"""Titles arranged for looking up: exactly by their words, or nearly, by what they share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from noc.groups import common_groups, unit_groups
from noc.lexicon import role_words
from noc.titles import Title, titles
from noc.words import forms, root

#: How much a word that is only near counts, against 1 for the same word.
TYPO: Final = 0.9
SAME_ROOT: Final = 0.8
#: The part of a group's score that comes from the words of all its titles together.
WHOLE_GROUP: Final = 0.4
#: How much a word counts that stands in the group's name or description only.
DESCRIBED: Final = 0.7
#: How far ahead a rarer unit group must be to stand before a common one.
COMMON: Final = 0.04
#: Words of level and role weigh more: a "plumber's helper" is nearer to helpers than to plumbers.
ROLE: Final = 1.5
#: What each place after the first among a title's codes costs.
LATER_CODE: Final = 0.04


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit group near a query, its nearest title, and how near it is, 0 to 1."""

    code: str
    title: Title
    score: float


class TitleIndex:
    """All titles, their words and what each word tells."""

    def __init__(self, entries: Iterable[Title]) -> None:
        self.entries = [entry for entry in entries if entry.words]
        in_order: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        any_order: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        run_together: defaultdict[str, list[int]] = defaultdict(list)
        postings: defaultdict[str, list[int]] = defaultdict(list)
        groups: defaultdict[str, set[str]] = defaultdict(set)
        for number, (_, words, codes, _) in enumerate(self.entries):
            distinct = frozenset(words)
            in_order[words].append(number)
            any_order[distinct].append(number)
            run_together["".join(words)].append(number)
            for word in distinct:
                postings[word].append(number)
                groups[word].add(codes[0])
        self._in_order, self._any_order, self._run_together = in_order, any_order, run_together
        self._postings, self._groups = postings, groups
        every = len({code for entry in self.entries for code in entry.codes})
        roles = role_words()
        self._weight = {
            word: math.log(1 + every / len(where)) * (ROLE if word in roles else 1.0)
            for word, where in self._groups.items()
        }
        self._strange = math.log(1 + every)
        self._by_root: defaultdict[str, list[str]] = defaultdict(list)
        self._by_start: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._postings:
            self._by_root[root(word)].append(word)
            self._by_start[word[0], len(word)].append(word)
        self._described: defaultdict[str, set[str]] = defaultdict(set)
        for group in unit_groups().values():
            for word in forms(f"{group.title_en} {group.description}"):
                self._described[root(word)].add(group.code)

    def __contains__(self, word: str) -> bool:
        return word in self._postings

    def in_order(self, words: Sequence[str]) -> list[Title]:
        """Titles of exactly these words in this order, however they are spaced."""
        found = self._in_order.get(tuple(words)) or self._run_together.get("".join(words), [])
        return [self.entries[number] for number in found]

    def any_order(self, words: Iterable[str]) -> list[Title]:
        """Titles of exactly these words in any order."""
        return [self.entries[number] for number in self._any_order.get(frozenset(words), [])]

    def weight(self, word: str) -> float:
        """How much a word tells, by how few groups use it; an unknown one as much as the rarest."""
        return self._weight.get(word, self._strange)

    def corrections(self, word: str) -> list[str]:
        """Known words one slip away (two in words of eight letters or more), the nearest first.

        The first letter is taken as right: people seldom miss it, and other words begin otherwise.
        """
        if len(word) < 4 or not word.isalpha():
            return []
        slips = 2 if len(word) >= 8 else 1
        sizes = range(len(word) - slips, len(word) + slips + 1)
        near = [other for size in sizes for other in self._by_start.get((word[0], size), ())]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=8)
        ranked = sorted((slip, -len(self._postings[other]), other) for other, slip, _ in found)
        return [other for _, _, other in ranked]

    def near(self, words: Sequence[str]) -> list[Hit]:
        """The unit groups whose titles share words with these, best first.

        A title that shares only words of level or role is not near, unless the query has no others.
        """
        query = dict.fromkeys(words)
        roles = role_words()
        trades = [word for word in query if word not in roles]
        matched: defaultdict[int, float] = defaultdict(float)
        covered: defaultdict[str, float] = defaultdict(float)
        for word in trades + [word for word in query if word in roles]:
            weight = self.weight(word)
            alike = self._alike(word)
            best: dict[int, float] = {}
            for other, likeness in alike.items():
                gain = likeness * (weight + self.weight(other))
                for number in self._postings[other]:
                    if trades and word in roles and number not in matched:
                        continue
                    if gain > best.get(number, 0.0):
                        best[number] = gain
            for number, gain in best.items():
                matched[number] += gain
            for code, likeness in self._groups_with(word, alike).items():
                covered[code] += likeness * weight
        asked = sum(self.weight(word) for word in query)
        best_title: dict[str, tuple[float, Title]] = {}
        for number, gain in matched.items():
            title = self.entries[number]
            score = gain / (asked + sum(map(self.weight, set(title.words))))
            for place, code in enumerate(title.codes):
                own = score - LATER_CODE * place
                if code not in best_title or own > best_title[code][0]:
                    best_title[code] = (own, title)
        hits = [
            Hit(code, title, (1 - WHOLE_GROUP) * score + WHOLE_GROUP * covered[code] / asked)
            for code, (score, title) in best_title.items()
        ]
        common = common_groups()
        return sorted(hits, key=lambda hit: (-hit.score - COMMON * (hit.code in common), hit.code))

    def uses(self, code: str, word: str) -> bool:
        """Whether a title, the name or the description of a unit group has a word, in one form or another."""
        same = self._by_root.get(root(word), ())
        return code in self._described.get(root(word), ()) or any(code in self._groups[other] for other in same)

    def _groups_with(self, word: str, alike: Mapping[str, float]) -> dict[str, float]:
        """The unit groups that use a word or one like it, in their titles, name or description."""
        groups = dict.fromkeys(self._described.get(root(word), ()), DESCRIBED)
        for other, likeness in alike.items():
            for code in self._groups[other]:
                groups[code] = max(groups.get(code, 0.0), likeness)
        return groups

    def _alike(self, word: str) -> dict[str, float]:
        alike = dict.fromkeys(self._by_root.get(root(word), ()), SAME_ROOT)
        if word in self._postings:
            alike[word] = 1.0
        else:
            for other in self.corrections(word):
                alike.setdefault(other, TYPO)
        return alike


@cache
def title_index() -> TitleIndex:
    """The index of all titles, built at the first use."""
    return TitleIndex(titles())
