"""A message cut into words, as the spotting of titles needs it: their forms, and what stands between them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from noc.employers import employers
from noc.index import title_index
from noc.lexicon import ordinary_words
from noc.words import Word, fold, words

#: Between two words of one title: spaces, hyphens and the small words of "director of marketing".
_JOINS: Final = re.compile(r"(?:['’]s\b|[\s/&'’.-]|\b(?:of|de|du|des|d|en|a|au|aux|la|le|les|l|and|et|the|in)\b)*")
_AND: Final = re.compile(r"\s+(?:and|et|&)\s+")
_WHERE: Final = re.compile(
    r"\b(?:(?:in|at|for|inside|chez|dans)\s+(?:(?:an?|the|un|une|le|la)\s+)?|(?:same|this|that)\s+)$"
)
_SAME: Final = re.compile(r"\b(?:same|this|that)\s+$")
_JOINS_PLAINLY: Final = re.compile(r"(?:['’]s\b)?[\s/-]*")
_SINCE: Final = frozenset({"se", "ton"})
#: When and not what: "mornings cook at a diner".
_WHEN: Final = frozenset({"weekend", "mornings", "evenings", "nights", "days", "weekdays", "weekends"})


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its words, their forms with slips mended, and which of them join the next."""

    raw: str
    folded: str
    found: Sequence[Word]
    forms: Sequence[str]
    joins: Sequence[bool]

    @classmethod
    def read(cls, message: str) -> Message:
        found, folded = words(message), fold(message)
        joins = [
            _JOINS.fullmatch(folded, left.end, right.start) is not None
            and ("." not in folded[left.end : right.start] or left.end - left.start <= 4)
            for left, right in itertools.pairwise(found)
        ]
        return cls(message, folded, found, [_mend(word.form) for word in found], joins)

    def continues(self, number: int) -> bool:
        """Whether a word was written out of the same abbreviation as the word before it."""
        found = self.found
        return 0 < number < len(found) and found[number].start == found[number - 1].start

    def and_between(self, number: int) -> bool:
        """Whether an "and" stands between a word and the word before it."""
        between = self.folded[self.found[number - 1].end : self.found[number].start]
        return number > 0 and _AND.fullmatch(between) is not None

    def says_when(self, number: int) -> bool:
        """Whether a word is "mornings" or the like, in so many letters: a night cook is a title."""
        word = self.found[number]
        return self.folded[word.start : word.end] in _WHEN

    def says_since(self, number: int) -> bool:
        """ "dec 2024 se supervisor": Hindi for since, and no software engineer."""
        word = self.found[number]
        is_after_date = self.folded[: word.start].rstrip()[-1:].isdigit()
        return is_after_date and self.folded[word.start : word.end] in _SINCE

    def qualifies(self, number: int) -> bool:
        """Whether a word is a kind of workplace that is part of the title after it: "hotel cook", not "at a hotel"."""
        employer = employers().get((self.forms[number],))
        is_where = _WHERE.search(self.folded[: self.found[number].start])
        return employer is not None and not employer.brand and is_where is None

    def is_pronoun(self, number: int) -> bool:
        """ "it" is a trade only where it is written "IT" by somebody who does not write all in capitals."""
        word = self.found[number]
        said = self.raw[word.start : word.end]
        return said.casefold() == "it" and (said != "IT" or self.raw.isupper())

    def says_where(self, number: int) -> bool:
        """ "then same hotel front office supervisor": the hotel is the place, and no part of the title."""
        is_pointed_to = _SAME.search(self.folded[: self.found[number].start])
        return is_pointed_to is not None and (self.forms[number],) in employers()

    def touch(self, left: int, right: int) -> bool:
        """Whether only spaces or hyphens stand between two words."""
        between = self.found[left].end, self.found[right].start
        return _JOINS_PLAINLY.fullmatch(self.folded, *between) is not None


@lru_cache(maxsize=8192)
def _mend(form: str) -> str:
    """A word one slip away from a word of a title, as that word; short and ordinary words stay."""
    if len(form) < 6 or form in title_index() or form in ordinary_words():
        return form
    near = title_index().corrections(form)
    return near[0] if near else form
