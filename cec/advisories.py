"""What a person should know beside the requirements: ids with parameters, the words are the bot's.

clb_7_is_safe: another reading of IRPR 87.1(2)(e) would ask for the higher level. {"level": 7} and a
    reason: "tie", of occupations of different levels; "higher_teers_together", have more hours than
    the one that leads; "duties_differ", one of them leads if only work counts of which the duties
    match.
job_not_begun: {"jobs": [...]} start on or after the day of assessment, so nothing of them counts.
physician_policy: {"jobs": [...]} are self-employed work that a public policy may let count.
foreign_employer: {"jobs": [...]} are work in Canada for a foreign employer; it is unclear if it
    counts.
unauthorized_work: {"jobs": [...]} are left out, and may themselves be inadmissibility (IRPA 41).
before_noc_2021: the day lies before 16 November 2022, when the class went by the NOC 2016.

Jobs are given by their positions in the case.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, Final

from cec.counts import Counts
from cec.doubts import Claim
from cec.parameters import Figures
from cec.requirements import Requirements

_NOC_2021: Final = date(2022, 11, 16)


def advisories(found: Requirements, figures: Figures, as_of: date) -> tuple[dict[str, Any], ...]:
    """Every advisory that holds, in the order of this module's docstring."""
    claims = found.counts.claims
    reason = _why_the_higher_level_is_safe(found, figures)
    level = max(figures.language_level_by_teer.values())
    advice = [{"id": "clb_7_is_safe", "reason": reason, "level": level}] if reason else []
    for name, holds in (
        ("job_not_begun", [c for c in claims if c.job.start >= as_of]),
        ("physician_policy", [c for c in claims if c.gate.weighed == "self_employed_physician"]),
        ("foreign_employer", [c for c in claims if c.gate.weighed == "foreign_employer"]),
        ("unauthorized_work", [c for c in claims if _unauthorized(c)]),
    ):
        if holds:
            advice.append({"id": name, "jobs": [claim.position for claim in holds]})
    if as_of < _NOC_2021:
        advice.append({"id": "before_noc_2021"})
    return tuple(advice)


def _why_the_higher_level_is_safe(found: Requirements, figures: Figures) -> str | None:
    leader = found.threshold.decided_by
    worked = _by_occupation(found.counts, matching=False)
    if leader not in worked or len(worked) < 2:
        return None
    required, most, level = figures.level_for(leader), worked[leader], figures.level_for
    if any(hours == most and level(code) != required for code, hours in worked.items()):
        return "tie"
    if sum(hours for code, hours in worked.items() if level(code) > required) > most:
        return "higher_teers_together"
    matching = _by_occupation(found.counts, matching=True)
    leading = max(matching.values(), default=None)
    if any(hours == leading and level(code) > required for code, hours in matching.items()):
        return "duties_differ"
    return None


def _by_occupation(counts: Counts, matching: bool) -> dict[str, Fraction]:
    """The hours known to count by unit group, of all jobs or only those whose duties match."""
    known = counts.outright
    jobs = sum(c.bit for c in counts.claims if c.job.duties_match or not matching)
    credited = known.timeline.credits(known.full & jobs, known.sure & jobs)
    found: dict[str, Fraction] = {}
    for claim, hours in zip(counts.claims, credited, strict=True):
        if hours and claim.job.noc is not None:
            found[claim.job.noc] = found.get(claim.job.noc, Fraction(0)) + hours
    return found


def _unauthorized(claim: Claim) -> bool:
    return claim.job.authorized is False or any(part.reason == "unauthorized" for part in claim.days)
