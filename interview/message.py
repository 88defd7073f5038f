"""One message of the person, as it was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interview.state import Asked
from nlu.facts import Fact, Supposition

#: Below this confidence an intent without facts is not acted on.
SURE = 0.3


@dataclass(frozen=True, slots=True)
class Message:
    """intent and topic as classified, with confidence 0 to 1; key: the choice that a button press brings.

    supposed: what the message supposes ("what if ..."), None where it supposes nothing.
    """

    text: str
    intent: str
    facts: Sequence[Fact] = ()
    topic: str | None = None
    confidence: float = 1.0
    key: str | None = None
    supposed: Supposition | None = None


#: Intents that answer a question by themselves, and the key that they stand for.
_KEYS = {"affirm": "yes", "deny": "no", "dont_know": "dont_know", "skip": "skip"}


def answer_key(message: Message, asked: Asked) -> str | None:
    """The key of the choice that a message makes: a button, its number or letter, yes or no, skip, don't know."""
    if message.key is not None:
        return message.key if message.key in asked.offered else None
    if (numbered := _numbered(message, asked)) is not None:
        return numbered
    if message.confidence < SURE:
        return None
    return _KEYS.get(message.intent)


def _numbered(message: Message, asked: Asked) -> str | None:
    typed = message.text.strip().rstrip(".)").lstrip("#(")
    if typed.isdecimal() and len(asked.offered) > 1 and 1 <= int(typed) <= len(asked.offered):
        return asked.offered[int(typed) - 1]
    return typed if typed in asked.offered else None
