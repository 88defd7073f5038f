"""The channel's memory keeps its promises, in the process and in Redis."""

from __future__ import annotations

import os
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from channels.redis_state import RedisState
from channels.state import BUBBLES, LocalState, State


@asynccontextmanager
async def opened(kind: str) -> AsyncIterator[State]:
    url = os.environ.get("CEC_TEST_REDIS", "")
    if kind == "redis" and not url:
        pytest.skip("CEC_TEST_REDIS names no Redis to test with")
    state: State = RedisState(url, idle_days=30) if kind == "redis" else LocalState()
    try:
        yield state
    finally:
        await state.close()


def sender() -> str:
    return f"website-{uuid.uuid4().hex}"


both = pytest.mark.parametrize("kind", ["local", "redis"])


@both
async def test_a_message_id_is_new_once_and_for_each_session(kind: str) -> None:
    async with opened(kind) as state:
        ana, ben = sender(), sender()
        assert await state.is_new(ana, "1")
        assert not await state.is_new(ana, "1")
        assert await state.is_new(ana, "2")
        assert await state.is_new(ben, "1")


@both
async def test_the_last_bubbles_are_kept_in_their_order(kind: str) -> None:
    async with opened(kind) as state:
        ana = sender()
        for number in range(BUBBLES + 5):
            await state.keep(ana, {"id": str(number), "text": "é", "custom": {"a": [1]}})
        kept = await state.sent(ana)
        assert [bubble["id"] for bubble in kept] == [str(number) for number in range(5, BUBBLES + 5)]
        assert kept[0] == {"id": "5", "text": "é", "custom": {"a": [1]}}
        assert await state.sent(sender()) == []


@both
async def test_of_an_ended_session_nothing_is_known_but_that_it_ended(kind: str) -> None:
    async with opened(kind) as state:
        ana, ben = sender(), sender()
        for somebody in (ana, ben):
            await state.keep(somebody, {"id": "1", "text": "You told me this."})
            await state.is_new(somebody, "1")
        await state.end(ana)
        assert await state.has_ended(ana)
        assert not await state.has_ended(ben)
        assert await state.sent(ana) == []
        assert len(await state.sent(ben)) == 1


@both
async def test_of_a_forgotten_sender_no_trace_is_left_and_they_can_begin_anew(kind: str) -> None:
    async with opened(kind) as state:
        ana, ben = sender(), sender()
        for somebody in (ana, ben):
            for name in (somebody, f"{somebody}:updates", f"{somebody}:presses"):
                await state.keep(name, {"id": "1", "text": f"You told me this, {somebody}."})
                await state.is_new(name, "1")
            for key in (f"session:{somebody}", f"told:{somebody}"):
                await state.count(key)
        await state.forget(ana)
        assert ana not in await everything(state)
        assert ben in await everything(state)
        assert not await state.has_ended(ana)
        assert await state.is_new(ana, "1")
        await state.end(ben)
        assert (await everything(state)).count(ben) == 1  # that it has ended, and no more


async def everything(state: State) -> str:
    """All names and values that are remembered, as text."""
    if isinstance(state, LocalState):
        return repr((state._sessions, state._ended, state._counts))
    assert isinstance(state, RedisState)
    return repr([name async for name in state._redis.scan_iter()])


@both
async def test_counts_go_up_one_by_one_and_apart_by_their_key(kind: str) -> None:
    async with opened(kind) as state:
        ana, ben = sender(), sender()
        counted = [await state.count(ana) for _ in range(3)]
        # A new minute may begin in between, and the count with it.
        assert counted in ([1, 2, 3], [1, 2, 1], [1, 1, 2])
        assert await state.count(ben) == 1


async def test_the_memory_of_a_process_does_not_grow_with_the_number_of_sessions() -> None:
    state = LocalState()
    for number in range(LocalState._SESSIONS + 100):
        await state.keep(f"website-{number}", {"id": "1", "text": "hello"})
    assert len(state._sessions) == LocalState._SESSIONS
    assert await state.sent("website-0") == []
    assert await state.sent(f"website-{LocalState._SESSIONS + 99}") != []
