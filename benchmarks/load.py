"""Many people at once, each with a conversation of their own, and what one turn of it takes."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.clients import Client


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured of `people` at once: milliseconds to the first bubble, turns a second, errors."""

    people: int
    milliseconds: Sequence[float]
    errors: int
    seconds: float

    def quantile(self, share: float) -> float:
        """The milliseconds that this share of the turns stays within."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")

    @property
    def turns_per_second(self) -> float:
        return len(self.milliseconds) / self.seconds


def joined(loads: Sequence[Load]) -> Load:
    """Several measurements of as many people as one."""
    turns = [taken for each in loads for taken in each.milliseconds]
    return Load(loads[0].people, turns, sum(each.errors for each in loads), sum(each.seconds for each in loads))


async def load(person: Callable[[], Client], people: int, script: Sequence[str], turns: int) -> Load:
    """Have so many people talk at once, each through `script` over and over, `turns` messages in all."""
    crowd = [person() for _ in range(people)]
    await asyncio.gather(*(somebody.connect() for somebody in crowd))
    taken: list[float] = []
    errors = 0

    async def talk(somebody: Client, turns: int) -> None:
        nonlocal errors
        for number in range(turns):
            try:
                taken.append(1000 * await somebody.say(script[number % len(script)]))
            except (TimeoutError, asyncio.TimeoutError):
                errors += 1

    start = time.perf_counter()
    await asyncio.gather(*(talk(somebody, max(1, turns // people)) for somebody in crowd))
    seconds = time.perf_counter() - start
    await asyncio.gather(*(somebody.close() for somebody in crowd))
    return Load(people, taken, errors, seconds)


@dataclass(frozen=True, slots=True)
class Growth:
    """The median milliseconds of a turn, about turn 10 and about turn 200 of one conversation."""

    early: float
    late: float

    @property
    def factor(self) -> float:
        return self.late / self.early


async def growth(person: Callable[[], Client], opening: Sequence[str], cycle: Sequence[str], turns: int) -> Growth:
    """Have one person go on for `turns` messages.

    The same messages over and over, so that only what came before differs.
    """
    somebody = person()
    await somebody.connect()
    taken = [await somebody.say(text) for text in opening]
    while len(taken) < turns:
        taken.append(await somebody.say(cycle[(len(taken) - len(opening)) % len(cycle)]))
    await somebody.close()
    window = 2 * len(cycle)
    early = taken[max(len(opening), 10 - len(cycle)) :][:window]
    return Growth(1000 * statistics.median(early), 1000 * statistics.median(taken[-window:]))
