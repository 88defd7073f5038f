"""Regular expressions over words instead of letters, so that the grammars read like the phrases they match.

A message is lexed into tokens, each of one class (MONTH, NUM, SINCE, ...). A pattern is an ordinary
verbose regular expression in which a word in capitals stands for one token of that class::

    Pattern("(?:FROM|SINCE) (?P<start> MONTH ) YEAR?")

Each class is one private-use letter; the classes of a message form one short string, its shape, over
which ``re`` runs. Spans are given back in tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CLASS_NAME: Final = re.compile(r"\b[A-Z]{2,}\b")

_LETTERS: dict[str, str] = {}


def letter(name: str) -> str:
    """The one letter that stands for the class in shapes and patterns."""
    return _LETTERS.setdefault(name, chr(0xE000 + len(_LETTERS)))


class Pattern:
    """A compiled pattern; matching yields ``re.Match`` objects whose offsets count tokens."""

    __slots__ = ("_regex",)

    def __init__(self, source: str) -> None:
        letters = _CLASS_NAME.sub(lambda name: letter(name[0]), source)
        self._regex = re.compile(re.sub(r"\s+", "", letters))

    def match(self, shape: str, at: int) -> re.Match[str] | None:
        return self._regex.match(shape, at)

    def search(self, shape: str, at: int = 0) -> re.Match[str] | None:
        return self._regex.search(shape, at)

    def finditer(self, shape: str) -> Iterator[re.Match[str]]:
        return self._regex.finditer(shape)


def has(found: re.Match[str], group: str) -> bool:
    """Whether the match has the group: False too where the pattern that matched knows no such group."""
    return found.groupdict().get(group) is not None
