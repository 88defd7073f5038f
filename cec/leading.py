"""Which occupation decides the language level: the one with most credited hours (IRPR 87.1(2)(e)).

All work that counts by IRPR 87.1(2)(a) takes part, also work of which the duties do not match.

Where facts are missing the amounts are ranges. An occupation leads for certain if it leads in the
worst case: its own jobs at their least and the other's at their most on every day. What that leaves
open, and hangs only on jobs that count or do not, is settled by trying every way it may turn out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final

from cec.doubts import Claim, Possible
from cec.findings import Open
from cec.parameters import Figures
from cec.ways import Way, deciding, fields_asked, what_comes

#: With more undecided jobs than this, not every way is tried: a field too many may be named.
MOST_TRIED: Final = 6


@dataclass(frozen=True, slots=True)
class Threshold:
    """What level is required.

    levels: those that may be, highest first: one where it is certain, none without any occupation.
    decided_by: the unit group that leads for certain, or None.
    deciding: the fields that can still change the level.
    weighed: nothing is missing, and the level hangs on what a professional allows.
    """

    levels: tuple[int, ...]
    decided_by: str | None = None
    deciding: tuple[Open, ...] = ()
    weighed: bool = False


@dataclass(frozen=True, slots=True)
class Occupations:
    """The unit groups of a case that can count.

    level: what each asks for.
    jobs: the jobs (a bit mask) that may be credited to each. One with no job stays: where no hours
        count at all, they all tie.
    unnamed: the jobs without a unit group yet; None where each has one.
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
            code, credited = claim.job.noc, claim.bit if claim.may_count else 0
            if code is None:
                unnamed = (unnamed or 0) | credited
            elif figures.countable(code):
                level[code] = figures.level_for(code)
                jobs[code] = jobs.get(code, 0) | credited
        return cls(level, jobs, unnamed)

    def rivals(self, level: int) -> list[int]:
        """The jobs of each occupation of this level, and with it all that may belong to any."""
        named = [jobs | (self.unnamed or 0) for code, jobs in self.jobs.items() if self.level[code] == level]
        return named if self.unnamed is None else [*named, self.unnamed]

    def rank(self, code: str) -> tuple[int, str]:
        """The order in a tie: the higher level first, then by code."""
        return -self.level[code], code


@dataclass(frozen=True, slots=True)
class Race:
    """The jobs without (``least``) and with (``most``) what a professional may allow."""

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
        mask = self.most.all_in & ~self.least.full
        return [1 << i for i in range(mask.bit_length()) if mask >> i & 1]


def r87_1_2_e_threshold(claims: Sequence[Claim], race: Race, figures: Figures) -> Threshold:
    """Of several occupations, the one with the greater amount of work decides the level."""
    occupations = Occupations.of(claims, figures)
    if not occupations.level and occupations.unnamed is None:
        return Threshold(())
    levels = _possible_levels(occupations, race, figures)
    if len(levels) == 1:
        return Threshold(levels, _leader(occupations, race))
    doubts = (*race.least.doubts, *race.most.doubts)
    if occupations.unnamed is not None or any(doubt.ranged for doubt in doubts) or len(race.undecided) > MOST_TRIED:
        fields = _all_open(claims, race)
        return Threshold(levels, None, fields, weighed=not fields and occupations.unnamed is None)
    return _every_way(claims, occupations, race, levels)


def _possible_levels(occupations: Occupations, race: Race, figures: Figures) -> tuple[int, ...]:
    """The levels that no occupation of another level rules out by leading all of theirs."""
    every = sorted({figures.language_level_by_teer[teer] for teer in figures.countable_teers}, reverse=True)
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


def _leads(occupations: Occupations, code: str, rivals: Sequence[int], level: int, race: Race) -> bool:
    own, wins_ties = occupations.jobs[code], occupations.level[code] > level
    leads = (race.lead(own, rival & ~own) for rival in rivals)
    return all(by > 0 or (wins_ties and by == 0) for by in leads)


def _leader(occupations: Occupations, race: Race) -> str | None:
    """The unit group that no other can overtake, if there is one."""
    if occupations.unnamed is not None:
        return None
    if len(occupations.level) == 1:
        return next(iter(occupations.level))
    ranked = sorted(occupations.level, key=occupations.rank)
    for i, code in enumerate(ranked):
        own = occupations.jobs[code]
        leads = [race.lead(own, occupations.jobs[other]) for other in ranked if other != code]
        if all(by > 0 for by in leads[:i]) and all(by >= 0 for by in leads[i:]):
            return code
    return None


def _every_way(claims: Sequence[Claim], occupations: Occupations, race: Race, possible: tuple[int, ...]) -> Threshold:
    """The threshold over every way in which the jobs may turn out."""
    running = [claim for claim in claims if claim.may_count]
    leaders: dict[int, str] = {}

    def levels_of(ways: Sequence[Way]) -> frozenset[int]:
        """The levels that may be required, with and without what a professional may allow."""
        roles = [(claim.bit, way.role) for claim, way in zip(running, ways, strict=True)]
        certain = sum(bit for bit, role in roles if role == "outright")
        levels = set()
        for allowed in product(*((0, bit) for bit, role in roles if role == "weighed")):
            jobs = certain | sum(allowed)
            if jobs not in leaders:
                leaders[jobs] = _leader_of(occupations, race, jobs)
            levels.add(occupations.level[leaders[jobs]])
        return frozenset(levels)

    found = what_comes(running, levels_of, duties=False)
    if found is None:
        return Threshold(possible, None, _all_open(claims, race))
    levels = tuple(sorted(set[int]().union(*found.values()), reverse=True))
    only = set(leaders.values())
    leader = only.pop() if len(only) == 1 else None
    if len(levels) == 1:
        return Threshold(levels, leader)
    fields = [fields_asked(claim, (race.least, race.most)) for claim in running]
    open_fields = tuple(sorted(deciding(running, found, fields)))
    return Threshold(levels, leader, open_fields, weighed=not open_fields)


def _all_open(claims: Sequence[Claim], race: Race) -> tuple[Open, ...]:
    """Every field that is not known of the jobs that may count, the duties apart."""
    return tuple(
        (claim.position, claim.path(field))
        for claim in claims
        for field in fields_asked(claim, (race.least, race.most))
        if field != "duties_match"
    )


def _leader_of(occupations: Occupations, race: Race, jobs: int) -> str:
    credits = race.most.timeline.credits(jobs)
    hours = {
        code: sum((credits[i] for i in range(len(credits)) if own >> i & 1), Fraction(0))
        for code, own in occupations.jobs.items()
    }
    return min(hours, key=lambda code: (-hours[code], occupations.rank(code)))
