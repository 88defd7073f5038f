"""The days of one job, in stretches: which count, which do not and why, which are not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from cec.case import Job, Period

_FOREVER: Final = date.max.toordinal() + 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``first`` up to, not including, ``past``: ordinals; None where no end is known.

    counts: None where a fact is missing.
    reason: why the days do not count, else None.
    """

    first: int
    past: int | None
    counts: bool | None
    reason: str | None


def stretches(job: Job, study: tuple[Period, ...] | None, window: tuple[int, int]) -> tuple[Stretch, ...]:
    """The days of ``job`` in order, apart from whether the job as a whole can count (see gates).

    IRPR 87.1(2)(a): only days in ``window``. 87.1(3): not days in ``excluded`` or of full-time
    study. A job still held, or left on a day that is not known, runs to the end of the window; of
    the latter only its first day is sure.
    """
    opens, closes = window
    first = job.start.toordinal()
    if first >= closes:
        past = job.end.toordinal() + 1 if job.end else None
        return (Stretch(first, past, False, "after_as_of"),)
    past = job.end.toordinal() + 1 if job.end else closes
    left_out = _left_out(job, study)
    sure_until = _sure_until(job, study, first, past)
    cuts = {first, past, opens, closes, sure_until}
    for start, end, _ in left_out:
        cuts |= {start, end}
    ordered = sorted(cut for cut in cuts if first <= cut <= past)
    found: list[Stretch] = []
    for start, end in pairwise(ordered):
        counts, reason = _judge(start, end, window, left_out, sure_until)
        if found and (found[-1].counts, found[-1].reason) == (counts, reason):
            start = found.pop().first
        found.append(Stretch(start, end, counts, reason))
    return tuple(found)


def _judge(
    start: int,
    end: int,
    window: tuple[int, int],
    left_out: list[tuple[int, int, str]],
    sure_until: int,
) -> tuple[bool | None, str | None]:
    """Whether days between two cuts count, and why not; nothing changes between cuts."""
    if end <= window[0]:
        return False, "before_window"
    if start >= window[1]:
        return False, "after_as_of"
    for first, past, reason in left_out:
        if first <= start < past:
            return False, reason
    return (True if start < sure_until else None), None


def _left_out(job: Job, study: tuple[Period, ...] | None) -> list[tuple[int, int, str]]:
    """Every period that does not count, as (first, past, reason); those of the job come first."""
    parts = [(part.start, part.end, part.reason) for part in job.excluded or ()]
    parts += [(part.start, part.end, "full_time_study") for part in study or ()]
    return [(start.toordinal(), end.toordinal() + 1 if end else _FOREVER, why) for start, end, why in parts]


def _sure_until(job: Job, study: tuple[Period, ...] | None, first: int, past: int) -> int:
    """The first day of the job of which it is not known whether it was worked and counts."""
    if job.excluded is None or study is None:
        return first
    if job.end is None and job.ended is not False:
        return first + 1
    return past
