"""The commands that Telegram shows in a menu beside its text field, and what each means to Rasa."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

#: In the order of the menu, with the intent that each stands for; the last is the one that cannot be taken back.
COMMANDS: Final = {
    "start": "greet",
    "status": "show_case",
    "help": "help",
    "restart": "start_over",
    "delete": "delete_data",
}
#: What a link to the bot may ask for (https://t.me/NAME?start=begin), with its intent.
DEEP_LINKS: Final = {"begin": "begin", "help": "help"}


def menu(responses: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[dict[str, str]]:
    """The menu as the Bot API takes it, with the words that the responses of domain.yml have for each command."""
    return [
        {"command": name, "description": str(responses[f"utter_telegram_command_{name}"][0]["text"]).strip()}
        for name in COMMANDS
    ]
