"""Taking facts into the state: every fact in a message, whatever was asked, the newest word last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interview.dates import first_day, last_day
from interview.exclusions import take_exclusion
from interview.language import take_language
from interview.state import Doubt, Job, State
from nlu.facts import Fact

_OF_A_JOB = {"title", "noc", "period", "date", "duration", "hours"}
_OF_A_TEST = {"test", "scores", "overall", "clb", "test_date"}


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the state that a message set: of a job (its index), or of the language test or person (None).

    old is None where nothing was known before.
    """

    field: str
    old: Any
    new: Any
    job: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What was asked when the message came, and how it is meant.

    beside: the message asks or remarks something else; only a job that it names begins a new one.
    """

    question: str | None
    about: int | None
    correcting: bool
    adding: bool
    today: date
    beside: bool = False
    text: str = ""


def take(state: State, facts: Sequence[Fact], context: Context) -> list[Change]:
    """Take every fact into the state; returns what changed, in the order told."""
    changes: list[Change] = []
    places: dict[int | None, int] = {}
    referred = _referred_job(state, facts)
    for fact in sorted(facts, key=lambda fact: (fact.job or 0, fact.kind != "title", fact.start)):
        if fact.kind in _OF_A_JOB:
            if not state.jobs and not _begins_job(fact, facts, context):
                continue
            index = _job_for(state, fact, facts, places, referred, context)
            changes += _take_job_fact(state, index, fact, context)
        elif fact.kind in _OF_A_TEST:
            changes += [Change(*change) for change in take_language(state, fact, context.text)]
        elif fact.kind == "exclusion":
            index_told = places.get(fact.job, referred)
            changes += [Change(*c) for c in take_exclusion(state, fact.value, index_told)]
        elif fact.kind == "outside_quebec" and not fact.ambiguous:
            changes += _set_person(state, "outside_quebec", fact.value["value"])
        elif fact.kind == "inadmissibility":
            changes += _take_inadmissibility(state, fact.value)
    return [change for change in changes if change.old != change.new]


def _begins_job(fact: Fact, facts: Sequence[Fact], context: Context) -> bool:
    named = any(other.kind in ("title", "noc") and other.job == fact.job for other in facts)
    return named or (fact.kind != "duration" and not context.beside)


def _referred_job(state: State, facts: Iterable[Fact]) -> int | None:
    for fact in facts:
        if fact.kind != "job_ref" or not state.jobs:
            continue
        if title := fact.value.get("title"):
            words = set(title.split())
            for index, job in enumerate(state.jobs):
                if words & set((job.title or "").split()):
                    return index
        elif (position := fact.value.get("position")) is not None:
            index = len(state.jobs) - 1 if position == -1 else position - 1
            if 0 <= index < len(state.jobs):
                return index
    return None


def _job_for(
    state: State,
    fact: Fact,
    facts: Sequence[Fact],
    places: dict[int | None, int],
    referred: int | None,
    context: Context,
) -> int:
    """The index of the job that a fact belongs to; a new job is begun where it belongs to none."""
    if fact.job in places:
        return places[fact.job]
    title = next((f.value["title"] for f in facts if f.kind == "title" and f.job == fact.job), None)
    index = referred if not places else None
    if index is None:
        index = _matching_job(state, fact, title, context, first=not places)
    if index is None:
        state.jobs.append(Job())
        index = len(state.jobs) - 1
    places[fact.job] = index
    return index


def _matching_job(state: State, fact: Fact, title: str | None, context: Context, *, first: bool) -> int | None:
    if title is not None:
        same = [i for i, job in enumerate(state.jobs) if job.title == title]
        if same and not context.adding:
            return same[-1]
    if context.adding or not first or not state.jobs:
        return None
    if fact.replaces is not None and (found := _job_with(state, fact.kind, fact.replaces)) is not None:
        return found
    current = context.about if (context.question or "").startswith("job") else None
    if current is None:
        current = len(state.jobs) - 1
    if title is None:
        return current
    # A title while this job has none is its title; another title is another job, unless it corrects.
    replaces = state.jobs[current].title is None or context.correcting
    replaces = replaces or context.question in ("job_title", "job_duties", "job_group")
    return current if replaces else None


def _job_with(state: State, kind: str, old: Mapping[str, Any]) -> int | None:
    wanted = {"hours": ("hours_per_week", "per_week"), "title": ("title", "title")}
    if kind == "period":
        fits = [
            i for i, job in enumerate(state.jobs)
            if any(old.get(side) and getattr(job, side) == old[side] for side in ("start", "end"))
        ]  # fmt: skip
    elif kind in wanted:
        ours, theirs = wanted[kind]
        fits = [i for i, job in enumerate(state.jobs) if getattr(job, ours) == old.get(theirs)]
    else:
        fits = []
    return fits[0] if len(fits) == 1 else None


def _take_job_fact(state: State, index: int, fact: Fact, context: Context) -> list[Change]:
    job = state.jobs[index]
    if fact.ambiguous:
        question = "job_hours" if fact.kind == "hours" else "job_period"
        state.unskip(question, index)
        said = context.text[fact.start : fact.end]
        state.doubts.append(Doubt(fact.kind, said, [dict(r) for r in fact.readings], index))
        return []
    if fact.kind == "title":
        return _set_title(job, index, fact.value["title"])
    if fact.kind == "noc":
        if code := fact.value.get("code"):
            if job.noc != code:
                job.duties_match = None
            return [_set(job, index, "noc", code)]
        return []
    if fact.kind == "hours":
        return [_set(job, index, "hours_per_week", fact.value["per_week"])]
    if fact.kind == "period":
        return take_period(job, index, fact.value, context)
    if fact.kind == "date":
        return _take_date(job, index, fact.value["date"], context)
    return []


def _set_title(job: Job, index: int, title: str) -> list[Change]:
    if job.title != title:
        job.noc = job.duties = job.duties_match = None
        job.rejected = []
    return [_set(job, index, "title", title)]


def take_period(job: Job, index: int, value: Mapping[str, Any], context: Context) -> list[Change]:
    """Set the dates of a job from a period; what the period leaves open stays as it was."""
    start, end = value.get("start"), value.get("end")
    changes = []
    if start:
        changes.append(_set(job, index, "start", start))
    if end and last_day(end) >= context.today and not value.get("ongoing"):
        # An end in the future: the work goes on today, and the law counts up to yesterday anyway.
        changes += [_set(job, index, "end", end), _set(job, index, "ended", False)]
    elif end:
        changes += [_set(job, index, "end", end), _set(job, index, "ended", True)]
    elif value.get("ongoing"):
        changes += [_set(job, index, "end", None), _set(job, index, "ended", False)]
    return changes


def _take_date(job: Job, index: int, told: str, context: Context) -> list[Change]:
    end_asked = context.question in ("job_end", "job_end_date", "job_end_day")
    if end_asked or (job.start and context.question not in ("job_period", "job_time", "job_start_day")
                     and not context.correcting and first_day(told) > first_day(job.start)):  # fmt: skip
        return take_period(job, index, {"end": told}, context)
    return take_period(job, index, {"start": told}, context)


def _set(job: Job, index: int, name: str, new: Any) -> Change:
    old = getattr(job, name)
    setattr(job, name, new)
    return Change(name, old, new, index)


def _set_person(state: State, name: str, new: Any) -> list[Change]:
    old = getattr(state, name)
    setattr(state, name, new)
    state.unskip(name)
    return [Change(name, old, new)]


def _take_inadmissibility(state: State, value: Mapping[str, Any]) -> list[Change]:
    old = state.inadmissibility
    if value["present"]:
        grounds = [*(old or []), value["ground"]] if value["ground"] != "any" else old
        new = sorted(set(grounds)) if grounds else None
        if new is None and "admissibility:yes" not in state.trail:
            state.trail.append("admissibility:yes")
    elif value["ground"] == "any":
        new = []
    else:
        new = [ground for ground in old or [] if ground != value["ground"]] if old else old
    state.inadmissibility = new
    return [Change("inadmissibility", old, new)]
