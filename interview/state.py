"""Everything the conversation knows of one person: the only thing that is kept, as compact JSON in one slot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final, TypeVar

VERSION: Final = 1

_Part = TypeVar("_Part", "Job", "Asked", "Doubt", "Exclusion")

#: The facts of a job that the exclusions question settles, with the value that lets the work count.
FLAGS: Final[Mapping[str, str]] = {
    "employee": "self_employed",
    "paid": "unpaid",
    "in_canada": "abroad",
    "authorized": "unauthorized",
    "temporary_status": "no_status",
    "canadian_employer": "foreign_employer",
}


#: The reasons that are of status, and so may be grounds of inadmissibility too (IRPA 41).
OF_STATUS: Final = frozenset(("unauthorized", "no_status"))

#: The reason of an exclusion of which only is known that there is one.
UNKNOWN: Final = "unknown"


@dataclass(slots=True)
class Job:
    """One job as the person told it. Dates keep the grain they were told in: "2024-05" or "2024-05-13".

    ended: False = still there, True = left, None = not known; end is the last day or month worked.
    employer: where it tells the sector ("tims"), to find the unit group by.
    mostly: what the person says they do most of the day, where they told that beside the title.
    rejected: unit groups that the person said are not theirs.
    The other fields are those of the law's case (cec.Case).
    """

    title: str | None = None
    employer: str | None = None
    noc: str | None = None
    start: str | None = None
    end: str | None = None
    ended: bool | None = None
    hours_per_week: str | None = None
    in_canada: bool | None = None
    paid: bool | None = None
    employee: bool | None = None
    physician: bool | None = None
    canadian_employer: bool | None = None
    authorized: bool | None = None
    temporary_status: bool | None = None
    duties_match: bool | None = None
    excluded: list[dict[str, str | None]] = field(default_factory=list)
    duties: str | None = None
    mostly: str | None = None
    rejected: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Asked:
    """The open question: its name, the job or doubt it is about, the keys offered, how often it was missed."""

    question: str
    about: int | None = None
    offered: list[str] = field(default_factory=list)
    missed: int = 0


@dataclass(slots=True)
class Doubt:
    """Something said that can be read in several ways: asked before anything else."""

    kind: str
    text: str
    readings: list[dict[str, Any]] = field(default_factory=list)
    job: int | None = None


@dataclass(slots=True)
class Exclusion:
    """Work that does not count, told but not yet placed: which job, which part of it."""

    reason: str
    job: int | None = None
    start: str | None = None
    end: str | None = None


@dataclass(slots=True)
class State:
    """The whole interview.

    language: {"test": ..., "date": ..., "scores": {...}} as the law's case has it, and "scale_sure" where the person
        was asked which scale the scores are on; None = nothing told.
    inadmissibility: grounds told; None = not asked yet.
    skipped: questions that were left open, as "question" or "question:job".
    trail: questions answered, newest last, so that "go back" can take the last one up again.
    outcome: the outcome last told to the person; None before the first answer.
    told: a digest of the assessment that was told, so that an answer is given anew only where it changed.
    swept: the exclusions were asked about as a whole.
    what_if: the person was asked what to suppose.
    tried: the what-ifs of the answer that stands (comparing.Row), the newest last.
    """

    jobs: list[Job] = field(default_factory=list)
    study: list[dict[str, str | None]] = field(default_factory=list)
    language: dict[str, Any] | None = None
    outside_quebec: bool | None = None
    inadmissibility: list[str] | None = None
    no_more_jobs: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    asked: Asked | None = None
    skipped: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    outcome: str | None = None
    told: str | None = None
    what_if: bool = False
    tried: list[dict[str, Any]] = field(default_factory=list)
    swept: bool = False

    def to_slot(self) -> dict[str, Any]:
        """The state as compact JSON: nothing that still has its default."""
        return {"v": VERSION, **_compact(asdict(self))}

    @classmethod
    def from_slot(cls, slot: Mapping[str, Any] | None) -> State:
        """The state from the slot; a fresh one where there is none or where it is of another version."""
        if not slot or slot.get("v") != VERSION:
            return cls()
        state = cls(**{f.name: slot[f.name] for f in fields(cls) if f.name in slot})
        state.jobs = [_known(Job, job) for job in slot.get("jobs", ())]
        for job in state.jobs:
            job.excluded = [{"end": None, **part} for part in job.excluded]
        state.study = [{"end": None, **part} for part in state.study]
        state.doubts = [_known(Doubt, doubt) for doubt in slot.get("doubts", ())]
        state.exclusions = [_known(Exclusion, exclusion) for exclusion in slot.get("exclusions", ())]
        state.asked = _known(Asked, slot["asked"]) if slot.get("asked") else None
        return state

    def is_skipped(self, question: str, about: int | None = None) -> bool:
        """Whether the person left this question open."""
        return mark(question, about) in self.skipped

    def unskip(self, question: str, about: int | None = None) -> None:
        """Forget that a question was left open, since something was said to it after all."""
        if self.is_skipped(question, about):
            self.skipped.remove(mark(question, about))


def _known(kind: type[_Part], told: Mapping[str, Any]) -> _Part:
    """A part of the state from its slot; what a later version added to it is left out, so that one can go back."""
    names = {f.name for f in fields(kind)}
    return kind(**{name: value for name, value in told.items() if name in names})


def mark(question: str, about: int | None = None) -> str:
    """The name of a question about a job, as it stands in skipped and in the trail."""
    return question if about is None else f"{question}:{about}"


def _compact(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _compact(item)
            for key, item in value.items()
            if item is not None and (item or item is False or item == 0 or key == "inadmissibility")
            and not (item is False and key in ("no_more_jobs", "what_if", "swept"))
        }  # fmt: skip
    if isinstance(value, list):
        return [_compact(item) for item in value]
    return value
