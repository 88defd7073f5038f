"""Whether the work that counts was the work of its unit group: lead statement and main duties."""

from __future__ import annotations

from collections.abc import Sequence

from cec.amounts import plain
from cec.case import Case
from cec.doubts import Claim, Possible
from cec.findings import Finding, Open
from cec.leading import Race
from cec.parameters import Figures
from cec.provisions import reaches

_CITATION = "IRPR 87.1(2)(b)-(c)"


def r87_1_2_b_c_duties(
    case: Case,
    claims: Sequence[Claim],
    outright: Possible,
    matching: Race,
    figures: Figures,
) -> Finding:
    """In their work the person did what the lead statement says and a substantial number of the
    main duties.

    Met where the duties match in every job that may count, or where the jobs in which they match
    are enough by themselves. ``outright``: all jobs; ``matching``: only those whose duties may
    match. Where no job may count, what is said of the duties of those that
    were left out stands, and nothing is asked.
    """
    if case.jobs is None:
        return Finding("duties", "unknown", _CITATION, {}, ((-1, "jobs"),))
    counting = [claim for claim in claims if claim.may_count]
    left_out = [
        c for c in claims if not c.may_count and (c.job.noc is None or figures.countable(c.job.noc))
    ]
    shown = any(c.job.duties_match and c.job.noc is not None for c in (*counting, *left_out))
    if not counting:
        return _of_what_was_left_out(left_out, shown)
    needed = figures.required_hours * outright.timeline.unit
    status, missing = reaches(needed, matching.least, matching.most)
    if status == "met" or (shown and all(claim.job.duties_match for claim in counting)):
        return Finding("duties", "met", _CITATION)
    differing = [claim for claim in counting if claim.job.duties_match is False]
    surely_differ = any(_surely_counts(claim) for claim in differing) or (
        len(differing) == len(counting)
        and all(claim.job.duties_match is False for claim in left_out)
    )
    if not surely_differ and _may_fall_short(outright, differing, needed):
        missing = (*missing, *_what_decides(counting, shown))
    if status == "not_met" and surely_differ:
        evidence = {
            "reason": "duties_differ",
            "jobs": [claim.position for claim in differing],
            "matching_hours": plain(outright.timeline.in_hours(matching.least.least)),
        }
        return Finding("duties", "not_met", _CITATION, evidence)
    if status == "refer" and not missing:
        return Finding("duties", "refer", _CITATION)
    return Finding("duties", "unknown", _CITATION, {}, tuple(dict.fromkeys(missing)))


def _of_what_was_left_out(left_out: Sequence[Claim], shown: bool) -> Finding:
    if shown:
        return Finding("duties", "met", _CITATION)
    if not left_out:
        return Finding("duties", "not_met", _CITATION, {"reason": "no_countable_work"})
    if all(claim.job.duties_match is False for claim in left_out):
        jobs = [claim.position for claim in left_out]
        return Finding("duties", "not_met", _CITATION, {"reason": "duties_differ", "jobs": jobs})
    return Finding("duties", "unknown", _CITATION)


def _surely_counts(claim: Claim) -> bool:
    return claim.gate.at_most is True and any(part.counts for part in claim.days)


def _may_fall_short(outright: Possible, differing: Sequence[Claim], needed: int) -> bool:
    """Whether the jobs that are known to count, less those whose duties differ, may not be enough."""
    without = ~sum(claim.bit for claim in differing)
    return outright.timeline.total(outright.full & without, outright.sure & without) < needed


def _what_decides(counting: Sequence[Claim], shown: bool) -> list[Open]:
    found: list[Open] = []
    for claim in counting:
        if claim.job.duties_match is None:
            found.append((claim.position, claim.path("duties_match")))
        elif claim.job.duties_match is False or not shown:
            found += [(claim.position, claim.path(field)) for field in claim.gate.open_at_most]
            if claim.job.excluded is None:
                found.append((claim.position, claim.path("excluded")))
    return found
