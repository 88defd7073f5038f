"""The answer: whether, why, what was left out, until or from when, in the words of domain.yml by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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
from interview.state import OF_STATUS, Job, State

#: Work that counts only if a professional finds so.
_WEIGHED = {"self_employed_physician", "foreign_employer"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One assessment in words: what the text, the card and the report are all made of.

    jobs: for each job of the case its place among the jobs that were told, and the job as it was told.
    assessment: as ``cec.Assessment.to_dict`` gives it. outlook: None where no more than a guess can be made.
    left_out: a line for each stretch of work that does not count. notes: what to bear in mind beside that.
    ahead: from or until when, and what would change it.
    """

    as_of: date
    case: cec.Case
    jobs: tuple[tuple[int, Job], ...]
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
    return answer_to(case, as_told(state), today, is_cautious=cautious)


def as_told(state: State) -> tuple[tuple[int, Job], ...]:
    """For each job of the law's case the place of the told job that it is of, and that job."""
    return tuple((index, state.jobs[index]) for index in pieces(state))


def answer_to(case: cec.Case, jobs: tuple[tuple[int, Job], ...], today: date, *, is_cautious: bool = False) -> Answer:
    """The answer to a case on its own day, or else today; jobs: as in Answer."""
    day = case.as_of or today
    assessment = cec.assess(case, day).to_dict()
    outcome = assessment["outcome"]
    outlook = cec.outlook(case, day) if outcome in ("eligible", "not_eligible") else None
    notes = [_advice(advice) for advice in assessment["advisories"] if advice["id"] != "before_noc_2021"]
    headline = f"answer_{outcome}" if day == today else f"answer_{outcome}_on"
    return Answer(
        day,
        case,
        jobs,
        assessment,
        outlook,
        say(headline, date=words(day)),
        tuple(_told(finding, day, assessment) for finding in assessment["requirements"] if _is_told(finding, jobs)),
        left_out(assessment, jobs),
        [*notes, *([line("note_cautious_days")] if is_cautious else [])],
        outlook_parts(case, outcome, outlook) if outlook else [],
        line("answer_closing"),
    )


def when_parts(found: Answer, *, is_given: bool) -> list[Part]:
    """From or until when: what the answer says of it, or what can be said of the hours while facts are missing."""
    if is_given and found.ahead:
        counted = found.assessment["requirements"][0]["evidence"]["countable_hours"]
        return [say(f"when_{found.outcome}", hours=hours(counted)), *found.ahead]
    work = cec.outlook(found.case, found.as_of).work
    if work.first is None:
        return [say("when_open")]
    if work.first <= found.as_of:
        return [say("when_hours_suffice"), line("when_rest")]
    return [say("when_hours_from", start=words(work.first)), line("when_rest")]


def _is_told(finding: Mapping[str, Any], jobs: tuple[tuple[int, Job], ...]) -> bool:
    """Duties are of account only in work that might count; a test that is not accepted is told under language."""
    if finding["id"] == "duties":
        return any(might_count(job) for _, job in jobs)
    return not (finding["id"] == "test_validity" and finding["evidence"].get("reason") == "test_not_accepted")


def _advice(advice: Mapping[str, Any]) -> Part:
    reason = f"_{advice['reason']}" if advice["id"] == "clb_7_is_safe" else ""
    return line(f"advice_{advice['id']}{reason}", level=advice.get("level", ""))


def explanation_parts(state: State, today: date) -> list[Part]:
    """How the hours were counted, job by job, and what decided the language level."""
    found = answer(state, today)
    assessment = found.assessment
    start, end = assessment["work"]["window"]
    parts = [say("counted_window", start=words(start), end=words(end))]
    for job, (_, job_told) in zip(assessment["work"]["jobs"], found.jobs, strict=True):
        group = noc.unit_group(job_told.noc) if job_told.noc else None
        parts.append(
            line(
                "counted_job",
                job=title_of(job_told),
                hours=hours(job["credited_hours"]),
                group=say("group_short", code=group.code, group=group.title_en, teer=group.teer)
                if group
                else say("group_unknown"),
            )
        )
    parts += found.left_out
    language = next(f for f in assessment["requirements"] if f["id"] == "language")["evidence"]
    if language.get("decided_by"):
        group = noc.unit_group(language["decided_by"])
        assert group is not None
        level = language["required_level"]
        parts.append(line("counted_level", level=level, group=group.title_en, teer=group.teer))
    return parts


def _told(finding: Mapping[str, Any], day: date, assessment: Mapping[str, Any]) -> Told:
    """A finding in words; after work without permit or status, "nothing speaks against it" would say too much."""
    segments = (segment for job in assessment["work"]["jobs"] for segment in job["segments"])
    is_doubtful = any(segment["reason"] in OF_STATUS for segment in segments)
    in_words = told(finding, day)
    if finding["id"] == "admissibility" and finding["status"] == "met" and is_doubtful:
        return replace(in_words, reason=say("admissibility_met_but"))
    return in_words


def left_out(assessment: Mapping[str, Any], jobs: tuple[tuple[int, Job], ...]) -> list[Part]:
    """A line for each stretch of work that does not count, with its reason."""
    parts = []
    for job, (_, job_told) in zip(assessment["work"]["jobs"], jobs, strict=True):
        for segment in job["segments"]:
            if segment["counts"] is False or segment["reason"] in _WEIGHED:
                stretch = Job(start=segment["start"], end=segment["end"], ended=job_told.ended)
                name = f"left_out_{segment['reason']}"
                parts.append(line(name, job=title_of(job_told), period=period_of(stretch)))
    return parts
