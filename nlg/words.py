"""The words of domain.yml without Rasa: for commands and tests, where no server runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from nlg.figures import figures

_DOMAIN: Final = Path(__file__).parents[1] / "domain.yml"


class Words:
    """Fills parts (interview.reply.Part as JSON) with the responses of domain.yml and the figures of a day."""

    def __init__(self, day: date) -> None:
        self._figures = figures(day)

    def __call__(self, value: Any) -> str:
        """A part, {"join": parts} or a list as text; anything else as it is written."""
        if isinstance(value, Mapping):
            if "join" in value:
                return self.join(value["join"])
            variables = {name: self(more) for name, more in value["with"].items()}
            text: str = _responses()[value["say"]][0]["text"]
            return text.format(**{**self._figures, **variables}).rstrip()
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(self(item) for item in value)
        return str(value)

    def join(self, parts: Sequence[Mapping[str, Any]]) -> str:
        """The parts as one text; those with a line of their own on one."""
        text = ""
        for part in parts:
            if words := self(part):
                between = "\n" if part.get("own_line") else " "
                text += (between if text else "") + words
        return text


@cache
def _responses() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    domain: Mapping[str, Any] = yaml.load(_DOMAIN.read_text(encoding="utf-8"), Loader=loader)
    responses: Mapping[str, Any] = domain["responses"]
    return responses
