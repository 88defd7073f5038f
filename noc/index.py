"""The titles arranged for looking up: exactly by their words, and nearly by a weighted overlap of words."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from noc.tables import DATA, rows
from noc.titles import Title, titles
from noc.words import forms, root

#: How much a word that is only near counts, against 1 for the same word.
TYPO: Final = 0.9
SAME_ROOT: Final = 0.8
#: How much of a group's score comes from the words of all its titles together, not from its nearest title alone.
WHOLE_GROUP: Final = 0.25
#: A title found beside the best one of a query costs this much in each place after the first of its codes.
LATER_CODE: Final = 0.04


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit group near a query, by its nearest title.

    score: 0 to 1. matched: whether each word of the query is a word of some title of the group, letter for letter.
    """

    code: str
    title: Title
    score: float
    matched: bool


class TitleIndex:
    """All titles, their words and what each word tells."""

    def __init__(self, entries: Iterable[Title]) -> None:
        self.entries: list[Title] = [entry for entry in entries if entry.words]
        self._in_order: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._any_order: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        self._run_together: defaultdict[str, list[int]] = defaultdict(list)
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        self._groups: defaultdict[str, set[str]] = defaultdict(set)
        for number, entry in enumerate(self.entries):
            self._in_order[entry.words].append(number)
            self._run_together["".join(entry.words)].append(number)
            distinct = frozenset(entry.words)
            self._any_order[distinct].append(number)
            for word in distinct:
                self._postings[word].append(number)
                self._groups[word].add(entry.codes[0])
        every = len({code for entry in self.entries for code in entry.codes})
        self._weight = {
            word: math.log(1 + every / len(where)) for word, where in self._groups.items()
        }
        self._strange = math.log(1 + every)
        self._total = [
            sum(self._weight[word] for word in set(entry.words)) for entry in self.entries
        ]
        self._by_root: defaultdict[str, list[str]] = defaultdict(list)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in self._postings:
            self._by_root[root(word)].append(word)
            self._by_length[len(word)].append(word)

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
        """How much a word tells, by how few unit groups use it; an unknown word weighs as much as the rarest."""
        return self._weight.get(word, self._strange)

    def corrections(self, word: str) -> list[str]:
        """Known words one slip away (two in words of eight letters or more), the nearest first."""
        if len(word) < 4 or not word.isalpha():
            return []
        slips = 2 if len(word) >= 8 else 1
        near = itertools.chain.from_iterable(
            self._by_length.get(size, ())
            for size in range(len(word) - slips, len(word) + slips + 1)
        )
        found = process.extract(word, list(near), scorer=OSA.distance, score_cutoff=slips, limit=12)
        ranked = sorted(
            (distance, other[0] != word[0], -len(self._postings[other]), other)
            for other, distance, _ in found
        )
        return [
            other
            for distance, other_start, _, other in ranked
            if not (other_start and (distance > 1 or len(word) < 6))
        ]

    def near(self, words: Sequence[str]) -> list[Hit]:
        """The unit groups whose titles share words with these, best first.

        A title that shares only words of level or role is not near, unless the query has no others.
        """
        query = dict.fromkeys(words)
        asked = sum(self.weight(word) for word in query)
        roles = role_words()
        trades = [word for word in query if word not in roles]
        matched: defaultdict[int, float] = defaultdict(float)
        covered: defaultdict[str, float] = defaultdict(float)
        exact: defaultdict[str, int] = defaultdict(int)
        for word in trades + [word for word in query if word in roles]:
            best: dict[int, float] = {}
            groups: dict[str, float] = {}
            only_known = bool(trades) and word in roles
            for other, likeness in self._alike(word).items():
                gain = likeness * (self.weight(word) + self.weight(other))
                for number in self._postings[other]:
                    if not (only_known and number not in matched) and gain > best.get(number, 0.0):
                        best[number] = gain
                for code in self._groups[other]:
                    groups[code] = max(groups.get(code, 0.0), likeness)
            for number, gain in best.items():
                matched[number] += gain
            for code, likeness in groups.items():
                covered[code] += likeness * self.weight(word)
                exact[code] += likeness == 1.0
        return self._best_of_each_group(
            matched, asked, {c: v / asked for c, v in covered.items()}, exact, len(query)
        )

    def _best_of_each_group(
        self,
        matched: Mapping[int, float],
        asked: float,
        covered: Mapping[str, float],
        exact: Mapping[str, int],
        words: int,
    ) -> list[Hit]:
        best: dict[str, tuple[float, Title]] = {}
        for number, gain in matched.items():
            title = self.entries[number]
            score = gain / (asked + self._total[number])
            for place, code in enumerate(title.codes):
                own = score - LATER_CODE * place
                if code not in best or own > best[code][0]:
                    best[code] = (own, title)
        hits = [
            Hit(
                code,
                title,
                (1 - WHOLE_GROUP) * score + WHOLE_GROUP * covered.get(code, 0.0),
                exact.get(code, 0) == words,
            )
            for code, (score, title) in best.items()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.code))

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


@cache
def broad_titles() -> frozenset[tuple[str, ...]]:
    """What fits many unit groups when it stands alone, each as its normal words."""
    return frozenset(forms(row["word"]) for _, row in rows(DATA / "broad_words.csv", ("word",)))


@cache
def role_words() -> frozenset[str]:
    """The single broad words: they say the level or role in a longer title."""
    return frozenset(title[0] for title in broad_titles() if len(title) == 1)
