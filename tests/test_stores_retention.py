"""Conversations are erased once nobody has written for the time that the notice names, and not before."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from scripts import ROOT
from scripts.environment import environment
from stores.forgetting import ForgettingTrackerStore
from stores.keeping import keep_days
from stores.retention import retain

DAY = 24 * 60 * 60


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """What CEC_DATABASE names; of PostgreSQL one that the tests may write to, by CEC_TEST_POSTGRESQL."""
    if request.param == "sqlite":
        return str(tmp_path / "conversations.db")
    url = os.environ.get("CEC_TEST_POSTGRESQL", "")
    if not url:
        pytest.skip("CEC_TEST_POSTGRESQL names no PostgreSQL database to test with")
    return url


def somebody() -> str:
    return f"website-{uuid.uuid4().hex}"


def write(database: str, person: str, days_ago: float) -> None:
    """Have a conversation end with a message of that time."""
    store = ForgettingTrackerStore(Domain.empty(), db=database)
    tracker = asyncio.run(store.retrieve(person)) or DialogueStateTracker.from_events(person, [])
    tracker.update(UserUttered("I am a quokkakeeper", timestamp=time.time() - days_ago * DAY))
    asyncio.run(store.save(tracker))


def traces(database: str, person: str) -> int:
    """How many rows of any table name the person."""
    engine = ForgettingTrackerStore(Domain.empty(), db=database).engine
    tables = sa.MetaData()
    tables.reflect(engine)
    with engine.connect() as connection:
        return sum(
            connection.execute(
                sa.select(sa.func.count()).select_from(table).where(table.c.sender_id == person)
            ).scalar_one()
            for table in tables.tables.values()
            if "sender_id" in table.c
        )


def test_who_last_wrote_31_days_ago_is_forgotten_and_who_wrote_29_days_ago_is_not(database: str) -> None:
    ana, ben, eve = somebody(), somebody(), somebody()
    write(database, ana, 90)
    write(database, ana, 31)
    write(database, ben, 90)
    write(database, ben, 29)
    write(database, eve, 90)
    assert retain(ForgettingTrackerStore(Domain.empty(), db=database), 30) >= 2
    assert traces(database, ana) == traces(database, eve) == 0
    assert traces(database, ben) > 0
    assert retain(ForgettingTrackerStore(Domain.empty(), db=database), 30) == 0


def test_more_conversations_than_are_erased_at_once_are_all_erased(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("stores.retention._AT_ONCE", 3)
    database = str(tmp_path / "conversations.db")
    for _ in range(8):
        write(database, somebody(), 40)
    assert retain(ForgettingTrackerStore(Domain.empty(), db=database), 30) == 8


def test_nothing_readable_is_left_in_the_file(tmp_path: Path) -> None:
    database = str(tmp_path / "conversations.db")
    write(database, somebody(), 40)
    assert any(b"quokkakeeper" in path.read_bytes() for path in tmp_path.glob("conversations.db*"))
    retain(ForgettingTrackerStore(Domain.empty(), db=database), 30)
    assert not any(b"quokkakeeper" in path.read_bytes() for path in tmp_path.glob("conversations.db*"))


@pytest.mark.parametrize("setting", ["0", "-1", "thirty", "1.5"])
def test_a_setting_that_is_no_number_of_days_is_refused(setting: str) -> None:
    with pytest.raises(ValueError, match="CEC_KEEP_DAYS"):
        keep_days({"CEC_KEEP_DAYS": setting})


def test_where_nothing_is_set_it_is_30_days() -> None:
    assert keep_days({}) == keep_days({"CEC_KEEP_DAYS": ""}) == 30


# --- what an operator types ---


def run(module: str, *arguments: str, database: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, env=environment(CEC_DATABASE=database, CEC_REDIS=""),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def test_make_retain_erases_and_says_how_many(tmp_path: Path) -> None:
    database = str(tmp_path / "conversations.db")
    write(database, somebody(), 40)
    code, said = run("scripts.kept", "retention", database=database)
    assert (code, said) == (0, "Erased: 1 conversation, idle for more than 30 days.\n")


def test_make_forget_erases_one_person_and_says_where_there_is_none(tmp_path: Path) -> None:
    database, ana, ben = str(tmp_path / "conversations.db"), somebody(), somebody()
    write(database, ana, 0)
    write(database, ben, 0)
    code, said = run("scripts.forget", ana, database=database)
    assert code == 0, said
    assert "Erased" in said
    assert traces(database, ana) == 0
    assert traces(database, ben) > 0
    code, said = run("scripts.forget", ana, database=database)
    assert code != 0
    assert "no conversation" in said
    code, said = run("scripts.forget", "", database=database)
    assert code != 0
    assert "make forget SENDER=" in said
