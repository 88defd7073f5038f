"""Cuts a message into tokens of known classes, so that the grammars see phrases and not letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from nlu.calendar_words import month_number
from nlu.lexicon import PHRASE_STARTS, phrase_class, word_class
from nlu.patterns import letter
from nlu.text import Text


class Token(NamedTuple):
    """One word, number or mark: ``folded[start:end]``.

    text: the word, or the number with a decimal point ("36,25" gives "36.25").
    value: the whole number, month, weekday or number word it stands for, else 0.
    """

    kind: str
    start: int
    end: int
    text: str
    value: int = 0


class Tokens:
    """The tokens of one message and their shape (one letter a class, see nlu.patterns)."""

    __slots__ = ("items", "shape")

    def __init__(self, items: list[Token]) -> None:
        self.items = items
        self.shape = "".join([letter(token.kind) for token in items])

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, at: int) -> Token:
        return self.items[at]

    def kind(self, at: int) -> str:
        """The class at a place, "" before the first and after the last token."""
        return self.items[at].kind if 0 <= at < len(self.items) else ""


_SEPARATED: Final = (
    r"(?<![\d./-])\d{1,4}(?P<sep>\s?/\s?|[.-])\d{1,2}(?P=sep)\d{2,4}(?!\s?[./-]\d|\d)"
)
_MONTH_AND_YEAR: Final = r"(?<![\d./-])(?:\d{1,2}\s?[./-]\s?(?:19|20)\d\d|(?:19|20)\d\d[./-](?:0?[1-9]|1[0-2]))(?![./-]?\d)"
_COMPACT: Final = r"(?<!\d)20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
_TELEPHONE: Final = r"(?<!\d)\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}(?!\d)|(?<!\d)\+\d[\d\s-]{8,16}\d(?!\d)|(?<![\d.,])\d{9,}(?![\d.,])"
_MONEY: Final = r"(?:\$|c\$|€|£|₹|\b(?:cad|usd|rs)\b\.?)\s?\d[\d.,]{0,12}k?|(?<![\d.,])\d[\d.,]{0,12}\s?(?:\$|€|£|dollars?\b|dollors?\b|bucks?\b|cad\b|k\b)"
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
_DIGITS: Final = re.compile(r"\d")
_JOINED: Final = re.compile(r"[\s-]{1,2}")

_MARKS: Final = {
    ",": "COMMA", ".": "DOT", ";": "SEMICOLON", ":": "COLON", "/": "SLASH", "-": "DASH", "+": "PLUS", "(": "OPEN",
    ")": "CLOSE", "*": "TIMES", "×": "TIMES", "~": "HEDGE", "≈": "HEDGE", ">": "OVER", "≥": "OVER", "<": "UNDER",
    "≤": "UNDER", "@": "PER", "?": "QUESTION", "!": "DOT", "%": "PERCENT", "&": "AND", "|": "SEMICOLON", "_": "DASH",
    "•": "BULLET", "#": "BULLET", "'": "QUOTE", '"': "QUOTE",
}  # fmt: skip

#: Words that swallow digits glued to them would hide a date ("may24") or a count ("x3").
_SPLITS_FROM_DIGITS: Final = frozenset(("x", "since", "from", "to", "until", "till"))

_TENS: Final = range(20, 100, 10)

_SUBJECTS: Final = frozenset("i it you we they he she".split())
_MODAL_NEIGHBOURS: Final = frozenset(
    "i it you we they he she that this be not have need get also still apply".split()
)
_LEADS_TO_A_MONTH: Final = frozenset(
    "IN ON SINCE FROM TO OF DE EARLY MID ENDING LAST NEXT PREVIOUS NUM ORD STARTED STOPPED BETWEEN AU OFF BACK YEAR".split()
)
_MAY_LEAD_TO_A_MONTH: Final = frozenset(
    ("AND", "DASH", "OPEN", "THIS", "", "COMMA", "ART", "NOT", "HEDGE", "SLASH", "NEWLINE")
)
_AFTER_A_MONTH: Final = frozenset(
    ("NUM", "ORD", "YEAR", "SHORTYEAR", "TO", "DASH", "NOW", "COMMA", "DOT", "OF", "", "SLASH", "SE", "TAK", "CLOSE", "LAST",
     "THIS", "AU", "NEWLINE")
)  # fmt: skip


def lex(text: Text) -> Tokens:
    """The tokens of a message, in order; offsets are those of the raw message."""
    source = text.folded
    if "\n" in text.raw:
        source = "".join(
            "\n" if raw == "\n" else folded for raw, folded in zip(text.raw, source, strict=True)
        )
    items: list[Token] = []
    at = 0
    while found := _TOKEN.search(source, at):
        at = _TAKE[found.lastgroup or "mark"](source, found, items)
    return Tokens(_without_modals(_with_compounds(items)))


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
    kind = (
        "NUM" if len(digits) < 3 else "YEAR" if len(digits) == 4 and 1950 <= value < 2100 else "BIG"
    )
    items.append(Token(kind, found.start(), end, digits, value))
    return end


def _take_millennial(source: str, found: re.Match[str], items: list[Token]) -> int:
    """ "2k24"."""
    year = f"20{found[0][2:]}"
    items.append(Token("YEAR", found.start(), found.end(), year, int(year)))
    return found.end()


def _take_word(source: str, found: re.Match[str], items: list[Token]) -> int:
    word, start, end = found[0], found.start(), found.end()
    if _DIGITS.match(source, end):
        is_hours = word == "h" and source[start - 1 : start].isdigit()
        if is_hours or word in _SPLITS_FROM_DIGITS or month_number(word):
            items.append(Token(*word_class(word)[:1], start, end, word, word_class(word)[1]))
            return end
        while end < len(source) and (
            source[end].isalnum() or (source[end] in ".," and source[end + 1 : end + 2].isdigit())
        ):
            end += 1
        items.append(Token("CODE", start, end, source[start:end]))
        return end
    if word in PHRASE_STARTS:
        words, ends = [word], [end]
        while len(words) < 4 and (gap := _JOINED.match(source, ends[-1])):
            following = _TOKEN.match(source, gap.end())
            if following is None or following.lastgroup != "word":
                break
            words.append(following[0])
            ends.append(following.end())
        for count in range(len(words), 1, -1):
            if kind := phrase_class(tuple(words[:count])):
                items.append(Token(kind, start, ends[count - 1], " ".join(words[:count])))
                return ends[count - 1]
    kind, value = word_class(word)
    if word == "am" and items and items[-1].kind == "NUM" and start - items[-1].end <= 1:
        kind = "CLOCK"
    if word == "min" and items and items[-1].kind == "NUM":
        kind = "MINUTE"
    if word == "f/t" or word == "p/t":
        kind = "FULLTIME" if word == "f/t" else "PARTTIME"
    items.append(Token(kind, start, end, word, value))
    return end


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


def _with_compounds(items: list[Token]) -> list[Token]:
    """ "thirty seven point five" as one number."""
    merged: list[Token] = []
    at = 0
    while at < len(items):
        token = items[at]
        if token.kind == "NUM" and token.text.isalpha():
            end = at + 1
            value = token.value
            if value in _TENS:
                units = end + 1 if end < len(items) and items[end].kind == "DASH" else end
                if (
                    units < len(items)
                    and items[units].kind == "NUM"
                    and items[units].text.isalpha()
                ):
                    if 0 < items[units].value < 10:
                        value, end = value + items[units].value, units + 1
            token = Token("NUM", token.start, items[end - 1].end, str(value), value)
            if end + 1 < len(items) and items[end].text == "point" and items[end + 1].kind == "NUM":
                text = f"{value}.{items[end + 1].value}"
                token, end = Token("DEC", token.start, items[end + 1].end, text), end + 2
            at = end
        else:
            at += 1
        merged.append(token)
    return merged


def _without_modals(items: list[Token]) -> list[Token]:
    """The month May told from the verb: "may 2024", "in may", but "it may", "may i"."""
    nothing = Token("", 0, 0, "")
    for at, token in enumerate(items):
        if token.text != "may":
            continue
        before = items[at - 1] if at else nothing
        after = items[at + 1] if at + 1 < len(items) else nothing
        dated = after.kind in _AFTER_A_MONTH and before.text not in _SUBJECTS
        told = before.kind in _LEADS_TO_A_MONTH or (before.kind in _MAY_LEAD_TO_A_MONTH and after.text not in _MODAL_NEIGHBOURS
                                                    and after.kind != "WORD")  # fmt: skip
        if not dated and not told:
            items[at] = Token("WORD", token.start, token.end, token.text)
    return items
