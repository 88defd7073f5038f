"""The days ahead of a case, in runs on which no status and no required level changes.

The requirements are worked out only on the days on which a comparison behind them changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, Final

from cec import parameters
from cec.assessment import outcome
from cec.case import Case
from cec.parameters import Figures
from cec.requirements import Requirements, requirements
from cec.signs import days_of_change
from cec.windows import years_after

DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run:
    """Days from ``first`` to ``last`` on which no status and no required level changes."""

    first: date
    last: date
    found: Requirements

    @property
    def eligible(self) -> bool:
        return outcome(self.found.findings) == "eligible"

    @property
    def enough_work(self) -> bool:
        return self.found.findings[0].status == "met"

    @property
    def level(self) -> int | None:
        """The required level, where it is certain."""
        levels = self.found.threshold.levels
        return levels[0] if len(levels) == 1 else None


def runs_ahead(case: Case, day: date, years: int) -> list[Run]:
    """The runs from ``day`` on, ``years`` ahead; jobs still held go on all that time."""
    horizon = years_after(day, years)
    checked: list[tuple[date, Requirements]] = []
    for first, last, figures in parameters.periods(day, horizon):
        days = {*days_of_change(case, first, last, figures), *_days_of_test(case, figures)}
        checked += [(d, requirements(case, d, figures)) for d in sorted(days) if first <= d <= last]
    runs: list[Run] = []
    for _, alike in groupby(checked, key=lambda item: _summary(item[1])):
        first, found = next(alike)
        runs.append(Run(first, horizon, found))
    ended = [replace(run, last=after.first - DAY) for run, after in pairwise(runs)]
    return [*ended, runs[-1]]


def stopped_on(case: Case, day: date) -> Case:
    """The case if ``day`` is the last day worked in the jobs still held, and none begins later."""
    jobs = tuple(
        replace(job, end=day) if job.still_held else job
        for job in case.jobs or ()
        if not (job.still_held and job.start > day)
    )
    return case if case.jobs is None else replace(case, jobs=jobs)


def _days_of_test(case: Case, figures: Figures) -> tuple[date, ...]:
    """The days on which the language result becomes usable and too old."""
    test = case.language_test
    if test is None or test.date is None:
        return ()
    return test.date, years_after(test.date, figures.result_validity_years)


def _summary(found: Requirements) -> tuple[Any, ...]:
    return tuple(finding.status for finding in found.findings), found.threshold.levels
