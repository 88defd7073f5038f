"""What-ifs as plain data, as they are written on the command line: "hours: 40", "ends: 2027-01-31"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, Final

import yaml

from cec import values, yaml_text
from cec.case import Case, CaseError
from cec.language import SKILLS, check_score
from cec.parsing import parse_case
from cec.supposing import Applies, Ends, Hours, Lives, Scores, Starts, Studies, Supposition, UnitGroup

_WHOLE: Final = "what-if"
#: What each what-if may say, and what may stand beside it.
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "hours": ("since", "job"),
    "ends": ("job",),
    "noc": ("job",),
    "scores": ("test", "date"),
    "starts": (),
    "studies": (),
    "applies": (),
    "outside_quebec": (),
}


def parse_option(text: str, case: Case, as_of: date) -> list[Supposition]:
    """The suppositions of one what-if, written in YAML.

    hours: a number a week, with since: (a day, else ``as_of``); ends: the last day worked; noc: a unit group;
    each with job: (1 is the first; else every job still held, for noc every job). scores: a mapping by skill,
    with test: and date:. starts: a job as in a case file. studies: a mapping of start: and end:. applies: the
    day of the application. outside_quebec: true or false. Several of them are supposed together.
    Raises CaseError with the field that cannot be read.
    """
    data = _mapping(text)
    allowed = {*_FIELDS, *(beside for name in data for beside in _FIELDS.get(name, ()))}
    for key in data:
        if key not in allowed:
            raise CaseError(f"{_WHOLE}.{key}", f"is unknown here; a what-if is one of {', '.join(_FIELDS)}")
    job = _job(data.get("job"), case)
    read: Mapping[str, Callable[[Any], Supposition]] = {
        "hours": lambda value: Hours(values.hours(value, "hours"), values.day(data.get("since", as_of), "since"), job),
        "ends": lambda value: Ends(values.day(value, "ends"), job),
        "noc": lambda value: UnitGroup(values.unit_group(value, "noc"), job),
        "scores": lambda value: _scores(value, data, case),
        "starts": lambda value: Starts(_new_job(value)),
        "studies": _studies,
        "applies": lambda value: Applies(values.day(value, "applies")),
        "outside_quebec": lambda value: Lives(bool(values.flag(data, "outside_quebec", ""))),
    }
    found = [read[name](value) for name, value in data.items() if name in read]
    if not found:
        raise CaseError(_WHOLE, f"supposes nothing; give one of {', '.join(_FIELDS)}")
    return found


def _mapping(text: str) -> Mapping[str, Any]:
    try:
        data = yaml_text.load(text)
    except (yaml.YAMLError, ValueError):
        data = None
    if not isinstance(data, Mapping):
        raise values.refusal(_WHOLE, 'must be written in YAML, such as "hours: 40"', text)
    return data


def _job(told: Any, case: Case) -> int | None:
    if told is None:
        return None
    jobs = len(case.jobs or ())
    if not isinstance(told, int) or isinstance(told, bool) or not 1 <= told <= jobs:
        raise values.refusal("job", f"must be the place of a job, 1 to {jobs}", told)
    return told - 1


def _new_job(told: Any) -> Any:
    (job,) = parse_case({"jobs": [told]}).jobs or ()
    return job


def _studies(told: Any) -> Studies:
    (period,) = parse_case({"study": [told if isinstance(told, Mapping) else {"start": told}]}).study or ()
    return Studies(period.start, period.end)


def _scores(told: Any, data: Mapping[str, Any], case: Case) -> Scores:
    known = case.language_test
    test = data.get("test") or (known.test if known else None)
    if test is None:
        raise CaseError("test", "is needed: the test that the scores are of")
    day = values.day(data["date"], "date") if data.get("date") else None
    result = parse_case({"language_test": {"test": test, "date": day, "scores": told}}).language_test
    assert result is not None
    scores = {skill: score for skill, score in asdict(result.scores).items() if score is not None}
    taken = day or (known.date if known else None)
    for skill in SKILLS:
        problem = check_score(test, skill, scores[skill], taken) if skill in scores else None
        if problem is not None:
            raise CaseError(f"scores.{skill}", problem.message)
    return Scores(scores, data.get("test"), day)
