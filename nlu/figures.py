"""The figures that no grammar understood: kept as bare numbers, to be understood from the question asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from nlu.chunks import Chunks, chunk
from nlu.contrasts import rejected
from nlu.facts import Fact
from nlu.lexer import lex
from nlu.text import Text

_FIGURES: Final = frozenset(("NUM", "DEC", "BIG", "YEAR"))
_BETWEEN: Final = frozenset(("COMMA", "SLASH", "AND", "DASH", "TO", "SEMICOLON", "OR"))
_UNITS: Final = frozenset(
    "HOUR DAY WEEK MONTHS YEARS AN MINUTE PERCENT SHIFT FTE MONEY TIME WEEKLY BIWEEKLY MONTHLY YEARLY DAILY CLOCK OLD".split()
)


def read_figures(text: Text, facts: Sequence[Fact], today: date) -> list[Fact]:
    """Bare figures outside every fact: one as a number, several in a row as numbers, "8765" as its digits.

    A figure with a unit ("30 min", "1560 hours"), a list mark ("1)") or one that is taken back is none. A number in words is
    one only where it is nearly the whole message.
    """
    chunks = chunk(lex(text), today)
    spans = [(fact.start, fact.end) for fact in facts if fact.kind not in ("title", "place", "permit", "exclusion")]
    taken_back = rejected(text.folded)
    runs: list[list[int]] = []
    last = -2
    for at, token in enumerate(chunks.items):
        if token.kind not in _FIGURES or not _is_bare(chunks, at, text):
            continue
        if any(start < token.end and token.start < end for start, end in spans) or taken_back.holds(token.start, token.end):
            continue
        joined = last >= 0 and all(chunks.kind(between) in _BETWEEN for between in range(last + 1, at)) and at - last <= 2
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
        last = at
    return [_fact(chunks, run) for run in runs]


def _is_bare(chunks: Chunks, at: int, text: Text) -> bool:
    token = chunks[at]
    is_word = text.folded[token.start].isalpha()
    if is_word and len(chunks) > 3:
        return False
    if chunks.kind(at + 1) in _UNITS or (chunks.kind(at + 1) == "DASH" and chunks.kind(at + 2) in _UNITS):
        return False
    is_mark = chunks.kind(at + 1) in ("CLOSE", "DOT", "COLON") and chunks.kind(at - 1) in ("", "NEWLINE", "BULLET")
    return not (is_mark and at + 2 < len(chunks)) and chunks.kind(at - 1) != "BULLET"


def _fact(chunks: Chunks, run: list[int]) -> Fact:
    start, end = chunks[run[0]].start, chunks[run[-1]].end
    values = [chunks[at].text for at in run]
    if len(values) == 1 and len(values[0]) == 4 and set(values[0]) <= set("3456789"):
        values = list(values[0])
    value: dict[str, Any] = {"value": values[0]} if len(values) == 1 else {"values": values}
    return Fact("number" if len(values) == 1 else "numbers", value, start, end)
