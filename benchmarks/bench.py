"""This bot beside the stock bot of `rasa init`: ``make bench``. docs/performance.md says what the figures mean."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.clients import Client, Stock, Website
from benchmarks.load import Growth, Load, growth, joined, load
from benchmarks.scripts import INTERVIEW, ROUND, STOCK
from benchmarks.servers import Bot, stock_bot, this_bot, train_stock, train_this_bot

#: People at once, and messages of all of them together.
CROWDS = ((1, 108), (16, 576), (64, 768))
_GROWTH_TURNS = 200


#: How often each is measured, in turn with the other bot, so that what else the machine does falls on both alike.
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """What one bot took."""

    training: float
    start: float
    loads: list[Load]
    growth: Growth
    megabytes: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two bots, with what is said to it."""

    bot: Bot
    person: Callable[[], Client]
    script: tuple[str, ...]
    again: tuple[str, ...]

    def load(self, people: int, turns: int) -> Load:
        return asyncio.run(load(self.person, people, self.script, turns))

    def growth(self) -> Growth:
        return asyncio.run(growth(self.person, self.script[:9], self.again, _GROWTH_TURNS))


def main() -> None:
    print(f"{os.cpu_count()} processors; load before: {_busy()}", flush=True)
    _say("training both (the stock bot once, its time is kept)")
    training = train_this_bot(), train_stock()
    with this_bot() as ours, stock_bot() as theirs:
        sides = (
            _Side(ours, lambda: Website(ours.address), INTERVIEW, ROUND),
            _Side(theirs, lambda: Stock(theirs.address), STOCK, STOCK),
        )
        for side in sides:
            side.load(2, 2 * len(side.script))  # what is only loaded when it is used
        loads: list[list[Load]] = [[], []]
        for people, turns in CROWDS:
            _say(f"{people} at once")
            rounds = [[side.load(people, turns // _ROUNDS) for side in sides] for _ in range(_ROUNDS)]
            for kept, taken in zip(loads, zip(*rounds, strict=True), strict=True):
                kept.append(joined(taken))
        _say(f"{_GROWTH_TURNS} turns of one conversation")
        grown = [side.growth() for side in sides]
        measured = [
            Measured(training[n], side.bot.start, loads[n], grown[n], side.bot.megabytes())
            for n, side in enumerate(sides)
        ]
    print(_table(*measured))
    print(f"\nload after: {_busy()}. Both bots were up all the time, and measured in turn.")


def _table(ours: Measured, theirs: Measured) -> str:
    rows = [("", "this bot", "stock bot")]
    for our, their in zip(ours.loads, theirs.loads, strict=True):
        people = f"{our.people} at once" if our.people > 1 else "1 person"
        for name, share in (("median", 0.5), ("p95", 0.95), ("p99", 0.99)):
            rows.append(
                (f"{people}: a turn, {name}", f"{our.quantile(share):.0f} ms", f"{their.quantile(share):.0f} ms")
            )
        rows.append((f"{people}: turns a second", f"{our.turns_per_second:.1f}", f"{their.turns_per_second:.1f}"))
        rows.append((f"{people}: errors", str(our.errors), str(their.errors)))
    for name, grown in (("turn 10", "early"), ("turn 200", "late")):
        milliseconds = [getattr(each.growth, grown) for each in (ours, theirs)]
        rows.append((f"one conversation, {name}", f"{milliseconds[0]:.0f} ms", f"{milliseconds[1]:.0f} ms"))
    rows.append(("growth from turn 10 to turn 200", f"{ours.growth.factor:.2f}", f"{theirs.growth.factor:.2f}"))
    rows.append(("start to the first answer", f"{ours.start:.1f} s", f"{theirs.start:.1f} s"))
    rows.append(("training", f"{ours.training:.0f} s", f"{theirs.training:.0f} s"))
    rows.append(("memory, Rasa", f"{ours.megabytes['rasa']:.0f} MB", f"{theirs.megabytes['rasa']:.0f} MB"))
    rows.append(("memory, action server", f"{ours.megabytes['actions']:.0f} MB", "none"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"| {a:<{widths[0]}} | {b:>{widths[1]}} | {c:>{widths[2]}} |" for a, b, c in rows]
    return "\n".join(
        [lines[0], f"|{'-' * (widths[0] + 2)}|{'-' * (widths[1] + 1)}:|{'-' * (widths[2] + 1)}:|", *lines[1:]]
    )


def _busy() -> str:
    return ", ".join(f"{load:.1f}" for load in os.getloadavg())


def _say(what: str) -> None:
    print(f"... {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
