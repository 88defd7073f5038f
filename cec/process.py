"""Figures of the process around the class (fees, deadlines): nothing hangs on them, people ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from cec.parameters import checks
from cec.parameters.loader import Dated, Parameter, parameter

_FOLDER = Path(__file__).parent / "parameters" / "process"


def process_figures(day: date) -> Mapping[str, Dated[int]]:
    """Each figure with its source, in force on a day; what is not known for it is left out."""
    return {
        name: found.on(day)
        for name, found in _parameters().items()
        if any(value.holds_on(day) for value in found.values)
    }


@cache
def _parameters() -> Mapping[str, Parameter[int]]:
    return {path.stem: parameter(path, checks.whole) for path in sorted(_FOLDER.glob("*.yml"))}
