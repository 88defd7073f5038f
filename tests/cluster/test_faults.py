"""With something gone people hear a kind sentence within ten seconds, and can go on once it is back."""

from __future__ import annotations

import asyncio
import json
import signal
import time
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from scripts.cluster import Cluster
from tests.channels.person import person
from tests.cluster.applicant import Applicant
from tests.cluster.conftest import TOKEN
from tests.cluster.record import events, hours, messages

SECONDS = 10.0
JOB = "I am a line cook in Calgary since May 2024, 30 hours a week"


@asynccontextmanager
async def employed(up: Cluster) -> AsyncIterator[Applicant]:
    """Somebody whose job the assistant knows."""
    ana = Applicant(up.address)
    assert "30 hours" in await ana.say(JOB)
    try:
        yield ana
    finally:
        await ana.leave()


async def timed(ana: Applicant, text: str) -> tuple[str, float]:
    start = time.monotonic()
    return await ana.say(text), time.monotonic() - start


async def again(ana: Applicant, text: str) -> str:
    """What is answered once everything is back, which may take a moment."""
    end = time.monotonic() + 20
    while "went wrong" in (answer := await ana.say(text)) and time.monotonic() < end:
        await asyncio.sleep(0.5)
    return answer


async def test_with_the_database_gone_people_are_told_and_nothing_kept_is_lost(up: Cluster) -> None:
    async with employed(up) as ana:
        up.take_away("postgres")
        answer, seconds = await timed(ana, "actually it was 32 hours a week")
        assert "went wrong" in answer
        assert seconds < SECONDS
        up.give_back("postgres")
        assert "32" in await again(ana, "actually it was 32 hours a week")
        assert hours(events(up.database, ana.token)) == "32"


async def test_with_redis_gone_the_conversation_goes_on(up: Cluster) -> None:
    async with employed(up) as ana:
        up.take_away("redis")
        answer, seconds = await timed(ana, "actually it was 33 hours a week")
        assert "33" in answer
        assert seconds < SECONDS
        up.give_back("redis")
        assert "34" in await again(ana, "actually it was 34 hours a week")
        said = [event["text"] for event in messages(events(up.database, ana.token))]
        assert said == [JOB, "actually it was 33 hours a week", "actually it was 34 hours a week"]


async def test_with_one_action_server_gone_nobody_notices(up: Cluster) -> None:
    async with employed(up) as ana:
        up.take_away("actions1")
        for count in (31, 32, 33):
            answer, seconds = await timed(ana, f"actually it was {count} hours a week")
            assert str(count) in answer
            assert seconds < SECONDS
        up.give_back("actions1")


async def test_with_both_action_servers_gone_people_are_told_in_every_channel(up: Cluster) -> None:
    async with employed(up) as ana:
        for name in ("actions1", "actions2"):
            up.take_away(name)
        answer, seconds = await timed(ana, "actually it was 35 hours a week")
        assert "went wrong" in answer
        assert seconds < SECONDS
        assert "went wrong" in await asyncio.to_thread(over_rest, up, "hello")
        for name in ("actions1", "actions2"):
            up.give_back(name)
        assert "35" in await again(ana, "actually it was 35 hours a week")
        assert hours(events(up.database, ana.token)) == "35"


async def test_with_action_servers_that_hang_people_are_told(up: Cluster) -> None:
    async with employed(up) as ana:
        for name in ("actions1", "actions2"):
            up.members[name].send(signal.SIGSTOP)
        try:
            answer, seconds = await timed(ana, "actually it was 36 hours a week")
        finally:
            for name in ("actions1", "actions2"):
                up.members[name].send(signal.SIGCONT)
        assert "went wrong" in answer
        assert seconds < SECONDS
        assert "36" in await again(ana, "actually it was 36 hours a week")


async def test_messages_of_one_person_are_taken_in_their_order_whatever_process_they_come_to(up: Cluster) -> None:
    async with person(up.address) as ana, person(up.address) as other_tab:
        await other_tab.ask_for_session(ana.token)
        said = [f"{number} hours a week" for number in range(20, 36)]
        for number, text in enumerate(said):
            tab = (ana, other_tab)[number % 2]
            assert await tab.send(text, token=ana.token, message_id=f"m{number}") == {"ok": True}
        await ana.until(lambda: len(ana.bubbles) >= len(said) and not ana.is_typing)
        assert [event["text"] for event in messages(events(up.database, ana.token))] == said


async def test_a_message_sent_to_both_processes_is_taken_once(up: Cluster) -> None:
    async with person(up.address) as ana, person(up.address) as other_tab:
        await other_tab.ask_for_session(ana.token)
        tabs = (ana, other_tab) * 4
        told = await asyncio.gather(*(tab.send("hello", token=ana.token, message_id="once") for tab in tabs))
        assert told == [{"ok": True}] * 8
        await ana.until(lambda: bool(ana.bubbles) and not ana.is_typing)
        assert len(messages(events(up.database, ana.token))) == 1


def over_rest(up: Cluster, message: str) -> str:
    request = urllib.request.Request(
        f"{up.address}/webhooks/rest/webhook?token={TOKEN}",
        json.dumps({"sender": "by-rest", "message": message}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return "\n".join(bubble.get("text", "") for bubble in json.load(response))
