"""The variables that training, chat, servers and tests run with, in this one place.

docs/settings.md says what each is for. What a person has set already wins.
"""

from __future__ import annotations

import os

from scripts import ROOT

DEFAULTS = {
    "ACTION_SERVER_URL": "http://127.0.0.1:5055/webhook",
    "CEC_DATABASE": str(ROOT / "var" / "conversations.db"),
    "SANIC_HOST": "127.0.0.1",
    "PROMPT_TOOLKIT_NO_CPR": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "RASA_MAX_CACHE_SIZE": "0",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "SQLALCHEMY_WARN_20": "0",
    "TF_CPP_MIN_LOG_LEVEL": "2",
}


def environment(**settings: str) -> dict[str, str]:
    """The variables for a program of ours: `settings`, else what is set already, else defaults."""
    return {**DEFAULTS, **os.environ, **settings}
