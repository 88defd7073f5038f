""" "Delete my data": gone from the database, or said not to be. On the real servers."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.person import person
from tests.channels.servers import Site
from tests.channels.test_sessions import sender

TOKEN = "an operator's token of the tests"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("deletion"), CEC_API_TOKEN=TOKEN).up() as running_site:
        yield running_site


@contextlib.contextmanager
def that_erases_nothing(database: Path) -> Iterator[None]:
    """Have the database refuse every deletion, as one that is read-only or out of space would."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("create trigger broken before delete on events begin select raise(abort, 'broken'); end")
        connection.commit()
        yield
        connection.execute("drop trigger broken")
        connection.commit()


def over_rest(site: Site, name: str, message: str) -> str:
    request = urllib.request.Request(
        f"{site.address}/webhooks/rest/webhook?token={TOKEN.replace(' ', '+')}",
        json.dumps({"sender": name, "message": message}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return "\n".join(bubble.get("text", "") for bubble in json.load(response))


async def test_a_deletion_that_failed_is_said_to_have_failed_and_works_when_asked_for_again(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("I am a quokkakeeper")
        with that_erases_nothing(site.database):
            answer = await ana.say("delete my data")
            assert "could not delete" in answer
            assert "have deleted" not in answer
        assert site.holds("quokkakeeper")
        assert ana.of("session_ended") == []
        assert "have deleted" in await ana.say("delete my data")
        await ana.until(lambda: ana.of("session_ended") == [{}])
        assert site.kept_of(sender(ana.token)) == 0
        assert not site.holds("quokkakeeper")


async def test_over_rest_it_is_the_same(site: Site) -> None:
    over_rest(site, "by-rest", "I am a quollkeeper")
    with that_erases_nothing(site.database):
        answer = over_rest(site, "by-rest", "delete my data")
        assert "could not delete" in answer
        assert "have deleted" not in answer
    assert site.kept_of("by-rest") > 0
    assert "have deleted" in over_rest(site, "by-rest", "delete my data")
    assert site.kept_of("by-rest") == 0
    assert not site.holds("quollkeeper")


async def test_a_reply_is_not_said_where_it_could_not_be_kept(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("hello")
        with contextlib.closing(sqlite3.connect(site.database)) as connection:
            connection.execute("create trigger full before insert on events begin select raise(abort, 'full'); end")
            connection.commit()
            answer = await ana.say("I work as a baker since 2 May 2024, 30 hours a week")
            connection.execute("drop trigger full")
            connection.commit()
        assert "something went wrong" in answer
        assert "baker" not in answer
        assert "baker" in await ana.say("I work as a baker since 2 May 2024, 30 hours a week")
