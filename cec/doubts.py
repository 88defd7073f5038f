"""What is not known of the jobs, what that leaves open, and which facts can still change an amount.

A case with unknown facts stands for every way they may turn out. Countable hours only grow when a
job counts more, so the least and the most that can come of it are one count each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from cec.case import Job
from cec.days import Stretch
from cec.gates import Gate
from cec.timeline import Timeline

#: What a job counts for: nothing, or the days that are sure.
ABSENT: Final = 0
SURE: Final = 1
#: Fields with which a job may give any amount in between, not only all or nothing.
RANGED: Final = frozenset(("hours_per_week", "excluded", "study", "end", "ended"))
#: With more jobs than this that count or do not, the rest are taken as able to give any amount:
#: then a field too many may be named.
_MOST_SPLIT: Final = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """One job as the rules see it: ``position`` in the case, its gate, its days."""

    position: int
    job: Job
    gate: Gate
    days: tuple[Stretch, ...]

    @property
    def bit(self) -> int:
        return 1 << self.position

    @property
    def may_count(self) -> bool:
        """Whether any day of the job may count, for all that is known and may be allowed."""
        return self.gate.at_most is not False and any(part.counts is not False for part in self.days)

    def path(self, field: str) -> str:
        return field if field == "study" else f"jobs[{self.position}].{field}"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A job that may count on all its days, or less.

    least: what it counts for at the least, ABSENT or SURE.
    fields: what is not known, each with what the job counts for at the least if it alone is open.
    """

    claim: Claim
    least: int
    fields: tuple[tuple[str, int], ...]

    @property
    def least_if_it_counts(self) -> int | None:
        """What the job counts for at the least if it may count at all; None where that is all."""
        return min((worst for field, worst in self.fields if field in RANGED), default=None)

    @property
    def ranged(self) -> bool:
        """Whether it may give any amount in between, not only all or nothing."""
        return any(field in RANGED for field, _ in self.fields)


@dataclass(frozen=True, slots=True)
class Possible:
    """Every amount that may come of a timeline.

    full, sure: the jobs (bit masks) that count for certain on all their days, or the sure ones.
    """

    timeline: Timeline
    full: int
    sure: int
    doubts: tuple[Doubt, ...]

    @property
    def all_in(self) -> int:
        return self.full | sum(doubt.claim.bit for doubt in self.doubts)

    @property
    def least(self) -> int:
        return self.timeline.total(self.full, self.sure)

    @property
    def most(self) -> int:
        return self.timeline.total(self.all_in)

    def deciding(self, needed: int) -> Iterator[tuple[int, str]]:
        """The fields, as (position, path), that can still move the amount across ``needed``."""
        if not self.least < needed <= self.most:
            return
        for doubt in self.doubts:
            for field, worst in doubt.fields:
                if self._decides(doubt, worst, needed):
                    yield doubt.claim.position, doubt.claim.path(field)

    def _decides(self, doubt: Doubt, worst: int, needed: int) -> bool:
        total, bit = self.timeline.total, doubt.claim.bit
        low_full, low_sure = self.full, self.sure & ~bit | (bit if worst == SURE else 0)
        if total(low_full | bit, low_sure) == total(low_full, low_sure):
            return False  # others fill the job's days to the cap, whatever is found out about it
        others = [other for other in self.doubts if other is not doubt]
        split = [other.claim.bit for other in others if not other.ranged][:_MOST_SPLIT]
        spread = sum(other.claim.bit for other in others) - sum(split)
        for counting in _subsets(split):
            low, high = low_full | counting, low_full | counting | spread | bit
            if total(low, low_sure) < needed <= total(high, low_sure):
                return True
        return False


def possible(timeline: Timeline, claims: Sequence[Claim], *, outright: bool, study_known: bool) -> Possible:
    """What may come of ``claims``.

    outright: without the jobs that only a professional can weigh, else with them.
    """
    full = sure = 0
    doubts = []
    for claim in claims:
        counts = claim.gate.outright if outright else claim.gate.at_most
        if counts is False or not claim.may_count:
            continue
        fields = _open_fields(claim, outright, study_known)
        if not fields:
            full |= claim.bit
            continue
        least = min(worst for _, worst in fields)
        sure |= claim.bit if least == SURE else 0
        doubts.append(Doubt(claim, least, fields))
    return Possible(timeline, full, sure, tuple(doubts))


def _open_fields(claim: Claim, outright: bool, study_known: bool) -> tuple[tuple[str, int], ...]:
    job = claim.job
    fields = list(claim.gate.open_outright if outright else claim.gate.open_at_most)
    if job.hours_per_week is None:
        fields.append("hours_per_week")
    if job.excluded is None:
        fields.append("excluded")
    if not study_known:
        fields.append("study")
    found = [(field, ABSENT) for field in fields]
    if job.end is None and job.ended is not False and _end_matters(claim):
        found.append(("ended" if job.ended is None else "end", SURE))
    return tuple(found)


def _end_matters(claim: Claim) -> bool:
    """Whether days after the first may count; else it is all one on which of them the job ended."""
    first = claim.job.start.toordinal()
    return any(part.counts is not False and (part.past or 0) > first + 1 for part in claim.days)


def _subsets(bits: Sequence[int]) -> Iterator[int]:
    for size in range(len(bits) + 1):
        for chosen in combinations(bits, size):
            yield sum(chosen)
