"""The law's count against a naive one, and what must hold for every case."""

from __future__ import annotations

import io
import json
import sys
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cec import Assessment, Finding, assess, parse_case
from cec.cli import main
from tests.law import naive
from tests.strategies import FLAGS, cases, cases_with_unknowns, exclusions, jobs, put

settings.register_profile("law", deadline=None, max_examples=150)
quick = settings(settings.get_profile("law"))
few = settings(settings.get_profile("law"), max_examples=300)


def _assess(case: dict[str, Any]) -> dict[str, Any]:
    return assess(parse_case(case)).to_dict()


def _requirement(case: dict[str, Any], id: str) -> dict[str, Any]:
    return next(found for found in _assess(case)["requirements"] if found["id"] == id)


def _hours(case: dict[str, Any]) -> Fraction:
    return Fraction(_assess(case)["work"]["countable_hours"])


@quick
@given(cases())
def test_the_hours_of_every_job_are_those_of_a_count_day_by_day(case: dict[str, Any]) -> None:
    credited = naive.hours(case)
    work = _assess(case)["work"]

    assert [Fraction(job["credited_hours"]) for job in work["jobs"]] == credited
    assert Fraction(work["countable_hours"]) == sum(credited)


@quick
@given(cases())
def test_no_week_earns_more_than_thirty_hours(case: dict[str, Any]) -> None:
    days = len(naive.window(date.fromisoformat(case["as_of"])))

    assert _hours(case) <= Fraction(days, 7) * 30


@quick
@given(st.data())
def test_another_job_never_lowers_the_hours(data: st.DataObject) -> None:
    case = data.draw(cases(max_jobs=3))
    more = data.draw(jobs(date.fromisoformat(case["as_of"])))

    assert _hours({**case, "jobs": [*case["jobs"], more]}) >= _hours(case)


@quick
@given(st.data())
def test_leaving_out_another_part_never_raises_the_hours(data: st.DataObject) -> None:
    case = data.draw(cases(min_jobs=1))
    part = data.draw(exclusions(date.fromisoformat(case["as_of"])))
    first = case["jobs"][0]
    less = put(case, "jobs.0", {**first, "excluded": [*first["excluded"], part]})

    assert _hours(less) <= _hours(case)


@quick
@given(st.data())
def test_a_job_told_in_two_halves_counts_the_same(data: st.DataObject) -> None:
    case = data.draw(cases(min_jobs=1))
    first = case["jobs"][0]
    assume(first["end"] and first["end"] > first["start"])
    days = date.fromisoformat(first["end"]).toordinal() - date.fromisoformat(first["start"]).toordinal()
    cut = date.fromisoformat(first["start"]).toordinal() + data.draw(st.integers(1, days))
    halves = [
        {**first, "end": date.fromordinal(cut - 1).isoformat()},
        {**first, "start": date.fromordinal(cut).isoformat()},
    ]
    split = _assess({**case, "jobs": [*halves, *case["jobs"][1:]]})
    whole = _assess(case)

    assert split["work"]["by_occupation"] == whole["work"]["by_occupation"]
    assert split["outcome"] == whole["outcome"]


@quick
@given(st.data())
def test_the_order_in_which_jobs_are_told_changes_nothing(data: st.DataObject) -> None:
    case = data.draw(cases(min_jobs=2))
    other = {**case, "jobs": data.draw(st.permutations(case["jobs"]))}
    told, reordered = _assess(case), _assess(other)

    assert told["requirements"][2:] == reordered["requirements"][2:]
    assert told["work"]["by_occupation"] == reordered["work"]["by_occupation"]
    assert told["outcome"] == reordered["outcome"]


@quick
@given(cases())
def test_where_everything_is_told_nothing_is_missing(case: dict[str, Any]) -> None:
    assert _assess(case)["missing"] == []


@quick
@given(cases_with_unknowns())
def test_the_bounds_hold_however_the_unknown_facts_turn_out(
    drawn: tuple[dict[str, Any], list[dict[str, Any]]],
) -> None:
    partial, completions = drawn
    evidence = _requirement(partial, "work_experience")["evidence"]
    least = Fraction(evidence["countable_hours"])
    most = Fraction(evidence.get("countable_hours_at_most", least))

    for case in completions:
        assert least <= sum(naive.hours(case)) <= sum(naive.hours(case, weighed=True)) <= most


@quick
@given(cases_with_unknowns())
def test_a_status_that_is_given_holds_however_the_unknown_facts_turn_out(
    drawn: tuple[dict[str, Any], list[dict[str, Any]]],
) -> None:
    partial, completions = drawn
    given_statuses = {
        found["id"]: found["status"] for found in _assess(partial)["requirements"] if found["status"] != "unknown"
    }
    for case in completions:
        for found in _assess(case)["requirements"]:
            assert found["status"] == given_statuses.get(found["id"], found["status"])


@few
@given(st.data())
def test_only_facts_that_can_still_change_a_status_are_missing(data: st.DataObject) -> None:
    case = data.draw(cases(min_jobs=1, max_jobs=3))
    flags = [f"jobs.{i}.{flag}" for i in range(len(case["jobs"])) for flag in (*FLAGS, "physician")]
    holes = data.draw(st.lists(st.sampled_from(flags), min_size=1, max_size=4, unique=True))
    holes = [path for path in holes if _is_of_account(path, case, holes)]
    partial = case
    for path in holes:
        partial = put(partial, path, None)
    statuses = {}
    for values in product((True, False), repeat=len(holes)):
        full = partial
        for path, value in zip(holes, values, strict=True):
            full = put(full, path, value)
        statuses[values] = [found["status"] for found in _assess(full)["requirements"]]
    sways = {
        (path, requirement)
        for i, path in enumerate(holes)
        for values, here in statuses.items()
        for requirement in (0, 1, 2)
        if statuses[_turned(values, i)][requirement] != here[requirement]
    }
    assessment = assess(parse_case(partial))
    findings = assessment.requirements
    named = {
        ("jobs." + path[5:].replace("]", ""), requirement)
        for requirement, finding in enumerate(findings)
        for _, path in finding.missing
    }

    # Nothing is asked of a job that cannot count.
    assert named == {sway for sway in sways if not _cannot_count(sway[0], assessment)}
    assert findings[0].missing or findings[0].status != "unknown"
    assert findings[2].missing or findings[2].status != "unknown" or _no_occupation(findings[2])


def _turned(values: tuple[bool, ...], i: int) -> tuple[bool, ...]:
    return (*values[:i], not values[i], *values[i + 1 :])


def _is_of_account(path: str, case: dict[str, Any], holes: list[str]) -> bool:
    """Whether it is asked at all: about a physician only where the person is self-employed."""
    _, i, field = path.split(".")
    self_employed = not case["jobs"][int(i)]["employee"] and f"jobs.{i}.employee" not in holes
    return self_employed or field != "physician"


def _cannot_count(path: str, assessment: Assessment) -> bool:
    job = assessment.to_dict()["work"]["jobs"][int(path.split(".")[1])]
    return all(segment["counts"] is False for segment in job["segments"])


def _no_occupation(language: Finding) -> bool:
    evidence = language.evidence
    return evidence["required_level"] is None and "possible_levels" not in evidence


def test_a_thousand_cases_as_lines_agree_with_the_count_day_by_day(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[dict[str, Any]] = []

    @settings(max_examples=250, deadline=None, database=None)
    @given(cases(max_jobs=3))
    def collect(case: dict[str, Any]) -> None:
        as_of = date.fromisoformat(case["as_of"])
        for days in (0, 98, 365, 731):
            told.append({**case, "as_of": (as_of - timedelta(days=days)).isoformat()})

    collect()
    lines = "".join(json.dumps(case) + "\n" for case in told).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    status = main(["assess", "--jsonl"])
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert status == 0
    assert len(told) >= 1000
    for case, answer in zip(told, answers, strict=True):
        assert Fraction(answer["work"]["countable_hours"]) == sum(naive.hours(case))
