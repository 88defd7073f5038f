"""Every outlook under tests/law/outlook: its days are as expected, and each is the edge of what ``assess`` finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from cec import Case, assess, outlook, parse_case, yaml_text
from cec.options import parse_option
from cec.runs import stopped_on
from cec.supposing import suppose
from tests.test_law_cases import _completed

FOLDER = Path(__file__).parent / "law" / "outlook"
DAY = timedelta(days=1)


def _told() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yml")):
        for told in yaml_text.load(path.read_text(encoding="utf-8")):
            yield pytest.param(told, id=f"{path.stem}: {told['name']}")


def _case(told: Mapping[str, Any]) -> Case:
    case = parse_case(_completed(told["case"]))
    assert case.as_of is not None
    if "if" in told:
        return suppose(case, *parse_option(told["if"], case, case.as_of)).case
    return case


def _is_met(case: Case, day: date) -> bool:
    return assess(case, day).outcome == "eligible"


@pytest.mark.parametrize("told", _told())
def test_the_days_are_those_that_were_worked_out_by_hand(told: Mapping[str, Any]) -> None:
    found = outlook(_case(told))
    days = (found.eligible_from, found.until_if_continuing, found.until_if_stopped)
    expected = told["expect"]
    assert days == tuple(_day(expected[key]) for key in ("from", "until", "until_stopped"))


@pytest.mark.parametrize("told", _told())
def test_it_holds_on_each_side_of_a_day_and_not_on_the_other(told: Mapping[str, Any]) -> None:
    case, expected = _case(told), told["expect"]
    today = case.as_of
    assert today is not None
    first, until, stopped = (_day(expected[key]) for key in ("from", "until", "until_stopped"))
    if first is None:
        assert not any(_is_met(case, today + step * timedelta(days=7)) for step in range(157))
        return
    assert _is_met(case, first)
    assert first == today or not _is_met(case, first - DAY)
    for last, going in ((until, case), (stopped, replace(stopped_on(case, today), as_of=today))):
        if last is not None:
            assert _is_met(going, last)
            assert not _is_met(going, last + DAY)


def test_there_are_enough_cases_for_a_lawyer_to_read() -> None:
    assert len(list(_told())) >= 40


def _day(told: Any) -> date | None:
    return None if told is None else date.fromisoformat(str(told))
