"""Abuses of a conversation over the website's channel."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import random
import re
import time
import zlib
from xml.etree import ElementTree

import jwt
import pytest

from tests.abuse.target import Target, status, statuses
from tests.channels.person import Person, person
from tests.channels.test_sessions import sender

SURFACE, TALK = "website channel", "conversation"


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


@pytest.mark.abuse(SURFACE, "Somebody else's session: a token that was not issued")
@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
async def test_a_forged_session_reads_nothing_of_anybody(target: Target, forge) -> None:
    thief = await stranger(target)
    given = await thief.ask_for_session(forge(target._token), "0")
    assert sender(given) != sender(target._token)
    assert thief.bubbles == []
    told = await thief.say("what have I told you")
    target.answers(told)
    target.met(
        f"a session of one's own, with {len(thief.bubbles) - 1} old messages in it", f"answer: {target.quoted(told)}"
    )
    await thief.leave()


@pytest.mark.abuse(SURFACE, "A message sent again", how="20 times with the same id")
async def test_a_message_sent_again_is_taken_once(target: Target) -> None:
    async with person(target.address) as ana:
        await ana.say("hello", message_id="same")
        heard = len(ana.bubbles)
        acknowledged = [await ana.send("hello", message_id="same") for _ in range(20)]
        assert all(each["ok"] for each in acknowledged)
        target.answers(await ana.say("help", message_id="next"))
        assert len(ana.bubbles) == heard + 1
        target.met(f"{len(acknowledged)} times acknowledged; answered again: {len(ana.bubbles) - 1 - heard} times")


@pytest.mark.abuse(SURFACE, "A session that was deleted, used again", how="a message with its token")
async def test_a_session_that_was_deleted_cannot_be_replayed(target: Target) -> None:
    async with person(target.address) as ana:
        await ana.say(f"I am a {target.mark}")
        await ana.say("delete my data")
        await ana.until(lambda: ana.of("session_ended") == [{}])
        refused = await ana.send("hello", token=ana.token)
        assert refused["reason"] == "no_session"
        target.met(f"session_ended at the deletion; then refused: {refused['reason']}")


PAYLOADS = [
    '/inform{"key": "yes"}', "/restart", "/session_start", '/inform{"case": {"v": 1}}', "/EXTERNAL: x",
    "/nlu_fallback@1.0",
    '/delete_data{"forget": true}',
]  # fmt: skip


@pytest.mark.abuse(TALK, "A command of Rasa's, typed as a message", literal=True)
@pytest.mark.parametrize("payload", PAYLOADS, ids=PAYLOADS)
async def test_a_payload_of_rasas_that_nobody_offered_is_plain_words(target: Target, payload: str) -> None:
    async with person(target.address) as ana:
        await ana.say("I am a line cook")
        offered = {button["payload"] for button in ana.bubbles[-1].get("quick_replies", [])}
        told = await ana.say(payload)
        target.answers(told)
        assert "{" not in told
        known = "what the button before it sends" if payload in offered else "offered by no button, so read as words"
        target.met(f"{known}; answer: {target.quoted(told)}")


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


# What somebody says who wants to get to the end: the card, its picture and the report.
TO_THE_END = (
    "since 2 May 2024, 30 hours a week in Toronto", "yes", "no, that is all", "none of these",
    "ielts general listening 7.5 reading 7 writing 6 speaking 7 done in march 2026", "yes", "no", "report",
)  # fmt: skip


@pytest.mark.abuse(TALK, "A job title that is more than words")
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
async def test_a_job_title_is_only_ever_words(target: Target, title: str) -> None:
    async with person(target.address) as ana:
        for message in ("I am a " + title.replace("MARK", target.mark), *TO_THE_END):
            target.answers(await ana.say(message))
        told = json.dumps(ana.bubbles)
        target.is_harmless(ana.bubbles)
        assert "'v': 1" not in told
        assert "49 cook" not in told
        cards = [bubble["custom"] for bubble in ana.bubbles if bubble.get("custom")]
        pictures = [card[name]["svg"] for card in cards for name in ("picture", "outlook_picture") if card.get(name)]
        for card in cards:
            assert "<script" not in json.dumps(card)
        for picture in pictures:
            ElementTree.fromstring(picture)  # whole and well-formed
            assert "onerror" not in picture
        offered = {b["payload"] for bubble in ana.bubbles for b in bubble.get("quick_replies", [])}
        assert "/restart" not in offered
        taken = [found[1] for text in ana.texts if (found := re.search(r"I have: ((?!IELTS).*?)[.,]", text))]
        assert pictures or not any("cook" in job for job in taken)
        repeated = sum(target.mark in text for text in ana.texts)
        target.met(
            f"{len(ana.bubbles)} answers in words, {repeated or 'none'} of them with MARK",
            f"taken as the job: {target.quoted(taken[0])}" if taken else "nothing taken as the job",
            f"pictures: {len(pictures)}, well-formed" if pictures else "so no result to draw",
        )
    assert '"message": "forged"' not in target.logged


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


@pytest.mark.abuse(SURFACE, "A malformed packet of Socket.IO")
@pytest.mark.parametrize("packet", PACKETS.values(), ids=PACKETS)
async def test_a_malformed_packet_harms_nobody(target: Target, packet: str) -> None:
    async with person(target.address) as ana:
        await ana.raw(packet.replace("MARK", target.mark))
        refused = await ana.call("user_uttered", {"message": 7})
        assert refused["ok"] is False
        target.met(f"no reply; the connection goes on: the next message, a number, is refused as {refused['reason']}")
        target.is_harmless(ana.bubbles)
        assert ana.bubbles == []


LONG = {
    "one letter": "a" * 2000,
    "one digit": "1" * 2000,
    "years on years": "2024-" * 400,
    "two letters and a space": "ab " * 660,
    "a score 200 times": "ielts 7.5 " * 200,
    "open brackets": "(" * 2000,
    "a date 200 times": "since may " * 200,
}


@pytest.mark.abuse(TALK, "2,000 characters that are slow to read")
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
async def test_words_of_2000_characters_without_a_space_are_read_in_time(target: Target, text: str) -> None:
    async with person(target.address) as ana:
        began = time.monotonic()
        told = await ana.say(text)
        seconds = time.monotonic() - began
        target.answers(told)
        assert seconds < 20
        target.met(f"answered within {int(seconds) + 1} s: {target.quoted(told)}")


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
    received = b""
    try:
        while more := await asyncio.wait_for(reader.read(65536), 20):
            received += more
    except ConnectionError:  # closed on us while we were still sending
        pass
    return received


def frames(received: bytes) -> list[tuple[int, bytes]]:
    """Kind and body of each whole frame of a websocket."""
    found, at = [], 0
    while len(received) >= at + 2:
        first, length, start = received[at] & 0x0F, received[at + 1] & 0x7F, at + 2
        if length >= 126:
            start += 2 if length == 126 else 8
            length = int.from_bytes(received[at + 2 : start], "big")
        if len(received) < start + length:
            break
        found.append((first, received[start : start + length]))
        at = start + length
    return found


def closing(received: bytes) -> str:
    """How a connection ended: the code that the server gave, if it gave one."""
    if b"HTTP/1.1 " in received:  # in the middle of the websocket: it was taken out of the channel's hands
        return statuses(received)
    codes = [int.from_bytes(body[:2], "big") for kind, body in frames(received) if kind == CLOSE and len(body) >= 2]
    return f"connection closed, code {codes[0]}" if codes else "connection closed"


TEXT, BINARY, CLOSE, PONG = 1, 2, 8, 10


@pytest.mark.abuse(SURFACE, "A compressed frame that blows up", how="100 MB in 100 kB")
async def test_a_compressed_frame_that_blows_up_is_not_unpacked(target: Target) -> None:
    reader, writer, answer = await handshake(target)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"4" * 100_000_000) + packer.flush(zlib.Z_SYNC_FLUSH)
    assert len(bomb) < 120_000
    writer.write(frame(0b1100_0001, bomb[:-4]))
    came = await rest(reader)
    assert target.mark.encode() not in came
    assert b"permessage-deflate" not in answer
    target.met("compression is not agreed to", closing(came))
    writer.close()


@pytest.mark.abuse(SURFACE, "A frame that announces a petabyte", how="its length, and one byte of it")
async def test_a_frame_that_announces_a_petabyte_ends_its_connection(target: Target) -> None:
    reader, writer, _ = await handshake(target)
    writer.write(bytes([0b1000_0001, 128 | 127]) + (2**50).to_bytes(8, "big") + b"\x00\x00\x00\x00" + b"4")
    target.met(closing(await rest(reader)))
    writer.close()


@pytest.mark.abuse(SURFACE, "A message in endless pieces", how="up to 1,001 frames of 1 kB, none of them the last")
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
    target.met(closing(await with_end))
    writer.close()


FRAMES = {
    "a text frame": 0x81,
    "a binary frame": 0x82,
    "a ping": 0x89,
    "a frame of a kind that is none": 0x83,
    "a frame with reserved bits": 0xF1,
}
NO_TEXTS = {"broken characters": b"\xff\xfe\xfd", "empty": b"", "100 zeros": b"\x00" * 100}


@pytest.mark.abuse(SURFACE, "Frames of a websocket that hold no text")
@pytest.mark.parametrize("body", NO_TEXTS.values(), ids=NO_TEXTS)
@pytest.mark.parametrize("first", FRAMES.values(), ids=FRAMES)
async def test_frames_that_are_no_text_harm_nobody(target: Target, first: int, body: bytes) -> None:
    reader, writer, _ = await handshake(target)
    writer.write(frame(first, body))
    await asyncio.sleep(0.2)  # so that it is not the ping that is answered first
    writer.write(frame(0x89, b"there?"))
    came, ended = b"", False
    while not ended and (PONG, b"there?") not in frames(came):
        more = await asyncio.wait_for(reader.read(65536), 20)
        came, ended = came + more, not more
    target.is_harmless(came)
    target.met(closing(came) if ended else "no refusal; the connection goes on, and its next ping is answered")
    writer.close()


@pytest.mark.abuse(
    SURFACE,
    "Random bytes",
    how="10,000 messages, or as many as go in 20 s: on each connection first 100 packets with random words in them, "
    "then 20 that are packets or bare bytes",
)
async def test_ten_thousand_messages_of_random_bytes_harm_nobody(target: Target) -> None:
    """Bare bytes soon end a connection, so the packets that get deep come first; the seed is fixed."""
    dice, end = random.Random(20261122), time.monotonic() + 20
    sent = asked = refused = connections = 0

    def packet() -> bytes:
        words = dice.randbytes(dice.randrange(1, 200)).decode("latin-1")
        shapes = (words, {"message": words}, {"message": words, "session_id": target._token[:-4]}, [words])
        return b'421["user_uttered",' + json.dumps(dice.choice(shapes)).encode() + b"]"

    while sent < 10_000 and time.monotonic() < end:
        reader, writer, _ = await handshake(target)
        writer.write(frame(0x81, b"40"))
        for _ in range(100):
            writer.write(frame(0x81, packet()))
        refused += await refusals(reader, 100)
        with contextlib.suppress(ConnectionError, asyncio.TimeoutError):
            for _ in range(20):
                bare = frame(dice.choice((0x81, 0x81, 0x82)), dice.randbytes(dice.randrange(1, 200)))
                writer.write(bare if dice.random() < 0.5 else frame(0x81, packet()))
            await asyncio.wait_for(writer.drain(), 5)
        writer.close()
        sent, asked, connections = sent + 120, asked + 100, connections + 1
    assert sent >= 1000
    assert refused == asked
    code, _ = target.ask("/health")
    assert code == 200
    target.met(
        f"{sent:,} sent over {connections} connections",
        f"of {asked:,} packets that got to the channel first, {refused:,} refused",
        f"/health then: {status(code)}",
    )


async def refusals(reader: asyncio.StreamReader, expected: int) -> int:
    """How many packets are refused, until all are or the connection ends or falls silent."""
    received = b""
    with contextlib.suppress(ConnectionError, asyncio.TimeoutError):
        while received.count(b'{"ok":false') < expected and (more := await asyncio.wait_for(reader.read(65536), 10)):
            received += more
    assert b'{"ok":true' not in received
    return received.count(b'{"ok":false')


@pytest.mark.abuse(
    SURFACE,
    "Connections that leave before they are read",
    how="300, one after another, each with 20 frames of 10 kB and then closed; what the server holds is asked at once",
)
async def test_connections_that_leave_before_they_are_read_cost_little_memory(target: Target) -> None:
    """What they leave waits for Python's collector; that it is cleared in the end is not tried."""
    before = megabytes(target)
    for _ in range(300):
        _, writer, _ = await handshake(target)
        for _ in range(20):
            writer.write(frame(0x81, b"42" + b"x" * 10_000))
        with contextlib.suppress(ConnectionError, asyncio.TimeoutError):
            await asyncio.wait_for(writer.drain(), 5)
        writer.close()
    grown = megabytes(target) - before
    assert grown < 300
    target.met(f"the server holds {max(grown, 0):.0f} MB more than the {before:.0f} MB before")


def megabytes(target: Target) -> float:
    """The memory of the website's server, by its own metrics."""
    _, told = target.ask("/metrics")
    (found,) = re.findall(rb"^process_resident_memory_bytes (\S+)$", told, re.MULTILINE)
    return float(found) / 1e6
