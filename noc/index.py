"""The titles arranged for looking up: exactly by their words, and nearly by a weighted overlap of words."""

from __future__ import annotations

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
#: Words that say the level or role weigh more, matched or not: a cook is no cook's helper.
ROLE_WEIGHT: Final = 1.6


@dataclass(frozen=True, slots=True)
class Hit:
    """A title that is near a query. coverage: the share of the query's weight that it matches."""

    title: Title
    score: float
    coverage: float


class TitleIndex:
    """All titles, their words and what each word weighs."""

    def __init__(self, entries: Iterable[Title]) -> None:
        self.entries: list[Title] = [entry for entry in entries if entry.words]
        in_order: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        any_order: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        run_together: defaultdict[str, list[int]] = defaultdict(list)
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            in_order[entry.words].append(number)
            run_together["".join(entry.words)].append(number)
            distinct = frozenset(entry.words)
            any_order[distinct].append(number)
            for word in distinct:
                postings[word].append(number)
        self._in_order, self._any_order, self._run_together = in_order, any_order, run_together
        self._postings = postings
        count = len(self.entries)
        roles = role_words()
        self._weight = {
            word: math.log(1 + count / len(where)) * (ROLE_WEIGHT if word in roles else 1.0)
            for word, where in postings.items()
        }
        self._strange = math.log(1 + count)
        self._total = [sum(self._weight[word] for word in set(entry.words)) for entry in self.entries]
        self._by_root: defaultdict[str, list[str]] = defaultdict(list)
        for word in postings:
            self._by_root[root(word)].append(word)
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in postings:
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
        """How much a word tells; a word in no title weighs as much as the rarest one."""
        return self._weight.get(word, self._strange)

    def corrections(self, word: str) -> list[str]:
        """Known words one slip away (two in words of eight letters or more), the nearest first."""
        if len(word) < 4 or word.isdigit():
            return []
        slips = 2 if len(word) >= 8 else 1
        near = [
            other
            for size in range(len(word) - slips, len(word) + slips + 1)
            for other in self._by_length.get(size, ())
        ]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=8)
        best = sorted((distance, other[0] != word[0], other) for other, distance, _ in found)
        return [other for distance, strange_start, other in best if not (strange_start and distance > 1)]

    def near(self, words: Sequence[str]) -> list[Hit]:
        """Titles that share words with these, the nearest first; each score is 0 to 1."""
        query = dict.fromkeys(words)
        asked = sum(self.weight(word) for word in query)
        matched: defaultdict[int, float] = defaultdict(float)
        covered: defaultdict[int, float] = defaultdict(float)
        for word in query:
            best: dict[int, float] = {}
            for other, likeness in self._alike(word).items():
                gain = likeness * (self.weight(word) + self.weight(other))
                for number in self._postings[other]:
                    if gain > best.get(number, 0.0):
                        best[number] = gain
            for number, gain in best.items():
                matched[number] += gain
                covered[number] += self.weight(word)
        hits = [
            Hit(self.entries[number], gain / (asked + self._total[number]), covered[number] / asked)
            for number, gain in matched.items()
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.title.order))
        return hits[:200]

    def _alike(self, word: str) -> Mapping[str, float]:
        alike = {other: SAME_ROOT for other in self._by_root.get(root(word), ())}
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
