"""What people tell is in no log, at whatever level: real servers, marker words, and every way for them to get there."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator

import pytest

from tests.channels.person import Person, person
from tests.channels.servers import Site
from tests.channels.test_deletion import TOKEN, over_rest
from tests.channels.test_sessions import sender

#: Names, numbers, dates, scores and titles that stand nowhere in the program.
MARKERS = ("quokka", "Zyxwvut", "11-2233", "2019-03-07", "7 March 2019", "37.25", "numbat", "bilby", "8.5", "wombat")


@pytest.fixture(scope="module", params=["INFO", "DEBUG"])
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("logs"), LOG_LEVEL=request.param, CEC_API_TOKEN=TOKEN).up() as running_site:
        yield running_site


async def tell_everything(site: Site) -> list[str]:
    """Talk, ask, correct, err, break things and leave; returns the sender ids."""
    async with person(site.address) as ana:
        for message in (
            "hello, I am Zyxwvut and my uci is 11-2233-4455",
            "I am a quokkakeeper and also a line cook since 7 March 2019, 37.25 hours a week",
            "yes", "actually 2019-03-07 to now", "ielts general listening 8.5 reading 8.5 writing 8.5 speaking 8.5",
            "does numbat work count", "/quokka{\"key\": \"numbat\"}", "{numbat} %s %(numbat)s \\x1b[31m wombat",
            "I was convicted of wombat theft in 2019-03-07", "help", "what have i told you",
        ):  # fmt: skip
            await ana.say(message)
        await ana.call("user_uttered", {"message": ["quokka"]})
        await ana.emit("quokka", {"numbat": 1})
        await ana.raw('2["user_uttered",{"message":"quokka"')
        await ana.send("wombat " * 2000)
        with contextlib.closing(sqlite3.connect(site.database)) as database:
            database.execute("create trigger full before insert on events begin select raise(abort, 'full'); end")
            database.commit()
            await ana.say("I am a bilby groomer at Zyxwvut Ltd")
            database.execute("drop trigger full")
            database.commit()
        over_rest(site, "by-rest-quokka", "I am a quokkakeeper")
        stranger = await Person(site.address).connect()
        await stranger.ask_for_session("quokka.numbat.wombat")
        await stranger.leave()
        name = sender(ana.token)
        await ana.say("delete my data")
        return [name]


async def test_no_log_holds_what_people_told(site: Site) -> None:
    assert await tell_everything(site)
    logs = site.logs
    found = {marker: line for line in logs.splitlines() for marker in MARKERS if marker.lower() in told(line).lower()}
    assert found == {}
    assert "Traceback" not in logs


def told(line: str) -> str:
    """A line of a log without what looks like a marker by chance: its own time."""
    with contextlib.suppress(ValueError):
        record = json.loads(line)
        return json.dumps({key: value for key, value in record.items() if key not in ("time", "ms")})
    return line


async def test_no_log_holds_who_they_are(site: Site) -> None:
    for name in await tell_everything(site):
        assert name not in site.logs
    assert "website-" not in site.logs.replace("website-telegram.yml", "")


async def test_every_line_is_json_and_turns_are_timed(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("hello")
    lines = [json.loads(line) for line in site.logs.splitlines() if line.startswith("{")]
    turns = [line for line in lines if line["message"] == "turn" and line["logger"] == "operating.metrics"]
    assert turns
    assert all(set(line) == {"time", "level", "logger", "message", "channel", "result", "ms"} for line in turns)
    unstructured = [line for line in site.logs.splitlines() if line and not line.startswith("{")]
    assert unstructured == []


async def test_debug_logging_is_warned_of_at_the_start(site: Site) -> None:
    is_debug = site.environ["LOG_LEVEL"] == "DEBUG"
    assert ("debug logging is on" in site.logs) == is_debug
