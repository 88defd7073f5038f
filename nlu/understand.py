"""The trained model without a server: what intent and topic a message has."""

from __future__ import annotations

import asyncio
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

DEFAULT_MODEL: Final = Path(__file__).parents[1] / "models" / "cec.tar.gz"


class ModelNotTrained(RuntimeError):
    """There is no model yet; ``make train`` makes it."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """A message's intent, its question topic (None for other intents) and the confidence, 0 to 1."""

    intent: str
    topic: str | None
    confidence: float

    @property
    def label(self) -> str:
        """The full intent: "faq/co_op" where there is a topic."""
        return f"{self.intent}/{self.topic}" if self.topic else self.intent


class Model:
    """A loaded Rasa model, asked for messages one by one."""

    def __init__(self, agent: Any) -> None:
        self._agent = agent
        self._loop = asyncio.new_event_loop()

    def classify(self, message: str) -> Understanding:
        """What the model takes a message for."""
        return understanding(self._loop.run_until_complete(self._agent.parse_message(message)))


def understanding(parsed: dict[str, Any]) -> Understanding:
    """Intent and topic from what Rasa's parsing gives."""
    intent = parsed.get("intent") or {}
    response = (parsed.get("response_selector") or {}).get("default", {}).get("response", {})
    topic = str(response.get("intent_response_key") or "").partition("/")[2]
    name = intent.get("name") or "nlu_fallback"
    return Understanding(name, topic or None, float(intent.get("confidence") or 0.0))


def silence_rasa() -> None:
    """For commands: Rasa logs every message to standard output, where answers go, and warns of itself on the other."""
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.ERROR)
    logging.captureWarnings(True)


def load_model(path: Path = DEFAULT_MODEL) -> Model:
    """The model at a path. Raises ModelNotTrained where there is none."""
    if not path.exists():
        raise ModelNotTrained(f"There is no trained model at {path}: run `make train`.")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    from rasa.core.agent import Agent

    return Model(Agent.load(str(path)))
