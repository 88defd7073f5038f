"""Words by what they can say: a level or role, an ordinary word, or nothing about the job."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from noc.tables import DATA, DataError, rows
from noc.words import forms


@cache
def broad_titles() -> frozenset[tuple[str, ...]]:
    """What fits many unit groups when it stands alone, each as its normal words."""
    return frozenset(forms(word) for _, (word,) in rows(DATA / "broad_words.csv", ("word",)))


@cache
def role_words() -> frozenset[str]:
    """The single broad words: they say the level or role in a longer title."""
    return frozenset(title[0] for title in broad_titles() if len(title) == 1)


@cache
def ordinary_words() -> Mapping[str, str]:
    """Words of everyday messages in normal form -> "word" or "bystander", as the table says.

    Raises DataError where a row is wrong.
    """
    path = DATA / "ordinary_words.csv"
    table: dict[str, str] = {}
    for line, (word, kind) in rows(path, ("word", "kind")):
        if kind not in ("word", "bystander"):
            raise DataError(f"{path}, line {line}: the kind should be word or bystander, not {kind!r}")
        table.setdefault(" ".join(forms(word)) or word, kind)
    return table


@cache
def idle_words(kind: str) -> frozenset[str]:
    """Words that say nothing about which unit group it is, by kind, as the table says.

    Raises DataError where a row is wrong.
    """
    path = DATA / "idle_words.csv"
    kinds = (
        "seniority", "rank", "no_title", "every_job", "person", "town", "place", "telling", "cuisine", "table"
    )  # fmt: skip
    found: set[str] = set()
    for line, (of_kind, said) in rows(path, ("kind", "words")):
        if of_kind not in kinds:
            raise DataError(f"{path}, line {line}: the kind should be one of {', '.join(kinds)}")
        if of_kind == kind:
            found.update(forms(said))
    return frozenset(found)
