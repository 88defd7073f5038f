"""A message made easy to match: folded letter by letter, so that every span still fits what was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

Found = TypeVar("Found")

_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "‑": "-", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": " ", "đ": "d", "Đ": "d", "年": "-", "月": "-", "日": " ", "号": " "}  # fmt: skip # noqa: E501


@dataclass(frozen=True, slots=True)
class Text:
    """A message as typed (raw) and folded: lower case, no accents, plain quotes and dashes, the same length."""

    raw: str
    folded: str
    # Lives and dies with the message: nothing that people wrote is kept longer.
    _found: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, message: str) -> Text:
        return cls(message, "".join(_fold(letter) for letter in message))

    def once(self, find: Callable[[Text], Found]) -> Found:
        """What ``find`` finds in the message, looked for at the first call only."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast(Found, self._found[find])

    def without(self, spans: Iterable[tuple[int, int]]) -> Text:
        """The same message with these spans blank: nothing moves, and nothing is read from them."""
        raw, folded = self.raw, self.folded
        for start, end in spans:
            blank = " " * (end - start)
            raw = raw[:start] + blank + raw[end:]
            folded = folded[:start] + blank + folded[end:]
        return Text(raw, folded)


def _fold(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    if unicodedata.category(letter) == "No":
        return letter  # "½" is no "1"
    base = unicodedata.normalize("NFKD", letter)[:1].lower()
    return base if len(base) == 1 else letter
