"""Days along a line: where each stands, and where the years and months begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drawing.svg import GRID, MUTED, SMALL, WIDTH, Picture
from drawing.text import width


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last`` between ``left`` and ``right``."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where the day begins; days outside stand at the nearer end."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def months(self) -> Iterator[date]:
        """The first of each month on the axis."""
        year, month = self.first.year, self.first.month
        while (day := date(year, month, 1)) <= self.last:
            if day >= self.first:
                yield day
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

    def draw(self, picture: Picture, y: float) -> None:
        """The line at ``y`` with a tick a month, and the years below where they begin; 20 units high."""
        picture.line(self.left, y, self.right, y, GRID)
        free = 0.0
        for day in self.months():
            x, is_year = self.x(day), day.month == 1
            length = 7 if is_year else 4 if day.month in (4, 7, 10) else 2
            picture.line(x, y, x, y + length, MUTED if is_year else GRID)
            half = width(str(day.year), SMALL) / 2
            if is_year and x - half > free and x + half < WIDTH:
                picture.text(x, y + 18, str(day.year), SMALL, MUTED, room=2 * half, anchor="middle")
                free = x + half + 4
