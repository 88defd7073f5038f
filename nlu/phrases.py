"""Compiles lists of phrases, and skips those whose words a message does not hold.

Most messages hold none of the words of most tables. Finding that out by looking for plain words is
far quicker than running the expression over every letter, and the words are taken from the
expression itself, so that the two cannot drift apart.
"""

from __future__ import annotations

import re
import sre_parse
from collections.abc import Iterable, Iterator
from typing import Any, Final

_FEWEST_LETTERS: Final = 2
_ONE_OF: Final = (sre_parse.MAX_REPEAT, sre_parse.MIN_REPEAT)


class Phrases:
    """Alternatives of one expression, each at the start of a word if ``whole_words``."""

    __slots__ = ("_needed", "_pattern")

    def __init__(self, alternatives: Iterable[str], *, whole_words: bool = True) -> None:
        begin = r"\b" if whole_words else ""
        self._pattern = re.compile(f"{begin}(?:{'|'.join(alternatives)})")
        self._needed = needed_words(self._pattern.pattern)

    def finditer(self, folded: str) -> Iterator[re.Match[str]]:
        """Every match in a folded message."""
        if self._needed and not any(word in folded for word in self._needed):
            return iter(())
        return self._pattern.finditer(folded)


def any_of(*alternatives: str) -> str:
    """The source of an expression that matches any of the alternatives, the first that fits."""
    return f"(?:{'|'.join(alternatives)})"


def word_set(listed: str) -> frozenset[str]:
    """The words of a list with spaces between."""
    return frozenset(listed.split())


def needed_words(pattern: str) -> frozenset[str]:
    """Strings of which a text must hold one for the pattern to match; empty: none are known."""
    return _needed(sre_parse.parse(pattern)) or frozenset()


def _needed(sequence: Any) -> frozenset[str] | None:
    """The best such set for a parsed sequence: that whose shortest string is the longest."""
    found: list[frozenset[str]] = []
    run = ""
    for operation, argument in [*sequence, (None, None)]:
        if operation is sre_parse.LITERAL:
            run += chr(argument)
            continue
        if len(run) >= _FEWEST_LETTERS:
            found.append(frozenset((run,)))
        run = ""
        inner: frozenset[str] | None = None
        if operation is sre_parse.SUBPATTERN:
            inner = _needed(argument[-1])
        elif operation is sre_parse.BRANCH:
            inner = _of_branches([_needed(branch) for branch in argument[1]])
        elif operation in _ONE_OF and argument[0] >= 1:
            inner = _needed(argument[2])
        if inner:
            found.append(inner)
    return max(found, key=lambda words: min(map(len, words)), default=None)


def _of_branches(branches: list[frozenset[str] | None]) -> frozenset[str] | None:
    if any(branch is None for branch in branches):
        return None
    return frozenset(word for branch in branches if branch for word in branch)
