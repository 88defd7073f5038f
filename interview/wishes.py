"""What somebody wants to try out, and the answer that it is tried out on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cec.supposing import Supposition
from interview.answering import Answer
from interview.dates import first_day
from interview.placing import referred_job
from interview.reply import Part
from interview.state import Job, State
from nlu.facts import Fact


@dataclass(slots=True)
class Wish:
    """What somebody wants to try out.

    what: the suppositions in words, to follow "if". notes: what there is to know about them.
    jobs: the jobs that are only supposed, in the order of the suppositions that start them.
    """

    suppositions: list[Supposition] = field(default_factory=list)
    what: list[Part] = field(default_factory=list)
    notes: list[Part] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the suppositions are about: the answer as it is, and what the message says beside each."""

    state: State
    answer: Answer
    today: date
    facts: Sequence[Fact]
    is_all_along: bool

    def value(self, kind: str, *, even_unsure: bool = False) -> Mapping[str, Any] | None:
        """The value of the first fact of that kind, where it is sure."""
        facts = [fact for fact in self.facts if fact.kind == kind and (even_unsure or not fact.ambiguous)]
        return facts[0].value if facts else None

    def day(self, kind: str) -> date:
        """The first day that is told with an event; today where none is."""
        told = (self.value(kind) or {}).get("date")
        return first_day(told) if told else self.today

    @property
    def named(self) -> int | None:
        """The job that the message names, by its place among those told."""
        return referred_job(self.state, self.facts, ("job_ref", "title"))

    def held(self) -> list[int]:
        """The positions in the case of the jobs that go on."""
        jobs = self.answer.case.jobs or ()
        return [at for at, job in enumerate(jobs) if job.still_held or (job.end and job.end >= self.today)]

    def positions(self, index: int) -> list[int]:
        """The positions in the case of a told job."""
        return [at for at, (told, _) in enumerate(self.answer.jobs) if told == index]
