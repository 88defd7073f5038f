"""When the answer changes: from which day a case meets the class, until which, and what decides it.

Every amount on a day is a sum over the days of its window, so one pass over six years of days gives
all amounts for three years of application days. Where no comparison between amounts changes, no
status does; the requirements are worked out only on the days on which one may.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, Final

from cec import parameters
from cec.assessment import day_of, figures_on, outcome
from cec.case import Case
from cec.findings import Finding
from cec.parameters import Figures
from cec.requirements import Requirements, requirements
from cec.signs import days_of_change
from cec.windows import years_after

#: How far ahead is looked.
YEARS_AHEAD: Final = 3
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first stretch of days, from the day asked about on, on which something is met.

    first: its first day. until_if_continuing: its last day if the jobs still held go on as they
    are. until_if_stopped: its last day if they end on the day asked about (the last day worked).
    None: no such day within three years; of the last two also where ``first`` is not met so.
    """

    first: date | None
    until_if_continuing: date | None
    until_if_stopped: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next three years of a case.

    whole: for all requirements; work: for the work requirement alone, whatever else is unknown.
    limits: what decides each of the three days of ``whole``, as {"of", "requirement", "reason"}.
    changes: {"date", "requirement", "what", "from", "to"} for each status or required level that
    changes if the jobs still held go on.
    """

    as_of: date
    whole: Stretch
    work: Stretch
    limits: tuple[dict[str, str], ...]
    changes: tuple[dict[str, Any], ...]

    @property
    def eligible_from(self) -> date | None:
        return self.whole.first

    @property
    def until_if_continuing(self) -> date | None:
        return self.whole.until_if_continuing

    @property
    def until_if_stopped(self) -> date | None:
        return self.whole.until_if_stopped

    def to_dict(self) -> dict[str, Any]:
        """The outlook as JSON values."""
        return {
            "as_of": self.as_of.isoformat(),
            "eligible_from": _iso(self.whole.first),
            "until_if_continuing": _iso(self.whole.until_if_continuing),
            "until_if_stopped": _iso(self.whole.until_if_stopped),
            "work": {
                "from": _iso(self.work.first),
                "until_if_continuing": _iso(self.work.until_if_continuing),
                "until_if_stopped": _iso(self.work.until_if_stopped),
            },
            "limits": list(self.limits),
            "changes": list(self.changes),
        }


@dataclass(frozen=True, slots=True)
class _Run:
    """Days from ``first`` to ``last`` on which nothing changes."""

    first: date
    last: date
    found: Requirements

    @property
    def eligible(self) -> bool:
        return outcome(self.found.findings) == "eligible"

    @property
    def enough_work(self) -> bool:
        return self.found.findings[0].status == "met"


def outlook(case: Case, as_of: date | None = None) -> Outlook:
    """How ``case`` fares on every day from ``as_of`` (else the case's own day) on, three years ahead.

    The facts stay as they are and the day moves; jobs still held go on with the same hours. Raises
    CaseError("as_of", ...) as ``assess`` does.
    """
    day = day_of(case, as_of)
    figures_on(day)
    going, stopped = _runs(case, day), _runs(_stopped(case, day), day)
    whole = _stretch([r.eligible for r in going], [r.eligible for r in stopped], going, stopped)
    work = _stretch(
        [r.enough_work for r in going], [r.enough_work for r in stopped], going, stopped
    )
    limits = _limits(whole, going, stopped)
    return Outlook(day, whole, work, tuple(limits), tuple(_changes(going)))


def _stopped(case: Case, day: date) -> Case:
    """The case if each job still held ends on ``day``; one that has yet to begin is never held."""
    jobs = tuple(
        replace(job, end=day) if job.still_held else job
        for job in case.jobs or ()
        if not (job.still_held and job.start > day)
    )
    return case if case.jobs is None else replace(case, jobs=jobs)


def _runs(case: Case, day: date) -> list[_Run]:
    """The days from ``day`` on, three years ahead, in runs on which nothing changes."""
    horizon = years_after(day, YEARS_AHEAD)
    checked: list[tuple[date, Requirements]] = []
    for first, last, figures in parameters.periods(day, horizon):
        days = set(days_of_change(case, first, last, figures))
        days |= {d for d in _days_of_test(case, figures) if first <= d <= last}
        checked += [(d, requirements(case, d, figures)) for d in sorted(days)]
    runs: list[_Run] = []
    for _, alike in groupby(checked, key=lambda item: _summary(item[1])):
        first, found = next(alike)
        runs.append(_Run(first, horizon, found))
    ended = [replace(run, last=after.first - _DAY) for run, after in pairwise(runs)]
    return [*ended, runs[-1]]


def _days_of_test(case: Case, figures: Figures) -> tuple[date, ...]:
    """The days on which the language result becomes usable and too old."""
    test = case.language_test
    if test is None or test.date is None:
        return ()
    return test.date, years_after(test.date, figures.result_validity_years)


def _summary(found: Requirements) -> tuple[Any, ...]:
    return tuple(finding.status for finding in found.findings), found.threshold.levels


def _stretch(
    eligible: Sequence[bool],
    eligible_stopped: Sequence[bool],
    going: Sequence[_Run],
    stopped: Sequence[_Run],
) -> Stretch:
    first = next((run.first for run, holds in zip(going, eligible, strict=True) if holds), None)
    if first is None:
        return Stretch(None, None, None)
    return Stretch(first, _until(first, going, eligible), _until(first, stopped, eligible_stopped))


def _until(first: date, runs: Sequence[_Run], holds: Sequence[bool]) -> date | None:
    """The last day of the stretch that holds on ``first``; None if it does not, or has no end in sight."""
    held = False
    for run, each in zip(runs, holds, strict=True):
        if run.last < first:
            continue
        if not each:
            return run.first - _DAY if held else None
        held = True
    return None


def _limits(whole: Stretch, going: Sequence[_Run], stopped: Sequence[_Run]) -> list[dict[str, str]]:
    """What keeps each of the three days from being earlier or later."""
    limits = []
    if whole.first is None:
        never = [
            i for i in range(len(going[0].found.findings)) if not any(_met(run, i) for run in going)
        ]
        limits += [
            _limit("eligible_from", going[0].found.findings[i]) for i in never or _unmet(going[0])
        ]
    elif whole.first > going[0].first:
        before = _run_on(going, whole.first - _DAY)
        limits += [_limit("eligible_from", before.found.findings[i]) for i in _unmet(before)]
    for of, until, runs in (
        ("until_if_continuing", whole.until_if_continuing, going),
        ("until_if_stopped", whole.until_if_stopped, stopped),
    ):
        if until is not None:
            after = _run_on(runs, until + _DAY)
            limits += [_limit(of, after.found.findings[i]) for i in _unmet(after)]
    return limits


def _limit(of: str, finding: Finding) -> dict[str, str]:
    """Why a requirement is not met: what is missing before the first day, what is lost after a last."""
    reason: str = finding.status
    if finding.status == "not_met":
        hours = "hours" if of == "eligible_from" else "window"
        reason = hours if finding.id == "work_experience" else finding.evidence["reason"]
    return {"of": of, "requirement": finding.id, "reason": reason}


def _run_on(runs: Sequence[_Run], day: date) -> _Run:
    return next(run for run in runs if run.first <= day <= run.last)


def _met(run: _Run, position: int) -> bool:
    return run.found.findings[position].status == "met"


def _unmet(run: _Run) -> list[int]:
    return [i for i in range(len(run.found.findings)) if not _met(run, i)]


def _changes(runs: Sequence[_Run]) -> Iterator[dict[str, Any]]:
    for before, after in pairwise(runs):
        day = after.first.isoformat()
        for old, new in zip(before.found.findings, after.found.findings, strict=True):
            if old.status != new.status:
                yield {
                    "date": day,
                    "requirement": old.id,
                    "what": "status",
                    "from": old.status,
                    "to": new.status,
                }
        old_level, new_level = _level(before), _level(after)
        if old_level != new_level:
            yield {
                "date": day,
                "requirement": "language",
                "what": "required_level",
                "from": old_level,
                "to": new_level,
            }


def _level(run: _Run) -> int | None:
    levels = run.found.threshold.levels
    return levels[0] if len(levels) == 1 else None


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
