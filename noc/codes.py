"""Reads what people say about codes: "63200", "noc 6322" (2016), "NOC B", "TEER 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from noc.groups import unit_groups
from noc.tables import DATA, DataError, rows
from noc.words import fold

_CODE: Final = re.compile(r"(?<![\d.,])(\d{5})(?!\d)")
_CODE_2016: Final = re.compile(r"(?<![\d.,])(?!19|20)(\d{4})(?!\d)")
_SKILL_LEVEL: Final = re.compile(
    r"\b(?:noc|cnp|skill)\s*(?:skill\s*)?(?:level|type|category|niveau)?\s*:?\s*([0abcd])\b(?!\s*\d)"
    r"|^\s*([0abcd])\s*$"
)
#: "tier" may be the TEER only where nothing else is said: there is "tier 1 support".
_TEER: Final = re.compile(
    r"(?:\b(?:teer|feer|noc tier)|^\W*tier(?=\W*[0-5]\W*$))\s*(?:level|category|niveau)?\s*:?\s*#?([0-5])\b(?!\d)"
)
#: NOC 2016 skill levels and the TEERs that replaced them; TEER 3 came out of B, in part out of C.
TEERS_OF_SKILL_LEVEL: Final = {"0": (0,), "A": (1,), "B": (2, 3), "C": (3, 4), "D": (5,)}


@dataclass(frozen=True, slots=True)
class CodeReading:
    """A code or level as said, and the unit groups and TEERs that it may be now."""

    kind: Literal["code", "unknown_code", "code_2016", "skill_level"]
    said: str
    codes: tuple[str, ...] = ()
    teers: tuple[int, ...] = ()


def read_code(text: str) -> CodeReading | None:
    """The code or level that a text names, where it names one; years are not codes of 2016."""
    folded = fold(text)
    if found := _CODE.search(folded):
        code = found[1]
        if code in unit_groups():
            return CodeReading("code", code, (code,), (int(code[1]),))
        return CodeReading("unknown_code", code, _near_codes(code))
    if found := _TEER.search(folded):
        return CodeReading("skill_level", f"TEER {found[1]}", teers=(int(found[1]),))
    if found := _CODE_2016.search(folded):
        said = found[1]
        successors = codes_2016().get(said)
        if successors or "noc" in folded or "cnp" in folded:
            return CodeReading(
                "code_2016",
                said,
                successors or (),
                tuple(sorted({int(code[1]) for code in successors or ()})),
            )
    if found := _SKILL_LEVEL.search(folded):
        level = (found[1] or found[2]).upper()
        return CodeReading("skill_level", level, teers=TEERS_OF_SKILL_LEVEL[level])
    return None


@cache
def codes_2016() -> dict[str, tuple[str, ...]]:
    """Unit groups of NOC 2016, and those of NOC 2021 that replaced them, the largest first."""
    path = DATA / "noc_2016.csv"
    table: dict[str, tuple[str, ...]] = {}
    for line, (old, listed) in rows(path, ("code_2016", "codes")):
        codes = tuple(listed.split(";"))
        if any(code not in unit_groups() for code in codes) or old in table:
            raise DataError(f"{path}, line {line}: {listed!r} should be codes of NOC 2021, once each")
        table[old] = codes
    return table


def _near_codes(code: str) -> tuple[str, ...]:
    """Codes that differ by two digits swapped or by one digit, at most three."""
    swapped = {code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(4)}
    one_off = {code[:n] + digit + code[n + 1 :] for n in range(5) for digit in "0123456789"}
    known = unit_groups()
    return tuple([c for c in sorted(swapped) if c in known] + [c for c in sorted(one_off) if c in known])[:3]
