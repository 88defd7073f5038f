"""What is told twice of one job: the more exact stays, and what contradicts is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlu.facts import Fact
from nlu.text import Text


def without_conflicts(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """At most one hours fact and one period a job; two that differ become one, ambiguous, with both readings."""
    kept = [fact for fact in facts if fact.kind not in ("hours", "period")]
    by_job: dict[tuple[str, int | None], list[Fact]] = {}
    for fact in facts:
        if fact.kind in ("hours", "period"):
            by_job.setdefault((fact.kind, fact.job), []).append(fact)
    for (kind, _), told in by_job.items():
        kept += _one_hours(told) if kind == "hours" else _one_period(text, told)
    return kept


def _one_hours(hours: Sequence[Fact]) -> list[Fact]:
    """A figure goes before "full time" and "part time"; "full time" goes before "hours vary"."""
    for is_better in (_is_a_figure, _has_a_figure):
        best = [fact for fact in hours if is_better(fact)]
        if best:
            return _merged(best)
    return _merged(hours)


def _is_a_figure(fact: Fact) -> bool:
    return fact.value["per_week"] is not None and (fact.value["per_week"] != "30" or "at_least" not in fact.value)


def _has_a_figure(fact: Fact) -> bool:
    return fact.value["per_week"] is not None


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
    return any(unit in said for unit in ("year", "month", "week", "yr", "mois", " an", "mahin", "saal")) and "20" not in said


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
