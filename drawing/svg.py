"""An SVG in the making: elements with escaped text, and the colours and patterns of all pictures.

Only presentation attributes are used, no style sheet: so it shows the same under a strict content
security policy, and in libraries that know no CSS.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any, Final

from drawing.text import clean, fit

WIDTH: Final = 360
MARGIN: Final = 16
SMALL: Final = 11
NORMAL: Final = 12.5

#: On white each of them has a contrast of 4.5 or more for text, of 3 or more for shapes.
INK: Final = "#1b2733"
MUTED: Final = "#51606f"
PAPER: Final = "#ffffff"
WINDOW: Final = "#eaf1f9"
WINDOW_EDGE: Final = "#4a6d96"
TRACK: Final = "#e4e9ee"
COUNTED: Final = "#0b6b50"
LEFT_OUT: Final = "#5c6876"
UNSURE: Final = "#8f5f00"
GRID: Final = "#c3ccd5"


class Picture:
    """A drawing area of 360 units' width on white paper, with a name and a description for who cannot see it."""

    def __init__(self, title: str, description: str) -> None:
        self.root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
        self._child("title", title)
        self._child("desc", description)
        self._patterns()
        self._paper = self.rect(0, 0, WIDTH, 0, PAPER, round=12)

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **more: Any) -> ET.Element:
        """A rectangle; round: the radius of its corners, stroke: the colour of its edge."""
        radius = {"rx": _number(more.pop("round"))} if "round" in more else {}
        box = {"x": x, "y": y, "width": max(0.0, width), "height": height}
        return self._add("rect", **{k: _number(v) for k, v in box.items()}, **radius, fill=fill, **more)

    def line(self, x1: float, y1: float, x2: float, y2: float, stroke: str, **more: Any) -> None:
        ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        self._add("line", **{k: _number(v) for k, v in ends.items()}, stroke=stroke, **more)

    def circle(self, x: float, y: float, r: float, fill: str, **more: Any) -> None:
        self._add("circle", cx=_number(x), cy=_number(y), r=_number(r), fill=fill, **more)

    def path(self, d: str, **more: Any) -> None:
        self._add("path", d=d, **more)

    def text(self, x: float, y: float, text: str, size: float, fill: str, *, room: float, **more: Any) -> None:
        """Text cut to the room it has; anchor: "start", "middle" or "end"; bold: whether it is."""
        bold = bool(more.pop("bold", False))
        weight = {"font-weight": "600"} if bold else {}
        anchor = more.pop("anchor", "start")
        place = {"x": _number(x), "y": _number(y), "font-size": _number(size), "fill": fill}
        element = ET.SubElement(self.root, "text", {**place, **weight, "font-family": "sans-serif"})
        if anchor != "start":
            element.set("text-anchor", anchor)
        element.text = fit(text, size, room, bold)

    def run_on(self, text: str, size: float, fill: str, *, room: float) -> None:
        """More text on the line of the last one, a space after it, however wide that came out."""
        more = {"dx": _number(size * 0.4), "font-size": _number(size), "fill": fill, "font-weight": "400"}
        ET.SubElement(self.root[-1], "tspan", more).text = fit(text, size, room)

    def mark(self, kind: str, x: float, y: float, colour: str) -> None:
        """A sign of 8 units around (x, y): "counts" a tick, "not_counted" a cross, "unsure" a question mark."""
        shape = _MARKS[kind]
        more = {"stroke": colour, "stroke-width": "1.8", "stroke-linecap": "round", "stroke-linejoin": "round"}
        self.path(shape, fill="none", transform=f"translate({_number(x)} {_number(y)})", **more)

    def finish(self, height: float) -> str:
        """The SVG, so many units high."""
        self.root.set("viewBox", f"0 0 {WIDTH} {_number(height)}")
        self.root.set("width", str(WIDTH))
        self.root.set("height", _number(height))
        self._paper.set("height", _number(height))
        return ET.tostring(self.root, encoding="unicode")

    def _add(self, tag: str, **attributes: Any) -> ET.Element:
        return ET.SubElement(self.root, tag, {key.replace("_", "-"): str(value) for key, value in attributes.items()})

    def _child(self, tag: str, text: str) -> None:
        ET.SubElement(self.root, tag).text = clean(text)

    def _patterns(self) -> None:
        """What does not count is striped, what is not settled is dotted: told apart without colour."""
        defs = ET.SubElement(self.root, "defs")
        stripes = ET.SubElement(
            defs, "pattern",
            {"id": "not_counted", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse",
             "patternTransform": "rotate(45)"},
        )  # fmt: skip
        ET.SubElement(stripes, "rect", {"width": "5", "height": "5", "fill": "#f4f6f8"})
        ET.SubElement(stripes, "rect", {"width": "1.4", "height": "5", "fill": "#9aa5b1"})
        dots = ET.SubElement(
            defs, "pattern", {"id": "unsure", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse"}
        )
        ET.SubElement(dots, "rect", {"width": "5", "height": "5", "fill": "#fdf3dc"})
        ET.SubElement(dots, "circle", {"cx": "2.5", "cy": "2.5", "r": "0.9", "fill": "#c08a1e"})


FILLS: Final = {"counts": COUNTED, "not_counted": "url(#not_counted)", "unsure": "url(#unsure)"}
EDGES: Final = {"counts": COUNTED, "not_counted": LEFT_OUT, "unsure": UNSURE}
_MARKS: Final = {
    "counts": "M-3.5 0.3 L-1 3 L3.8 -3",
    "not_counted": "M-3 -3 L3 3 M3 -3 L-3 3",
    "unsure": "M-2.4 -2 C-2.4 -4.6 2.6 -4.6 2.4 -1.8 C2.3 -0.2 0 -0.2 0 1.3 M0 3.7 L0 3.8",
}


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
