"""Countable hours over a window: all jobs laid over each other, capped at full time on every day.

Exact and quick: days on which the same jobs run are counted together, and amounts are whole numbers
of a unit small enough for every job's hours. Sets of jobs are bit masks: bit i is job i.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from cec.case import HOURS_IN_A_WEEK
from cec.days import Stretch
from cec.windows import DAYS_IN_A_WEEK


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many days each combination of jobs shares.

    unit: how many units make an hour.
    hours: the units a day of each job.
    cap: the units a day of full time.
    days: (jobs that may count on the day, jobs of which the day is sure, number of such days).
    """

    unit: int
    hours: tuple[int, ...]
    cap: int
    days: tuple[tuple[int, int, int], ...]
    _sums: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def together(self, jobs: int) -> int:
        """Units a day that these jobs have together, before the cap."""
        known = self._sums.get(jobs)
        if known is None:
            known = sum(units for i, units in enumerate(self.hours) if jobs >> i & 1)
            self._sums[jobs] = known
        return known

    def total(self, full: int, sure: int = 0) -> int:
        """Units credited if some jobs count on every day they may, others on their sure days."""
        cap = self.cap
        return sum(
            n * min(cap, self.together((possible & full) | (certain & sure))) for possible, certain, n in self.days
        )

    def credits(self, full: int, sure: int = 0) -> tuple[Fraction, ...]:
        """Hours credited to each job; where the cap bites, in proportion to the jobs' hours."""
        credited = [Fraction(0)] * len(self.hours)
        for jobs, n in self._running(full, sure).items():
            together = self.together(jobs)
            share = Fraction(n * min(self.cap, together), together * self.unit) if together else Fraction(0)
            for i, units in enumerate(self.hours):
                if jobs >> i & 1:
                    credited[i] += units * share
        return tuple(credited)

    def accrued(self, full: int, sure: int = 0) -> tuple[Fraction, ...]:
        """Hours of each job on the days that count, before the cap."""
        days = [0] * len(self.hours)
        for jobs, n in self._running(full, sure).items():
            for i in range(len(days)):
                if jobs >> i & 1:
                    days[i] += n
        return tuple(Fraction(n * units, self.unit) for n, units in zip(days, self.hours, strict=True))

    def in_hours(self, units: int) -> Fraction:
        return Fraction(units, self.unit)

    def _running(self, full: int, sure: int) -> dict[int, int]:
        running: dict[int, int] = {}
        for possible, certain, n in self.days:
            jobs = (possible & full) | (certain & sure)
            running[jobs] = running.get(jobs, 0) + n
        return running


def lay_out(days: Sequence[Iterable[Stretch]], hours: Sequence[Fraction | None], full_time: int) -> Timeline:
    """The timeline of jobs with these stretches and hours a week (None: up to every hour there is).

    full_time: the hours a week above which nothing is earned.
    """
    known = [Fraction(HOURS_IN_A_WEEK) if weekly is None else weekly for weekly in hours]
    whole = lcm(*(weekly.denominator for weekly in known))
    units = tuple(weekly.numerator * (whole // weekly.denominator) for weekly in known)
    shared: dict[tuple[int, int], int] = {}
    for first, past, possible, certain in overlay(days):
        shared[possible, certain] = shared.get((possible, certain), 0) + past - first
    together = tuple((possible, certain, n) for (possible, certain), n in shared.items())
    return Timeline(DAYS_IN_A_WEEK * whole, units, full_time * whole, together)


def overlay(days: Sequence[Iterable[Stretch]]) -> Iterator[tuple[int, int, int, int]]:
    """Each run of days with the same jobs, in order: (first, past, may count, are sure)."""
    changes: dict[int, list[int]] = {}
    for i, job_days in enumerate(days):
        bit = 1 << i
        for stretch in job_days:
            if stretch.counts is False or stretch.past is None:
                continue
            for day in (stretch.first, stretch.past):
                change = changes.setdefault(day, [0, 0])
                change[0] ^= bit
                change[1] ^= bit if stretch.counts else 0
    possible = certain = before = 0
    for day in sorted(changes):
        if possible:
            yield before, day, possible, certain
        possible ^= changes[day][0]
        certain ^= changes[day][1]
        before = day
