"""The card's two pictures as lines of text, for a terminal: a cell a month, drawn from the same data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from drawing.hours_over_time import hours_on
from drawing.text import clean

_CELLS: Final = {True: "█", False: "░", None: "▒"}
_NOTHING: Final = "·"
_LEVELS: Final = "▁▂▃▄▅▆▇█"
_TITLE: Final = 16
_GAUGE: Final = 36


def history_bars(history: Mapping[str, Any], labels: Mapping[str, Any]) -> list[str]:
    """The hours as a gauge, then a line for each job: full cells count, light ones do not, the rest is not settled.

    history and labels: as drawing.work_history takes them. A month shows what most of its days are.
    """
    required = int(history["required_hours"])
    full = min(_GAUGE, int(history["counted_hours"]) * _GAUGE // required)
    lines = [f"{labels['hours']} {labels['of_required']}", "█" * full + _NOTHING * (_GAUGE - full)]
    first, last = (date.fromisoformat(day) for day in history["window"])
    months = _months(first, last)
    for job, hours in zip(history["jobs"], labels["job_hours"], strict=True):
        cells = "".join(_cell(job["segments"], month, after, last) for month, after in _with_next(months))
        lines.append(f"{_fit(job['title']):<{_TITLE}} {cells} {hours}")
    lines.append(f"{'':{_TITLE}} {_years(months)}")
    kinds = {segment["counts"] for job in history["jobs"] for segment in job["segments"]}
    named = ((True, "counts"), (False, "not_counted"), (None, "unsure"))
    legend = [f"{_CELLS[kind]} {labels[name]}" for kind, name in named if kind in kinds]
    return [line.rstrip() for line in (*lines, "  ".join(legend)) if line.strip()]


def outlook_bars(series: Mapping[str, Any], labels: Mapping[str, Any]) -> list[str]:
    """The hours over time as a line of blocks, below it the months in which they are enough, and the days to know.

    series and labels: as drawing.hours_over_time takes them.
    """
    points = [(date.fromisoformat(day), float(hours)) for day, hours in series["points"]]
    required, months = float(series["required_hours"]), _months(points[0][0], points[-1][0])
    hours = [hours_on(points, max(points[0][0], month)) for month in months]
    highest = max(required, *hours)
    blocks = "".join(_LEVELS[min(7, int(each * 8 / highest))] for each in hours)
    enough = "".join("━" if each >= required else _NOTHING for each in hours)
    today = date.fromisoformat(series["as_of"]).replace(day=1)
    marks = "".join("▼" if month == today else " " for month in months)
    lines = [labels["title"], f"{marks.rstrip()} {labels['today']}", blocks, f"{enough} ━ {labels['required']}"]
    lines.append(_years(months))
    lines += [f"{sign} {labels[key]}" for key, sign in (("first", "●"), ("last", "◆")) if series[key] and labels[key]]
    return [*lines, labels["note"]]


def _months(first: date, last: date) -> list[date]:
    """The first of every month from one day's to another's."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(count)]


def _with_next(months: Sequence[date]) -> list[tuple[date, date]]:
    year, month = divmod(months[-1].year * 12 + months[-1].month, 12)
    return list(zip(months, [*months[1:], date(year, month + 1, 1)], strict=True))


def _cell(segments: Sequence[Mapping[str, Any]], month: date, after: date, last: date) -> str:
    """What most days of the month are; nothing where there is no work in it."""
    days: dict[Any, int] = {}
    for segment in segments:
        start = max(month, date.fromisoformat(segment["start"]))
        end = date.fromisoformat(segment["end"]) if segment["end"] else last
        inside = min(after.toordinal() - 1, end.toordinal()) - start.toordinal() + 1
        if inside > 0:
            days[segment["counts"]] = days.get(segment["counts"], 0) + inside
    return _CELLS[max(days, key=lambda kind: days[kind])] if days else _NOTHING


def _years(months: Sequence[date]) -> str:
    """The years below the months in which they begin."""
    line = ""
    for place, month in enumerate(months):
        if month.month == 1 and place >= len(line):
            line = line.ljust(place) + str(month.year) + " "
    return line.rstrip()


def _fit(title: str) -> str:
    shown = clean(title)
    return shown if len(shown) <= _TITLE else f"{shown[: _TITLE - 1]}…"
