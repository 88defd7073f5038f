"""Which occupation decides the language level: the one with the most credited hours (IRPR
87.1(2)(e)).

Where facts are missing the amounts are ranges. An occupation leads for certain if it leads in the
worst case: its own jobs at their least and the other's at their most on every day. What that leaves
open, and hangs only on jobs that count or do not, is settled by trying every way it may turn out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final

from cec.doubts import Claim, Possible
from cec.parameters import Figures

#: With more undecided jobs than this, not every way is tried: a field too many may be named.
MOST_TRIED: Final = 6


@dataclass(frozen=True, slots=True)
class Threshold:
    """The levels that may be required, highest first: one where it is certain, none without any
    occupation.

    decided_by: the unit group that leads for certain, or None. deciding: the fields, as (position,
    path), that can still change the level. weighed: nothing is missing, and the level hangs on what
    a professional allows.
    """

    levels: tuple[int, ...]
    decided_by: str | None = None
    deciding: tuple[tuple[int, str], ...] = ()
    weighed: bool = False


@dataclass(frozen=True, slots=True)
class Occupations:
    """The unit groups of a case: the level each asks for, and the jobs (a bit mask) that may be
    credited to it.

    A unit group none of whose jobs may count stays, with no job: where no hours count at all, every
    one of them ties. unnamed: the jobs without a unit group yet, or None where each has one.
    """

    level: Mapping[str, int]
    jobs: Mapping[str, int]
    unnamed: int | None

    @classmethod
    def of(cls, claims: Sequence[Claim], figures: Figures) -> Occupations:
        level: dict[str, int] = {}
        jobs: dict[str, int] = {}
        unnamed: int | None = None
        for claim in claims:
            code, credited = claim.job.noc, claim.bit if claim.may_match else 0
            if code is None:
                unnamed = (unnamed or 0) | credited
            elif figures.countable(code):
                level[code] = figures.level_for(code)
                jobs[code] = jobs.get(code, 0) | credited
        return cls(level, jobs, unnamed)

    def rivals(self, level: int) -> list[int]:
        """The jobs, at the most, of each occupation of this level; those without a unit group may
        belong to any.
        """
        named = [
            jobs | (self.unnamed or 0)
            for code, jobs in self.jobs.items()
            if self.level[code] == level
        ]
        return named if self.unnamed is None else [*named, self.unnamed]

    def rank(self, code: str) -> tuple[int, str]:
        """The order in a tie: the higher level first, then by code."""
        return -self.level[code], code


@dataclass(frozen=True, slots=True)
class Race:
    """The matching jobs without (``least``) and with (``most``) what a professional may allow."""

    least: Possible
    most: Possible

    def lead(self, first: int, second: int) -> Fraction:
        """By how many units, at the least, the jobs ``first`` are credited more than ``second``."""
        whole, shared = 0, Fraction(0)
        for running, certain, days in self.most.timeline.days:
            ahead = self.lead_on(running, certain, first, second)
            if isinstance(ahead, int):
                whole += days * ahead
            else:
                shared += days * ahead
        return shared + whole

    def lead_on(self, running: int, certain: int, first: int, second: int) -> Fraction | int:
        """The same on one day: on which the jobs ``running`` may count and ``certain`` are sure."""
        cap, together = self.most.timeline.cap, self.most.timeline.together
        low = (running & self.least.full) | (certain & self.least.sure)
        high = running & self.most.all_in
        ours, theirs = together(low & first), together(high & second)
        # Under the cap other jobs shrink the difference, whichever way it points.
        others = together((high if ours >= theirs else low) & ~(first | second))
        everything = ours + theirs + others
        return ours - theirs if everything <= cap else Fraction((ours - theirs) * cap, everything)

    @property
    def undecided(self) -> list[int]:
        """The jobs (single bits) that may count or not."""
        return list(_bits(self.most.all_in & ~self.least.full))

    def open_fields(self) -> tuple[tuple[int, str], ...]:
        doubts = (*self.least.doubts, *self.most.doubts)
        named = ((d.claim.position, d.claim.path(field)) for d in doubts for field, _ in d.fields)
        return tuple(dict.fromkeys(named))


def threshold(claims: Sequence[Claim], race: Race, figures: Figures) -> Threshold:
    """The level that ``claims`` ask for."""
    occupations = Occupations.of(claims, figures)
    if not occupations.level and occupations.unnamed is None:
        return Threshold(())
    levels = _possible_levels(occupations, race, figures)
    if len(levels) == 1:
        return Threshold(levels, _leader(occupations, race))
    doubts = (*race.least.doubts, *race.most.doubts)
    if (
        occupations.unnamed is not None
        or any(doubt.ranged for doubt in doubts)
        or len(race.undecided) > MOST_TRIED
    ):
        fields = race.open_fields()
        return Threshold(levels, None, fields, weighed=not fields and occupations.unnamed is None)
    return _every_way(occupations, race)


def _possible_levels(occupations: Occupations, race: Race, figures: Figures) -> tuple[int, ...]:
    """The levels that no occupation of another level rules out by leading all of theirs."""
    every = sorted(
        {figures.language_level_by_teer[teer] for teer in figures.countable_teers}, reverse=True
    )
    return tuple(
        level
        for level in every
        if (rivals := occupations.rivals(level))
        and not any(
            _leads(occupations, code, rivals, level, race)
            for code in occupations.level
            if occupations.level[code] != level
        )
    )


def _leads(
    occupations: Occupations, code: str, rivals: Sequence[int], level: int, race: Race
) -> bool:
    own, wins_ties = occupations.jobs[code], occupations.level[code] > level
    leads = (race.lead(own, rival & ~own) for rival in rivals)
    return all(by > 0 or (wins_ties and by == 0) for by in leads)


def _leader(occupations: Occupations, race: Race) -> str | None:
    """The unit group that no other can overtake, if there is one."""
    if occupations.unnamed is not None:
        return None
    if len(occupations.level) == 1:
        return next(iter(occupations.level))
    for code in sorted(occupations.level, key=occupations.rank):
        for other in occupations.level:
            by = (
                race.lead(occupations.jobs[code], occupations.jobs[other])
                if other != code
                else Fraction(1)
            )
            if by < 0 or (by == 0 and occupations.rank(other) < occupations.rank(code)):
                break
        else:
            return code
    return None


def _every_way(occupations: Occupations, race: Race) -> Threshold:
    """The threshold over every way in which the undecided jobs may count or not."""
    undecided = race.undecided
    leaders: dict[int, str] = {}
    for way in product(*((0, bit) for bit in undecided)):
        jobs = race.least.full | sum(way)
        leaders[jobs] = _leader_of(occupations, race, jobs)
    level = {jobs: occupations.level[code] for jobs, code in leaders.items()}
    swaying = sum(
        bit for bit in undecided if any(level[jobs] != level[jobs ^ bit] for jobs in level)
    )
    levels = tuple(sorted(set(level.values()), reverse=True))
    only = set(leaders.values())
    open_level = len(levels) > 1
    deciding = tuple(
        (at, path) for at, path in race.open_fields() if open_level and 1 << at & swaying
    )
    return Threshold(
        levels, only.pop() if len(only) == 1 else None, deciding, open_level and not deciding
    )


def _leader_of(occupations: Occupations, race: Race, jobs: int) -> str:
    credits = race.most.timeline.credits(jobs)
    hours = {
        code: sum((credits[bit.bit_length() - 1] for bit in _bits(own)), Fraction(0))
        for code, own in occupations.jobs.items()
    }
    return min(hours, key=lambda code: (-hours[code], occupations.rank(code)))


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest
        mask ^= lowest
