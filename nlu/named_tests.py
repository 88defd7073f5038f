"""Reads which language test is spoken of, accepted by the class or not, as people spell it.

Names without their variant are ambiguous where the variants differ in law: "ielts" may be General
Training or Academic, "pte" Core or Academic, "tef" and "tcf" the Canada version or another. Plain
"celpip" is CELPIP-General: the LS test has no reading or writing and people who took it say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from nlu.contrasts import rejected
from nlu.facts import Fact
from nlu.phrases import word_set
from nlu.text import Text

#: Family -> the tests it may be, accepted first. Ids are those of the law's parameters.
FAMILIES: Final = {
    "ielts": ("ielts_general_training", "ielts_academic"),
    "celpip": ("celpip_general",),
    "pte": ("pte_core", "pte_academic"),
    "tef": ("tef_canada", "tef_non_canada"),
    "tcf": ("tcf_canada", "tcf_non_canada"),
    "toefl": ("toefl_ibt",),
    "duolingo": ("duolingo",),
    "cambridge": ("cambridge",),
    "delf": ("delf",),
    "dalf": ("dalf",),
    "tefaq": ("tefaq",),
}

_SPELLINGS: Final = {
    "ielts": "ielts ietls ilets eilts iltes ielst ielt iels iets ilts ieltes aielts ielets ieltz "
    "iealts ielits yelts elts",
    "celpip": "celpip clepip selpip celip cepip cepilp celpp clpip celpic celpib celpep celpit "
    "celpipp cellpip sealpip "
    "celpi celbip celpiip celpap",
    "pte": "pte",
    "tef": "tef",
    "tcf": "tcf",
    "toefl": "toefl tofel toffel tofl toelf toefel tofle toffle",
    "duolingo": "duolingo dualingo duolinguo duelingo dulingo duolango",
    "delf": "delf",
    "dalf": "dalf",
    "tefaq": "tefaq",
}
_FAMILY_OF: Final = {word: family for family, words in _SPELLINGS.items() for word in words.split()}
#: Ordinary words one slip away from a name.
_NOT_A_TEST: Final = word_set(
    "belts melts celts felts pelts welts yields fields bells cells elite tells telfer"
)

_WORD: Final = re.compile(r"[a-z]{3,11}")
_GAP: Final = (
    r"[\s:(,/-]*(?:(?:test|exam|the|my|is|was|of|for|in|it's|its|version"
    r"|canada)[\s:(,/-]+){0,3}"
)
_NOT_A_JOB: Final = (
    r"(?!\s+(?:manager|labou?r\w*|helper|contractor|worker|dut\w+|practitioner|office|clerk"
    r"|farm|help|maintenance|merch\w+|store))"
)

#: What follows, or stands before, a family's name and settles the variant.
_VARIANTS: Final[dict[str, Sequence[tuple[str, str]]]] = {
    "ielts": (
        ("ielts_life_skills", r"life\s?skills?|ls\b|[ab]1\b"),
        (
            "ielts_academic",
            r"acad\w*|academ\w*|acedemic\w*|accademic\w*|ac\b(?!\s?\d)|aca\b|acedamic",
        ),
        (
            "ielts_general_training",
            rf"gen(?:e?ra?l|eral|erel|ral|rl|eal|aral)?\b{_NOT_A_JOB}(?:\s+tr\w+)?|g\.?t\b\.?"
            rf"|genral|generl|g\b|training",
        ),
    ),
    "celpip": (
        ("celpip_general_ls", r"(?:general\s*)?[-(]?\s*ls\b|(?:general\s+)?(?:2|two)[\s-]skills?"),
        ("celpip_general", rf"gen\w*{_NOT_A_JOB}|g\b"),
    ),
    "pte": (
        ("pte_core", r"core?\b|cor\b|kore\b"),
        ("pte_academic", r"acad\w*|acedemic\w*|ac\b|a\b(?!\s?\d)|ukvi"),
        ("pte_essential", r"essentials?"),
    ),
    "tef": (
        ("tef_canada", r"canad\w*|can\b|for canada"),
        ("tefaq", r"(?:pour le |for )?quebec|aq\b"),
        ("tef_non_canada", r"irn\b|naturali[sz]ation|etudes?\b"),
    ),
    "tcf": (
        ("tcf_canada", r"canad\w*|can\b|for canada"),
        ("tcf_quebec", r"(?:pour le |for )?quebec|q\b"),
        ("tcf_non_canada", r"tp\b|tout public|irn\b|anf\b|dap\b"),
    ),
    "toefl": (("toefl_essentials", r"essentials?"), ("toefl_ibt", r"ibt")),
}
_AFTER: Final = {
    family: [
        (test, re.compile(_GAP.replace("canada", "xx") + rf"(?:{pattern})"))
        for test, pattern in variants
    ]
    for family, variants in _VARIANTS.items()
}
_BEFORE: Final = {
    family: [
        (test, re.compile(rf"\b(?:{pattern})[\s-]*(?:of\s+|version\s+of\s+)?$"))
        for test, pattern in variants
    ]
    for family, variants in _VARIANTS.items()
}
_FAR: Final = {
    "ielts": (
        ("ielts_academic", re.compile(r"\bacad\w*")),
        (
            "ielts_general_training",
            re.compile(rf"\bgeneral training\b|\bgeneral\b{_NOT_A_JOB}|\bgt\b|\bgenral\b"),
        ),
    ),
    "pte": (("pte_core", re.compile(rf"\bcore\b")), ("pte_academic", re.compile(r"\bacademic\b"))),
}
_LEAD: Final = (
    r"(?:(?:the|its|it's|it|is|was|i|did|no|yes|oops|sorry|actually|meant|mean|took|have|only"
    r"|wait|typo|mistake),? )*"
)
#: Names that need no family word, or whose family word is an ordinary word as well.
_PHRASES: Final = (
    ("ielts_general_training", re.compile(
        rf"\bgeneral training\b|^\W*{_LEAD}(?P<said>general|gt"
            rf"|genral)(?: (?:one|test|version|training|module))?(?:,? (?:and )?not "
            rf"(?:the )?acad\w*)?\W*$"
    )),
    ("ielts_academic", re.compile(
        rf"^\W*{_LEAD}(?P<said>academic)(?: (?:one|test|version|module))?(?:,? "
            rf"(?:and )?not (?:the )?gen\w*)?\W*$"
    )),
    ("ielts_academic", re.compile(
        r"\b(?:took|did|gave|wrote|have|had|was|its|it's|only|mine is) "
            r"(?:the |only |an? )*academic(?= (?:one|test|version|module|for)\b|\W*$)"
    )),
    ("ielts_general_training", re.compile(
        r"\b(?:took|did|gave|wrote|was|its|it's|only|mine is) "
            r"(?:the |only |an? )*general(?= (?:one|test|version|module)\b|\W*$)"
    )),
    ("pte_core", re.compile(
        rf"^\W*{_LEAD}core(?: (?:one|test|version))?\W*$|\bpearson (?:pte )?core\b")),
    ("cambridge", re.compile(
        r"\bcambridge (?:english|exam\w*|test|certificate|advanced|first|cae|fce|cpe|c1|c2"
            r"|b2)\b|\b(?:cae|fce|c1 advanced|b2 first)\b"
        r"|\b(?:exam|test|certificate) (?:is |was |from |of |by )*cambridge\b|^\W*cambridge\W*$"
    )),
    ("duolingo", re.compile(r"(?<![a-z])det(?: test| exam|\W*\d{2,3}\b)|^\W*det\W*$")),
    ("delf", re.compile(r"\bdiplome d'etudes en langue francaise\b")),
    ("toefl_ibt", re.compile(r"\btest of english as a foreign language\b")),
    ("celpip_general", re.compile(r"\bcanadian english language proficiency\b")),
    ("tef_canada", re.compile(r"\btest d'evaluation de francais\b")),
    ("tcf_canada", re.compile(r"\btest de connaissance du francais\b")),
)  # fmt: skip

_DENIED_BEFORE: Final = re.compile(
    r"(?:\b(?:not|never|without|didn'?t|don'?t|haven'?t|hav'nt|hasn'?t|wasn'?t|isn'?t"
    r"|ain'?t|pas|nahi)\b"
    r"(?: (?:do|did|done|have|has|had|take|taken|took|give|given|gave|write|written|wrote"
    r"|attempt\w*|the|my|any|a|an|for|yet|"
    r"appeared|passed|sat|book|booked|in|it|was|is|valid))*"
    r"|\bno (?:valid |any |official |language test )*)\s*$"
)
_DENIED_AFTER: Final = re.compile(
    r"[\s,:-]*(?:test |exam |result |results )?(?:is |was |has |have |had |i )?(?:not|never"
    r"|haven'?t|havent|didn'?t|didnt|nahi|no|pending)\b"
    r"(?: been)?\s*(?:yet|done|taken|given|written|booked|di(?:ya|ye)|liya|kiya|kara|attempted|$)"
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
    found = sorted(
        (*_by_family(text.folded), *_by_phrase(text.folded)), key=lambda one: (one.start, -one.end)
    )
    apart: list[TestMention] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    taken_back = rejected(text.folded)
    return [
        replace(one, denied=taken_back.holds(one.start, one.end) or _is_denied(text.folded, one))
        for one in apart
    ]


def facts_of(found: Sequence[TestMention]) -> list[Fact]:
    """One fact for each test named; where two different ones are, each has both readings."""
    claimed = [one for one in found if not one.denied]
    settled = {one.tests[0] for one in claimed if len(one.tests) == 1}
    kept = [one for one in claimed if len(one.tests) == 1 or not settled & set(one.tests)]
    unique = [
        one
        for index, one in enumerate(kept)
        if one.tests not in {earlier.tests for earlier in kept[:index]}
    ]
    names = tuple(dict.fromkeys(test for one in unique for test in one.tests))
    readings = tuple({"test": test} for test in names) if len(names) > 1 else ()
    return [
        Fact(
            "test",
            {"test": one.tests[0]},
            one.start,
            one.end,
            ambiguous=bool(readings),
            readings=readings,
        )
        for one in unique
    ]


def _by_family(folded: str) -> Iterator[TestMention]:
    for word in _WORD.finditer(folded):
        family = _family(word.group())
        if family is None or _is_inside_a_word(folded, word.start(), word.end()):
            continue
        yield _with_variant(folded, family, word.start(), word.end())


def _is_inside_a_word(folded: str, start: int, end: int) -> bool:
    return folded[start - 1 : start].isalpha() or folded[end : end + 1].isalpha()


def _with_variant(folded: str, family: str, start: int, end: int) -> TestMention:
    for test, pattern in _AFTER.get(family, ()):
        if after := pattern.match(folded, end):
            return TestMention((test,), start, after.end())
    before = folded[max(0, start - _LOOK_BACK) : start]
    for test, pattern in _BEFORE.get(family, ()):
        if found := pattern.search(before):
            return TestMention((test,), start - len(before) + found.start(), end)
    for test, pattern in _FAR.get(family, ()):
        if pattern.search(folded, end, end + _NEAR):
            return TestMention((test,), start, end)
    return TestMention(FAMILIES[family], start, end)


def _by_phrase(folded: str) -> Iterator[TestMention]:
    for test, pattern in _PHRASES:
        for found in pattern.finditer(folded):
            yield TestMention((test,), found.start(), found.end())


def _is_denied(folded: str, one: TestMention) -> bool:
    before = folded[max(0, one.start - _LOOK_BACK) : one.start]
    return (
        _DENIED_BEFORE.search(before) is not None
        or _DENIED_AFTER.match(folded, one.end) is not None
    )


@lru_cache(maxsize=4096)
def _family(word: str) -> str | None:
    """The family that a word names, with one slip of the finger allowed in the longer names."""
    known = _FAMILY_OF.get(word)
    if known or len(word) < 5 or word in _NOT_A_TEST:
        return known
    for family in ("celpip", "duolingo", "ielts", "toefl"):
        allowed = 2 if len(family) > 6 else 1
        if OSA.distance(word, family, score_cutoff=allowed) <= allowed:
            return family
    return None
