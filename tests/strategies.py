"""Random cases for the property tests: in the shape of a case file, dense around a year of work."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

DAYS = st.dates(date(2023, 5, 1), date(2029, 3, 1))
#: TEER 0, 1, 2, 3, 3, 4 and 5.
UNIT_GROUPS = ("60030", "21232", "62020", "63200", "73300", "64100", "65201")
FLAGS = (
    "in_canada", "paid", "employee", "canadian_employer", "authorized", "temporary_status",
    "duties_match",
)  # fmt: skip
REASONS = ("full_time_study", "unauthorized", "no_status", "abroad", "leave", "unpaid")
SKILLS = ("listening", "reading", "writing", "speaking")

#: Quarter hours, often at and around full time.
HOURS = st.one_of(
    st.sampled_from(["30", "29.75", "37.5", "40", "25", "15", "7.5", "0"]),
    st.integers(40, 160).map(lambda quarters: str(quarters / 4)),
    st.integers(0, 4 * 168).map(lambda quarters: str(quarters / 4)),
)
#: The facts of a job that are false: mostly none, else each one, and some pairs.
_FALSE_FLAGS = (*[()] * 12, *[(flag,) for flag in FLAGS], ("employee", "duties_match"))
MOSTLY_TRUE = st.sampled_from([True] * 9 + [False])


def _iso(day: date) -> str:
    return day.isoformat()


@st.composite
def periods(draw: st.DrawFn, around: date, longest: int = 400) -> dict[str, Any]:
    """A period that begins within four years before ``around`` or a month after."""
    start = around - timedelta(days=draw(st.integers(-30, 4 * 366)))
    length = draw(st.one_of(st.integers(0, 10), st.integers(0, longest), st.just(None)))
    end = None if length is None else start + timedelta(days=length)
    return {"start": _iso(start), "end": end and _iso(end)}


@st.composite
def exclusions(draw: st.DrawFn, around: date) -> dict[str, Any]:
    return {**draw(periods(around, 200)), "reason": draw(st.sampled_from(REASONS))}


@st.composite
def working_days(draw: st.DrawFn, around: date) -> dict[str, Any]:
    """The days of a job: often about a year, or from some time in the last years to now."""
    start = around - timedelta(days=draw(st.integers(-30, 4 * 366)))
    length = draw(st.one_of(st.just(None), st.integers(300, 800), st.integers(0, 400)))
    end = None if length is None else start + timedelta(days=length)
    return {"start": _iso(start), "end": end and _iso(end)}


@st.composite
def jobs(draw: st.DrawFn, around: date) -> dict[str, Any]:
    """A job of which every fact is known."""
    draw_false = draw(st.sampled_from(_FALSE_FLAGS))
    return {
        "title": "Work",
        "noc": draw(st.sampled_from((*UNIT_GROUPS[:5] * 2, *UNIT_GROUPS[5:]))),
        **draw(working_days(around)),
        "ended": False,
        "hours_per_week": draw(HOURS),
        **{flag: flag not in draw_false for flag in FLAGS},
        "physician": draw(st.sampled_from([False, False, True])),
        "excluded": draw(st.lists(exclusions(around), max_size=2)) if draw(st.booleans()) else [],
    }


@st.composite
def language_tests(draw: st.DrawFn, around: date) -> dict[str, Any]:
    """A CELPIP result, whose scores are its levels, or one of a test that is not accepted."""
    test = draw(st.sampled_from(["celpip_general"] * 9 + ["ielts_academic"]))
    scores = dict.fromkeys(SKILLS, draw(st.sampled_from([7, 8, 6, 7, 5])))
    scores[draw(st.sampled_from(SKILLS))] = draw(st.sampled_from([7, 6, 4, 5, 8]))
    taken = around - timedelta(days=draw(st.integers(-30, 800)))
    return {"test": test, "date": _iso(taken), "scores": scores}


@st.composite
def cases(draw: st.DrawFn, min_jobs: int = 0, max_jobs: int = 4) -> dict[str, Any]:
    """A case of which every fact is known."""
    as_of = draw(DAYS)
    return {
        "as_of": _iso(as_of),
        "outside_quebec": draw(MOSTLY_TRUE),
        "inadmissibility": draw(st.sampled_from([[], [], [], ["health"], [], [], []])),
        "jobs": draw(st.lists(jobs(as_of), min_size=min_jobs, max_size=max_jobs)),
        "study": draw(st.one_of(st.just([]), st.just([]), st.lists(periods(as_of, 200), max_size=2))),
        "language_test": draw(language_tests(as_of)),
    }


@st.composite
def cases_with_unknowns(draw: st.DrawFn) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A case with facts left out, and some of the ways in which they may turn out."""
    case = draw(cases(min_jobs=1, max_jobs=3))
    as_of = date.fromisoformat(case["as_of"])
    holes = draw(st.lists(st.sampled_from(sorted(_fields(case))), min_size=1, max_size=6))
    partial = case
    for path in holes:
        partial = put(partial, path, _unknown(path))
    return partial, [draw(completions(partial, holes, as_of)) for _ in range(4)]


@st.composite
def completions(draw: st.DrawFn, partial: dict[str, Any], holes: list[str], as_of: date) -> dict[str, Any]:
    """``partial`` with a fact in every hole."""
    case = partial
    for path in holes:
        case = put(case, path, draw(_filling(path, case, as_of)))
    return case


def put(case: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of ``case`` with ``value`` at ``path`` ("jobs.0.noc"); an end has two fields."""
    key, _, rest = path.partition(".")
    if isinstance(case, list):
        return [(put(item, rest, value) if rest else value) if str(i) == key else item for i, item in enumerate(case)]
    if rest:
        return {**case, key: put(case[key], rest, value)}
    return {**case, **value} if key == "end" else {**case, key: value}


def _fields(case: dict[str, Any]) -> set[str]:
    """The paths that may be unknown, "end" standing for the two fields of a job's end."""
    found = {"outside_quebec", "inadmissibility", "study", "language_test.date"}
    found |= {f"language_test.scores.{skill}" for skill in SKILLS}
    for i in range(len(case["jobs"])):
        names = (*FLAGS, "physician", "noc", "hours_per_week", "excluded", "end")
        found |= {f"jobs.{i}.{name}" for name in names}
    return found


def _unknown(path: str) -> Any:
    return {"end": None, "ended": True} if path.endswith(".end") else None


def _filling(path: str, case: dict[str, Any], as_of: date) -> st.SearchStrategy[Any]:
    name = path.split(".")[-1]
    if name == "inadmissibility":
        return st.sampled_from([[], ["health"]])
    if name == "study":
        return st.lists(periods(as_of), max_size=2)
    if name == "excluded":
        return st.lists(exclusions(as_of), max_size=2)
    if name == "date":
        return st.integers(-30, 1000).map(lambda days: _iso(as_of - timedelta(days=days)))
    if name in SKILLS:
        return st.integers(4, 8)
    if name == "noc":
        return st.sampled_from((*UNIT_GROUPS, "11100", "42202"))
    if name == "hours_per_week":
        return HOURS
    if name == "end":
        start = date.fromisoformat(case["jobs"][int(path.split(".")[1])]["start"])
        latest = max(start, as_of - timedelta(days=1))
        return st.dates(start, latest).map(lambda day: {"end": _iso(day), "ended": True})
    return st.booleans()
