"""Whether the work that counts was the work of its unit group: lead statement and main duties.

Met where the duties match in every job that counts, or where the jobs in which they match have
hours enough by themselves. Where no job counts, what is said of the jobs that are left out stands.
Facts that are not known are tried every way they may turn out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cec.amounts import plain
from cec.case import Case
from cec.counts import Counts
from cec.doubts import RANGED, SURE, Claim
from cec.findings import Finding, Open, Status
from cec.parameters import Figures
from cec.ways import Role, Way, deciding, fields_asked, what_comes

_CITATION: Final = "IRPR 87.1(2)(b)-(c)"


def r87_1_2_b_c_duties(case: Case, counts: Counts, figures: Figures) -> Finding:
    """In that work they did what the lead statement says, and a substantial number of main duties.

    Nothing is asked of a job that cannot count, even where what is said of it is all there is.
    """
    if case.jobs is None:
        return Finding("duties", "unknown", _CITATION, {}, ((-1, "jobs"),))
    asked = [c for c in counts.claims if c.job.noc is None or figures.countable(c.job.noc)]
    if not asked:
        return Finding("duties", "not_met", _CITATION, {"reason": "no_countable_work"})
    if all(claim.job.duties_match and claim.job.noc is not None for claim in asked):
        return Finding("duties", "met", _CITATION)
    timeline = counts.outright.timeline
    needed = figures.required_hours * timeline.unit
    if counts.matching >= needed:
        return Finding("duties", "met", _CITATION)
    status, missing = _Trial(asked, counts, needed).result()
    if status != "not_met":
        return Finding("duties", status, _CITATION, {}, missing)
    evidence = {
        "reason": "duties_differ",
        "jobs": [claim.position for claim in asked if claim.job.duties_match is False],
        "matching_hours": plain(timeline.in_hours(counts.matching)),
    }
    return Finding("duties", "not_met", _CITATION, evidence)


@dataclass(frozen=True, slots=True)
class _Trial:
    """The jobs that are asked about, and the hours that are needed, for trying every way."""

    asked: Sequence[Claim]
    counts: Counts
    needed: int

    def result(self) -> tuple[Status, tuple[Open, ...]]:
        possibilities = (self.counts.outright, self.counts.weighed)
        open_fields = [fields_asked(claim, possibilities) for claim in self.asked]
        found = what_comes(self.asked, self._statuses, duties=True)
        if found is None:
            named = zip(self.asked, open_fields, strict=True)
            return "unknown", tuple((c.position, c.path(f)) for c, fields in named for f in fields)
        statuses = set[Status]().union(*found.values())
        if len(statuses) == 1:
            return statuses.pop(), ()
        missing = deciding(self.asked, found, open_fields)
        for ways, here in found.items():
            for claim, way, fields in zip(self.asked, ways, open_fields, strict=True):
                if len(here) > 1 and way.counts and way.matches:
                    amounts = (field for field in fields if field in RANGED)
                    missing |= {(claim.position, claim.path(field)) for field in amounts}
        return "unknown", tuple(sorted(missing))

    def _statuses(self, ways: Sequence[Way]) -> frozenset[Status]:
        """What it may come to if the jobs turn out so: several where hours are not known."""
        told = [way.matches for way in ways if way.counts]
        if not told:
            said = any(way.matches and way.role == "left_out" for way in ways)
            return frozenset(("met",) if said else ("not_met",))
        if all(told):
            return frozenset(("met",))
        least, most = self._units(ways, "outright")
        least_weighed, most_weighed = self._units(ways, "outright", "weighed")
        found: set[Status] = set()
        if most >= self.needed:
            found.add("met")
        if least_weighed < self.needed:
            found.add("not_met")
        if most_weighed > most and least < self.needed <= most_weighed:
            found.add("refer")
        return frozenset(found)

    def _units(self, ways: Sequence[Way], *roles: Role) -> tuple[int, int]:
        """The least and the most that the matching jobs of these roles come to."""
        doubts = (*self.counts.outright.doubts, *self.counts.weighed.doubts)
        ranged = {doubt.claim.position: doubt.least_if_it_counts for doubt in doubts}
        full = sure = spread = 0
        for claim, way in zip(self.asked, ways, strict=True):
            if way.matches and way.role in roles:
                least = ranged.get(claim.position)
                full |= claim.bit if least is None else 0
                sure |= claim.bit if least == SURE else 0
                spread |= claim.bit if least is not None else 0
        total = self.counts.outright.timeline.total
        return total(full, sure), total(full | spread)
