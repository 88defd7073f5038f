"""The report: the answer with every fact as understood, what is open, and what to gather, for a licensed adviser."""

from __future__ import annotations

from typing import Any

from interview.answering import Answer
from interview.card import card
from interview.dates import words
from interview.playback import everything, title_of
from interview.questions import might_count
from interview.reply import Part, as_json, line, say
from interview.state import State

_MARKS = {"met": "✔", "not_met": "✘", "unknown": "?", "refer": "?"}


def report(answer: Answer, state: State) -> dict[str, Any]:
    """The report as a tree of JSON like the card's, with every text a part; its pictures are those of the card."""
    shown = card(answer)
    added = {
        "type": "report",
        "title": say("report_title"),
        "subtitle": say("report_subtitle", date=words(answer.as_of)),
        "titles": {
            "requirements": say("report_requirements"),
            "outlook": say("report_outlook"),
            "facts": say("report_facts"),
            "notes": say("report_notes"),
            "open": say("report_open"),
            "documents": say("report_documents"),
            "dates": say("report_dates"),
        },
        "facts": everything(state),
        "open": _open(answer),
        "documents": _documents(answer, state),
        "closing": say("report_closing"),
    }
    return {**shown, **as_json(added), "marks": _MARKS}


def _open(answer: Answer) -> list[Part]:
    """What is not known, and what a professional has to weigh."""
    points = [
        line("report_open_point", title=told.title, reason=told.reason)
        for told in answer.requirements
        if told.status in ("unknown", "refer")
    ]
    return points or [line("report_nothing_open")]


def _documents(answer: Answer, state: State) -> list[Part]:
    letters = [line("document_letter", job=title_of(job)) for job in state.jobs if might_count(job)]
    parts = [*letters, line("document_pay"), line("document_status")]
    if any(job.excluded for job in state.jobs) or state.study:
        parts.append(line("document_left_out"))
    tested = (state.language or {}).get("test")
    parts.append(line("document_test", test=say(f"test_{tested}")) if tested else line("document_no_test"))
    return parts
