"""One turn at a time for each session, in the order in which its messages came."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from weakref import WeakValueDictionary

Turn = Callable[[], Awaitable[None]]


class Locks:
    """A lock for each name, for as long as somebody holds it or waits for it. Waiters get it in their order."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, name: str) -> asyncio.Lock:
        """The lock of this name."""
        lock = self._locks.get(name)
        if lock is None:
            lock = self._locks[name] = asyncio.Lock()
        return lock


class Turns:
    """The turns that are waiting or under way."""

    def __init__(self) -> None:
        self._locks = Locks()
        self._open: Counter[str] = Counter()
        self._waiting: defaultdict[str, list[tuple[int, int, Turn]]] = defaultdict(list)
        self._numbers = itertools.count()
        self._tasks: set[asyncio.Task[None]] = set()

    def add(self, sender: str, turn: Turn, order: int = 0) -> None:
        """Take the turn as soon as those before it are over. It must not raise.

        order: of those that wait, the one with the lowest goes first; the same for all where they come in order.
        """
        self._open[sender] += 1
        heapq.heappush(self._waiting[sender], (order, next(self._numbers), turn))
        task = asyncio.ensure_future(self._take_next(sender))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def is_open(self, sender: str) -> bool:
        """Whether the session waits for an answer."""
        return self._open[sender] > 0

    def is_last(self, sender: str) -> bool:
        """Whether no other turn of the session waits behind the one under way."""
        return self._open[sender] <= 1

    async def drain(self, seconds: float) -> None:
        """Wait for the turns under way, at most so long; then give them up."""
        if self._tasks:
            _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
            for task in unfinished:
                task.cancel()

    async def _take_next(self, sender: str) -> None:
        try:
            async with self._locks.of(sender):
                _, _, turn = heapq.heappop(self._waiting[sender])
                await turn()
        finally:
            self._open[sender] -= 1
            if not self._open[sender]:
                del self._open[sender]
                self._waiting.pop(sender, None)
