"""The dated figures of the law: each has its source, and a file that could mislead is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from cec import parameters
from cec.parameters import ParameterError, load_figures, load_tests

FOLDER = Path(parameters.__file__).parent
TODAY = date(2026, 11, 22)


def test_the_figures_of_today_are_those_of_the_law() -> None:
    figures = parameters.on(TODAY)

    assert figures.required_hours == 1560
    assert figures.full_time_hours_per_week == 30
    assert figures.window_years == 3
    assert figures.result_validity_years == 2
    assert figures.countable_teers == (0, 1, 2, 3)
    assert figures.language_level_by_teer == {0: 7, 1: 7, 2: 5, 3: 5}
    assert set(figures.accepted_tests) == {
        "ielts_general_training", "celpip_general", "pte_core", "tef_canada", "tcf_canada",
    }  # fmt: skip


def test_pte_core_is_accepted_from_30_january_2024() -> None:
    assert "pte_core" not in parameters.on(date(2024, 1, 29)).accepted_tests
    assert "pte_core" in parameters.on(date(2024, 1, 30)).accepted_tests


def test_the_policy_for_physicians_holds_from_25_april_2023() -> None:
    assert not parameters.on(date(2023, 4, 24)).physician_unit_groups
    assert "31102" in parameters.on(date(2023, 4, 25)).physician_unit_groups


def test_there_are_no_figures_before_the_first_day() -> None:
    first = parameters.first_day()

    assert parameters.on(first).required_hours == 1560
    with pytest.raises(LookupError, match="known from 2013-01-02"):
        parameters.on(first - timedelta(days=1))


def test_periods_part_a_span_where_a_figure_changes() -> None:
    parts = [(a, b) for a, b, _ in parameters.periods(date(2023, 1, 1), date(2024, 12, 31))]

    assert parts == [
        (date(2023, 1, 1), date(2023, 4, 24)),
        (date(2023, 4, 25), date(2024, 1, 29)),
        (date(2024, 1, 30), date(2024, 12, 31)),
    ]


def test_every_figure_has_a_source_and_the_day_it_was_checked() -> None:
    for parameter in (*parameters.all_parameters().values(), *_tables()):
        for value in parameter.values:
            assert value.citation.provision
            assert value.citation.url.startswith("https://")
            assert value.last_verified >= date(2026, 11, 22)


def _tables() -> list[parameters.Parameter]:  # type: ignore[type-arg]
    return [test.tables for test in parameters.tests().values()]


# Files that a later editor may get wrong: each is refused with its name, the key, and what to do.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "parameters"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__", "process", "*.py"))
    return copy


def _replace(old: str, new: str) -> Callable[[str], str]:
    def edit(content: str) -> str:
        assert old in content
        return content.replace(old, new, 1)

    return edit


FIGURES = [
    ("window_years", _replace("unit:", "units:"), "units: is not a known key; use one of description"),
    ("window_years", _replace("unit: years\n", ""), "unit: is missing; add it"),
    ("window_years", _replace("unit: years", "unit:"), "unit: must be text that is not empty"),
    ("window_years", _replace("value: 3", "value: three"), "values[0].value: must be a whole number"),
    ("window_years", _replace("value: 3", "value: 0"), "must be a whole number above 0, not 0"),
    ("window_years", _replace("    value: 3\n", ""), "values[0]: value: is missing"),
    ("window_years", _replace("    last_verified: 2026-11-22\n", ""), "last_verified: is missing"),
    ("window_years", _replace("2026-11-22", "2026-11-31"), "last_verified: must be a day written as"),
    ("window_years", _replace("2026-11-22", "November"), "must be a day written as YYYY-MM-DD"),
    ("window_years", _replace("      provision: 87.1(2)(a)\n", ""), "citation: provision: is missing"),
    ("window_years", _replace("https://", "http://"), "citation.url: must be the https address"),
    ("window_years", _replace("valid_from: 2013-01-02", "valid_from: null"), "must be the first day"),
    ("window_years", _replace("valid_to: null", "valid_to: 2030-01-01"), "must stay open (null)"),
    ("window_years", _replace("values:", "values: []\nvalue:"), "value: is not a known key"),
    ("window_years", _replace("value: 3", "value: [3"), "is not valid YAML"),
    ("window_years", _replace("value: 3", "value: 3\n    value: 4"), "the key 'value' is there twice"),
    ("accepted_tests", _replace("2024-01-29", "2024-01-30"), "values[1].valid_from: overlaps the value before; use 2024-01-31"),  # fmt: skip
    ("accepted_tests", _replace("2024-01-29", "2024-01-28"), "values[1].valid_from: leaves a gap after the value before; use 2024-01-29"),  # fmt: skip
    ("accepted_tests", _replace("valid_to: 2024-01-29", "valid_to: null"), "close that one with valid_to"),  # fmt: skip
    ("accepted_tests", _replace("valid_to: 2024-01-29", "valid_to: 2012-01-01"), "is before valid_from"),  # fmt: skip
    ("accepted_tests", _replace("value: [ielts_general_training", "value: [3"), "values[0].value[0]: must be text"),  # fmt: skip
    ("countable_teers", _replace("[0, 1, 2, 3]", "[0, 1, 2, 6]"), "must be a list of TEER categories"),
    ("physician_unit_groups", _replace('"31100"', "31100"), "five-digit NOC codes in quotes"),
    ("language_level_by_teer", _replace("3: 5", "8: 5"), "8: must be a TEER category"),
    ("language_level_by_teer", _replace("3: 5", "3: high"), "value.3: must be a whole number"),
    ("unaccepted_tests", _replace("not_approved", "[]"), "value.ielts_academic: must be text"),
    ("work_exclusions", _replace("periods: true", "period: true"), "full_time_study: period: is not a known key"),  # fmt: skip
    ("work_exclusions", _replace("periods: true", "periods: 1"), "must be true or false"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "edit", "message"), FIGURES, ids=[m for _, _, m in FIGURES])
def test_a_wrong_figure_is_refused_by_file_and_key(
    folder: Path, name: str, edit: Callable[[str], str], message: str
) -> None:
    path = folder / f"{name}.yml"
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(ParameterError) as refusal:
        load_figures(folder)
    assert str(path) in str(refusal.value)
    assert message in str(refusal.value)


TABLES = [
    ("celpip_general", _replace("7: {listening: 7", "7: {listening: 8"), "minimum.8.listening: must be above the minimum of the level below"),  # fmt: skip
    ("celpip_general", _replace("7: {listening: 7", "7: {listening: 7.5"), "7.5 is not a score that"),
    ("celpip_general", _replace("7: {listening: 7, ", "7: {"), "minimum.7: listening: is missing"),
    ("celpip_general", _replace("7: {listening: 7", "7: {listening: x"), "must be a number"),
    ("celpip_general", _replace("listening: [0, 12, 1]", "listening: [0, 12]"), "must be [lowest, highest, step]"),  # fmt: skip
    ("celpip_general", _replace("listening: [0, 12, 1]", "listening: [0, 12, 5]"), "whole steps above the lowest"),  # fmt: skip
    ("celpip_general", _replace("      minimum:", "      minima:"), "minima: is not a known key"),
    ("celpip_general", _replace("language: english\n", ""), "language: is missing"),
    ("tef_canada", _replace("valid_from: 2019-10-01", "valid_from: 2019-10-02"), "leaves a gap"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "edit", "message"), TABLES, ids=[m for _, _, m in TABLES])
def test_a_wrong_score_table_is_refused_by_file_and_key(
    folder: Path, name: str, edit: Callable[[str], str], message: str
) -> None:
    path = folder / "scores" / f"{name}.yml"
    path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")

    with pytest.raises(ParameterError) as refusal:
        load_tests(folder / "scores")
    assert str(path) in str(refusal.value)
    assert message in str(refusal.value)


def test_a_missing_figure_is_named(folder: Path) -> None:
    (folder / "window_years.yml").unlink()

    with pytest.raises(ParameterError, match=r"window_years\.yml: is missing; restore it"):
        load_figures(folder)


def test_a_figure_that_no_rule_uses_is_named(folder: Path) -> None:
    shutil.copy(folder / "window_years.yml", folder / "window_year.yml")

    with pytest.raises(
        ParameterError, match=r"window_year\.yml: is not a parameter the rules know"
    ):
        load_figures(folder)


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "window_years.yml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ParameterError, match=r"window_years\.yml: cannot be read"):
        load_figures(folder)
