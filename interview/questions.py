"""What to ask next: the first thing that is not known and can still matter, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import cec
import noc
from cec.windows import years_after
from interview.case import assess, is_decided_by_days
from interview.dates import first_day, is_month, last_day
from interview.state import FLAGS, UNKNOWN, Job, State

#: So many unit groups are offered at once.
_MOST_CANDIDATES: Final = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question by name, and the job, doubt or exclusion that it is about."""

    name: str
    about: int | None = None


def next_question(state: State, today: date) -> Question | None:
    """The question to ask now, or None when the answer can be given."""
    return next(_open_questions(state, today), None)


def _open_questions(state: State, today: date) -> Iterator[Question]:
    if state.doubts:
        yield Question("doubt", 0)
    if not state.jobs and not state.no_more_jobs:
        yield Question("job")
    for index, job in enumerate(state.jobs):
        yield from _about_job(state, index, job)
    yield from _about_exclusions(state)
    if not state.no_more_jobs:
        yield Question("more_jobs")
    if state.is_skipped("rest") or not _can_count(state):
        return
    yield from _about_the_rest(state, today)


def _about_exclusions(state: State) -> Iterator[Question]:
    for position, exclusion in enumerate(state.exclusions):
        if exclusion.job is not None and not might_count(state.jobs[exclusion.job]):
            continue
        if exclusion.reason == UNKNOWN:
            yield Question("exclusion_which", position)
        if exclusion.job is None and len(state.jobs) > 1 and exclusion.reason != "full_time_study":
            yield Question("exclusion_job", position)
        yield Question("exclusion_period", position)


def _about_job(state: State, index: int, job: Job) -> Iterator[Question]:
    if job.title is None and job.noc is None and job.duties is None and not state.is_skipped("job_title", index):
        yield Question("job_title", index)
    if needs_unit_group(state, index):
        yield Question(_group_question(state, index), index)
    if not might_count(job):
        return
    no_period = job.start is None and not state.is_skipped("job_period", index)
    no_hours = job.hours_per_week is None and not state.is_skipped("job_hours", index)
    if no_period and no_hours:
        yield Question("job_time", index)
    if no_period:
        yield Question("job_period", index)
    if job.start and job.end is None and job.ended is None and not state.is_skipped("job_end", index):
        yield Question("job_end", index)
    if job.ended and job.end is None and not state.is_skipped("job_end_date", index):
        yield Question("job_end_date", index)
    if no_hours:
        yield Question("job_hours", index)


def _group_question(state: State, index: int) -> str:
    """How the unit group is asked: from candidates, from the kinds of a broad title, or by what the person does."""
    job = state.jobs[index]
    if has_candidates(job):
        return "job_group"
    return "job_kind" if kinds_of(job) and not state.is_skipped("job_kind", index) else "job_duties"


def _about_the_rest(state: State, today: date) -> Iterator[Question]:
    missing = assess(state, today).to_dict()["missing"]
    # Also where the hours fall short whatever the answer: the first day on which they suffice hangs on it.
    if not state.is_skipped("exclusions") and any(_has_open_flag(job) for job in state.jobs):
        yield Question("exclusions")
    if not state.is_skipped("physician"):
        for index, job in enumerate(state.jobs):
            if job.employee is False and job.physician is None and is_physician(job):
                yield Question("physician", index)
    if not state.is_skipped("job_day") and is_decided_by_days(state, today):
        for index, job in enumerate(state.jobs):
            if is_month(job.start) and not state.is_skipped("job_start_day", index):
                yield Question("job_start_day", index)
            if is_month(job.end) and not state.is_skipped("job_end_day", index):
                yield Question("job_end_day", index)
    yield from _about_language(state, missing, today)
    if state.outside_quebec is None and not state.is_skipped("outside_quebec"):
        yield Question("outside_quebec")
    if state.inadmissibility is None:
        if "admissibility:yes" in state.trail and not state.is_skipped("admissibility_which"):
            yield Question("admissibility_which")
        elif not state.is_skipped("admissibility") and "admissibility:yes" not in state.trail:
            yield Question("admissibility")


def _about_language(state: State, missing: list[str], today: date) -> Iterator[Question]:
    told = state.language or {}
    if not told.get("test"):
        if not state.is_skipped("language"):
            yield Question("language" if not told.get("scores") else "test_name")
        return
    if told["test"] not in cec.parameters.on(today).accepted_tests:
        return  # its scores cannot help; another test can be told at any time
    scores_missing = any(field.startswith("language_test.scores") for field in missing)
    if scores_missing and not state.is_skipped("scores"):
        yield Question("scores")
    if _may_be_another_scale(told, today) and not state.is_skipped("score_scale"):
        yield Question("score_scale")
    taken = told.get("date")
    if taken is None and "language_test.date" in missing and not state.is_skipped("test_date"):
        yield Question("test_date")
    if taken and is_month(taken) and not state.is_skipped("test_day") and _is_near_its_end(taken, today):
        yield Question("test_day")


def _may_be_another_scale(told: Mapping[str, Any], today: date) -> bool:
    day = first_day(told["date"]) if told.get("date") else today
    return not told.get("scale_sure") and cec.looks_like_another_scale(told["test"], told.get("scores") or {}, day)


def _is_near_its_end(taken: str, today: date) -> bool:
    """Whether the day within the month decides if the result is still valid."""
    oldest = years_after(today, -cec.parameters.on(today).result_validity_years)
    return first_day(taken) <= oldest < last_day(taken)


def needs_unit_group(state: State, index: int) -> bool:
    """Whether the unit group of a job still has to be settled with the person."""
    job = state.jobs[index]
    known = job.noc is not None and job.duties_match is not None
    return not (known or state.is_skipped("job_group", index)) and bool(job.title or job.noc or job.duties)


def candidates(job: Job) -> list[str]:
    """At most three unit groups that the job's title, or else its duties, may belong to, best first."""
    if job.noc:
        return [job.noc]
    limit = _MOST_CANDIDATES + len(job.rejected)
    found: list[noc.Candidate] = []
    if job.duties or job.mostly:
        found += noc.search_duties(job.duties or job.mostly or "", limit=limit if job.duties else 1)
    if not job.duties:
        title = f"{job.title} at {job.employer}" if job.employer else job.title or ""
        # Both what is done and what it is called are offered, what is done first.
        found = [*found[:1], *noc.search(title, limit=limit).candidates, *found[1:]]
    codes = dict.fromkeys(candidate.unit_group.code for candidate in found)
    is_first_no = len(job.rejected) <= _MOST_CANDIDATES
    if job.rejected and is_first_no and not codes.keys() - set(job.rejected) and not job.duties:
        codes |= dict.fromkeys(other for code in job.rejected for other in noc.confused_with(code))
    return [code for code in codes if code not in job.rejected][:_MOST_CANDIDATES]


def kinds_of(job: Job) -> tuple[noc.Kind, ...]:
    """The kinds that a broad title may be of ("manager" of a restaurant, of a store), where nothing else is known."""
    if not job.title or job.duties or job.mostly:
        return ()
    return tuple(kind for kind in noc.kinds(job.title) if kind.unit_group.code not in job.rejected)


def has_candidates(job: Job) -> bool:
    """Whether there is a unit group to offer, or only what the person does can tell."""
    return bool(candidates(job))


def might_count(job: Job) -> bool:
    """Whether the work is of a TEER that counts, or of one that is not known."""
    group = noc.unit_group(job.noc) if job.noc else None
    return group is None or group.teer <= 3


def is_physician(job: Job) -> bool:
    """Whether the public policy for physicians of 25 April 2023 can bear on the job: NOC 31100 to 31102."""
    return (job.noc or "").startswith("3110")


def _has_open_flag(job: Job) -> bool:
    return might_count(job) and any(getattr(job, flag) is None for flag in FLAGS)


def _can_count(state: State) -> bool:
    return any(might_count(job) for job in state.jobs)
