"""People at the website who, together, do all that the dashboard counts: for so many seconds, then they leave."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Final

from benchmarks.clients import Website
from benchmarks.scripts import INTERVIEW

COOK: Final = "line cook since may 2024, 37.5 hours a week"
IELTS: Final = "ielts general training listening 7.5 reading 7 writing 6 speaking 7, taken in march 2026"

AFTER_JOBS: Final = ("no, that is all", "none of these")

#: Whole interviews, by the outcome that they come to.
INTERVIEWS: Final[Sequence[Sequence[str]]] = (
    INTERVIEW,
    ("start", "line cook since 1 april 2026, 40 hours a week", "yes", *AFTER_JOBS, IELTS, "yes", "no"),
    ("start", COOK, "yes", *AFTER_JOBS, "no test yet", "yes", "no"),
    ("start", COOK, "yes", *AFTER_JOBS, IELTS, "yes", "yes", "a criminal charge in 2024"),
)  # fmt: skip
MUDDLED: Final = (
    "start",
    "???",
    "asdf qwer",
    COOK,
    "???",
    "yes",
    "???",
    "no",
    "???",
    "none of these",
    "wxq",
    "vvbn tzz",
)
BEYOND: Final = ("can you book me a hotel in banff", "what is the weather like", "write me a poem about moose")
ASKED: Final = (
    "does co-op work count?", "how many hours do i need?", "which language tests are accepted?", "what is TEER?",
    "does self employed work count?", "can i apply from abroad?", "does remote work count?", "do i need a job offer?",
)  # fmt: skip

_PEOPLE: Final = {"applies": 10, "is muddled": 2, "asks": 2, "hurries": 1, "breaks the rules": 1}
_PAUSE: Final = (1.0, 1.6)  # seconds that a person thinks before they write; so that they stay under 60 a minute


class Visitor(Website):
    """Somebody at the website, who can also send what is no message."""

    async def send(self, text: str) -> None:
        """Write without waiting for the answer."""
        await self._send(text)

    async def hear(self, text: str) -> None:
        """Write what is refused, and wait for the words that say so; no turn begins or ends."""
        before = self.bubbles
        await self._send(text)
        await self._until(lambda: self.bubbles > before)

    async def send_malformed(self) -> None:
        """Send what has the shape of no message."""
        await self._socket.emit("user_uttered", {"message": ["not", "a", "text"], "session_id": self._token})


class Crowd:
    """The people, and what became of them: messages answered, and how often a person waited in vain."""

    def __init__(self, address: str, seconds: float) -> None:
        self._address = address
        self._end = time.monotonic() + seconds
        self._random = random.Random(16)
        self.told: Counter[str] = Counter()

    async def talk(self) -> None:
        """Have all of them talk until the time is over."""
        roles: dict[str, Callable[[], Awaitable[None]]] = {
            "applies": self._applies,
            "is muddled": self._is_muddled,
            "asks": self._asks,
            "hurries": self._hurries,
            "breaks the rules": self._breaks_the_rules,
        }
        await asyncio.gather(
            *(self._over_and_over(roles[role]) for role, count in _PEOPLE.items() for _ in range(count))
        )

    async def _over_and_over(self, role: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(self._random.uniform(0, 3))
        while time.monotonic() < self._end:
            try:
                await role()
            except (TimeoutError, asyncio.TimeoutError):
                self.told["waited in vain"] += 1

    @asynccontextmanager
    async def _visit(self) -> AsyncIterator[Visitor]:
        visitor = Visitor(self._address)
        await visitor.connect()
        try:
            yield visitor
        finally:
            await visitor.close()

    async def _says(self, visitor: Visitor, texts: Sequence[str]) -> None:
        for text in texts:
            await asyncio.sleep(self._random.uniform(*_PAUSE))
            if time.monotonic() > self._end:
                return
            await visitor.say(text)
            self.told["answered"] += 1

    async def _applies(self) -> None:
        async with self._visit() as visitor:
            await self._says(visitor, self._random.choice(INTERVIEWS))
            if self._random.random() < 0.4:
                await self._says(visitor, ("delete my data",))

    async def _is_muddled(self) -> None:
        async with self._visit() as visitor:
            await self._says(visitor, MUDDLED)

    async def _asks(self) -> None:
        async with self._visit() as visitor:
            await self._says(visitor, self._random.sample(ASKED, 5) + self._random.sample(BEYOND, 1))

    async def _hurries(self) -> None:
        """Write 75 messages in one go, which is 15 more than a minute has room for."""
        async with self._visit() as visitor:
            await self._says(visitor, ("hello",))
            for _ in range(75):
                await visitor.send("thanks")
            await asyncio.sleep(30)

    async def _breaks_the_rules(self) -> None:
        async with self._visit() as visitor:
            await self._says(visitor, ("hello",))
            await visitor.send_malformed()
            await asyncio.sleep(self._random.uniform(*_PAUSE))
            await visitor.hear("x" * 3000)
            await asyncio.sleep(5)
