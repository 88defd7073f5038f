"""Cuts what a person typed down to the title: lead-in, employer, dates and seniority come off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from noc.employers import Employer, employer_in
from noc.lexicon import idle_words
from noc.words import fold, forms, words

_GREETING: Final = r"(?:(?:hi|hello|hey|ok|okay|so|well|yes|actually|bonjour)\b\W*)*"
_NAMES: Final = "job title|job|title|position|occupation|role|designation|profession"
_I_AM: Final = "|".join(
    (
        r"i\s*(?:am|'?m|was|have been|work(?:ed|ing)?)|im|je (?:suis|travaille)",
        rf"my (?:current )?(?:{_NAMES})(?: is| was)?",
        r"work(?:ing|ed)?(?= as| like)|employed|currently|presently",
        r"(?:doing|did)(?: (?:a |my )?(?:job|work|duty))?(?= as)",
        r"(?:job(?: title)?|position)(?= ?[:=-]| is| was| as)|title|designation|occupation",
    )
)
_STILL: Final = "is|was|currently|presently|now|still|working|employed|comme|as|like"
_LEAD_IN: Final = re.compile(
    rf"^\W*{_GREETING}(?:(?:{_I_AM})\b[\s:=-]*)*(?:(?:{_STILL})\b\s*)*(?:(?:an?|the|un|une)\b\s*)?"
)
_STOP: Final = re.compile(
    r"\s+(?:since|from(?! home)|until|till|untill|depuis|started|starting|(?:full|part)[ -]?time"
    r"|on (?:a )?(?:pgwp|work permit|open)"
    r"|for (?:the )?(?:last|past|about|almost|over|\d+|one|two|three|a year)"
    r"|\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|years?|yrs?|months?)\b).*$"
)
_AT: Final = re.compile(r"\s+(?:at|@|chez)\s")
_TRAILING: Final = re.compile(r"(?:^|\s+)(?:at|@|with|chez|for|from|in|of)(?:\s+(?:the|an?))?$")
#: No title has more words; of a longer text the beginning is read, so that no text takes long.
MOST_WORDS: Final = 20
_EDGES: Final = " .,!?;:-\"'()"
_PLACE: Final = re.compile(r"\s+(?:at|@|with|chez|for|in|inside|dans|on|au|a l'|a la)\s+.*$")


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for.

    text: the title as typed, lower case, without lead-in, employer or dates.
    words: all its words, those of an employer too.
    title: its words without the name of a brand; "hotel" in "hotel manager" is no brand and stays.
    plain: the title without seniority and terms of work at either end.
    role: plain without any employer's words, to look up among the roles of the employer's sector.
    before_place: the words before "in", "for", "with", where there are any.
    """

    text: str
    words: tuple[str, ...]
    title: tuple[str, ...]
    plain: tuple[str, ...]
    role: tuple[str, ...]
    before_place: tuple[str, ...]
    employer: Employer | None


def read_query(said: str) -> Query:
    """The parts of a title in a text of at most a few words."""
    folded = _STOP.sub("", _LEAD_IN.sub("", fold(said).strip())).strip(_EDGES)
    found = words(folded)[:MOST_WORDS]
    every = tuple(word.form for word in found)
    text, employer = folded, None
    title = role = every
    if known := employer_in(folded, found, is_title=True):
        employer, first, last = known
        role = every[:first] + every[last:]
        if employer.brand:
            title = role
            before = _TRAILING.sub("", folded[: found[first].start].rstrip())
            after = folded[found[last - 1].end :].strip()
            text = f"{before.strip()} {after}".strip() or folded
    elif at := _AT.search(folded):
        text = folded[: at.start()]
        title = role = forms(text)[:MOST_WORDS]
    place = _PLACE.search(text)
    return Query(
        text=text,
        words=every,
        title=title,
        plain=_without_seniority(title),
        role=_without_seniority(role),
        before_place=_without_seniority(forms(text[: place.start()])[:MOST_WORDS]) if place else (),
        employer=employer,
    )


def without_rank(plain: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The title with fewer and fewer words of rank at its ends: "lead cook" -> "cook"."""
    idle = idle_words("rank") | idle_words("seniority")
    for size in range(len(plain) - 1, 0, -1):
        for first in (len(plain) - size, 0):
            if idle.issuperset(plain[:first] + plain[first + size :]):
                yield plain[first : first + size]


def without_place(plain: tuple[str, ...]) -> tuple[str, ...]:
    """The title without the kind of place at its ends: "receptionist dental clinic" -> "receptionist dental"."""
    return _without(plain, idle_words("place"))


def without_cuisine(plain: tuple[str, ...]) -> tuple[str, ...]:
    """The title without whose food it is: "korean restaurant server" -> "restaurant server"."""
    if idle_words("table").isdisjoint(plain):
        return plain
    return tuple(word for word in plain if word not in idle_words("cuisine")) or plain


def _without_seniority(found: tuple[str, ...]) -> tuple[str, ...]:
    return _without(found, idle_words("seniority") | idle_words("town") | idle_words("person"))


def _without(found: tuple[str, ...], idle: frozenset[str]) -> tuple[str, ...]:
    first, last = 0, len(found)
    while first < last - 1 and found[first] in idle:
        first += 1
    while last > first + 1 and found[last - 1] in idle:
        last -= 1
    return found[first:last]
