"""Whose conversation it is: what tokens open, and what they do not."""

from __future__ import annotations

import stat
import time
from pathlib import Path

import jwt
import pytest

from channels.sessions import PREFIX, Session, Sessions, secret_from_file
from channels.settings import BadSetting
from tests.channels.alone import SECRET, channel
from tests.channels.person import Person, person

DAY = 24 * 60 * 60


def sender(token: str) -> str:
    return str(jwt.decode(token, options={"verify_signature": False})["sub"])


def altered(token: str) -> str:
    head, _claims, signature = token.split(".")
    other = jwt.encode({"sub": PREFIX + "a" * 32, "aud": "website", "iat": 0}, "another secret " * 4).split(".")[1]
    return ".".join([head, other, signature])


FORGED = {
    "a name of one's own": lambda token: "ana",
    "the sender id itself": sender,
    "a conversation of another channel": lambda token: "telegram-12345",
    "other claims under the same signature": altered,
    "another signature": lambda token: token[:-8] + ("A" * 8 if not token.endswith("A" * 8) else "B" * 8),
    "signed by somebody else": lambda token: Sessions("not the secret of the server, but long").token(
        Session(sender(token), time.time())
    ),
    "no signature at all": lambda token: jwt.encode(
        {"sub": sender(token), "aud": "website", "iat": int(time.time())}, None, algorithm="none"
    ),
    "for another purpose": lambda token: jwt.encode({"sub": sender(token), "iat": int(time.time())}, SECRET),
    "another channel's sender, well signed": lambda token: jwt.encode(
        {"sub": "telegram-12345", "aud": "website", "iat": int(time.time())}, SECRET
    ),
    "a list": lambda token: [token],
    "a number": lambda token: 7,
    "an object": lambda token: {"sub": sender(token)},
    "very long": lambda token: token + "A" * 5000,
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
async def test_a_session_that_the_server_did_not_issue_becomes_a_new_one_and_nobody_elses(forge) -> None:
    async with channel() as (address, _bot), person(address) as ana:
        await ana.say("I am Ana")
        thief = await Person(address).connect()
        given = await thief.ask_for_session(forge(ana.token), "0")
        assert sender(given) not in (sender(ana.token), "telegram-12345")
        assert sender(given).startswith("website-")
        assert await thief.send("who am I", token=forge(ana.token)) == {"ok": False, "reason": "no_session"}
        assert await thief.say("and now", token=given) == "You said: and now"
        assert thief.texts == ["You said: and now"]
        assert ana.texts == ["You said: I am Ana"]
        await thief.leave()


async def test_two_people_get_two_sessions() -> None:
    async with channel() as (address, _), person(address) as ana, person(address) as ben:
        assert sender(ana.token) != sender(ben.token)
        await ana.say("I am Ana")
        await ben.say("I am Ben")
        assert ana.texts == ["You said: I am Ana"]
        assert ben.texts == ["You said: I am Ben"]


async def test_a_token_is_good_from_another_address_since_people_move_between_networks() -> None:
    async with channel(proxies=1) as (address, _), person(address) as ana:
        await ana.say("at home")
        elsewhere = Person(address)
        await elsewhere._client.connect(address, headers={"X-Forwarded-For": "203.0.113.9"}, transports=["websocket"])
        assert await elsewhere.ask_for_session(ana.token) == ana.token
        await elsewhere.leave()


async def test_a_message_before_any_session_is_refused() -> None:
    async with channel() as (address, bot):
        ana = await Person(address).connect()
        assert await ana.call("user_uttered", {"message": "hello"}) == {"ok": False, "reason": "no_session"}
        assert bot.messages == []
        await ana.leave()


async def test_a_session_ends_after_30_days_in_which_the_person_did_not_write() -> None:
    token = Sessions(SECRET).token(Session(PREFIX + "x" * 32, time.time() - 31 * DAY))
    async with channel() as (address, bot):
        await bot.remember(sender(token), time.time() - 30.5 * DAY)
        ana = await Person(address).connect()
        assert await ana.send("hello", token=token) == {"ok": False, "reason": "no_session"}
        assert sender(await ana.ask_for_session(token)) != sender(token)
        await ana.leave()


async def test_a_session_lasts_as_long_as_the_person_writes_at_least_once_in_30_days() -> None:
    token = Sessions(SECRET).token(Session(PREFIX + "x" * 32, time.time() - 300 * DAY))
    async with channel() as (address, bot):
        await bot.remember(sender(token), time.time() - 29 * DAY)
        ana = await Person(address).connect()
        assert await ana.ask_for_session(token) == token
        assert await ana.say("hello") == "You said: hello"
        await ana.leave()


def test_the_secret_of_a_machine_is_made_once_and_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "var" / "secret"
    secret = secret_from_file(file)
    assert len(secret) >= 32
    assert secret_from_file(file) == secret
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_a_secret_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(BadSetting, match="32 characters"):
        Sessions("password")
