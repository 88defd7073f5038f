"""This bot beside the stock bot of `rasa init`: ``make bench``. docs/performance.md says what the figures mean."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.clients import Client, Stock, Website
from benchmarks.load import Growth, Load, growth, load
from benchmarks.scripts import INTERVIEW, ROUND, STOCK
from benchmarks.servers import Bot, stock_bot, this_bot, train_stock, train_this_bot

#: People at once, and messages of all of them together.
CROWDS = ((1, 96), (16, 384), (64, 512))
_GROWTH_TURNS = 200


@dataclass(frozen=True, slots=True)
class Measured:
    """What one bot took."""

    training: float
    start: float
    loads: list[Load]
    growth: Growth
    megabytes: dict[str, float]


def main() -> None:
    print(f"{os.cpu_count()} processors; load before: {_busy()}", flush=True)
    _say("training both (the stock bot once, its time is kept)")
    training = train_this_bot(), train_stock()
    with this_bot() as bot:
        ours = _measure(bot, lambda: Website(bot.address), INTERVIEW, ROUND, training[0])
    with stock_bot() as stock:
        theirs = _measure(stock, lambda: Stock(stock.address), STOCK, STOCK, training[1])
    print(_table(ours, theirs))
    print(f"\nload after: {_busy()}. Other programs on the machine slow both bots down.")


def _measure(
    bot: Bot, person: Callable[[], Client], script: tuple[str, ...], again: tuple[str, ...], training: float
) -> Measured:
    asyncio.run(load(person, 2, script, 2 * len(script)))  # what is only loaded when it is used
    loads = []
    for people, turns in CROWDS:
        _say(f"{people} at once")
        loads.append(asyncio.run(load(person, people, script, turns)))
    _say(f"{_GROWTH_TURNS} turns of one conversation")
    grown = asyncio.run(growth(person, script[:9], again, _GROWTH_TURNS))
    return Measured(training, bot.start, loads, grown, bot.megabytes())


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
