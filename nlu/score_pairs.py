"""Decides which figure belongs to which skill, whatever the order they were told in.

"listening 7.5 reading 7", "7 in speaking, 6.5 writing", "lrws 8 7 7 6" and "listening and reading
7" are all one problem: pair labels with figures so that as little as possible is left over and
what stands between is slight. The best pairing is found by dynamic programming from the end; where
another is nearly as good, the telling is ambiguous, and both are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from nlu.score_tokens import Kind, Token

#: Labels that stand for skills without naming them.
EVERY, REST, OVERALL = "every", "rest", "overall"


@dataclass(frozen=True, slots=True)
class Item:
    """A label or a figure, with its place among the tokens.

    label: a skill, EVERY, REST or OVERALL; "" for a figure.
    """

    token: Token
    at: int
    label: str = ""
    value: str = ""

    @property
    def is_figure(self) -> bool:
        return not self.label


class Pair(NamedTuple):
    """A label and the figure that belongs to it. loose: the wording leaves a doubt."""

    label: Item
    figure: Item
    loose: bool = False


class _Chain(NamedTuple):
    pairs: tuple[Pair, ...]
    rest: _Chain | None


class _Path(NamedTuple):
    cost: float
    chain: _Chain | None


_SKIP: Final = {EVERY: 0.5, REST: 3.0, OVERALL: 1.0}
_SKIP_SKILL, _SKIP_WEAK, _SKIP_FIGURE, _SKIP_FIRST_FIGURE = 10.0, 1.0, 6.0, 5.0
#: A figure that may be the day of a month is more likely that.
_SKIP_DAY, _TAKE_DAY = 0.5, 1.5
_BETWEEN: Final = {
    Kind.PLURAL: 0.0, Kind.GLUE: 0.1, Kind.INEXACT: 0.2, Kind.OLD: 0.3, Kind.CLB: 0.5,
    Kind.SLASH: 0.8, Kind.JOIN: 1.0, Kind.EXCEPT: 1.0, Kind.STOP: 1.5, Kind.WORD: 1.5,
    Kind.TEST: 1.5, Kind.OVERALL: 2.0, Kind.NUMBER: 3.0, Kind.DIGITS: 3.0,
}  # fmt: skip
_MOST_WORDS: Final = 4
_MOST_IN_A_ROW: Final = 5
_NEARLY: Final = 0.45
_TOO_FAR: Final = 99.0


def pair(items: Sequence[Item], tokens: Sequence[Token]) -> tuple[list[Pair], list[Pair] | None]:
    """The best pairing of the items, in order; and a second where it is nearly as good."""
    paths: list[list[_Path]] = [[] for _ in items] + [[_Path(0.0, None)]]
    for at in range(len(items) - 1, -1, -1):
        found: list[_Path] = []
        for width, cost, pairs in _steps(items, tokens, at):
            cost += _TAKE_DAY * len({one.figure.at for one in pairs if one.figure.token.may_be_day})
            for path in paths[at + width]:
                chain = _Chain(pairs, path.chain) if pairs else path.chain
                found.append(_Path(cost + path.cost, chain))
        found.sort(key=lambda path: path.cost)
        paths[at] = found[:2]
    best, *others = paths[0]
    near = [path for path in others if path.cost - best.cost < _NEARLY]
    return _unrolled(best), (_unrolled(near[0]) if near else None)


def _unrolled(path: _Path) -> list[Pair]:
    pairs: list[Pair] = []
    chain = path.chain
    while chain is not None:
        pairs += chain.pairs
        chain = chain.rest
    return pairs


def _steps(items: Sequence[Item], tokens: Sequence[Token], at: int) -> Iterator[tuple[int, float, tuple[Pair, ...]]]:
    """Each way to deal with the next items: how many it takes, what it costs, what it pairs."""
    item = items[at]
    # "ielts 7.5 listening 8 reading 7": the figure before the first label is the overall one.
    is_overall = at == 0 and item.is_figure and len(items) > 1 and not items[1].is_figure
    yield 1, min(_skipping(item), _SKIP_FIRST_FIGURE if is_overall else _TOO_FAR), ()
    labels, figures = _run(items, at, figures=False), _run(items, at, figures=True)
    after = _run(items, at + max(len(labels), len(figures)), figures=item.label != "")
    if labels and after:
        yield from _told_first(labels, after, tokens)
    elif figures and after:
        yield from _told_last(figures, after, tokens)


def _run(items: Sequence[Item], start: int, *, figures: bool) -> Sequence[Item]:
    """Items of the same sort in a row: up to four skills, and an overall figure."""
    stop = start
    while stop < len(items) and stop - start < _MOST_IN_A_ROW and items[stop].is_figure is figures:
        stop += 1
    return items[start:stop]


def _skipping(item: Item) -> float:
    if item.is_figure:
        return _SKIP_DAY if item.token.may_be_day else _SKIP_FIGURE
    return _SKIP_WEAK if item.token.weak else _SKIP.get(item.label, _SKIP_SKILL)


def _told_first(
    labels: Sequence[Item], figures: Sequence[Item], tokens: Sequence[Token]
) -> Iterator[tuple[int, float, tuple[Pair, ...]]]:
    """Labels, then their figures."""
    gap = _gap(labels[-1], figures[0], tokens)
    if gap >= _TOO_FAR:
        return
    if len(labels) == 1:
        if not _is_digit_of_many(figures[0]):
            yield 2, gap, (Pair(labels[0], figures[0]),)
        return
    if len(figures) >= len(labels) and _is_whole(figures[: len(labels)], labels):
        yield 2 * len(labels), gap + 0.3, tuple(map(Pair, labels, figures))
    joined = _joined(labels, tokens)
    if joined is not None and not _is_digit_of_many(figures[0]):
        yield (
            len(labels) + 1,
            gap + joined,
            tuple(Pair(label, figures[0], joined > 1) for label in labels),
        )


def _told_last(
    figures: Sequence[Item], labels: Sequence[Item], tokens: Sequence[Token]
) -> Iterator[tuple[int, float, tuple[Pair, ...]]]:
    """Figures, then what they are for."""
    gap = _gap(figures[-1], labels[0], tokens)
    if gap >= _TOO_FAR:
        return
    if len(figures) == 1:
        if not _is_digit_of_many(figures[0]):
            yield 2, gap, (Pair(labels[0], figures[0]),)
            for width in range(2, len(labels) + 1):
                joined = _joined(labels[:width], tokens, letters=True)
                if joined is not None and joined < 1:
                    yield (
                        1 + width,
                        gap + joined,
                        tuple(Pair(label, figures[0]) for label in labels[:width]),
                    )
        return
    for width in range(2, min(len(figures), len(labels)) + 1):
        if width == len(figures) and _is_whole(figures, labels[:width]):
            yield 2 * width, gap + 0.3, tuple(map(Pair, labels[:width], figures))


def _is_whole(figures: Sequence[Item], labels: Sequence[Item]) -> bool:
    """True where the labels are different skills, and no run of digits is torn apart."""
    names = {label.label for label in labels}
    if len(names) < len(labels) or names & {EVERY, REST}:
        return False
    return not any(_is_digit_of_many(one) for one in figures) or len(figures) == 4


def _is_digit_of_many(figure: Item) -> bool:
    return figure.token.kind is Kind.DIGITS


def _joined(labels: Sequence[Item], tokens: Sequence[Token], *, letters: bool = False) -> float | None:
    """What it costs that labels share one figure: little if "and" joins them, much if nothing.

    letters: single letters in a row need no "and" ("5 in L R W").
    """
    if any(label.label in (EVERY, REST, OVERALL) for label in labels):
        return None
    if len({label.label for label in labels}) < len(labels):
        return None
    worst = 0.0
    for one, other in pairwise(labels):
        between = [token.kind for token in tokens[one.at + 1 : other.at]]
        if any(kind not in (Kind.JOIN, Kind.SLASH, Kind.GLUE, Kind.TO_SKILL) for kind in between):
            return None
        in_a_row = letters and one.token.weak and other.token.weak
        worst = max(worst, 0.6 if in_a_row or Kind.JOIN in between or Kind.SLASH in between else 4.0)
    return worst


def _gap(one: Item, other: Item, tokens: Sequence[Token]) -> float:
    """The cost of what stands between: little for "is" and "in" that point the right way."""
    between = tokens[one.at + 1 : other.at] if other.at > one.at else ()
    label = other if one.is_figure else one
    if any(token.kind is Kind.MONTH for token in between):
        return _TOO_FAR
    words = sum(token.kind is Kind.WORD for token in between)
    most = 0 if label.label == EVERY else 2 if label.label in (REST, OVERALL) else _MOST_WORDS
    if words > most or len(between) > _MOST_WORDS * 2:
        return _TOO_FAR
    cost = 0.0
    for token in between:
        if token.kind is Kind.TO_SKILL:
            cost += -0.5 if one.is_figure else 0.4
        elif token.kind is Kind.TO_NUMBER:
            cost += 0.6 if one.is_figure else -0.5
        else:
            cost += _BETWEEN.get(token.kind, 1.0)
    return max(cost, -0.5)
