"""A case in, an assessment out: every requirement of the class on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from cec import parameters
from cec.advisories import advisories
from cec.case import Case, CaseError
from cec.findings import Finding
from cec.parameters import Figures
from cec.requirements import requirements
from cec.windows import window
from cec.work import Work

Outcome = Literal["eligible", "not_eligible", "incomplete", "refer"]
_ORDER_OF_ASKING: Final = (
    "noc", "end", "ended", "hours_per_week", "in_canada", "paid", "employee", "physician",
    "canadian_employer", "authorized", "temporary_status", "duties_match", "excluded",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the class comes to for one case on ``as_of``.

    requirements: a finding on each.
    advisories: ids with parameters, as listed in advisories.py.
    missing: the paths of the fields that can still change an unknown requirement, in the order in
        which to ask them.
    """

    as_of: date
    outcome: Outcome
    requirements: tuple[Finding, ...]
    work: Work
    advisories: tuple[dict[str, Any], ...]
    missing: tuple[str, ...]

    def requirement(self, id: str) -> Finding:
        """The finding of that id. Raises KeyError for an unknown id."""
        for finding in self.requirements:
            if finding.id == id:
                return finding
        raise KeyError(id)

    def to_dict(self) -> dict[str, Any]:
        """The assessment as JSON values; hours are exact decimals or fractions in text."""
        return {
            "as_of": self.as_of.isoformat(),
            "outcome": self.outcome,
            "requirements": [finding.to_dict() for finding in self.requirements],
            "work": self.work.to_dict(),
            "advisories": list(self.advisories),
            "missing": list(self.missing),
        }


def figures_on(day: date) -> Figures:
    """The figures of the law on ``day``. Raises CaseError where they are not known."""
    try:
        return parameters.on(day)
    except LookupError:
        rule = f"must be {parameters.first_day()} or later: older rules are not known"
        raise CaseError("as_of", rule) from None


def day_of(case: Case, as_of: date | None) -> date:
    """The day to assess on: ``as_of``, else the case's own. Raises CaseError without either."""
    day = as_of or case.as_of
    if day is None:
        raise CaseError("as_of", "is needed: the day of the application, as YYYY-MM-DD")
    return day


def assess(case: Case, as_of: date | None = None) -> Assessment:
    """Whether ``case`` meets the class if the application for permanent residence is made that day.

    as_of: goes before the case's own day.
    Raises CaseError("as_of", ...) without any day, or on one before the figures are known.
    """
    day = day_of(case, as_of)
    figures = figures_on(day)
    found = requirements(case, day, figures)
    claims, outright = found.counts.claims, found.counts.outright
    credited = outright.timeline.credits(outright.full, outright.sure)
    work = Work(
        window(day, figures.window_years),
        claims,
        outright.timeline.in_hours(outright.least),
        credited,
        outright.timeline.accrued(outright.full, outright.sure),
    )
    return Assessment(
        day,
        outcome(found.findings),
        found.findings,
        work,
        advisories(found, figures, day),
        _missing(found.findings),
    )


def outcome(requirements: tuple[Finding, ...]) -> Outcome:
    """What the statuses come to together: what is not met goes before what is not known."""
    statuses = {finding.status for finding in requirements}
    if "not_met" in statuses:
        return "not_eligible"
    if "unknown" in statuses:
        return "incomplete"
    return "refer" if "refer" in statuses else "eligible"


def _missing(requirements: tuple[Finding, ...]) -> tuple[str, ...]:
    """Every missing field once: first job by job, then the rest as the requirements come."""
    named = dict.fromkeys(field for finding in requirements for field in finding.missing)
    of_jobs = sorted(
        (position, _ORDER_OF_ASKING.index(path.split(".")[-1]), path) for position, path in named if "]." in path
    )
    return (
        *(path for _, _, path in of_jobs),
        *dict.fromkeys(path for _, path in named if "]." not in path),
    )
