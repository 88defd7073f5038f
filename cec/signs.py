"""The days on which a comparison that the requirements rest on comes out differently.

Every amount of an assessment is a sum over the days of its window of what the day adds, and what a
day adds does not depend on the day of the application. So running sums over all days give every
amount for every day of application, exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate, product
from math import lcm

from cec.case import Case
from cec.counts import Counts, count
from cec.doubts import Possible
from cec.leading import MOST_TRIED, Occupations, Race
from cec.parameters import Figures
from cec.timeline import overlay
from cec.windows import openings

#: What a day adds, from the jobs that may count on it and those that are sure (bit masks).
_PerDay = Callable[[int, int], "Fraction | int"]


def days_of_change(case: Case, first: date, last: date, figures: Figures) -> list[date]:
    """``first``, and the later days up to ``last`` on which a comparison comes out differently.

    The comparisons: each amount of work with the required hours, each occupation with those of
    other levels, and whether any day of each job is in the window.
    """
    days = range(first.toordinal(), last.toordinal() + 1)
    opens = openings(days, figures.window_years)
    origin, end = opens[0], days[-1]
    found = count(case, (origin, end), figures)
    runs = list(overlay([claim.days if claim.may_count else () for claim in found.claims]))
    # Many comparisons are the same one: of jobs that run together, or of all where nothing is open.
    comparisons = {
        (tuple(add(possible, certain) for _, _, possible, certain in runs), threshold)
        for add, threshold in _comparisons(found, figures)
    }
    signs = []
    for added, threshold in comparisons:
        sums, scale = running_sums(runs, added, origin, end)
        needed = threshold * scale
        amount = (sums[d - origin] - sums[o - origin] for d, o in zip(days, opens, strict=True))
        signs.append([(each > needed) - (each < needed) for each in amount])
    patterns = list(zip(*signs, strict=True))
    changed = [0, *(k for k in range(1, len(patterns)) if patterns[k] != patterns[k - 1])]
    return [date.fromordinal(days[k]) for k in changed]


def running_sums(
    runs: Sequence[tuple[int, int, int, int]],
    added: Sequence[Fraction | int],
    origin: int,
    end: int,
) -> tuple[list[int], int]:
    """What was added before each day from ``origin`` to ``end`` if each day of a run adds so much.

    In whole parts of a unit; the second result is how many parts make a unit.
    """
    scale = lcm(*(amount.denominator for amount in added))
    daily = [0] * (end - origin)
    for (since, until, _, _), amount in zip(runs, added, strict=True):
        each = int(amount * scale)
        if each:
            daily[since - origin : until - origin] = [each] * (until - since)
    return list(accumulate(daily, initial=0)), scale


def _comparisons(found: Counts, figures: Figures) -> Iterator[tuple[_PerDay, int]]:
    """Each amount per day, with the units its sum is compared with."""
    timeline = found.outright.timeline
    for full, sure in _sets_of_jobs(found):
        yield _total(found.outright, full, sure), figures.required_hours * timeline.unit
    doubtful = found.outright.doubts or found.weighed.doubts
    if doubtful or not all(claim.job.duties_match for claim in found.claims):
        # Else nothing hangs on which of the jobs are in the window.
        for claim in found.claims:
            yield _present(claim.bit, sure=False), 0
            yield _present(claim.bit, sure=True), 0
    for race, first, second in _races(found, figures):
        yield _lead(race, first, second), 0


def _sets_of_jobs(found: Counts) -> set[tuple[int, int]]:
    """The jobs (as full, sure) whose hours are compared with the required hours."""
    matching = sum(c.bit for c in found.claims if c.job.duties_match is not False)
    shown = sum(c.bit for c in found.claims if c.job.duties_match)
    sets = set()
    for amount in (found.outright, found.weighed):
        for jobs in (-1, matching, shown):
            sets |= {(amount.full & jobs, amount.sure & jobs), (amount.all_in & jobs, 0)}
    return sets


def _total(amount: Possible, full: int, sure: int) -> _PerDay:
    cap, together = amount.timeline.cap, amount.timeline.together
    return lambda possible, certain: min(cap, together((possible & full) | (certain & sure)))


def _present(job: int, sure: bool) -> _PerDay:
    return lambda possible, certain: 1 if job & (certain if sure else possible) else 0


def _lead(race: Race, first: int, second: int) -> _PerDay:
    return lambda possible, certain: race.lead_on(possible, certain, first, second)


def _races(found: Counts, figures: Figures) -> Iterator[tuple[Race, int, int]]:
    """Every lead that can decide the level: of one occupation over the jobs of another level."""
    occupations = Occupations.of(found.claims, figures)
    levels = set(figures.language_level_by_teer.values())
    race = Race(found.outright, found.weighed)
    settled = not race.undecided and not race.most.doubts
    pairs = [
        (jobs, rival & ~jobs)
        for code, jobs in occupations.jobs.items()
        for level in levels - {occupations.level[code]}
        if level < occupations.level[code] or not settled  # else the other way round says the same
        for rival in occupations.rivals(level)
    ]
    for one in (race, *_ways(race)):
        for first, second in pairs:
            yield one, first, second


def _ways(race: Race) -> Iterator[Race]:
    """The race with each job that counts or does not doing either."""
    ranged = sum(d.claim.bit for d in race.most.doubts if d.ranged)
    bits = [bit for bit in race.undecided if not bit & ranged]
    if not bits or len(bits) > MOST_TRIED:
        return
    for way in product(*((0, bit) for bit in bits)):
        counting = Possible(race.most.timeline, race.least.full | sum(way), 0, ())
        yield Race(counting, counting)
