"""Reads the four scores of a test, CLB levels and an overall figure from untidy messages.

Scores are read only where the wording tells the skill: figures in a row without labels or a named
order are left to whoever knows what was asked. A score the test cannot give is still read as
written: the law says what is possible, and the person is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from nlu.facts import SKILLS, Fact
from nlu.named_tests import TestMention
from nlu.score_pairs import EVERY, OVERALL, REST, Item, Pair, pair
from nlu.score_telling import Telling
from nlu.score_tokens import Kind
from nlu.text import Text

#: More than one sitting is told: which figure is the newest must be asked.
_RETAKEN: Final = re.compile(
    r"\b(?:first|1st|second|2nd|third|3rd|last|previous|earlier|another|old|new) "
    r"(?:attempt|time|try|test|exam|result|score)s?\b|\bretak\w+|\bagain\b"
)
_LETTERS_TOGETHER: Final = 2
_FEW_WORDS: Final = 2
#: Figures that "in all" may give a test's scores for without naming the test.
_IN_ALL: Final = (Decimal(4), Decimal(12))


def read_scores(text: Text, tests: Sequence[TestMention], is_idle: Callable[[int], bool]) -> list[Fact]:
    """Facts of the kinds scores, clb and overall, in the order told.

    tests: the tests that the message names. is_idle: True for an offset at which nothing is stated.
    """
    telling = Telling.of(text, tests, is_idle)
    facts: list[Fact] = []
    if telling.figures:
        scores = _Reading(telling, telling.figures)
        facts += [*scores.scores(), *scores.overall()]
    if telling.levels:
        facts += _Reading(telling, telling.levels).levels()
    return sorted(facts, key=lambda fact: fact.start)


class _Reading:
    """One pass over a telling, with the figures that are meant: scores, or levels."""

    def __init__(self, telling: Telling, figures: Collection[int]) -> None:
        self._telling = telling
        items = list(telling.items(figures))
        self._pairs, self._others = pair(items, telling.tokens)
        bound = {one.figure.at for one in self._pairs}
        self._unbound = [
            item for item in items if item.is_figure and item.at not in bound and not item.token.may_be_day
        ]
        self._excepted = telling.excepted()

    def scores(self) -> list[Fact]:
        """The scores told by skill: one fact, or several where a skill has more than one figure."""
        best = self._by_skill(self._pairs)
        if not best or not self._is_credible():
            return []
        facts = [self._fact(group) for group in best]
        if self._others is not None and len(best) == 1:
            facts[0] = self._with_other_reading(facts[0], self._others)
        retaken = self._unbound and _RETAKEN.search(self._telling.text.folded)
        if (retaken or len(facts) > 1) and not self._telling.has_two_tests:
            facts = [replace(fact, ambiguous=True) for fact in facts]
        return facts

    def levels(self) -> list[Fact]:
        """CLB levels; one level for no skill by name may be a minimum only, and is ambiguous."""
        named = [one for one in self._pairs if one.label.label != OVERALL]
        if not named:
            return self._unnamed_levels()
        if all(one.label.label == EVERY for one in named):
            figure = named[0].figure
            start, end = _span((named[0].label, figure))
            fact = Fact("clb", {"all": figure.value}, start, end, figure.token.inexact)
            return [replace(fact, start=self._telling.start_of_level(start))]
        facts = [replace(self._fact(group), kind="clb") for group in self._by_skill(named)]
        return [replace(f, start=self._telling.start_of_level(f.start)) for f in facts]

    def overall(self) -> list[Fact]:
        """The figure for the whole test: called overall, or standing alone beside its name."""
        told = [one for one in self._pairs if one.label.label == OVERALL]
        if told:
            start, end = _span((told[0].label, told[0].figure))
            return [Fact("overall", {"overall": told[0].figure.value}, start, end)]
        if self._excepted or len(self._unbound) != 1:
            return []
        item, telling = self._unbound[0], self._telling
        alone = item.token.kind is Kind.NUMBER and not telling.is_in_a_row(item.at)
        if not alone or not telling.is_beside_a_test(item.at):
            return []
        return [Fact("overall", {"overall": item.value}, item.token.start, item.token.end)]

    def _unnamed_levels(self) -> list[Fact]:
        """ "CLB 7" may be a minimum only; "CLB 9 9 8 7" is in an order that nobody said."""
        figures = self._unbound or [one.figure for one in self._pairs]
        if len(figures) not in (1, len(SKILLS)):
            return []
        values = [item.value for item in figures]
        told = dict(zip(SKILLS, values, strict=True)) if len(values) > 1 else {"all": values[0]}
        start = self._telling.start_of_level(figures[0].token.start)
        return [Fact("clb", told, start, figures[-1].token.end, ambiguous=True)]

    def _by_skill(self, pairs: Sequence[Pair]) -> list[dict[str, Pair]]:
        """Each skill's figure, with "all" and "the rest" filled in.

        A new group begins where a skill is told again with another figure.
        """
        groups: list[dict[str, Pair]] = [{}]
        for one in sorted(pairs, key=lambda one: one.label.token.start):
            name = one.label.label
            if name not in SKILLS:
                continue
            if name in groups[-1] and groups[-1][name].figure.value != one.figure.value:
                groups.append({})
            groups[-1][name] = one
        self._fill(groups[-1], pairs)
        return [group for group in groups if group]

    def _fill(self, group: dict[str, Pair], pairs: Sequence[Pair]) -> None:
        wide = [one for one in pairs if one.label.label in (EVERY, REST)]
        if self._excepted and not wide and len(self._unbound) == 1:
            # "CLB 9 except writing 8": the lone figure is for all the others.
            wide = [Pair(replace(self._unbound[0], label=EVERY), self._unbound[0])]
        for one in wide:
            if one.label.label == REST and not group:
                continue
            for skill in SKILLS:
                if skill not in self._excepted:
                    group.setdefault(skill, one)

    def _fact(self, group: Mapping[str, Pair]) -> Fact:
        value = {skill: group[skill].figure.value for skill in SKILLS if skill in group}
        others = {s: one.figure.token.other for s, one in group.items() if one.figure.token.other}
        doubted = any(one.loose or one.figure.token.inexact for one in group.values())
        start, end = _span([item for one in group.values() for item in (one.label, one.figure)])
        readings = (value, {**value, **others}) if others else ()
        old = self._replaced(group) or None
        return Fact("scores", value, start, end, doubted or bool(others), readings, replaces=old)

    def _replaced(self, group: Mapping[str, Pair]) -> dict[str, str]:
        """The old score of a skill, where it is taken back beside the new one."""
        old: dict[str, str] = {}
        for at, token in enumerate(self._telling.tokens):
            if token.kind is Kind.OLD:
                skill, one = min(group.items(), key=lambda entry: abs(entry[1].figure.at - at))
                if one.label.label in SKILLS:
                    old[skill] = token.value
        return old

    def _with_other_reading(self, fact: Fact, pairs: Sequence[Pair]) -> Fact:
        groups = self._by_skill(pairs)
        other = self._fact(groups[0]) if len(groups) == 1 else fact
        if other.value == fact.value:
            return fact
        readings = (fact.value, other.value)
        end = max(fact.end, other.end)
        return replace(fact, ambiguous=True, readings=readings, end=end)

    def _is_credible(self) -> bool:
        """False for a letter or two, an "all" or a day of the month that only look like scores."""
        if all(one.figure.token.may_be_day for one in self._pairs):
            return False
        labels = [one.label for one in self._pairs if one.label.label != OVERALL]
        if all(label.label == EVERY for label in labels) and self._may_be_scores():
            return True
        skills = [label for label in labels if label.label in SKILLS]
        if any(not label.token.weak for label in skills):
            return True
        together = len({label.label for label in skills}) >= _LETTERS_TOGETHER
        return together or self._telling.speaks_of_scores()

    def _may_be_scores(self) -> bool:
        """ "7 in all, I think": hardly a word besides, and a figure that a test gives."""
        least, most = _IN_ALL
        figures = [Decimal(one.figure.value) for one in self._pairs]
        return self._telling.words() <= _FEW_WORDS and all(least <= f <= most for f in figures)


def _span(items: Iterable[Item]) -> tuple[int, int]:
    spans = [(item.token.start, item.token.end) for item in items]
    return min(start for start, _ in spans), max(end for _, end in spans)
