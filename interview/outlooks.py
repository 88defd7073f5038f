"""From or until when the class is met, in words, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import cec
from cec.outlook import Span
from interview.dates import words
from interview.reply import Part, line, say


def outlook_parts(case: cec.Case, outcome: str, outlook: cec.Outlook) -> list[Part]:
    """What is said of the time ahead; nothing while facts are missing or a professional has to weigh them."""
    ahead = _ahead(case, outcome, outlook)
    return [*ahead, *map(_caveat, outlook.caveats)] if ahead else []


def _caveat(caveat: Mapping[str, Any]) -> Part:
    day = {"date": words(caveat["date"])} if "date" in caveat else {}
    return line(f"outlook_caveat_{caveat['id']}", class_name=caveat.get("name", ""), **day)


def _ahead(case: cec.Case, outcome: str, outlook: cec.Outlook) -> list[Part]:
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
    lacking = cec.shortfalls(case, outlook.as_of)
    others = [say(name) for name in dict.fromkeys(map(_lacking, lacking)) if name != "lacking_work_experience"]
    parts = [line("outlook_never_but", lacking=others)] if others else [line("outlook_never")]
    return [*parts, *_work_outlook(outlook.work, outlook.as_of), *_what_would_do(lacking)]


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
