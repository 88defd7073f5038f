"""The words of a reply without Rasa: parts filled from domain.yml, as nlg.composer fills them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nlg.words import Words


def text_of(parts: Sequence[Mapping[str, Any]], today: date) -> str:
    """The parts as one text."""
    return Words(today).join(parts)
