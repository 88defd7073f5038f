"""People at a chat, for measuring: the real python-socketio client against our website channel or Rasa's own."""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from typing import Any

import aiohttp
import socketio

# Rasa holds aiohttp at 3.9, where the time limit of a websocket was a plain number.
if not hasattr(aiohttp, "ClientWSTimeout"):
    aiohttp.ClientWSTimeout = lambda ws_close: ws_close

_PATIENCE = 60.0  # seconds after which a turn counts as an error


class Client(ABC):
    """One person with one connection. Subclasses know when a turn is over."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._socket = socketio.AsyncClient(reconnection=False)
        self._news = asyncio.Condition()
        self.bubbles = 0
        self._socket.on("bot_uttered", self._bubble)

    async def connect(self) -> None:
        """Open the connection and whatever session the channel wants."""
        await self._socket.connect(self._address, transports=["websocket"], wait_timeout=_PATIENCE)

    async def close(self) -> None:
        await self._socket.disconnect()

    async def say(self, text: str) -> float:
        """Send one message; returns the seconds until the first bubble of its answer. Raises TimeoutError.

        Comes back when the channel has said all that it has to say, as a person would wait for that.
        """
        before, start = self.bubbles, time.perf_counter()
        await self._send(text)
        await self._until(lambda: self.bubbles > before)
        seconds = time.perf_counter() - start
        await self._finished()
        return seconds

    @abstractmethod
    async def _send(self, text: str) -> None:
        """Send one message, without waiting for the answer."""

    async def _finished(self) -> None:
        """Return when the turn is over."""
        return

    async def _until(self, condition: Any) -> None:
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(condition), _PATIENCE)

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _bubble(self, _: Any) -> None:
        self.bubbles += 1
        await self._tell()


class Website(Client):
    """Somebody at our website channel, whose turns end with ``typing: off``."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self._token: str | None = None
        self._typing = False
        self._socket.on("session_confirm", self._confirmed)
        self._socket.on("typing", self._types)

    async def connect(self) -> None:
        await super().connect()
        await self._socket.emit("session_request", {"session_id": None})
        await self._until(lambda: self._token is not None)

    async def _send(self, text: str) -> None:
        self._typing = True
        await self._socket.emit("user_uttered", {"message": text, "session_id": self._token})

    async def _finished(self) -> None:
        await self._until(lambda: not self._typing)

    async def _confirmed(self, token: str) -> None:
        self._token = token
        await self._tell()

    async def _types(self, signal: dict[str, bool]) -> None:
        self._typing = signal["on"]
        await self._tell()


class Stock(Client):
    """Somebody at Rasa's own Socket.IO channel without session persistence, which is broken there."""

    async def _send(self, text: str) -> None:
        await self._socket.emit("user_uttered", {"message": text})
