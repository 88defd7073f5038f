"""The answer: whether, why, what was left out, until or from when, in the words of domain.yml by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import cec
import noc
from interview.case import is_decided_by_days, pieces, to_case
from interview.dates import words
from interview.findings import Told, hours, told
from interview.outlooks import outlook_parts
from interview.playback import period_of, title_of
from interview.questions import might_count
from interview.reply import Part, line, say
from interview.state import Job, State

#: Work that counts only if a professional finds so.
_WEIGHED = {"self_employed_physician", "foreign_employer"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One assessment in words: what the text and the card are both made of.

    assessment: as ``cec.Assessment.to_dict`` gives it. outlook: None where no more than a guess can be made.
    left_out: a line for each stretch of work that does not count. notes: what to bear in mind beside that.
    ahead: from or until when, and what would change it.
    """

    as_of: date
    case: cec.Case
    assessment: Mapping[str, Any]
    outlook: cec.Outlook | None
    headline: Part
    requirements: tuple[Told, ...]
    left_out: list[Part]
    notes: list[Part]
    ahead: list[Part]
    closing: Part

    @property
    def outcome(self) -> str:
        """The law's own word: eligible, not_eligible, incomplete or refer."""
        return str(self.assessment["outcome"])

    @property
    def parts(self) -> list[Part]:
        """The whole answer as text: its outcome first, then each requirement, then what would change it."""
        work, *others = (requirement.as_line() for requirement in self.requirements)
        return [self.headline, work, *self.left_out, *others, *self.notes, *self.ahead, self.closing]


def answer(state: State, today: date) -> Answer:
    """The answer to what was told: the cautious one where the days of a month decide."""
    cautious = is_decided_by_days(state, today)
    case = cec.parse_case(to_case(state, today, cautious=cautious))
    assessment = cec.assess(case).to_dict()
    outcome = assessment["outcome"]
    outlook = cec.outlook(case, today) if outcome in ("eligible", "not_eligible") else None
    notes = [_advice(advice) for advice in assessment["advisories"] if advice["id"] != "before_noc_2021"]
    return Answer(
        today,
        case,
        assessment,
        outlook,
        say(f"answer_{outcome}", date=words(today)),
        tuple(told(finding, today) for finding in assessment["requirements"] if _is_told(finding, state)),
        left_out(state, assessment),
        [*notes, *([line("note_cautious_days")] if cautious else [])],
        outlook_parts(case, outcome, outlook) if outlook else [],
        line("answer_closing"),
    )


def _is_told(finding: Mapping[str, Any], state: State) -> bool:
    """Duties are of account only in work that might count; a test that is not accepted is told under language."""
    if finding["id"] == "duties":
        return any(might_count(job) for job in state.jobs)
    return not (finding["id"] == "test_validity" and finding["evidence"].get("reason") == "test_not_accepted")


def _advice(advice: Mapping[str, Any]) -> Part:
    reason = f"_{advice['reason']}" if advice["id"] == "clb_7_is_safe" else ""
    return line(f"advice_{advice['id']}{reason}", level=advice.get("level", ""))


def explanation_parts(state: State, today: date) -> list[Part]:
    """How the hours were counted, job by job, and what decided the language level."""
    assessment = answer(state, today).assessment
    start, end = assessment["work"]["window"]
    parts = [say("counted_window", start=words(start), end=words(end))]
    for job, as_told in with_told(state, assessment):
        group = noc.unit_group(as_told.noc) if as_told.noc else None
        parts.append(
            line(
                "counted_job",
                job=title_of(as_told),
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


def with_told(state: State, assessment: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Job]]:
    """Each job of the assessment with the job as it was told."""
    jobs = [state.jobs[index] for index in pieces(state)]
    return list(zip(assessment["work"]["jobs"], jobs, strict=True))


def left_out(state: State, assessment: Mapping[str, Any]) -> list[Part]:
    """A line for each stretch of work that does not count, with its reason."""
    parts = []
    for job, as_told in with_told(state, assessment):
        for segment in job["segments"]:
            if segment["counts"] is False or segment["reason"] in _WEIGHED:
                stretch = Job(start=segment["start"], end=segment["end"], ended=as_told.ended)
                name = f"left_out_{segment['reason']}"
                parts.append(line(name, job=title_of(as_told), period=period_of(stretch)))
    return parts
