"""The answer as data, for clients that show more than text: every word still a part, filled by nlg.

docs/card.md describes what a client gets in the end.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cec.citations import page_of
from cec.hours_over_time import hours_over_time
from interview.agenda import agenda
from interview.answering import Answer
from interview.findings import Told
from interview.pictures import history_picture, outlook_picture
from interview.playback import title_of
from interview.reply import as_json, say


def card(answer: Answer, *, is_trial: bool = False) -> dict[str, Any]:
    """The answer as a tree of JSON in which every text is a Part.to_dict(), or {"join": [parts]}.

    Beside what the client gets it holds "pictures", for each its text alternative and its labels, and "dates",
    which become a calendar file.
    is_trial: the facts were only tried out; then headline and closing say so.
    """
    shown: dict[str, Any] = {
        "type": "assessment",
        "outcome": answer.outcome,
        "trial": is_trial,
        "headline": say("card_headline_trial", headline=answer.headline) if is_trial else answer.headline,
        "as_of": answer.as_of.isoformat(),
        "requirements": [_requirement(told, answer) for told in answer.requirements],
        "notes": [*answer.left_out, *answer.notes],
        "outlook": answer.ahead,
        "closing": say("card_closing_trial", closing=answer.closing) if is_trial else answer.closing,
        "history": _history(answer),
        "dates": [] if is_trial else agenda(answer),
    }
    shown["pictures"] = {"picture": history_picture(shown["history"], answer.as_of)}
    if ahead := _hours_over_time(answer):
        shown["hours_over_time"] = ahead
        shown["pictures"]["outlook_picture"] = outlook_picture(ahead)
    tree: dict[str, Any] = as_json(shown)
    return tree


def _requirement(told: Told, answer: Answer) -> dict[str, Any]:
    return {
        "id": told.id,
        "status": told.status,
        "title": told.title,
        "reason": told.reason,
        "figure": told.figure,
        "rule": told.rule,
        "url": page_of(told.rule, answer.as_of),
    }


def _history(answer: Answer) -> dict[str, Any]:
    """The work as it was counted: the pieces of a job that changed its nature are one job again."""
    assessment = answer.assessment
    work = _work(answer)
    jobs: dict[int, dict[str, Any]] = {}
    for counted, (index, told) in zip(assessment["work"]["jobs"], answer.jobs, strict=True):
        job = jobs.setdefault(index, {"title": title_of(told), "hours": Fraction(0), "segments": []})
        job["hours"] += Fraction(counted["credited_hours"])
        # Where no dates were told, the law's case has the whole window in their place.
        job["segments"] += [_segment(segment) for segment in counted["segments"]] if told.start else []
    counted_hours = work["countable_hours"]
    return {
        "window": assessment["work"]["window"],
        "as_of": assessment["as_of"],
        "counted_hours": _whole(counted_hours),
        "at_most_hours": _whole(work.get("countable_hours_at_most", counted_hours)),
        "required_hours": work["required_hours"],
        "jobs": [{**job, "hours": _whole(job["hours"])} for job in jobs.values()],
    }


def _work(answer: Answer) -> Mapping[str, Any]:
    """The figures of the work requirement."""
    evidence: Mapping[str, Any] = answer.assessment["requirements"][0]["evidence"]
    return evidence


def _segment(segment: dict[str, Any]) -> dict[str, Any]:
    reason = segment["reason"]
    return {
        "start": segment["start"],
        "end": segment["end"],
        "counts": segment["counts"],
        "reason": say(f"reason_{reason}") if reason else None,
    }


def _hours_over_time(answer: Answer) -> dict[str, Any] | None:
    """The countable hours day by day around today, where there are any and the outlook is known."""
    outlook = answer.outlook
    if outlook is None:
        return None
    points = hours_over_time(answer.case, answer.as_of)
    if not any(hours for _, hours in points):
        return None
    # Where something else stands in the way, the days on which the hours alone are enough.
    is_whole = outlook.whole.first is not None
    span = outlook.whole if is_whole else outlook.work
    work = _work(answer)
    too_old = {"of": "until_if_continuing", "requirement": "test_validity", "reason": "expired"}
    return {
        "as_of": answer.as_of.isoformat(),
        "hours": _whole(work["countable_hours"]),
        "required_hours": work["required_hours"],
        "points": [[day.isoformat(), _whole(hours)] for day, hours in points],
        "of": "class" if is_whole else "hours",
        "ends_with_test": is_whole and too_old in outlook.limits,
        "first": span.first.isoformat() if span.first and span.first > answer.as_of else None,
        "last": span.until_if_continuing.isoformat() if span.until_if_continuing else None,
    }


def _whole(hours: Fraction | str) -> str:
    """Whole hours, rounded down: what is not there in full does not count."""
    return str(math.floor(Fraction(hours)))
