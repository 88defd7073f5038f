"""The figures that no grammar understood: kept as bare numbers, to be understood from the question asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from nlu.chunks import Chunks
from nlu.facts import SKILLS, Fact
from nlu.patterns import Pattern, classes
from nlu.text import Text

_FIGURES: Final = frozenset(("NUM", "DEC", "BIG", "YEAR"))
_BETWEEN: Final = frozenset(("COMMA", "SLASH", "AND", "DASH", "TO", "SEMICOLON", "OR"))
_DATES: Final = classes("MOMENT")
_UNITS: Final = classes(
    "HOUR DAY WEEK MONTHS YEARS AN MINUTE PERCENT SHIFT FTE MONEY TIME WEEKLY BIWEEKLY MONTHLY YEARLY DAILY CLOCK "
    "OLD OFF ON HOME RATE LEAVE"
)

_AND_A_HALF: Final = Pattern("AND (?:ART|AN)? HALF")
#: What is numbered, not counted.
_NUMBERED: Final = frozenset(
    ("job", "jobs", "grade", "crs", "level", "class", "apt", "unit", "option", "number", "teer", "noc", "step",
     "stream", "section", "points")
)  # fmt: skip
_SAID_AFTER: Final = frozenset(
    ("only", "please", "pls", "yes", "i", "or", "sir", "mam", "thanks", "sometimes", "most", "mostly", "it", "its",
     "it\'s", "both", "each", "total", "per", "so", "in", "ok", "max")
)  # fmt: skip


def figures_in(text: Text, chunks: Chunks, facts: Sequence[Fact]) -> list[Fact]:
    """Bare figures outside every fact: one as a number, several in a row as numbers, "8765" as its digits.

    A figure with a unit ("30 min", "1560 hours"), a list mark ("1)") or one that counts something ("2 kids") is none.
    A number in words is one only where it is nearly the whole message.
    """
    spans = [(fact.start, fact.end) for fact in facts if fact.kind not in ("title", "place", "permit", "exclusion")]
    runs: list[list[int]] = []
    last = -2
    for at, token in enumerate(chunks.items):
        is_read = any(start < token.end and token.start < end for start, end in spans)
        if token.kind not in _FIGURES or is_read or _is_a_pronoun(chunks, at, text):
            continue
        joined = (
            last >= 0 and at - last <= 2 and all(chunks.kind(between) in _BETWEEN for between in range(last + 1, at))
        )
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
        last = at
    return [_fact(chunks, run) for run in runs if _is_bare_run(chunks, run, text)]


def without_order(facts: Sequence[Fact]) -> list[Fact]:
    """Four equal figures beside a test are its scores: in which order they come makes no difference."""
    if not any(fact.kind == "test" for fact in facts) or any(fact.kind == "scores" for fact in facts):
        return list(facts)
    return [_as_scores(fact) if _is_one_figure_for_all(fact) else fact for fact in facts]


def _is_one_figure_for_all(fact: Fact) -> bool:
    values = fact.value.get("values", ()) if fact.kind == "numbers" else ()
    return len(values) == len(SKILLS) and len(set(values)) == 1


def _as_scores(fact: Fact) -> Fact:
    return replace(fact, kind="scores", value=dict.fromkeys(SKILLS, fact.value["values"][0]), job=None)


def _is_bare_run(chunks: Chunks, run: list[int], text: Text) -> bool:
    if len(run) == 1 and _counts_something(chunks, run[0]):
        return False
    return all(_is_bare(chunks, at, text) for at in run)


def _is_a_pronoun(chunks: Chunks, at: int, text: Text) -> bool:
    """ "the last one 20": the word stands for a job, and is no figure of a row."""
    return at > 0 and text.folded[chunks[at].start : chunks[at].end] == "one" and chunks.kind(at - 1) not in _FIGURES


def _is_bare(chunks: Chunks, at: int, text: Text) -> bool:
    token = chunks[at]
    is_word = text.folded[token.start].isalpha()
    is_halved = _AND_A_HALF.match(chunks.shape, at + 1) is not None
    if is_word and (len(chunks) > (6 if is_halved else 3) or token.value < 10):
        return False
    if chunks.kind(at + 1) == "ON" and chunks.kind(at + 2) in _DATES:
        return not _is_clock(chunks, at)  # "7 7 7 7 on 2 may" is no rota
    if chunks.kind(at + 1) in _UNITS or (chunks.kind(at + 1) == "DASH" and chunks.kind(at + 2) in _UNITS):
        return False
    if _is_clock(chunks, at):
        return False
    is_mark = chunks.kind(at + 1) in ("CLOSE", "DOT", "COLON") and chunks.kind(at - 1) in (
        "",
        "NEWLINE",
        "BULLET",
    )
    is_mark = is_mark or (
        chunks.kind(at + 1) == "CLOSE" and "OPEN" not in [chunks.kind(at - back) for back in (1, 2, 3)]
    )
    return not (is_mark and at + 2 < len(chunks)) and chunks.kind(at - 1) != "BULLET"


def _is_clock(chunks: Chunks, at: int) -> bool:
    """ "37:30", "4:30": neither half is a figure of its own."""
    return any(chunks.kind(at + side) == "COLON" and chunks.kind(at + 2 * side) == "NUM" for side in (1, -1))


def _counts_something(chunks: Chunks, at: int) -> bool:
    """ "2 kids", "6 staff", "grade 12", "24.50 per hour": the figure is understood, and no answer."""
    before = (
        chunks[at - 2].text
        if chunks.kind(at - 1) in ("SHOULD", "WAS") and at > 1
        else chunks[at - 1].text
        if at
        else ""
    )
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if before in _NUMBERED:
        return True
    if following is None:
        return False
    if following.kind in ("PER", "SLASH", "AN", "ART") and chunks.kind(at + 2) == "HOUR":
        return True
    return following.kind in ("WORD", "TITLE", "WORKED") and following.text not in _SAID_AFTER and len(chunks) > 2


def _fact(chunks: Chunks, run: list[int]) -> Fact:
    start, end = chunks[run[0]].start, chunks[run[-1]].end
    values = [chunks[at].text for at in run]
    if found := _AND_A_HALF.match(chunks.shape, run[-1] + 1):
        values[-1], end = f"{values[-1]}.5", chunks[found.end() - 1].end
    if len(values) == 1 and len(values[0]) == 4 and set(values[0]) <= set("3456789"):
        values = list(values[0])
    value: dict[str, Any] = {"value": values[0]} if len(values) == 1 else {"values": values}
    return Fact("number" if len(values) == 1 else "numbers", value, start, end)
