"""What was said to a person: bubbles with increasing ids, so that what was missed can be sent again."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of the bot as the client gets it (the event ``bot_uttered``)."""

    id: str
    text: str
    buttons: Sequence[Mapping[str, str]] = ()
    custom: Mapping[str, Any] | None = None

    @classmethod
    def of(cls, bubble_id: str, message: Mapping[str, Any]) -> Bubble | None:
        """The bubble for one message of Rasa, whatever of text, buttons and custom it has; None where nothing."""
        text, custom = (message.get("text") or "").strip(), message.get("custom") or None
        buttons = [{"title": b["title"], "payload": b["payload"]} for b in message.get("buttons") or ()]
        return cls(bubble_id, text, buttons, custom) if text or buttons or custom else None

    def to_dict(self) -> dict[str, Any]:
        """As JSON, in the words of Rasa's own Socket.IO channel."""
        told: dict[str, Any] = {"id": self.id, "text": self.text}
        if self.buttons:
            told["quick_replies"] = [{"content_type": "text", **button} for button in self.buttons]
        if self.custom:
            told["custom"] = dict(self.custom)
        return told


class BubbleIds:
    """Ids that increase, also as text and over a restart: microseconds since 1970, with 16 digits until 2286."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str:
        """An id greater than all before."""
        self._last = max(self._last + 1, time.time_ns() // 1000)
        return f"{self._last:016d}"


def missed(sent: Sequence[Mapping[str, Any]], last_id: str) -> list[Mapping[str, Any]]:
    """Of the bubbles that were sent, in order, those after the last one that the client saw."""
    return [bubble for bubble in sent if int(bubble["id"]) > int(last_id)]
