"""Well-known employers: at a coffee shop a "team member" serves, at a warehouse he packs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from noc.groups import unit_groups
from noc.tables import DATA, DataError, mapping
from noc.words import Word, forms, words

_AT: Final = re.compile(r"(?:^|\s)(?:at|@|chez|with|for|from|in|a|au|of)\s+(?:the\s+|a\s+|an\s+)?$")

#: What may stand between a title and its employer: "supervisor at tims", "in tims as supervisor".
_BESIDE: Final = re.compile(r"\s*(?:(?:at|@|in|for|with|chez|as|an?|the|a|[,(-])\s*)*")
_NEAR: Final = 50


@dataclass(frozen=True, slots=True)
class Employer:
    """What an employer's name tells: its sector, and the unit groups of the broad roles there.

    brand: False for a kind of place ("hotel"), which may be part of a title.
    also_a_word: a brand that is an word too ("subway"): an employer only after "at".
    """

    name: str
    sector: str
    brand: bool
    also_a_word: bool
    roles: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def codes(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The unit groups of a role here; () where it is not one of the sector's broad roles."""
        return next((codes for role, codes in self.roles if role == wanted), ())


def employer_in(folded: str, found: Sequence[Word], is_title: bool = False) -> tuple[Employer, int, int] | None:
    """The first employer named among the words, and which words (first, after the last) name it.

    is_title: the text is a title and no more, so that a brand that is a word too may end it: "cashier maxi".
    """
    for first in range(len(found)):
        for size in (3, 2, 1):
            employer = employers().get(tuple(word.form for word in found[first : first + size]))
            if employer is None or first + size > len(found):
                continue
            ends_title = is_title and 0 < first == len(found) - size
            if employer.also_a_word and not ends_title and not _AT.search(folded[: found[first].start]):
                continue
            return employer, first, first + size
    return None


def employer_beside(folded: str, start: int, end: int) -> Employer | None:
    """The employer named right after or before `folded[start:end]`: "supervisor at tims"."""
    after = folded[end : end + _NEAR]
    found = words(after)
    if named := employer_in(after, found):
        employer, first, _ = named
        if _BESIDE.fullmatch(after, 0, found[first].start):
            return employer
    before = folded[max(0, start - _NEAR) : start]
    found = words(before)
    if named := employer_in(before, found):
        employer, _, last = named
        if _BESIDE.fullmatch(before, found[last - 1].end):
            return employer
    return None


@cache
def employers() -> dict[tuple[str, ...], Employer]:
    """Employers by the words of their names. Raises DataError where the file is wrong."""
    path = DATA / "employers.yml"
    known: dict[tuple[str, ...], Employer] = {}
    for sector, entry in mapping(path).items():
        strange = set(entry) - {"brands", "also_words", "places", "roles"}
        if strange:
            raise DataError(f"{path}: {sector}: unknown keys {', '.join(sorted(strange))}")
        roles = _roles(f"{path}: {sector}", entry["roles"])
        for kind in ("brands", "also_words", "places"):
            for name in entry.get(kind, ()):
                key = forms(str(name))
                if not key or len(key) > 3 or key in known:
                    raise DataError(f"{path}: {sector}: {name!r} should have one to three words and stand once")
                known[key] = Employer(str(name), sector, kind != "places", kind == "also_words", roles)
    return known


def _roles(where: str, entry: dict[str, Any]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    roles: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for names, codes in entry.items():
        listed = tuple(str(codes).split(";"))
        if any(code not in unit_groups() for code in listed):
            raise DataError(f"{where}: {names}: {codes!r} should be codes of NOC 2021")
        roles.extend((forms(name), listed) for name in names.split(","))
    return tuple(roles)
