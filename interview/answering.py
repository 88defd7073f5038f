"""The answer: whether, why, what was left out, until or from when, in the words of domain.yml by name."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import cec
import noc
from interview.case import is_decided_by_days, to_case
from interview.dates import words
from interview.playback import period_of, title_of
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
    if findings["work_experience"]["status"] != "not_met" or findings["duties"]["status"] == "not_met":
        parts.append(line(f"duties_{findings['duties']['status']}"))
    parts.append(_language(findings["language"]))
    parts.append(_validity(findings["test_validity"]))
    parts.append(line(f"outside_quebec_{findings['outside_quebec']['status']}"))
    parts.append(line(f"admissibility_{findings['admissibility']['status']}"))
    parts += [
        line(f"advice_{advice['id']}", level=advice.get("level", ""))
        for advice in assessment["advisories"]
        if advice["id"] != "before_noc_2021"
    ]
    if is_decided_by_days(state, today):
        parts.append(line("note_cautious_days"))
    parts += _outlook(case, outcome, today)
    parts.append(line("answer_closing"))
    return [part for part in parts if part.name]


def explanation_parts(state: State, today: date) -> list[Part]:
    """How the hours were counted, job by job, and what decided the language level."""
    _, assessment = verdict(state, today)
    start, end = assessment["work"]["window"]
    parts = [say("counted_window", start=words(start), end=words(end))]
    for job, told in zip(assessment["work"]["jobs"], state.jobs, strict=True):
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


def left_out(state: State, assessment: Mapping[str, Any]) -> list[Part]:
    """A line for each stretch of work that does not count, with its reason."""
    parts = []
    for job, told in zip(assessment["work"]["jobs"], state.jobs, strict=True):
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
        "levels": [say("level", skill=say(f"skill_{s}"), level=level) for s, level in levels.items()],
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
    outlook = cec.outlook(case, today)
    if outcome == "eligible":
        going, stopped = outlook.until_if_continuing, outlook.until_if_stopped
        parts = [line("outlook_until", until=words(going))] if going else [line("outlook_beyond")]
        if stopped and stopped != going:
            parts.append(say("outlook_until_stopped", until=words(stopped)))
        return parts
    if outcome == "not_eligible" and outlook.eligible_from:
        return [line("outlook_from", start=words(outlook.eligible_from))]
    if outcome == "not_eligible":
        return [line("outlook_never")]
    return []
