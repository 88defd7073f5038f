"""Other spellings of a title's words: abbreviations written out in all ways, and slips of the finger mended."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA

from noc.index import title_index
from noc.lexicon import idle_words, role_words
from noc.words import rewrites

#: A word of so many letters is hardly another one with a letter wrong.
_LONG: Final = 8


def spelled(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words with each abbreviation of several readings written out in all ways ("pm")."""
    readings = rewrites().readings
    options = [readings.get(word, ((word,),)) for word in words]
    return [tuple(itertools.chain.from_iterable(choice)) for choice in itertools.product(*options)]


def mended(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The words with unknown ones replaced by known ones a slip away, and whether that is safe.

    One mended word alone is a guess: a "farier" is no furrier. It is safe where only the level or role was mended,
    where another word of the trade was typed as it is known, or where one letter of a long word is wrong.
    """
    index, roles = title_index(), role_words()
    unknown = [word not in index and word not in idle_words("seniority") for word in words]
    if not any(unknown):
        return
    firm = any(not strange and word not in roles for word, strange in zip(words, unknown, strict=True))
    choices = [
        index.corrections(word)[:3] or [word] if strange else [word]
        for word, strange in zip(words, unknown, strict=True)
    ]
    nearest = tuple(choice[0] for choice in choices)
    for option in itertools.islice(itertools.product(*choices), 12):
        if option != words:
            only_roles = all(not strange or word in roles for word, strange in zip(option, unknown, strict=True))
            slips = [(typed, known) for typed, known in zip(words, option, strict=True) if typed != known]
            near = all(len(typed) > 4 for typed, _ in slips)
            plain = all(len(typed) >= _LONG and OSA.distance(typed, known) == 1 for typed, known in slips)
            yield option, near and (only_roles or firm or (plain and option == nearest))
