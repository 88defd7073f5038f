"""Each requirement in words: what the answer says of it, as a line of text and in the card alike."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Final

import cec
from interview.dates import words
from interview.reply import Part, line, say


@dataclass(frozen=True, slots=True)
class Told:
    """One requirement as it is told.

    id, status, rule: those of the law's finding; rule is its citation ("IRPR 87.1(2)(a)").
    reason: one or two whole sentences. figure: the number behind it in a few words, where there is one.
    """

    id: str
    status: str
    reason: Part
    rule: str
    figure: Part | None = None

    @property
    def title(self) -> Part:
        return say(f"title_{self.id}")

    def as_line(self) -> Part:
        """The requirement on a line of its own: mark, title, reason, rule."""
        return line(f"requirement_{self.status}", title=self.title, reason=self.reason, rule=self.rule)


def told(finding: Mapping[str, Any], as_of: date) -> Told:
    """A finding of the law's assessment in words."""
    reason, figure = _REASONS[finding["id"]](finding, as_of)
    return Told(finding["id"], finding["status"], reason, finding["citation"], figure)


def hours(exact: str) -> str:
    """Hours for reading: whole, rounded down, with a thousands separator."""
    return f"{math.floor(Fraction(exact)):,}"


def _work(finding: Mapping[str, Any], as_of: date) -> tuple[Part, Part]:
    evidence = finding["evidence"]
    counted = evidence.get("countable_hours", "0")
    at_most = evidence.get("countable_hours_at_most", counted)
    known = {"hours": hours(counted), "at_most": hours(at_most)}
    open_hours = finding["status"] in ("unknown", "refer") and at_most != counted
    figure = say("figure_work_open" if open_hours else "figure_work", **known)
    if finding["status"] != "not_met":
        return say(f"work_{finding['status']}", **known), figure
    if Fraction(counted) == 0:
        return say("work_none"), figure
    short = evidence["required_hours"] - Fraction(counted)
    days = math.ceil(short * 7 / cec.parameters.on(as_of).full_time_hours_per_week)
    missing = say("days_one") if days == 1 else say("days_many", days=days)
    return say("work_not_met", **known, short=f"{math.ceil(short):,}", days=missing), figure


def _language(finding: Mapping[str, Any], as_of: date) -> tuple[Part, Part | None]:
    evidence, status = finding["evidence"], finding["status"]
    if evidence.get("reason") == "test_not_accepted":
        return say("language_test_not_accepted", test=say(f"test_{evidence['test']}")), None
    levels = {skill: level for skill, level in evidence.get("levels", {}).items() if level is not None}
    if not levels or (len(levels) < len(cec.SKILLS) and status != "not_met"):
        return say("language_unknown"), None
    shown = [
        say("level" if level else "level_below", skill=say(f"skill_{s}"), level=level) for s, level in levels.items()
    ]
    required = evidence.get("required_level")
    if required is None:
        return say("language_level_unknown", levels=shown), None
    lowest = min(levels.values())
    figure = say("figure_language" if lowest else "figure_language_below", lowest=lowest, required=required)
    short = [say(f"skill_{skill}") for skill in evidence.get("below", ())]
    return say(f"language_{status}", levels=shown, required=required, short=short), figure


def _validity(finding: Mapping[str, Any], as_of: date) -> tuple[Part, Part | None]:
    through, reason = (finding["evidence"].get(key) for key in ("valid_through", "reason"))
    if reason == "not_yet_taken":
        return say("test_validity_not_yet_taken"), None
    figure = say("figure_test_validity", through=words(through)) if through else None
    return say(f"test_validity_{finding['status']}", **({"through": words(through)} if through else {})), figure


def _duties(finding: Mapping[str, Any], as_of: date) -> tuple[Part, None]:
    return say(f"duties_{finding['status']}"), None


def _outside_quebec(finding: Mapping[str, Any], as_of: date) -> tuple[Part, None]:
    return say(f"outside_quebec_{finding['status']}"), None


def _admissibility(finding: Mapping[str, Any], as_of: date) -> tuple[Part, None]:
    return say(f"admissibility_{finding['status']}"), None


_REASONS: Final[Mapping[str, Callable[[Mapping[str, Any], date], tuple[Part, Part | None]]]] = {
    "work_experience": _work,
    "duties": _duties,
    "language": _language,
    "test_validity": _validity,
    "outside_quebec": _outside_quebec,
    "admissibility": _admissibility,
}
