"""From plain data (YAML, JSON) to a Case: every field checked, every refusal by its path."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, TypeVar

from cec import parameters
from cec.case import Case, CaseError, Exclusion, Job, LanguageTest, Period, Scores
from cec.language import SKILLS, check_score

T = TypeVar("T")
_CASE: Final = ("as_of", "outside_quebec", "inadmissibility", "jobs", "study", "language_test")
_FLAGS: Final = (
    "in_canada", "paid", "employee", "physician", "canadian_employer", "authorized", "temporary_status",
    "duties_match",
)  # fmt: skip
_JOB: Final = ("title", "noc", "start", "end", "ended", "hours_per_week", *_FLAGS, "excluded")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL: Final = re.compile(r"[0-9]{1,4}([.][0-9]{1,12})?")
_NOC: Final = re.compile(r"[0-9][0-5][0-9]{3}")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_HOURS_IN_A_WEEK: Final = 168


def parse_case(data: Mapping[str, Any]) -> Case:
    """The case that ``data`` describes, in the shape of a case file. Raises CaseError(field,
    message).

    A field that is left out is not known, like one that is null; but ``excluded`` and ``study`` are
    then none and ``ended`` false, and ``physician`` is false where the unit group is known and no
    physician's. Dates are ``YYYY-MM-DD`` or datetime.date; numbers are int, float, Decimal or
    decimal text, taken exactly.
    """
    _keys(data, "case", "", _CASE)
    study = data.get("study", ())
    jobs = data.get("jobs")
    return Case(
        as_of=_maybe(_day, data, "as_of", ""),
        outside_quebec=_flag(data, "outside_quebec", ""),
        inadmissibility=_maybe(_grounds, data, "inadmissibility", ""),
        jobs=None if jobs is None else _list(_job, jobs, "jobs"),
        study=None if study is None else _list(_period, study, "study"),
        language_test=_maybe(_language_test, data, "language_test", ""),
    )


def _job(data: Any, path: str) -> Job:
    _keys(data, path, f"{path}.", _JOB)
    path = f"{path}."
    start = _maybe(_day, data, "start", path)
    if start is None:
        raise CaseError(f"{path}start", "is needed: the first day of the job, as YYYY-MM-DD")
    end = _maybe(_day, data, "end", path)
    _in_order(start, end, path)
    noc = _maybe(_unit_group, data, "noc", path)
    flags = {name: _flag(data, name, path) for name in _FLAGS}
    if "physician" not in data and noc is not None and noc not in _physicians():
        flags["physician"] = False
    excluded = data.get("excluded", ())
    return Job(
        start=start,
        title=_maybe(_text, data, "title", path),
        noc=noc,
        end=end,
        ended=_flag(data, "ended", path) if "ended" in data else False,
        hours_per_week=_maybe(_hours, data, "hours_per_week", path),
        excluded=None if excluded is None else _list(_exclusion, excluded, f"{path}excluded"),
        **flags,
    )


def _exclusion(data: Any, path: str) -> Exclusion:
    _keys(data, path, f"{path}.", ("start", "end", "reason"))
    days = _days(data, f"{path}.")
    reason = data.get("reason")
    if not isinstance(reason, str) or reason not in _reasons():
        raise _refusal(f"{path}.reason", f"must be one of {', '.join(_reasons())}", reason)
    return Exclusion(days.start, days.end, reason)


def _period(data: Any, path: str) -> Period:
    _keys(data, path, f"{path}.", ("start", "end"))
    return _days(data, f"{path}.")


def _days(data: Mapping[str, Any], path: str) -> Period:
    start = _maybe(_day, data, "start", path)
    if start is None:
        raise CaseError(f"{path}start", "is needed: the first day of the period, as YYYY-MM-DD")
    end = _maybe(_day, data, "end", path)
    _in_order(start, end, path)
    return Period(start, end)


def _language_test(data: Any, path: str) -> LanguageTest:
    _keys(data, path, f"{path}.", ("test", "date", "scores"))
    test = _maybe(_test, data, "test", f"{path}.")
    day = _maybe(_day, data, "date", f"{path}.")
    raw = data.get("scores")
    if raw is None:
        return LanguageTest(test, day)
    _keys(raw, f"{path}.scores", f"{path}.scores.", SKILLS)
    scores = {skill: _maybe(_number, raw, skill, f"{path}.scores.") for skill in SKILLS}
    for skill, score in scores.items():
        problem = check_score(test, skill, score, day) if test and score is not None else None
        if problem is not None:
            raise CaseError(f"{path}.scores.{skill}", problem.message)
    return LanguageTest(test, day, Scores(**scores))


def _test(value: Any, path: str) -> str:
    accepted, unaccepted = tuple(parameters.tests()), _unaccepted_tests()
    if not isinstance(value, str) or (value not in accepted and value not in unaccepted):
        known = f"{', '.join(accepted)}, or one that is not accepted: {', '.join(unaccepted)}"
        raise _refusal(path, f"must be one of {known}", value)
    return value


def _grounds(value: Any, path: str) -> tuple[str, ...]:
    return _list(_ground, value, path)


def _ground(value: Any, path: str) -> str:
    if not isinstance(value, str) or value not in _known_grounds():
        raise _refusal(path, f"must be one of {', '.join(_known_grounds())}", value)
    return value


def _unit_group(value: Any, path: str) -> str:
    if not isinstance(value, str) or not _NOC.fullmatch(value):
        shape = 'must be a NOC 2021 code in quotes, five digits of which the second is 0 to 5, such as "63200"'
        raise _refusal(path, shape, value)
    return value


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise _refusal(path, "must be text", value)
    return value


def _day(value: Any, path: str) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise _refusal(path, "must be a day of the calendar, as YYYY-MM-DD", value) from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _refusal(path, "must be a day, as YYYY-MM-DD", value)
    if not _EARLIEST <= value <= _LATEST:
        raise _refusal(path, f"must be a day from {_EARLIEST} to {_LATEST}", str(value))
    return value


def _hours(value: Any, path: str) -> Fraction:
    number = _exact(value)
    if number is None or number > _HOURS_IN_A_WEEK:
        raise _refusal(path, f"must be a number of hours from 0 to {_HOURS_IN_A_WEEK}", value)
    return Fraction(number)


def _number(value: Any, path: str) -> Decimal:
    number = _exact(value)
    if number is None:
        raise _refusal(path, "must be a score: a number, 0 or more", value)
    return number


def _exact(value: Any) -> Decimal | None:
    """The number that was written: 37.1 is 371/10, not the nearest binary fraction."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(value) if 0 <= value < 10_000 else None
    if isinstance(value, float):
        return Decimal(str(value)) if math.isfinite(value) and 0 <= value < 10_000 else None
    if isinstance(value, Decimal):
        return (
            value if value.is_finite() and 0 <= value < 10_000 and value.adjusted() > -13 else None
        )
    return Decimal(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else None


def _flag(data: Mapping[str, Any], key: str, path: str) -> bool | None:
    value = data.get(key)
    if value is None or value is True or value is False:
        return value
    raise _refusal(f"{path}{key}", "must be true, false or null (not known yet)", value)


def _maybe(read: Callable[[Any, str], T], data: Mapping[str, Any], key: str, path: str) -> T | None:
    value = data.get(key)
    return None if value is None else read(value, f"{path}{key}")


def _list(read: Callable[[Any, str], T], value: Any, path: str) -> tuple[T, ...]:
    if not isinstance(value, (list, tuple)):
        raise _refusal(path, "must be a list; [] for none", value)
    return tuple(read(item, f"{path}[{i}]") for i, item in enumerate(value))


def _keys(data: Any, name: str, path: str, allowed: tuple[str, ...]) -> None:
    if not isinstance(data, Mapping):
        raise _refusal(name, f"must be a mapping with the fields {', '.join(allowed)}", data)
    for key in data:
        if key not in allowed:
            raise CaseError(
                f"{path}{_shown(key)}", f"is not a known field; use {', '.join(allowed)}"
            )


def _in_order(start: date, end: date | None, path: str) -> None:
    if end is not None and end < start:
        raise CaseError(f"{path}end", f"must not be before the start, {start}; it is {end}")


def _refusal(path: str, rule: str, value: Any) -> CaseError:
    return CaseError(path, f"{rule}; not {_shown(value)}")


def _shown(value: Any) -> str:
    """A short, one-line, printable form of what was given."""
    if value is None:
        return "null"
    if isinstance(value, (list, tuple, Mapping)):
        return "a mapping" if isinstance(value, Mapping) else "a list"
    shown = value if isinstance(value, str) and value.isprintable() and value else ascii(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."


@cache
def _reasons() -> tuple[str, ...]:
    values = parameters.all_parameters()["work_exclusions"].values[-1].value
    return tuple(reason for reason, exclusion in values.items() if exclusion.periods)


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
