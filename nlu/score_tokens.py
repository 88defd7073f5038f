"""Cuts a message into the tokens of a telling of scores: skills, figures, "each", "the rest", CLB.

Figures that belong to something else (dates, hours, money, NOC codes) come out as plain words, so
that the grammar of scores never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from rapidfuzz.distance import OSA

from nlu import score_words as words
from nlu.calendar_words import month_number
from nlu.facts import SKILLS
from nlu.text import Text


class Kind(Enum):
    """What a token does in the telling of scores. The values are names of nlu.score_words.RULES."""

    SKILL = "skill"
    NUMBER = "number"
    DIGITS = "digits"
    EVERY = "every"
    REST = "rest"
    OVERALL = "overall"
    EXCEPT = "except"
    CLB = "clb"
    TO_SKILL = "to_skill"
    TO_NUMBER = "to_number"
    INEXACT = "inexact"
    PLURAL = "plural"
    SLASH = "slash"
    JOIN = "join"
    GLUE = "glue"
    STOP = "stop"
    TEST = "test"
    OLD = "old"
    MONTH = "month"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Token:
    """One token of ``raw[start:end]``.

    value: the decimal string of a figure, else the words said. skills: those of a SKILL.
    weak: a skill told by a letter or two ("l", "co"), which alone may be an ordinary word.
    inexact: a figure that is only a bound or a guess ("7+", "around 7").
    other: the second figure of "6 or 6.5".
    may_be_day: a figure beside a month's name ("june 9", "7 march 2026").
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    skills: tuple[str, ...] = ()
    weak: bool = False
    inexact: bool = False
    other: str = ""
    may_be_day: bool = False


_LEX: Final = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in words.RULES.items()))
_NUMBER: Final = re.compile(f"(?P<number>{words.RULES['number']})")
_WAITING: Final = ([Kind.SKILL], [Kind.TO_NUMBER], [Kind.CLB])
_FIGURES: Final = frozenset(("half", "spoken", "tens", "named", "comma", "number", "digits"))
_PLAIN: Final = {name: Kind(name) for name in words.RULES if name in {kind.value for kind in Kind}}
_SMALL_WORDS: Final = (
    (words.TO_SKILL, Kind.TO_SKILL),
    (words.TO_NUMBER, Kind.TO_NUMBER),
    (words.JOIN, Kind.JOIN),
    (words.GLUE, Kind.GLUE),
)
_MONTH_AFTER: Final = re.compile(r"(?:st|nd|rd|th)?[\s./-]*(?:of\s+)?([a-z]{3,10})")
_MONTH_BEFORE: Final = re.compile(r"([a-z]{3,10})[\s.,'/-]*$")
_MONTH_REACH: Final = 14
_SLIPS: Final = 2


def tokens(text: Text) -> list[Token]:
    """The tokens of a message, in order; white space, brackets and other signs are left out."""
    return list(_tokens(_with_halves(text)))


def plain_decimal(figure: str) -> str:
    """A figure without leading zeros, nor zeros at the end of its fraction: "07.50" -> "7.5"."""
    whole, _, part = figure.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def _with_halves(text: Text) -> str:
    """The folded message with every "½" in its place, which folding would turn into a "1"."""
    if "½" not in text.raw:
        return text.folded
    pairs = zip(text.raw, text.folded, strict=True)
    return "".join("½" if raw == "½" else letter for raw, letter in pairs)


def _tokens(folded: str) -> Iterator[Token]:
    before: list[Token] = []
    found = _LEX.search(folded)
    while found is not None:
        if found.lastgroup == "short_quantity" and _leads_a_score(before):
            # "speaking 7 am working as a cook"
            found = _NUMBER.match(folded, found.start()) or found
        for token in _token(found, folded, before):
            yield token
            before = [*before[-1:], token]
        found = _LEX.search(folded, found.end())


def _leads_a_score(before: Sequence[Token]) -> bool:
    """True after a skill that waits for its figure; not after a list of skills ("l r w s")."""
    kinds = [token.kind for token in before]
    return kinds[-1:] in _WAITING and kinds != [Kind.SKILL, Kind.SKILL]


def _token(found: re.Match[str], folded: str, before: Sequence[Token]) -> Iterator[Token]:
    name, said = found.lastgroup or "", found.group()
    start, end = found.span()
    if name in SKILLS:
        yield Token(Kind.SKILL, start, end, skills=(name,))
    elif name == "word":
        yield _word(said, start, end, folded)
    elif name == "order":
        yield _order(said, start, end)
    elif name == "chain":
        yield from _chain(said, start)
    elif name in _FIGURES:
        yield _figure(found, folded, before)
    elif name == "dash":
        yield Token(Kind.TO_NUMBER if folded[start - 1 : start] != " " else Kind.GLUE, start, end, said)
    else:
        yield Token(_PLAIN.get(name, Kind.WORD), start, end, said)


def _figure(found: re.Match[str], folded: str, before: Sequence[Token]) -> Token:
    start, end = found.span()
    if found.lastgroup == "digits":
        is_year = found.group().startswith(("19", "20"))
        return Token(Kind.WORD if is_year else Kind.DIGITS, start, end, found.group())
    value = _value(found)
    if folded[end : end + 2].strip().startswith("½"):
        value += ".5"
    may_be_day = value.isdigit() and not _leads_a_score(before)
    may_be_day = may_be_day and _is_beside_a_month(folded, start, end)
    return Token(Kind.NUMBER, start, end, value, inexact=bool(found["ish"]), may_be_day=may_be_day)


def _value(found: re.Match[str]) -> str:
    if found.lastgroup == "half":
        name = found["half_name"]
        return f"{words.NAMES.get(name, name)}.5"
    if found.lastgroup == "spoken":
        name, is_whole = found["spoken_name"], found["spoken_part"] in ("zero", "0")
        return words.NAMES.get(name, name) + ("" if is_whole else ".5")
    if found.lastgroup == "tens":
        return str(words.TENS[found["tens_name"]] + words.UNITS.get(found["tens_unit"], 0))
    if found.lastgroup == "named":
        return words.NAMES[found.group()]
    figure = found.group().removesuffix(found["ish"] or "")
    return plain_decimal(figure.replace(",", "."))


def _is_beside_a_month(folded: str, start: int, end: int) -> bool:
    after = _MONTH_AFTER.match(folded, end)
    if after and month_number(after.group(1)):
        return True
    before = _MONTH_BEFORE.search(folded[max(0, start - _MONTH_REACH) : start])
    return before is not None and month_number(before.group(1)) is not None


def _chain(said: str, start: int) -> Iterator[Token]:
    """Figures run together: four of them if they can be, with halves where that takes."""
    singles = list(re.finditer(r"\d+", said))
    halves = list(re.finditer(r"\d+[.,][05](?!\d)|\d+", said))
    chosen = halves if len(halves) == len(SKILLS) != len(singles) else singles
    for index, figure in enumerate(chosen):
        first, last = start + figure.start(), start + figure.end()
        if index:
            yield Token(Kind.JOIN, first - 1, first)
        yield Token(Kind.NUMBER, first, last, plain_decimal(figure.group().replace(",", ".")))


def _order(said: str, start: int, end: int) -> Token:
    letters = re.findall(r"[a-z]{2}" if said.startswith("co") else "[a-z]", said)
    skills = tuple(words.WEAK[letter] for letter in letters)
    if len(set(skills)) == len(SKILLS):
        return Token(Kind.SKILL, start, end, skills=skills)
    return Token(Kind.WORD, start, end, said)


def _word(said: str, start: int, end: int, folded: str) -> Token:
    if said == "s" and start > 0 and folded[start - 1].isdigit():
        return Token(Kind.PLURAL, start, end, skills=("speaking",), weak=True)
    if said in words.WEAK and folded[start - 1 : start] != "'":
        return Token(Kind.SKILL, start, end, skills=(words.WEAK[said],), weak=True)
    for small, kind in _SMALL_WORDS:
        if said in small:
            return Token(kind, start, end, said)
    if month_number(said):
        return Token(Kind.MONTH, start, end, said)
    skill = skill_of(said)
    if skill is not None:
        weak = said in words.ALSO_ORDINARY
        return Token(Kind.SKILL, start, end, skills=(skill,), weak=weak)
    return Token(Kind.WORD, start, end, said)


def skill_of(word: str) -> str | None:
    """The skill that a folded word names, two slips allowed in the full English names."""
    known = words.SKILL_OF.get(word)
    if known or not 6 <= len(word) <= 11 or word in words.NOT_A_SKILL:
        return known
    for skill in SKILLS:
        if word[0] == skill[0] and OSA.distance(word, skill, score_cutoff=_SLIPS) <= _SLIPS:
            return skill
    return None
