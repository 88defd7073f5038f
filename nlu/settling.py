"""Reads where a person intends to live: in Quebec, or anywhere else.

Only an intention is one: "I live in Toronto" tells a place, "I will stay in Toronto" an intention.
Where the wording leaves it open ("Toronto or Montreal", "maybe Quebec"), the fact is ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nlu.facts import Fact
from nlu.phrases import any_of
from nlu.places import Place
from nlu.text import Text

_LIVE: Final = (
    r"(?:liv(?:e|ing)|settl(?:e|ing|ed)|stay(?:ing)?|mov(?:e|ing)|relocat(?:e|ing)|resid(?:e|ing)|remain(?:ing)?"
    r"|shift(?:ing)?|be|continue living|keep living)"
)
_PLAN: Final = (
    r"(?:plan(?:s|ning|ned)?|intend(?:s|ing)?|intention|intent|want|wanna|wants|wish|hope|hoping|going|gonna|gona|will"
    r"|would(?: like| love| prefer)?|'?ll|prefer|like|looking|decided|dream|thinking|think|goal|aim)"
)
_TO: Final = (
    r"(?:is|to|of|on|about|for|be|i|will|also|definitely|still|just|not|never|like|love|permanently|n't|always|only"
    r"|probably|maybe)"
)
_INTENT: Final = re.compile(
    any_of(
        rf"\b{_PLAN}\b(?: {_TO})* {_LIVE}\b",
        r"\b(?:we|i) (?:go|gonna|gona) (?:to )?(?:live|stay|settle|move)\b",
        r"\b(?:staying|settling|moving|relocating|shifting|remaining|will (?:be|live|stay)|won'?t live|settle|stay"
        r"|relocate|continue living)\b(?: (?:permanently|here|there|only|definitely))*"
        r"(?= (?:in|to|at|with|here|there|out|outside|within))",
        r"\b(?:my|our) (?:plan|intention|goal|future)(?: (?:is|will be))+(?= )",
        r"\bis (?:my|our) home\b",
        r"\bno plans?\b(?= (?:for|of|to|in)\b)",
        r"\b(?:and|am|i'?m) (?:staying|settling|remaining)\b(?=\W*(?:,|$))",
        r"\b(?:veux|voudrais|compte|souhaite|vais|prevois|aimerais|"
        r"pense|pensons|envisage|espere|voulons|allons|comptons)\b(?: \w+){0,2} "
        r"(?:vivre|rester|demeurer|habiter|demenager|m'installer|m'etablir|installer)\b",
        r"\b(?:quiero|voy a|pienso|queremos) (?:vivir|quedar(?:me|nos)|mudar(?:me|nos))\b",
        r"\b(?:quero|vou|pretendo|queremos|vamos) (?:me )?(?:mudar|morar|ficar|viver)\b",
        r"\b(?:on|nous|je) (?:demenage\w*|reste\w*)\b|\bon (?:veut|va|compte|pense) "
        r"(?:vivre|rester|demeurer|habiter|demenager|s'installer)\b",
        r"\br[ea]hna (?:hai|chahta|chahti)\b",
    )
)
#: No intention yet, but one that is being made: the fact is ambiguous.
_TORN: Final = re.compile(
    any_of(
        r"\b(?:(?:not |un)?decided?|deciding|choosing|choose|confused|thinking)\b(?: \w+){0,2}"
        r"(?= (?:between|in|about|if|to)\b)",
        r"^\W*(?:(?:not sure|i think|i'?m|but|i|yes|or|don'?t know) )*"
        r"(?:maybe|may be|perhaps|probably|possibly|might)\b",
    )
)
#: "i want gatineau": a choice of the place itself.
_CHOICE: Final = re.compile(
    r"\b(?:(?:i|we|only|just|still|yes|no|je|on) (?:want|wanna|prefer|choose|chose|pick|veux|prefere|choisis)"
    r"|quiero|prefiero|gusto (?:ko|namin)(?: sa)?)\s(?:(?:in|to|the|sa|en|only) )*$"
)
_STAYS: Final = re.compile(r"(?:and|am|i'?m) ")
_ANYWHERE: Final = re.compile(
    r"\W*(?:(?:yes|in|ok) )*(?P<said>any ?where|any (?:province|city|place))"
    r"(?: (?:in canada|is ok|is fine|ok|fine))*\W*$"
)
_NOT_DECIDED: Final = re.compile(r"\b(?:not (?:yet )?decided|undecided|haven'?t decided|not sure yet)\b")
_THE_PROVINCE: Final = r"\s+(?:the )?(?:province of )?$"
#: "not leave Quebec" is to stay there, unlike "not in Quebec".
_LEAVES: Final = re.compile(rf"\b(?:leav(?:e|ing)|out(?:side)? of|outside|out|away from|anywhere but){_THE_PROVINCE}")
_DENIED: Final = re.compile(r"\b(?:not|never|no|don'?t|won'?t|wouldn'?t|didn'?t|doesn'?t|isn'?t|nahi|pas|nor)\b")
_NOT_QUEBEC: Final = re.compile(
    r"\b(?:but|except(?:ing)?(?: for)?|not(?: in| to)?|outside(?: of)?|out of|other than|besides|apart from|excluding"
    r"|no(?: plans?(?: (?:for|of|in|to))?(?: (?:go|move|live)(?: to| in)?)?)?"
    r"|without|never(?: in)?|hors(?: du| de)?|sauf(?: le| au)?|pas (?:au|a|le|en)|leav(?:e|ing)|away from|non"
    rf"|rest of canada(?: not)?){_THE_PROVINCE}"
)
_NOT_GOING: Final = re.compile(r" (?:(?:me|mein|ch|vich|side|to|toh) )*(?:nahi+n?|nai|nhi) (?:jaa?na|r[ea]hna)\b")
_ONLY_A_DENIAL: Final = re.compile(
    r"\W*(?:(?:yes|no|but|sure|definitely)\W+)*(?:not|never|outside|anywhere but) (?:in |to )?"
)
_IN_A_ROW: Final = re.compile(r"\s*(?:,|/|or|ou|and|&|then)\s*(?:in |to |maybe )*$")
_UNSURE: Final = re.compile(
    r"\b(?:maybe|may be|perhaps|not sure|unsure|dont know|don't know|not decided|undecided"
    r"|depends|either|might|possibly|thinking about|no idea)\b"
)
_LEAVING: Final = re.compile(r"\b(?:out of|outside(?: of)?|away from)\s+(?:\w+ )?$")
_DENIED_AT_END: Final = re.compile(
    r"\b(?:not|never|don'?t|won'?t|wouldn'?t|didn'?t|doesn'?t|nahi|pas|nor|no)\s+"
    r"(?:(?:really|have|any|the|a|been|at all|even) )*$"
)
_DENIED_BEFORE, _UNSURE_BEFORE, _UNSURE_AFTER = 25, 30, 20
_REACH: Final = 60


def read_settling(text: Text, places: Sequence[Place]) -> tuple[list[Fact], list[Place]]:
    """The intention, as at most one fact, and the places that tell it: no work was there."""
    folded = text.folded
    in_canada = [place for place in places if place.country == "CA"]
    excluded = [
        place
        for place in in_canada
        if place.province == "QC"
        and (
            _NOT_QUEBEC.search(folded[max(0, place.start - _REACH) : place.start])
            or _NOT_GOING.match(folded, place.end)
        )
    ]
    intents = list(_INTENT.finditer(folded))
    if excluded and _speaks_of_home(folded, excluded[0], intents, in_canada):
        start = min(
            [
                excluded[0].start,
                *(found.start() for found in intents if found.start() < excluded[0].start),
            ]
        )
        others = [place for place in in_canada if place not in excluded and _follows(folded, place, intents)]
        stays = _LEAVES.search(folded[max(0, excluded[0].start - _REACH) : excluded[0].start])
        value = not (stays and _DENIED.search(folded[max(0, start - 20) : excluded[0].start]))
        return [Fact("outside_quebec", {"value": value}, start, excluded[0].end)], [
            *excluded,
            *others,
        ]
    for found in [*intents, *_TORN.finditer(folded)]:
        wanted = _wanted(folded, found, in_canada)
        if wanted:
            return [_fact(folded, found, wanted)], wanted
    for place in in_canada:
        if chosen := _CHOICE.search(folded, 0, place.start):
            outside = place.province != "QC"
            return [Fact("outside_quebec", {"value": outside}, chosen.start(), place.end)], [place]
    return _undecided(folded, in_canada), []


def _undecided(folded: str, places: Sequence[Place]) -> list[Fact]:
    """ "Toronto or Montreal, not decided", "any province": an answer that leaves it open."""
    anywhere = _ANYWHERE.match(folded)
    torn = _NOT_DECIDED.search(folded) if places else None
    if not anywhere and not torn:
        return []
    start, end = anywhere.span("said") if anywhere else (places[0].start, places[-1].end)
    return [Fact("outside_quebec", {"value": True}, start, end, True, ({"value": True}, {"value": False}))]


def _speaks_of_home(folded: str, place: Place, intents: Sequence[re.Match[str]], places: Sequence[Place]) -> bool:
    """ "not quebec" is about the future, unless work or the past is told beside it."""
    begin = max(folded.rfind(".", 0, place.start), folded.rfind(",", 0, place.start)) + 1
    before = folded[begin : place.start]
    sentence = max(folded.rfind(sign, 0, place.start) for sign in ".;!?\n")
    if any(begin <= found.start() or (_STAYS.match(found.group()) and found.start() > sentence) for found in intents):
        return True
    if place.city is not None:
        return _ONLY_A_DENIAL.fullmatch(folded[: place.start]) is not None
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
        if not _IN_A_ROW.fullmatch(gap):
            break
        wanted.append(place)
    return wanted


def _fact(folded: str, found: re.Match[str], wanted: Sequence[Place]) -> Fact:
    start, end = min(found.start(), wanted[0].start), max(found.end(), wanted[-1].end)
    denied = _is_denied(folded, found)
    leaving = _LEAVING.search(folded[found.end() : wanted[0].start]) is not None
    values = {(place.province != "QC") is not (denied or leaving) for place in wanted}
    if denied and values == {False}:
        # Not wanting to live in one province leaves every other open, Quebec with them.
        values = {True, False}
    unsure = _UNSURE.search(folded[max(0, start - _UNSURE_BEFORE) : end + _UNSURE_AFTER])
    value = {"value": True in values}
    if not unsure and len(values) == 1:
        return Fact("outside_quebec", value, start, end)
    return Fact("outside_quebec", value, start, end, True, ({"value": True}, {"value": False}))


def _is_denied(folded: str, found: re.Match[str]) -> bool:
    """ "not planning to live", "I don't want to stay", "no plan to settle"."""
    before = folded[max(0, found.start() - _DENIED_BEFORE) : found.start()]
    return _DENIED_AT_END.search(before) is not None or _DENIED.search(found.group()) is not None


def _follows(folded: str, place: Place, intents: Sequence[re.Match[str]]) -> bool:
    return any(0 <= place.start - found.end() <= _REACH for found in intents)
