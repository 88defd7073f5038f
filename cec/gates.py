"""Whether a job as a whole can count: a small rule for each provision, and what they leave open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cec.case import Job
from cec.parameters import Figures


@dataclass(frozen=True, slots=True)
class Gate:
    """What is known of a job's right to count.

    reason: the first exclusion that certainly applies; with one, nothing else matters.
    weighed: "self_employed_physician" or "foreign_employer", where it is sure to be one.
    outright, at_most: whether the job counts without and with what a professional may allow;
        None is not known.
    open_outright, open_at_most: the fields that are not known and decide each.
    """

    reason: str | None
    weighed: str | None
    outright: bool | None
    at_most: bool | None
    open_outright: tuple[str, ...] = ()
    open_at_most: tuple[str, ...] = ()


def r87_1_2_a_occupation(job: Job, figures: Figures) -> str | None:
    """An occupation of TEER 0, 1, 2 or 3, other than a restricted one."""
    if job.noc is None or figures.countable(job.noc):
        return None
    return "restricted_occupation" if job.noc in figures.restricted_occupations else "not_teer_0_3"


def r73_2_wages(job: Job, figures: Figures) -> str | None:
    """Work is an activity for which wages are paid or commission is earned."""
    return "unpaid" if job.paid is False else None


def r87_1_2_a_in_canada(job: Job, figures: Figures) -> str | None:
    """The experience is acquired in Canada."""
    return "abroad" if job.in_canada is False else None


def r87_1_3_b_self_employment(job: Job, figures: Figures) -> str | None:
    """Self-employment is left out; of a publicly funded physician's, a professional must judge."""
    return "self_employed" if job.employee is False and job.physician is False else None


def r87_1_3_b_unauthorized_work(job: Job, figures: Figures) -> str | None:
    """Unauthorized work is left out."""
    return "unauthorized" if job.authorized is False else None


def r87_1_3_c_temporary_status(job: Job, figures: Figures) -> str | None:
    """They held temporary resident status during the work."""
    return "no_status" if job.temporary_status is False else None


_EXCLUSIONS: Final[tuple[Callable[[Job, Figures], str | None], ...]] = (
    r87_1_2_a_occupation,
    r73_2_wages,
    r87_1_2_a_in_canada,
    r87_1_3_b_self_employment,
    r87_1_3_b_unauthorized_work,
    r87_1_3_c_temporary_status,
)
_DECIDING: Final = ("noc", "in_canada", "paid", "employee", "authorized", "temporary_status")


def gate(job: Job, figures: Figures) -> Gate:
    """What the provisions together say of a job."""
    reason = next((why for rule in _EXCLUSIONS if (why := rule(job, figures))), None)
    if reason is not None:
        return Gate(reason, None, outright=False, at_most=False)
    unknown = tuple(name for name in _DECIDING if getattr(job, name) is None)
    if job.employee is False:
        at_most = unknown if job.physician else (*unknown, "physician")
        weighed = "self_employed_physician" if job.physician else None
        return Gate(None, weighed, False, _unless(at_most), (), at_most)
    # A physician counts in some measure, whether employed or not.
    at_most = tuple(name for name in unknown if name != "employee" or job.physician is not True)
    if job.canadian_employer is False:
        return Gate(None, "foreign_employer", False, _unless(at_most), (), at_most)
    outright = unknown if job.canadian_employer else (*unknown, "canadian_employer")
    return Gate(None, None, _unless(outright), _unless(at_most), outright, at_most)


def _unless(unknown: tuple[str, ...]) -> bool | None:
    return None if unknown else True
