"""Tells whether a phrase is denied: "not self employed", "never studied", "student: no".

A "no" that only answers ("no i was self employed") denies nothing. Where the denials stand behind
("student no, self employed no"), a "no" belongs to what it follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

Span = tuple[int, int]

_DENIAL: Final = re.compile(
    r"\b(?:not|never|nor|neither|none|nothing|without|nobody|isn'?t|wasn'?t|wasnot|weren'?t"
    r"|aren'?t|ain'?t|didn'?t|dint|"
    r"don'?t|doesn'?t|haven'?t|hasn'?t|hadn'?t|havnt|couldn'?t|cannot|can'?t|nt|nahi|nahin"
    r"|nai|pas|jamais|aucune?|zero|nunca|"
    r"instead of|rather than|no|non)\b(?! (?:only|just|sure|yet|problem|issue|doubt|worries"
    r"|idea)\b)"
)
_ONLY_AN_ANSWER: Final = re.compile(
    r"\b(?:no|non|nahi|nope)\s*(?:,|\.|:|-|\b(?:i|im|i'm|ive|it|it's|its|my|this|that|then"
    r"|was|actually|sorry|wait|because|we|"
    r"he|she|they|there|the|yes|all|some|je|c'est|c'etait|main|mai|only)\b)"
)
_ENDS_SCOPE: Final = re.compile(
    r"[.;!?\n]|\b(?:but|because|bcz|coz|since|so|then|although|except|until|till|however"
    r"|mais|lekin|"
    r"currently|now|when|while|after|before)\b|,\s*(?:i|it|my|we|yes|just|only)\b"
)
_WORD: Final = re.compile(r"[a-z0-9']+")
_AFTERWARDS: Final = re.compile(
    r"\s*(?:[:=?,-]|\bis\b|\bwas\b|\bwere\b|\bwork\b|\bjob\b)?\s*(?:no|nope|nahi|nahin|nai"
    r"|never|none|false|nil|n)\b"
)
_GOES_ON: Final = re.compile(r"\s*(?:[,.;!)/-]|$|\band\b|\bor\b)")
_REACH_BACK: Final = 70
_MOST_WORDS: Final = 7
_MOST_WORDS_AFTER_NO: Final = 3


class Denials:
    """The denials of one folded message, asked for the phrases that matter in it."""

    def __init__(self, folded: str, phrases: Sequence[Span] = ()) -> None:
        """phrases: the spans of all that may be denied: "no co-op or internship" denies both."""
        self._folded, self._phrases = folded, phrases
        self._are_behind = self._stand_behind()

    def covers(self, start: int, end: int, *, over_commas: bool = True) -> bool:
        """True where the phrase is denied. over_commas: a "no" reaches along a list ("no a, b")."""
        if self._is_denied_after(end):
            return True
        return not self._are_behind and self._is_denied_before(start, over_commas)

    def _is_denied_after(self, end: int) -> bool:
        said = _AFTERWARDS.match(self._folded, end)
        if said is None:
            return False
        return self._are_behind or _GOES_ON.match(self._folded, said.end()) is not None

    def _is_denied_before(self, start: int, over_commas: bool) -> bool:
        begin = max(0, start - _REACH_BACK)
        if not over_commas:
            begin = max(begin, self._folded.rfind(",", begin, start) + 1)
        for scope_end in _ENDS_SCOPE.finditer(self._folded, begin, start):
            begin = scope_end.end()
        denials = [
            said
            for said in _DENIAL.finditer(self._folded, begin, start)
            if not _ONLY_AN_ANSWER.match(self._folded, said.start())
        ]
        if not denials:
            return False
        last = denials[-1]
        between = len(_WORD.findall(self._folded[last.end() : start])) - self._words_of_phrases(
            last.end(), start
        )
        most = (
            _MOST_WORDS_AFTER_NO
            if last.group() in ("no", "non", "without", "zero")
            else _MOST_WORDS
        )
        return between <= most

    def _words_of_phrases(self, start: int, end: int) -> int:
        """Words of other phrases in between do not count: they are denied together."""
        inside = [span for span in self._phrases if start <= span[0] and span[1] <= end]
        return sum(len(_WORD.findall(self._folded[first:last])) + 1 for first, last in inside)

    def _stand_behind(self) -> bool:
        """True where each phrase is followed by its "no", and none is led by one."""
        if len(self._phrases) < 2:
            return False
        answered = [_AFTERWARDS.match(self._folded, end) is not None for _, end in self._phrases]
        led = re.match(r"\W*(?:no|not|never|neither|nahi)\b", self._folded) is not None
        return all(answered[-1:]) and sum(answered) >= 2 and not led
