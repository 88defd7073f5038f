"""The days of a break: months without a year are looked for inside the dates of the job it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nlu.chunks import Chunks
from nlu.moments import Moment, Role, When, resolve
from nlu.pairing import Ends, pair
from nlu.spell_ends import read_ends
from nlu.spells import Owned, spells

#: The chunk that a stretch of work begins at, and its dates.
Job = tuple[int, Ends]


def days_of_break(
    first: int, begin: Moment | None, finish: Moment | None, jobs: Sequence[Job], today: date
) -> tuple[Ends, ...]:
    """Every reading of the days of a break told at the chunk ``first``, best first."""
    job = _job_around(first, jobs)
    if begin is None and finish is None:
        return (Ends(None, None),)
    if begin is None or finish is None:
        moment = begin or finish
        assert moment is not None
        role = Role.START if begin else Role.END
        options = _inside(moment, job, today) or resolve(moment, today, role).options
        return tuple(Ends(when, None) if begin else Ends(None, when) for when in options) or (Ends(None, None),)
    within = tuple(_pairs_inside(begin, finish, job, today))
    return within or pair(begin, finish, today, past=True).readings


def certain_jobs(chunks: Chunks, owned: Sequence[Owned], today: date) -> list[Job]:
    """The stretches of work whose dates need no question, each with the chunk it begins at."""
    told = [(spell.first, read_ends(chunks, spell, today)) for spell in spells(chunks, owned, today)]
    return [(first, ends.readings[0]) for first, ends in told if not ends.ambiguous and ends.readings[0].begin]


def _job_around(at: int, jobs: Sequence[Job]) -> Ends | None:
    """The dates of the job told before the break, or else after it."""
    before = [ends for first, ends in jobs if first < at]
    after = [ends for first, ends in jobs if first > at]
    return before[-1] if before else after[0] if after else None


def _inside(moment: Moment, job: Ends | None, today: date) -> tuple[When, ...]:
    return tuple(
        when
        for form in moment.forms
        for year in (_years(job, today) if form.year is None else (form.year,))
        if form.month is not None and not (form.day == 29 and form.month == 2)
        and _is_within(when := When(year, form.month, form.day), when, job, today)
    )  # fmt: skip


def _pairs_inside(begin: Moment, finish: Moment, job: Ends | None, today: date) -> list[Ends]:
    """Every place inside the job where a break between two months without years can lie."""
    yearless = all(form.year is None and form.month for form in (*begin.forms, *finish.forms))
    if not yearless or job is None or not begin.forms or not finish.forms:
        return []
    first, last = begin.forms[0], finish.forms[0]
    if (first.day, first.month) == (29, 2) or (last.day, last.month) == (29, 2):
        return []
    found = []
    for year in _years(job, today):
        start = When(year, first.month, first.day)
        end = When(year, last.month, last.day)
        if end.last() < start.first():
            end = end._replace(year=year + 1)
        if _is_within(start, end, job, today):
            found.append(Ends(start, end))
    return found


def _years(job: Ends | None, today: date) -> range:
    if job is None or job.begin is None:
        return range(0)
    return range(job.begin.year, (job.end.year if job.end else today.year) + 1)


def _is_within(start: When, end: When, job: Ends | None, today: date) -> bool:
    if job is None or job.begin is None:
        return False
    closes = job.end.last() if job.end else today
    return job.begin.first() <= start.last() and end.first() <= closes and start.first() <= today
