"""A question as it is put: its words by name, the variables in them, the choices beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import cec
import noc
from interview.dates import words
from interview.playback import period_of, title_of
from interview.questions import Question, candidates, kinds_of
from interview.reply import Button, Part, line, say
from interview.state import Doubt, Job, State
from nlu.facts import SKILLS

#: The choices of the questions whose choices are always the same.
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "begin": ("start", "ask"),
    "job": ("none",),
    "job_end": ("yes", "no"),
    "more_jobs": ("no", "yes"),
    "exclusions": ("no", "yes"),
    "exclusion_which": (
        "full_time_study", "self_employed", "unpaid", "unauthorized", "no_status", "abroad",
        "foreign_employer", "leave",
    ),
    "language": ("no_test",),
    "score_scale": ("yes", "no"),
    "physician": ("yes", "no"),
    "outside_quebec": ("yes", "no", "dont_know"),
    "admissibility": ("no", "yes", "skip"),
    "admissibility_which": (
        "criminality", "misrepresentation", "non_compliance", "security", "health", "financial",
        "family_member", "skip",
    ),
    "what_next": ("why", "change", "what_if", "report", "start_over"),
}  # fmt: skip

_SHARED_LABELS = {"yes", "no", "skip", "dont_know", "none"}


def offer(state: State, question: Question) -> tuple[list[Part], list[Button]]:
    """The words and the buttons of a question. The keys of the buttons are what may be answered."""
    name, about = question.name, question.about
    if name == "doubt":
        return _doubt(state, state.doubts[0])
    if name == "job_group" and about is not None:
        return _unit_group(state.jobs[about])
    if name == "job_kind" and about is not None:
        return _kinds(state.jobs[about])
    if name == "exclusion_job":
        return _exclusion_job(state, about or 0)
    if name == "exclusion_period":
        return _exclusion_period(state, about or 0)
    variables: dict[str, Any] = {}
    if about is not None:
        variables["job"] = title_of(state.jobs[about])
        variables |= _dates(state.jobs[about])
    if name == "more_jobs":
        variables["jobs"] = [title_of(job) for job in state.jobs]
    if name == "test_day" and state.language:
        variables["month"] = words(state.language["date"])
    if name == "score_scale" and state.language:
        variables["test"] = say(f"test_{state.language['test']}")
        variables["highest"] = f"{cec.language.highest_score(state.language['test']):f}"
    if name == "scores":
        return _scores(state, variables)
    return [say(f"ask_{name}", **variables)], buttons(name, _CHOICES.get(name, ()))


def buttons(question: str, keys: tuple[str, ...]) -> list[Button]:
    """Buttons with the labels that domain.yml has for a question's choices."""
    return [
        Button(key, say(f"choice_{question}_{key}") if key not in _SHARED_LABELS or _has_own(question, key)
               else say(f"choice_{key}"))
        for key in keys
    ]  # fmt: skip


def _has_own(question: str, key: str) -> bool:
    return (question, key) in _OWN_LABELS


_OWN_LABELS = {
    ("job", "none"), ("job_end", "yes"), ("job_end", "no"), ("more_jobs", "no"), ("more_jobs", "yes"),
    ("exclusions", "no"), ("exclusions", "yes"), ("exclusion_period", "no"), ("outside_quebec", "no"),
    ("outside_quebec", "dont_know"),
    ("job_group", "no"), ("job_group", "none"), ("job_kind", "none"),
    ("admissibility", "skip"), ("admissibility_which", "skip"),
}  # fmt: skip


def _dates(job: Job) -> dict[str, Part]:
    found = {}
    if job.start:
        found["start"] = words(job.start)
    if job.end:
        found["end"] = words(job.end)
    return found


def _unit_group(job: Job) -> tuple[list[Part], list[Button]]:
    groups = [group for code in candidates(job) if (group := noc.unit_group(code))]
    note = [say("note_duties_decide", job=title_of(job))] if job.mostly and job.title else []
    if len(groups) == 1:
        parts = [*note, say("ask_job_group_one", **_described(groups[0]))]
        return parts, buttons("job_group", ("yes", "no"))
    decided = noc.distinction([group.code for group in groups])
    parts = [*note, say("ask_job_group_between", question=decided.question) if decided
             else say("ask_job_group_several", job=title_of(job))]  # fmt: skip
    choices = []
    for number, group in enumerate(groups, 1):
        parts.append(line("option_group", number=number, **_described(group)))
        choices.append(Button(group.code, say("choice_group", group=group.title_en)))
    parts.append(line("option_none", number=len(groups) + 1))
    return parts, [*choices, *buttons("job_group", ("none",))]


def _kinds(job: Job) -> tuple[list[Part], list[Button]]:
    parts = [say("ask_job_kind", job=title_of(job))]
    choices = []
    for number, kind in enumerate(kinds_of(job), 1):
        label = say("as_said", text=kind.said)
        parts.append(line("option", number=number, text=label))
        choices.append(Button(kind.unit_group.code, label))
    parts.append(line("option_none", number=len(choices) + 1))
    return parts, [*choices, *buttons("job_kind", ("none",))]


def _described(group: noc.UnitGroup) -> dict[str, Any]:
    return {
        "code": group.code,
        "group": group.title_en,
        "teer": group.teer,
        "duties": group.description,
    }


def _doubt(state: State, doubt: Doubt) -> tuple[list[Part], list[Button]]:
    if doubt.kind == "numbers" and doubt.readings:
        scores = _reading("scores", doubt.readings[0])
        return [say("ask_doubt_numbers", said=doubt.text, scores=scores)], [Button("r0", say("choice_yes"))]
    if not doubt.readings:
        return [say(f"ask_doubt_{doubt.kind}_open", said=doubt.text)], []
    parts = [say(f"ask_doubt_{doubt.kind}", said=doubt.text)]
    choices = []
    for index, reading in enumerate(doubt.readings):
        words_of = _reading(doubt.kind, reading)
        parts.append(line("option", number=index + 1, text=words_of))
        choices.append(Button(f"r{index}", words_of))
    return parts, choices


def _reading(kind: str, value: Mapping[str, Any]) -> Part:
    if kind == "hours":
        return say("hours_a_week", hours=value["per_week"])
    if kind == "test":
        return say(f"test_{value['test']}")
    if kind == "scores":
        return say("list", items=[say("score", skill=say(f"skill_{s}"), score=v) for s, v in value.items()])
    if kind == "title":
        return say("as_said", text=value["title"])
    if "date" in value:
        return words(value["date"])
    if value.get("start"):
        return period_of(Job(start=value["start"], end=value.get("end"),
                             ended=False if value.get("ongoing") else None))  # fmt: skip
    return say("period_until", end=words(value["end"]))


def _scores(state: State, variables: dict[str, Any]) -> tuple[list[Part], list[Button]]:
    told = state.language or {}
    missing = [skill for skill in SKILLS if skill not in (told.get("scores") or {})]
    variables |= {
        "test": say(f"test_{told['test']}") if told.get("test") else say("your_language_test"),
        "skills": [say(f"skill_{skill}") for skill in missing],
    }
    return [say("ask_scores" if len(missing) == len(SKILLS) else "ask_scores_rest", **variables)], []


def _exclusion_job(state: State, about: int) -> tuple[list[Part], list[Button]]:
    reason = say(f"reason_{state.exclusions[about].reason}")
    parts = [say("ask_exclusion_job", reason=reason)]
    choices = []
    for number, job in enumerate(state.jobs, 1):
        parts.append(line("option", number=number, text=title_of(job)))
        choices.append(Button(f"j{number - 1}", title_of(job)))
    parts.append(line("option", number=len(choices) + 1, text=say("choice_exclusion_job_all")))
    return parts, [*choices, Button("all", say("choice_exclusion_job_all"))]


def _exclusion_period(state: State, about: int) -> tuple[list[Part], list[Button]]:
    exclusion = state.exclusions[about]
    work = title_of(state.jobs[exclusion.job]) if exclusion.job is not None else say("your_work")
    parts = [say("ask_exclusion_period", reason=say(f"reason_{exclusion.reason}"), job=work)]
    return parts, buttons("exclusion_period", ("all", "no"))
