"""Second thoughts about single tokens: number words that belong together, and the verb "may"."""

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
    "NUM ORD YEAR SHORTYEAR TO DASH NOW COMMA DOT OF SLASH SE TAK CLOSE LAST THIS AU NEWLINE"
) | {""}

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
    if not _is_number_word(items, at):
        return token, at + 1
    value, last = token.value, at + 1
    if value in _TENS:
        units = last + (_kind(items, last) == "DASH")
        if _is_number_word(items, units) and 0 < items[units].value < 10:
            value, last = value + items[units].value, units + 1
    if _text(items, last) == "point" and _kind(items, last + 1) == "NUM":
        text = f"{value}.{items[last + 1].value}"
        return Token("DEC", token.start, items[last + 1].end, text), last + 2
    return Token("NUM", token.start, items[last - 1].end, str(value), value), last


def _is_number_word(items: list[Token], at: int) -> bool:
    return _kind(items, at) == "NUM" and items[at].text.isalpha()


def _kind(items: list[Token], at: int) -> str:
    return items[at].kind if at < len(items) else ""


def _text(items: list[Token], at: int) -> str:
    return items[at].text if at < len(items) else ""


def without_modals(items: list[Token]) -> list[Token]:
    """The month May told from the verb: "may 2024", "in may", but "it may", "may i"."""
    for at, token in enumerate(items):
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
