"""What stands in the card's pictures as words, and what they show as text for who does not see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from interview.dates import short_words, words
from interview.reply import Part, say

#: Less is not seen in the picture.
_A_FEW_HOURS: Final = 15


def history_picture(history: Mapping[str, Any], as_of: date) -> dict[str, Any]:
    """Text alternative and labels of the picture of the work history (drawing.work_history)."""
    start, end = history["window"]
    counted, at_most = (_read(history[key]) for key in ("counted_hours", "at_most_hours"))
    is_open = counted != at_most
    figures = say("picture_hours_open" if is_open else "picture_hours", hours=counted, at_most=at_most)
    head = say("picture_alt_window", start=words(start), end=words(end), figures=figures)
    jobs = [_job(job) for job in history["jobs"]] or [say("picture_no_work")]
    return {
        "alt": {"join": [head, *jobs]},
        "labels": {
            "title": say("picture_title"),
            "hours": counted if not is_open else say("picture_range", hours=counted, at_most=at_most),
            "of_required": say("picture_of_required"),
            "window_start": short_words(start),
            "window_end": short_words(end),
            "window": say("picture_window"),
            "counts": say("picture_counts"),
            "not_counted": say("picture_not_counted"),
            "unsure": say("picture_unsure"),
            "no_dates": say("picture_no_dates"),
            "no_work": say("picture_no_work"),
            "job_hours": [say("picture_job_hours", hours=_read(job["hours"])) for job in history["jobs"]],
        },
    }


def outlook_picture(ahead: Mapping[str, Any]) -> dict[str, Any]:
    """Text alternative and labels of the picture of the hours over time (drawing.hours_over_time)."""
    points, of = ahead["points"], ahead["of"]
    (start, _), (end, _) = points[0], points[-1]
    turns = [say("picture_alt_point", date=words(day), hours=_read(hours)) for day, hours in _main(points)]
    first, last = ahead["first"], ahead["last"]
    marks = {
        "first": say(f"picture_first_day_{of}", date=short_words(first)) if first else None,
        "last": say(f"picture_last_day_{'test' if ahead['ends_with_test'] else of}", date=short_words(last))
        if last
        else None,
    }
    said = [say("picture_alt_mark", mark=mark) for mark in marks.values() if mark]
    head = say("picture_alt_over_time", start=words(start), end=words(end), points=turns)
    return {
        "alt": {"join": [head, *said]},
        "labels": {
            "title": say("picture_title_over_time"),
            "note": say("picture_if_it_goes_on"),
            "required": say("picture_required"),
            "today": say("picture_today"),
            **marks,
        },
    }


def _job(job: Mapping[str, Any]) -> Part:
    """ "Cook, 950 hours: counts 1 May 2024 to 31 May 2025; does not count ... (on leave)." """
    if not job["segments"]:
        return say("picture_alt_job", job=job["title"], hours=_read(job["hours"]), stretches=say("picture_no_dates"))
    stretches = [_stretch(segment) for segment in job["segments"]]
    return say("picture_alt_job", job=job["title"], hours=_read(job["hours"]), stretches=stretches)


def _stretch(segment: Mapping[str, Any]) -> Part:
    start, end, reason = segment["start"], segment["end"], segment["reason"]
    if end is None:
        period = say("period_open", start=words(start))
    elif start == end:
        period = words(start)
    else:
        period = say("period_closed", start=words(start), end=words(end))
    counts = {True: "counts", False: "not_counted", None: "unsure"}[segment["counts"]]
    return say(f"picture_alt_{counts}" + ("_because" if reason else ""), period=period, reason=reason or "")


def _main(points: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The points without those that a line between their neighbours passes within a few hours: leap days."""
    kept = list(points)
    for point in points[1:-1]:
        at = kept.index(point)
        (before, low), (day, hours), (after, high) = ((date.fromisoformat(d), int(h)) for d, h in kept[at - 1 : at + 2])
        if abs(low + (high - low) * (day - before).days / (after - before).days - hours) < _A_FEW_HOURS:
            kept.remove(point)
    return kept


def _read(hours: str) -> str:
    return f"{int(hours):,}"
