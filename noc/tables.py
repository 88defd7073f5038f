"""Reads the package's own tables, so that a bad row stops with its file, line and what to mend."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import yaml

DATA: Final = Path(__file__).parent / "data"


class DataError(ValueError):
    """A file does not hold what it should; the message names the file, the line and the remedy."""


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row of a CSV table with its line number; lines that open with # are remarks.

    Raises DataError where the header is not `columns` or a row has too few or too many fields.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    header, size = list(columns), len(columns)
    reader = csv.reader(line for _, line in kept)
    for (number, _), fields in zip(kept, reader, strict=True):
        if number == kept[0][0]:
            if fields != header:
                raise DataError(f"{path}, line {number}: the header should be {','.join(header)}")
        elif len(fields) != size:
            raise DataError(f"{path}, line {number}: {len(fields)} fields, should be {size}")
        else:
            yield number, fields


def mapping(path: Path) -> dict[str, Any]:
    """A YAML file that holds a mapping. Raises DataError where it holds something else."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise DataError(f"{path}: not YAML: {error}") from error
    if not isinstance(data, dict):
        raise DataError(f"{path}: should hold a mapping of names to values")
    return data
