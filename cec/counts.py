"""The work of a case, counted: what is known to count over some days, and what may."""

from __future__ import annotations

from dataclasses import dataclass

from cec.case import Case
from cec.days import stretches
from cec.doubts import Claim, Possible, possible
from cec.gates import gate
from cec.parameters import Figures
from cec.timeline import lay_out


@dataclass(frozen=True, slots=True)
class Counts:
    """The jobs of a case over some days, and what may come of them.

    outright, weighed: without and with what a professional may allow.
    """

    claims: tuple[Claim, ...]
    outright: Possible
    weighed: Possible

    @property
    def matching(self) -> int:
        """The units known to count of the jobs whose duties are those of their unit group."""
        shown = sum(claim.bit for claim in self.claims if claim.job.duties_match)
        known = self.outright
        return known.timeline.total(known.full & shown, known.sure & shown)


def count(case: Case, days: tuple[int, int], figures: Figures) -> Counts:
    """What the jobs of ``case`` come to over ``days`` (ordinals, the last one left out)."""
    jobs = case.jobs or ()
    claims = tuple(Claim(i, job, gate(job, figures), stretches(job, case.study, days)) for i, job in enumerate(jobs))
    weekly = [job.hours_per_week for job in jobs]
    counting = [claim.days if claim.may_count else () for claim in claims]
    timeline = lay_out(counting, weekly, figures.full_time_hours_per_week)
    study_known = case.study is not None
    outright = possible(timeline, claims, outright=True, study_known=study_known)
    return Counts(claims, outright, possible(timeline, claims, outright=False, study_known=study_known))
