"""Calls of Telegram's Bot API, tried again where that can help, with errors that never hold the token.

Plain HTTP and no library: aiogram 2, which Rasa brings, ends at Bot API 5.3 (no secret token) and writes people's
words into its log. The token is part of every address, and clients quote addresses in their errors.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import aiohttp

from channels.telegram.settings import Settings

_TRIES: Final = 6
_SECONDS: Final = 20.0  # for one try
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0  # seconds
_LONGEST_WAIT: Final = 120.0  # seconds that Telegram may ask us to wait; beyond that nobody waits for the reply


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes along with a call, in the parameter of that name ("photo", "document")."""

    parameter: str
    content: bytes
    name: str
    media_type: str


class ApiError(Exception):
    """A call failed for good. `code` is that of HTTP, 0 where there was no answer at all."""

    def __init__(self, method: str, code: int, description: str) -> None:
        super().__init__(f"{method}: {code or 'no answer'}, {description}")
        self.code, self.description = code, description


class Blocked(ApiError):
    """The person has blocked the bot or is gone: nothing is wrong, and nobody is there to read."""


class _NotNow(ApiError):
    """Worth another try, after `wait` seconds where Telegram said so."""

    def __init__(self, method: str, code: int, description: str, wait: float | None = None) -> None:
        super().__init__(method, code, description)
        self.wait = wait


class BotApi:
    """One bot's side of the Bot API. Use it within ``async with``."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> BotApi:
        self._session = aiohttp.ClientSession(trust_env=True)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(
        self,
        method: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        upload: Upload | None = None,
        tries: int = _TRIES,
        seconds: float = _SECONDS,
    ) -> Any:
        """The result of one method. Raises Blocked or ApiError.

        upload: a file to send along. tries: how often, with pauses that grow, or that
        Telegram asks for. seconds: how long one try may take.
        """
        for attempt in itertools.count(1):
            try:
                return await self._try(method, parameters or {}, upload, seconds)
            except _NotNow as problem:
                pause = min(_FIRST_PAUSE * 2 ** (attempt - 1), _LONGEST_PAUSE) * random.uniform(0.7, 1)
                wait = pause if problem.wait is None else problem.wait + random.uniform(0, 0.2)
                if attempt >= tries or wait > _LONGEST_WAIT:
                    raise
            await asyncio.sleep(wait)

    async def _try(self, method: str, parameters: Mapping[str, Any], upload: Upload | None, seconds: float) -> Any:
        assert self._session is not None, "the Bot API is used within `async with`"
        address = f"{self._settings.api}/bot{self._settings.token}/{method}"
        body: dict[str, Any] = {"data": _form(parameters, upload)} if upload else {"json": dict(parameters)}
        try:
            async with self._session.post(address, timeout=aiohttp.ClientTimeout(seconds), **body) as response:
                status, text = response.status, await response.text()
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as problem:
            # Without its cause: that names the address, and the token in it.
            raise _NotNow(method, 0, type(problem).__name__) from None
        return _result(method, status, text)


def _form(parameters: Mapping[str, Any], upload: Upload) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    form.add_field(upload.parameter, upload.content, filename=upload.name, content_type=upload.media_type)
    return form


def _result(method: str, status: int, text: str) -> Any:
    try:
        told = json.loads(text)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        told = {}
    if status == 200 and told.get("ok"):
        return told.get("result")
    description = str(told.get("description") or "no description")
    if status == 429:
        wait = (told.get("parameters") or {}).get("retry_after")
        raise _NotNow(method, status, description, float(wait) if isinstance(wait, int | float) else None)
    if status >= 500 or not told:
        raise _NotNow(method, status, description)
    raise (Blocked if status == 403 else ApiError)(method, status, description)
