"""Every known job title and the unit groups it fits: official, everyday and imported ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from noc.groups import unit_groups
from noc.tables import DATA, DataError, rows
from noc.words import forms

TITLES: Final = DATA / "titles"
IMPORTED: Final = DATA / "imported"


class Title(NamedTuple):
    """A job title in its normal words, with the codes it fits, best first.

    order: official names come first (0), then everyday titles (1), then the imported index (2).
    """

    text: str
    words: tuple[str, ...]
    codes: tuple[str, ...]
    order: int


def titles(imported: Path = IMPORTED) -> Iterator[Title]:
    """All titles of the package and of an imported index. Raises DataError where a row is wrong."""
    yield from _official()
    for path in sorted(TITLES.glob("*.csv")):
        yield from _read(path, 1)
    if imported.is_dir():
        for path in sorted(imported.glob("*.csv")):
            yield from _read(path, 2)


def read_titles(path: Path) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line, title and codes of one table of titles. Raises DataError where a row is wrong."""
    known = frozenset(unit_groups())
    for line, (title, listed) in rows(path, ("title", "codes")):
        codes = tuple(listed.split(";"))
        if not known.issuperset(codes) or len(set(codes)) < len(codes):
            raise DataError(
                f"{path}, line {line}: codes of {title!r} should be five-digit codes of NOC 2021 "
                f"with ';' between them, each once, not {listed!r}"
            )
        if not title:
            raise DataError(f"{path}, line {line}: the title is empty")
        yield line, title, codes


def _read(path: Path, order: int) -> Iterator[Title]:
    for _, text, codes in read_titles(path):
        yield Title(text, forms(text), codes, order)


def _official() -> Iterator[Title]:
    for group in unit_groups().values():
        for name in (group.title_en, group.title_fr):
            yield Title(name.lower(), forms(name), (group.code,), 0)
