"""Every way in which jobs with unknown facts may turn out, and the facts that tell them apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final, Literal, TypeVar

from cec.doubts import Claim, Possible
from cec.findings import Open

T = TypeVar("T", bound=Hashable)

#: With more ways than this they are not tried one by one.
_MOST: Final = 1024

#: How a job may turn out: it counts as it is; it counts if a professional allows it; it is left
#: out; or its occupation turns out to be none that counts.
Role = Literal["outright", "weighed", "left_out", "gone"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way a job may turn out: its role, and whether its duties match."""

    role: Role
    matches: bool

    @property
    def counts(self) -> bool:
        return self.role in ("outright", "weighed")


def what_comes(
    claims: Sequence[Claim], comes_to: Callable[[Sequence[Way]], T], *, duties: bool
) -> Mapping[tuple[Way, ...], T] | None:
    """What each combination of ways comes to; None where there are too many to try.

    duties: whether it can hang on the duties of a job; else they are taken to match.
    """
    options = [tuple(_ways(claim, duties)) for claim in claims]
    if prod(len(ways) for ways in options) > _MOST:
        return None
    return {ways: comes_to(ways) for ways in product(*options)}


def deciding(
    claims: Sequence[Claim],
    found: Mapping[tuple[Way, ...], T],
    open_fields: Sequence[Sequence[str]],
) -> set[Open]:
    """The fields of which one alone leads to a combination that comes to something else.

    open_fields: of each claim, the fields that are not known and may be asked.
    """
    options = [dict.fromkeys(ways[i] for ways in found) for i in range(len(claims))]
    fields: set[Open] = set()
    for ways, here in found.items():
        for i, claim in enumerate(claims):
            for other in options[i]:
                turned = (*ways[:i], other, *ways[i + 1 :])
                if found[turned] != here:
                    between = _telling_apart(claim, ways[i], other)
                    asked = (field for field in open_fields[i] if field in between)
                    fields |= {(claim.position, claim.path(field)) for field in asked}
    return fields


def fields_asked(claim: Claim, possibilities: Sequence[Possible]) -> tuple[str, ...]:
    """The fields of a job that are not known and may matter; none if it cannot count."""
    doubts = (d for amount in possibilities for d in amount.doubts if d.claim is claim)
    found = dict.fromkeys(field for doubt in doubts for field, _ in doubt.fields)
    if claim.may_count and claim.job.duties_match is None:
        found["duties_match"] = None
    return tuple(found)


def _ways(claim: Claim, duties: bool) -> Iterator[Way]:
    told = claim.job.duties_match if duties else True
    for role in _roles(claim):
        for matches in (True, False) if told is None else (told,):
            yield Way(role, matches)


def _roles(claim: Claim) -> Iterator[Role]:
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


def _telling_apart(claim: Claim, way: Way, other: Way) -> frozenset[str]:
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
