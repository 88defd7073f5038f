"""Compares the everyday titles with an index of titles, so that an author sees where they part."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from noc.importing import plain_title, read_elements
from noc.tables import DataError
from noc.titles import TITLES, read_titles
from noc.words import forms


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An everyday title whose first code is not the code of the same title in the index."""

    where: str
    title: str
    codes: tuple[str, ...]
    index_title: str
    index_codes: tuple[str, ...]

    @property
    def grave(self) -> bool:
        """The index's code is not among ours at all."""
        return not set(self.codes) & set(self.index_codes)


def disagreements(index: Path) -> Iterator[Disagreement]:
    """Every everyday title that an index puts elsewhere.

    The index is a CSV of code,title, or Statistics Canada's elements file. Raises DataError where
    it is neither.
    """
    known = _index(index)
    for path in sorted(TITLES.glob("*.csv")):
        for line, title, codes in read_titles(path):
            for there, codes_there in known.get(frozenset(forms(title)), {}).items():
                if codes[0] not in codes_there:
                    yield Disagreement(f"{path.name}:{line}", title, codes, there, tuple(codes_there))


def _index(path: Path) -> dict[frozenset[str], dict[str, list[str]]]:
    """Words of a title -> the titles of these words -> their codes."""
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    for title, code in _read(path):
        by_title[title].append(code)
    found: defaultdict[frozenset[str], dict[str, list[str]]] = defaultdict(dict)
    for title, codes in by_title.items():
        found[frozenset(forms(title))][title] = codes
    return found


def _read(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
            if header == ["code", "title"]:
                for code, title in csv.reader(file):
                    yield plain_title(title), code
                return
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}") from error
    yield from read_elements(path)
