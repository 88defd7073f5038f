"""The card of an answer (interview.card): its parts filled with words, its pictures drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from drawing.bars import history_bars, outlook_bars
from drawing.hours_over_time import hours_over_time
from drawing.work_history import work_history
from reports.calendar import ics
from reports.files import as_json
from reports.page import html
from reports.paper import pdf
from reports.plain import text

Words = Callable[[Mapping[str, Any]], str]

_CALENDAR: Final[Mapping[str, Any]] = {"say": "file_calendar", "with": {}}
_PDF: Final[Mapping[str, Any]] = {"say": "file_report_pdf", "with": {}}
_HTML: Final[Mapping[str, Any]] = {"say": "file_report_html", "with": {}}

#: How each picture is drawn, and from which data of the card.
_PICTURES: Mapping[str, tuple[Callable[[Mapping[str, Any], Mapping[str, Any]], str], str]] = {
    "picture": (work_history, "history"),
    "outlook_picture": (hours_over_time, "hours_over_time"),
}


def filled(card: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The card as clients get it (docs/card.md).

    words: turns a part, or {"join": parts}, into its text.
    """
    told: dict[str, Any] = _fill(card, words)
    for name, picture in told.pop("pictures").items():
        draw, data = _PICTURES[name]
        alt = picture["alt"]
        told[name] = {"svg": draw(told[data], {**picture["labels"], "description": alt}), "alt": alt}
    if dates := told.pop("dates"):
        content = ics(dates, date.fromisoformat(told["as_of"]))
        told["files"] = [as_json("cec-dates.ics", "text/calendar", words(_CALENDAR), content)]
    return told


def as_bars(card: Mapping[str, Any], words: Words) -> str:
    """The pictures of the card as lines of text, for who sees nothing else."""
    told: dict[str, Any] = _fill(card, words)
    drawn = [history_bars(told["history"], told["pictures"]["picture"]["labels"])]
    if "hours_over_time" in told:
        drawn.append(outlook_bars(told["hours_over_time"], told["pictures"]["outlook_picture"]["labels"]))
    return "\n\n".join("\n".join(lines) for lines in drawn)


def report_as_text(report: Mapping[str, Any], words: Words) -> str:
    """The report (interview.report) for who sees nothing but text."""
    told: dict[str, Any] = _fill(report, words)
    return text(told)


def filled_report(report: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The report (interview.report) as clients get it: its title, and the pages as files.

    Sets type and draws, which takes a few tenths of a second.
    """
    told = filled(report, words)
    pages = [
        as_json("cec-report.pdf", "application/pdf", words(_PDF), pdf(told)),
        as_json("cec-report.html", "text/html", words(_HTML), html(told).encode()),
    ]
    return {"type": "report", "title": told["title"], "as_of": told["as_of"], "files": pages + told.get("files", [])}


def _fill(value: Any, words: Words) -> Any:
    if isinstance(value, Mapping):
        if "say" in value or "join" in value:
            return words(value)
        return {key: _fill(item, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, words) for item in value]
    return value
