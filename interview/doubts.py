"""Settling what could be read in several ways."""

from __future__ import annotations

from datetime import date

from interview.intake import Change, take_period
from interview.placing import Context
from interview.state import State

#: The question that a doubt of each kind came from, by which an answer to it is understood.
QUESTION_OF_DOUBT = {
    "period": "job_period", "date": "job_period", "duration": "job_period", "hours": "job_hours",
    "test": "language", "test_date": "test_date", "scores": "scores", "numbers": "scores",
    "overall": "scores", "clb": "scores", "title": "job_title",
}  # fmt: skip


def take_reading(state: State, key: str, today: date, text: str) -> list[Change] | None:
    """Settle the doubt that was asked about by one of its readings ("r0", "r1", ...); None if it is none."""
    doubt = state.doubts[0]
    if key == "yes" and len(doubt.readings) == 1:
        key = "r0"
    if not (key.startswith("r") and key[1:].isdecimal() and int(key[1:]) < len(doubt.readings)):
        return None
    value = doubt.readings[int(key[1:])]
    state.doubts.pop(0)
    context = Context("job", doubt.job, correcting=False, adding=False, today=today, text=text)
    if doubt.job is None:
        return _reading_of_test(state, doubt.kind, value)
    job = state.jobs[doubt.job]
    if doubt.kind == "hours":
        old, job.hours_per_week = job.hours_per_week, value["per_week"]
        return [Change("hours_per_week", old, value["per_week"], doubt.job)]
    if doubt.kind == "title":
        job.title = value["title"]
        return [Change("title", None, job.title, doubt.job)]
    period = value if "start" in value else {"start": value.get("date")}
    return take_period(job, doubt.job, period, context)


def _reading_of_test(state: State, kind: str, value: dict[str, str]) -> list[Change]:
    told = state.language = state.language or {}
    if kind in ("scores", "numbers"):
        told.setdefault("scores", {}).update(value)
        return [Change(skill, None, score) for skill, score in value.items()]
    field, key = ("test", "test") if kind == "test" else ("date", "date")
    old, told[field] = told.get(field), value[key]
    return [Change("test" if kind == "test" else "test_date", old, value[key])]
