"""Every requirement of the class for one case on one day, in the order in which they are reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cec.case import Case
from cec.days import stretches
from cec.doubts import Claim, Possible, possible
from cec.duties import r87_1_2_b_c_duties
from cec.findings import Finding
from cec.gates import gate
from cec.leading import Race, Threshold, threshold
from cec.parameters import Figures
from cec.provisions import (
    irpa_34_42_admissibility,
    mi_3_4_test_validity,
    r87_1_1_outside_quebec,
    r87_1_2_a_work_experience,
    r87_1_2_d_e_language,
)
from cec.timeline import lay_out
from cec.windows import window


@dataclass(frozen=True, slots=True)
class Amounts:
    """The jobs of a case over some days, and what may come of them.

    outright, weighed: without and with what a professional may allow. race: the same for the jobs
    whose duties may match, from which the leading occupation comes.
    """

    claims: tuple[Claim, ...]
    outright: Possible
    weighed: Possible
    race: Race


def amounts(case: Case, days: tuple[int, int], figures: Figures) -> Amounts:
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

    return Amounts(
        claims,
        of(outright=True, matching=False),
        of(outright=False, matching=False),
        Race(of(outright=True, matching=True), of(outright=False, matching=True)),
    )


@dataclass(frozen=True, slots=True)
class Requirements:
    """The findings on one day, with what they were found from."""

    findings: tuple[Finding, ...]
    amounts: Amounts
    threshold: Threshold


def requirements(case: Case, day: date, figures: Figures) -> Requirements:
    """The finding on each requirement if the application is made on ``day``."""
    found = amounts(case, window(day, figures.window_years), figures)
    level = threshold(found.claims, found.race, figures)
    findings = (
        r87_1_2_a_work_experience(case, found.outright, found.weighed, figures),
        r87_1_2_b_c_duties(case, found.claims, found.outright, found.race, figures),
        r87_1_2_d_e_language(case, level, figures),
        mi_3_4_test_validity(case, day, figures),
        r87_1_1_outside_quebec(case),
        irpa_34_42_admissibility(case, figures),
    )
    return Requirements(findings, found, level)
