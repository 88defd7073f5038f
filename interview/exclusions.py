"""Work that does not count: from "some of it was as a student" to the job and the days concerned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interview.state import FLAGS, Exclusion, Job, State

FieldChange = tuple[str, Any, Any, int | None]

_FLAG_OF = {reason: flag for flag, reason in FLAGS.items()}


def take_exclusion(state: State, value: Mapping[str, Any], job: int | None) -> list[FieldChange]:
    """Take an exclusion that was told or denied. One of which no day is told waits, so that its days are asked.

    Told again with other days, it is moved: "the refugee time was only until december".
    """
    reason = value["reason"]
    if not value["present"]:
        return deny(state, reason, job)
    exclusion = Exclusion(reason, job, value.get("start"), value.get("end"))
    if job is None:
        exclusion.job = 0 if len(state.jobs) == 1 else _job_with(state, reason)
    if exclusion.start or exclusion.end:
        place_part(state, exclusion, exclusion.start, exclusion.end)
        state.exclusions = [waiting for waiting in state.exclusions if waiting.reason != reason]
    elif all(waiting.reason != reason for waiting in state.exclusions) and not _is_settled(state, exclusion):
        state.exclusions.append(exclusion)
    return [("exclusion", None, reason, exclusion.job)]


def _job_with(state: State, reason: str) -> int | None:
    """The one job of which this reason is already known, as a whole or for a part."""
    flag = _FLAG_OF.get(reason)
    known = [
        index
        for index, job in enumerate(state.jobs)
        if (flag and getattr(job, flag) is False) or any(part["reason"] == reason for part in job.excluded)
    ]
    return known[0] if len(known) == 1 else None


def deny(state: State, reason: str, job: int | None) -> list[FieldChange]:
    """Note that an exclusion does not apply to a job, or to any (None)."""
    state.exclusions = [waiting for waiting in state.exclusions if waiting.reason != reason]
    flag = _FLAG_OF.get(reason)
    changes: list[FieldChange] = []
    for index, one in enumerate(state.jobs):
        if job is not None and index != job:
            continue
        if flag and getattr(one, flag) is not True:
            changes.append((flag, getattr(one, flag), True, index))
            setattr(one, flag, True)
        one.excluded = [part for part in one.excluded if part["reason"] != reason]
    if reason == "full_time_study" and job is None:
        state.study = []
    return changes


def deny_the_rest(state: State) -> None:
    """Once the exclusions were asked, everything that was not told as one lets the work count."""
    if not state.swept:
        return
    waiting = {(exclusion.job, exclusion.reason) for exclusion in state.exclusions}
    for index, job in enumerate(state.jobs):
        for flag, reason in FLAGS.items():
            if getattr(job, flag) is None and not waiting & {(index, reason), (None, reason)}:
                setattr(job, flag, True)


def place_whole(state: State, exclusion: Exclusion, jobs: list[int]) -> None:
    """The exclusion covers the whole of these jobs."""
    flag = _FLAG_OF.get(exclusion.reason)
    for index in jobs:
        job = state.jobs[index]
        if flag:
            setattr(job, flag, False)
        elif job.start:
            job.excluded.append({"start": job.start, "end": job.end, "reason": exclusion.reason})


def place_part(state: State, exclusion: Exclusion, start: str | None, end: str | None) -> None:
    """The exclusion covers these days, told by month or day; an open side stays as it was told, or is the job's."""
    if exclusion.reason == "full_time_study":
        told = state.study[-1] if state.study else None
        begun = min((job.start for job in state.jobs if job.start), default=end)
        start = start or (told["start"] if told else begun)
        state.study = [{"start": start, "end": end}] if start else state.study
        return
    for index in [exclusion.job] if exclusion.job is not None else range(len(state.jobs)):
        _place(state.jobs[index], exclusion.reason, start, end)


def _place(job: Job, reason: str, start: str | None, end: str | None) -> None:
    known = [part for part in job.excluded if part["reason"] == reason]
    start = start or (known[-1]["start"] if known else job.start) or end
    if start is None:
        return
    if flag := _FLAG_OF.get(reason):
        setattr(job, flag, True)
    others = [part for part in job.excluded if part["reason"] != reason or (part["start"] or "") < start]
    job.excluded = [*others, {"start": start, "end": end, "reason": reason}]


def _is_settled(state: State, exclusion: Exclusion) -> bool:
    if exclusion.reason == "full_time_study" and state.study:
        return True
    jobs = state.jobs if exclusion.job is None else [state.jobs[exclusion.job]]
    flag = _FLAG_OF.get(exclusion.reason)
    return any(
        (flag and getattr(job, flag) is False) or any(part["reason"] == exclusion.reason for part in job.excluded)
        for job in jobs
    )
