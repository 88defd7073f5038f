"""Makes the tokens of scores ready for pairing: full marks, ranges, guesses, old figures, levels.

What is done here needs the neighbours of a token but no skill: "8.5/9" is 8.5, "6 or 6.5" is one
doubtful figure, "around 7" is inexact, "not 6.5" is what the person takes back, "CLB 9" is a level
and no score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from nlu.contrasts import Rejected
from nlu.named_tests import TestMention
from nlu.score_tokens import Kind, Token

#: What a score can be out of: IELTS, CELPIP, TCF, PTE, TEF and TCF.
_FULL_MARKS: Final = frozenset(("9", "12", "20", "90", "699"))
_PASSED_OVER: Final = (Kind.GLUE, Kind.TO_NUMBER, Kind.TO_SKILL, Kind.INEXACT)
_LABEL_KINDS: Final = (Kind.SKILL, Kind.EVERY, Kind.REST)
_SAID_AFTER: Final = ("maybe", "may be", "not sure", "i guess", "probably", "perhaps")
_RANGE: Final = ("to", "or", "-", "and")


def prepared(found: Sequence[Token], tests: Sequence[TestMention], taken_back: Rejected) -> list[Token]:
    """The tokens with tests as one token each, and every figure marked for what it is."""
    found = _with_tests(found, tests)
    found = [
        replace(token, kind=Kind.OLD)
        if token.kind is Kind.NUMBER and taken_back.holds(token.start, token.end)
        else token
        for token in found
    ]
    return _with_guesses(_without_each_before_skills(_with_ranges(_without_full_marks(found))))


def _with_tests(found: Sequence[Token], tests: Sequence[TestMention]) -> list[Token]:
    outside = [t for t in found if not any(test.start <= t.start < test.end for test in tests)]
    named = [Token(Kind.TEST, test.start, test.end) for test in tests]
    return sorted([*outside, *named], key=lambda token: token.start)


def _without_full_marks(found: Sequence[Token]) -> list[Token]:
    """Take the "/9" from "8.5/9", unless figures run on ("8/9/7/9") or are for two skills."""
    kept = list(found)
    for at in range(len(found) - 2, -1, -1):
        if not _is_out_of(found, at):
            continue
        end = at + 2 if found[at + 1].kind is Kind.SLASH else at + 3
        kept[at : end + 1] = [replace(found[at], end=found[end].end)] if end < len(found) else [found[at]]
    return kept


def _is_out_of(found: Sequence[Token], at: int) -> bool:
    if found[at].kind is not Kind.NUMBER or found[at + 1].kind is not Kind.SLASH or at + 2 >= len(found):
        return False
    full = found[at + 2]
    if full.kind is not Kind.NUMBER or full.value not in _FULL_MARKS or Decimal(found[at].value) > Decimal(full.value):
        return False
    runs_on = at + 4 < len(found) and found[at + 3].kind is Kind.SLASH and found[at + 4].kind is Kind.NUMBER
    runs_in = at >= 2 and found[at - 1].kind is Kind.SLASH and found[at - 2].kind is Kind.NUMBER
    before = [token.kind for token in found[max(0, at - 3) : at]]
    two_skills = before == [Kind.SKILL, Kind.SLASH, Kind.SKILL]
    return not (runs_on or runs_in or two_skills)


def _with_ranges(found: Sequence[Token]) -> list[Token]:
    """Make one doubtful figure of "6 or 6.5", "6-7" and "between 6 and 7"."""
    kept: list[Token] = []
    at = 0
    while at < len(found):
        token = found[at]
        if _is_range(found, at):
            kept.append(replace(token, end=found[at + 2].end, inexact=True, other=found[at + 2].value))
            at += 3
        else:
            kept.append(token)
            at += 1
    return kept


def _is_range(found: Sequence[Token], at: int) -> bool:
    if at + 2 >= len(found) or not found[at].kind is found[at + 2].kind is Kind.NUMBER:
        return False
    low, link, high = found[at : at + 3]
    if link.kind is Kind.JOIN:
        return (
            at > 0 and found[at - 1].kind is Kind.INEXACT and found[at - 1].end - found[at - 1].start == len("between")
        )
    runs_on = any(
        0 <= far < len(found) and found[far].kind is Kind.NUMBER and found[near].kind is link.kind
        for far, near in ((at - 2, at - 1), (at + 4, at + 3))
    )
    is_link = link.value in _RANGE[:3]
    return is_link and not runs_on and Decimal(low.value) < Decimal(high.value)


def _without_each_before_skills(found: Sequence[Token]) -> list[Token]:
    """Drop the "each" of "7 each in listening and reading", where the skills are named."""
    return [
        token
        for at, token in enumerate(found)
        if not (
            token.kind is Kind.EVERY
            and [one.kind for one in found[at + 1 : at + 3]] == [Kind.TO_SKILL, Kind.SKILL]
            and at > 0
            and found[at - 1].kind is Kind.NUMBER
        )
    ]


def _with_guesses(found: Sequence[Token]) -> list[Token]:
    marked = list(found)
    for at, token in enumerate(found):
        if token.kind is not Kind.INEXACT:
            continue
        after = _next(found, at)
        if after is not None and found[after].kind is Kind.NUMBER:
            marked[after] = replace(marked[after], inexact=True)
        if token.value in _SAID_AFTER and at > 0 and found[at - 1].kind is Kind.NUMBER:
            marked[at - 1] = replace(marked[at - 1], inexact=True)
    return marked


def figures_of_levels(found: Sequence[Token]) -> frozenset[int]:
    """Which tokens are CLB or NCLC levels.

    A figure beside the word is one. Where the word leads the telling ("clb listening 9 reading 8",
    "clb 9 in listening, 8 in reading"), so are the figures that follow it, up to the next test.
    """
    words = [at for at, token in enumerate(found) if token.kind is Kind.CLB]
    levels: set[int] = set()
    for word in words:
        after = _next(found, word)
        if after is not None and found[after].kind is Kind.NUMBER:
            levels.add(after)
            then = _next(found, after)
            leads = then is not None and found[then].kind in (*_LABEL_KINDS, Kind.NUMBER, Kind.JOIN)
            if len(words) == 1 and leads and not _has_scores_before(found, word):
                levels.update(_figures_until_a_test(found, after))
        elif after is not None and found[after].kind in _LABEL_KINDS:
            levels.update(_figures_until_a_test(found, after))
        elif word > 0 and found[word - 1].kind is Kind.NUMBER:
            levels.add(word - 1)
    return frozenset(levels)


def _has_scores_before(found: Sequence[Token], at: int) -> bool:
    kinds = {token.kind for token in found[:at]}
    return Kind.NUMBER in kinds and bool(kinds & {*_LABEL_KINDS})


def _figures_until_a_test(found: Sequence[Token], start: int) -> list[int]:
    figures = []
    for at in range(start, len(found)):
        if found[at].kind is Kind.TEST:
            break
        if found[at].kind is Kind.NUMBER:
            figures.append(at)
    return figures


def _next(found: Sequence[Token], at: int) -> int | None:
    """The next token that says something."""
    for after in range(at + 1, len(found)):
        if found[after].kind not in _PASSED_OVER:
            return after
    return None
