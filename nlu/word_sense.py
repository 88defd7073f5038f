"""Second thoughts about single tokens: what belongs together in words, and the verb "may".

Numbers ("thirty seven point five"), years ("twenty twenty four"), days ("march the seventh"), months that are
counted ("tháng 6").
"""

from __future__ import annotations

from typing import Final

from nlu.patterns import classes
from nlu.tokens import Token

_TENS: Final = range(20, 100, 10)
#: What stands beside the verb and not beside the month.
_SUBJECTS: Final = frozenset(("i", "it", "you", "we", "they", "he", "she"))
_VERBS: Final = _SUBJECTS | {
    "that", "this", "be", "not", "have", "need", "get", "also", "still", "apply",
}  # fmt: skip
_LEADS_TO_A_MONTH: Final = classes(
    "IN ON SINCE FROM TO OF DE EARLY MID ENDING LAST NEXT PREVIOUS NUM ORD STARTED STOPPED BETWEEN AU OFF BACK YEAR"
)
_MAY_LEAD_TO_A_MONTH: Final = classes("AND DASH OPEN THIS COMMA ART NOT HEDGE SLASH NEWLINE") | {""}
_AFTER_A_MONTH: Final = classes(
    "NUM ORD YEAR SHORTYEAR TO DASH NOW TILLNOW COMMA DOT OF SLASH SE TAK CLOSE LAST THIS AU NEWLINE"
) | {""}
#: "março de 2024", and not the name.
_AFTER_MARCO: Final = classes("DE YEAR SHORTYEAR")
_ENDS_A_DATE: Final = classes("NUMDATE YEAR SHORTYEAR MONTH NUM ORD")
_BEGINS_A_DATE: Final = classes("NUMDATE YEAR MONTH ORD NOW STILL TILLNOW")

_NOTHING: Final = Token("", 0, 0, "")


def with_compounds(items: list[Token]) -> list[Token]:
    """ "thirty seven point five" as one number."""
    merged: list[Token] = []
    at = 0
    while at < len(items):
        token, last = _number_in_words(items, at)
        merged.append(token)
        at = last
    return merged


def _number_in_words(items: list[Token], at: int) -> tuple[Token, int]:
    """The number that begins at a place, and the place after it; any other token as it is."""
    token = items[at]
    if token.text == "thang" and _kind(items, at + 1) == "NUM" and 1 <= items[at + 1].value <= 12:
        return Token("MONTH", token.start, items[at + 1].end, "thang", items[at + 1].value), at + 2
    if not _is_number_word(items, at):
        return token, at + 1
    if last := _end_of_millennium(items, at):
        return _year_in_words(items, at, last)
    value, last = token.value, at + 1
    if value in _TENS:
        units = last + (_kind(items, last) == "DASH" or _text(items, last) == "y")
        if _is_number_word(items, units) and 0 < items[units].value < 10:
            value, last = value + items[units].value, units + 1
    if _text(items, last) == "point" and _kind(items, last + 1) == "NUM":
        text = f"{value}.{items[last + 1].value}"
        return Token("DEC", token.start, items[last + 1].end, text), last + 2
    return Token("NUM", token.start, items[last - 1].end, str(value), value), last


def _end_of_millennium(items: list[Token], at: int) -> int:
    """The place after "two thousand (and)", or after the "twenty" of "twenty twenty four"; 0 elsewhere."""
    if items[at].value == 2 and _text(items, at + 1) == "thousand":
        return at + 2 + (_kind(items, at + 2) == "AND" and _is_number_word(items, at + 3))
    is_century = items[at].value == 20 and _is_number_word(items, at + 1) and items[at + 1].value >= 10
    return at + 1 if is_century else 0


def _year_in_words(items: list[Token], at: int, last: int) -> tuple[Token, int]:
    """The year of which the millennium or century ends at ``last``, and the place after it."""
    rest = 0
    if _is_number_word(items, last):
        following, last = _number_in_words(items, last)
        rest = following.value
    year = 2000 + rest
    return Token("YEAR", items[at].start, items[last - 1].end, str(year), year), last


def _is_number_word(items: list[Token], at: int) -> bool:
    return _kind(items, at) == "NUM" and items[at].text.isalpha()


def _kind(items: list[Token], at: int) -> str:
    return items[at].kind if at < len(items) else ""


def _text(items: list[Token], at: int) -> str:
    return items[at].text if at < len(items) else ""


def with_ranges(items: list[Token]) -> list[Token]:
    """The "~" or ">" between two dates is "to"; before a figure it is "about" or "over"."""
    for at, token in enumerate(items):
        if token.text in ("~", ">") and at and items[at - 1].kind in _ENDS_A_DATE:
            after = _kind(items, at + 1)
            if after in _BEGINS_A_DATE or (after == "NUM" and _kind(items, at + 2) in ("MONTH", "OF", "DE")):
                items[at] = Token("TO", token.start, token.end, token.text)
    return items


def _is_agosto(items: list[Token], at: int) -> bool:
    """ "15-ago-2026", "ago 2025 - dic 2025", but "3 years ago"."""
    is_followed = items[at + 1].kind == "YEAR" or (items[at + 1].kind == "DASH" and _kind(items, at + 2) == "YEAR")
    return is_followed and (items[at - 1].kind if at else "") not in ("YEARS", "MONTHS", "WEEK", "DAY", "LONG")


def without_modals(items: list[Token]) -> list[Token]:
    """The month May told from the verb: "may 2024", "in may", but "it may", "may i"."""
    for at, token in enumerate(items):
        if token.text == "marco" and _kind(items, at + 1) not in _AFTER_MARCO:
            items[at] = Token("WORD", token.start, token.end, token.text)
        if token.text == "ago" and at < len(items) - 1 and _is_agosto(items, at):
            items[at] = Token("MONTH", token.start, token.end, token.text, 8)
        if token.text == "y" and token.kind == "YEARS" and at and items[at - 1].kind not in ("NUM", "DEC"):
            items[at] = Token("AND", token.start, token.end, token.text)
        if token.text != "may":
            continue
        before = items[at - 1] if at else _NOTHING
        after = items[at + 1] if at + 1 < len(items) else _NOTHING
        is_dated = after.kind in _AFTER_A_MONTH and before.text not in _SUBJECTS
        is_told = before.kind in _LEADS_TO_A_MONTH
        may_be = before.kind in _MAY_LEAD_TO_A_MONTH and after.kind != "WORD"
        if not (is_dated or is_told or (may_be and after.text not in _VERBS)):
            items[at] = Token("WORD", token.start, token.end, token.text)
    return items
