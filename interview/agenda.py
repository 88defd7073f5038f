"""The days of an answer that are worth a place in a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

import cec
from cec.windows import years_after
from interview.answering import Answer
from interview.dates import words
from interview.reply import Part, say


def agenda(answer: Answer) -> list[dict[str, Any]]:
    """Each day as {"id", "date", "summary", "note", "ends"}, as reports.calendar takes it, with parts for words.

    ids: first_day and last_day of the span on which all is met; test_expiry, the first day on which the result is
    too old. Only days still to come.
    """
    found = []
    outlook = answer.outlook
    if outlook is not None:
        first, last = outlook.eligible_from, outlook.until_if_continuing
        found += _day("first_day", first, say("calendar_first_day"), say("calendar_first_day_note"), ends=False)
        found += _day("last_day", last, say("calendar_last_day"), say("calendar_last_day_note"), ends=True)
    test = answer.case.language_test
    if test is not None and test.date is not None:
        expiry = years_after(test.date, _validity(answer))
        note = say("calendar_test_expiry_note", date=words(test.date))
        found += _day("test_expiry", expiry, say("calendar_test_expiry"), note, ends=True)
    return [told for told in found if told["date"] > answer.as_of.isoformat()]


def _day(id: str, day: date | None, summary: Part, note: Part, *, ends: bool) -> list[dict[str, Any]]:
    if day is None:
        return []
    return [{"id": id, "date": day.isoformat(), "summary": summary, "note": note, "ends": ends}]


def _validity(answer: Answer) -> int:
    return cec.parameters.on(answer.as_of).result_validity_years
