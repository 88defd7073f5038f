"""Every case under tests/law: the assessment has all that is expected there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from cec import CaseError, assess, parse_case, yaml_text

FOLDER = Path(__file__).parent / "law"
PLAIN = yaml_text.load((FOLDER / "plain.yml").read_text(encoding="utf-8"))
REQUIREMENTS = (
    "work_experience", "duties", "language", "test_validity", "outside_quebec", "admissibility",
)  # fmt: skip


def _cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yml")):
        if path.stem not in ("plain", "levels"):
            for told in yaml_text.load(path.read_text(encoding="utf-8")):
                yield pytest.param(told, id=f"{path.stem}: {told['name']}")


def _completed(told: Mapping[str, Any]) -> dict[str, Any]:
    """The whole case: the plain person's with what is told laid over it."""
    case = {**PLAIN["case"], "jobs": [{}], **told}
    if case["jobs"] and isinstance(case["jobs"], list):
        case["jobs"] = [{**PLAIN["job"], **job} for job in case["jobs"]]
    if case["language_test"]:
        plain = PLAIN["case"]["language_test"]
        told_test = case["language_test"]
        scores = told_test.get("scores", {})
        laid_over = {**plain["scores"], **scores} if scores is not None else None
        case["language_test"] = {**plain, **told_test, "scores": laid_over}
    return case


@pytest.mark.parametrize("told", _cases())
def test_law(told: Mapping[str, Any]) -> None:
    case = _completed(told["case"])
    if "refused" in told:
        with pytest.raises(CaseError) as refusal:
            assess(parse_case(case))
        assert refusal.value.field == told["refused"]["field"]
        assert told["refused"]["message"] in refusal.value.message
        return
    assessment = assess(parse_case(case)).to_dict()
    found = {finding["id"]: finding for finding in assessment["requirements"]}
    assert tuple(found) == REQUIREMENTS
    for key, expected in told["expect"].items():
        if key in REQUIREMENTS:
            expected = {"status": expected} if isinstance(expected, str) else expected
            _check_part(found[key], expected, key)
        elif key in ("missing", "advisories"):
            assert assessment[key] == expected
        else:
            _check_part(assessment[key], expected, key)


def _check_part(actual: Any, expected: Any, place: str) -> None:
    """Of a mapping ``actual`` has each key that is expected, of a list each item."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            assert key in actual, f"{place} has no {key}"
            if value == {} and key == "by_occupation":
                assert actual[key] == {}
            _check_part(actual[key], value, f"{place}.{key}")
    elif isinstance(expected, list):
        assert len(actual) == len(expected), f"{place} has {len(actual)} items"
        for i, value in enumerate(expected):
            _check_part(actual[i], value, f"{place}[{i}]")
    else:
        assert actual == expected, place
