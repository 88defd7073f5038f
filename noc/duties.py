"""Finds unit groups by what a person does all day, for those whose title says too little."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import Final

from noc.groups import common_groups, unit_groups
from noc.index import title_index
from noc.lexicon import idle_words
from noc.results import Candidate
from noc.tables import DATA, DataError, rows
from noc.words import forms, root

#: What a word counts by where it stands in a group's text.
DESCRIPTION: Final = 3.0
NAME: Final = 2.0
TITLE: Final = 0.25
#: BM25: how soon more of a word stops counting, and how far a long text is held against a group.
_SATURATION: Final = 1.5
_LENGTH: Final = 0.3
#: How much more a unit group counts in which many people work.
COMMON: Final = 1.15
#: Below this share of the best score that the words could reach, nothing is near enough to name.
_LEAST: Final = 0.2


class _DutyIndex:
    def __init__(self) -> None:
        texts: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for code, group in unit_groups().items():
            _add(texts[code], group.description, DESCRIPTION)
            _add(texts[code], group.title_en, NAME)
        for title in title_index().entries:
            if title.order == 1 and len(title.codes) == 1:
                _add(texts[title.codes[0]], title.text, TITLE)
        for code, said in _said_duties():
            _add(texts[code], said, DESCRIPTION)
        count = len(texts)
        spread = Counter(word for text in texts.values() for word in text)
        self.weight = {word: math.log(1 + count / n) for word, n in spread.items()}
        self.strange = math.log(1 + count)
        average = sum(sum(text.values()) for text in texts.values()) / count
        self.postings: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for code, text in texts.items():
            long = 1 - _LENGTH + _LENGTH * sum(text.values()) / average
            for word, n in text.items():
                self.postings[word][code] = self.weight[word] * n * (_SATURATION + 1) / (n + _SATURATION * long)


@lru_cache(maxsize=1024)
def search_duties(text: str, limit: int = 3) -> tuple[Candidate, ...]:
    """Up to `limit` unit groups whose work is nearest to the text, best first; () where none is.

    score: the share of the text's telling words that the group's description has, 0 to 1.
    """
    index = _duty_index()
    scores: defaultdict[str, float] = defaultdict(float)
    possible = 0.0
    for word in dict.fromkeys(map(root, forms(text))):
        if word in _said_of_every_job():
            continue
        where = index.postings.get(word)
        if where is None:
            possible += index.strange
            continue
        possible += index.weight[word] * (_SATURATION + 1)
        for code, gain in where.items():
            scores[code] += gain
    groups, common = unit_groups(), common_groups()
    return tuple(
        Candidate(groups[code], round(score / possible, 3), groups[code].title_en)
        for code, score in sorted(scores.items(), key=lambda item: -item[1] * (COMMON if item[0] in common else 1.0))[
            :limit
        ]
        if score / possible >= _LEAST
    )


def _add(text: dict[str, float], said: str, weight: float) -> None:
    for word in set(map(root, forms(said))):
        before = text.get(word, 0.0)
        text[word] = max(before, weight) if weight >= 1 else before + weight


def _said_duties() -> list[tuple[str, str]]:
    """Words that workers use for their duties, where the descriptions use others."""
    path = DATA / "said_duties.csv"
    found = []
    for line, (code, said) in rows(path, ("code", "said")):
        if code not in unit_groups():
            raise DataError(f"{path}, line {line}: NOC 2021 has no {code}")
        found.append((code, said))
    return found


@cache
def _said_of_every_job() -> frozenset[str]:
    return frozenset(map(root, idle_words("every_job")))


@cache
def _duty_index() -> _DutyIndex:
    return _DutyIndex()
