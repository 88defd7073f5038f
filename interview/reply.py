"""What the bot is to say, as names of responses and their variables: the words stand in domain.yml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """One response of domain.yml with its variables, of which each may be a part or a list of parts itself.

    own_line: it starts a new line; otherwise it follows the part before it in the same paragraph.
    """

    name: str
    variables: dict[str, Any] = field(default_factory=dict)
    own_line: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The part as JSON: {"say": name, "with": variables, "own_line": bool}."""
        return {"say": self.name, "with": as_json(self.variables), "own_line": self.own_line}


@dataclass(frozen=True, slots=True)
class Button:
    """A choice offered beside a question: its key comes back when it is pressed, or its words when typed."""

    key: str
    label: Part


def say(name: str, **variables: Any) -> Part:
    """A part that follows in the same paragraph."""
    return Part(name, variables)


def line(name: str, **variables: Any) -> Part:
    """A part that starts a line of its own."""
    return Part(name, variables, own_line=True)


def as_json(value: Any) -> Any:
    """A value with the parts in it as JSON."""
    if isinstance(value, Part):
        return value.to_dict()
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_json(item) for item in value]
    return value
