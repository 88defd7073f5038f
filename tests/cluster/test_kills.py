"""Every process of the cluster is killed in turn, at random moments while people talk: nothing is lost or doubled."""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import time
from dataclasses import dataclass, field

from scripts.cluster import Cluster
from tests.cluster.applicant import Applicant
from tests.cluster.record import events, hours, messages

#: `make soak` kills more.
KILLS = int(os.environ.get("CEC_TEST_KILLS") or 14)
PEOPLE = 4
TARGETS = ("rasa1", "actions1", "redis", "nginx", "postgres", "rasa2", "actions2")
_SECONDS_BETWEEN = (1.0, 4.0)


@dataclass(slots=True)
class Talk:
    """What one person told, in order, as it was played back; failed: how often they were asked to say it again."""

    ana: Applicant
    played_back: list[str] = field(default_factory=list)
    failed: int = 0
    longest: float = 0.0

    async def go_on(self, over: asyncio.Event, counts: itertools.cycle[int]) -> None:
        await self._until_kept("I am a line cook in Calgary since May 2024, 30 hours a week", "30")
        while not over.is_set():
            count = next(counts)
            await self._until_kept(f"actually it was {count} hours a week", str(count))

    async def _until_kept(self, text: str, sign: str) -> None:
        while True:
            start = time.monotonic()
            answer = await self.ana.say(text)
            self.longest = max(self.longest, time.monotonic() - start)
            if sign in answer:
                self.played_back.append(text)
                return
            self.failed += 1
            await asyncio.sleep(0.3)


async def kill(up: Cluster, kills: int) -> dict[str, int]:
    """Kill running processes in turn; returns how often each was."""
    chance = random.Random(7)
    done = dict.fromkeys(TARGETS, 0)
    for name in itertools.islice(itertools.cycle(TARGETS), kills):
        await asyncio.sleep(chance.uniform(*_SECONDS_BETWEEN))
        while not up.members[name].is_running():
            await asyncio.sleep(0.05)
        before = up.members[name].starts
        up.kill(name)
        done[name] += 1
        while up.members[name].starts == before:
            await asyncio.sleep(0.05)
    return done


async def test_nothing_is_lost_and_nothing_is_taken_twice_whatever_is_killed(up: Cluster) -> None:
    over = asyncio.Event()
    talks = [Talk(Applicant(up.address)) for _ in range(PEOPLE)]
    talking = [asyncio.ensure_future(talk.go_on(over, itertools.cycle(range(20, 60)))) for talk in talks]
    done = await kill(up, KILLS)
    await asyncio.sleep(3)
    over.set()
    await asyncio.gather(*talking)
    lost = doubled = turns = 0
    for talk in talks:
        found = events(up.database, talk.ana.token)
        ids = [event["message_id"] for event in messages(found)]
        kept = iter(event["text"] for event in messages(found))
        doubled += len(ids) - len(set(ids))
        lost += sum(text not in kept for text in talk.played_back)  # each, and in this order
        lost += hours(found) != talk.played_back[-1].split()[3]
        turns += len(talk.played_back)
        await talk.ana.leave()
    longest, failed = max(talk.longest for talk in talks), sum(talk.failed for talk in talks)
    log = f"kills {sum(done.values())} ({', '.join(f'{name} {count}' for name, count in done.items())})"
    print(f"\n{log}; turns {turns}, asked again {failed}, longest {longest:.1f} s; lost {lost}, doubled {doubled}")
    assert sum(done.values()) == KILLS
    assert turns > KILLS
    assert (lost, doubled) == (0, 0)
