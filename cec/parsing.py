"""From plain data (YAML, JSON) to a Case: every field checked, every refusal by its path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar

from cec import parameters, values
from cec.case import Case, CaseError, Exclusion, Job, LanguageTest, Period, Scores
from cec.language import SKILLS, check_score

T = TypeVar("T")
_CASE: Final = ("as_of", "outside_quebec", "inadmissibility", "jobs", "study", "language_test")
_FLAGS: Final = (
    "in_canada", "paid", "employee", "physician", "canadian_employer", "authorized",
    "temporary_status", "duties_match",
)  # fmt: skip
_JOB: Final = ("title", "noc", "start", "end", "ended", "hours_per_week", *_FLAGS, "excluded")


def parse_case(data: Mapping[str, Any]) -> Case:
    """The case that ``data`` describes, in the shape of a case file.

    A field that is left out is not known, like one that is null; but then there are no ``excluded``
    parts and no ``study``, ``ended`` is false, and ``physician`` is false where the unit group is
    known and no physician's. Of a period, an end that is null or left out is still to come.
    Dates are YYYY-MM-DD or datetime.date; numbers are int, float, Decimal or decimal text, and are
    taken as they are written. Raises CaseError(field, message).
    """
    _keys(data, "case", "", _CASE)
    study = data.get("study", ())
    jobs = data.get("jobs")
    return Case(
        as_of=_maybe(values.day, data, "as_of", ""),
        outside_quebec=values.flag(data, "outside_quebec", ""),
        inadmissibility=_maybe(_grounds, data, "inadmissibility", ""),
        jobs=None if jobs is None else _list(_job, jobs, "jobs"),
        study=None if study is None else _list(_period, study, "study"),
        language_test=_maybe(_language_test, data, "language_test", ""),
    )


def _job(data: Any, path: str) -> Job:
    _keys(data, path, f"{path}.", _JOB)
    path = f"{path}."
    start = _maybe(values.day, data, "start", path)
    if start is None:
        raise CaseError(f"{path}start", "is needed: the first day of the job, as YYYY-MM-DD")
    end = _maybe(values.day, data, "end", path)
    _in_order(start, end, path)
    noc = _maybe(values.unit_group, data, "noc", path)
    flags = {name: values.flag(data, name, path) for name in _FLAGS}
    if "physician" not in data and noc is not None and noc not in _physicians():
        flags["physician"] = False
    excluded = data.get("excluded", ())
    return Job(
        start=start,
        title=_maybe(values.text, data, "title", path),
        noc=noc,
        end=end,
        ended=values.flag(data, "ended", path) if "ended" in data else False,
        hours_per_week=_maybe(values.hours, data, "hours_per_week", path),
        excluded=None if excluded is None else _list(_exclusion, excluded, f"{path}excluded"),
        **flags,
    )


def _exclusion(data: Any, path: str) -> Exclusion:
    _keys(data, path, f"{path}.", ("start", "end", "reason"))
    days = _days(data, f"{path}.")
    reason = data.get("reason")
    if not isinstance(reason, str) or reason not in _reasons():
        raise values.refusal(f"{path}.reason", f"must be one of {', '.join(_reasons())}", reason)
    return Exclusion(days.start, days.end, reason)


def _period(data: Any, path: str) -> Period:
    _keys(data, path, f"{path}.", ("start", "end"))
    return _days(data, f"{path}.")


def _days(data: Mapping[str, Any], path: str) -> Period:
    start = _maybe(values.day, data, "start", path)
    if start is None:
        raise CaseError(f"{path}start", "is needed: the first day of the period, as YYYY-MM-DD")
    end = _maybe(values.day, data, "end", path)
    _in_order(start, end, path)
    return Period(start, end)


def _language_test(data: Any, path: str) -> LanguageTest:
    _keys(data, path, f"{path}.", ("test", "date", "scores"))
    test = _maybe(_test, data, "test", f"{path}.")
    taken = _maybe(values.day, data, "date", f"{path}.")
    raw = data.get("scores")
    if raw is None:
        return LanguageTest(test, taken)
    _keys(raw, f"{path}.scores", f"{path}.scores.", SKILLS)
    scores = {skill: _maybe(values.score, raw, skill, f"{path}.scores.") for skill in SKILLS}
    for skill, score in scores.items():
        problem = check_score(test, skill, score, taken) if test and score is not None else None
        if problem is not None:
            raise CaseError(f"{path}.scores.{skill}", problem.message)
    return LanguageTest(test, taken, Scores(**scores))


def _test(value: Any, path: str) -> str:
    accepted, unaccepted = tuple(parameters.tests()), _unaccepted_tests()
    if not isinstance(value, str) or (value not in accepted and value not in unaccepted):
        known = f"{', '.join(accepted)}, or one that is not accepted: {', '.join(unaccepted)}"
        raise values.refusal(path, f"must be one of {known}", value)
    return value


def _grounds(value: Any, path: str) -> tuple[str, ...]:
    return _list(_ground, value, path)


def _ground(value: Any, path: str) -> str:
    if not isinstance(value, str) or value not in _known_grounds():
        raise values.refusal(path, f"must be one of {', '.join(_known_grounds())}", value)
    return value


def _maybe(read: Callable[[Any, str], T], data: Mapping[str, Any], key: str, path: str) -> T | None:
    value = data.get(key)
    return None if value is None else read(value, f"{path}{key}")


def _list(read: Callable[[Any, str], T], value: Any, path: str) -> tuple[T, ...]:
    if not isinstance(value, (list, tuple)):
        raise values.refusal(path, "must be a list; [] for none", value)
    return tuple(read(item, f"{path}[{i}]") for i, item in enumerate(value))


def _keys(data: Any, name: str, path: str, allowed: tuple[str, ...]) -> None:
    if not isinstance(data, Mapping):
        raise values.refusal(name, f"must be a mapping with the fields {', '.join(allowed)}", data)
    for key in data:
        if key not in allowed:
            raise CaseError(f"{path}{values.shown(key)}", f"is not a known field; use {', '.join(allowed)}")


def _in_order(start: date, end: date | None, path: str) -> None:
    if end is not None and end < start:
        raise CaseError(f"{path}end", f"must not be before the start, {start}; it is {end}")


@cache
def _reasons() -> tuple[str, ...]:
    known = parameters.all_parameters()["work_exclusions"].values[-1].value
    return tuple(reason for reason, exclusion in known.items() if exclusion.periods)


@cache
def _known_grounds() -> tuple[str, ...]:
    return tuple(parameters.all_parameters()["inadmissibility_grounds"].values[-1].value)


@cache
def _unaccepted_tests() -> tuple[str, ...]:
    return tuple(parameters.all_parameters()["unaccepted_tests"].values[-1].value)


@cache
def _physicians() -> frozenset[str]:
    groups: frozenset[str] = parameters.all_parameters()["physician_unit_groups"].values[-1].value
    return groups
