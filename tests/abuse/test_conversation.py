"""Abuses of a conversation over the website's channel."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import random
import time
import zlib

import jwt
import pytest

from tests.abuse.target import Target
from tests.channels.person import Person, person
from tests.channels.test_sessions import sender


async def stranger(target: Target) -> Person:
    return await Person(target.address).connect()


FORGED = {
    "the witness's name": lambda token: sender(token),
    "no signature": lambda token: jwt.encode(
        {"sub": sender(token), "aud": "website", "iat": 0}, None, algorithm="none"
    ),
    "another's signature": lambda token: jwt.encode({"sub": sender(token), "aud": "website", "iat": 0}, "x" * 40),
    "fifty kilobytes": lambda token: token * 200,
    "a query": lambda token: "' or 1=1 --",
    "an object": lambda token: {"$ne": None},
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
async def test_a_forged_session_reads_nothing_of_anybody(target: Target, forge) -> None:
    thief = await stranger(target)
    given = await thief.ask_for_session(forge(target._token), "0")
    assert sender(given) != sender(target._token)
    assert thief.bubbles == []
    assert target.secret not in await thief.say("what have I told you")
    await thief.leave()


async def test_a_message_sent_again_is_taken_once(target: Target) -> None:
    async with person(target.address) as ana:
        await ana.say("hello", message_id="same")
        heard = len(ana.bubbles)
        for _ in range(20):
            assert (await ana.send("hello", message_id="same"))["ok"]
        await ana.say("help", message_id="next")
        assert len(ana.bubbles) == heard + 1


async def test_a_session_that_was_deleted_cannot_be_replayed(target: Target) -> None:
    async with person(target.address) as ana:
        await ana.say(f"I am a {target.mark}")
        await ana.say("delete my data")
        await ana.until(lambda: ana.of("session_ended") == [{}])
        assert (await ana.send("hello", token=ana.token))["reason"] == "no_session"


PAYLOADS = [
    '/inform{"key": "yes"}', "/restart", "/session_start", '/inform{"case": {"v": 1}}', "/EXTERNAL: x",
    "/nlu_fallback@1.0",
    '/delete_data{"forget": true}',
]  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_a_payload_of_rasas_that_nobody_offered_is_plain_words(target: Target, payload: str) -> None:
    async with person(target.address) as ana:
        await ana.say("I am a line cook")
        assert await ana.say(payload)
        assert "{" not in ana.texts[-1]


TITLES = {
    "a script": "<script>alert('MARK')</script> cook",
    "an image that fails": '"><img src=x onerror=alert(1)> cook MARK',
    "the end of an SVG": "cook ]]></text></svg><script>MARK</script>",
    "a link of Markdown": "[cook MARK](javascript:alert(1))",
    "a table of Markdown": "cook | MARK | `rm -rf` | **bold**",
    "a line of the log": 'cook MARK\n{"level": "ERROR", "message": "forged"}',
    "the end of a JSON text": 'cook MARK"}], "buttons": [{"title": "x", "payload": "/restart"}]}',
    "a template": "{case} {required_hours} {0.__class__} MARK cook",
    "a format": "%s%n%(MARK)s cook",
    "another template": "${jndi:ldap://x/MARK} {{7*7}} cook",
    "a colour of the terminal": "\x1b[31mcook MARK\x1b[0m\x07",
    "a query": "cook'; drop table events; -- MARK",
    "text the other way": "\u202ekooc MARK\u202c",
    "letters on letters": "c" + "\u0301" * 500 + "ook MARK",
    "halves of pairs": "cook MARK \\ud800",
    "a formula": "=cmd|'/c calc'!A1 cook MARK",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
async def test_a_job_title_is_only_ever_words(target: Target, title: str) -> None:
    async with person(target.address) as ana:
        for message in (
            "I am a " + title.replace("MARK", target.mark), "since 2 May 2024, 30 hours a week in Toronto", "yes",
        ):  # fmt: skip
            assert await ana.say(message)
        told = json.dumps(ana.bubbles)
        target.is_harmless(ana.bubbles)
        assert "'v': 1" not in told
        assert "49 cook" not in told
        for picture in [bubble["custom"].get("picture", "") for bubble in ana.bubbles if bubble.get("custom")]:
            assert "<script" not in json.dumps(picture)
        offered = {b["payload"] for bubble in ana.bubbles for b in bubble.get("quick_replies", [])}
        assert "/restart" not in offered
    assert '"message": "forged"' not in target.site.logs[target.logged :]


PACKETS = {
    "half a packet": '2["user_uttered",{"message":"MARK"',
    "a number": "2" * 5000,
    "deep nesting": "2" + "[" * 20_000,
    "an event without a name": "2[]",
    "an event named connect": '2["connect","MARK"]',
    "an event named disconnect": '2["disconnect"]',
    "a namespace that is none": '2/admin,["user_uttered",{}]',
    "a thousand attachments": '51000-["user_uttered",{"_placeholder":true,"num":0}]',
    "an acknowledgement of nothing": '39999999999["MARK"]',
    "a packet of no type": "9x",
    "not a number in JSON": '2["user_uttered",{"message":NaN,"session_id":Infinity}]',
    "a constructor": '2["user_uttered",{"__proto__":{"a":1},"message":{"toString":1}}]',
}


@pytest.mark.parametrize("packet", PACKETS.values(), ids=PACKETS)
async def test_a_malformed_packet_harms_nobody(target: Target, packet: str) -> None:
    async with person(target.address) as ana:
        await ana.raw(packet.replace("MARK", target.mark))
        if ana.connected and "disconnect" not in packet:
            assert (await ana.call("user_uttered", {"message": 7}))["ok"] is False
        target.is_harmless(ana.bubbles)


async def test_words_of_2000_characters_without_a_space_are_read_in_time(target: Target) -> None:
    async with person(target.address) as ana:
        for text in (
            "a" * 2000,
            "1" * 2000,
            "2024-" * 400,
            "ab " * 660,
            "ielts 7.5 " * 200,
            "(" * 2000,
            "since may " * 200,
        ):
            began = time.monotonic()
            assert await ana.say(text)
            assert time.monotonic() - began < 20


async def handshake(target: Target) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, bytes]:
    """A bare websocket that asks for compression, and the server's answer to its opening."""
    reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
    key = base64.b64encode(os.urandom(16)).decode()
    writer.write(
        f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{target.port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n".encode()
    )
    return reader, writer, await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 20)


def frame(first: int, body: bytes) -> bytes:
    length = bytes([128 | 127]) + len(body).to_bytes(8, "big")
    return bytes([first]) + length + b"\x00\x00\x00\x00" + body


async def rest(reader: asyncio.StreamReader) -> bytes:
    """What comes until the server closes the connection, which it has to do soon."""
    try:
        return await asyncio.wait_for(reader.read(), 20)
    except ConnectionError:  # closed on us while we were still sending
        return b""


async def test_a_compressed_frame_that_blows_up_is_not_unpacked(target: Target) -> None:
    reader, writer, answer = await handshake(target)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"4" * 100_000_000) + packer.flush(zlib.Z_SYNC_FLUSH)
    assert len(bomb) < 120_000
    writer.write(frame(0b1100_0001, bomb[:-4]))
    assert target.mark.encode() not in await rest(reader)
    assert b"permessage-deflate" not in answer
    writer.close()


async def test_a_frame_that_announces_a_petabyte_ends_its_connection(target: Target) -> None:
    reader, writer, _ = await handshake(target)
    writer.write(bytes([0b1000_0001, 128 | 127]) + (2**50).to_bytes(8, "big") + b"\x00\x00\x00\x00" + b"4")
    await rest(reader)
    writer.close()


async def test_a_message_in_endless_pieces_ends_its_connection(target: Target) -> None:
    reader, writer, _ = await handshake(target)
    writer.write(frame(0b0000_0001, b"4" * 1000))
    with_end = asyncio.ensure_future(rest(reader))
    for _ in range(1000):
        if with_end.done():
            break
        try:
            writer.write(frame(0b0000_0000, b"4" * 1000))
            await writer.drain()
        except ConnectionError:
            break
    await with_end
    writer.close()


@pytest.mark.parametrize("body", [b"\xff\xfe\xfd", b"", b"\x00" * 100])
async def test_frames_that_are_no_text_harm_nobody(target: Target, body: bytes) -> None:
    _, writer, _ = await handshake(target)
    for first in (0x81, 0x82, 0x89, 0x83, 0xF1):
        writer.write(frame(first, body))
    writer.close()


async def test_ten_thousand_messages_of_random_bytes_harm_nobody(target: Target) -> None:
    """As many as go in 20 seconds, most shaped like packets, so that they get deep; the seed is fixed."""
    dice, end, sent = random.Random(20261122), time.monotonic() + 20, 0
    while sent < 10_000 and time.monotonic() < end:
        _, writer, _ = await handshake(target)
        writer.write(frame(0x81, b"40"))
        try:
            for _ in range(500):
                body = dice.randbytes(dice.randrange(1, 200))
                if dice.random() < 0.7:
                    words = body.decode("latin-1")
                    shapes = (words, {"message": words}, {"message": words, "session_id": target._token[:-4]}, [words])
                    body = b'42["user_uttered",' + json.dumps(dice.choice(shapes)).encode() + b"]"
                writer.write(frame(dice.choice((0x81, 0x81, 0x82)), body))
                sent += 1
            await asyncio.wait_for(writer.drain(), 5)
        except (ConnectionError, asyncio.TimeoutError):
            pass
        writer.close()
        await asyncio.sleep(0)
    assert sent >= 1000
    assert target.ask("/health")[0] == 200
