"""A phrase that a pattern found: its tokens by the names of the groups, and what stands around it."""

from __future__ import annotations

import re
from typing import Generic, TypeVar

from nlu.tokens import Token, Tokens

Sentence = TypeVar("Sentence", bound=Tokens)


class Matched(Generic[Sentence]):
    """The match of one pattern at tokens ``first`` to ``last`` exclusive of ``tokens``."""

    __slots__ = ("_found", "first", "last", "tokens")

    def __init__(self, tokens: Sentence, found: re.Match[str]) -> None:
        self.tokens = tokens
        self.first, self.last = found.span()
        self._found = found

    def has(self, group: str) -> bool:
        """Whether the group took part; False too where the pattern knows no such group."""
        return self._found.groupdict().get(group) is not None

    def at(self, group: str) -> int:
        """The place of the group's first token."""
        return self._found.start(group)

    def span(self, group: str) -> tuple[int, int]:
        """The places of the group's tokens, the second exclusive."""
        return self._found.span(group)

    def token(self, group: str) -> Token:
        """The group's first token."""
        return self.tokens[self._found.start(group)]

    def kind(self, group: str) -> str:
        """The class of the group's first token, "" where the group took no part."""
        return self.token(group).kind if self.has(group) else ""

    def value(self, group: str) -> int:
        """The number that the group's first token stands for, 0 where the group took no part."""
        return self.token(group).value if self.has(group) else 0

    def kinds(self, before: int = 0, after: int = 0) -> set[str]:
        """The classes of the phrase's tokens, and of so many around it."""
        return {self.tokens.kind(at) for at in range(self.first - before, self.last + after)}

    def before(self) -> str:
        """The class of the token before the phrase."""
        return self.tokens.kind(self.first - 1)

    def after(self) -> str:
        """The class of the token after the phrase."""
        return self.tokens.kind(self.last)
