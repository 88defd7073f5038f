"""Work that does not count: from "some of it was as a student" to the job and the days concerned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from interview.dates import first_day, last_day
from interview.state import FLAGS, Exclusion, State

FieldChange = tuple[str, Any, Any, int | None]

_FLAG_OF = {reason: flag for flag, reason in FLAGS.items()}
#: What the law's case can leave out for a part of a job; the other reasons always make a job of their own.
_FOR_A_PART = {"full_time_study", "unauthorized", "no_status", "abroad", "leave", "unpaid"}


def take_exclusion(state: State, value: Mapping[str, Any], job: int | None) -> list[FieldChange]:
    """Take an exclusion that was told or denied. One whose job or days are not told waits in the state."""
    reason = value["reason"]
    if not value["present"]:
        return deny(state, reason, job)
    exclusion = Exclusion(reason, job, value.get("start"), value.get("end"))
    if job is None and len(state.jobs) == 1:
        exclusion.job = 0
    is_new = all(waiting.reason != reason for waiting in state.exclusions)
    if (exclusion.start and exclusion.end) or (exclusion.end and reason == "full_time_study"):
        place_part(state, exclusion, exclusion.start, exclusion.end)
        state.exclusions = [waiting for waiting in state.exclusions if waiting.reason != reason]
    elif is_new and not _is_settled(state, exclusion):
        state.exclusions.append(exclusion)
    return [("exclusion", None, reason, exclusion.job)]


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
    """Everything that was not told as an exclusion lets the work count."""
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
    """The exclusion covers these days, told by month or day; an open side reaches as far as the work does."""
    starts = [told for told in (*(job.start for job in state.jobs), end) if told]
    start = start or min(starts, default=None)
    if start is None:
        return
    if exclusion.reason == "full_time_study":
        state.study.append({"start": start, "end": end})
        return
    for index in [exclusion.job] if exclusion.job is not None else range(len(state.jobs)):
        if exclusion.reason in _FOR_A_PART:
            state.jobs[index].excluded.append({"start": start, "end": end, "reason": exclusion.reason})
        else:
            _split(state, index, exclusion.reason, start, end)


def _split(state: State, index: int, reason: str, start: str, end: str | None) -> None:
    """Make the days from start to end a job of their own, of which the reason holds as a whole."""
    job = state.jobs[index]
    before = first_day(start) - timedelta(days=1)
    inside = replace(job, start=start, end=end or job.end, excluded=[])
    inside.ended = True if end else job.ended
    setattr(inside, _FLAG_OF[reason], False)
    parts = []
    if job.start and first_day(job.start) <= before:
        parts.append(replace(job, end=before.isoformat(), ended=True))
    parts.append(inside)
    if end and (job.end is None or last_day(job.end) > last_day(end)):
        after = last_day(end) + timedelta(days=1)
        parts.append(replace(job, start=after.isoformat()))
    state.jobs[index : index + 1] = parts


def _is_settled(state: State, exclusion: Exclusion) -> bool:
    flag = _FLAG_OF.get(exclusion.reason)
    if flag is None or exclusion.job is None:
        return exclusion.reason == "full_time_study" and bool(state.study)
    return getattr(state.jobs[exclusion.job], flag) is False
