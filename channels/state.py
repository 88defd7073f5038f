"""What the channel has to remember for a while; in this process, or in Redis where several processes share it."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from channels.inbox import Waiting

#: How many bubbles of a session can be sent again.
BUBBLES = 30
#: How many message ids of a session are known again.
MESSAGE_IDS = 200
#: The length of the window in which requests are counted.
WINDOW_SECONDS = 60


class State(Protocol):
    """The memory of the channel. `sender` is a session's sender id."""

    async def count(self, key: str) -> int:
        """Count one more under `key`; returns how many there are in this window."""

    async def is_new(self, sender: str, message_id: str) -> bool:
        """Whether this message is the first with its id; from now on it is known."""

    async def keep(self, sender: str, bubble: Mapping[str, Any]) -> None:
        """Remember what was sent."""

    async def sent(self, sender: str) -> list[Mapping[str, Any]]:
        """What was sent last, oldest first, as far as it is remembered."""

    async def put(self, sender: str, waiting: Waiting) -> bool:
        """Have a message wait for its turn, behind those that do; False where its id was known before."""

    async def head(self, sender: str) -> Waiting | None:
        """The message whose turn it is."""

    async def done(self, sender: str, waiting: Waiting, bubbles: Sequence[Mapping[str, Any]]) -> None:
        """Remember at once that a message was answered, and with what."""

    async def forget(self, sender: str) -> None:
        """Forget all about a sender: what was sent, which messages are known (also under "<sender>:..."), counts."""

    async def end(self, sender: str) -> None:
        """Forget all about a session but that it has ended."""

    async def has_ended(self, sender: str) -> bool:
        """Whether the session was ended."""

    async def close(self) -> None:
        """Let go of what was opened."""


def is_of(sender: str, name: str) -> bool:
    """Whether something is remembered under a sender's name or one that begins with it."""
    return name == sender or name.startswith(f"{sender}:")


@dataclass(slots=True)
class _Kept:
    bubbles: list[Mapping[str, Any]] = field(default_factory=list)
    message_ids: dict[str, None] = field(default_factory=dict)


class LocalState:
    """Remembers in this process, and the longer ago the sooner forgotten: nothing here can fill the memory."""

    _SESSIONS = 2000
    _ENDED = 20_000

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, _Kept] = OrderedDict()
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._waiting: dict[str, list[Waiting]] = {}
        self._window = 0
        self._counts: Counter[str] = Counter()

    async def count(self, key: str) -> int:
        window = int(time.time() // WINDOW_SECONDS)
        if window != self._window:
            self._window, self._counts = window, Counter()
        self._counts[key] += 1
        return self._counts[key]

    async def is_new(self, sender: str, message_id: str) -> bool:
        known = self._of(sender).message_ids
        new = message_id not in known
        known[message_id] = None
        while len(known) > MESSAGE_IDS:
            del known[next(iter(known))]
        return new

    async def keep(self, sender: str, bubble: Mapping[str, Any]) -> None:
        bubbles = self._of(sender).bubbles
        bubbles.append(bubble)
        del bubbles[:-BUBBLES]

    async def sent(self, sender: str) -> list[Mapping[str, Any]]:
        return list(self._of(sender).bubbles)

    async def put(self, sender: str, waiting: Waiting) -> bool:
        new = await self.is_new(sender, waiting.id)
        if new:
            self._waiting.setdefault(sender, []).append(waiting)
        return new

    async def head(self, sender: str) -> Waiting | None:
        return next(iter(self._waiting.get(sender, ())), None)

    async def done(self, sender: str, waiting: Waiting, bubbles: Sequence[Mapping[str, Any]]) -> None:
        self._waiting[sender] = [other for other in self._waiting.get(sender, ()) if other != waiting]
        if not self._waiting[sender]:
            del self._waiting[sender]
        for bubble in bubbles:
            await self.keep(sender, bubble)

    async def forget(self, sender: str) -> None:
        self._waiting.pop(sender, None)
        for name in [name for name in self._sessions if is_of(sender, name)]:
            del self._sessions[name]
        for key in [key for key in self._counts if is_of(sender, key.partition(":")[2])]:
            del self._counts[key]

    async def end(self, sender: str) -> None:
        await self.forget(sender)
        self._ended[sender] = None
        while len(self._ended) > self._ENDED:
            self._ended.popitem(last=False)

    async def has_ended(self, sender: str) -> bool:
        return sender in self._ended

    async def close(self) -> None:
        self._sessions.clear()

    def _of(self, sender: str) -> _Kept:
        kept = self._sessions.setdefault(sender, _Kept())
        self._sessions.move_to_end(sender)
        while len(self._sessions) > self._SESSIONS:
            self._sessions.popitem(last=False)
        return kept
