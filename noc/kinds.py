"""Which kind of manager? What to offer where a word says the level or role and no trade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from noc.groups import UnitGroup, unit_groups
from noc.lexicon import broad_titles
from noc.query import read_query
from noc.tables import DATA, DataError, mapping, rows
from noc.words import forms

#: A question with more choices is not read on a phone.
MOST_KINDS: Final = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of a broad role. said: the trade or place, fit for a button ("retail store")."""

    said: str
    unit_group: UnitGroup


def kinds(title: str) -> tuple[Kind, ...]:
    """The most frequent kinds of a broad title, at most six, the most frequent first.

    Seniority may stand beside it ("senior manager"). () where the title is not broad, or its employer tells the kind.
    """
    asked = read_query(title)
    if asked.employer and asked.employer.codes(asked.role):
        return ()
    known = _kinds()
    for words in (asked.words, asked.title, asked.plain, asked.role):
        if words in known:
            return known[words]
    broad = [word for word in asked.plain if (word,) in known and (word,) in broad_titles()]
    return known[(broad[-1],)] if broad and all((word,) in broad_titles() for word in asked.plain) else ()


@cache
def fields() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Lines of work that people name instead of a title, in normal words -> codes, likeliest first.

    Raises DataError where a row is wrong.
    """
    path = DATA / "fields.csv"
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line, (field, listed) in rows(path, ("field", "codes")):
        codes = tuple(listed.split(";"))
        if any(code not in unit_groups() for code in codes) or forms(field) in table:
            raise DataError(f"{path}, line {line}: {field!r} should have codes of NOC 2021, and stand once")
        table[forms(field)] = codes
    return table


@cache
def _kinds() -> dict[tuple[str, ...], tuple[Kind, ...]]:
    """Raises DataError where the file is wrong."""
    path = DATA / "kinds.yml"
    table: dict[tuple[str, ...], tuple[Kind, ...]] = {}
    for name, entry in mapping(path).items():
        if set(entry) != {"said", "kinds"} or not 1 < len(entry["kinds"]) <= MOST_KINDS:
            raise DataError(f"{path}: {name}: should hold said, and two to {MOST_KINDS} kinds")
        unknown = [code for code in map(str, entry["kinds"].values()) if code not in unit_groups()]
        if unknown:
            raise DataError(f"{path}: {name}: NOC 2021 has no {', '.join(unknown)}")
        found = tuple(Kind(said, unit_groups()[str(code)]) for said, code in entry["kinds"].items())
        for word in entry["said"]:
            if table.setdefault(forms(word), found) is not found:
                raise DataError(f"{path}: {word!r} stands under two names")
    return table
