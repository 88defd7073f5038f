"""Takes in Statistics Canada's own index of job titles, which the package may use but not carry."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from noc.groups import unit_groups
from noc.tables import DataError
from noc.titles import IMPORTED

#: The columns of "noc_2021_version_1.0_-_elements.csv".
LEVEL: Final = "Level"
CODE: Final = "Code - NOC 2021 V1.0"
KIND: Final = "Element Type Label English"
TEXT: Final = "Element Description English"
UNIT_GROUP_LEVEL: Final = "5"
_EXAMPLES: Final = frozenset({"all examples", "illustrative example(s)", "illustrative examples"})
_FEMININE: Final = re.compile(r"/(?:wo)?m[ae]n\b|/(?:girl|woman|boy|hostess|mistress|actress|waitress)\b")
_REMARK: Final = re.compile(r"\s*\((?:except [^)]*|[A-Z][A-Za-z&./ -]{0,7})\)")


def import_elements(source: Path, target: Path = IMPORTED) -> int:
    """Writes every example title of the elements file to `target`; returns how many there are.

    Raises DataError, and writes nothing, where the file is not that file.
    """
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for title, code in read_elements(source):
        if code not in codes[title]:
            codes[title].append(code)
    if not codes:
        raise DataError(f"{source}: no example titles of unit groups (level 5, 'All examples') are in this file")
    target.mkdir(parents=True, exist_ok=True)
    unfinished = target / "titles.csv.unfinished"
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("title", "codes"))
        writer.writerows((title, ";".join(listed)) for title, listed in sorted(codes.items()))
    unfinished.replace(target / "titles.csv")
    return len(codes)


def read_elements(source: Path) -> Iterator[tuple[str, str]]:
    """Each example title of the elements file, plainly written, with its code."""
    reader = csv.DictReader(io.StringIO(_text(source)))
    header = [name.strip() for name in reader.fieldnames or ()]
    missing = [name for name in (LEVEL, CODE, KIND, TEXT) if name not in header]
    if missing:
        raise DataError(
            f"{source}: not Statistics Canada's elements file of NOC 2021: "
            f"no column {', '.join(missing)}. "
            'Look for "noc_2021_version_1.0_-_elements.csv"'
        )
    reader.fieldnames = header
    for row in reader:
        if (row[LEVEL] or "").strip() != UNIT_GROUP_LEVEL or (row[KIND] or "").strip().lower() not in _EXAMPLES:
            continue
        code = (row[CODE] or "").strip().zfill(5)
        if code not in unit_groups():
            raise DataError(f"{source}, line {reader.line_num}: NOC 2021 has no unit group {code}")
        title = plain_title(row[TEXT] or "")
        if title:
            yield title, code


def plain_title(title: str) -> str:
    """An index title as people would say it: "Fireman/woman (except forest)" -> "fireman"."""
    return " ".join(_FEMININE.sub("", _REMARK.sub("", title)).lower().replace("\u2013", "-").split())


def _text(source: Path) -> str:
    try:
        raw = source.read_bytes()
    except OSError as error:
        raise DataError(f"{source}: {error.strerror}") from error
    if b"\0" in raw:
        raise DataError(f"{source}: a binary file, should be a CSV file")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
