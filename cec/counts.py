"""The work of a case, counted: what is known to count over some days, and what may."""

from __future__ import annotations

from dataclasses import dataclass

from cec.case import Case
from cec.days import stretches
from cec.doubts import Claim, Possible, possible
from cec.gates import gate
from cec.leading import Race
from cec.parameters import Figures
from cec.timeline import lay_out


@dataclass(frozen=True, slots=True)
class Counts:
    """The jobs of a case over some days, and what may come of them.

    outright, weighed: without and with what a professional may allow.
    race: the same for the jobs whose duties may match; from them comes the leading occupation.
    """

    claims: tuple[Claim, ...]
    outright: Possible
    weighed: Possible
    race: Race

    def open_fields(self, claim: Claim) -> tuple[str, ...]:
        """The fields of a job that are not known and may matter; none if it cannot count."""
        amounts = (self.outright, self.weighed, self.race.least, self.race.most)
        doubts = (d for amount in amounts for d in amount.doubts if d.claim is claim)
        return tuple(dict.fromkeys(field for doubt in doubts for field, _ in doubt.fields))


def count(case: Case, days: tuple[int, int], figures: Figures) -> Counts:
    """What the jobs of ``case`` come to over ``days`` (ordinals, the last one left out)."""
    jobs = case.jobs or ()
    claims = tuple(
        Claim(i, job, gate(job, figures), stretches(job, case.study, days))
        for i, job in enumerate(jobs)
    )
    weekly = [job.hours_per_week for job in jobs]
    counting = [claim.days if claim.may_count else () for claim in claims]
    timeline = lay_out(counting, weekly, figures.full_time_hours_per_week)
    study_known = case.study is not None

    def of(*, outright: bool, matching: bool) -> Possible:
        return possible(timeline, claims, outright, matching, study_known)

    return Counts(
        claims,
        of(outright=True, matching=False),
        of(outright=False, matching=False),
        Race(of(outright=True, matching=True), of(outright=False, matching=True)),
    )
