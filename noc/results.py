"""What a search answers: shared by the search for titles and the search for duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from noc.groups import UnitGroup

Kind = Literal[
    "sure",
    "candidates",
    "describe",
    "broad",
    "code",
    "unknown_code",
    "code_2016",
    "skill_level",
    "nonsense",
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group that may be meant, its score from 0 to 1, and the known title it was found by."""

    unit_group: UnitGroup
    score: float
    title: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a search found.

    kind:
      sure          one unit group, and nothing else fits: candidates has exactly that one
      candidates    one to `limit` groups that may be meant, best first; the person decides
      describe      no title is near enough: ask what the person does, then `search_duties`
      broad         the title fits many groups ("manager"): ask which kind; candidates is empty
      code          a five-digit code of NOC 2021: candidates has exactly that one
      unknown_code  five digits that NOC 2021 does not have; candidates are codes one slip away
      code_2016     a four-digit code of NOC 2016; candidates are what replaced it, if it is known
      skill_level   "NOC B", "TEER 3": no group; `teers` says which TEERs it may be
      nonsense      nothing that could be a job
    said: the code or level as read, or the title as it was searched.
    """

    kind: Kind
    said: str
    candidates: tuple[Candidate, ...] = ()
    teers: tuple[int, ...] = ()
