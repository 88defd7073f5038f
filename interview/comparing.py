"""Two answers side by side: what differs, in sentences and as the rows of a small table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import cec
from cec.outlook import Span
from interview.answering import Answer
from interview.dates import words
from interview.findings import hours
from interview.reply import Part, as_json, line, say


@dataclass(frozen=True, slots=True)
class Row:
    """What an answer comes to, as it is kept to be set beside others.

    what: the part that names it, as JSON text. of: whether the days are those on which the "class" is met, or
    the "hours" alone where something else stands in the way. first, last: in ISO form, as in cec.outlook.Span.
    """

    what: str
    outcome: str
    of: str
    first: str | None
    last: str | None
    hours: str

    @classmethod
    def of_answer(cls, what: Part, answer: Answer, beside: Answer | None = None) -> Row:
        """The row of an answer; its days are of the class where they are so in either of the two.

        Both look ahead from the same day, also where one of them is of an application on a later one.
        """
        since = min(answer.as_of, beside.as_of) if beside else answer.as_of
        ahead = cec.outlook(answer.case, since)
        is_whole = bool(ahead.whole.first or (beside and cec.outlook(beside.case, since).whole.first))
        span: Span = ahead.whole if is_whole else ahead.work
        return cls(
            json.dumps(as_json(what)),
            answer.outcome,
            "class" if is_whole else "hours",
            _iso(span.first),
            _iso(span.until_if_continuing),
            hours(answer.assessment["requirements"][0]["evidence"].get("countable_hours", "0")),
        )

    @classmethod
    def from_slot(cls, slot: Mapping[str, Any]) -> Row:
        return cls(slot["what"], slot["outcome"], slot["of"], slot.get("first"), slot.get("last"), slot["hours"])

    @property
    def name(self) -> Any:
        """The part that names it, as JSON."""
        return json.loads(self.what)

    @property
    def first_day(self) -> Part:
        return words(self.first) if self.first else say("no_such_day")

    @property
    def last_day(self) -> Part:
        if self.last:
            return words(self.last)
        return say("beyond_the_outlook" if self.first else "no_such_day")

    def as_line(self) -> Part:
        """ "• you apply on 1 June 2027: from 28 February 2027 through 13 March 2028"."""
        name = self.of if self.first else "never"
        return line(f"what_if_row_{name}", what=self.name, first=self.first_day, last=self.last_day)


def differences(old: Answer, new: Answer, was: Row, now: Row) -> list[Part]:
    """What differs between two answers, the outcome aside: days, hours, and each requirement that turned."""
    parts = []
    if was.first != now.first:
        parts.append(line(f"what_if_first_{now.of}", new=now.first_day, old=was.first_day))
    if was.last != now.last and now.first:
        parts.append(line(f"what_if_last_{now.of}", new=now.last_day, old=was.last_day))
    if was.hours != now.hours:
        parts.append(line("what_if_hours", new=now.hours, old=was.hours, date=words(new.as_of)))
    before = {told.id: told for told in old.requirements}
    for told in new.requirements:
        known = before.get(told.id)
        turned = known is None or known.status != told.status
        if turned or (told.id == "language" and known and known.figure != told.figure):
            parts.append(told.as_line())
    return parts


def table(rows: Sequence[Row]) -> list[Part]:
    """The rows as lines of text."""
    return [line("what_if_side_by_side"), *(row.as_line() for row in rows)]


def comparison(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows as a table for the card: every text a part, or text."""
    of = rows[-1].of
    days = [say(f"what_if_head_first_{of}"), say(f"what_if_head_last_{of}")]
    return {
        "title": say("what_if_title"),
        "columns": [say("what_if_head"), say("what_if_head_outcome"), *days, say("what_if_head_hours")],
        "rows": [
            {
                "outcome": row.outcome,
                "cells": [row.name, say(f"what_if_is_{row.outcome}"), row.first_day, row.last_day, row.hours],
            }
            for row in rows
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
