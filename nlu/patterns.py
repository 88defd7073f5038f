"""Regular expressions over words instead of letters, so that the grammars read like the phrases they match.

A message is lexed into tokens, each of one class (MONTH, NUM, SINCE, ...). A pattern is an ordinary
verbose regular expression in which a word in capitals stands for one token of that class::

    Pattern("(?:FROM|SINCE) (?P<start> MONTH ) YEAR?")

Each class is one private-use letter; the classes of a message form one short string, its shape, over
which ``re`` runs. Spans are given back in tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Generic, TypeVar

_CLASS_NAME: Final = re.compile(r"\b[A-Z]{2,}\b")

#: No phrase has more filling words in a row; a bound keeps every pattern linear in the length of a message.
_MOST_REPEATED: Final = 5
_NAMED_GROUP: Final = re.compile(r"\(\?P<\w+>")

Reads = TypeVar("Reads")

_LETTERS: dict[str, str] = {}


def letter(name: str) -> str:
    """The one letter that stands for the class in shapes and patterns."""
    return _LETTERS.setdefault(name, chr(0xE000 + len(_LETTERS)))


def named_classes() -> frozenset[str]:
    """Every class that a shape or a pattern has named so far."""
    return frozenset(_LETTERS)


class Pattern:
    """A compiled pattern; matching yields ``re.Match`` objects whose offsets count tokens."""

    __slots__ = ("_regex",)

    def __init__(self, source: str) -> None:
        letters = re.sub(r"\s+", "", _CLASS_NAME.sub(lambda name: letter(name[0]), source))
        bounded = letters.replace(")*", f"){{0,{_MOST_REPEATED}}}").replace(")+", f"){{1,{_MOST_REPEATED}}}")
        self._regex = re.compile(bounded)

    def match(self, shape: str, at: int) -> re.Match[str] | None:
        return self._regex.match(shape, at)

    def search(self, shape: str, at: int = 0) -> re.Match[str] | None:
        return self._regex.search(shape, at)

    def finditer(self, shape: str) -> Iterator[re.Match[str]]:
        return self._regex.finditer(shape)


class Rules(Generic[Reads]):
    """Patterns in order of preference, each with the function that makes a reading of its match."""

    __slots__ = ("_any", "_rules")

    def __init__(self, rules: Sequence[tuple[str, Reads]]) -> None:
        self._rules = [(Pattern(source), reads) for source, reads in rules]
        # One expression for all, without groups, so that whatever no rule can match is passed over at once.
        self._any = Pattern("|".join(f"(?:{_NAMED_GROUP.sub('(?:', source)})" for source, _ in rules))

    def next(self, shape: str, at: int) -> int:
        """The first place from ``at`` on where some rule matches; the end of the shape where none does."""
        found = self._any.search(shape, at)
        return found.start() if found else len(shape)

    def matches(self, shape: str, at: int) -> Iterator[tuple[re.Match[str], Reads]]:
        """Each rule that matches at a place, with its match, in order of preference."""
        for pattern, reads in self._rules:
            if found := pattern.match(shape, at):
                yield found, reads


def has(found: re.Match[str], group: str) -> bool:
    """Whether the match has the group: False too where the pattern that matched knows no such group."""
    return found.groupdict().get(group) is not None


def classes(names: str) -> frozenset[str]:
    """The classes named in a string, parted by spaces."""
    return frozenset(names.split())
