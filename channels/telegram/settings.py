"""Which bot, and which Bot API server: from the environment, checked at the start."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from channels.settings import BadSetting

TOKEN, API = "TELEGRAM_TOKEN", "TELEGRAM_API"
OFFICIAL = "https://api.telegram.org"
#: Where the webhook is, under the address of the server.
WEBHOOK_PATH = "/webhooks/telegram/webhook"

_TOKEN = re.compile(r"[0-9]{3,}:[A-Za-z0-9_-]{20,}")


@dataclass(frozen=True, slots=True)
class Settings:
    """A bot of one Bot API server. The token is never printed with the rest."""

    token: str = field(repr=False)
    api: str = OFFICIAL

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> Settings:
        """The settings in `environ`; an empty variable counts as not set. Raises BadSetting."""
        token, api = environ.get("TELEGRAM_TOKEN") or "", (environ.get("TELEGRAM_API") or OFFICIAL).rstrip("/")
        if not _TOKEN.fullmatch(token):
            what = "is not set" if not token else "is not a bot's token"
            raise BadSetting(
                f"{TOKEN} {what}. @BotFather gives one, like 123456:ABC-DEF...; docs/telegram.md says how."
            )
        if urlsplit(api).scheme not in ("http", "https") or not urlsplit(api).netloc:
            raise BadSetting(f"{API} has to be an address such as {OFFICIAL}.")
        return cls(token, api)

    @property
    def secret(self) -> str:
        """What Telegram has to show at our webhook. Made of the token, so that there is nothing more to keep."""
        return hmac.new(self.token.encode(), b"webhook", hashlib.sha256).hexdigest()
