"""What a person should know beside the requirements, as ids with parameters; the words are the
bot's.

clb_7_is_safe        {"reason": "tie" | "higher_teers_together", "level": 7}: another reading of
IRPR 87.1(2)(e)
                     would ask for the higher level
job_not_begun        {"jobs": [...]}: starts on or after the day of assessment, so nothing of it
counts yet physician_policy     {"jobs": [...]}: self-employed work that a public policy may let
count foreign_employer     {"jobs": [...]}: work in Canada for a foreign employer; whether it counts
is unclear unauthorized_work    {"jobs": [...]}: left out, and may itself be inadmissibility (IRPA
41) before_noc_2021      {}: the day lies before 16 November 2022, when the class still went by the
NOC 2016
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from cec.doubts import Claim
from cec.leading import Threshold
from cec.parameters import Figures

_NOC_2021: Final = date(2022, 11, 16)


def advisories(
    claims: Sequence[Claim],
    credited: Sequence[Fraction],
    threshold: Threshold,
    figures: Figures,
    as_of: date,
) -> tuple[dict[str, Any], ...]:
    """Every advisory that holds, in the order of this module's docstring. credited: hours known to
    count, by job.
    """
    found = _safe_level(claims, credited, threshold, figures)
    for name, holds in (
        ("job_not_begun", [c for c in claims if c.job.start >= as_of]),
        ("physician_policy", [c for c in claims if c.gate.weighed == "self_employed_physician"]),
        ("foreign_employer", [c for c in claims if c.gate.weighed == "foreign_employer"]),
        ("unauthorized_work", [c for c in claims if _unauthorized(c)]),
    ):
        if holds:
            found.append({"id": name, "jobs": [claim.position for claim in holds]})
    if as_of < _NOC_2021:
        found.append({"id": "before_noc_2021"})
    return tuple(found)


def _safe_level(
    claims: Sequence[Claim], credited: Sequence[Fraction], threshold: Threshold, figures: Figures
) -> list[dict[str, Any]]:
    """The text of 87.1(2)(e) settles neither a tie nor a lead over higher occupations that are more
    together.
    """
    if threshold.decided_by is None:
        return []
    by_code: dict[str, Fraction] = {}
    for claim, hours in zip(claims, credited, strict=True):
        if hours and claim.job.noc is not None and claim.may_match:
            by_code[claim.job.noc] = by_code.get(claim.job.noc, Fraction(0)) + hours
    leading = by_code.get(threshold.decided_by, Fraction(0))
    required, highest = threshold.levels[0], max(figures.language_level_by_teer.values())
    if not leading:
        return []
    if any(
        hours == leading and figures.level_for(code) != required for code, hours in by_code.items()
    ):
        return [{"id": "clb_7_is_safe", "reason": "tie", "level": highest}]
    above = sum(
        (h for code, h in by_code.items() if figures.level_for(code) > required), Fraction(0)
    )
    if above > leading:
        return [{"id": "clb_7_is_safe", "reason": "higher_teers_together", "level": highest}]
    return []


def _unauthorized(claim: Claim) -> bool:
    return claim.job.authorized is False or any(
        part.reason == "unauthorized" for part in claim.days
    )
