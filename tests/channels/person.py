"""Somebody at a website's chat: the real python-socketio client, and what has arrived at it so far."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import socketio
from socketio.exceptions import ConnectionError

# Rasa holds aiohttp at 3.9, where the time limit of a websocket was a plain number.
if not hasattr(aiohttp, "ClientWSTimeout"):
    aiohttp.ClientWSTimeout = lambda ws_close: ws_close

_PATIENCE = 60  # seconds after which a test gives up waiting


class Person:
    """One browser tab."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.token: str | None = None
        self.events: list[tuple[str, Any]] = []
        self._news = asyncio.Condition()
        self._client = socketio.AsyncClient(reconnection=False)
        self._client.on("*", self._hear)
        self._client.on("disconnect", self._left)

    async def connect(self, origin: str | None = None, transport: str = "websocket") -> Person:
        """Open a connection, without asking for a session. Raises socketio.exceptions.ConnectionError."""
        headers = {"Origin": origin} if origin else {}
        try:
            await self._client.connect(self.address, headers=headers, transports=[transport], wait_timeout=_PATIENCE)
        except ConnectionError:
            await self._close()
            raise
        return self

    async def ask_for_session(self, token: Any = None, last_id: Any = None) -> str:
        """Ask for a session, with a token from before or for a new one; returns the token that the server gives."""
        before = len(self.of("session_confirm"))
        await self._client.emit("session_request", {"session_id": token, "last_id": last_id})
        await self.until(lambda: len(self.of("session_confirm")) > before)
        self.token = self.of("session_confirm")[-1]
        return self.token

    async def send(self, message: Any, token: Any = None, **more: Any) -> dict[str, Any]:
        """Send a message and return how the server acknowledges it."""
        return await self.call("user_uttered", {"message": message, "session_id": token or self.token, **more})

    async def call(self, event: str, data: Any) -> Any:
        """Emit any event and return its acknowledgement."""
        return await self._client.call(event, data, timeout=_PATIENCE)

    async def emit(self, event: str, data: Any) -> None:
        """Emit any event and wait for nothing."""
        await self._client.emit(event, data)

    async def raw(self, packet: str | bytes) -> None:
        """Put something on the wire that the client library would never send."""
        await self._client.eio.send(packet)

    async def say(self, message: str, **more: Any) -> str:
        """Send a message that is to be taken, and return the text of the turn's answer."""
        before = len(self.bubbles)
        acknowledged = await self.send(message, **more)
        assert acknowledged == {"ok": True}, acknowledged
        await self.until(lambda: len(self.bubbles) > before and not self.is_typing)
        return "\n".join(bubble["text"] for bubble in self.bubbles[before:])

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until what has arrived meets a condition."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(condition), _PATIENCE)

    async def leave(self) -> None:
        """Close the connection and wait until it is closed."""
        leaving = asyncio.ensure_future(self._client.disconnect())
        if self.connected and self._client.transport() == "polling":
            await self.until(lambda: ("left", None) in self.events)
            await self._close()  # or the last poll would be waited for
        await leaving
        await self._close()

    async def _close(self) -> None:
        # The library leaves it open where the connection was refused, or ended by the server.
        if self._client.eio.http is not None:
            await self._client.eio.http.close()

    def of(self, event: str) -> list[Any]:
        """The data of all events of one name, in their order."""
        return [data for name, data in self.events if name == event]

    @property
    def connected(self) -> bool:
        return bool(self._client.connected)

    @property
    def bubbles(self) -> list[dict[str, Any]]:
        return self.of("bot_uttered")

    @property
    def texts(self) -> list[str]:
        return [bubble["text"] for bubble in self.bubbles]

    @property
    def is_typing(self) -> bool:
        """Whether the bot is shown as writing."""
        signals = self.of("typing")
        return bool(signals) and bool(signals[-1]["on"])

    async def _hear(self, event: str, data: Any = None) -> None:
        async with self._news:
            self.events.append((event, data))
            self._news.notify_all()

    async def _left(self, *_: object) -> None:
        await self._hear("left")


@asynccontextmanager
async def person(address: str, **how: Any) -> AsyncIterator[Person]:
    """Somebody new with a session, for the length of a block."""
    somebody = await Person(address).connect(**how)
    await somebody.ask_for_session()
    try:
        yield somebody
    finally:
        await somebody.leave()
