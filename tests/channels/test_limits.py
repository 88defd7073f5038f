"""What the channel takes, and what it refuses: origins, sizes, numbers and shapes."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from socketio.exceptions import ConnectionError as NotConnected

from channels.limits import network
from channels.settings import BadSetting, Settings
from tests.channels.alone import channel
from tests.channels.person import Person, person

# --- origins ---


async def connects(address: str, origin: str | None) -> bool:
    somebody = Person(address)
    try:
        await somebody.connect(origin=origin)
        await somebody.leave()
        await somebody.connect(origin=origin, transport="polling")
    except NotConnected:
        return False
    await somebody.leave()
    return True


async def test_only_the_same_origin_connects_unless_others_are_named() -> None:
    async with channel() as (address, _):
        assert await connects(address, address)
        assert await connects(address, None)
        assert not await connects(address, "https://elsewhere.example")
        assert not await connects(address, "null")
        assert not await connects(address, address + "0")


async def test_a_named_origin_connects_and_one_that_resembles_it_does_not() -> None:
    async with channel(origins=frozenset({"https://www.example.ca"})) as (address, _):
        assert await connects(address, "https://www.example.ca")
        assert await connects(address, address)
        for other in (
            "http://www.example.ca", "https://example.ca", "https://www.example.ca.evil.example",
            "https://www.example.ca:8443", "https://evil.example/https://www.example.ca",
        ):  # fmt: skip
            assert not await connects(address, other), other


# --- sizes ---


async def test_a_message_of_2000_characters_is_taken_and_a_longer_one_gets_a_kind_reply() -> None:
    async with channel() as (address, bot), person(address) as ana:
        await ana.say("é" * 2000)
        assert await ana.send("é" * 2001) == {"ok": False, "reason": "too_long"}
        await ana.until(lambda: len(ana.bubbles) == 2)
        assert "at most 2,000 characters" in ana.texts[-1]
        assert await ana.send("a whole page " * 3000) == {"ok": False, "reason": "too_long"}
        assert await ana.say("short") == "You said: short"
        assert bot.messages == ["é" * 2000, "short"]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_a_megabyte_ends_the_connection_and_nothing_else(transport: str) -> None:
    async with channel() as (address, bot), person(address) as ben:
        ana = await Person(address).connect(transport=transport)
        await ana.ask_for_session()
        await ana.emit("user_uttered", {"message": "x" * 1_000_000, "session_id": ana.token})
        await ana.until(lambda: ("left", None) in ana.events)
        assert await ben.say("still here") == "You said: still here"
        back = await Person(address).connect()
        assert await back.ask_for_session(ana.token) == ana.token
        await back.leave()
        assert bot.messages == ["still here"]


# --- numbers ---


async def test_a_burst_of_500_messages_is_answered_to_the_limit_and_refused_kindly_once_beyond() -> None:
    limits = {"messages_per_minute": 20, "address_messages_per_minute": 10_000}
    async with channel(**limits) as (address, bot), person(address) as ana, person(address) as ben:
        told = await asyncio.gather(*(ana.send(f"message {number}") for number in range(500)))
        await ana.until(lambda: not ana.is_typing)
        # The minute may end in the middle, and a new one begins with a new count.
        taken = told.count({"ok": True})
        assert 20 <= taken <= 40
        assert told.count({"ok": False, "reason": "too_fast"}) == 500 - taken
        assert bot.messages == [f"message {number}" for number, ack in enumerate(told) if ack["ok"]]
        kind = [text for text in ana.texts if "faster than I can answer" in text]
        assert 1 <= len(kind) <= 2
        assert await ben.say("may I") == "You said: may I"


async def test_an_address_has_a_limit_of_its_own_whatever_sessions_it_makes_up() -> None:
    async with channel(address_messages_per_minute=5, messages_per_minute=5) as (address, _bot):
        told: list[Any] = []
        for _ in range(4):
            async with person(address) as somebody:
                told += await asyncio.gather(*(somebody.send(f"message {number}") for number in range(4)))
        assert 5 <= told.count({"ok": True}) <= 10
        assert {"ok": False, "reason": "too_fast"} in told


async def test_a_refused_message_can_be_sent_again_under_its_id() -> None:
    async with channel() as (address, _bot), person(address) as ana:
        assert (await ana.send("x" * 3000, message_id="7"))["reason"] == "too_long"
        assert await ana.say("shorter", message_id="7") == "You said: shorter"


async def test_beyond_the_cap_no_connection_is_taken_until_another_ends() -> None:
    async with channel(connections=2) as (address, _):
        async with person(address), person(address) as ben:
            assert not await connects(address, None)
            assert await ben.say("still served") == "You said: still served"
        ana = Person(address)
        while not ana.connected:
            try:
                await ana.connect()
            except NotConnected:
                await asyncio.sleep(0)
        await ana.leave()


async def test_one_address_cannot_take_all_connections() -> None:
    async with channel(address_connections=1) as (address, _), person(address):
        assert not await connects(address, None)


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("not an address", "unknown"),
    ],
)
def test_an_address_is_counted_by_what_one_household_is_given(address: str, counted_as: str) -> None:
    assert network(address) == counted_as


# --- shapes ---

MALFORMED: list[Any] = [
    None, 7, 1.5, True, "hello", [], [1, 2], ["hello"], {}, {"message": None}, {"message": 7}, {"message": ["hello"]},
    {"message": {"text": "hello"}}, {"message": ""}, {"message": "  \n\t "}, {"message": "\u0000\u0007"},
    {"message": b"hello"}, b"hello", {"message": "hello", "message_id": 7}, {"message": "hello", "message_id": ""},
    {"message": "hello", "message_id": "x" * 65}, {"message": "hello", "message_id": {"a": 1}},
]  # fmt: skip

PACKETS = [
    "2", "2[]", "2[7]", "2[null]", "2[{}]", "2{}", "2null", "2[[[", '2["user_uttered"', "2" + "[" * 20_000,
    '2["connect"]', '2["disconnect"]', '2["connect",{"a":1}]', '2/other,["user_uttered",{}]', "25[]",
    '51-["user_uttered",{"_placeholder":true,"num":0}]', '59999999999-["user_uttered"]', "3", '30[1]', '3999[null]',
    "4", "4{}", "6", "61-[1]", "9", "x", "-", '2999999["user_uttered",{}]',
    "2" + "9" * 200 + "[]", '2["user_uttered",{"message":NaN}]', '2["__class__",{}]', '2["malformed",{}]',
    b"", b"\x00\xff", b"2[]",
]  # fmt: skip


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_no_malformed_event_reaches_the_bot_or_hurts_anybody(
    transport: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with channel() as (address, bot), person(address) as ben:
        ana = await Person(address).connect(transport=transport)
        await ana.ask_for_session()
        for data in MALFORMED:
            told = {**data, "session_id": ana.token} if isinstance(data, dict) else data
            assert await ana.call("user_uttered", told) == {"ok": False, "reason": "malformed"}, data
        for request in (None, 7, [], "hello", {"session_id": [1]}, {"last_id": {}}, {"last_id": "x" * 100}, b"x"):
            await ana.emit("session_request", request)
        for packet in PACKETS:
            await ana.raw(packet)
        assert await ana.say("hello", token=await ana.ask_for_session()) == "You said: hello"
        assert await ben.say("still here") == "You said: still here"
        await ana.leave()
    assert bot.messages == ["hello", "still here"]
    assert not [record for record in caplog.records if record.exc_info]
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    "frame",
    ["", "x", "9", "4[" + "[" * 20_000, "b!", "5", "2probe", "0{}", "1", "40", '40{"a":1}', "40[", "40/other,", "41"],
)
async def test_a_frame_that_is_not_of_the_protocol_ends_at_most_its_own_connection(
    frame: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with channel() as (address, _), person(address) as ben:
        ana = await Person(address).connect()
        await ana._client.eio.ws.send_str(frame)
        assert await ben.say("still here") == "You said: still here"
        await ana.leave()
    assert "Traceback" not in caplog.text


async def test_what_is_no_writing_is_left_out_of_a_message() -> None:
    async with channel() as (address, bot), person(address) as ana:
        await ana.say("  caf\u00e9\u0000 \u200bnaïve 👩‍🍳\r\nline two\ud83d  ")
        assert bot.messages == ["caf\u00e9 \u200bnaïve 👩‍🍳\nline two"]


@pytest.mark.parametrize(
    ("typed", "reaches_the_bot_as"),
    [
        ("/restart", "restart"),
        ('/inform{"key": "yes"}', 'inform{"key": "yes"}'),
        ("  //  /session_start", "session_start"),
        ("and/or", "and/or"),
    ],
)
async def test_a_typed_payload_reaches_the_bot_as_plain_words(typed: str, reaches_the_bot_as: str) -> None:
    async with channel() as (address, bot), person(address) as ana:
        await ana.say(typed)
        assert bot.messages == [reaches_the_bot_as]


# --- settings ---


@pytest.mark.parametrize(
    "environ",
    [
        {"CEC_ORIGINS": "www.example.ca"},
        {"CEC_ORIGINS": "https://www.example.ca/page"},
        {"CEC_ORIGINS": "*"},
        {"CEC_TURN_SECONDS": "0"},
        {"CEC_CONNECTIONS": "many"},
        {"CEC_PROXIES": "-1"},
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused_by_its_name(environ: dict[str, str]) -> None:
    (name,) = environ
    with pytest.raises(BadSetting, match=name):
        Settings.read(environ)


def test_origins_are_a_list_with_commas_or_spaces() -> None:
    read = Settings.read({"CEC_ORIGINS": "https://a.example, https://B.example:8443 http://localhost:3000"})
    assert read.origins == {"https://a.example", "https://b.example:8443", "http://localhost:3000"}
    assert Settings.read({"CEC_ORIGINS": "", "CEC_SECRET": ""}) == Settings()
