"""Between Rasa's dictionaries and the interview's types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from interview.message import Message
from interview.reply import Button, Part
from nlu.asking_when import asks_when
from nlu.facts import KINDS, Fact
from nlu.suppositions import suppositions

_FACT_FIELDS = {field.name for field in fields(Fact)} - {"kind", "readings"}


def message_from(latest: Mapping[str, Any], today: date, *, is_trying: bool = False) -> Message:
    """The latest message of a tracker; a button's payload carries its key as the entity ``key``.

    is_trying: the person was asked what to suppose. What is supposed is read here and not beside the facts, so
    that nothing supposed can be mistaken for one.
    """
    intent = latest.get("intent") or {}
    entities = latest.get("entities") or []
    selected = (latest.get("response_selector") or {}).get("default", {}).get("response", {})
    topic = str(selected.get("intent_response_key") or "").partition("/")[2]
    facts = [as_fact(entity) for entity in entities if entity.get("extractor") == "FactReader"]
    text, keys = latest.get("text") or "", [str(e.get("value")) for e in entities if e.get("entity") == "key"]
    supposed = None if keys else suppositions(text, today, is_asked=is_trying)
    if not (keys or facts or supposed) and asks_when(text):
        return Message(text, "when")
    return Message(
        text=text,
        intent=intent.get("name") or "nlu_fallback",
        facts=facts,
        topic=topic or None,
        confidence=float(intent.get("confidence") or 0.0),
        key=keys[0] if keys else None,
        supposed=supposed,
    )


def as_fact(entity: Mapping[str, Any]) -> Fact:
    """The fact that nlu.components.fact_reader put into an entity."""
    assert entity["entity"] in KINDS
    known = {name: value for name, value in entity.items() if name in _FACT_FIELDS}
    return Fact(kind=entity["entity"], readings=tuple(entity.get("readings", ())), **known)


def as_parts(parts: list[Part]) -> list[dict[str, Any]]:
    """Parts of a reply as JSON for nlg.composer."""
    return [part.to_dict() for part in parts]


def as_buttons(buttons: list[Button]) -> list[dict[str, Any]]:
    """Buttons for nlg.composer: the label still as a part, the key as payload."""
    return [{"title": button.label.to_dict(), "payload": f'/inform{{"key": "{button.key}"}}'} for button in buttons]
