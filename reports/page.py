"""The report as one HTML page that prints well: nothing in it is loaded from anywhere."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def html(report: Mapping[str, Any]) -> str:
    """The page. report: the data of interview.report with its words and pictures filled in."""
    return _TEMPLATES.get_template("report.html.j2").render(report=report, images=_images(report))


def _images(report: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Each picture as an address that holds it, so that whatever is in it can neither run nor load anything."""
    found = {}
    for name in ("picture", "outlook_picture"):
        if picture := report.get(name):
            encoded = base64.b64encode(picture["svg"].encode()).decode("ascii")
            found[name] = {"src": f"data:image/svg+xml;base64,{encoded}", "alt": picture["alt"]}
    return found
