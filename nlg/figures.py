"""The law's figures for the answers to questions: taken from cec's parameters, never typed into a text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import cec
from nlu.clock import today


def figures(day: date | None = None) -> Mapping[str, str]:
    """Every figure that a response may name, as it is to be read, in force on a day (default: today)."""
    law = cec.parameters.on(day or today())
    return {
        "required_hours": f"{law.required_hours:,}",
    }
