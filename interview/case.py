"""From what was told to the law's case: where only a month was told, both ends of the month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import cec
from cec.windows import years_after
from interview.dates import first_day, last_day
from interview.state import State

_LAW_FIELDS = (
    "title", "noc", "hours_per_week", "in_canada", "paid", "employee", "physician",
    "canadian_employer", "authorized", "temporary_status", "duties_match",
)  # fmt: skip


def to_case(state: State, today: date, *, cautious: bool = False) -> dict[str, Any]:
    """The case of the law's contract as JSON-like data, assessed on today.

    A month stands for its first day as a start and its last day as an end; cautious turns that round, so
    that what holds for both holds whatever the day was.
    """
    starts, ends = (last_day, first_day) if cautious else (first_day, last_day)
    return {
        "as_of": today.isoformat(),
        "outside_quebec": state.outside_quebec,
        "inadmissibility": state.inadmissibility,
        "jobs": _jobs(state, today, starts, ends),
        "study": [
            {"start": _day(period["start"], first_day), "end": _day(period.get("end"), last_day)}
            for period in state.study
        ],
        "language_test": _language(state, today),
    }


def assess(state: State, today: date, *, cautious: bool = False) -> cec.Assessment:
    """The law's answer to what is known so far."""
    return cec.assess(cec.parse_case(to_case(state, today, cautious=cautious)))


def is_decided_by_days(state: State, today: date) -> bool:
    """Whether the day within a told month decides if there is enough work."""
    told, cautious = (_work_status(state, today, cautious=c) for c in (False, True))
    return told != cautious


def _work_status(state: State, today: date, *, cautious: bool) -> str:
    known = replace(state, language=None)
    found = assess(known, today, cautious=cautious).to_dict()["requirements"]
    return str(next(f["status"] for f in found if f["id"] == "work_experience"))


def _jobs(
    state: State, today: date, starts: Callable[[str], date], ends: Callable[[str], date]
) -> list[dict[str, Any]] | None:
    if not state.jobs and not state.no_more_jobs:
        return None
    jobs = []
    for job in state.jobs:
        data = {name: getattr(job, name) for name in _LAW_FIELDS}
        if job.physician is None:
            del data["physician"]
        if job.start is None:
            # No dates are known: at most all of the window, at least nothing, since the hours are not known.
            data |= {
                "start": _window_start(today).isoformat(),
                "ended": None,
                "hours_per_week": None,
            }
            jobs.append(data)
            continue
        start = starts(job.start)
        end = ends(job.end) if job.end else None
        if end and end < start:
            end = start
        data["start"] = start.isoformat()
        data["end"] = end and end.isoformat()
        data["ended"] = job.ended if end is None else True
        data["excluded"] = [
            {
                **part,
                "start": _day(part["start"], first_day),
                "end": _day(part.get("end"), last_day),
            }
            for part in job.excluded
        ]
        jobs.append(data)
    return jobs


def _window_start(today: date) -> date:
    return years_after(today, -cec.parameters.on(today).window_years)


def _day(told: str | None, side: Callable[[str], date]) -> str | None:
    return side(told).isoformat() if told else None


def _language(state: State, today: date) -> dict[str, Any] | None:
    told = state.language
    if not told or not told.get("test"):
        return None
    # A test told by its month: the earliest day, since results run out two years after the test.
    taken = told.get("date")
    return {
        "test": told["test"],
        "date": first_day(taken).isoformat() if taken else None,
        "scores": {skill: told.get("scores", {}).get(skill) for skill in _SKILLS},
    }


_SKILLS = ("listening", "reading", "writing", "speaking")
