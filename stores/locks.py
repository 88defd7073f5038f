"""One turn of a conversation at a time, in all processes: with CEC_REDIS by a lock there, else within this one.

Rasa's own locks look once a second whether it is their turn, and one whose process died holds a person up for a
minute. These look 40 times a second and end five seconds after their process. Where Redis is gone, each process
locks for itself, and the tracker store keeps what is saved in order (stores.lean.Superseded).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final
from weakref import WeakValueDictionary

from rasa.core.lock_store import LockStore
from redis import asyncio as redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError, RedisError

logger = logging.getLogger(__name__)

_SECONDS_HELD: Final = 5.0
_SECONDS_TO_RENEW: Final = 1.0
_SECONDS_BETWEEN: Final = 0.025
#: In all, what a turn may wait for the one before it.
_SECONDS_TO_WAIT: Final = 60.0
#: How Redis is connected to: one that is gone must not make anybody wait, and one that was gone and is back must not
#: be taken for gone because of the connections from before.
CONNECTION: Final[dict[str, Any]] = {
    "socket_connect_timeout": 1.0,
    "socket_timeout": 2.0,
    "retry": Retry(NoBackoff(), 1),
    "retry_on_error": [ConnectionError],
}

_RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end"
_RENEW = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end"


class Locks:
    """A lock for each name. url: of Redis; None where this process is the only one."""

    def __init__(self, url: str | None) -> None:
        self._redis = redis.from_url(url, **CONNECTION) if url else None
        self._here: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, name: str) -> AsyncIterator[None]:
        """Hold the lock for the length of a block. Raises asyncio.TimeoutError."""
        here = self._here.get(name)
        if here is None:
            here = self._here[name] = asyncio.Lock()
        async with here:
            if self._redis is None:
                yield
                return
            async with self._shared(f"cec:lock:{name}"):
                yield

    async def close(self) -> None:
        """Close the connections."""
        if self._redis is not None:
            await self._redis.close(close_connection_pool=True)

    @asynccontextmanager
    async def _shared(self, key: str) -> AsyncIterator[None]:
        token = secrets.token_hex(8)
        await asyncio.wait_for(self._acquire(key, token), _SECONDS_TO_WAIT)
        renewing = asyncio.ensure_future(self._renew(key, token))
        try:
            yield
        finally:
            renewing.cancel()
            with contextlib.suppress(RedisError):  # it ends by itself
                await self._do("eval", _RELEASE, 1, key, token)

    async def _acquire(self, key: str, token: str) -> None:
        try:
            while not await self._do("set", key, token, nx=True, px=int(1000 * _SECONDS_HELD)):
                await asyncio.sleep(_SECONDS_BETWEEN)
        except RedisError as problem:
            logger.warning("locking within this process only: %s", type(problem).__name__)

    async def _renew(self, key: str, token: str) -> None:
        while True:
            await asyncio.sleep(_SECONDS_TO_RENEW)
            with contextlib.suppress(RedisError):
                await self._do("eval", _RENEW, 1, key, token, int(1000 * _SECONDS_HELD))

    async def _do(self, command: str, *arguments: Any, **more: Any) -> Any:
        return await getattr(self._redis, command)(*arguments, **more)


class ConversationLocks(LockStore):
    """Rasa's lock store on these locks."""

    def __init__(self, endpoint_config: Any = None) -> None:
        self._locks = Locks(os.environ.get("CEC_REDIS") or None)

    @asynccontextmanager
    async def lock(self, conversation_id: str, *_: Any, **__: Any) -> AsyncIterator[None]:
        """Hold the conversation for the length of a turn."""
        async with self._locks.of(f"conversation:{conversation_id}"):
            yield
