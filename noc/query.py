"""Cuts what a person typed down to the title itself: "hi i work as a Sr. cook at tims since may" -> senior cook, tims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from noc.tables import DATA, DataError, mapping
from noc.unit_groups import unit_groups
from noc.words import fold, forms

#: Words of seniority that leave the unit group as it is.
SENIORITY: Final = frozenset(forms("senior junior intermediate entry level mid i ii iii iv 1 2 3 4 licensed certified"))
#: Words of rank that may move the title to another unit group: left out only to find candidates.
RANK: Final = frozenset(forms("lead head chief principal staff trainee apprentice intern student trainee associate"))
#: How, when and on what paper the work is done.
TERMS: Final = frozenset(
    forms(
        "full part time fulltime parttime ft pt permanent temporary temp casual seasonal night day evening weekend "
        "overnight morning shift job work position role title currently now still only also just"
    )
)
_LEAD_IN: Final = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|okay|so|well|yes|actually|bonjour)\b\W*)*"
    r"(?:(?:i\s*(?:am|'?m|was|have been|work(?:ed|ing)?)|im|my (?:job|title|job title|position|occupation|role)(?: is| was)?"
    r"|je (?:suis|travaille)|work(?:ing|ed)?|employed|job(?: title)?|title|position|occupation|designation)\b[\s:=-]*)*"
    r"(?:(?:currently|now|still|working|employed|comme|as|like)\b\s*)*(?:(?:an?|the|un|une)\b\s*)?"
)
_STOP: Final = re.compile(
    r"\s+(?:since|from|until|till|untill|depuis|started|starting|full[ -]?time|part[ -]?time|on (?:a )?(?:pgwp|work permit|open)"
    r"|for (?:the )?(?:last|past|about|almost|over|\d+|one|two|three|a year)|\d+\s*(?:h|hrs?|hours?|years?|yrs?|months?)\b).*$"
)
_PLACE: Final = re.compile(r"\s+(?:at|@|with|chez|for|in|on|of|a|au)\s+(.*)$")


@dataclass(frozen=True, slots=True)
class Employer:
    """What an employer's name tells: the sector, and the unit groups that its broad roles belong to."""

    name: str
    sector: str
    roles: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def codes(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The unit groups of a role at this employer; () where it is not one of the sector's broad roles."""
        for role, codes in self.roles:
            if role == words:
                return codes
        return ()


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for: the title's words, without seniority, and the employer where one is known."""

    text: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    employer: Employer | None


def read_query(text: str) -> Query:
    """The title in a text of at most a few words; nothing that tells groups apart is dropped from `words`."""
    folded = fold(text).strip()
    folded = _STOP.sub("", " " + _LEAD_IN.sub("", folded)).strip(" .,!?;:-\"'()")
    found = forms(folded)
    employer = _employer_in(found)
    if employer is not None:
        name = forms(employer.name)
        at = _position(found, name)
        found = found[:at] + found[at + len(name) :]
        folded = re.sub(r"\s+(?:at|@|with|chez|for)\s+.*$", "", folded)
    else:
        place = _PLACE.search(folded)
        if place and re.match(r"\s+(?:at|@|chez)\s", place.group()):
            folded = folded[: place.start()]
            found = forms(folded)
    found = tuple(word for word in found if word not in TERMS) or found
    core = tuple(word for word in found if word not in SENIORITY)
    return Query(folded, found, core or found, employer)


def _employer_in(found: tuple[str, ...]) -> Employer | None:
    for size in (3, 2, 1):
        for at in range(len(found) - size + 1):
            employer = employers().get(found[at : at + size])
            if employer is not None:
                return employer
    return None


def _position(found: tuple[str, ...], name: tuple[str, ...]) -> int:
    return next(at for at in range(len(found)) if found[at : at + len(name)] == name)


@cache
def employers() -> dict[tuple[str, ...], Employer]:
    """Well-known employers by the words of their names. Raises DataError where the file is wrong."""
    path = DATA / "employers.yml"
    known: dict[tuple[str, ...], Employer] = {}
    for sector, entry in mapping(path).items():
        roles = _roles(f"{path}: {sector}", entry["roles"])
        for name in entry["names"]:
            words = forms(str(name))
            if not words or len(words) > 3 or words in known:
                raise DataError(f"{path}: {sector}: {name!r} should have one to three words and stand once")
            known[words] = Employer(str(name), sector, roles)
    return known


def _roles(where: str, entry: dict[str, Any]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    roles: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for names, codes in entry.items():
        listed = tuple(str(codes).split(";"))
        if any(code not in unit_groups() for code in listed):
            raise DataError(f"{where}: {names}: {codes!r} should be codes of NOC 2021")
        roles.extend((forms(name), listed) for name in names.split(","))
    return tuple(roles)
