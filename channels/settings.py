"""What an operator can set about the website channel, read from the environment once and checked at the start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
PREFIX = "CEC_"


class BadSetting(ValueError):
    """A variable of the environment cannot be used; the text says which, and what it takes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of docs/settings.md, "The website". Numbers are per process unless CEC_REDIS joins several."""

    origins: frozenset[str] = frozenset()
    secret: str | None = None
    redis: str | None = None
    proxies: int = 0
    turn_seconds: float = 9.0
    connections: int = 1000
    address_connections: int = 250
    messages_per_minute: int = 60
    address_messages_per_minute: int = 300
    longest_message: int = 2000
    idle_days: int = 30

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Settings:
        """The settings in `environ`; an empty variable counts as not set. Raises BadSetting."""
        standard = cls()

        def number(name: str, default: int, least: int = 1) -> int:
            text = environ.get(PREFIX + name) or str(default)
            if not text.isdecimal() or int(text) < least:
                raise BadSetting(f"{PREFIX}{name} has to be a whole number of at least {least}, not {text!r}.")
            return int(text)

        return cls(
            origins=frozenset(_origin(text) for text in (environ.get("CEC_ORIGINS") or "").replace(",", " ").split()),
            secret=environ.get("CEC_SECRET") or None,
            redis=environ.get("CEC_REDIS") or None,
            proxies=number("PROXIES", standard.proxies, least=0),
            turn_seconds=float(number("TURN_SECONDS", int(standard.turn_seconds))),
            connections=number("CONNECTIONS", standard.connections),
            address_connections=number("CONNECTIONS_PER_ADDRESS", standard.address_connections),
            messages_per_minute=number("MESSAGES_PER_MINUTE", standard.messages_per_minute),
            address_messages_per_minute=number("MESSAGES_PER_MINUTE_PER_ADDRESS", standard.address_messages_per_minute),
        )


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or text.lower() != f"{parts.scheme}://{parts.netloc}".lower():
        raise BadSetting(f"CEC_ORIGINS takes origins such as https://www.example.ca, without a path; not {text!r}.")
    return text.lower()
