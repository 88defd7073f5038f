"""What each parameter may hold: the shapes behind the names, checked when the files are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, TypeVar

from cec.parameters.loader import ParameterError, keys, mapping, text

SKILLS: Final = ("listening", "reading", "writing", "speaking")
T = TypeVar("T")
_NOC: Final = re.compile(r"[0-9][0-5][0-9]{3}")


@dataclass(frozen=True, slots=True)
class WorkExclusion:
    """Why days do not count: the provision, and whether it can be said of a part of a job."""

    provision: str
    periods: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The scores one skill can give: from ``lowest`` to ``highest`` in steps of ``step``."""

    lowest: Decimal
    highest: Decimal
    step: Decimal

    def gives(self, score: Decimal) -> bool:
        return self.lowest <= score <= self.highest and (score - self.lowest) % self.step == 0


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """One test over one span of test dates.

    rows: for each skill the levels with the lowest score of each, from the top down.
    """

    possible: Mapping[str, Scale]
    rows: Mapping[str, tuple[tuple[int, Decimal], ...]]

    def level(self, skill: str, score: Decimal) -> int:
        """The highest level whose minimum the score reaches; 0 below the lowest row."""
        for level, minimum in self.rows[skill]:
            if score >= minimum:
                return level
        return 0

    def lowest_score(self, skill: str, level: int) -> Decimal:
        """The lowest score that gives at least ``level`` in ``skill``."""
        return min(minimum for reached, minimum in self.rows[skill] if reached >= level)


def whole(value: Any, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise ParameterError(f"{place}: must be a whole number above 0, not {value!r}")
    return value


def teers(value: Any, place: str) -> tuple[int, ...]:
    if not isinstance(value, list) or not all(_is_teer(t) for t in value):
        raise ParameterError(f"{place}: must be a list of TEER categories, 0 to 5")
    return tuple(value)


def _is_teer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 5


def unit_groups(value: Any, place: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(c, str) and _NOC.fullmatch(c) for c in value):
        raise ParameterError(f'{place}: must be a list of five-digit NOC codes in quotes, such as "63200"')
    return frozenset(value)


def level_by_teer(value: Any, place: str) -> Mapping[int, int]:
    for teer, level in mapping(value, place).items():
        if not _is_teer(teer):
            raise ParameterError(f"{place}: {teer!r}: must be a TEER category, 0 to 5")
        whole(level, f"{place}.{teer}")
    return dict(value)


def names(value: Any, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ParameterError(f"{place}: must be a list of names that is not empty")
    return tuple(text(name, f"{place}[{i}]") for i, name in enumerate(value))


def texts_by_name(value: Any, place: str) -> Mapping[str, str]:
    return {key: text(item, f"{place}.{key}") for key, item in mapping(value, place).items()}


def exclusions(value: Any, place: str) -> Mapping[str, WorkExclusion]:
    found = {}
    for reason, item in mapping(value, place).items():
        keys(mapping(item, f"{place}.{reason}"), f"{place}.{reason}", ("provision", "periods"))
        if not isinstance(item["periods"], bool):
            raise ParameterError(f"{place}.{reason}.periods: must be true or false")
        provision = text(item["provision"], f"{place}.{reason}.provision")
        found[reason] = WorkExclusion(provision, item["periods"])
    return found


def score_table(value: Any, place: str) -> ScoreTable:
    keys(mapping(value, place), place, ("possible", "minimum"))
    possible = _by_skill(value["possible"], f"{place}.possible", _scale)
    minimum = mapping(value["minimum"], f"{place}.minimum")
    levels = sorted((whole(level, f"{place}.minimum") for level in minimum), reverse=True)
    by_level = {level: _by_skill(minimum[level], f"{place}.minimum.{level}", _number) for level in levels}
    rows = {skill: tuple((level, by_level[level][skill]) for level in levels) for skill in SKILLS}
    for skill, steps in rows.items():
        for (level, score), (_, lower) in zip(steps, [*steps[1:], (0, Decimal(-1))], strict=True):
            where = f"{place}.minimum.{level}.{skill}"
            if not possible[skill].gives(score):
                raise ParameterError(f"{where}: {score} is not a score that {place}.possible.{skill} allows")
            if score <= lower:
                raise ParameterError(f"{where}: must be above the minimum of the level below")
    return ScoreTable(possible, rows)


def _by_skill(value: Any, place: str, check: Callable[[Any, str], T]) -> dict[str, T]:
    keys(mapping(value, place), place, SKILLS)
    return {skill: check(value[skill], f"{place}.{skill}") for skill in SKILLS}


def _scale(value: Any, place: str) -> Scale:
    if not isinstance(value, list) or len(value) != 3:
        raise ParameterError(f"{place}: must be [lowest, highest, step]")
    scale = Scale(*(_number(item, f"{place}[{i}]") for i, item in enumerate(value)))
    if scale.step <= 0 or not scale.gives(scale.highest):
        raise ParameterError(f"{place}: the highest score must be whole steps above the lowest")
    return scale


def _number(value: Any, place: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
        raise ParameterError(f"{place}: must be a number that is not negative, not {value!r}")
    return Decimal(str(value))
