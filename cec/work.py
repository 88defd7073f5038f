"""The work of a case as it was counted: the hours, and what was left out of them and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from cec.amounts import plain
from cec.days import Stretch
from cec.doubts import Claim


@dataclass(frozen=True, slots=True)
class Work:
    """The hours that are known to count.

    window: ordinals, the last day left out.
    credited, accrued: the hours of each job, after and before the cap.
    """

    window: tuple[int, int]
    claims: tuple[Claim, ...]
    countable_hours: Fraction
    credited: tuple[Fraction, ...]
    accrued: tuple[Fraction, ...]

    @property
    def by_occupation(self) -> dict[str, Fraction]:
        """Hours known to count by unit group, in the order of the jobs."""
        found: dict[str, Fraction] = {}
        for claim, hours in zip(self.claims, self.credited, strict=True):
            if hours and claim.job.noc is not None:
                found[claim.job.noc] = found.get(claim.job.noc, Fraction(0)) + hours
        return found

    def to_dict(self) -> dict[str, Any]:
        opens, closes = self.window
        return {
            "window": [_iso(opens), _iso(closes - 1)],
            "countable_hours": plain(self.countable_hours),
            "by_occupation": {code: plain(hours) for code, hours in self.by_occupation.items()},
            "jobs": [self._job(claim) for claim in self.claims],
        }

    def _job(self, claim: Claim) -> dict[str, Any]:
        """``hours_over_cap`` is there only where hours above full time earned nothing."""
        credited, accrued = self.credited[claim.position], self.accrued[claim.position]
        over = {"hours_over_cap": plain(accrued - credited)} if accrued > credited else {}
        segments = [_segment(claim, part) for part in claim.days]
        return {
            "title": claim.job.title,
            "credited_hours": plain(credited),
            **over,
            "segments": segments,
        }


def _segment(claim: Claim, part: Stretch) -> dict[str, Any]:
    counts, reason = part.counts, part.reason
    if counts is not False:
        if claim.gate.reason is not None:
            counts, reason = False, claim.gate.reason
        elif claim.gate.weighed is not None:
            counts, reason = None, claim.gate.weighed
        elif claim.gate.outright is not True:
            counts = None
    end = None if part.past is None else _iso(part.past - 1)
    return {"start": _iso(part.first), "end": end, "counts": counts, "reason": reason}


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
