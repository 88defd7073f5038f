"""Reads which language test is spoken of, accepted by the class or not, as people spell it.

Names without their variant are ambiguous where the variants differ in law: "ielts" may be General
Training or Academic, "pte" Core or Academic, "tef" and "tcf" the Canada version or another. Plain
"celpip" is CELPIP-General: the LS test has no reading or writing and people who took it say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import OSA

from nlu import exam_words as words
from nlu.contrasts import rejected
from nlu.facts import Fact
from nlu.text import Text

_FAMILY_OF: Final = {word: family for family, listed in words.SPELLINGS.items() for word in listed.split()}
_WORD: Final = re.compile(r"[a-z]{3,11}")
_SHORTEST_MISTYPED: Final = 5
_GAP: Final = r"[\s:(,/-]*(?:(?:test|exam|the|my|is|was|of|for|in|it's|its|version)[\s:(,/-]+){0,3}"


def _compiled(
    table: Mapping[str, Mapping[str, str]], before: str = "", after: str = ""
) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    return {
        family: [(test, re.compile(f"{before}(?:{form}){after}")) for test, form in forms.items()]
        for family, forms in table.items()
    }


_RIGHT_AFTER: Final = _compiled(words.VARIANTS, before=_GAP)
_RIGHT_BEFORE: Final = _compiled(words.VARIANTS, r"\b", r"[\s-]*(?:(?:version )?of )?$")
_FARTHER_ON: Final = _compiled(words.FARTHER_ON)
_PHRASES: Final = [(test, re.compile(form)) for test, form in words.PHRASES]

_DENIED_BEFORE: Final = re.compile(
    r"(?:\b(?:not|never|without|didn'?t|don'?t|haven'?t|hav'nt|hasn'?t|wasn'?t|isn'?t|ain'?t|pas"
    r"|nahi)\b(?: (?:do|did|done|have|has|had|take|taken|took|give|given|gave|write|written|wrote"
    r"|attempt\w*|the|my|any|a|an|for|yet|appeared|passed|sat|book|booked|in|it|was|is|valid))*"
    r"|\bno (?:(?:valid|any|official|language test) )*)\s*$"
)
_DENIED_AFTER: Final = re.compile(
    r"[\s,:-]*(?:(?:test|exam|results?) )?(?:(?:is|was|has|have|had|i) )?(?:not|never|haven'?t"
    r"|didn'?t|nahi|no|pending)\b(?: been)?\s*(?:yet|done|taken|given|written|booked|attempted"
    r"|di(?:ya|ye)|liya|kiya|kara|$)"
)
_LOOK_BACK: Final = 48
_NEAR: Final = 60


@dataclass(frozen=True, slots=True)
class TestMention:
    """A test named in ``raw[start:end]``; several, accepted first, where no variant is said."""

    __test__ = False

    tests: tuple[str, ...]
    start: int
    end: int
    denied: bool = False


def mentions(text: Text) -> list[TestMention]:
    """Every test named in a message, in order; ``denied`` marks "I have not taken", "not IELTS"."""
    found = sorted((*_by_family(text.folded), *_by_phrase(text.folded)), key=lambda one: (one.start, -one.end))
    apart: list[TestMention] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    taken_back = rejected(text.folded)
    return [replace(one, denied=taken_back.holds(one.start, one.end) or _is_denied(text.folded, one)) for one in apart]


def facts_of(found: Sequence[TestMention]) -> list[Fact]:
    """One fact for each test named; where two different ones are, each has both readings."""
    claimed = [one for one in found if not one.denied]
    settled = {one.tests[0] for one in claimed if len(one.tests) == 1}
    kept = [one for one in claimed if len(one.tests) == 1 or not settled & set(one.tests)]
    unique = [one for index, one in enumerate(kept) if one.tests not in {earlier.tests for earlier in kept[:index]}]
    names = tuple(dict.fromkeys(test for one in unique for test in one.tests))
    readings = tuple({"test": test} for test in names) if len(names) > 1 else ()
    return [Fact("test", {"test": one.tests[0]}, one.start, one.end, bool(readings), readings) for one in unique]


def _by_family(folded: str) -> Iterator[TestMention]:
    for word in _WORD.finditer(folded):
        family = _family(word.group())
        if family is None or _is_inside_a_word(folded, word.start(), word.end()):
            continue
        yield _with_variant(folded, family, word.start(), word.end())


def _is_inside_a_word(folded: str, start: int, end: int) -> bool:
    return folded[start - 1 : start].isalpha() or folded[end : end + 1].isalpha()


def _with_variant(folded: str, family: str, start: int, end: int) -> TestMention:
    for test, pattern in _RIGHT_AFTER.get(family, ()):
        if after := pattern.match(folded, end):
            return TestMention((test,), start, after.end())
    before = folded[max(0, start - _LOOK_BACK) : start]
    for test, pattern in _RIGHT_BEFORE.get(family, ()):
        if found := pattern.search(before):
            return TestMention((test,), start - len(before) + found.start(), end)
    for test, pattern in _FARTHER_ON.get(family, ()):
        if pattern.search(folded, end, end + _NEAR):
            return TestMention((test,), start, end)
    return TestMention(words.FAMILIES[family], start, end)


def _by_phrase(folded: str) -> Iterator[TestMention]:
    for test, pattern in _PHRASES:
        for found in pattern.finditer(folded):
            yield TestMention((test,), found.start(), found.end())


def _is_denied(folded: str, one: TestMention) -> bool:
    before = folded[max(0, one.start - _LOOK_BACK) : one.start]
    return _DENIED_BEFORE.search(before) is not None or _DENIED_AFTER.match(folded, one.end) is not None


def _family(word: str) -> str | None:
    """The family that a word names, with one slip of the finger allowed in the longer names."""
    known = _FAMILY_OF.get(word)
    if known or len(word) < _SHORTEST_MISTYPED or word in words.NOT_A_TEST:
        return known
    for family, slips in words.CORRECTABLE.items():
        if abs(len(word) - len(family)) <= slips and OSA.distance(word, family, score_cutoff=slips) <= slips:
            return family
    return None
