"""The answer: whether, why, what was left out, until or from when, in the words of domain.yml by name."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import cec
import noc
from cec.outlook import Span
from interview.case import is_decided_by_days, pieces, to_case
from interview.dates import words
from interview.playback import period_of, title_of
from interview.questions import might_count
from interview.reply import Part, line, say
from interview.state import Job, State

#: Work that counts only if a professional finds so.
_WEIGHED = {"self_employed_physician", "foreign_employer"}


def verdict(state: State, today: date) -> tuple[cec.Case, dict[str, Any]]:
    """The case that is answered and its assessment: the cautious one where the days of a month decide."""
    cautious = is_decided_by_days(state, today)
    case = cec.parse_case(to_case(state, today, cautious=cautious))
    return case, cec.assess(case).to_dict()


def answer_parts(state: State, today: date) -> list[Part]:
    """The whole answer, its outcome first, then each requirement, then what would change it."""
    case, assessment = verdict(state, today)
    findings = {finding["id"]: finding for finding in assessment["requirements"]}
    outcome = assessment["outcome"]
    parts = [say(f"answer_{outcome}", date=words(today))]
    parts.append(_work(findings["work_experience"], assessment))
    parts += left_out(state, assessment)
    if any(might_count(job) for job in state.jobs):
        parts.append(line(f"duties_{findings['duties']['status']}"))
    parts.append(_language(findings["language"]))
    parts.append(_validity(findings["test_validity"]))
    parts.append(line(f"outside_quebec_{findings['outside_quebec']['status']}"))
    parts.append(line(f"admissibility_{findings['admissibility']['status']}"))
    parts += [
        line(_advice(advice), level=advice.get("level", ""))
        for advice in assessment["advisories"]
        if advice["id"] != "before_noc_2021"
    ]
    if is_decided_by_days(state, today):
        parts.append(line("note_cautious_days"))
    parts += _outlook(case, outcome, today)
    parts.append(line("answer_closing"))
    return [part for part in parts if part.name]


def _advice(advice: Mapping[str, Any]) -> str:
    reason = f"_{advice['reason']}" if advice["id"] == "clb_7_is_safe" else ""
    return f"advice_{advice['id']}{reason}"


def explanation_parts(state: State, today: date) -> list[Part]:
    """How the hours were counted, job by job, and what decided the language level."""
    _, assessment = verdict(state, today)
    start, end = assessment["work"]["window"]
    parts = [say("counted_window", start=words(start), end=words(end))]
    for job, told in _with_told(state, assessment):
        group = noc.unit_group(told.noc) if told.noc else None
        parts.append(
            line(
                "counted_job",
                job=title_of(told),
                hours=hours(job["credited_hours"]),
                group=say("group_short", code=group.code, group=group.title_en, teer=group.teer)
                if group
                else say("group_unknown"),
            )
        )
    parts += left_out(state, assessment)
    language = next(f for f in assessment["requirements"] if f["id"] == "language")["evidence"]
    if language.get("decided_by"):
        group = noc.unit_group(language["decided_by"])
        assert group is not None
        level = language["required_level"]
        parts.append(line("counted_level", level=level, group=group.title_en, teer=group.teer))
    return parts


def _with_told(state: State, assessment: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Job]]:
    """Each job of the assessment with the job as it was told."""
    told = [state.jobs[index] for index in pieces(state)]
    return list(zip(assessment["work"]["jobs"], told, strict=True))


def left_out(state: State, assessment: Mapping[str, Any]) -> list[Part]:
    """A line for each stretch of work that does not count, with its reason."""
    parts = []
    for job, told in _with_told(state, assessment):
        for segment in job["segments"]:
            if segment["counts"] is False or segment["reason"] in _WEIGHED:
                stretch = Job(start=segment["start"], end=segment["end"], ended=told.ended)
                name = f"left_out_{segment['reason']}"
                parts.append(line(name, job=title_of(told), period=period_of(stretch)))
    return parts


def hours(exact: str) -> str:
    """Hours for reading: whole, rounded down, with a thousands separator."""
    return f"{math.floor(Fraction(exact)):,}"


def _work(finding: Mapping[str, Any], assessment: Mapping[str, Any]) -> Part:
    evidence = finding["evidence"]
    variables: dict[str, Any] = {
        "hours": hours(evidence.get("countable_hours", "0")),
        "at_most": hours(evidence.get("countable_hours_at_most", evidence.get("countable_hours", "0"))),
    }
    if finding["status"] == "not_met" and Fraction(evidence.get("countable_hours", "0")) == 0:
        return line("work_none")
    if finding["status"] == "not_met":
        short = evidence["required_hours"] - Fraction(evidence["countable_hours"])
        law = cec.parameters.on(date.fromisoformat(assessment["as_of"]))
        days = math.ceil(short * 7 / law.full_time_hours_per_week)
        variables["short"] = f"{math.ceil(short):,}"
        variables["days"] = say("days_one") if days == 1 else say("days_many", days=days)
    return line(f"work_{finding['status']}", **variables)


def _language(finding: Mapping[str, Any]) -> Part:
    evidence, status = finding["evidence"], finding["status"]
    if evidence.get("reason") == "test_not_accepted":
        return line("language_test_not_accepted", test=say(f"test_{evidence['test']}"))
    levels = evidence.get("levels")
    if not levels or any(level is None for level in levels.values()):
        return line("language_unknown")
    variables = {
        "levels": [
            say("level" if level else "level_below", skill=say(f"skill_{s}"), level=level)
            for s, level in levels.items()
        ],
        "required": evidence.get("required_level") or "",
    }
    if evidence.get("required_level") is None:
        return line("language_level_unknown", **variables)
    short = [s for s, level in levels.items() if level < evidence["required_level"]]
    variables["short"] = [say(f"skill_{skill}") for skill in short]
    return line(f"language_{status}", **variables)


def _validity(finding: Mapping[str, Any]) -> Part:
    through, reason = (finding["evidence"].get(key) for key in ("valid_through", "reason"))
    if reason in ("test_not_accepted", "not_yet_taken"):
        return line(f"test_validity_{reason}")
    return line(f"test_validity_{finding['status']}", **({"through": words(through)} if through else {}))


def _outlook(case: cec.Case, outcome: str, today: date) -> list[Part]:
    """From or until when, and what would change it."""
    outlook = cec.outlook(case, today)
    if outcome == "eligible":
        going, stopped = outlook.until_if_continuing, outlook.until_if_stopped
        parts = [line("outlook_until", until=words(going))] if going else [line("outlook_beyond")]
        if stopped and stopped != going:
            parts.append(say("outlook_until_stopped", until=words(stopped)))
        return parts
    if outcome != "not_eligible":
        return []
    if outlook.eligible_from:
        return [line("outlook_from", start=words(outlook.eligible_from))]
    lacking = cec.shortfalls(case, today)
    others = [say(name) for name in dict.fromkeys(map(_lacking, lacking)) if name != "lacking_work_experience"]
    parts = [line("outlook_never_but", lacking=others)] if others else [line("outlook_never")]
    return [*parts, *_work_outlook(outlook.work, today), *_what_would_do(lacking)]


def _lacking(shortfall: Mapping[str, Any]) -> str:
    refused = shortfall.get("reason") == "test_not_accepted"
    return "lacking_accepted_test" if refused else f"lacking_{shortfall['requirement']}"


def _work_outlook(work: Span | None, today: date) -> list[Part]:
    """How long the hours suffice, or from when, whatever the rest: the time there is to mend it."""
    if work is None or work.first is None:
        return []
    if work.first > today:
        return [line("outlook_work_from", start=words(work.first))]
    until = work.until_if_continuing
    return [line("outlook_work_until", until=words(until))] if until else []


def _what_would_do(lacking: Sequence[Mapping[str, Any]]) -> list[Part]:
    """The scores that would be enough, skill by skill."""
    skills = [skill for shortfall in lacking for skill in shortfall.get("skills", ())]
    needed = [say("needed_score", skill=say(f"skill_{s['skill']}"), score=s["needed_score"]) for s in skills]
    return [line("outlook_scores", needed=needed)] if needed else []
