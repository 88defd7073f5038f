"""Long polling: asking Telegram what has happened, for bots without a public address."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from channels.telegram.api import ApiError, BotApi
from channels.telegram.updates import KINDS

logger = logging.getLogger(__name__)

_SECONDS: Final = 50  # that Telegram holds the request open while nothing happens
_SHORTEST_ROUND: Final = 0.2  # seconds, for servers that answer at once that there is nothing
_LONGEST_PAUSE: Final = 30.0  # seconds between attempts while Telegram cannot be reached


async def poll(api: BotApi, receive: Callable[[Any], Awaitable[None]]) -> None:
    """Hand on updates as they come, until cancelled. Telegram hears that we have them with the next request."""
    offset, failures = 0, 0
    while True:
        began = time.monotonic()
        try:
            asked = {"offset": offset, "timeout": _SECONDS, "allowed_updates": KINDS}
            updates = await api.call("getUpdates", asked, tries=1, seconds=_SECONDS + 15)
        except ApiError as problem:
            if failures in (0, 10):
                logger.warning("%s; trying again. %s", problem, _hint(problem))
            failures += 1
            await asyncio.sleep(min(2.0**failures / 2, _LONGEST_PAUSE))
            continue
        failures = 0
        for update in updates or ():
            await receive(update)
            offset = max(offset, int(update["update_id"]) + 1)
        if not updates and (left := _SHORTEST_ROUND - (time.monotonic() - began)) > 0:
            await asyncio.sleep(left)


def _hint(problem: ApiError) -> str:
    if problem.code == 409:
        return "Somebody else takes this bot's messages: a webhook (`make telegram-webhook` removes it) or a program."
    return "Is the token still good?" if problem.code in (401, 404) else ""
