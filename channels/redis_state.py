"""The channel's memory in Redis, for several processes behind one address (docs/settings.md, CEC_REDIS)."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from redis import asyncio as redis

from channels.inbox import Waiting
from channels.state import BUBBLES, WINDOW_SECONDS
from stores.locks import CONNECTION

_DAY = 24 * 60 * 60

# Known and waiting at once, or neither.
_PUT = """
if redis.call('sadd', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('rpush', KEYS[2], ARGV[2])
redis.call('expire', KEYS[1], ARGV[3])
redis.call('expire', KEYS[2], ARGV[3])
return 1
"""


class RedisState:
    """See channels.state.State. What was said and which messages are known fades a day after the last of it."""

    def __init__(self, url: str, idle_days: int, channel: str = "website") -> None:
        self._prefix = f"cec:{channel}"
        self._redis = redis.from_url(url, decode_responses=True, **CONNECTION)
        self._remember_ended = idle_days * _DAY

    async def count(self, key: str) -> int:
        name = f"{self._prefix}:count:{key}:{int(time.time() // WINDOW_SECONDS)}"
        async with self._redis.pipeline(transaction=True) as steps:
            count, _ = await steps.incr(name).expire(name, 2 * WINDOW_SECONDS).execute()
        return int(count)

    async def is_new(self, sender: str, message_id: str) -> bool:
        name = self._ids(sender)
        async with self._redis.pipeline(transaction=True) as steps:
            added, _ = await steps.sadd(name, message_id).expire(name, _DAY).execute()
        return bool(added)

    async def keep(self, sender: str, bubble: Mapping[str, Any]) -> None:
        name = self._outbox(sender)
        async with self._redis.pipeline(transaction=True) as steps:
            await steps.rpush(name, json.dumps(bubble)).ltrim(name, -BUBBLES, -1).expire(name, _DAY).execute()

    async def sent(self, sender: str) -> list[Mapping[str, Any]]:
        return [json.loads(bubble) for bubble in await self._redis.lrange(self._outbox(sender), 0, -1)]

    async def put(self, sender: str, waiting: Waiting) -> bool:
        keys = [self._ids(sender), self._inbox(sender)]
        return bool(await self._redis.eval(_PUT, 2, *keys, waiting.id, waiting.to_json(), _DAY))

    async def head(self, sender: str) -> Waiting | None:
        first = await self._redis.lindex(self._inbox(sender), 0)
        return Waiting.from_json(first) if first else None

    async def done(self, sender: str, waiting: Waiting, bubbles: Sequence[Mapping[str, Any]]) -> None:
        name = self._outbox(sender)
        async with self._redis.pipeline(transaction=True) as steps:
            steps.lrem(self._inbox(sender), 1, waiting.to_json())
            for bubble in bubbles:
                steps.rpush(name, json.dumps(bubble))
            await steps.ltrim(name, -BUBBLES, -1).expire(name, _DAY).execute()

    async def forget(self, sender: str) -> None:
        names = [self._outbox(sender), self._ids(sender), self._inbox(sender)]
        # Few and short-lived: they are looked for once in the life of a conversation, when it is erased.
        for pattern in (f"{self._ids(sender)}:*", f"{self._outbox(sender)}:*", f"{self._prefix}:count:*:{sender}:*"):
            names += [name async for name in self._redis.scan_iter(match=pattern, count=1000)]
        await self._redis.delete(*names)

    async def end(self, sender: str) -> None:
        await self.forget(sender)
        await self._redis.set(self._ended(sender), 1, ex=self._remember_ended)

    async def has_ended(self, sender: str) -> bool:
        return bool(await self._redis.exists(self._ended(sender)))

    async def close(self) -> None:
        await self._redis.close(close_connection_pool=True)

    def _outbox(self, sender: str) -> str:
        return f"{self._prefix}:outbox:{sender}"

    def _inbox(self, sender: str) -> str:
        return f"{self._prefix}:inbox:{sender}"

    def _ids(self, sender: str) -> str:
        return f"{self._prefix}:ids:{sender}"

    def _ended(self, sender: str) -> str:
        return f"{self._prefix}:ended:{sender}"
