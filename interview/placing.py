"""Which job a fact belongs to: the one it names, the one that was asked about, the last one, or a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from interview.state import Job, State
from nlu.facts import Fact


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


def begins_job(fact: Fact, facts: Sequence[Fact], context: Context) -> bool:
    named = any(other.kind in ("title", "noc") and other.job == fact.job for other in facts)
    return named or (fact.kind != "duration" and not context.beside)


def referred_job(state: State, facts: Iterable[Fact], kinds: Collection[str] = ("job_ref",)) -> int | None:
    """The index of the job that a message names: by its place ("the second job") or by a word of its title."""
    for fact in facts:
        if fact.kind not in kinds:
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


def job_for(
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
    title = title or _unknown_reference(state, facts)
    index = _named_beside(state, fact, facts, referred if not places else None)
    if index is not None and title and not context.correcting and state.jobs[index].title not in (None, title):
        index = None
    if index is None:
        index = _matching_job(state, fact, facts, title, context, first=not places)
    if index is None:
        state.jobs.append(Job())
        index = len(state.jobs) - 1
    places[fact.job] = index
    return index


def _named_beside(state: State, fact: Fact, facts: Iterable[Fact], referred: int | None) -> int | None:
    """The job named beside the fact ("the cook job was 28 hours and the second one 20"), or else by anything."""
    beside = [other for other in facts if other.kind == "job_ref" and other.job is not None and other.job == fact.job]
    return referred_job(state, beside) if beside else referred


def _unknown_reference(state: State, facts: Iterable[Fact]) -> str | None:
    """The title of "my cook job" where no job of that name is known yet: then it names a new one."""
    titles = [fact.value["title"] for fact in facts if fact.kind == "job_ref" and fact.value.get("title")]
    return titles[0] if titles and referred_job(state, facts) is None else None


def _matching_job(
    state: State, fact: Fact, facts: Sequence[Fact], title: str | None, context: Context, *, first: bool
) -> int | None:
    if title is not None:
        same = [i for i, job in enumerate(state.jobs) if job.title == title]
        beside = [other for other in facts if other.job == fact.job]
        if same and not context.adding and not _is_another_stint(state.jobs[same[-1]], beside, context):
            return same[-1]
        if same:
            return None
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
    replaces = replaces or context.question in ("job_title", "job_duties", "job_group", "job_kind")
    return current if replaces else None


def _is_another_stint(job: Job, told: Sequence[Fact], context: Context) -> bool:
    """Work under the same title at another time or place: a job of its own, and no change of the one that is known."""
    if context.correcting:
        return False
    employers = {fact.value.get("employer") for fact in told if fact.kind == "title"} - {None}
    if job.employer and employers and job.employer not in employers:
        return True
    periods = [fact.value for fact in told if fact.kind == "period" and not fact.ambiguous]
    return any(_are_apart(job, period) for period in periods)


def _are_apart(job: Job, period: Mapping[str, Any]) -> bool:
    start, end = period.get("start"), period.get("end")
    is_later = bool(job.end and start and start[:7] >= job.end[:7] and start > job.end[: len(start)])
    is_earlier = bool(job.start and end and end[:7] <= job.start[:7] and end < job.start[: len(end)])
    return is_later or is_earlier


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
