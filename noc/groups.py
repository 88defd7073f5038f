"""The 516 unit groups of NOC 2021: what a search ends in, for the TEER follows from the code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from noc.tables import DATA, DataError, rows


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """One unit group of NOC 2021 Version 1.0.

    code: five digits. teer: 0 to 5, the second digit of the code.
    description: one plain line of what such people do, fit to stand after "Cooks: ".
    """

    code: str
    teer: int
    title_en: str
    title_fr: str
    description: str


@cache
def unit_groups() -> Mapping[str, UnitGroup]:
    """All unit groups by code. Raises DataError where a table is wrong."""
    descriptions = _descriptions()
    groups: dict[str, UnitGroup] = {}
    path = DATA / "unit_groups.csv"
    for line, (code, teer, english, french) in rows(path, ("code", "teer", "title_en", "title_fr")):
        if len(code) != 5 or not code.isdigit() or code in groups:
            raise DataError(f"{path}, line {line}: {code!r} should be five digits, once in the table")
        if teer != code[1]:
            raise DataError(f"{path}, line {line}: the TEER of {code} is its second digit, not {teer!r}")
        groups[code] = UnitGroup(code, int(teer), english, french, descriptions.pop(code, ""))
    if descriptions:
        raise DataError(f"{DATA}: descriptions of codes that are not in NOC 2021: {', '.join(descriptions)}")
    return groups


def unit_group(code: str) -> UnitGroup | None:
    """The unit group of a five-digit code; None where NOC 2021 has no such code."""
    return unit_groups().get(code)


@cache
def common_groups() -> frozenset[str]:
    """Codes of groups in which many people on work permits work, to break ties."""
    return frozenset(code for _, (code,) in rows(DATA / "common_groups.csv", ("code",)))


def _descriptions() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(DATA.glob("descriptions*.csv")):
        for line, (code, description) in rows(path, ("code", "description")):
            if code in found:
                raise DataError(f"{path}, line {line}: {code} is described twice")
            found[code] = description
    return found
