"""The report as text, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def text(report: Mapping[str, Any]) -> str:
    """The report in lines. report: the data of interview.report with its words filled in."""
    titles = report["titles"]
    lines = [report["title"], report["headline"], "", titles["requirements"]]
    for one in report["requirements"]:
        lines.append(f"{report['marks'][one['status']]} {one['title']}: {one['reason']} ({one['rule']})")
    for name in ("outlook", "facts", "notes", "open", "documents"):
        if report[name]:
            lines += ["", titles[name], *(f"• {line.removeprefix('• ')}" for line in report[name])]
    if report["dates"]:
        lines += ["", titles["dates"], *(f"• {told['date']}: {told['summary']}" for told in report["dates"])]
    return "\n".join([*lines, "", report["closing"]])
