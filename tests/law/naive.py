"""The hours of a case, counted the slow way, day after day: to hold the quick count against."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

FULL_TIME = Fraction(30)
NEEDED = 1560


def window(as_of: date) -> list[date]:
    """Every day of the three years before ``as_of``, by the contract's own words."""
    try:
        first = as_of.replace(year=as_of.year - 3)
    except ValueError:
        first = date(as_of.year - 3, 2, 28)
    return [first + timedelta(days=n) for n in range((as_of - first).days)]


def hours(case: dict[str, Any], *, weighed: bool = False, as_of: date | None = None) -> list[Fraction]:
    """The hours credited to each job of a case without unknowns.

    weighed: with the jobs that only a professional can weigh.
    """
    jobs = case["jobs"]
    weekly = [Fraction(job["hours_per_week"]) for job in jobs]
    running = [_period(job) for job in jobs]
    left_out = [[_period(part) for part in job["excluded"]] for job in jobs]
    study = [_period(period) for period in case["study"]]
    counting = [i for i, job in enumerate(jobs) if _may_count(job, weighed)]
    together: Counter[tuple[int, ...]] = Counter()
    for day in window(as_of or date.fromisoformat(case["as_of"])):
        if any(_covers(period, day) for period in study):
            continue
        working = [i for i in counting if _covers(running[i], day)]
        together[tuple(i for i in working if not any(_covers(part, day) for part in left_out[i]))] += 1
    credited = [Fraction(0)] * len(jobs)
    for at_work, days in together.items():
        all_hours = sum(weekly[i] for i in at_work)
        share = min(Fraction(1), FULL_TIME / all_hours) if all_hours else Fraction(0)
        for i in at_work:
            credited[i] += days * weekly[i] / 7 * share
    return credited


def _may_count(job: dict[str, Any], weighed: bool) -> bool:
    if int(job["noc"][1]) > 3 or not (job["paid"] and job["in_canada"]):
        return False
    if not (job["authorized"] and job["temporary_status"]):
        return False
    if not job["employee"]:
        return weighed and job["physician"]
    return weighed or job["canadian_employer"]


def _period(told: dict[str, Any]) -> tuple[date, date]:
    end = told["end"]
    return date.fromisoformat(told["start"]), date.fromisoformat(end) if end else date.max


def _covers(period: tuple[date, date], day: date) -> bool:
    return period[0] <= day <= period[1]
