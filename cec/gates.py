"""Whether a job as a whole can count: one question for each exclusion, three answers each."""

from __future__ import annotations

from dataclasses import dataclass

from cec.case import Job
from cec.parameters import Figures


@dataclass(frozen=True, slots=True)
class Gate:
    """What is known of a job's right to count.

    reason: the first exclusion that certainly applies, with which nothing else matters. weighed:
    why only a professional can say ("self_employed_physician", "foreign_employer"), where that is
    sure. outright / at_most: whether the job counts without and with what a professional may allow;
    None is not known. open_outright / open_at_most: the fields that are not known and decide each.
    """

    reason: str | None
    weighed: str | None
    outright: bool | None
    at_most: bool | None
    open_outright: tuple[str, ...] = ()
    open_at_most: tuple[str, ...] = ()


def gate(job: Job, figures: Figures) -> Gate:
    """IRPR 73(2), 87.1(2)(a), 87.1(3)(b)-(c), with the public policy for physicians of 25 April
    2023.
    """
    reason = _certain_exclusion(job, figures)
    if reason is not None:
        return Gate(reason, None, outright=False, at_most=False)
    unknown = tuple(
        name
        for name in ("noc", "in_canada", "paid", "employee", "authorized", "temporary_status")
        if getattr(job, name) is None
    )
    if job.employee is False:
        return _self_employed(job, unknown)
    # A physician who may turn out self-employed, or an employee of a foreign firm, still counts at most.
    at_most = tuple(name for name in unknown if name != "employee" or job.physician is not True)
    if job.canadian_employer is False:
        return Gate(None, "foreign_employer", False, _known(at_most), (), at_most)
    outright = unknown if job.canadian_employer else _with_employer(unknown)
    return Gate(None, None, _known(outright), _known(at_most), outright, at_most)


def _certain_exclusion(job: Job, figures: Figures) -> str | None:
    if job.noc is not None and not figures.countable(job.noc):
        return (
            "restricted_occupation" if job.noc in figures.restricted_occupations else "not_teer_0_3"
        )
    if job.paid is False:
        return "unpaid"
    if job.in_canada is False:
        return "abroad"
    if job.employee is False and job.physician is False:
        return "self_employed"
    if job.authorized is False:
        return "unauthorized"
    if job.temporary_status is False:
        return "no_status"
    return None


def _self_employed(job: Job, unknown: tuple[str, ...]) -> Gate:
    at_most = unknown if job.physician else (*unknown, "physician")
    weighed = "self_employed_physician" if job.physician else None
    return Gate(None, weighed, False, _known(at_most), (), at_most)


def _with_employer(unknown: tuple[str, ...]) -> tuple[str, ...]:
    return (*unknown, "canadian_employer")


def _known(unknown: tuple[str, ...]) -> bool | None:
    return None if unknown else True
