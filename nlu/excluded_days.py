"""Finds the days that a phrase of exclusion speaks of: "full time student till April 2024".

A stretch of time belongs to the phrase right before it, else to the one right after; words of
another job or of what came next ("then", "worked", "now") part them. Days that can be read in
several ways are left open, to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from nlu.chunks import Chunks, chunks_of
from nlu.periods import Spell, read_ends
from nlu.stretches import Stretch, Wording, stretches
from nlu.text import Text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day or month, None where not said; read from ``raw[begin:finish]``.

    of_part: of a part of the work by the wording ("only from march to june").
    """

    first: str | None
    last: str | None
    begin: int
    finish: int
    of_part: bool = False


_PARTS: Final = re.compile(
    r"\b(?:then|now|after|pgwp|but|worked|working|work|started work|since then|currently"
    r"|job|permit|graduated|cook|manager)\b|[.;!?\n]"
)
#: "self employed only for the salon job, from may": the days are still those of the exclusion.
_OF_ONE_JOB: Final = re.compile(r"\bonly (?:for|at|in|with) (?:the|my|that|this) (?:\w+ ){0,3}jobs?\b")
#: When restoration was applied for says nothing of when status was lost.
_UNDATED: Final = re.compile(r"(?:for (?:a )?|applied )restor")
_STARTS_ONLY: Final = re.compile(r"los[et]|applied|restor|claimed|status (?:\w+ )?(?:expired|lost|lapsed|ended|gone)")
_DURING: Final = re.compile(
    r"(?:^|\b)(?:in|during|for|en|of|all|whole|entire|summer|winter|fall|spring)\W*$|[(,]\W*$|^\W*$"
)
_BEGINS_A_CLAUSE: Final = re.compile(r"(?:^|[,.;:!?\n(-])\s{0,3}(?:(?:and|yes|no|but|so|i was|then|also) ){0,2}$")
_ONLY: Final = re.compile(r"\b(?:only|just|seulement|solo)\b")
_JOINED: Final = re.compile(r"\s*(?:,|&|and|et|y|e|aur|at)\s*(?:in |en )?")
_MOST_WORDS: Final = 8
_REACH: Final = 60
_WITH_DAYS: Final = frozenset((Wording.RANGE, Wording.SINCE, Wording.START, Wording.END, Wording.LONE))


def days_of(text: Text, phrases: Sequence[Span], today: date) -> list[Days | None]:
    """For each phrase, in the order given, the days that belong to it."""
    chunks = chunks_of(text, today)
    told: list[Days | None] = [None] * len(phrases)
    for stretch in stretches(chunks):
        if stretch.wording not in _WITH_DAYS:
            continue
        begin, finish = chunks.span(stretch.first, stretch.last)
        owner = _owner(text.folded, phrases, begin, finish)
        if owner is None:
            continue
        phrase, before = phrases[owner], told[owner]
        if before is None:
            told[owner] = _days(text.folded, chunks, stretch, phrase, today)
        elif stretch.wording is Wording.LONE and _JOINED.fullmatch(text.folded[before.finish : begin]):
            told[owner] = _lengthened(before, _days(text.folded, chunks, stretch, (phrase[0], begin), today))
        elif stretch.wording is Wording.RANGE and _is_told_closer(before, text.folded[before.finish : begin]):
            # "in early 2025, from january 10 to march 8": the year of the one is not in the other.
            told[owner] = replace(before, finish=finish)
    return told


def _is_told_closer(vague: Days, gap: str) -> bool:
    return vague.first is vague.last is None and not gap.strip(" ,(:-")


def _lengthened(one: Days, other: Days | None) -> Days:
    """The days with those of the next month; other months leave them as they were."""
    if other is None or not (one.last and other.first) or _months(other.first) - _months(one.last) != 1:
        return one
    return replace(one, last=other.last, finish=other.finish)


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _owner(folded: str, phrases: Sequence[Span], begin: int, finish: int) -> int | None:
    behind = [(begin - end, at) for at, (_, end) in enumerate(phrases) if 0 <= begin - end <= _REACH]
    if behind and _is_near(folded[begin - min(behind)[0] : begin]):
        return min(behind)[1]
    if _BEGINS_A_CLAUSE.search(folded[max(0, begin - _REACH) : begin]) is None:
        return None
    ahead = [(start - finish, at) for at, (start, _) in enumerate(phrases) if 0 <= start - finish <= _REACH]
    return min(ahead)[1] if ahead and _is_near(folded[finish : finish + min(ahead)[0]]) else None


def _is_near(gap: str) -> bool:
    gap = _OF_ONE_JOB.sub("", gap)
    return len(gap.split()) <= _MOST_WORDS and _PARTS.search(gap) is None


def _days(folded: str, chunks: Chunks, stretch: Stretch, phrase: Span, today: date) -> Days | None:
    begin, finish = chunks.span(stretch.first, stretch.last)
    spell = Spell((), stretch.first, stretch.last, stretch.begin, stretch.finish, ongoing=False)
    read = read_ends(chunks, spell, today)
    if read.ambiguous or _UNDATED.match(folded, phrase[0]):
        return Days(None, None, begin, finish)
    ends = read.readings[0]
    first = ends.begin.text() if ends.begin else None
    last = ends.end.text(last=True) if ends.end else None
    if stretch.wording is Wording.LONE:
        if phrase[1] <= begin and not _DURING.search(folded[phrase[1] : begin]):
            return None
        last = None if _STARTS_ONLY.match(folded, phrase[0]) else first
    of_part = phrase[1] <= begin and _ONLY.search(folded[phrase[1] : begin]) is not None
    return Days(first, last, begin, finish, of_part)
