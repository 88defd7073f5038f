"""What the tracker store and the channel's memory promise, they keep in PostgreSQL and in Redis too."""

from __future__ import annotations

import uuid

import pytest

from channels.inbox import Waiting
from channels.redis_state import RedisState
from channels.shared_state import SharedState
from scripts.cluster import Cluster
from stores.forgetting import ForgettingTrackerStore
from stores.retention import retain
from tests.channels.test_state import *  # noqa: F403
from tests.test_stores_long_conversations import *  # noqa: F403
from tests.test_stores_long_conversations import DOMAIN
from tests.test_stores_retention import somebody, traces, write


@pytest.fixture
def store(up: Cluster) -> ForgettingTrackerStore:
    """In place of the one in SQLite."""
    found = ForgettingTrackerStore(DOMAIN, db=up.database)
    found.forget("ana")
    return found


@pytest.fixture(autouse=True)
def redis(up: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CEC_TEST_REDIS", up.redis)


def test_conversations_that_were_idle_too_long_are_erased_from_postgresql(up: Cluster) -> None:
    ana, ben = somebody(), somebody()
    write(up.database, ana, 31)
    write(up.database, ben, 29)
    assert retain(ForgettingTrackerStore(DOMAIN, db=up.database), 30) >= 1
    assert traces(up.database, ana) == 0
    assert traces(up.database, ben) > 0


async def test_what_came_while_redis_was_gone_is_taken_before_what_came_after(up: Cluster) -> None:
    state, ana = SharedState(up.redis, idle_days=1), f"website-{uuid.uuid4().hex}"
    while_gone, after = Waiting.of("I am a cook", "1"), Waiting.of("no, a baker", "2")
    await state._here.put(ana, while_gone)
    await state.put(ana, after)
    assert await state.head(ana) == while_gone
    await state.done(ana, while_gone, [])
    assert await state.head(ana) == after
    await state.done(ana, after, [])
    assert await state.head(ana) is None
    await state.close()


async def test_messages_wait_in_their_order_until_they_are_answered_and_nothing_is_left_of_them(up: Cluster) -> None:
    state, ana = RedisState(up.redis, idle_days=1), f"website-{uuid.uuid4().hex}"
    first, second = Waiting.of("I am a cook", "1"), Waiting.of("since May", "2")
    assert await state.put(ana, first)
    assert await state.put(ana, second)
    assert not await state.put(ana, first)
    assert await state.head(ana) == first
    await state.done(ana, first, [{"id": "1", "text": "A cook."}])
    assert await state.head(ana) == second
    assert await state.sent(ana) == [{"id": "1", "text": "A cook."}]
    await state.forget(ana)
    assert await state.head(ana) is None
    await state.close()
