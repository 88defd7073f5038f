"""What is missing for each requirement that is not met: the least that would meet it alone."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from cec.amounts import plain
from cec.assessment import day_of, figures_on
from cec.case import Case, LanguageTest
from cec.findings import Finding
from cec.language import lowest_score
from cec.parameters import Figures
from cec.requirements import requirements
from cec.windows import DAYS_IN_A_WEEK, years_after


def shortfalls(case: Case, as_of: date | None = None) -> tuple[dict[str, Any], ...]:
    """One entry, in JSON values, for each requirement that is not met on the day.

    work_experience: "hours_missing", exact; "full_time_days" that would make them up;
        "hours_missing_at_least", where unknown facts may help.
    duties: "reason"; where they differ, "jobs" by position and "hours_missing" of matching work.
    language: "skills", each with skill, score, level, needed_level and needed_score; or "reason"
        test_not_accepted with "test", "accepted_tests" and "needed_level".
    test_validity: "reason" expired with "expired_on", not_yet_taken with "date", or
        test_not_accepted with "test" and "accepted_tests".
    outside_quebec: "reason".

    Raises CaseError("as_of", ...) as ``assess`` does.
    """
    day = day_of(case, as_of)
    figures = figures_on(day)
    findings = requirements(case, day, figures).findings
    return tuple(
        {"requirement": finding.id, **_shortfall(finding, case, day, figures)}
        for finding in findings
        if finding.status == "not_met"
    )


def _shortfall(finding: Finding, case: Case, day: date, figures: Figures) -> dict[str, Any]:
    evidence, test = finding.evidence, case.language_test
    reason = evidence.get("reason")
    if finding.id == "work_experience":
        return _hours(finding, figures)
    if finding.id == "duties":
        return _duties(finding, figures)
    if reason == "test_not_accepted":
        needed = {"needed_level": evidence["required_level"]} if finding.id == "language" else {}
        accepted = list(figures.accepted_tests)
        return {"reason": reason, "test": evidence["test"], "accepted_tests": accepted, **needed}
    if finding.id == "language" and test is not None:
        return {"skills": _skills(finding, test, day, figures)}
    if reason == "expired" and test is not None and test.date is not None:
        expired = years_after(test.date, figures.result_validity_years)
        return {"reason": reason, "expired_on": expired.isoformat()}
    return {key: evidence[key] for key in ("reason", "date") if key in evidence}


def _hours(finding: Finding, figures: Figures) -> dict[str, Any]:
    evidence = finding.evidence
    missing = figures.required_hours - Fraction(evidence["countable_hours"])
    # Rounded up: a part of a day is a day.
    days = -(-missing * DAYS_IN_A_WEEK // figures.full_time_hours_per_week)
    found: dict[str, Any] = {"hours_missing": plain(missing), "full_time_days": days}
    if "countable_hours_at_most" in evidence:
        at_most = Fraction(evidence["countable_hours_at_most"])
        found["hours_missing_at_least"] = plain(figures.required_hours - at_most)
    return found


def _duties(finding: Finding, figures: Figures) -> dict[str, Any]:
    evidence = finding.evidence
    found = {key: evidence[key] for key in ("reason", "jobs") if key in evidence}
    if "matching_hours" in evidence:
        missing = figures.required_hours - Fraction(evidence["matching_hours"])
        found["hours_missing"] = plain(missing)
    return found


def _skills(finding: Finding, test: LanguageTest, day: date, figures: Figures) -> list[dict[str, Any]]:
    """Each skill below the level that is required; of several possible levels, the lowest."""
    evidence = finding.evidence
    levels = evidence.get("possible_levels") or [evidence["required_level"]]
    asked = [level for level in levels if level] or list(figures.language_level_by_teer.values())
    needed = min(asked)
    return [
        {
            "skill": skill,
            "score": str(test.scores.of(skill)),
            "level": evidence["levels"][skill],
            "needed_level": needed,
            "needed_score": str(lowest_score(str(test.test), skill, needed, test.date or day)),
        }
        for skill in evidence["below"]
    ]
