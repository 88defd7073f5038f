"""The card of an answer (interview.card): its parts filled with words, its pictures drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from drawing.hours_over_time import hours_over_time
from drawing.work_history import work_history

#: How each picture is drawn, and from which data of the card.
_PICTURES: Mapping[str, tuple[Callable[[Mapping[str, Any], Mapping[str, Any]], str], str]] = {
    "picture": (work_history, "history"),
    "outlook_picture": (hours_over_time, "hours_over_time"),
}


def filled(card: Mapping[str, Any], words: Callable[[Mapping[str, Any]], str]) -> dict[str, Any]:
    """The card as clients get it (docs/card.md).

    words: turns a part, or {"join": parts}, into its text.
    """
    told: dict[str, Any] = _fill(card, words)
    for name, picture in told.pop("pictures").items():
        draw, data = _PICTURES[name]
        alt = picture["alt"]
        told[name] = {"svg": draw(told[data], {**picture["labels"], "description": alt}), "alt": alt}
    return told


def _fill(value: Any, words: Callable[[Mapping[str, Any]], str]) -> Any:
    if isinstance(value, Mapping):
        if "say" in value or "join" in value:
            return words(value)
        return {key: _fill(item, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_fill(item, words) for item in value]
    return value
