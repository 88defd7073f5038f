"""Reads provinces, cities and countries, as people abbreviate and misspell them.

``places_in`` finds every place with its span; ``read_places`` gives facts. "London" without a word for the province or
the country is ambiguous: Ontario's or England's. What is planned ("moving to Calgary") is nlu.settling's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from nlu import gazetteer
from nlu.facts import Fact
from nlu.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in ``raw[start:end]``: a province with or without a city, or another country (ISO 3166 code)."""

    province: str | None
    city: str | None
    country: str
    start: int
    end: int
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    province: str | None
    city: str | None
    country: str
    needs_context: bool


_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)*")
_GAP: Final = re.compile(r"[\s.'/-]{1,3}")
_MOST_WORDS: Final = 5
_LEADS: Final = frozenset((
    "in", "at", "from", "to", "near", "around", "of", "outside", "within", "inside", "live", "living", "based", "located", "city",
    "town", "a", "au", "en", "de", "depuis", "vivo", "mein", "me", "except", "but", "not", "into", "through", "between", "or",
    "and", "toward", "towards", "leave", "leaving",
))  # fmt: skip
#: After these, an abbreviation in small letters is one, too ("in bc").
_STRONG_LEADS: Final = frozenset("in to from of near at outside not except but or and en around within leave".split())
_BETWEEN: Final = frozenset("the downtown north south east west central greater".split())
_NOT_A_PLACE: Final = re.compile(r"\s+(?:street|st\b|ave\w*|road|rd\b|drive|college|university|exam|english|certificate|test|airlines?|transit|broil)")
_COMMA_OR_SPACE: Final = re.compile(r"[\s,.(/-]{1,3}")
_FUZZY_FROM: Final = 6


def places_in(text: Text) -> list[Place]:
    """Every place that the message names, in order; a city and its province are one."""
    found: list[Place] = []
    words = list(_WORD.finditer(text.folded))
    index = 0
    while index < len(words):
        place, used = _place_at(text, words, index)
        if place is None:
            index += 1
            continue
        found.append(_joined(found, place, text.folded) or place)
        index += used
    return found


def fact_of(place: Place) -> Fact:
    """The place as a fact; London has two readings."""
    value = {"province": place.province, "city": place.city, "country": place.country}
    readings: tuple[Mapping[str, str | None], ...] = ()
    if place.ambiguous:
        readings = (value, {"province": None, "city": place.city, "country": "GB"})
    return Fact("place", value, place.start, place.end, ambiguous=place.ambiguous, readings=readings)


def _joined(found: list[Place], place: Place, folded: str) -> Place | None:
    """A city with the province or country right behind it, as one place (the city is taken from the list)."""
    if not found or place.city is not None or found[-1].city is None:
        return None
    before = found[-1]
    if not _COMMA_OR_SPACE.fullmatch(folded[before.end : place.start]):
        return None
    if place.country != "CA" and not before.ambiguous:
        return None
    found.pop()
    return Place(place.province, before.city, place.country, before.start, place.end)


def _place_at(text: Text, words: list[re.Match[str]], index: int) -> tuple[Place | None, int]:
    first = words[index]
    if first.group() in gazetteer.ABBREVIATIONS and (abbreviated := _abbreviation(text, first, words, index)):
        return abbreviated, 1
    longest = _longest(text.folded, words, index)
    for used in range(longest, 0, -1):
        name = _name(words[index : index + used])
        start, end = first.start(), words[index + used - 1].end()
        entry = _ENTRIES.get(name) or (_mistyped(name) if used == 1 and _is_led(text.folded, words, index) else None)
        if entry is None or _NOT_A_PLACE.match(text.folded, end):
            continue
        if entry.needs_context and not _has_context(text, words, index, index + used):
            continue
        is_london = entry.city == "london"
        return Place(entry.province, entry.city, entry.country, start, end, ambiguous=is_london), used
    return None, 1


def _name(words: list[re.Match[str]]) -> str:
    name = " ".join(word.group() for word in words)
    return re.sub(r"\b(?:saint|sainte)\b", "st", name)


def _longest(folded: str, words: list[re.Match[str]], index: int) -> int:
    used = 1
    while used < _MOST_WORDS and index + used < len(words):
        if not _GAP.fullmatch(folded[words[index + used - 1].end() : words[index + used].start()]):
            break
        used += 1
    return used


def _is_led(folded: str, words: list[re.Match[str]], index: int, leads: frozenset[str] = _LEADS) -> bool:
    """True after a preposition, with "the" or "downtown" between at most."""
    for at in range(index - 1, max(-1, index - 4), -1):
        if folded[words[at].end() : words[at + 1].start()].strip():
            return False
        if words[at].group() in leads:
            return True
        if words[at].group() not in _BETWEEN:
            return False
    return False


def _has_context(text: Text, words: list[re.Match[str]], index: int, following: int) -> bool:
    """True where the wording makes a place of a name: "in London", "London, ON", "London" as the whole message."""
    start, end = words[index].start(), words[following - 1].end()
    alone = text.folded[start:end] != "cambridge" and not text.folded[:start].strip(" ,.-") and not text.folded[end:].strip(" ,.!-")
    if alone or _is_led(text.folded, words, index):
        return True
    after = words[following] if following < len(words) else None
    if after is None or not _COMMA_OR_SPACE.fullmatch(text.folded[end : after.start()]):
        return False
    code = gazetteer.ABBREVIATIONS.get(after.group())
    if code and (after.group() not in ("on", "ab", "nt", "pe", "nu") or text.raw[after.start() : after.end()].isupper()):
        return True
    entry = _ENTRIES.get(after.group()) or _ENTRIES.get(_name(words[following : following + 2]))
    return entry is not None and (entry.city is None or entry.country != "CA")


def _abbreviation(text: Text, word: re.Match[str], words: list[re.Match[str]], index: int) -> Place | None:
    said, start, end = word.group(), word.start(), word.end()
    place = Place(gazetteer.ABBREVIATIONS[said], None, "CA", start, end)
    alone = len(words) == 1
    if text.raw[start:end].isupper() and not text.raw.isupper() or alone:
        return place
    if said in gazetteer.SAFE_AFTER_IN and _is_led(text.folded, words, index, _STRONG_LEADS):
        return place
    return place if _follows_a_city(text, words, index) else None


def _follows_a_city(text: Text, words: list[re.Match[str]], index: int) -> bool:
    """ "surrey bc", "toronto on": an abbreviation behind a city of that province; for "on", nothing may follow but an end."""
    start, end = words[index].span()
    province = gazetteer.ABBREVIATIONS[words[index].group()]
    if words[index].group() in ("on", "ab", "nt", "pe", "nu"):
        is_closed = not text.folded[end:].strip() or text.folded[end : end + 1] in ",.;)" or text.folded[start - 2 : start] == ", "
        if not is_closed:
            return False
    for used in (1, 2, 3):
        entry = _ENTRIES.get(_name(words[max(0, index - used) : index]))
        if entry is not None and entry.city is not None and entry.province == province:
            return _COMMA_OR_SPACE.fullmatch(text.folded[words[index - 1].end() : start]) is not None
    return False


def _entries() -> Iterator[tuple[str, _Entry]]:
    weak = gazetteer.NEEDS_CONTEXT
    for country, names in gazetteer.COUNTRIES.items():
        for name in names.split(", "):
            yield name, _Entry(None, None, country, name in gazetteer.COUNTRY_NEEDS_CONTEXT)
    for province, names in gazetteer.PROVINCES.items():
        for name in names.split(", "):
            yield name, _Entry(province, None, "CA", name in weak)
    for province, names in gazetteer.CITIES.items():
        for name in names.split(", "):
            yield name, _Entry(province, name, "CA", name in weak)


_ENTRIES: Final[dict[str, _Entry]] = dict(_entries())
_ENTRIES.update({wrong: _ENTRIES[right] for wrong, right in gazetteer.MISSPELT.items()})
_LONG_NAMES: Final = tuple(name for name in _ENTRIES if len(name) >= _FUZZY_FROM and " " not in name and not _ENTRIES[name].needs_context and (_ENTRIES[name].country == "CA" or len(name) > 7))


@lru_cache(maxsize=2048)
def _mistyped(word: str) -> _Entry | None:
    """The place one slip away (two in long names), for a word that stands where a place does."""
    if len(word) < _FUZZY_FROM or word in _NOT_MISTYPED:
        return None
    for name in _LONG_NAMES:
        allowed = 2 if len(name) >= 9 else 1
        if word[0] == name[0] and OSA.distance(word, name, score_cutoff=allowed) <= allowed:
            return _ENTRIES[name]
    return None


_NOT_MISTYPED: Final = frozenset("settle another college company country kitchen ingles office hospital restaurant canada spare indian russian italian mexican".split())


def countries_pattern() -> str:
    """A regular expression for any country but Canada, and for "abroad" in other words."""
    names = [name for listed in gazetteer.COUNTRIES.values() for name in listed.split(", ")]
    names += gazetteer.SOMEWHERE_ELSE
    return r"(?:" + "|".join(re.escape(name).replace(r"\ ", r"[\s.]+") for name in sorted(names, key=len, reverse=True)) + r")\b"
