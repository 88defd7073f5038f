"""A message made easy to match: folded letter by letter, so that every span still fits what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast

Found = TypeVar("Found")

_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "–": "-", "—": "-", "−": "-", "‑": "-", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": " ", "đ": "d", "Đ": "d", "年": "-", "月": "-", "日": " ", "号": " ", "〜": "~"}  # fmt: skip # noqa: E501

#: "2024年3月5日", "2024년 3월 5일".
_SIGN_OF_YEAR: Final = frozenset("年년")
_DATE_BY_SIGNS: Final = re.compile(r"(20\d\d)\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号일])?")


@dataclass(frozen=True, slots=True)
class Text:
    """A message as typed (raw) and folded: lower case, no accents, plain quotes and dashes, the same length."""

    raw: str
    folded: str
    # Lives and dies with the message: nothing that people wrote is kept longer.
    _found: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, message: str) -> Text:
        plain = _DATE_BY_SIGNS.sub(_in_figures, message) if _SIGN_OF_YEAR & set(message) else message
        return cls(message, "".join(_fold(letter) for letter in plain))

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


def _in_figures(found: re.Match[str]) -> str:
    """ "2024年3月5日" as "2024-3-5  ", of the same length."""
    return "-".join(figure for figure in found.groups() if figure).ljust(len(found[0]))


def _fold(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    if "가" <= letter <= "힣":
        return letter  # a syllable of Hangul is more than its first sound
    if unicodedata.category(letter) == "No":
        return letter  # "½" is no "1"
    base = unicodedata.normalize("NFKD", letter)[:1].lower()
    return base if len(base) == 1 else letter
