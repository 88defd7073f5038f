"""A message as a telling of scores: its tokens, what they name, and what stands beside what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nlu.contrasts import rejected
from nlu.named_tests import TestMention
from nlu.score_figures import figures_of_levels, prepared
from nlu.score_pairs import EVERY, OVERALL, REST, Item
from nlu.score_tokens import Kind, Token, tokens
from nlu.text import Text

#: Nobody tells scores with more figures than this; a longer list is something else.
_MOST_FIGURES: Final = 80
_LETTERS_TOGETHER: Final = 2
_LABELS: Final = {Kind.EVERY: EVERY, Kind.REST: REST, Kind.OVERALL: OVERALL}
_FIGURES: Final = (Kind.NUMBER, Kind.DIGITS)
_IN_A_ROW: Final = (Kind.JOIN, Kind.SLASH, Kind.GLUE)
_SMALL_BEFORE: Final = (Kind.GLUE, Kind.TO_NUMBER, Kind.INEXACT, Kind.TO_SKILL)
_SMALL_AFTER: Final = (Kind.GLUE, Kind.TO_SKILL)
_LEADS_A_LEVEL: Final = (*_SMALL_BEFORE, Kind.CLB)
_WITHIN_EXCEPTED: Final = (Kind.JOIN, Kind.GLUE, Kind.TO_SKILL, Kind.SLASH, Kind.NUMBER)
_BESIDE: Final = 5
_BAND_BEFORE, _BAND_AFTER = 12, 6


@dataclass(frozen=True, slots=True)
class Telling:
    """The tokens of a message. figures and levels: the places of scores, and of CLB levels."""

    text: Text
    tokens: Sequence[Token]
    figures: frozenset[int]
    levels: frozenset[int]
    has_test: bool
    has_two_tests: bool
    is_idle: Callable[[int], bool]

    @classmethod
    def of(cls, text: Text, tests: Sequence[TestMention], is_idle: Callable[[int], bool]) -> Telling:
        """The telling of a message; what ``is_idle`` holds of an offset is not told."""
        found = prepared(tokens(text), tests, rejected(text.folded))
        told = {at for at, token in enumerate(found) if token.kind in _FIGURES and not is_idle(token.start)}
        if len(told) > _MOST_FIGURES:
            told = set()
        levels = figures_of_levels(found) & told
        return cls(text, found, frozenset(told - levels), levels, bool(tests), len(tests) > 1, is_idle)

    def items(self, figures: Collection[int]) -> list[Item]:
        """The labels of the telling, and those of its figures that are meant.

        "only listening and speaking. 8 in listening 9 speaking": labels without figures are told again with them.
        """
        items = list(self._items(figures))
        sentence = [0]
        for token in self.tokens:
            sentence.append(sentence[-1] + (token.kind is Kind.STOP))
        with_figures = {sentence[item.at] for item in items if item.is_figure}
        told = {item.label for item in items if sentence[item.at] in with_figures}
        return [item for item in items if sentence[item.at] in with_figures or item.label not in told]

    def _items(self, figures: Collection[int]) -> Iterator[Item]:
        letters = sum(token.kind is Kind.SKILL and token.end - token.start == 1 for token in self.tokens)
        for at, token in enumerate(self.tokens):
            is_letter = token.kind is Kind.PLURAL and letters >= _LETTERS_TOGETHER
            if at in figures:
                values = token.value if token.kind is Kind.DIGITS else (token.value,)
                yield from (Item(token, at, value=value) for value in values)
            elif self.is_idle(token.start):
                continue
            elif token.kind is Kind.SKILL or is_letter:
                yield from (Item(token, at, skill) for skill in token.skills)
            elif token.kind in _LABELS:
                yield Item(token, at, _LABELS[token.kind])

    def speaks_of_scores(self) -> bool:
        """True where "all 7" can only be about a test."""
        kinds = {token.kind for token in self.tokens if not token.weak}
        if self.has_test or Kind.WORD not in kinds or kinds & {Kind.SKILL, Kind.CLB, Kind.OVERALL}:
            return True
        return any(word in self.text.folded for word in ("score", "band", "result", "marks"))

    def words(self) -> int:
        """How many words have nothing to do with scores."""
        return sum(token.kind is Kind.WORD for token in self.tokens)

    def excepted(self) -> set[str]:
        """The skills named after "except", whose figure may stand elsewhere or not at all."""
        excepted: set[str] = set()
        is_open = False
        for token in self.tokens:
            if token.kind is Kind.EXCEPT:
                is_open = True
            elif is_open and token.kind is Kind.SKILL:
                excepted.update(token.skills)
            elif token.kind not in _WITHIN_EXCEPTED:
                is_open = False
        return excepted

    def start_of_level(self, start: int) -> int:
        """The start of the word "CLB" that leads to a figure, where it stands right before."""
        for token in reversed(self.tokens):
            if token.end > start:
                continue
            if token.kind is Kind.CLB:
                return token.start
            if token.kind not in _LEADS_A_LEVEL:
                break
        return start

    def is_in_a_row(self, at: int) -> bool:
        """True where another figure stands right beside this one."""
        return any(self._beyond(at, step, _IN_A_ROW) in _FIGURES for step in (-1, 1))

    def is_beside_a_test(self, at: int) -> bool:
        """True for "IELTS 7.5", "7.5 in IELTS" and "band 7.5"."""
        token = self.tokens[at]
        near = self.text.folded[max(0, token.start - _BAND_BEFORE) : token.end + _BAND_AFTER]
        if "band" in near:
            return True
        before, after = self._beyond(at, -1, _SMALL_BEFORE), self._beyond(at, 1, _SMALL_AFTER)
        return Kind.TEST in (before, after)

    def _beyond(self, at: int, step: int, passed_over: Collection[Kind]) -> Kind | None:
        """The next kind in a direction, small words passed over."""
        for distance in range(1, _BESIDE + 1):
            place = at + step * distance
            if not 0 <= place < len(self.tokens):
                return None
            if self.tokens[place].kind not in passed_over:
                return self.tokens[place].kind
        return None
