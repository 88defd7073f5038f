"""Erase one conversation for its person: `make forget SENDER=...`. docs/privacy.md says where the name is found."""

from __future__ import annotations

import asyncio
import os
import sys

from scripts.environment import environment
from scripts.progress import Failure, main, say


def forget() -> None:
    """Erase what the database, and Redis where it is used, hold of a sender. Raises Failure where there is nothing."""
    if len(sys.argv) != 2 or not sys.argv[1].strip():
        raise Failure("Whose? make forget SENDER=website-... (or telegram-...)")
    sender = sys.argv[1].strip()
    os.environ.update(environment())
    from stores.retention import store_of  # takes seconds, which a wrong call need not wait for

    removed = store_of(os.environ).forget(sender)
    redis = os.environ.get("CEC_REDIS")
    if redis:
        asyncio.run(_forget_in_redis(redis, sender))
    if not removed:
        raise Failure(f"There is no conversation of {sender}.")
    say(f"Erased: {removed} events of {sender}.")
    if not redis:
        say("A running server still holds its last replies to them in memory, until it is started anew.")


async def _forget_in_redis(url: str, sender: str) -> None:
    from channels.redis_state import RedisState
    from channels.settings import Settings

    channel = sender.partition("-")[0]
    state = RedisState(url, Settings().idle_days, channel)
    try:
        # A session of the website ends with its conversation; a chat of Telegram can begin anew.
        await (state.end(sender) if channel == "website" else state.forget(sender))
    finally:
        await state.close()


if __name__ == "__main__":
    main(forget)
