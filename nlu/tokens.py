"""Tokens: the words, numbers and marks of a message, each of one class."""

from __future__ import annotations

from typing import NamedTuple

from nlu.patterns import letter


class Token(NamedTuple):
    """One word, number or mark: ``folded[start:end]``.

    text: the word, or the number with a decimal point ("36,25" gives "36.25").
    value: the whole number, month, weekday or number word it stands for, else 0.
    """

    kind: str
    start: int
    end: int
    text: str
    value: int = 0


class Tokens:
    """The tokens of one message and their shape (one letter a class, see nlu.patterns)."""

    __slots__ = ("items", "shape")

    def __init__(self, items: list[Token]) -> None:
        self.items = items
        self.shape = "".join([letter(token.kind) for token in items])

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: int) -> Token:
        return self.items[at]

    def kind(self, at: int) -> str:
        """The class at a place, "" before the first and after the last token."""
        return self.items[at].kind if 0 <= at < len(self.items) else ""
