"""Looks names of places up: the gazetteer as one table, misspelt names, words for "abroad"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import OSA

from nlu import gazetteer
from nlu.phrases import word_set


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for. needs_context: it may as well be no place at all."""

    province: str | None
    city: str | None
    country: str
    needs_context: bool


def _entries() -> Iterator[tuple[str, Entry]]:
    weak = gazetteer.NEEDS_CONTEXT
    for country, listed in gazetteer.COUNTRIES.items():
        for name in gazetteer.names(listed):
            yield name, Entry(None, None, country, name in weak)
    for province, listed in gazetteer.PROVINCES.items():
        for name in gazetteer.names(listed):
            yield name, Entry(province, None, "CA", name in weak)
    for province, listed in gazetteer.CITIES.items():
        for name in gazetteer.names(listed):
            yield name, Entry(province, name, "CA", name in weak)


_ENTRIES: Final[dict[str, Entry]] = dict(_entries())
_ENTRIES.update(
    (wrong, _ENTRIES[city]) for city, listed in gazetteer.MISSPELT.items() for wrong in gazetteer.names(listed)
)
_SAINT: Final = re.compile(r"\b(?:saint|sainte)\b")

_SHORTEST, _SHORTEST_ABROAD, _LONG = 6, 8, 9
_CORRECTABLE: Final = tuple(
    (name, entry)
    for name, entry in _ENTRIES.items()
    if name.isalpha()
    and not entry.needs_context
    and len(name) >= (_SHORTEST if entry.country == "CA" else _SHORTEST_ABROAD)
)
#: Ordinary words a slip or two away from a place.
_RIGHT_AS_THEY_ARE: Final = word_set(
    "settle another college company country kitchen ingles office hospital restaurant canada spare "
    "indian russian italian mexican"
)


def look_up(name: str) -> Entry | None:
    """The place of that folded name, with single spaces between its words."""
    return _ENTRIES.get(_SAINT.sub("st", name))


def look_up_mistyped(word: str) -> Entry | None:
    """The place one slip away from a word (two in a long name)."""
    if len(word) < _SHORTEST or word in _RIGHT_AS_THEY_ARE:
        return None
    for name, entry in _CORRECTABLE:
        slips = 2 if len(name) >= _LONG else 1
        if word[0] == name[0] and OSA.distance(word, name, score_cutoff=slips) <= slips:
            return entry
    return None


def countries_pattern() -> str:
    """A regular expression for any country but Canada, and for "abroad" in other words."""
    names = {name for name, entry in _entries() if entry.country != "CA"}
    longest_first = sorted(names | gazetteer.SOMEWHERE_ELSE, key=lambda name: (-len(name), name))
    spaced = (re.escape(name).replace(r"\ ", r"[\s.]+") for name in longest_first)
    return rf"(?:{'|'.join(spaced)})\b"
