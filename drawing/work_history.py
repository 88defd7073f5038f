"""The work history as a picture: each job a bar in time, what counts told apart, the hours as a gauge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from drawing.axis import Axis
from drawing.svg import (
    COUNTED,
    EDGES,
    FILLS,
    INK,
    MARGIN,
    MUTED,
    NORMAL,
    PAPER,
    SMALL,
    TRACK,
    WIDTH,
    WINDOW,
    WINDOW_EDGE,
    Picture,
)
from drawing.text import width

_DAY: Final = timedelta(days=1)
_KINDS: Final = {True: "counts", False: "not_counted", None: "unsure"}
_ROOM: Final = WIDTH - 2 * MARGIN
_BAR: Final = 16
#: How much is shown of work before the window, and of work still to come.
_BEFORE, _AFTER = timedelta(days=270), timedelta(days=120)
#: The narrowest bar in which its sign has room, and the narrowest that is seen at all.
_SIGNED, _SEEN = 16, 2.5


@dataclass(frozen=True, slots=True)
class _Bar:
    """A stretch of a job: where it begins and ends, and whether it goes on beyond the axis."""

    kind: str
    left: float
    right: float
    reason: str
    is_cut_left: bool
    is_cut_right: bool


def work_history(history: Mapping[str, Any], labels: Mapping[str, Any]) -> str:
    """The picture as SVG, 360 units wide.

    history: {"window": [first, last], "counted_hours", "at_most_hours", "required_hours", "jobs": [{"title",
    "segments": [{"start", "end", "counts", "reason"}]}]}; days in ISO form, an end of None is open, counts is
    True, False or None where it is not settled. labels: the words in it, and "description" for who cannot see it.
    """
    picture = Picture(labels["title"], labels["description"])
    y = _gauge(picture, history, labels)
    first, last = (date.fromisoformat(day) for day in history["window"])
    axis = _axis(history["jobs"], first, last)
    rows = [_bars(job["segments"], axis) for job in history["jobs"]]
    top, y = y + 16, y + 24
    starts = []
    for row in rows:
        starts.append(y)
        y += 46 + 16 * len(_reasons(row))
    bottom = y if rows else y + 30
    _window(
        picture,
        axis,
        labels,
        (first, last),
        (top, bottom),
        [start + 14 for start, row in zip(starts, rows, strict=True) if row],
    )
    if not rows:
        picture.text(WIDTH / 2, y + 16, labels["no_work"], NORMAL, MUTED, room=_ROOM, anchor="middle")
    for job, hours, row, start in zip(history["jobs"], labels["job_hours"], rows, starts, strict=True):
        _row(picture, job["title"], hours, row, start, labels)
    axis.draw(picture, bottom)
    kinds = {bar.kind for row in rows for bar in row}
    return picture.finish(_legend(picture, labels, kinds, bottom + 40) + MARGIN)


def _gauge(picture: Picture, history: Mapping[str, Any], labels: Mapping[str, Any]) -> float:
    """The hours so far in figures, and as a bar against those required; returns where it ends."""
    counted, at_most, required = (int(history[key]) for key in ("counted_hours", "at_most_hours", "required_hours"))
    room = _ROOM * 0.62
    size = 24 if width(labels["hours"], 24, bold=True) <= room else 17
    picture.text(MARGIN, 36, labels["hours"], size, INK, room=room, bold=True)
    picture.run_on(
        labels["of_required"], NORMAL, MUTED, room=_ROOM - min(room, width(labels["hours"], size, bold=True))
    )
    y, height = 48, 10
    whole = max(at_most, required)
    picture.rect(MARGIN, y, _ROOM, height, TRACK, round=5)
    if at_most > counted:
        edge = {"stroke": EDGES["unsure"], "stroke_width": "1"}
        picture.rect(MARGIN, y, _ROOM * at_most / whole, height, FILLS["unsure"], round=5, **edge)
    if counted:
        picture.rect(MARGIN, y, max(height, _ROOM * counted / whole), height, COUNTED, round=5)
    if whole > required:
        needed = MARGIN + _ROOM * required / whole
        picture.line(needed, y - 4, needed, y + height + 4, PAPER, stroke_width="4")
        picture.line(needed, y - 4, needed, y + height + 4, INK, stroke_width="2")
        text = f"{required:,}"
        half = width(text, SMALL) / 2
        picture.text(min(needed, WIDTH - MARGIN - half), y + 25, text, SMALL, MUTED, room=2 * half, anchor="middle")
        return y + 32
    return y + height + 10


def _axis(jobs: Sequence[Mapping[str, Any]], first: date, last: date) -> Axis:
    """The window, and a part of the time around it where there is work."""
    days = [date.fromisoformat(part[end]) for job in jobs for part in job["segments"] for end in ("start", "end")
            if part[end]]  # fmt: skip
    opens = max(min([first, *days]), first - _BEFORE)
    closes = min(max([last, *days]), last + _AFTER)
    return Axis(opens, closes + _DAY, MARGIN, WIDTH - MARGIN)


def _bars(segments: Sequence[Mapping[str, Any]], axis: Axis) -> list[_Bar]:
    bars = []
    for part in segments:
        start, end = date.fromisoformat(part["start"]), date.fromisoformat(part["end"] or axis.last.isoformat())
        left, right = axis.x(start), axis.x(end + _DAY)
        if right - left < _SEEN:
            left = max(axis.left, min(left, axis.right - _SEEN))
            right = left + _SEEN
        cut_left, cut_right = start < axis.first, part["end"] is None or end >= axis.last
        bars.append(_Bar(_KINDS[part["counts"]], left, right, part["reason"] or "", cut_left, cut_right))
    # Bars that were widened to be seen are drawn last, so that none is hidden.
    return sorted(bars, key=lambda bar: (bar.right - bar.left <= _SEEN, bar.left))


def _reasons(bars: Sequence[_Bar]) -> list[tuple[str, str]]:
    """What stands below the bars of a job: each (kind, reason) once."""
    return list(dict.fromkeys((bar.kind, bar.reason) for bar in bars if bar.reason and bar.kind != "counts"))


def _window(
    picture: Picture,
    axis: Axis,
    labels: Mapping[str, Any],
    days: tuple[date, date],
    sides: tuple[float, float],
    bars: Sequence[float],
) -> None:
    """The days that count as a band behind the bars, with its first and last day above.

    sides: its top and bottom. bars: where the bars lie; elsewhere its edges would cross the titles.
    """
    (first, last), (top, bottom) = days, sides
    left, right = axis.x(first), axis.x(last + _DAY)
    picture.rect(left, top, right - left, bottom - top, WINDOW)
    for x in (left, right):
        for start, end in [(top - 4, top + 4), *((bar, bar + _BAR + 6) for bar in bars), (bottom - 5, bottom)]:
            picture.line(x, start, x, end, WINDOW_EDGE)
    half = (right - left) / 2 - 4
    picture.text(left, top - 8, labels["window_start"], SMALL, WINDOW_EDGE, room=half)
    picture.text(right, top - 8, labels["window_end"], SMALL, WINDOW_EDGE, room=half, anchor="end")


def _row(picture: Picture, title: str, hours: str, bars: Sequence[_Bar], y: float, labels: Mapping[str, Any]) -> None:
    """A job: its title and hours, its bars, and the reasons of what does not count."""
    room = width(hours, SMALL)
    picture.text(MARGIN + 4, y + 10, title, NORMAL, INK, room=_ROOM - room - 16, bold=True)
    picture.text(WIDTH - MARGIN - 4, y + 10, hours, SMALL, MUTED, room=room, anchor="end")
    if not bars:
        picture.text(MARGIN + 4, y + 30, labels["no_dates"], SMALL, MUTED, room=_ROOM - 8)
    for bar in bars:
        _bar(picture, bar, y + 17)
    for line, (kind, reason) in enumerate(_reasons(bars)):
        picture.mark(kind, MARGIN + 8, y + 43 + 16 * line, EDGES[kind])
        picture.text(MARGIN + 18, y + 47 + 16 * line, reason, SMALL, EDGES[kind], room=_ROOM - 22)


def _bar(picture: Picture, bar: _Bar, y: float) -> None:
    wide = bar.right - bar.left
    picture.rect(bar.left, y, wide, _BAR, FILLS[bar.kind], round=min(3, wide / 2), stroke=EDGES[bar.kind])
    if wide < _SIGNED:
        return
    middle = y + _BAR / 2
    colour = PAPER if bar.kind == "counts" else EDGES[bar.kind]
    if bar.kind != "counts":
        picture.circle((bar.left + bar.right) / 2, middle, 6.5, PAPER)
    picture.mark(bar.kind, (bar.left + bar.right) / 2, middle, colour)
    # An arrowhead where the work goes on beyond what is shown.
    if bar.is_cut_left and wide > 2 * _SIGNED:
        picture.path(f"M{bar.left + 7:.1f} {middle - 3:g} l-3 3 l3 3", fill="none", stroke=colour, stroke_width="1.5")
    if bar.is_cut_right and wide > 2 * _SIGNED:
        picture.path(f"M{bar.right - 7:.1f} {middle - 3:g} l3 3 l-3 3", fill="none", stroke=colour, stroke_width="1.5")


def _legend(picture: Picture, labels: Mapping[str, Any], kinds: set[str], y: float) -> float:
    """The signs that are in the picture and what they mean; returns where it ends."""
    x = float(MARGIN)
    for kind in [*(kind for kind in FILLS if kind in kinds), "window"]:
        needed = 21 + width(labels[kind], SMALL)
        if x > MARGIN and x + needed > WIDTH - MARGIN:
            x, y = float(MARGIN), y + 19
        if kind == "window":
            picture.rect(x, y - 10, 16, 12, WINDOW)
            for edge in (x, x + 16):
                picture.line(edge, y - 10, edge, y + 2, WINDOW_EDGE)
        else:
            picture.rect(x, y - 10, 16, 12, FILLS[kind], stroke=EDGES[kind], round=2)
            if kind != "counts":
                picture.circle(x + 8, y - 4, 5, PAPER)
            picture.mark(kind, x + 8, y - 4, PAPER if kind == "counts" else EDGES[kind])
        picture.text(x + 21, y, labels[kind], SMALL, MUTED, room=WIDTH - MARGIN - x - 21)
        x += needed + 10
    return y
