"""The countable hours day by day as a picture: when they are enough, and until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Final

from drawing.axis import Axis
from drawing.svg import COUNTED, INK, MARGIN, MUTED, NORMAL, PAPER, SMALL, WIDTH, WINDOW_EDGE, Picture
from drawing.text import width

_TOP, _BOTTOM = 62, 212
_ROOM: Final = WIDTH - 2 * MARGIN

Points = Sequence[tuple[date, float]]
Height = Callable[[float], float]


def hours_over_time(series: Mapping[str, Any], labels: Mapping[str, Any]) -> str:
    """The picture as SVG, 360 units wide.

    series: {"points": [[day, hours]] where the slope changes, "as_of", "hours" on that day, "required_hours",
    "first" and "last": the days to mark, or None}; days in ISO form. labels: the words in it, and
    "description" for who cannot see it.
    """
    picture = Picture(labels["title"], labels["description"])
    points = [(date.fromisoformat(day), float(hours)) for day, hours in series["points"]]
    required, today = float(series["required_hours"]), date.fromisoformat(series["as_of"])
    axis = Axis(points[0][0], points[-1][0], MARGIN, WIDTH - MARGIN)
    highest = max(required * 1.12, max(hours for _, hours in points) * 1.06)

    def y(hours: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * hours / highest

    picture.text(MARGIN, 30, labels["title"], NORMAL + 1.5, INK, room=_ROOM, bold=True)
    _enough(picture, axis, points, required, y)
    picture.line(MARGIN, y(required), WIDTH - MARGIN, y(required), INK, stroke_dasharray="5 4", stroke_width="1.2")
    _course(picture, axis, points, today, y)
    _required(picture, axis, points, labels["required"], y(required), y)
    _today(picture, axis.x(today), y(hours_on(points, today)), f"{labels['today']}: {int(series['hours']):,}")
    bottom = float(_BOTTOM + 42)
    for key in ("first", "last"):
        if series[key] and labels[key]:
            day = date.fromisoformat(series[key])
            _mark(picture, key, axis.x(day), y(hours_on(points, day)))
            _mark(picture, key, MARGIN + 6, bottom - 4)
            picture.text(MARGIN + 18, bottom, labels[key], NORMAL - 0.5, INK, room=_ROOM - 18)
            bottom += 21
    axis.draw(picture, _BOTTOM)
    picture.text(MARGIN, bottom, labels["note"], SMALL, MUTED, room=_ROOM)
    return picture.finish(bottom + MARGIN)


def hours_on(points: Points, day: date) -> float:
    """The hours on a day: between two points they rise or fall evenly."""
    for (since, before), (until, after) in pairwise(points):
        if since <= day <= until:
            return before + (after - before) * (day - since).days / (until - since).days
    return points[0][1] if day < points[0][0] else points[-1][1]


def _enough(picture: Picture, axis: Axis, points: Points, required: float, y: Height) -> None:
    """What lies above the required hours, filled."""
    crossed: list[tuple[float, float]] = []
    for (since, before), (until, after) in pairwise(points):
        crossed.append((axis.x(since), before))
        if (before - required) * (after - required) < 0:
            share = (required - before) / (after - before)
            crossed.append((axis.x(since) + share * (axis.x(until) - axis.x(since)), required))
    crossed.append((axis.x(points[-1][0]), points[-1][1]))
    upper = " L".join(f"{x:.1f} {y(max(required, hours)):.1f}" for x, hours in crossed)
    base = y(required)
    d = f"M{axis.left:g} {base:.1f} L{upper} L{axis.right:g} {base:.1f} Z"
    picture.path(d, fill=COUNTED, fill_opacity="0.16")


def _course(picture: Picture, axis: Axis, points: Points, today: date, y: Height) -> None:
    """The hours: drawn through up to today, dashed ahead of it."""
    now = (today, hours_on(points, today))
    past = [*(point for point in points if point[0] < today), now]
    ahead = [now, *(point for point in points if point[0] > today)]
    for part, dashes in ((past, {}), (ahead, {"stroke_dasharray": "6 3"})):
        d = "M" + " L".join(f"{axis.x(day):.1f} {y(hours):.1f}" for day, hours in part)
        more = {"stroke_width": "2.4", "stroke_linejoin": "round", **dashes}
        picture.path(d, fill="none", stroke=COUNTED, **more)


def _required(picture: Picture, axis: Axis, points: Points, label: str, level: float, y: Height) -> None:
    """The label of the required hours, at the side and height at which the line is farthest away."""
    room = width(label, SMALL)
    places = [(left, height) for left in (axis.left, axis.right - room) for height in (level - 5, level + 14)]

    def clearance(place: tuple[float, float]) -> float:
        left, base = place
        inside = [y(hours) for x, hours in _samples(axis, points) if left - 4 <= x <= left + room + 4]
        return min(abs(height - (base - 4)) for height in inside)

    left, base = max(places, key=clearance)
    if left == axis.left:
        picture.text(left, base, label, SMALL, INK, room=room)
    else:
        picture.text(axis.right, base, label, SMALL, INK, room=room, anchor="end")


def _samples(axis: Axis, points: Points) -> list[tuple[float, float]]:
    first, span = points[0][0].toordinal(), (points[-1][0] - points[0][0]).days
    days = [date.fromordinal(first + span * step // 90) for step in range(91)]
    return [(axis.x(day), hours_on(points, day)) for day in days]


def _today(picture: Picture, x: float, y: float, label: str) -> None:
    picture.line(x, _TOP - 8, x, _BOTTOM, WINDOW_EDGE, stroke_dasharray="2 3")
    half = width(label, SMALL) / 2
    picture.text(max(x, MARGIN + half), _TOP - 13, label, SMALL, WINDOW_EDGE, room=2 * half, anchor="middle")
    picture.circle(x, y, 3.4, PAPER, stroke=WINDOW_EDGE, stroke_width="2")


def _mark(picture: Picture, key: str, x: float, y: float) -> None:
    """The first day a disc, the last day a square on its corner."""
    edge = {"stroke": PAPER, "stroke_width": "1.5"}
    if key == "first":
        picture.circle(x, y, 5.5, COUNTED, **edge)
    else:
        picture.path(f"M{x:.1f} {y - 7:.1f} l7 7 l-7 7 l-7 -7 Z", fill=INK, **edge)
