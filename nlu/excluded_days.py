"""Finds the days that a phrase of exclusion speaks of: "full time student till April 2024".

A stretch of time belongs to the phrase right before it, else to the one right after; words of
another job or of what came next ("then", "worked", "now") part them. Days that can be read in
several ways are left open, to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from nlu.chunks import Chunks, chunks_of
from nlu.exclusion_words import EXPIRED, STUDIES_ENDED
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
_OF_ONE_JOB: Final = re.compile(r"\b(?:only )?(?:for|at|in|with) (?:the|my|that|this) (?:\w+ ){0,3}jobs?\b")
#: When restoration was applied for says nothing of when status was lost.
_UNDATED: Final = re.compile(r"(?:for (?:a )?|applied )restor")
_STARTS_ONLY: Final = re.compile(
    rf"los[et]|applied|restor|claimed|status (?:\w+ )?(?:expired|lost|lapsed|ended|gone)|{EXPIRED}"
)
_ENDS_ONLY: Final = re.compile("|".join(STUDIES_ENDED))
_EXPIRED: Final = re.compile(EXPIRED)
_RESTORED: Final = re.compile(
    r"\b(?:restored|restoration (?:(?:was|got|is) )?(?:approved|granted|done|came))(?: on)? $"
)
#: "3 weeks in january": not all of it, and which is not said.
_PART_OF_A_MONTH: Final = re.compile(
    r"\b(?:\d+|one|two|three|few|a|un|une|deux|trois|do|teen|dos|tres) "
    r"(?:days?|weeks?|wks?|semaines?|jours?|hafte|din|semanas?|dias?) (?:in|of|en|around|during) $"
)
_DURING: Final = re.compile(
    r"(?:^|\b)(?:in|em|no|during|for|en|of|all|whole|entire|summer|winter|fall|spring)\W*$|[(,]\W*$|^\W*$"
)
_BEGINS_A_CLAUSE: Final = re.compile(
    r"(?:^|[,.;:!?\n(-])\s{0,3}(?:(?:and|yes|no|but|so|i was|then|also|well|ok|only|first|at first) ){0,2}$"
    r"|\b(?:stud(?:y|ies)|course|program(?:me)?|school|college|semester|it|that) (?:was|were|is) $"
    r"|\b(?:but|except|only|well|because|mais|sauf|pero|lekin|par) $"
)
_PREPOSITION: Final = re.compile(
    r"\b(?:from|between|in|during|on|de|du|entre|desde|from the|around"
    r"|(?:(?:for|in|during|the|pendant|durante|en) ){0,2}(?:whole|entire|full|all|toute?|todo|toda|poora|buong)"
    r"(?: (?:month )?(?:of|the|le|el|o|de))?) $"
)
#: "june and july 2023 i worked cash without a permit": what was worked on those days is what does not count.
_WORKED_THEN: Final = re.compile(
    r"\W*(?:(?:i|we|me|je|j'ai|yo|eu) ?)?(?:(?:was|am|have|had|did|ai) )?(?:work(?:ed|ing)?|did|do|travaille|trabaje)"
    r"(?: (?:for|in|on|with|cash|there|some|only|it|all|online|from|home|at|a|the|my|same|place|full|time)){0,4}\W*$"
)
_ONLY: Final = re.compile(r"\b(?:only|just|seulement|solo)\b")
_JOINED: Final = re.compile(r"\s*(?:,|&|and|et|y|e|aur|at)\s*(?:in |en )?")
#: "till august 2025, not until december".
_TAKEN_BACK: Final = re.compile(r"\b(?:not|instead of|et non|pas|y no|nahi)(?: (?:till|until|in|from|on|to|en|a))? $")
_MOST_WORDS: Final = 8
_RIGHT_AFTER: Final = 3
_MONTH_GRAIN: Final = len("YYYY-MM")
_REACH: Final = 60
_WITH_DAYS: Final = frozenset((Wording.RANGE, Wording.SINCE, Wording.START, Wording.END, Wording.LONE))


def days_of(text: Text, phrases: Sequence[Span], today: date) -> list[Days | None]:
    """For each phrase, in the order given, the days that belong to it."""
    chunks = chunks_of(text, today)
    told: list[Days | None] = [None] * len(phrases)
    for group in _groups(text.folded, chunks):
        begin, finish = chunks.span(group[0].first, group[-1].last)
        if _TAKEN_BACK.search(text.folded, 0, begin):
            continue
        owner = _owner(text.folded, phrases, begin, finish)
        if owner is None:
            continue
        phrase, before, stretch = phrases[owner], told[owner], group[0]
        if before is None or _stands_closer(before, phrase, stretch, begin):
            told[owner] = _days_together(text.folded, chunks, group, phrase, today)
        elif before.first and not before.last and _is_the_end(text.folded, stretch, begin):
            ended = _days(text.folded, chunks, stretch, (begin, 0), today)
            last = _from(before.first, ended.last, text.folded[begin:finish]) if ended and ended.last else None
            if last and last >= before.first:
                told[owner] = replace(before, last=last, finish=finish)
        elif stretch.wording is Wording.RANGE and _is_told_closer(before, text.folded[before.finish : begin]):
            # "in early 2025, from january 10 to march 8": the year of the one is not in the other.
            told[owner] = replace(before, finish=finish)
    return told


def _stands_closer(before: Days, phrase: Span, stretch: Stretch, begin: int) -> bool:
    """ "june 2024 to now, 40h, worked from india from oct to feb": days right after a phrase are nearer than others."""
    follows = 0 <= begin - phrase[1] <= _RIGHT_AFTER and stretch.wording is Wording.RANGE
    return follows and before.finish <= phrase[0]


def _from(first: str, last: str, said: str) -> str:
    """ "expired in march 2025 and i kept working till may": a month without a year is the first one after the start."""
    if len(last) > _MONTH_GRAIN or any(letter.isdigit() for letter in said):
        return last
    year = int(first[:4])
    return f"{year + (last[5:7] < first[5:7])}{last[4:]}"


def _is_the_end(folded: str, stretch: Stretch, begin: int) -> bool:
    return stretch.wording is Wording.END or _RESTORED.search(folded, 0, begin) is not None


def _groups(folded: str, chunks: Chunks) -> Iterator[list[Stretch]]:
    """The stretches with days, the months that are told together as one: "june and july 2023"."""
    group: list[Stretch] = []
    for stretch in stretches(chunks):
        if stretch.wording not in _WITH_DAYS:
            continue
        if group and stretch.wording is group[-1].wording is Wording.LONE:
            gap = folded[chunks.span(group[-1].first, group[-1].last)[1] : chunks.span(stretch.first, stretch.last)[0]]
            if _JOINED.fullmatch(gap):
                group.append(stretch)
                continue
        if group:
            yield group
        group = [stretch]
    if group:
        yield group


def _days_together(folded: str, chunks: Chunks, group: Sequence[Stretch], phrase: Span, today: date) -> Days | None:
    """The days of one stretch, or of months in a row, of which the last may tell the year of all."""
    if len(group) == 1:
        return _days(folded, chunks, group[0], phrase, today)
    first, last = group[0], _days(folded, chunks, group[-1], (phrase[0], 0), today)
    begin = chunks.span(first.first, first.last)[0]
    if phrase[1] <= begin and not _DURING.search(folded[phrase[1] : begin]):
        return None
    months = [stretch.begin.forms[0].month for stretch in group if stretch.begin and stretch.begin.forms]
    in_a_row = len(months) == len(group) and all(b and a and (b - a) % 12 == 1 for a, b in pairwise(months))
    if not (last and last.last and in_a_row and months[0]):
        return _days(folded, chunks, first, phrase, today)
    year = int(last.last[:4]) - (months[0] > int(last.last[5:7]))
    return replace(last, first=f"{year}-{months[0]:02}", begin=begin)


def _is_told_closer(vague: Days, gap: str) -> bool:
    return vague.first is vague.last is None and not gap.strip(" ,(:-")


def _owner(folded: str, phrases: Sequence[Span], begin: int, finish: int) -> int | None:
    within = [at for at, (start, end) in enumerate(phrases) if start <= begin and finish <= end]
    if within:
        return within[0]
    behind = [(begin - end, at) for at, (_, end) in enumerate(phrases) if 0 <= begin - end <= _REACH]
    if behind and _is_near(folded[begin - min(behind)[0] : begin]):
        return min(behind)[1]
    if _BEGINS_A_CLAUSE.search(_PREPOSITION.sub("", folded[max(0, begin - _REACH) : begin])) is None:
        return None
    ahead = [
        (start - finish, at)
        for at, (start, _) in enumerate(phrases)
        if 0 <= start - finish <= _REACH and not _EXPIRED.match(folded, start)
    ]
    if not ahead:
        return None
    gap = folded[finish : finish + min(ahead)[0]]
    return min(ahead)[1] if _is_near(gap) or _WORKED_THEN.fullmatch(gap) else None


def _is_near(gap: str) -> bool:
    gap = _OF_ONE_JOB.sub("", gap)
    return len(gap.split()) <= _MOST_WORDS and _PARTS.search(gap) is None


def _days(folded: str, chunks: Chunks, stretch: Stretch, phrase: Span, today: date) -> Days | None:
    begin, finish = chunks.span(stretch.first, stretch.last)
    spell = Spell((), stretch.first, stretch.last, stretch.begin, stretch.finish, ongoing=False)
    read = read_ends(chunks, spell, today)
    if read.ambiguous or _UNDATED.match(folded, phrase[0]):
        return Days(None, None, begin, finish)
    if stretch.wording is Wording.LONE and _PART_OF_A_MONTH.search(folded, 0, begin):
        return Days(None, None, begin, finish)
    ends = read.readings[0]
    first = ends.begin.text() if ends.begin else None
    last = ends.end.text(last=True) if ends.end else None
    if stretch.wording is Wording.LONE:
        if 0 < phrase[1] <= begin and not _DURING.search(folded[phrase[1] : begin]):
            return None
        if _ENDS_ONLY.match(folded, phrase[0]):
            return Days(None, first, begin, finish)
        last = None if _STARTS_ONLY.match(folded, phrase[0]) else first
    of_part = phrase[1] <= begin and _ONLY.search(folded[phrase[1] : begin]) is not None
    return Days(first, last, begin, finish, of_part)
