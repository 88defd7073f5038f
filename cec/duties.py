"""Whether the work that counts was the work of its unit group: lead statement and main duties.

Met where the duties match in every job that counts, or where the jobs in which they match have
hours enough by themselves. Where no job counts, what is said of the jobs that are left out stands.
Facts that are not known are tried every way they may turn out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final, Literal

from cec.amounts import plain
from cec.case import Case
from cec.counts import Counts
from cec.doubts import RANGED, SURE, Claim
from cec.findings import Finding, Open, Status
from cec.parameters import Figures
from cec.provisions import reaches

_CITATION: Final = "IRPR 87.1(2)(b)-(c)"
#: With more ways than this not every one is tried, and every open field is named.
_MOST_WAYS: Final = 1024

#: How a job may turn out: it counts as it is; it counts if a professional allows it; it is left
#: out; or its occupation turns out to be none that counts.
_Role = Literal["outright", "weighed", "left_out", "gone"]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way a job may turn out."""

    role: _Role
    matches: bool


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
    least, most = counts.race.least, counts.race.most
    needed = figures.required_hours * least.timeline.unit
    if reaches(needed, least, most)[0] == "met":
        return Finding("duties", "met", _CITATION)
    status, missing = _Tried(asked, counts, needed).result()
    if status != "not_met":
        return Finding("duties", status, _CITATION, {}, missing)
    evidence = {
        "reason": "duties_differ",
        "jobs": [claim.position for claim in asked if claim.job.duties_match is False],
        "matching_hours": plain(least.timeline.in_hours(least.least)),
    }
    return Finding("duties", "not_met", _CITATION, evidence)


class _Tried:
    """Every way in which the jobs that are asked about may turn out, and what each comes to."""

    def __init__(self, asked: Sequence[Claim], counts: Counts, needed: int) -> None:
        self.asked = asked
        self.needed = needed
        self.timeline = counts.outright.timeline
        self.options = [tuple(_ways(claim)) for claim in asked]
        self.open = {claim.position: counts.open_fields(claim) for claim in asked}
        self.ranged = {d.claim.position: d.least for d in counts.race.most.doubts if d.ranged}

    def result(self) -> tuple[Status, tuple[Open, ...]]:
        if prod(len(ways) for ways in self.options) > _MOST_WAYS:
            everything = (
                (c.position, c.path(f)) for c in self.asked for f in self.open[c.position]
            )
            return "unknown", tuple(everything)
        statuses = {ways: self._statuses(ways) for ways in product(*self.options)}
        found = set[Status]().union(*statuses.values())
        if len(found) == 1:
            return found.pop(), ()
        missing = {field for ways in statuses for field in self._deciding(ways, statuses)}
        return "unknown", tuple(sorted(missing))

    def _statuses(self, ways: Sequence[_Way]) -> frozenset[Status]:
        """What it may come to if the jobs turn out so: several where hours are not known."""
        told = [way.matches for way in ways if way.role in ("outright", "weighed")]
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

    def _units(self, ways: Sequence[_Way], *roles: _Role) -> tuple[int, int]:
        """The least and the most that the matching jobs of these roles come to."""
        full = sure = spread = 0
        for claim, way in zip(self.asked, ways, strict=True):
            if way.matches and way.role in roles:
                least = self.ranged.get(claim.position)
                full |= claim.bit if least is None else 0
                sure |= claim.bit if least == SURE else 0
                spread |= claim.bit if least is not None else 0
        return self.timeline.total(full, sure), self.timeline.total(full | spread)

    def _deciding(
        self, ways: tuple[_Way, ...], statuses: Mapping[tuple[_Way, ...], frozenset[Status]]
    ) -> Iterator[Open]:
        """The fields that lead from this way to one that comes to something else."""
        here = statuses[ways]
        for i, (claim, way) in enumerate(zip(self.asked, ways, strict=True)):
            fields = self.open[claim.position]
            if len(here) > 1 and way.matches and way.role in ("outright", "weighed"):
                yield from ((claim.position, claim.path(f)) for f in fields if f in RANGED)
            for other in self.options[i]:
                turned = (*ways[:i], other, *ways[i + 1 :])
                if statuses[turned] != here:
                    between = _telling_apart(claim, way, other)
                    yield from ((claim.position, claim.path(f)) for f in fields if f in between)


def _ways(claim: Claim) -> Iterator[_Way]:
    """Every way in which the job may turn out, for all that is known."""
    told = claim.job.duties_match
    for role in _roles(claim):
        for matches in (True, False) if told is None else (told,):
            yield _Way(role, matches)


def _roles(claim: Claim) -> Iterator[_Role]:
    gate, job = claim.gate, claim.job
    if claim.may_count:
        if gate.outright is not False:
            yield "outright"
        self_employed = "employee" in gate.open_outright and job.physician is not False
        if gate.outright is False or self_employed or "canadian_employer" in gate.open_outright:
            yield "weighed"
    if not claim.may_count or gate.at_most is None or not any(part.counts for part in claim.days):
        yield "left_out"
    if job.noc is None:
        yield "gone"


def _telling_apart(claim: Claim, way: _Way, other: _Way) -> frozenset[str]:
    """The fields of which one alone can make the difference between two ways."""
    if way.role == other.role:
        return frozenset(("duties_match",))
    if way.matches != other.matches:
        return frozenset()
    roles = {way.role, other.role}
    if "gone" in roles:
        return frozenset(("noc",))
    if roles == {"outright", "weighed"}:
        return frozenset(("canadian_employer", "employee"))
    outright = "outright" in roles
    fields = claim.gate.open_outright if outright else claim.gate.open_at_most
    idle = {"noc", "canadian_employer"}
    if claim.job.physician is True if outright else claim.job.canadian_employer is True:
        idle.add("employee")  # self-employed or not, the job counts in some measure
    return frozenset((*fields, "excluded", "study")) - idle
