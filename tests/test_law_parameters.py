"""The dated figures of the law: each has its source, and a file that could mislead is refused."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from cec import parameters, yaml_text
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


WRONG = yaml_text.load((Path(__file__).parent / "law/parameters/wrong.yml").read_text("utf-8"))


@pytest.mark.parametrize("slip", WRONG, ids=[f"{s['file']}: {s['refused']}" for s in WRONG])
def test_a_wrong_file_is_refused_by_file_and_key(folder: Path, slip: dict[str, str]) -> None:
    path = folder / slip["file"]
    content = path.read_text(encoding="utf-8")
    assert slip["replace"] in content
    path.write_text(content.replace(slip["replace"], slip["by"], 1), encoding="utf-8")

    with pytest.raises(ParameterError) as refusal:
        load_tests(folder / "scores") if path.parent.name == "scores" else load_figures(folder)
    assert str(path) in str(refusal.value)
    assert slip["refused"] in str(refusal.value)


def test_a_missing_figure_is_named(folder: Path) -> None:
    (folder / "window_years.yml").unlink()

    with pytest.raises(ParameterError, match=r"window_years\.yml: is missing; restore it"):
        load_figures(folder)


def test_a_figure_that_no_rule_uses_is_named(folder: Path) -> None:
    shutil.copy(folder / "window_years.yml", folder / "window_year.yml")

    with pytest.raises(ParameterError, match=r"window_year\.yml: is not a parameter the rules know"):
        load_figures(folder)


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "window_years.yml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ParameterError, match=r"window_years\.yml: cannot be read"):
        load_figures(folder)


CONTRADICTIONS = [
    ("accepted_tests.yml", "tcf_canada]", "tcf_new]", "tcf_new: no score table on 2013-01-02"),
    ("accepted_tests.yml", "tcf_canada]", "tcf_canada, tefaq]", "tefaq: no score table"),
    ("unaccepted_tests.yml", "tefaq:", "tef_canada:", "tef_canada: accepted from 2013-01-02"),
    ("countable_teers.yml", "[0, 1, 2, 3]", "[0, 1, 2, 3, 4]", "4: is missing on 2013-01-02"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), CONTRADICTIONS)
def test_figures_that_contradict_each_other_are_refused(
    folder: Path, name: str, old: str, new: str, message: str
) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ParameterError) as refusal:
        parameters.by_day(load_figures(folder), load_tests(folder / "scores"))
    assert message in str(refusal.value)
