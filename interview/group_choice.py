"""Which of the unit groups that are offered somebody means, who answers in words and presses no button."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import noc

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_MOST_WORDS: Final = 8
_NO: Final = re.compile(r"\b(?:no|not|none|neither|never|don'?t)\b", re.IGNORECASE)


def group_meant(text: str, offered: Sequence[str]) -> str | None:
    """The code that a title says for sure, or that the words of one answer to the deciding question say alone."""
    if len(text.split()) > _MOST_WORDS or _NO.search(text):
        return None
    match = noc.search(text)
    if match.kind == "sure" and (code := match.candidates[0].unit_group.code) in offered:
        return code
    decided = noc.distinction([code for code in offered if noc.unit_group(code)])
    if decided is None:
        return None
    said = _words(text)
    meant = {code: said & _words(answer) for code, answer in decided.answers.items()}
    only = [code for code, words in meant.items() if words - set().union(*(meant[c] for c in meant if c != code))]
    return only[0] if len(only) == 1 else None


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
