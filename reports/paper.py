"""The report as PDF, set by Typst: one wheel, no system library, with tags for screen readers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time, timezone
from pathlib import Path
from typing import Any, Final

import font_source_sans_pro
import typst

_TEMPLATE: Final = Path(__file__).with_name("report.typ")


def pdf(report: Mapping[str, Any]) -> bytes:
    """The report on letter paper. report: the data of interview.report with its words and pictures filled in.

    What a person typed is data for the template and never markup. The same report gives the same bytes.
    """
    stamp = datetime.combine(date.fromisoformat(report["as_of"]), time(), timezone.utc)
    content: bytes = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[font_source_sans_pro.font_directory],
        sys_inputs={"report": json.dumps(report)},
        timestamp=int(stamp.timestamp()),
    )
    return content
