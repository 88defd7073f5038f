"""Reads what people say they do, "i fix cars", as the titles of those who do it: "car mechanic"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from noc.tables import DATA, DataError, rows
from noc.words import fold

_WHO: Final = r"(?:i|we)\s*(?:'?m|am|was|have been|'?ve been|used to|can|will)?\b|im"
_HOW: Final = r"(?:(?:just|mostly|mainly|usually|also|only|always|basically|currently|now|still)\s+)*"
#: What may stand before the trade: "i fix peoples cars", "i drive a truck".
_SMALL: Final = r"(?:(?:the|a|an|my|all|different|some|various|peoples?'?|big|small|new|old)\s+)*"
_SAID: Final = re.compile(rf"^\W*(?:(?P<who>{_WHO})\s+)?{_HOW}(?P<verb>[a-z]+)\b\s*{_SMALL}(?P<rest>.*)$")
_PLACE: Final = re.compile(r"(?:^|\s+)(?:at|@|in|for|with|on|from|to|of|and|all|as|by|every|during)\b.*$")
#: Objects that say no more than the verb does: "hvac units", "electrical stuff".
_VAGUE: Final = re.compile(r"\s+(?:units?|stuff|things?|systems?|work|jobs?|duty|duties|orders)$")
#: "i am doing job as cook": a title follows.
_NO_OBJECT: Final = frozenset({"job", "work", "duty"})
_EMPLOYER: Final = re.compile(r"\s+(?:at|@|for|with)\s+.*$")


def titles_of(said: str) -> tuple[str, ...]:
    """The titles that somebody may have who says this of the work, likeliest first.

    () where it does not say "i ..." and what is done, or the verb is of no trade.
    """
    found = _SAID.match(fold(said))
    if found is None or found["verb"] not in _verbs():
        return ()
    if found["who"] is None and not found["verb"].endswith("ing"):
        return ()
    done = _PLACE.sub("", found["rest"]).strip()
    if done in _NO_OBJECT:
        return ()
    where = employer[0] if (employer := _EMPLOYER.search(" " + found["rest"])) else ""
    objects = dict.fromkeys((done, _VAGUE.sub("", done)))
    return tuple(dict.fromkeys(_titles(found["verb"], tuple(objects), where)))


def says_i(said: str) -> bool:
    """Whether it opens with "i", so that it is a sentence and no title."""
    found = _SAID.match(fold(said))
    return found is not None and found["who"] is not None


def _titles(verb: str, objects: tuple[str, ...], where: str) -> Iterator[str]:
    for agent in _verbs()[verb]:
        for done in objects:
            title = f"{done} {agent}".strip()
            if where:
                yield title + where
            if title:
                yield title


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """Every form of each verb, and the words of the titles of those who do it.

    Raises DataError where a row is wrong.
    """
    path = DATA / "doing.csv"
    table: dict[str, tuple[str, ...]] = {}
    for line, (verb, listed) in rows(path, ("verb", "titles")):
        if not verb.isalpha() or verb in table:
            raise DataError(f"{path}, line {line}: {verb!r} should be one verb, once in the table")
        stem = verb[:-1] if verb.endswith("e") else verb
        forms = (verb, verb + "s", stem + "ing", stem + verb[-1] + "ing", stem + "ed", stem + verb[-1] + "ed")
        table |= dict.fromkeys(forms, tuple(listed.split("|")))
    return table
