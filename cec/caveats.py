"""What an outlook cannot know: figures that change on the way, and replacements that were announced.

figure_changes: {"date", "figures": [...]} hold from a day within the outlook on; the outlook follows them.
replacement_announced: {"name", "since", "url"} of a class that would take the place of this one; no day is
    known from which it would, so the outlook goes by the law as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from cec import parameters
from cec.parameters.loader import Parameter, parameter, text

_ANNOUNCED: Final = Path(__file__).parent / "parameters" / "announced"


def caveats(first: date, last: date) -> tuple[dict[str, Any], ...]:
    """Every caveat for what is said on ``first`` about the days through ``last``, soonest change first.

    Raises LookupError before the first day on which the figures are known.
    """
    found: list[dict[str, Any]] = []
    for (_, _, before), (day, _, after) in pairwise(parameters.periods(first, last)):
        names = [name for name in after.sources if getattr(before, name) != getattr(after, name)]
        if names:
            found.append({"id": "figure_changes", "date": day.isoformat(), "figures": names})
    for one in _announced().values():
        if any(value.holds_on(first) for value in one.values):
            known = one.on(first)
            since = known.valid_from.isoformat() if known.valid_from else None
            found.append(
                {"id": "replacement_announced", "name": known.value, "since": since, "url": known.citation.url}
            )
    return tuple(found)


@cache
def _announced() -> Mapping[str, Parameter[str]]:
    return {path.stem: parameter(path, text) for path in sorted(_ANNOUNCED.glob("*.yml"))}
