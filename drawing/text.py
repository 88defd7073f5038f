"""Text in a picture: made safe, measured by a rough estimate, and cut where it would not fit."""

from __future__ import annotations

import unicodedata
from typing import Final

_ELLIPSIS: Final = "…"
#: Widths in parts of the font's size, about those of the widest common sans-serif (DejaVu Sans).
_THIN: Final = frozenset(" .,:;'|!iIjl()[]/·-")
_NARROW: Final = frozenset("ftrsJ")
_WIDE: Final = frozenset("mwMWQO@%&—…")
_BOLD: Final = 1.08


def clean(text: str) -> str:
    """The text on one line without what XML or a reader's screen cannot show: controls, lone surrogates."""
    shown = "".join(c if unicodedata.category(c) not in ("Cc", "Cs", "Cn", "Co") else " " for c in text)
    # Signs that turn the direction of what follows would reach beyond their own line.
    turned = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    return " ".join(shown.translate(turned).split())


def width(text: str, size: float, bold: bool = False) -> float:
    """About how wide the text is at that size; rather too much than too little."""
    return sum(map(_width, text)) * size * (_BOLD if bold else 1)


def fit(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, or as much of its beginning as has room, with an ellipsis."""
    text = clean(text)
    if width(text, size, bold) <= room:
        return text
    while text and width(text + _ELLIPSIS, size, bold) > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS


def _width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in _THIN:
        return 0.34
    if character in _NARROW:
        return 0.45
    if character in _WIDE:
        return 0.95
    return 0.7 if character.isupper() else 0.64
