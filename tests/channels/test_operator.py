"""What one person needs to run it: health, readiness that tells the truth, metrics without people, a restore."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.backup import backup, restore
from scripts.progress import Failure
from scripts.servers import action_server, running, wait_until_it_answers
from stores.retention import store_of
from stores.unanswered import count, table
from tests.channels.person import Person, person
from tests.channels.servers import Site
from tests.channels.test_sessions import sender


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("operator")).up() as running_site:
        yield running_site


def get(address: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers={name.replace("_", "-"): v for name, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def sample(metrics: str, name: str, **labels: str) -> float:
    wanted = {f'{key}="{value}"' for key, value in labels.items()}
    for line in metrics.splitlines():
        found = re.fullmatch(rf"{name}(?:\{{(.*)\}})? (\S+)", line)
        if found and wanted <= set((found.group(1) or "").split(",")):
            return float(found.group(2))
    return 0.0


async def test_ready_says_which_part_is_not_there_and_health_that_the_process_lives(site: Site, tmp_path: Path) -> None:
    assert get(f"{site.address}/health") == (200, "ok")
    status, told = get(f"{site.address}/ready")
    assert (status, json.loads(told)) == (
        200, {"ready": True, "model": "ok", "actions": "ok", "conversations": "ok"},
    )  # fmt: skip


def test_ready_is_503_while_the_action_server_is_away(tmp_path: Path) -> None:
    alone = Site(tmp_path)
    with alone._website:
        alone.start()
        status, told = get(f"{alone.address}/ready")
        assert status == 503
        assert {**json.loads(told), "actions": ""} == {
            "ready": False, "model": "ok", "actions": "", "conversations": "ok",
        }  # fmt: skip
        assert get(f"{alone.address}/health")[0] == 200
        log = tmp_path / "actions.log"
        with running(action_server(alone._actions_port), alone.environ, log) as actions:
            wait_until_it_answers(actions, f"http://127.0.0.1:{alone._actions_port}/health", log)
            wait_until_it_answers(actions, f"{alone.address}/ready", log)
        with contextlib.closing(sqlite3.connect(alone.database)) as database:
            database.execute("drop table events")
        alone.stop()


async def test_metrics_count_what_happened_and_name_nobody(site: Site) -> None:
    before = get(f"{site.address}/metrics")[1]
    async with person(site.address) as ana:
        await ana.say("hello")
        await ana.say("qwrtz plmkn")
        await ana.say("start")
        await ana.say("does co-op work count?")
        await ana.send("x" * 3000)
        metrics = get(f"{site.address}/metrics")[1]
        assert sample(metrics, "cec_connections") == 1
        assert sender(ana.token) not in metrics
    for name, more, labels in (
        ("cec_turns_total", 4, {"channel": "website", "result": "answered"}),
        ("cec_turn_seconds_count", 4, {"channel": "website"}),
        ("cec_refused_total", 1, {"channel": "website", "reason": "too_long"}),
        ("cec_questions_total", 1, {"topic": "co_op"}),
    ):
        assert sample(metrics, name, **labels) - sample(before, name, **labels) == more, name
    missed = [line for line in metrics.splitlines() if line.startswith("cec_not_understood_total{")]
    assert missed
    assert "qwrtz" not in metrics


def test_metrics_are_not_for_those_who_come_through_a_proxy(site: Site) -> None:
    assert get(f"{site.address}/metrics", X_Forwarded_For="203.0.113.9")[0] == 403
    assert get(f"{site.address}/metrics", Forwarded="for=203.0.113.9")[0] == 403


async def test_what_was_not_understood_is_counted_by_question_without_a_word_of_anybody(site: Site) -> None:
    async with person(site.address) as ana:
        await ana.say("hello")
        await ana.say("qwrtz plmkn")
        await ana.say("start")
        counts = count(store_of(site.environ), 0)
        assert sum(counts.missed.values()) >= 1
        assert "qwrtz" not in table(counts)


async def test_a_backup_made_under_way_brings_a_conversation_back(site: Site, tmp_path: Path) -> None:
    ana = await Person(site.address).connect()
    await ana.ask_for_session()
    await ana.say("I work as a baker since 2 May 2024, 30 hours a week")
    copy, token = backup(site.database, tmp_path), ana.token
    assert copy.stat().st_mode & 0o077 == 0
    await ana.leave()
    site.stop()
    site.database.unlink()
    for more in site.database.parent.glob("conversations.db-*"):
        more.unlink()
    assert restore(copy, site.database) >= 1
    site.start()
    back = await Person(site.address).connect()
    assert await back.ask_for_session(token) == token
    assert "baker" in await back.say("what have I told you")
    await back.leave()


def test_a_damaged_copy_is_refused_and_the_database_stays(tmp_path: Path) -> None:
    database, copy = tmp_path / "conversations.db", tmp_path / "copy.db"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("create table events (sender_id text)")
        connection.commit()
    shutil.copy(database, copy)
    copy.write_bytes(copy.read_bytes()[:1000] + b"damage" * 500)
    before = database.read_bytes()
    with pytest.raises(Failure):
        restore(copy, database)
    assert database.read_bytes() == before
