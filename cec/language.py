"""Language test scores: which a test can give, and the CLB or NCLC level each one is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from cec import parameters
from cec.parameters import SKILLS
from cec.parameters.checks import ScoreTable

__all__ = [
    "SKILLS",
    "ScoreProblem",
    "check_score",
    "highest_score",
    "level_range",
    "levels",
    "looks_like_another_scale",
    "lowest_score",
]

#: So many levels more on another scale in every skill: then the numbers are more likely of that one.
_LEVELS_APART: Final = 2

_NUMBER: Final = re.compile(r"[0-9]{1,4}([.][0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class ScoreProblem:
    """A score that the test cannot give, and what it can.

    That is ``lowest`` to ``highest`` in steps of ``step``.
    """

    test: str
    skill: str
    value: str
    lowest: Decimal
    highest: Decimal
    step: Decimal

    @property
    def message(self) -> str:
        name = parameters.tests()[self.test].name
        kind = "whole numbers" if self.step == 1 else f"steps of {self.step}"
        possible = f"{name} {self.skill} is {self.lowest} to {self.highest} in {kind}"
        return f"{possible}; {self.value} is not possible"


def check_score(test: str, skill: str, value: Decimal | int | str, date: date | None = None) -> ScoreProblem | None:
    """What is wrong with a score, or None where the test can give it.

    date: the day of the test. Without it a score is fine that any scale of the test could give;
        TEF Canada has had three.
    A test that is not accepted has no score table, and so no problem scores.
    """
    if test not in parameters.tests():
        return None
    scales = [table.possible[skill] for table in _tables(test, date)]
    score = _decimal(value)
    if score is not None and any(scale.gives(score) for scale in scales):
        return None
    latest = scales[-1]
    return ScoreProblem(test, skill, str(value), latest.lowest, latest.highest, latest.step)


def levels(
    test: str, scores: Mapping[str, Decimal | int | str | None], date: date | None = None
) -> dict[str, int | None]:
    """The CLB or NCLC level of each skill in ``scores``.

    None where the score is None, or where the level hangs on the date and that is not known.
    Raises KeyError for a test that is not accepted, ValueError for a score that the test cannot
    give.
    """
    found: dict[str, int | None] = {}
    for skill, score in scores.items():
        reached = set() if score is None else {*level_range(test, skill, score, date)}
        found[skill] = reached.pop() if len(reached) == 1 else None
    return found


def level_range(test: str, skill: str, value: Decimal | int | str, date: date | None) -> tuple[int, int]:
    """The lowest and the highest level the score may be; they differ only without a date."""
    score = _decimal(value)
    reached = [
        table.level(skill, score)
        for table in _tables(test, date)
        if score is not None and table.possible[skill].gives(score)
    ]
    if not reached:
        raise ValueError(f"{value!r} is not a score of {test} {skill}")
    return min(reached), max(reached)


def lowest_score(test: str, skill: str, level: int, date: date) -> Decimal:
    """The lowest score in ``skill`` that gives at least ``level`` in a test taken on ``date``."""
    return parameters.tests()[test].tables.on(date).value.lowest_score(skill, level)


def looks_like_another_scale(test: str, scores: Mapping[str, Decimal | int | str], date: date | None) -> bool:
    """Whether all four scores of a test taken on ``date`` read like numbers of a scale that was used before.

    TEF Canada prints more than one number for a skill, and its old scale is still quoted on many pages: 280 for
    listening was NCLC 8 before October 2019, and is below NCLC 4 now. Without a date: held against today's scale.
    """
    if test not in parameters.tests() or set(scores) != set(SKILLS):
        return False
    numbers = {skill: _decimal(value) for skill, value in scores.items()}
    every = _tables(test, None)
    present = every[-1] if date is None else _tables(test, date)[0]
    return any(
        all(
            number is not None
            and table.possible[skill].gives(number)
            and table.level(skill, number) >= present.level(skill, number) + _LEVELS_APART
            for skill, number in numbers.items()
        )
        for table in every
        if table is not present
    )


def highest_score(test: str) -> Decimal:
    """The highest score that the test gives in any skill, on the scale in use now."""
    return max(scale.highest for scale in _tables(test, None)[-1].possible.values())


def _tables(test: str, day: date | None) -> list[ScoreTable]:
    tables = parameters.tests()[test].tables
    return [dated.value for dated in tables.values] if day is None else [tables.on(day).value]


def _decimal(value: Decimal | int | str) -> Decimal | None:
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return Decimal(value) if isinstance(value, int) or _NUMBER.fullmatch(value) else None
