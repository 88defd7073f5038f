"""From what was told to the law's case: where only a month was told, both ends of the month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import cec
from cec.windows import years_after
from interview.dates import first_day, last_day
from interview.state import Job, State
from nlu.facts import SKILLS

#: Reasons that the law's case knows only for a whole job, and the field that says so.
_WHOLE_ONLY: Final = {"self_employed": "employee", "foreign_employer": "canadian_employer"}
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


def pieces(state: State) -> list[int]:
    """For each job of the law's case the job of the state that it is of: one that changed its nature is several."""
    return [index for index, job in enumerate(state.jobs) for _ in _natures(job)]


def _jobs(
    state: State, today: date, starts: Callable[[str], date], ends: Callable[[str], date]
) -> list[dict[str, Any]] | None:
    if not state.jobs and not state.no_more_jobs:
        return None
    return [_piece(job, today, starts, ends) for told in state.jobs for job in _natures(told)]


def _natures(job: Job) -> list[Job]:
    """A job in stretches of one nature: the law's case knows self-employment only for a whole job.

    The stretches of a part that was self-employed, or for a foreign employer, become jobs of their own.
    """
    stretches = [replace(job, excluded=[part for part in job.excluded if part["reason"] not in _WHOLE_ONLY])]
    for part in sorted(job.excluded, key=lambda part: part["start"] or ""):
        if part["reason"] in _WHOLE_ONLY and part["start"]:
            stretches[-1:] = _split(stretches[-1], _WHOLE_ONLY[part["reason"]], part["start"], part["end"])
    return stretches


def _split(job: Job, flag: str, start: str, end: str | None) -> list[Job]:
    before, stretches = first_day(start) - timedelta(days=1), []
    if job.start and first_day(job.start) <= before:
        stretches.append(replace(job, end=before.isoformat(), ended=True))
    inside = replace(job, start=start, end=end or job.end, ended=True if end else job.ended)
    setattr(inside, flag, False)
    stretches.append(inside)
    if end and (job.end is None or last_day(job.end) > last_day(end)):
        after = last_day(end) + timedelta(days=1)
        stretches.append(replace(job, start=after.isoformat()))
    return stretches


def _piece(job: Job, today: date, starts: Callable[[str], date], ends: Callable[[str], date]) -> dict[str, Any]:
    data = {name: getattr(job, name) for name in _LAW_FIELDS}
    if job.physician is None:
        del data["physician"]
    if job.start is None:
        # No dates are known: at most all of the window, at least nothing, since the hours are not known either.
        return data | {"start": _window_start(today).isoformat(), "ended": None, "hours_per_week": None}
    start = starts(job.start)
    end = ends(job.end) if job.end else None
    data["start"] = start.isoformat()
    data["end"] = max(start, end).isoformat() if end else None
    data["ended"] = job.ended if end is None else True
    data["excluded"] = [
        {**part, "start": _day(part["start"], first_day), "end": _day(part.get("end"), last_day)}
        for part in job.excluded
    ]
    return data


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
        "scores": {skill: told.get("scores", {}).get(skill) for skill in SKILLS},
    }
