"""The words on the buttons, so that a choice that is typed counts like one that is pressed.

Read from domain.yml, where everything that the bot says stands; the Rasa server puts the same words on the buttons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from rapidfuzz import fuzz

from interview.reply import Button, Part
from nlu.text import Text

_DOMAIN: Final = Path(__file__).parents[1] / "domain.yml"
#: How alike a typed choice and a label must be, 0 to 100: a slip of the finger, not another word.
_ALIKE: Final = 88.0
_NEARLY_ALL: Final = 4
#: So many words more than a label may be typed with it.
_AROUND: Final = 3


def chosen(typed: str, buttons: Sequence[Button]) -> str | None:
    """The key of the one button whose label, or the better part of it, was typed; None where it is none or several."""
    words = _plain(typed)
    labels = {button.key: _plain(_text(button.label)) for button in buttons}
    same = [key for key, label in labels.items() if label == words]
    if not same and len(words.split()) > 1:
        same = [key for key, label in labels.items() if set(words.split()) <= set(label.split())]
    if not same:
        # "i have no test yet": the whole label with a word or two around it.
        same = [key for key, label in labels.items() if _holds(words.split(), label.split())]
    if not same and len(words) >= _NEARLY_ALL:
        same = [key for key, label in labels.items() if fuzz.ratio(label, words) >= _ALIKE]
    return same[0] if len(same) == 1 else None


def _holds(typed: Sequence[str], label: Sequence[str]) -> bool:
    return 1 < len(label) < len(typed) <= len(label) + _AROUND and set(label) <= set(typed)


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in Text.of(words).folded).split())


def _text(part: Part) -> str:
    variables = {name: _text(v) if isinstance(v, Part) else str(v) for name, v in part.variables.items()}
    return str(_responses()[part.name][0]["text"]).format(**variables)


@cache
def _responses() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    domain: Mapping[str, Any] = yaml.load(_DOMAIN.read_text(encoding="utf-8"), Loader=loader)
    responses: Mapping[str, Any] = domain["responses"]
    return responses
