"""What a person tells about themselves, as the rules take it. None is always "not known yet"."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

#: No job has more.
HOURS_IN_A_WEEK: Final = 168


class CaseError(ValueError):
    """A case cannot be read.

    ``field`` is the path of the field ("jobs[0].start"), ``message`` says what it may hold.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included; an end of None is still to come."""

    start: datetime.date
    end: datetime.date | None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A part of a job that does not count; reasons are in the parameter ``work_exclusions``."""

    start: datetime.date
    end: datetime.date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Job:
    """One job, from ``start`` to ``end``, the last day worked.

    ended: where there is no end, whether the job was left on a day that is not known.
    noc: five digits of the NOC 2021.
    hours_per_week: 0 to 168, exact.
    employee: False is self-employed.
    physician: publicly funded; of account only where the person is self-employed.
    canadian_employer: False is work in Canada for a foreign employer.
    duties_match: the lead statement, a substantial number of main duties and all essential ones.
    excluded: the parts that do not count; None where it is not known whether there are any.
    """

    start: datetime.date
    title: str | None = None
    noc: str | None = None
    end: datetime.date | None = None
    ended: bool | None = False
    hours_per_week: Fraction | None = None
    in_canada: bool | None = None
    paid: bool | None = None
    employee: bool | None = None
    physician: bool | None = None
    canadian_employer: bool | None = None
    authorized: bool | None = None
    temporary_status: bool | None = None
    duties_match: bool | None = None
    excluded: tuple[Exclusion, ...] | None = ()

    @property
    def still_held(self) -> bool:
        return self.end is None and self.ended is False


@dataclass(frozen=True, slots=True)
class Scores:
    """The result of one sitting, skill by skill, in the test's own scale."""

    listening: Decimal | None = None
    reading: Decimal | None = None
    writing: Decimal | None = None
    speaking: Decimal | None = None

    def of(self, skill: str) -> Decimal | None:
        score: Decimal | None = getattr(self, skill)
        return score


@dataclass(frozen=True, slots=True)
class LanguageTest:
    """A language test that was taken: its id, the day of the test, the scores."""

    test: str | None = None
    date: datetime.date | None = None
    scores: Scores = Scores()


@dataclass(frozen=True, slots=True)
class Case:
    """All that an assessment asks. Build one with ``parse_case``, which checks every field.

    as_of: the day of the application, if the case fixes it.
    outside_quebec: whether they intend to live outside Quebec.
    inadmissibility: the grounds that the person names; () is none.
    jobs: () is no job at all.
    study: the periods of full-time study, over all jobs.
    """

    as_of: datetime.date | None = None
    outside_quebec: bool | None = None
    inadmissibility: tuple[str, ...] | None = None
    jobs: tuple[Job, ...] | None = None
    study: tuple[Period, ...] | None = ()
    language_test: LanguageTest | None = None
