"""Suppositions about work: other hours, an end, another job, another unit group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import cec
import noc
from cec.supposing import Ends, Hours, Starts, UnitGroup
from interview.dates import last_day, words
from interview.playback import title_of
from interview.reply import say
from interview.state import FLAGS, Job
from interview.wishes import Frame, Wish

#: What a new job is taken for, since nothing else was said of it: work that counts.
_ORDINARY: Final[Mapping[str, Any]] = {**dict.fromkeys(FLAGS, True), "duties_match": True}


def take_hours(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    if frame.value("starts") is not None or not value.get("per_week"):
        return
    hours = value["per_week"]
    at, held = _meant(frame), frame.held()
    if at is None:
        return
    told = frame.answer.jobs[at][1]
    since, name = frame.day("since"), "hours"
    if frame.is_all_along:
        since, name = (frame.answer.case.jobs or ())[at].start, "hours_all_along"
    elif at not in held:
        again = replace((frame.answer.case.jobs or ())[at], start=since, end=None, ended=False)
        found.suppositions.append(Starts(replace(again, hours_per_week=Fraction(hours))))
        found.jobs.append(replace(told, start=since.isoformat(), end=None, ended=False))
        found.what.append(say("if_hours_again", hours=hours, job=title_of(told), since=words(since)))
        return _note_cap(found, hours, frame)
    found.suppositions.append(Hours(Fraction(hours), since, at))
    found.what.append(say(f"if_{name}", hours=hours, job=title_of(told), since=words(since)))
    return _note_cap(found, hours, frame)


def _meant(frame: Frame) -> int | None:
    """The position of the job that is meant: the one named, else the last that goes on, else the last."""
    if frame.named is not None and (named := frame.positions(frame.named)):
        return named[-1]
    return max(frame.held(), default=len(frame.answer.jobs) - 1 if frame.answer.jobs else None)


def _note_cap(found: Wish, hours: str, frame: Frame) -> None:
    if Decimal(hours) > cec.parameters.on(frame.today).full_time_hours_per_week:
        found.notes.append(say("what_if_cap"))


def take_ends(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    if not frame.held():
        found.notes.append(say("what_if_no_job_held"))
        return
    day = last_day(value["date"]) if value.get("date") else frame.today
    named = frame.positions(frame.named) if frame.named is not None else []
    if named:
        found.suppositions += [Ends(day, at) for at in named]
        found.what.append(say("if_ends_job", day=words(day), job=title_of(frame.answer.jobs[named[-1]][1])))
    else:
        found.suppositions.append(Ends(day))
        found.what.append(say("if_ends", day=words(day)))


def take_unit_group(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    group = noc.unit_group(value["code"]) if value.get("code") else None
    if group is None or frame.value("starts") is not None or not frame.answer.jobs:
        return
    at = _meant(replace(frame, facts=[fact for fact in frame.facts if fact.kind == "job_ref"]))
    assert at is not None
    index, told = frame.answer.jobs[at]
    found.suppositions += [UnitGroup(group.code, position) for position in frame.positions(index)]
    shown = say("group_short", code=group.code, group=group.title_en, teer=group.teer)
    found.what.append(say("if_group", job=title_of(told), group=shown))
    figures = cec.parameters.on(frame.today)
    if figures.countable(group.code):
        found.notes.append(say("what_if_group_counts", code=group.code, level=figures.level_for(group.code)))
    else:
        found.notes.append(say("what_if_group_never", code=group.code))


def take_title(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    """ "What if I am a supervisor": the unit group that such a title is mostly of."""
    if any(frame.value(kind) is not None for kind in ("starts", "ends", "noc", "hours")):
        return
    candidates = noc.search(value["title"]).candidates
    if candidates:
        take_unit_group(found, {"code": candidates[0].unit_group.code}, frame)


def take_starts(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    title, hours = frame.value("title"), (frame.value("hours") or {}).get("per_week")
    code = (frame.value("noc") or {}).get("code")
    if title and code is None:
        candidates = noc.search(title["title"]).candidates
        code = candidates[0].unit_group.code if candidates else None
    known = frame.answer.jobs[-1][1] if frame.answer.jobs else None
    code = code or (known.noc if known and title is None and value.get("beside") else None)
    group = noc.unit_group(code) if code else None
    if group is None or (hours is None and value.get("beside")):
        return
    day, is_beside = frame.day("starts"), bool(value.get("beside"))
    hours = hours or (known.hours_per_week if known else None)
    if hours is None:
        return
    if not is_beside and frame.held():
        found.suppositions.append(Ends(day - timedelta(days=1)))
    told = Job(title=title["title"] if title else None, noc=group.code, start=day.isoformat(), ended=False, **_ORDINARY)
    told.hours_per_week = hours
    law = cec.Job(day, title=told.title, noc=group.code, hours_per_week=Fraction(hours), physician=False, **_ORDINARY)
    found.suppositions.append(Starts(law))
    found.jobs.append(told)
    shown = say("group_short", code=group.code, group=group.title_en, teer=group.teer)
    name = "beside" if is_beside else "instead"
    found.what.append(say(f"if_starts_{name}", hours=hours, group=shown, since=words(day)))
    _note_cap(found, hours, frame)
