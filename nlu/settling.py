"""Reads where a person intends to live: in Quebec, or anywhere else.

Only an intention is one: "I live in Toronto" tells a place, "I will stay in Toronto" an intention.
Where the wording leaves it open ("Toronto or Montreal", "maybe Quebec"), the fact is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nlu import settling_words as words
from nlu.facts import Fact
from nlu.places import Place
from nlu.text import Text

_DENIED_BEFORE, _UNSURE_BEFORE, _UNSURE_AFTER = 25, 30, 20
_REACH: Final = 60


def read_settling(text: Text, places: Sequence[Place]) -> tuple[list[Fact], list[Place]]:
    """The intention, as at most one fact, and the places that tell it: no work was there."""
    folded = text.folded
    in_canada = [place for place in places if place.country == "CA"]
    is_of_quebec = any(place.province == "QC" for place in in_canada)
    turned_down = list(words.NOT_TO_GO.finditer(folded)) if is_of_quebec else []
    excluded = [
        place
        for place in in_canada
        if place.province == "QC"
        and (
            words.NOT_QUEBEC.search(folded[max(0, place.start - _REACH) : place.start])
            or any(found.end() == place.start for found in turned_down)
            or words.NOT_GOING.match(folded, place.end)
        )
    ]
    intents = list(words.INTENT.finditer(folded))
    if excluded and _speaks_of_home(folded, excluded[0], intents, in_canada):
        start = min(
            [
                excluded[0].start,
                *(found.start() for found in intents if found.start() < excluded[0].start),
            ]
        )
        others = [place for place in in_canada if place not in excluded and _follows(folded, place, intents)]
        stays = words.LEAVES.search(folded[max(0, excluded[0].start - _REACH) : excluded[0].start])
        value = not (stays and words.DENIED.search(folded[max(0, start - 20) : excluded[0].start]))
        return [Fact("outside_quebec", {"value": value}, start, excluded[0].end)], [
            *excluded,
            *others,
        ]
    for found in [*intents, *words.TORN.finditer(folded)]:
        wanted = _wanted(folded, found, in_canada)
        if wanted:
            return [_fact(folded, found, wanted)], wanted
    for place in in_canada:
        if chosen := words.CHOICE.search(folded, 0, place.start):
            outside = place.province != "QC"
            return [Fact("outside_quebec", {"value": outside}, chosen.start(), place.end)], [place]
    return _undecided(folded, in_canada), []


def _undecided(folded: str, places: Sequence[Place]) -> list[Fact]:
    """ "Toronto or Montreal, not decided", "any province": an answer that leaves it open."""
    anywhere = words.ANYWHERE.match(folded)
    torn = words.NOT_DECIDED.search(folded) if places else None
    if not anywhere and not torn:
        return []
    start, end = anywhere.span("said") if anywhere else (places[0].start, places[-1].end)
    return [Fact("outside_quebec", {"value": True}, start, end, True, ({"value": True}, {"value": False}))]


def _speaks_of_home(folded: str, place: Place, intents: Sequence[re.Match[str]], places: Sequence[Place]) -> bool:
    """ "not quebec" is about the future, unless work or the past is told beside it."""
    begin = max(folded.rfind(".", 0, place.start), folded.rfind(",", 0, place.start)) + 1
    before = folded[begin : place.start]
    sentence = max(folded.rfind(sign, 0, place.start) for sign in ".;!?\n")
    if words.NOT_GOING.match(folded, place.end):
        return True
    if any(
        begin <= found.start() or (words.STAYS.match(found.group()) and found.start() > sentence) for found in intents
    ):
        return True
    if place.city is not None:
        return words.ONLY_A_DENIAL.fullmatch(folded[: place.start]) is not None
    if re.search(r"\b(?:work\w*|job|employer|company|studied|study|was|lived|live)\b", before):
        return False
    return not any(other.start < place.start and other.province != "QC" for other in places)


def _wanted(folded: str, found: re.Match[str], places: Sequence[Place]) -> list[Place]:
    """The places right after an intention, the last of "from X to Y"; else one just before it."""
    after = [place for place in places if found.end() <= place.start <= found.end() + _REACH]
    after = [place for place in after if not re.search(r"[.;!?\n]", folded[found.end() : place.start])]
    if not after:
        before = [
            place
            for place in places
            if place.end <= found.start() and not re.search(r"[.;!?\n]", folded[place.end : found.start()])
        ]
        says_here = (
            re.match(r"(?: \w+){0,2} (?:here|there|same|this)\b|(?: now)?\W*$", folded[found.end() :]) is not None
        )
        is_living = says_here and not re.search(r"\bwork", found.group())
        return [before[-1]] if before and is_living and found.start() - before[-1].end <= _REACH else []
    first = after[0]
    between = folded[found.end() : first.start]
    if re.search(r"\b(?:work\w*|since|worked)\b", between) or len(between.split()) > 6:
        return []
    wanted = [first]
    for place in after[1:]:
        gap = folded[wanted[-1].end : place.start]
        if re.fullmatch(r"\s+to\s+", gap) and re.search(r"\bfrom\s+(?:\w+\s+)?$", between):
            return [place]
        if not words.IN_A_ROW.fullmatch(gap):
            break
        wanted.append(place)
    return wanted


def _fact(folded: str, found: re.Match[str], wanted: Sequence[Place]) -> Fact:
    start, end = min(found.start(), wanted[0].start), max(found.end(), wanted[-1].end)
    denied = _is_denied(folded, found)
    leaving = words.LEAVING.search(folded[found.end() : wanted[0].start]) is not None
    values = {(place.province != "QC") is not (denied or leaving) for place in wanted}
    if denied and values == {False}:
        # Not wanting to live in one province leaves every other open, Quebec with them.
        values = {True, False}
    unsure = words.UNSURE.search(folded[max(0, start - _UNSURE_BEFORE) : end + _UNSURE_AFTER])
    value = {"value": True in values}
    if not unsure and len(values) == 1:
        return Fact("outside_quebec", value, start, end)
    return Fact("outside_quebec", value, start, end, True, ({"value": True}, {"value": False}))


def _is_denied(folded: str, found: re.Match[str]) -> bool:
    """ "not planning to live", "I don't want to stay", "no plan to settle"."""
    before = folded[max(0, found.start() - _DENIED_BEFORE) : found.start()]
    return words.DENIED_AT_END.search(before) is not None or words.DENIED.search(found.group()) is not None


def _follows(folded: str, place: Place, intents: Sequence[re.Match[str]]) -> bool:
    return any(0 <= place.start - found.end() <= _REACH for found in intents)
