"""From the law's case back to what a person would have told: so that a case file gets the same words as a talk."""

from __future__ import annotations

from datetime import date

from cec.amounts import plain
from cec.case import Case
from cec.case import Job as LawJob
from interview.state import Job, State
from nlu.facts import SKILLS

_SAME = (
    "title", "noc", "ended", "in_canada", "paid", "employee", "physician", "canadian_employer", "authorized",
    "temporary_status", "duties_match",
)  # fmt: skip


def state_of(case: Case) -> State:
    """The state of somebody who told exactly this case."""
    test = case.language_test
    return State(
        jobs=[_job(job) for job in case.jobs or ()],
        study=[{"start": part.start.isoformat(), "end": _iso(part.end)} for part in case.study or ()],
        language={
            "test": test.test,
            "date": _iso(test.date),
            "scores": {skill: f"{score:f}" for skill in SKILLS if (score := test.scores.of(skill)) is not None},
        }
        if test
        else None,
        outside_quebec=case.outside_quebec,
        inadmissibility=None if case.inadmissibility is None else list(case.inadmissibility),
        no_more_jobs=True,
    )


def _job(job: LawJob) -> Job:
    told = Job(**{name: getattr(job, name) for name in _SAME})
    told.start, told.end = job.start.isoformat(), _iso(job.end)
    told.ended = True if job.end else job.ended
    told.hours_per_week = None if job.hours_per_week is None else plain(job.hours_per_week)
    told.excluded = [
        {"start": part.start.isoformat(), "end": _iso(part.end), "reason": part.reason} for part in job.excluded or ()
    ]
    return told


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
