"""Reads the four scores of a test, CLB levels and an overall figure from untidy messages.

Scores are read only where the wording tells the skill: figures in a row without labels or a named
order are left to whoever knows what was asked. A score the test cannot give is still read as
written: the law says what is possible, and the person is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from nlu.contrasts import rejected
from nlu.facts import SKILLS, Fact
from nlu.named_tests import TestMention
from nlu.score_figures import figures_of_levels, prepared
from nlu.score_pairs import EVERY, OVERALL, REST, Item, Pair, pair
from nlu.score_tokens import Kind, Token, tokens
from nlu.text import Text

_LABELS: Final = {Kind.EVERY: EVERY, Kind.REST: REST, Kind.OVERALL: OVERALL}
#: More than one sitting is told: which figure is the newest must be asked.
_RETAKEN: Final = re.compile(
    r"\b(?:first|1st|second|2nd|third|3rd|last|previous|earlier|another|old|new) "
    r"(?:attempt|time|try|test|exam|result|score)s?\b|\bretak\w+|\bagain\b"
)
_LETTERS_TOGETHER: Final = 2
_FEW_WORDS: Final = 2
#: Nobody tells scores with more figures than this; a longer list is something else.
_MOST_FIGURES: Final = 80
#: Figures that "in all" may give a test's scores for without naming the test.
_IN_ALL: Final = (Decimal(4), Decimal(12))
_LEVEL_WORDS: Final = (Kind.CLB, Kind.GLUE, Kind.TO_NUMBER, Kind.TO_SKILL, Kind.INEXACT)


@dataclass(frozen=True, slots=True)
class _Telling:
    """The tokens of a message, and which of its figures are CLB levels."""

    text: Text
    tokens: Sequence[Token]
    tests: Sequence[TestMention]

    @property
    def speaks_of_scores(self) -> bool:
        """True where "all 7" can only be about a test."""
        kinds = {token.kind for token in self.tokens if not token.weak}
        said = any(word in self.text.folded for word in ("score", "band", "result", "marks"))
        return (
            bool(self.tests)
            or bool(kinds & {Kind.SKILL, Kind.CLB, Kind.OVERALL})
            or said
            or Kind.WORD not in kinds
        )


def read_scores(
    text: Text, tests: Sequence[TestMention], is_idle: Callable[[int], bool]
) -> list[Fact]:
    """Facts of the kinds scores, clb and overall, in the order told. What ``is_idle`` holds of an offset is left out."""
    found = prepared(tokens(text), tests, rejected(text.folded))
    telling = _Telling(text, found, tests)
    levels = figures_of_levels(found)
    scores = _Reading(telling, [at for at in _figures(found, is_idle) if at not in levels], is_idle)
    facts = [*scores.scores(), *scores.overall()]
    if levels:
        of_levels = _Reading(
            telling, [at for at in _figures(found, is_idle) if at in levels], is_idle
        )
        facts += of_levels.levels()
    return sorted(facts, key=lambda fact: fact.start)


def _figures(found: Sequence[Token], is_idle: Callable[[int], bool]) -> list[int]:
    kinds = (Kind.NUMBER, Kind.DIGITS)
    figures = [
        at for at, token in enumerate(found) if token.kind in kinds and not is_idle(token.start)
    ]
    return figures if len(figures) <= _MOST_FIGURES else []


class _Reading:
    """One pass over a telling, with the figures that are meant: scores, or levels."""

    def __init__(
        self, telling: _Telling, figures: Sequence[int], is_idle: Callable[[int], bool]
    ) -> None:
        self._telling, self._tokens = telling, telling.tokens
        items = list(_items(telling.tokens, frozenset(figures), is_idle)) if figures else []
        self.pairs, self._others = pair(items, telling.tokens) if items else ([], None)
        bound = {one.figure.at for one in self.pairs}
        self.unbound = [item for item in items if item.is_figure and item.at not in bound]

    def scores(self) -> list[Fact]:
        """The scores told by skill: one fact, or several where a skill has more than one figure."""
        best = self._by_skill(self.pairs)
        if not best or not self._is_credible():
            return []
        facts = [self._fact(group) for group in best]
        if self._others is not None and len(best) == 1:
            facts[0] = self._with_other_reading(facts[0])
        if (
            len(facts) > 1 or (self.unbound and _RETAKEN.search(self._telling.text.folded))
        ) and len(self._telling.tests) < 2:
            facts = [replace(fact, ambiguous=True) for fact in facts]
        return facts

    def levels(self) -> list[Fact]:
        """CLB levels; one level for no skill by name may be a minimum only, and is ambiguous."""
        named = [one for one in self.pairs if one.label.label != OVERALL]
        if not named:
            return self._unnamed_levels()
        if all(one.label.label == EVERY for one in named):
            one = named[0]
            start, end = _span((one.label, one.figure))
            inexact = one.figure.token.inexact
            return [
                Fact(
                    "clb", {"all": one.figure.value}, self._with_word(start), end, ambiguous=inexact
                )
            ]
        facts = [replace(self._fact(group), kind="clb") for group in self._by_skill(named)]
        return [replace(fact, start=self._with_word(fact.start)) for fact in facts]

    def overall(self) -> list[Fact]:
        """The figure for the whole test: called overall, or standing alone beside the test's name."""
        told = [one for one in self.pairs if one.label.label == OVERALL]
        if told:
            start, end = _span((told[0].label, told[0].figure))
            return [Fact("overall", {"overall": told[0].figure.value}, start, end)]
        if _excepted(self._tokens):
            return []
        alone = [
            item
            for item in self.unbound
            if item.token.kind is Kind.NUMBER and not self._is_in_a_row(item)
        ]
        if len(alone) != 1 or len(self.unbound) != 1 or not self._is_beside_a_test(alone[0].at):
            return []
        token = alone[0].token
        return [Fact("overall", {"overall": token.value}, token.start, token.end)]

    def _by_skill(self, pairs: Sequence[Pair]) -> list[dict[str, Pair]]:
        """Each skill's figure, "all" and "the rest" filled in; a new group where a skill is told again otherwise."""
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
        excepted = _excepted(self._tokens)
        if (
            excepted
            and len(self.unbound) == 1
            and not any(one.label.label in (EVERY, REST) for one in pairs)
        ):
            # "CLB 9 except writing 8": the lone figure is for all the others.
            pairs = [*pairs, Pair(replace(self.unbound[0], label=EVERY), self.unbound[0])]
        for one in pairs:
            if one.label.label == EVERY or (one.label.label == REST and group):
                for skill in SKILLS:
                    if skill not in excepted:
                        group.setdefault(skill, one)

    def _fact(self, group: Mapping[str, Pair]) -> Fact:
        value = {skill: group[skill].figure.value for skill in SKILLS if skill in group}
        start, end = _span([item for one in group.values() for item in (one.label, one.figure)])
        doubted = any(one.loose or one.figure.token.inexact for one in group.values())
        others = {
            skill: group[skill].figure.token.other
            for skill in value
            if group[skill].figure.token.other
        }
        readings = (value, {**value, **others}) if others else ()
        old = self._replaced(group)
        return Fact(
            "scores", value, start, end, doubted or bool(others), readings, replaces=old or None
        )

    def _replaced(self, group: Mapping[str, Pair]) -> dict[str, str]:
        """The old score of a skill, where it is taken back beside the new one."""
        old: dict[str, str] = {}
        for at, token in enumerate(self._tokens):
            if token.kind is Kind.OLD:
                skill, one = min(group.items(), key=lambda entry: abs(entry[1].figure.at - at))
                if one.label.label in SKILLS:
                    old[skill] = token.value
        return old

    def _with_other_reading(self, fact: Fact) -> Fact:
        groups = self._by_skill(self._others or [])
        if len(groups) != 1:
            return fact
        other = self._fact(groups[0])
        if other.value == fact.value:
            return fact
        return replace(
            fact, ambiguous=True, readings=(fact.value, other.value), end=max(fact.end, other.end)
        )

    def _is_credible(self) -> bool:
        """False for a letter or two, or an "all", that only look like scores."""
        labels = [one.label for one in self.pairs if one.label.label != OVERALL]
        if all(label.label == EVERY for label in labels) and self._may_be_scores():
            return True
        skills = {label.label for label in labels if label.label in SKILLS}
        if any(label.label in SKILLS and not label.token.weak for label in labels):
            return True
        return len(skills) >= _LETTERS_TOGETHER or self._telling.speaks_of_scores

    def _may_be_scores(self) -> bool:
        """ "7 in all, I think": hardly a word besides, and a figure that a test gives."""
        words = sum(token.kind is Kind.WORD for token in self._tokens)
        return words <= _FEW_WORDS and all(
            _IN_ALL[0] <= Decimal(one.figure.value) <= _IN_ALL[1] for one in self.pairs
        )

    def _unnamed_levels(self) -> list[Fact]:
        """ "CLB 7" may be a minimum only; "CLB 9 9 8 7" is read in the usual order, which nobody said."""
        figures = self.unbound or [one.figure for one in self.pairs]
        if not figures:
            return []
        start, end = self._with_word(figures[0].token.start), figures[-1].token.end
        if len(figures) == 1:
            return [Fact("clb", {"all": figures[0].value}, start, end, ambiguous=True)]
        if len(figures) == len(SKILLS):
            value = {skill: item.value for skill, item in zip(SKILLS, figures, strict=True)}
            return [Fact("clb", value, start, end, ambiguous=True)]
        return []

    def _with_word(self, start: int) -> int:
        """The start of the word "CLB" that leads to the figure, where it stands right before."""
        for token in reversed([token for token in self._tokens if token.end <= start]):
            if token.kind is Kind.CLB:
                return token.start
            if token.kind not in _LEVEL_WORDS:
                break
        return start

    def _is_in_a_row(self, item: Item) -> bool:
        figures, between = (Kind.NUMBER, Kind.DIGITS), (Kind.JOIN, Kind.SLASH, Kind.GLUE)
        for step in (-1, 1):
            at = item.at + step
            while 0 <= at < len(self._tokens) and self._tokens[at].kind in between:
                at += step
            if 0 <= at < len(self._tokens) and self._tokens[at].kind in figures:
                return True
        return False

    def _is_beside_a_test(self, at: int) -> bool:
        before = [
            token
            for token in self._tokens[max(0, at - 5) : at]
            if token.kind not in (Kind.GLUE, Kind.TO_NUMBER, Kind.INEXACT, Kind.TO_SKILL)
        ]
        after = [
            token
            for token in self._tokens[at + 1 : at + 5]
            if token.kind not in (Kind.GLUE, Kind.TO_SKILL)
        ]
        token, folded = self._tokens[at], self._telling.text.folded
        if "band" in folded[max(0, token.start - 12) : token.end + 6]:
            return True
        return any(
            near and near.kind is Kind.TEST
            for near in (before[-1] if before else None, after[0] if after else None)
        )


def _items(
    found: Sequence[Token], figures: Collection[int], is_idle: Callable[[int], bool]
) -> Iterator[Item]:
    letters = sum(token.kind is Kind.SKILL and token.end - token.start == 1 for token in found)
    for at, token in enumerate(found):
        if at in figures:
            values = token.value if token.kind is Kind.DIGITS else (token.value,)
            yield from (Item(token, at, value=value) for value in values)
        elif is_idle(token.start):
            continue
        elif token.kind is Kind.SKILL or (
            token.kind is Kind.PLURAL and letters >= _LETTERS_TOGETHER
        ):
            yield from (Item(token, at, skill) for skill in token.skills)
        elif token.kind in _LABELS:
            yield Item(token, at, _LABELS[token.kind])


def _excepted(found: Sequence[Token]) -> set[str]:
    """The skills named after "except", whose figure may stand elsewhere or not at all."""
    excepted: set[str] = set()
    is_open = False
    for token in found:
        if token.kind is Kind.EXCEPT:
            is_open = True
        elif is_open and token.kind is Kind.SKILL:
            excepted.update(token.skills)
        elif token.kind not in (Kind.JOIN, Kind.GLUE, Kind.TO_SKILL, Kind.SLASH):
            is_open = False
    return excepted


def _span(items: Iterable[Item]) -> tuple[int, int]:
    ends = [(item.token.start, item.token.end) for item in items]
    return min(start for start, _ in ends), max(end for _, end in ends)
