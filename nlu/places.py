"""Reads provinces, cities and countries, as people abbreviate and misspell them.

``places_in`` finds every place with its span; ``fact_of`` makes a fact of one. "London" without a
province or a country is ambiguous: Ontario's or England's. What is planned ("moving to Calgary") is
nlu.settling's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nlu import gazetteer
from nlu.facts import Fact
from nlu.phrases import word_set
from nlu.place_names import Entry, look_up, look_up_mistyped
from nlu.text import Text


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in ``raw[start:end]``.

    A province of Canada with or without a city, or another country (its ISO 3166 code).
    """

    province: str | None
    city: str | None
    country: str
    start: int
    end: int
    ambiguous: bool = False


_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)*")
_WITHIN_A_NAME: Final = re.compile(r"[\s.'/-]{1,3}")
_COMMA_OR_SPACE: Final = re.compile(r"[\s,.(/-]{1,3}")
_MOST_WORDS: Final = 5
#: Words after which a name is a place.
_LEADS: Final = word_set(
    "in at from to near around of outside within inside live living based located city town a au "
    "en de depuis vivo mein me except but not into through between or and toward towards leave "
    "leaving"
)
#: Words after which an abbreviation in small letters is one, too ("in bc").
_STRONG_LEADS: Final = word_set("in to from of near at outside not except but or and en around within leave")
#: "planning to stay bc"; "stay bc of my family" tells why.
_OF_A_PLAN: Final = word_set("stay staying settle settling live living move moving relocate shift remain")
_BETWEEN: Final = word_set("the downtown north south east west central greater")
_MOST_BETWEEN: Final = 2
_NOT_A_PLACE: Final = re.compile(
    r"\s+(?:street|st\b|ave(?:nues?)?\b|road|rd\b|drive|college|university|exam|english|certificate|test"
    r"|airlines?|transit|broil)"
)


def places_in(text: Text) -> list[Place]:
    """Every place that the message names, in order; a city and its province are one."""
    words = _Words(text)
    found: list[Place] = []
    at = 0
    while at < len(words):
        place, used = words.place_at(at)
        if place is not None:
            _add(found, place, text.folded)
        at += used
    return found


def fact_of(place: Place) -> Fact:
    """The place as a fact; London has two readings."""
    value = {"province": place.province, "city": place.city, "country": place.country}
    readings: tuple[Mapping[str, str | None], ...] = ()
    if place.ambiguous:
        readings = (value, {"province": None, "city": place.city, "country": "GB"})
    return Fact("place", value, place.start, place.end, place.ambiguous, readings)


def _add(found: list[Place], place: Place, folded: str) -> None:
    """Add a place to the list; the province or country right behind a city joins it."""
    city = found[-1] if found and found[-1].city is not None and place.city is None else None
    if city and place.country == "CA" and place.province != city.province and "QC" in (place.province, city.province):
        # "vancouver, quebec no way": two places between which a person chooses, not one of that name.
        city = None
    may_be_its = place.country == "CA" or (city is not None and city.ambiguous)
    if city and may_be_its and _COMMA_OR_SPACE.fullmatch(folded[city.end : place.start]):
        found[-1] = Place(place.province, city.city, place.country, city.start, place.end)
    else:
        found.append(place)


class _Words:
    """The words of a message, asked for the places they name."""

    def __init__(self, text: Text) -> None:
        self._raw, self._folded = text.raw, text.folded
        self._found = list(_WORD.finditer(text.folded))
        self._said = [word.group() for word in self._found]

    def __len__(self) -> int:
        return len(self._found)

    def place_at(self, at: int) -> tuple[Place | None, int]:
        """The place whose name begins with a word, the longest name first; and the words used."""
        start = self._found[at].start()
        if self._said[at] in gazetteer.ABBREVIATIONS and self._is_abbreviation(at):
            province = gazetteer.ABBREVIATIONS[self._said[at]]
            return Place(province, None, "CA", start, self._found[at].end()), 1
        for used in range(self._longest(at), 0, -1):
            entry, end = self._entry(at, used), self._found[at + used - 1].end()
            if entry and not _NOT_A_PLACE.match(self._folded, end):
                is_london = entry.city == "london"
                return Place(entry.province, entry.city, entry.country, start, end, is_london), used
        return None, 1

    def _entry(self, at: int, used: int) -> Entry | None:
        entry = look_up(" ".join(self._said[at : at + used]))
        if entry is None and used == 1 and self._is_led(at):
            return look_up_mistyped(self._said[at])
        if entry is not None and entry.needs_context and not self._has_context(at, at + used):
            return None
        return entry

    def _longest(self, at: int) -> int:
        """How many words from here on may be one name."""
        used = 1
        while used < _MOST_WORDS and at + used < len(self):
            if not _WITHIN_A_NAME.fullmatch(self._gap(at + used)):
                break
            used += 1
        return used

    def _gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self._folded[self._found[at - 1].end() : self._found[at].start()]

    def _is_led(self, at: int, leads: frozenset[str] = _LEADS) -> bool:
        """True after a preposition, with "the" or "downtown" between at most."""
        for before in range(at - 1, max(-1, at - 2 - _MOST_BETWEEN), -1):
            if self._gap(before + 1).strip():
                return False
            if self._said[before] in leads:
                return True
            if self._said[before] not in _BETWEEN:
                return False
        return False

    def _has_context(self, at: int, following: int) -> bool:
        """True where the wording makes a place of a name: "in Hope", "Hope, BC", no other word.

        "cambridge" and nothing else may be the test.
        """
        if self._is_led(at) or (at == 0 and following == len(self) and self._said[0] != "cambridge"):
            return True
        if following == len(self) or not _COMMA_OR_SPACE.fullmatch(self._gap(following)):
            return False
        after = self._said[following]
        if after in gazetteer.ABBREVIATIONS:
            return after not in gazetteer.ALSO_WORDS or self._is_in_capitals(following)
        entry = look_up(after) or look_up(" ".join(self._said[following : following + 2]))
        return entry is not None and (entry.city is None or entry.country != "CA")

    def _is_in_capitals(self, at: int) -> bool:
        start, end = self._found[at].span()
        return self._raw[start:end].isupper() and not self._raw.isupper()

    def _is_abbreviation(self, at: int) -> bool:
        """ "BC", "in bc", "surrey bc", or nothing else said."""
        if len(self) == 1 or self._is_in_capitals(at):
            return True
        if self._said[at] in gazetteer.ALSO_WORDS:
            return self._ends_a_phrase(at) and self._follows_its_city(at)
        return (
            self._is_led(at, _STRONG_LEADS)
            or self._follows_its_city(at)
            or (self._ends_a_phrase(at) and self._is_led(at, _OF_A_PLAN))
        )

    def _ends_a_phrase(self, at: int) -> bool:
        after = self._folded[self._found[at].end() :].lstrip(" ")[:1]
        return after in ("", ",", ".", ";", ")") or "," in self._gap(at)

    def _follows_its_city(self, at: int) -> bool:
        province = gazetteer.ABBREVIATIONS[self._said[at]]
        if at == 0 or not _COMMA_OR_SPACE.fullmatch(self._gap(at)):
            return False
        before = (look_up(" ".join(self._said[max(0, at - used) : at])) for used in (1, 2, 3))
        return any(entry and entry.city and entry.province == province for entry in before)
