"""What is told twice of one job: the more exact stays, and what contradicts is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from nlu.facts import Fact
from nlu.hour_values import FULL_TIME
from nlu.text import Text

#: "casual, then full time" is no steady week; "full time, rotating shifts" is.
_UNSTEADY: Final = re.compile(r"\b(?:casual|on[ -]?call|var\w+|depend\w*|fluctuat\w*)\b")
FULL_TIME_HOURS: Final = Decimal(FULL_TIME["per_week"])


def without_conflicts(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """At most one hours fact and one period a job; two that differ become one, ambiguous, with both readings.

    A lone date beside a period goes: it would be taken for an end that nobody told.
    """
    by_job: dict[tuple[str, int | None], list[Fact]] = {}
    for fact in facts:
        if fact.kind in ("hours", "period"):
            by_job.setdefault((fact.kind, fact.job), []).append(fact)
    kept = [
        fact
        for fact in facts
        if fact.kind not in ("hours", "period")
        and (fact.kind != "date" or fact.replaces is not None or ("period", fact.job) not in by_job)
    ]
    for (kind, _), told in by_job.items():
        kept += _one_hours(text, told) if kind == "hours" else _one_period(text, told)
    return kept


def _one_hours(text: Text, hours: Sequence[Fact]) -> list[Fact]:
    """A figure goes before "full time" and "part time", unless they speak of another part of the job."""
    figures = [fact for fact in hours if _is_a_figure(fact)]
    words = [fact for fact in hours if not _is_a_figure(fact)]
    if figures:
        kept = [*figures, *(fact for fact in words if any(_contradicts(fact, figure) for figure in figures))]
    else:
        telling = [fact for fact in words if _says(fact) or _UNSTEADY.search(text.folded[fact.start : fact.end])]
        kept = telling or words[:1]
    return _merged(sorted(kept, key=lambda fact: fact.start))


def _says(fact: Fact) -> str:
    """ "full", "part", or "" where the words give no amount at all ("hours vary")."""
    return "full" if fact.value["per_week"] else "part" if fact.value.get("part_time") else ""


def _contradicts(word: Fact, figure: Fact) -> bool:
    """ "20 hours, then full time": the one figure cannot be the whole story."""
    amount = Decimal(figure.value["per_week"])
    return _says(word) == ("full" if amount < FULL_TIME_HOURS else "part")


def _is_a_figure(fact: Fact) -> bool:
    return fact.value["per_week"] is not None and fact.value != FULL_TIME


def _merged(facts: Sequence[Fact]) -> list[Fact]:
    if len({repr(dict(fact.value)) for fact in facts}) < 2:
        return list(facts[:1])
    first = facts[0]
    readings = {repr(dict(value)): value for fact in facts for value in (fact.readings or (fact.value,))}
    known = tuple(value for value in readings.values() if value.get("per_week", "") is not None)
    return [replace(first, ambiguous=True, readings=known if len(known) > 1 else ())]


def _one_period(text: Text, periods: Sequence[Fact]) -> list[Fact]:
    if len(periods) < 2:
        return list(periods)
    told = [fact for fact in periods if not _is_reckoned(text, fact)] or list(periods)
    while len(told) > 1 and (joined := _completed(told[0], told[1])):
        told = [joined, *told[2:]]
    return _merged(told)


def _is_reckoned(text: Text, fact: Fact) -> bool:
    """ "for the last two years": rounded, so it yields to dates that are told beside it."""
    said = text.folded[fact.start : fact.end]
    return (
        any(unit in said for unit in ("year", "month", "week", "yr", "mois", " an", "mahin", "saal"))
        and "20" not in said
    )


def _completed(one: Fact, other: Fact) -> Fact | None:
    """Two periods that do not contradict, as one: a start and an end, or the same start twice."""
    if one.ambiguous or other.ambiguous:
        return None
    starts = {fact.value["start"] for fact in (one, other)} - {None}
    ends = {fact.value["end"] for fact in (one, other)} - {None}
    if len({start[:7] for start in starts}) > 1 or len({end[:7] for end in ends}) > 1:
        return None
    start, end = max(starts, key=len, default=None), max(ends, key=len, default=None)
    ongoing = end is None and (one.value["ongoing"] or other.value["ongoing"])
    return replace(one, value={"start": start, "end": end, "ongoing": ongoing})
