"""The panels of a Grafana dashboard in one picture: where the dashboard has them, with title, unit and legend."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator

from evidence.watching.prometheus import Line

Drawn = Sequence[tuple[str, Line]]
_INCHES: Final = 14.0  # at 100 dots an inch: 1400 px
_INCH_A_ROW: Final = 0.36
_COLUMNS: Final = 24  # of Grafana's grid
_LEGEND: Final = 12  # lines of a legend that have room; the smaller ones are left out
_COLOURS: Final = (
    "#1f6feb", "#d29922", "#cf222e", "#2da44e", "#8250df", "#0f766e",
    "#bf3989", "#57606a", "#7c5a1e", "#56b4e9", "#e16f24", "#94a32e",
)  # fmt: skip


def number(value: float, unit: str) -> str:
    """A value as a panel of this unit shows it."""
    if unit == "bytes":
        return f"{value / 2**20:,.0f} MiB"
    if unit == "percentunit":
        return f"{100 * value:.0f} %"
    if unit == "s":
        return f"{value:.3g} s"
    return f"{value:,.0f}" if value >= 10 or value == round(value) else f"{value:.1f}"


def legend(template: str, labels: Mapping[str, str]) -> str:
    """A line's name: Grafana's {{label}} filled."""
    return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda found: labels.get(found[1], ""), template)


def draw(
    panels: Sequence[tuple[Mapping[str, Any], Drawn]],
    span: tuple[float, float],
    shaded: tuple[float, float],
    title: str,
    path: Path,
) -> None:
    """Draw the panels with what was found for each between the two times of `span`."""
    rows = max(panel["gridPos"]["y"] + panel["gridPos"]["h"] for panel, _ in panels)
    height = _INCH_A_ROW * rows + 0.5
    figure = Figure(figsize=(_INCHES, height), dpi=100, facecolor="white")
    FigureCanvasAgg(figure)
    figure.text(0.008, 1 - 0.3 / height, title, fontsize=12, fontweight="bold", va="center")
    for panel, lines in panels:
        _panel(figure, height, panel, lines, span, shaded)
    figure.savefig(path)


def _panel(
    figure: Figure,
    height: float,
    panel: Mapping[str, Any],
    lines: Drawn,
    span: tuple[float, float],
    shaded: tuple[float, float],
) -> None:
    at, unit = panel["gridPos"], panel["fieldConfig"]["defaults"]["unit"]
    column, row = 1 / _COLUMNS, _INCH_A_ROW / height
    left, top = at["x"] * column, 1 - 0.5 / height - at["y"] * row
    wide, high = at["w"] * column, at["h"] * row
    figure.text(left + 0.008, top - 0.16 / height, panel["title"], fontsize=9, fontweight="bold", va="center")
    if panel["type"] == "stat":
        last = max((line.values[-1] for _, line in lines if line.values), default=0.0)
        figure.text(left + wide / 2, top - high / 2, number(last, unit), fontsize=38, ha="center", va="center")
        name = lines[0][0] if lines else "no data"
        figure.text(left + wide / 2, top - 0.75 * high, name, fontsize=9, ha="center", va="center", color="#57606a")
        return
    named = sorted(lines, key=lambda each: -max(each[1].values, default=0.0))[:_LEGEND]
    columns = max(1, round(at["w"] / 4))
    under = 0.16 * -(-len(named) // columns) + 0.36
    axes: Axes = figure.add_axes(
        (left + 0.042, top - high + under / height, wide - 0.052, high - (0.36 + under) / height)
    )
    for colour, (name, line) in zip(_COLOURS, named, strict=False):
        times = [time - span[0] for time in line.times]
        axes.plot(times, line.values, color=colour, linewidth=1.4, label=name, marker="." if len(times) < 3 else None)
    axes.axvspan(shaded[0] - span[0], shaded[1] - span[0], color="#cf222e", alpha=0.1, linewidth=0)
    _scales(axes, panel["fieldConfig"]["defaults"], span[1] - span[0])
    if not named:
        axes.text(0.5, 0.5, "no data", transform=axes.transAxes, ha="center", color="#57606a")
        return
    axes.legend(
        loc="upper left", bbox_to_anchor=(-0.02, -0.2 * 1.55 / (_INCH_A_ROW * at["h"] - 0.36 - under)), ncol=columns,
        fontsize=7.5, frameon=False, handlelength=1.2, columnspacing=1.0, labelspacing=0.25, borderaxespad=0,
    )  # fmt: skip


def _scales(axes: Axes, settings: Mapping[str, Any], seconds: float) -> None:
    """The axes as the panel's settings have them: unit, a line to stay under, a logarithmic scale."""
    unit, own = settings["unit"], settings.get("custom", {})
    axes.set_xlim(0, seconds)
    if own.get("scaleDistribution", {}).get("type") == "log":
        axes.set_yscale("log", base=10)
        axes.set_ylim(bottom=settings["min"])
    else:
        axes.set_ylim(0, 1.05 * axes.get_ylim()[1])
        axes.yaxis.set_major_locator(MultipleLocator(200 * 2**20) if unit == "bytes" else MaxNLocator(4))
    if own.get("thresholdsStyle", {}).get("mode") == "line":
        for step in settings["thresholds"]["steps"][1:]:
            axes.axhline(step["value"], color="#cf222e", linewidth=0.9, linestyle="--")
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value, unit)))
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 3, 6, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{int(value) // 60}:{int(value) % 60:02}"))
    axes.tick_params(labelsize=7.5, length=2, color="#57606a")
    axes.grid(color="#d0d7de", linewidth=0.6)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
