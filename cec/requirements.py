"""Every requirement of the class for one case on one day, in the order of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cec.case import Case
from cec.counts import Counts, count
from cec.duties import r87_1_2_b_c_duties
from cec.findings import Finding
from cec.leading import Race, Threshold, r87_1_2_e_threshold
from cec.parameters import Figures
from cec.provisions import (
    irpa_34_42_admissibility,
    mi_3_4_test_validity,
    r87_1_1_outside_quebec,
    r87_1_2_a_work_experience,
    r87_1_2_d_e_language,
)
from cec.windows import window


@dataclass(frozen=True, slots=True)
class Requirements:
    """The findings on one day, with what they were found from."""

    findings: tuple[Finding, ...]
    counts: Counts
    threshold: Threshold


def requirements(case: Case, day: date, figures: Figures) -> Requirements:
    """The finding on each requirement if the application is made on ``day``."""
    found = count(case, window(day, figures.window_years), figures)
    level = r87_1_2_e_threshold(found.claims, Race(found.outright, found.weighed), figures)
    findings = (
        r87_1_2_a_work_experience(case, found.outright, found.weighed, figures),
        r87_1_2_b_c_duties(case, found, figures),
        r87_1_2_d_e_language(case, level, figures),
        mi_3_4_test_validity(case, day, figures),
        r87_1_1_outside_quebec(case),
        irpa_34_42_admissibility(case, figures),
    )
    return Requirements(findings, found, level)
