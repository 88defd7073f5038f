"""Scores and levels: every level of every test, and what the tests cannot give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from cec import SKILLS, check_score, levels, parameters, yaml_text
from cec.language import lowest_score

CHARTS = yaml_text.load((Path(__file__).parent / "law" / "levels.yml").read_text(encoding="utf-8"))


def _bands() -> Iterator[Any]:
    for chart in CHARTS:
        for level, ranges in chart["levels"].items():
            for skill, (lowest, highest) in zip(SKILLS, ranges, strict=True):
                yield pytest.param(
                    chart["test"],
                    date.fromisoformat(chart["date"]),
                    skill,
                    level,
                    Decimal(str(lowest)),
                    Decimal(str(highest)),
                    id=f"{chart['test']} {chart['date']} {skill} {lowest}-{highest} is {level}",
                )


@pytest.mark.parametrize(("test", "day", "skill", "level", "lowest", "highest"), _bands())
def test_every_score_of_a_band_gives_its_level(
    test: str, day: date, skill: str, level: int, lowest: Decimal, highest: Decimal
) -> None:
    assert levels(test, {skill: lowest}, day) == {skill: level}
    assert levels(test, {skill: highest}, day) == {skill: level}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: f"{chart['test']} {chart['date']}")
def test_the_bands_of_a_chart_leave_out_no_score(chart: dict[str, Any]) -> None:
    for i in range(len(SKILLS)):
        bands = sorted(ranges[i] for ranges in chart["levels"].values())
        for (_, highest), (lowest, _) in pairwise(bands):
            assert Decimal(str(lowest)) - Decimal(str(highest)) == Decimal(str(chart["step"]))


def test_every_accepted_test_has_a_chart_here() -> None:
    assert {chart["test"] for chart in CHARTS} == set(parameters.tests())


@pytest.mark.parametrize(
    ("test", "skill", "score"),
    [
        ("ielts_general_training", "writing", "6.3"),
        ("ielts_general_training", "writing", "6.25"),
        ("ielts_general_training", "writing", 10),
        ("celpip_general", "listening", 13),
        ("celpip_general", "listening", "9.5"),
        ("pte_core", "reading", 9),
        ("pte_core", "reading", 91),
        ("tcf_canada", "writing", 25),
        ("tcf_canada", "reading", 700),
        ("tef_canada", "reading", 700),
        ("ielts_general_training", "writing", "seven"),
        ("ielts_general_training", "writing", "-1"),
        ("ielts_general_training", "writing", Decimal("NaN")),
    ],
)
def test_a_score_the_test_cannot_give_is_a_problem_with_what_is_possible(
    test: str, skill: str, score: Decimal | int | str
) -> None:
    problem = check_score(test, skill, score)

    assert problem is not None
    assert (problem.test, problem.skill, problem.value) == (test, skill, str(score))
    assert problem.lowest < problem.highest
    assert str(score) in problem.message


def test_a_possible_score_is_no_problem_however_it_is_written() -> None:
    assert check_score("ielts_general_training", "writing", "6.5") is None
    assert check_score("ielts_general_training", "writing", Decimal("6.50")) is None
    assert check_score("celpip_general", "writing", 12) is None


def test_a_tef_score_is_held_against_the_scale_of_its_day() -> None:
    assert check_score("tef_canada", "listening", 400, date(2019, 9, 30)) is not None
    assert check_score("tef_canada", "listening", 400, date(2019, 10, 1)) is None
    assert check_score("tef_canada", "listening", 400) is None


def test_the_problem_of_an_old_tef_score_names_the_old_scale() -> None:
    problem = check_score("tef_canada", "reading", 400, date(2019, 9, 30))

    assert problem is not None
    assert problem.lowest == 0
    assert problem.highest == 300


def test_a_test_that_is_not_accepted_has_no_impossible_scores() -> None:
    assert check_score("toefl_ibt", "reading", 117) is None


def test_a_score_that_is_missing_has_no_level() -> None:
    scores = {"listening": "8", "writing": None}

    assert levels("ielts_general_training", scores) == {"listening": 9, "writing": None}


def test_a_tef_score_without_a_date_has_a_level_only_where_all_scales_agree() -> None:
    assert levels("tef_canada", {"writing": 310}) == {"writing": None}
    assert levels("tef_canada", {"writing": 310}, date(2019, 9, 30)) == {"writing": 7}
    assert levels("tef_canada", {"writing": 310}, date(2023, 12, 10)) == {"writing": 4}
    assert levels("tef_canada", {"writing": 650}) == {"writing": 10}


def test_levels_of_an_impossible_score_are_an_error() -> None:
    with pytest.raises(ValueError, match="is not a score of celpip_general listening"):
        levels("celpip_general", {"listening": 13})


def test_the_lowest_score_for_a_level_is_that_of_the_chart() -> None:
    today = date(2026, 11, 22)

    assert lowest_score("ielts_general_training", "reading", 5, today) == 4
    assert lowest_score("tcf_canada", "reading", 5, today) == 375
    assert lowest_score("tef_canada", "writing", 7, today) == 428
