"""The figures of the law by day: every number of the rules, its source, the day it was checked.

Each parameter is one YAML file in this folder, each language test one in ``scores/``. To change a
rule, close the value that ends (``valid_to``) and add the one that follows, with its citation. The
regulation was read as consolidated to June 2026; ``last_verified`` is the day on which each figure
was last held against its source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from cec.parameters import checks
from cec.parameters.checks import SKILLS, ScoreTable, WorkExclusion
from cec.parameters.loader import Citation, Dated, Parameter, ParameterError, parameter, read, text

__all__ = [
    "SKILLS", "Citation", "Dated", "Figures", "Parameter", "ParameterError", "Test",
    "all_parameters", "by_day", "first_day", "load_figures", "load_tests", "on", "periods", "tests",
]  # fmt: skip

_FOLDER: Final = Path(__file__).parent
_CHECKS: Final[Mapping[str, Callable[[Any, str], Any]]] = {
    "window_years": checks.whole,
    "full_time_hours_per_week": checks.whole,
    "required_hours": checks.whole,
    "countable_teers": checks.teers,
    "restricted_occupations": checks.unit_groups,
    "language_level_by_teer": checks.level_by_teer,
    "result_validity_years": checks.whole,
    "accepted_tests": checks.names,
    "unaccepted_tests": checks.texts_by_name,
    "work_exclusions": checks.exclusions,
    "inadmissibility_grounds": checks.texts_by_name,
    "physician_unit_groups": checks.unit_groups,
}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that hold on one day.

    sources: the dated value behind each by its name: with ``citation`` and ``last_verified``.
    """

    window_years: int
    full_time_hours_per_week: int
    required_hours: int
    countable_teers: tuple[int, ...]
    restricted_occupations: frozenset[str]
    language_level_by_teer: Mapping[int, int]
    result_validity_years: int
    accepted_tests: tuple[str, ...]
    unaccepted_tests: Mapping[str, str]
    work_exclusions: Mapping[str, WorkExclusion]
    inadmissibility_grounds: Mapping[str, str]
    physician_unit_groups: frozenset[str]
    sources: Mapping[str, Dated[Any]]

    def countable(self, noc: str) -> bool:
        """Whether work in this unit group can count: its TEER is the second digit of the code."""
        return int(noc[1]) in self.countable_teers and noc not in self.restricted_occupations

    def level_for(self, noc: str) -> int:
        """The CLB or NCLC level this unit group asks for; KeyError if its TEER does not count."""
        return self.language_level_by_teer[int(noc[1])]


@dataclass(frozen=True, slots=True)
class Test:
    """A language test: its printed name, its language, its score tables by the day of the test."""

    __test__ = False  # the name of the thing, not a test case
    id: str
    name: str
    language: str
    tables: Parameter[ScoreTable]


def on(day: date) -> Figures:
    """The figures that hold on ``day``. Raises LookupError before ``first_day()``."""
    starts, figures = _periods()
    position = bisect_right(starts, day) - 1
    if position < 0:
        raise LookupError(f"the figures are known from {starts[0]} on, not for {day}")
    return figures[position]


def periods(first: date, last: date) -> Iterator[tuple[date, date, Figures]]:
    """The days from ``first`` to ``last`` as (first, last, figures) for each set of figures.

    Raises LookupError as ``on`` does.
    """
    while first <= last:
        figures = on(first)
        changes = [day for day in _periods()[0] if first < day <= last]
        until = changes[0] - timedelta(days=1) if changes else last
        yield first, until, figures
        first = until + timedelta(days=1)


def first_day() -> date:
    """The first day for which every figure is known."""
    return _periods()[0][0]


@cache
def all_parameters() -> Mapping[str, Parameter[Any]]:
    """Every parameter by its id. ParameterError where a file is wrong, missing or unknown."""
    return load_figures(_FOLDER)


@cache
def tests() -> Mapping[str, Test]:
    """Every language test with a score table, by its id."""
    return load_tests(_FOLDER / "scores")


def load_figures(folder: Path) -> Mapping[str, Parameter[Any]]:
    """The parameters in ``folder``, one file each."""
    found = {path.stem for path in folder.glob("*.yml")}
    for name in sorted(found - set(_CHECKS)):
        advice = "name it in _CHECKS or remove it"
        raise ParameterError(f"{folder / name}.yml: is not a parameter the rules know; {advice}")
    for name in sorted(set(_CHECKS) - found):
        raise ParameterError(f"{folder / name}.yml: is missing; restore it")
    loaded = {name: parameter(folder / f"{name}.yml", check) for name, check in _CHECKS.items()}
    for name, loaded_one in loaded.items():
        if loaded_one.values[0].valid_from is None:
            place = f"{folder / name}.yml: values[0].valid_from"
            raise ParameterError(f"{place}: must be the first day it is known for")
    return loaded


def load_tests(folder: Path) -> Mapping[str, Test]:
    """The language tests in ``folder``, one file each."""
    loaded = {}
    for path in sorted(folder.glob("*.yml")):
        tables = parameter(path, checks.score_table, extra=("name", "language"))
        content = read(path)
        name, language = (text(content[key], f"{path}: {key}") for key in ("name", "language"))
        loaded[path.stem] = Test(path.stem, name, language, tables)
    return loaded


@cache
def _periods() -> tuple[list[date], list[Figures]]:
    return by_day(all_parameters(), tests())


def by_day(parameters: Mapping[str, Parameter[Any]], tests: Mapping[str, Test]) -> tuple[list[date], list[Figures]]:
    """The days on which any figure changes, and the figures from each of them on.

    Raises ParameterError where figures of the same day contradict each other.
    """
    starts = {value.valid_from for one in parameters.values() for value in one.values}
    known_from = max(one.values[0].valid_from or date.min for one in parameters.values())
    days = sorted(day for day in starts if day is not None and day >= known_from)
    figures = [_figures(parameters, day) for day in days]
    for day, found in zip(days, figures, strict=True):
        _refuse_contradictions(found, tests, day)
    return days, figures


def _figures(parameters: Mapping[str, Parameter[Any]], day: date) -> Figures:
    sources = {name: one.on(day) for name, one in parameters.items()}
    return Figures(**{name: source.value for name, source in sources.items()}, sources=sources)


def _refuse_contradictions(figures: Figures, tests: Mapping[str, Test], day: date) -> None:
    for test in figures.accepted_tests:
        if test not in tests:
            advice = f"add scores/{test}.yml"
            raise ParameterError(f"accepted_tests.yml: {test}: no score table on {day}; {advice}")
        if test in figures.unaccepted_tests:
            advice = "take it out of unaccepted_tests.yml from then on"
            raise ParameterError(f"accepted_tests.yml: {test}: accepted from {day}; {advice}")
    for teer in figures.countable_teers:
        if teer not in figures.language_level_by_teer:
            place = f"language_level_by_teer.yml: {teer}"
            raise ParameterError(f"{place}: is missing on {day}, when that TEER counts; add it")
