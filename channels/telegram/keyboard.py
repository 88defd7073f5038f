"""Buttons under a bubble: short keys in place of payloads, each good for the turn that offered it.

Telegram takes 64 bytes with a button, and people press buttons of last week. So a key names the turn (the update
that it answered) and the place of the button in it; what it stands for is looked up in the conversation, which
also holds over a restart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

#: What Telegram hands back where the button stands for nothing: it shows what was chosen.
CHOSEN: Final = "-"

_SHORT = 18  # characters; two of these have room beside each other on a narrow phone


def keyboard(buttons: Sequence[Mapping[str, str]], turn: int, first: int = 0) -> dict[str, Any]:
    """Telegram's markup for the buttons of a bubble, of which `first` were offered before it in the same turn."""
    rows: list[list[dict[str, str]]] = []
    for number, button in enumerate(buttons, start=first):
        told = {"text": button["title"], "callback_data": f"{turn}.{number}"}
        beside = rows[-1] if rows else []
        if len(beside) == 1 and max(len(beside[0]["text"]), len(button["title"])) <= _SHORT:
            beside.append(told)
        else:
            rows.append([told])
    return {"inline_keyboard": rows}


def marked(title: str) -> dict[str, Any]:
    """The markup after a press: the choice alone, so that one can read later what was chosen."""
    return {"inline_keyboard": [[{"text": f"✓ {title}", "callback_data": CHOSEN}]]}


def offered(tracker: DialogueStateTracker | None, data: str) -> Mapping[str, str] | None:
    """The button ("title", "payload") that a key stands for; None where the conversation has moved on from it."""
    turn, dot, number = data.partition(".")
    if tracker is None or not (dot and turn.isdecimal() and number.isdecimal()):
        return None
    buttons: list[Mapping[str, str]] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            is_its = (event.metadata or {}).get("update_id") == int(turn)
            return buttons[int(number)] if is_its and int(number) < len(buttons) else None
        if isinstance(event, BotUttered):
            buttons[:0] = event.data.get("buttons") or ()
    return None
