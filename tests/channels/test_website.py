"""The website as people meet it: real servers, the real model, and what must hold however they are used."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Iterator

import jwt
import pytest

from scripts import MODEL
from tests.channels.person import Person, person
from tests.channels.servers import Site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The website, started once for all tests of this module; it has held nobody back by the minute."""
    assert MODEL.exists(), "there is no trained model: run `make train`"
    directory = tmp_path_factory.mktemp("website")
    with Site(directory, CEC_MESSAGES_PER_MINUTE_PER_ADDRESS="10000").up() as running_site:
        yield running_site


def sender(somebody: Person) -> str:
    assert somebody.token
    return str(jwt.decode(somebody.token, options={"verify_signature": False})["sub"])


def buttons(somebody: Person) -> dict[str, str]:
    """The buttons of the last bubble, by label."""
    return {button["title"]: button["payload"] for button in somebody.bubbles[-1].get("quick_replies", [])}


async def test_a_conversation_by_typing_and_by_buttons(site: Site) -> None:
    async with person(site.address) as ana:
        assert "Canadian Experience Class" in await ana.say("hello")
        assert len(ana.bubbles) == 1
        assert "cook" in await ana.say("line cook in calgary since may 2024, 37.5 hours a week")
        assert buttons(ana)
        assert sender(ana).startswith("website-")
        assert site.kept_of(sender(ana)) > 0


async def test_a_button_works_once_and_the_same_payload_typed_later_does_not(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("hello")
        (label, payload), *_ = buttons(ana).items()
        understood = await ana.say(payload)
        assert "did not understand" not in understood, label
        assert payload not in buttons(ana).values()
        assert "did not understand" in await ana.say(payload)


async def test_a_button_of_one_person_does_nothing_for_another(site: Site) -> None:
    async with person(site.address) as ana, person(site.address) as ben:
        await ana.say("hello")
        await ben.say("I am a welder")
        of_ana = next(iter(buttons(ana).values()))
        assert of_ana not in buttons(ben).values()
        assert "did not understand" in await ben.say(of_ana)


async def test_commands_of_rasa_can_be_typed_and_are_plain_words(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("I work as a baker since 2 May 2024, 30 hours a week")
        for command in ("/session_start", "/back", '/inform{"key": "start"}', "/nlu_fallback"):
            assert await ana.say(command)
        assert site.kept_of(sender(ana)) > 0


async def test_delete_my_data_ends_the_session_and_leaves_nothing(site: Site) -> None:
    async with person(site.address) as ana, person(site.address) as ben:
        other_tab = await Person(site.address).connect()
        await other_tab.ask_for_session(ana.token)
        await ben.say("I am a welder")
        await ana.say("I am a quokkakeeper by trade")
        assert site.holds("quokkakeeper")
        gone, deleted = sender(ana), ana.token
        last = ana.bubbles[0]["id"]
        await ana.say("delete my data")
        for tab in (ana, other_tab):
            await tab.until(lambda tab=tab: tab.of("session_ended") == [{}])
        assert site.kept_of(gone) == 0
        assert not site.holds("quokkakeeper")
        assert await other_tab.send("hello", token=deleted) == {"ok": False, "reason": "no_session"}
        await ana.ask_for_session(deleted, last)
        assert sender(ana) != gone
        heard = len(ana.bubbles)
        await ana.say("hello")
        assert not any("quokkakeeper" in text for text in ana.texts[heard:])
        assert site.kept_of(gone) == 0
        assert site.kept_of(sender(ben)) > 0
        assert ben.of("session_ended") == []
        await other_tab.leave()


async def test_500_messages_at_once_neither_stop_the_server_nor_mix_with_another_conversation(site: Site) -> None:
    async with person(site.address) as ana, person(site.address) as ben:
        told = await asyncio.gather(*(ana.send("hello", message_id=str(number)) for number in range(500)))
        assert "welder" in await ben.say("I am a welder")
        await ana.until(lambda: not ana.is_typing)
        assert 60 <= told.count({"ok": True}) <= 120
        assert told.count({"ok": True}) + told.count({"ok": False, "reason": "too_fast"}) == 500
        assert any("faster than I can answer" in text for text in ana.texts)


async def test_a_megabyte_does_not_stop_the_server(site: Site) -> None:
    async with person(site.address) as ben:
        ana = await Person(site.address).connect()
        await ana.ask_for_session()
        await ana.emit("user_uttered", {"message": "x" * 1_000_000, "session_id": ana.token})
        await ana.until(lambda: ("left", None) in ana.events)
        assert await ben.say("hello")


async def test_200_idle_connections_leave_room_for_somebody_who_talks(site: Site) -> None:
    idle = await asyncio.gather(*(Person(site.address).connect() for _ in range(200)))
    await asyncio.gather(*(somebody.ask_for_session() for somebody in idle))
    assert len({somebody.token for somebody in idle}) == 200
    async with person(site.address) as ana:
        assert await ana.say("hello")
    assert all(somebody.connected and somebody.bubbles == [] for somebody in idle)
    await asyncio.gather(*(somebody.leave() for somebody in idle))


async def test_rasas_own_doors_are_shut(site: Site) -> None:
    def status(path: str, body: bytes | None = None) -> int:
        request = urllib.request.Request(site.address + path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return int(response.status)
        except urllib.error.HTTPError as refused:
            return refused.code

    message = json.dumps({"sender": "website-ana", "message": "hello"}).encode()
    assert status("/health") == 200
    for path in ("/conversations/ana/tracker", "/status", "/domain", "/version", "/webhooks/rest/webhook"):
        assert status(path) == 404, path
    for path in ("/webhooks/rest/webhook", "/webhooks/website/webhook", "/model/parse", "/conversations/ana/messages"):
        assert status(path, message) in (404, 405), path


async def test_a_restart_keeps_the_session_the_conversation_and_the_buttons(site: Site) -> None:
    ana = await Person(site.address).connect()
    await ana.ask_for_session()
    await ana.say("hello")
    (label, payload), *_ = buttons(ana).items()
    token, last = ana.token, ana.bubbles[-1]["id"]
    site.stop()
    await ana.until(lambda: ("left", None) in ana.events)
    await ana.leave()
    site.start()
    back = await Person(site.address).connect()
    assert await back.ask_for_session(token, last) == token
    assert back.bubbles == []
    assert "did not understand" not in await back.say(payload), label
    assert back.bubbles[0]["id"] > last
    await back.leave()


async def test_the_logs_hold_no_traceback_and_nothing_that_people_wrote(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("my uci is 11-2233-4455 and I am a quokkakeeper")
        await ana.call("user_uttered", {"message": ["quokkakeeper"]})
    assert "Rasa server is up and running" in site.logs
    assert "Traceback" not in site.logs
    assert "quokka" not in site.logs
    assert "11-2233" not in site.logs
