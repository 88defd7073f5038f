"""Words by what they can say: a level or role that fits many groups, an ordinary word, somebody else's job."""

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
            raise DataError(
                f"{path}, line {line}: the kind should be word or bystander, not {kind!r}"
            )
        table.setdefault(" ".join(forms(word)) or word, kind)
    return table
