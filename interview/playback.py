"""What is known, said back in a few words, so that a misreading is seen at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import cec
import noc
from interview.dates import words
from interview.intake import Change
from interview.reply import Part, line, say
from interview.state import FLAGS, Job, State
from nlu.facts import SKILLS


def job_line(job: Job) -> Part:
    """A job in a few words: title, unit group, TEER, period, hours a week; what is not known is left out."""
    facts = [title_of(job)]
    if job.noc and job.duties_match and (group := noc.unit_group(job.noc)):
        facts.append(say("group_short", code=group.code, group=group.title_en, teer=group.teer))
    if job.start:
        facts.append(period_of(job))
    if job.hours_per_week:
        facts.append(say("hours_a_week", hours=job.hours_per_week))
    return say("list", items=facts)


def title_of(job: Job) -> Part:
    """What the person calls the job, or else its unit group, or "this job"."""
    if job.title:
        return say("as_said", text=job.title)
    group = noc.unit_group(job.noc) if job.noc else None
    return say("as_said", text=group.title_en) if group else say("this_job")


def period_of(job: Job) -> Part:
    """ "May 2024 to now", "May 2024 to June 2025", "from May 2024"."""
    assert job.start is not None
    start = words(job.start)
    if job.end:
        return say("period_closed", start=start, end=words(job.end))
    return say("period_ongoing" if job.ended is False else "period_open", start=start)


def test_line(language: dict[str, Any]) -> Part:
    """The language test in a few words: name, date, the scores known."""
    test = language.get("test")
    facts = [say(f"test_{test}") if test else say("your_language_test")]
    if language.get("date"):
        facts.append(words(language["date"]))
    scores = language.get("scores") or {}
    known = [say("score", skill=say(f"skill_{s}"), score=scores[s]) for s in SKILLS if s in scores]
    return say("list", items=[*facts, *known])


def noted(state: State, changes: Iterable[Change]) -> list[Part]:
    """What a message told, said back: what is new in full lines, what was corrected with old and new value."""
    changes = list(changes)
    parts: list[Part] = []
    corrected = [change for change in changes if change.old is not None and _is_plain(change)]
    new_jobs = {c.job for c in changes if c.job is not None and c not in corrected and _is_of_job(c)}
    parts += [corrected_line(state, change) for change in corrected]
    lines = [job_line(state.jobs[index]) for index in sorted(new_jobs)]
    if any(c.field in (*SKILLS, "test", "test_date") and c not in corrected for c in changes):
        lines.append(test_line(state.language or {}))
    parts += [say("noted_and" if number else "noted", fact=fact) for number, fact in enumerate(lines)]
    for change in changes:
        if change.field == "test" and change.new not in cec.parameters.tests():
            parts.append(say("note_not_accepted", test=say(f"test_{change.new}")))
        if change.field == "outside_quebec" and change.old is None:
            parts.append(say("noted_outside_quebec" if change.new else "noted_in_quebec"))
        elif change.field == "exclusion":
            parts.append(_noted_exclusion(state, change))
        elif change.field == "inadmissibility" and change.new:
            parts.append(say("noted_inadmissibility"))
    return parts


def _noted_exclusion(state: State, change: Change) -> Part:
    """What does not count, with its days where they are known."""
    reason = say(f"reason_{change.new}")
    jobs = state.jobs if change.job is None else [state.jobs[change.job]]
    parts = [part for job in jobs for part in job.excluded if part["reason"] == change.new]
    known = state.study if change.new == "full_time_study" else parts
    if not known:
        return say("noted_exclusion", reason=reason)
    days = Job(start=known[-1]["start"], end=known[-1]["end"])
    return say("noted_exclusion_days", reason=reason, period=period_of(days))


def settled(state: State, question: str, about: int | None) -> list[Part]:
    """What a choice settled, said back before the next question."""
    if question == "job_group" and about is not None and state.jobs[about].duties_match:
        return [say("noted", fact=job_line(state.jobs[about]))]
    if question == "outside_quebec" and state.outside_quebec is False:
        return [say("noted_in_quebec")]
    if question in _SETTLED and _SETTLED[question](state):
        return [say(f"settled_{question}")]
    return []


_SETTLED: dict[str, Callable[[State], bool]] = {
    "exclusions": lambda state: not state.exclusions and any(job.paid for job in state.jobs),
    "outside_quebec": lambda state: state.outside_quebec is True,
    "admissibility": lambda state: state.inadmissibility == [],
}


def corrected_line(state: State, change: Change) -> Part:
    """ "Changed: hours a week, from 32 to 22 (cook)."."""
    about = title_of(state.jobs[change.job]) if change.job is not None else say("nothing")
    return say(
        "corrected_job" if change.job is not None else "corrected",
        field=say(f"field_{change.field}"),
        old=_value(change, change.old),
        new=_value(change, change.new),
        job=about,
    )


def everything(state: State) -> list[Part]:
    """All that is known, a line each, for "what have I told you"."""
    parts = [line("known_job", job=job_line(job)) for job in state.jobs]
    for job in state.jobs:
        parts += [_left_out(part) for part in job.excluded]
        for flag, reason in FLAGS.items():
            if getattr(job, flag) is False:
                parts.append(line("known_whole", job=title_of(job), reason=say(f"reason_{reason}")))
    parts += [_left_out({**period, "reason": "full_time_study"}) for period in state.study]
    parts += [line("known_open", reason=say(f"reason_{waiting.reason}")) for waiting in state.exclusions]
    if state.language:
        parts.append(line("known_test", test=test_line(state.language)))
    if state.outside_quebec is not None:
        parts.append(line("known_outside_quebec" if state.outside_quebec else "known_in_quebec"))
    if state.inadmissibility is not None:
        some = bool(state.inadmissibility)
        parts.append(line("known_inadmissibility" if some else "known_admissible"))
    return parts


def _left_out(part: dict[str, str | None]) -> Part:
    period = Job(start=part["start"], end=part["end"])
    return line("known_part", period=period_of(period), reason=say(f"reason_{part['reason']}"))


def _is_plain(change: Change) -> bool:
    return change.field in _PLAIN or change.field in SKILLS


_PLAIN = {"title", "start", "end", "hours_per_week", "noc", "test", "test_date", "outside_quebec"}


def _is_of_job(change: Change) -> bool:
    return change.field in {"title", "start", "end", "ended", "hours_per_week", "noc"}


def _value(change: Change, value: Any) -> Part | str:
    if value is None:
        return say("still_ongoing") if change.field == "end" else say("nothing")
    if change.field in ("start", "end", "test_date"):
        return words(value)
    if change.field == "test":
        return say(f"test_{value}")
    if change.field == "outside_quebec":
        return say("yes" if value else "no")
    return str(value)
