"""What if: a case as it would be, beside the case as it is, which stays as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cec.amounts import plain
from cec.assessment import assess, day_of
from cec.case import Case, CaseError, Job, LanguageTest, Period
from cec.outlook import outlook
from cec.runs import DAY


@dataclass(frozen=True, slots=True)
class Hours:
    """Other hours a week in a job from a day on; job: its position, None for every job still held then."""

    per_week: Fraction
    since: date
    job: int | None = None


@dataclass(frozen=True, slots=True)
class Ends:
    """``last_day`` is the last day worked in a job; job: its position, None for every job still held then."""

    last_day: date
    job: int | None = None


@dataclass(frozen=True, slots=True)
class Starts:
    """One job more."""

    job: Job


@dataclass(frozen=True, slots=True)
class Scores:
    """Other scores, in the skills that are named; test and day of the test stay where they are None."""

    scores: Mapping[str, Decimal]
    test: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Another unit group for a job, whose duties match it; job: its position, None for every job."""

    noc: str
    job: int | None = None


@dataclass(frozen=True, slots=True)
class Applies:
    """The application is made on another day, and the jobs still held go on until then."""

    day: date


@dataclass(frozen=True, slots=True)
class Studies:
    """Full-time study from a day on; end: its last day, None where it goes on."""

    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Lives:
    """Another plan of where to live."""

    outside_quebec: bool


Supposition = Hours | Ends | Starts | Scores | UnitGroup | Applies | Studies | Lives


@dataclass(frozen=True, slots=True)
class Supposed:
    """The case as it would be.

    origins: for each of its jobs the position of the job that it is of in the case as it is; None for one
        that is only supposed. A job of which only a part changes is two jobs of one origin.
    """

    case: Case
    origins: tuple[int | None, ...]


def suppose(case: Case, *suppositions: Supposition) -> Supposed:
    """``case`` as it would be if all of these were so; ``case`` itself is not changed.

    Raises CaseError where one of them names a job that is not there, or scores without a test.
    """
    found = Supposed(case, tuple(range(len(case.jobs or ()))))
    for supposition in suppositions:
        found = _supposed(found, supposition)
    return found


@dataclass(frozen=True, slots=True)
class Prospect:
    """What decides between two what-ifs: the outcome on the day of the application, the hours, the days.

    hours: those known to count on ``as_of``, exact. first, last: as Outlook.eligible_from and
    until_if_continuing, from ``as_of`` on.
    """

    as_of: date
    outcome: str
    hours: Fraction
    first: date | None
    last: date | None

    def to_dict(self) -> dict[str, Any]:
        """The prospect as JSON values."""
        return {
            "as_of": self.as_of.isoformat(),
            "outcome": self.outcome,
            "countable_hours": plain(self.hours),
            "eligible_from": self.first.isoformat() if self.first else None,
            "until_if_continuing": self.last.isoformat() if self.last else None,
        }


def prospect(case: Case, as_of: date | None = None) -> Prospect:
    """What a case comes to on a day, and from when until when. Raises CaseError as ``assess`` does."""
    day = day_of(case, as_of)
    assessment, ahead = assess(case, day), outlook(case, day)
    return Prospect(
        day, assessment.outcome, assessment.work.countable_hours, ahead.eligible_from, ahead.until_if_continuing
    )


def _supposed(found: Supposed, wanted: Supposition) -> Supposed:
    case = found.case
    if isinstance(wanted, Applies):
        return replace(found, case=replace(case, as_of=wanted.day))
    if isinstance(wanted, Lives):
        return replace(found, case=replace(case, outside_quebec=wanted.outside_quebec))
    if isinstance(wanted, Studies):
        study = (*(case.study or ()), Period(wanted.start, wanted.end))
        return replace(found, case=replace(case, study=study))
    if isinstance(wanted, Scores):
        return replace(found, case=replace(case, language_test=_test(case, wanted)))
    if isinstance(wanted, Starts):
        return Supposed(replace(case, jobs=(*(case.jobs or ()), wanted.job)), (*found.origins, None))
    return _of_jobs(found, wanted)


def _of_jobs(found: Supposed, wanted: Hours | Ends | UnitGroup) -> Supposed:
    """Each job that is meant, changed: those of the position that is named, or all that can be meant."""
    jobs: list[Job] = []
    origins: list[int | None] = []
    if wanted.job is not None and wanted.job not in found.origins:
        raise CaseError(f"jobs[{wanted.job}]", "is not there: give the position of a job, from 0 on")
    for job, origin in zip(found.case.jobs or (), found.origins, strict=True):
        is_meant = origin == wanted.job if wanted.job is not None else _may_be_meant(job, wanted)
        pieces = _changed(job, wanted) if is_meant else (job,)
        jobs += pieces
        origins += [origin] * len(pieces)
    return Supposed(replace(found.case, jobs=tuple(jobs)), tuple(origins))


def _may_be_meant(job: Job, wanted: Hours | Ends | UnitGroup) -> bool:
    if isinstance(wanted, UnitGroup):
        return True
    day = wanted.since if isinstance(wanted, Hours) else wanted.last_day
    return job.still_held or (job.end is not None and job.end > day)


def _changed(job: Job, wanted: Hours | Ends | UnitGroup) -> tuple[Job, ...]:
    if isinstance(wanted, UnitGroup):
        return (replace(job, noc=wanted.noc, duties_match=True),)
    if isinstance(wanted, Ends):
        return _until(job, wanted.last_day)
    before = _until(job, wanted.since - DAY)
    if job.end is not None and job.end < wanted.since:
        return (job,)
    return *before, replace(job, start=max(job.start, wanted.since), hours_per_week=wanted.per_week)


def _until(job: Job, last_day: date) -> tuple[Job, ...]:
    """The part of a job up to a day; nothing where it begins later."""
    if job.start > last_day:
        return ()
    return (replace(job, end=min(job.end or last_day, last_day), ended=True),)


def _test(case: Case, wanted: Scores) -> LanguageTest:
    test = case.language_test or LanguageTest()
    if (wanted.test or test.test) is None:
        raise CaseError("language_test.test", "is needed: the test that the scores are of")
    # Another test has another scale: no score of the old one carries over.
    known = replace(test, scores=type(test.scores)()) if wanted.test not in (None, test.test) else test
    scores = replace(known.scores, **wanted.scores)
    return replace(known, test=wanted.test or test.test, date=wanted.day or test.date, scores=scores)


def side_by_side(case: Case, options: Sequence[Sequence[Supposition]], as_of: date | None = None) -> list[Prospect]:
    """The prospect of the case as it is, then that of each option.

    An application on another day is looked at from that day on. Raises CaseError as ``suppose`` and
    ``assess`` do.
    """
    day = day_of(case, as_of)
    found = [prospect(case, day)]
    for option in options:
        supposed = suppose(replace(case, as_of=day), *option).case
        found.append(prospect(supposed))
    return found
