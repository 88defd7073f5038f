"""Brings the many spellings of a job title to the same words: "sales-person", "Salesmen"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from noc.tables import DATA, DataError, rows

_TOKEN: Final = re.compile(r"\.net\b|\bc\+\+|\bc#|\b(?:[a-z]\.)+[a-z]\b|(?![dlnjcqs]')(?!(?<=')s\b)[a-z0-9]+")
_PERSON: Final = re.compile(r"(.{3,}?)(?:wom[ae]n|m[ae]n|persons?|people)")
_NOT_PLURALS: Final = frozenset({"securities"})
_NOT_PERSONS: Final = frozenset({"german", "norman", "ottoman", "specimen", "regimen", "abdomen"})
_FEMININE: Final = (
    ("euse", "eur"), ("trice", "teur"), ("iere", "ier"), ("ienne", "ien"), ("ante", "ant"),
    ("ere", "er"),
)  # fmt: skip
_MUTE_E: Final = "adjointe agente avocate assistante employee preposee independante"
_FRENCH_E: Final = frozenset(_MUTE_E.split())
_ENGLISH_FILLERS: Final = "a an and at for from i in me my of on or our the to with your his her etc"
_FRENCH_FILLERS: Final = "au aux chez de des du en et la le les ou par pour un une"
#: Words that carry no part of a title.
FILLERS: Final = frozenset(f"{_ENGLISH_FILLERS} {_FRENCH_FILLERS}".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word in its normal form, and the span of the text that it was read from."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rewrites:
    """What stands for what: `same` holds everywhere, `readings` are each tried in a search.

    first: the words that a phrase of `same` begins with; longest: the most words that one has.
    """

    same: Mapping[tuple[str, ...], tuple[str, ...]]
    readings: Mapping[str, tuple[tuple[str, ...], ...]]
    first: frozenset[str]
    longest: int


def fold(text: str) -> str:
    """Lower case without accents, letter for letter: the result is as long as the text."""
    return text.lower() if text.isascii() else "".join(map(_fold_letter, text))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter in "’‘ʼ`´":
        return "'"
    base = unicodedata.normalize("NFKD", letter)[:1].lower()
    return base if len(base) == 1 else letter


def words(text: str) -> list[Word]:
    """The words of a text in normal form, fillers left out, abbreviations written out.

    A word that was written out of an abbreviation has the span of the abbreviation.
    """
    found: list[Word] = []
    for match in _TOKEN.finditer(fold(text)):
        form = _form(match.group())
        if form not in FILLERS:
            found.append(Word(form, *match.span()))
    return [
        Word(form, found[first].start, found[last].end)
        for form, first, last in _rewritten([word.form for word in found])
    ]


def forms(text: str) -> tuple[str, ...]:
    """Only the normal forms of the words of a text."""
    found = [form for form in map(_form, _TOKEN.findall(fold(text))) if form not in FILLERS]
    if rewrites().first.isdisjoint(found):
        return tuple(found)
    return tuple(form for form, _, _ in _rewritten(found))


@lru_cache(maxsize=65536)
def _form(token: str) -> str:
    return token if token == ".net" else stem(token.replace(".", ""))


def _rewritten(found: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The forms with phrases of rewrites.csv replaced, and the first and last form each was."""
    table = rewrites()
    at = 0
    while at < len(found):
        if found[at] in table.first:
            for size in range(min(table.longest, len(found) - at), 0, -1):
                full = table.same.get(tuple(found[at : at + size]))
                if full is not None:
                    yield from ((form, at, at + size - 1) for form in full)
                    at += size
                    break
            else:
                yield found[at], at, at
                at += 1
        else:
            yield found[at], at, at
            at += 1


def stem(word: str) -> str:
    """A word without plural or gender: "drivers" is "driver", "caissière" is "caissier"."""
    if word.isdigit() or len(word) < 4 or word in _NOT_PLURALS:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    person = _PERSON.fullmatch(word)
    if person and word not in _NOT_PERSONS:
        return person[1] + "person"
    if word in _FRENCH_E:
        return word[:-1]
    for ending, masculine in _FEMININE:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + masculine
    return word


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """What "driver", "driving" and "drive" share; for a near match only, never for a sure one."""
    for ending in (
        "isation", "ization", "ement", "ation", "trator", "trative", "tration", "ment", "ing",
        "ist", "eur", "er", "or", "al", "ic", "e", "y",
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


@cache
def rewrites() -> Rewrites:
    """The table of abbreviations and spellings. Raises DataError where a row is wrong."""
    same: dict[tuple[str, ...], tuple[str, ...]] = {}
    readings: dict[str, tuple[tuple[str, ...], ...]] = {}
    path = DATA / "rewrites.csv"
    for line, (short, full) in rows(path, ("written", "means")):
        written = _plain_forms(short)
        means = tuple(_plain_forms(reading) for reading in full.split("|"))
        if not written or not all(means):
            raise DataError(f"{path}, line {line}: neither column may be empty")
        if written in same or " ".join(written) in readings:
            raise DataError(f"{path}, line {line}: {short!r} is in the table twice")
        if len(means) == 1:
            same[written] = means[0]
        elif len(written) == 1:
            readings[written[0]] = means
        else:
            raise DataError(f"{path}, line {line}: only a single word can have several readings")
    first = frozenset(phrase[0] for phrase in same)
    return Rewrites(same, readings, first, max(map(len, same)))


def _plain_forms(text: str) -> tuple[str, ...]:
    return tuple(form for form in map(_form, _TOKEN.findall(fold(text))) if form not in FILLERS)
