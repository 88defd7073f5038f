"""From which day a case meets the class, until which, and what decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from cec.assessment import day_of, figures_on
from cec.case import Case
from cec.caveats import caveats
from cec.findings import Finding
from cec.runs import DAY, Run, runs_ahead, stopped_on
from cec.windows import years_after

#: How far ahead is looked.
YEARS_AHEAD: Final = 3


@dataclass(frozen=True, slots=True)
class Span:
    """The first span of days, from the day asked about on, on which something is met.

    first: its first day; None where there is none within three years.
    until_if_continuing: its last day if the jobs still held go on as they are; None where it has no
        end within three years.
    until_if_stopped: its last day if the day asked about is the last one worked in them; None also
        where ``first`` is then not reached.
    """

    first: date | None
    until_if_continuing: date | None
    until_if_stopped: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The next three years of a case.

    whole: the days on which every requirement is met.
    work: the days on which the work requirement is met, whatever else is missing or unknown.
    limits: what keeps each day of ``whole`` from being earlier or later, as {"of", "requirement",
        "reason"}; without a first day, what keeps it away. A reason is that of the finding, or
        "hours" (not enough yet), "window" (older work leaves it), "unknown" or "refer".
    changes: {"date", "requirement", "what", "from", "to"} for each "status" and "required_level"
        that changes if the jobs go on. Where facts are unknown, a change from unknown to anything
        but met may be left out.
    caveats: what may turn out otherwise, as listed in caveats.py.
    """

    as_of: date
    whole: Span
    work: Span
    limits: tuple[dict[str, str], ...]
    changes: tuple[dict[str, Any], ...]
    caveats: tuple[dict[str, Any], ...]

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
            "caveats": list(self.caveats),
        }


def outlook(case: Case, as_of: date | None = None) -> Outlook:
    """How ``case`` fares on every day from ``as_of`` (else its own day) on, three years ahead.

    The facts stay and the day of the application moves: jobs still held go on with the same hours.
    Raises CaseError("as_of", ...) as ``assess`` does.
    """
    day = day_of(case, as_of)
    figures_on(day)
    going = runs_ahead(case, day, YEARS_AHEAD)
    stopped = runs_ahead(stopped_on(case, day), day, YEARS_AHEAD)
    whole = _span(going, stopped, lambda run: run.eligible)
    work = _span(going, stopped, lambda run: run.enough_work)
    limits = (*_limits_of_first(whole, going), *_limits_of_last(whole, going, stopped))
    return Outlook(day, whole, work, limits, tuple(_changes(going)), caveats(day, years_after(day, YEARS_AHEAD)))


def _span(going: Sequence[Run], stopped: Sequence[Run], holds: Callable[[Run], bool]) -> Span:
    first = next((run.first for run in going if holds(run)), None)
    if first is None:
        return Span(None, None, None)
    return Span(first, _last_day(first, going, holds), _last_day(first, stopped, holds))


def _last_day(first: date, runs: Sequence[Run], holds: Callable[[Run], bool]) -> date | None:
    """The last day of the span that holds on ``first``; None if it does not, or has no end."""
    rest = [run for run in runs if run.last >= first]
    if not holds(rest[0]):
        return None
    return next((run.first - DAY for run in rest if not holds(run)), None)


def _limits_of_first(whole: Span, going: Sequence[Run]) -> Iterator[dict[str, str]]:
    if whole.first is None:
        statuses = [[finding.status for finding in run.found.findings] for run in going]
        never = [i for i, column in enumerate(zip(*statuses, strict=True)) if "met" not in column]
        for i, finding in enumerate(going[0].found.findings):
            if i in never or (not never and finding.status != "met"):
                yield _limit("eligible_from", finding)
    elif whole.first > going[0].first:
        yield from _unmet("eligible_from", going, whole.first - DAY)


def _limits_of_last(whole: Span, going: Sequence[Run], stopped: Sequence[Run]) -> Iterator[dict[str, str]]:
    if whole.until_if_continuing is not None:
        yield from _unmet("until_if_continuing", going, whole.until_if_continuing + DAY)
    if whole.until_if_stopped is not None:
        yield from _unmet("until_if_stopped", stopped, whole.until_if_stopped + DAY)


def _unmet(of: str, runs: Sequence[Run], day: date) -> Iterator[dict[str, str]]:
    """The limit from each requirement that is not met on ``day``."""
    run = next(run for run in runs if run.first <= day <= run.last)
    for finding in run.found.findings:
        if finding.status != "met":
            yield _limit(of, finding)


def _limit(of: str, finding: Finding) -> dict[str, str]:
    reason: str = finding.status
    if finding.status == "not_met":
        hours = "hours" if of == "eligible_from" else "window"
        reason = hours if finding.id == "work_experience" else finding.evidence["reason"]
    return {"of": of, "requirement": finding.id, "reason": reason}


def _changes(runs: Sequence[Run]) -> Iterator[dict[str, Any]]:
    for before, after in pairwise(runs):
        for old, new in zip(before.found.findings, after.found.findings, strict=True):
            if old.status != new.status:
                yield _change(after.first, old.id, "status", old.status, new.status)
        if before.level != after.level:
            yield _change(after.first, "language", "required_level", before.level, after.level)


def _change(day: date, requirement: str, what: str, old: Any, new: Any) -> dict[str, Any]:
    return {
        "date": day.isoformat(), "requirement": requirement, "what": what, "from": old, "to": new,
    }  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
