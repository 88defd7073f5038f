"""Cuts a message into tokens of known classes, so that the grammars see phrases and not letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from nlu.calendar_words import month_number
from nlu.lexicon import PHRASE_STARTS, phrase_class, word_class
from nlu.text import Text
from nlu.tokens import Token, Tokens
from nlu.word_sense import with_compounds, with_ranges, without_modals

#: A date in figures may touch another one across a dash: "05/2024-09/2025".
_BEGINS: Final = r"(?:(?<![\d./-])|(?<=[./]20\d\d-)|(?:(?<=\d[./-]\d\d-)|(?<=\d[./-]\d-))(?=20\d\d[./-]))"
_BEFORE_ANOTHER: Final = (
    r"-(?=\d{1,2}[./](?:\d{1,2}[./])?20\d\d(?!\d)|20\d\d(?:[./]\d{1,2}|-\d{1,2}-\d|[./-](?:0[1-9]|1[0-2])\b))"
)
_FIGURES: Final = (
    r"(?:20\d\d(?P<by>\s?/\s?|\.\s|[.-])\d{1,2}(?P=by)\d{1,2}|(?:19|2\d)\.\d{1,2}\.\d"
    r"|\d{1,4}(?P<sep>\s?/\s?|[.-])\d{1,2}(?P=sep)\d{2,4})"
)
_SEPARATED: Final = rf"{_BEGINS}{_FIGURES}(?:(?={_BEFORE_ANOTHER})|(?!\s?[./-]\d|\d))"
#: "march 5 - 2025 june 12" holds no 5/2025.
_MONTH_BEGINS: Final = r"(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)[a-z]*[\s.]*\d{0,2}(?!\d)"
_MONTH_AND_YEAR: Final = (
    rf"{_BEGINS}(?:\d{{1,2}}\s?[./-]\s?(?:19|20)\d\d(?!\s?{_MONTH_BEGINS})|(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2]))"
    rf"(?:(?={_BEFORE_ANOTHER})|(?![./-]?\d))"
)
_COMPACT: Final = r"(?<!\d)20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
_TELEPHONE: Final = (
    r"(?<!\d)\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}(?!\d)|(?<!\d)\+\d[\d\s-]{8,16}\d(?!\d)|(?<![\d.,])\d{9,}(?![\d.,])"
)
_MONEY: Final = (
    r"(?:\$|c\$|€|£|₹|\b(?:cad|usd|rs)\b\.?)\s?\d[\d.,]{0,12}k?"
    r"|(?<![\d.,])\d[\d.,]{0,12}\s?(?:\$|€|£|dollars?\b|dollors?\b|bucks?\b|cad\b|k\b)"
)
_ADDRESS: Final = r"(?<!\S)[^\s@]{1,40}@[^\s@]{1,40}\.\w+|https?://\S+|www\.\S+"

_TOKEN: Final = re.compile(
    rf"""
    (?P<ADDRESS>{_ADDRESS})
    |(?P<MONEY>{_MONEY})
    |(?P<TELEPHONE>{_TELEPHONE})
    |(?P<NUMDATE>{_SEPARATED}|{_MONTH_AND_YEAR}|{_COMPACT})
    |(?P<millennial>\b2k[12]\d\b)
    |(?P<number>\d{{1,3}}(?:,\d{{3}}){{1,3}}(?![\d,])|\d+\.\d+|\.\d+|(?<!\d,)\d{{1,2}},(?:25|5|50|75|0|00)(?![\d,])|\d+)
    |(?P<slashed>\b[fp]/t\b|(?:b/w|w/)(?=\s?\d))
    |(?P<elided>\b[dl]'(?=[aeho]))
    |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    |(?P<SHORTYEAR>'\s?\d\d(?!\d))
    |(?P<to>[-=]+>|→|➔|➡)
    |(?P<NEWLINE>\n)
    |(?P<mark>\S)
    """,
    re.VERBOSE,
)
_ORDINAL: Final = re.compile(r"(?:st|nd|rd|th|er|e|eme|ere)(?![a-z])")
_JOINED: Final = re.compile(r"[\s-]{1,2}")

_MARKS: Final = {
    ",": "COMMA", ".": "DOT", ";": "SEMICOLON", ":": "COLON", "/": "SLASH", "-": "DASH", "+": "PLUS", "(": "OPEN",
    ")": "CLOSE", "*": "TIMES", "×": "TIMES", "~": "HEDGE", "≈": "HEDGE", ">": "OVER", "≥": "OVER", "<": "UNDER",
    "≤": "UNDER", "@": "PER", "?": "QUESTION", "!": "DOT", "%": "PERCENT", "&": "AND", "|": "SEMICOLON", "_": "DASH",
    "•": "BULLET", "#": "BULLET", "'": "QUOTE", '"': "QUOTE",
}  # fmt: skip

#: Glued digits are no part of these words.
_SPLIT_FROM_DIGITS: Final = frozenset("x since from to until till 从 自从 到 至 每周 每星期 一周 週 毎週 周".split())
_LONGEST_PHRASE: Final = 4
_CODE: Final = re.compile(r"(?:[^\W_]|[.,](?=\d))+")


def lex(text: Text) -> Tokens:
    """The tokens of a message, in order; offsets are those of the raw message."""
    source = text.folded
    if "\n" in text.raw:
        source = "".join("\n" if raw == "\n" else folded for raw, folded in zip(text.raw, source, strict=True))
    items: list[Token] = []
    at = 0
    while found := _TOKEN.search(source, at):
        at = _TAKE[found.lastgroup or "mark"](source, found, items)
    return Tokens(without_modals(with_ranges(with_compounds(items))))


def _take_named(source: str, found: re.Match[str], items: list[Token]) -> int:
    items.append(Token(found.lastgroup or "", found.start(), found.end(), found[0]))
    return found.end()


def _take_number(source: str, found: re.Match[str], items: list[Token]) -> int:
    digits, end = found[0], found.end()
    if "," in digits:
        digits = digits.replace(",", "" if len(digits.rpartition(",")[2]) == 3 else ".")
    if "." in digits:
        items.append(Token("DEC", found.start(), end, "0" + digits if digits[0] == "." else digits))
        return end
    value = int(digits) if len(digits) < 10 else 0
    if ending := _ORDINAL.match(source, end):
        items.append(Token("ORD", found.start(), ending.end(), digits, value))
        return ending.end()
    is_year = len(digits) == 4 and 1950 <= value < 2100
    kind = "NUM" if len(digits) < 3 else "YEAR" if is_year else "BIG"
    items.append(Token(kind, found.start(), end, digits, value))
    return end


def _take_millennial(source: str, found: re.Match[str], items: list[Token]) -> int:
    """ "2k24"."""
    year = f"20{found[0][2:]}"
    items.append(Token("YEAR", found.start(), found.end(), year, int(year)))
    return found.end()


def _take_word(source: str, found: re.Match[str], items: list[Token]) -> int:
    word, start, end = found[0], found.start(), found.end()
    is_glued = source[end : end + 1].isdigit()
    if is_glued and not _splits_from_digits(word, source[start - 1 : start]):
        return _take_code(source, start, items)
    if not is_glued and word in PHRASE_STARTS and (last := _take_phrase(source, found, items)):
        return last
    kind, value = word_class(word)
    if items and items[-1].kind == "NUM" and start - items[-1].end <= 1:
        kind = {"am": "CLOCK", "min": "MINUTE"}.get(word, kind)
    items.append(Token(kind, start, end, word, value))
    return end


def _splits_from_digits(word: str, before: str) -> bool:
    """Whether digits glued to a word are no part of it: "may24", "x3", "37h30", but not "t4"."""
    return word in _SPLIT_FROM_DIGITS or month_number(word) is not None or (word == "h" and before.isdigit())


def _take_code(source: str, start: int, items: list[Token]) -> int:
    found = _CODE.match(source, start)
    assert found
    items.append(Token("CODE", start, found.end(), found[0]))
    return found.end()


def _take_phrase(source: str, found: re.Match[str], items: list[Token]) -> int:
    """Take the longest known phrase that begins with a word; 0 where there is none."""
    words, ends = [found[0]], [found.end()]
    while len(words) < _LONGEST_PHRASE and (gap := _JOINED.match(source, ends[-1])):
        following = _TOKEN.match(source, gap.end())
        if following is None or following.lastgroup != "word":
            break
        words.append(following[0])
        ends.append(following.end())
    for count in range(len(words), 1, -1):
        if kind := phrase_class(tuple(words[:count])):
            items.append(Token(kind, found.start(), ends[count - 1], " ".join(words[:count])))
            return ends[count - 1]
    return 0


def _take_to(source: str, found: re.Match[str], items: list[Token]) -> int:
    items.append(Token("TO", found.start(), found.end(), found[0]))
    return found.end()


def _take_short_year(source: str, found: re.Match[str], items: list[Token]) -> int:
    digits = found[0][1:].strip()
    items.append(Token("SHORTYEAR", found.start(), found.end(), digits, int(digits)))
    return found.end()


def _take_mark(source: str, found: re.Match[str], items: list[Token]) -> int:
    items.append(Token(_MARKS.get(found[0], "MARK"), found.start(), found.end(), found[0]))
    return found.end()


_TAKE: Final[dict[str, Callable[[str, re.Match[str], list[Token]], int]]] = {
    "ADDRESS": _take_named,
    "MONEY": _take_named,
    "TELEPHONE": _take_named,
    "NUMDATE": _take_named,
    "NEWLINE": _take_named,
    "SHORTYEAR": _take_short_year,
    "millennial": _take_millennial,
    "number": _take_number,
    "slashed": _take_word,
    "elided": _take_word,
    "word": _take_word,
    "to": _take_to,
    "mark": _take_mark,
}
