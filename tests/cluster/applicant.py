"""Somebody who talks to the cluster and does not give up: comes back when the line breaks, as the widget does."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
import uuid
from typing import Any

from socketio.exceptions import BadNamespaceError, ConnectionError, DisconnectedError, TimeoutError

from tests.channels.person import Person

_OFFLINE = (ConnectionError, BadNamespaceError, DisconnectedError, TimeoutError, OSError)
_SECONDS_TO_ANSWER = 60.0


class Applicant:
    """Keeps the token, the bubbles seen by their id, and sends a message again, with its id, until it is taken."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.token: str | None = None
        self.bubbles: dict[str, dict[str, Any]] = {}
        self._line: Person | None = None
        self._numbers = itertools.count(1)
        self._name = uuid.uuid4().hex[:8]

    async def say(self, text: str) -> str:
        """Send a message and return what is answered. Raises asyncio.TimeoutError."""
        known, message_id = set(self.bubbles), f"{self._name}-{next(self._numbers):04d}"
        end = time.monotonic() + _SECONDS_TO_ANSWER
        taken = False
        while time.monotonic() < end:
            try:
                line = await self._online()
                if not taken:
                    told = await line._client.call(
                        "user_uttered",
                        {"message": text, "session_id": self.token, "message_id": message_id},
                        timeout=5,
                    )
                    taken = told == {"ok": True}
            except (*_OFFLINE, asyncio.TimeoutError):
                await asyncio.sleep(0.2)
                continue
            for _ in range(100):
                self._note(line)
                new = [bubble for number, bubble in sorted(self.bubbles.items()) if number not in known]
                if new and not line.is_typing:
                    return "\n".join(bubble["text"] for bubble in new)
                if not line.connected:
                    break
                await asyncio.sleep(0.02)
        raise asyncio.TimeoutError(f"{message_id} was not answered")

    async def leave(self) -> None:
        if self._line is not None:
            with contextlib.suppress(*_OFFLINE, asyncio.TimeoutError):
                await self._line.leave()

    async def _online(self) -> Person:
        if self._line is not None and self._line.connected:
            return self._line
        await self.leave()
        # A process that dies between the connection and the session would leave the client library waiting.
        line = self._line = await asyncio.wait_for(Person(self.address).connect(), 5)
        last = max(self.bubbles, default="0")
        await line.emit("session_request", {"session_id": self.token, "last_id": last})
        await asyncio.wait_for(line.until(lambda: bool(line.of("session_confirm"))), 5)
        token = line.of("session_confirm")[-1]
        assert self.token in (None, token), "the session was lost"
        self.token = token
        return line

    def _note(self, line: Person) -> None:
        for bubble in line.bubbles:
            self.bubbles[bubble["id"]] = bubble
