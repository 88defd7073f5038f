"""One message of the person, as it was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

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


_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
#: The questions whose choices are put with numbers (interview.offers, domain.yml). Elsewhere a number means something
#: else: "the first one" of what is listed with the exclusions is no "none of these".
_NUMBERED: Final = frozenset(
    ("job_group", "job_kind", "doubt", "exclusion_which", "exclusion_job", "admissibility_which")
)
#: Which of the choices: "2", "the second one", "option 3", "1st".
_PLACE: Final = re.compile(
    rf"(?:its |it's |it is |i think |number |no |option |choice |the |#)*"
    rf"(?:(?P<figure>\d{{1,2}})(?:st|nd|rd|th)?|(?P<word>{'|'.join(_ORDINALS)}))(?: one| option| choice)?(?: please)?"
)
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
    if typed in asked.offered:
        return typed
    named = _PLACE.fullmatch(typed.casefold()) if asked.question in _NUMBERED else None
    if named is None or len(asked.offered) < 2:
        return None
    place = int(named["figure"]) if named["figure"] else _ORDINALS.index(named["word"]) + 1
    return asked.offered[place - 1] if 1 <= place <= len(asked.offered) else None
