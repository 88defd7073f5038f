"""The channel's memory for several processes that does without Redis for as long as Redis is gone.

What is lost meanwhile is that two processes know the same: limits count for each apart, and a bubble that was missed
is not sent again. No turn is lost or taken twice, which the database sees to (stores.lean).
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from redis.exceptions import RedisError

from channels.inbox import Waiting
from channels.redis_state import RedisState
from channels.state import LocalState

logger = logging.getLogger(__name__)

T = TypeVar("T")
_SECONDS_TO_SPARE_IT: Final = 1.0


class SharedState:
    """See channels.state.State."""

    def __init__(self, url: str, idle_days: int, channel: str = "website") -> None:
        self._redis, self._here = RedisState(url, idle_days, channel), LocalState()
        self._not_before = 0.0

    async def count(self, key: str) -> int:
        return await self._either(lambda: self._redis.count(key), lambda: self._here.count(key))

    async def is_new(self, sender: str, message_id: str) -> bool:
        return await self._either(
            lambda: self._redis.is_new(sender, message_id), lambda: self._here.is_new(sender, message_id)
        )

    async def keep(self, sender: str, bubble: Mapping[str, Any]) -> None:
        await self._either(lambda: self._redis.keep(sender, bubble), lambda: self._here.keep(sender, bubble))

    async def sent(self, sender: str) -> list[Mapping[str, Any]]:
        here = await self._here.sent(sender)
        shared = await self._either(lambda: self._redis.sent(sender), lambda: _value([]))
        return sorted([*shared, *here], key=lambda bubble: str(bubble.get("id", ""))) if here else shared

    async def put(self, sender: str, waiting: Waiting) -> bool:
        return await self._either(lambda: self._redis.put(sender, waiting), lambda: self._here.put(sender, waiting))

    async def head(self, sender: str) -> Waiting | None:
        shared = await self._either(lambda: self._redis.head(sender), lambda: _value(None))
        here = await self._here.head(sender)
        # What came while Redis was gone waits here, and may be older than what came since.
        return min(filter(None, (shared, here)), key=lambda waiting: waiting.since, default=None)

    async def done(self, sender: str, waiting: Waiting, bubbles: Sequence[Mapping[str, Any]]) -> None:
        await self._either(
            lambda: self._redis.done(sender, waiting, bubbles), lambda: self._here.done(sender, waiting, bubbles)
        )
        await self._here.done(sender, waiting, ())

    async def forget(self, sender: str) -> None:
        await self._here.forget(sender)
        await self._either(lambda: self._redis.forget(sender), lambda: _value(None))

    async def end(self, sender: str) -> None:
        await self._here.end(sender)
        await self._either(lambda: self._redis.end(sender), lambda: _value(None))

    async def has_ended(self, sender: str) -> bool:
        return await self._here.has_ended(sender) or await self._either(
            lambda: self._redis.has_ended(sender), lambda: _value(False)
        )

    async def close(self) -> None:
        await self._redis.close()

    async def _either(self, shared: Callable[[], Awaitable[T]], here: Callable[[], Awaitable[T]]) -> T:
        if time.monotonic() >= self._not_before:
            try:
                return await shared()
            except (RedisError, asyncio.TimeoutError, OSError) as problem:
                logger.warning("doing without Redis: %s", type(problem).__name__)
                self._not_before = time.monotonic() + _SECONDS_TO_SPARE_IT
        return await here()


async def _value(value: T) -> T:
    return value
