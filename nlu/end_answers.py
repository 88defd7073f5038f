"""Answers to when a job ended that hold no date: "still on it", "sigo ahí", "not finished yet"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from nlu.facts import Fact

_GOES_ON: Final = re.compile(
    r"\b(?:still|continu(?:e|es|ing|o|a)|sigo|sigue|todav[ií]a|ainda|(?:abhi|ab|hale|haale) (?:bhi|vi)|pa rin"
    r"|(?:and|nand)(?:yan|ito) pa|toujours|encore|ongoing)\b"
    r"(?!(?: do| am| i)? (?:not?|don'?t|dont|didn'?t|havent|waiting|unsure|looking|think\w*|check\w*|remember|confus\w*"
    r"|need|search\w*|jobless|unemployed|pending|nahi|fight\w*|ask\w*|pas|without)\b)"
    r"|\b(?:not|never|hasn'?t|walang|wala pang|hindi pa|pas encore) (?:yet )?"
    r"(?:end\w*|finish\w*|left|quit|stop\w*|tapos|fini\w*)\b",
    re.IGNORECASE,
)
_IS_OVER: Final = re.compile(
    r"\b(?:i|they|we) (?:left|quit|resign\w*|finish\w*|stop\w*)\b|\b(?:fired|laid|layed|lay|no longer|not anymore)\b",
    re.IGNORECASE,
)
_LAID_OFF: Final = re.compile(
    r"la(?:id|yed|y) ?(?:me |us )?of|layoff|mise? (?:à|a) pied|sent (?:us|me) home|me mandaron", re.IGNORECASE
)


def about_the_end(facts: Sequence[Fact], text: str) -> list[Fact]:
    """ "still on it" says that the job goes on; a layoff that is dated is its end, and no break."""
    if not any(fact.kind in ("date", "period") or _is_dated_layoff(fact, text) for fact in facts):
        said = None if "?" in text or _IS_OVER.search(text) else _GOES_ON.search(text)
        value = {"start": None, "end": None, "ongoing": True}
        return [*facts, Fact("period", value, *said.span(), job=0)] if said else list(facts)
    if not any(fact.kind in ("date", "period") for fact in facts):
        return [_as_end(fact) if _is_dated_layoff(fact, text) else fact for fact in facts]
    return [
        fact for fact in facts
        if fact.kind != "exclusion" or fact.value.get("start") or not _LAID_OFF.match(text[fact.start : fact.end])
    ]  # fmt: skip


def _is_dated_layoff(fact: Fact, text: str) -> bool:
    """ "end of october they laid me off"; with a day of return it is a break."""
    is_open = fact.kind == "exclusion" and bool(fact.value["start"]) and not fact.value["end"]
    return is_open and _LAID_OFF.search(text, fact.start, fact.end) is not None


def _as_end(fact: Fact) -> Fact:
    readings = tuple(_ended(value) for value in fact.readings)
    return replace(
        fact, kind="period", value=_ended(fact.value), readings=readings, ambiguous=bool(readings), job=fact.job or 0
    )


def _ended(value: Mapping[str, Any]) -> dict[str, Any]:
    return {"start": None, "end": value["start"], "ongoing": False}
