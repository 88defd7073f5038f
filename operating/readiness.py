"""Whether the assistant can take a turn now: each thing that a turn needs is tried, and not taken for granted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import aiohttp

from nlu.incidents import describe

Check = Callable[[], Awaitable[object]]

_SECONDS: Final = 3.0  # for all checks, which run at the same time
_GOOD_FOR: Final = 2.0  # seconds; whoever asks more often gets the same answer, and stresses nothing


class Readiness:
    """Asks what a turn needs."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        """checks: by the name that the operator knows a thing by; one that raises, or takes too long, is not there."""
        self._checks = dict(checks)
        self._found: dict[str, str] = {}
        self._when = float("-inf")
        self._one_at_a_time = asyncio.Lock()

    async def found(self) -> dict[str, str]:
        """For each thing "ok", or what kind of error it met."""
        async with self._one_at_a_time:
            if time.monotonic() - self._when > _GOOD_FOR:
                answers = await asyncio.gather(*(_tried(check) for check in self._checks.values()))
                self._found, self._when = dict(zip(self._checks, answers, strict=True)), time.monotonic()
            return self._found


async def _tried(check: Check) -> str:
    try:
        await asyncio.wait_for(check(), _SECONDS)
    except asyncio.TimeoutError:
        return "no answer"
    except Exception as error:
        return describe(error).partition(" ")[0]
    return "ok"


async def answers(addresses: list[str]) -> None:
    """Return where one of the addresses answers 200. Raises what the last one met."""
    problem: Exception = ValueError("no address")
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS / 2)) as session:
        for address in addresses:
            try:
                async with session.get(address, raise_for_status=True):
                    return
            except (aiohttp.ClientError, asyncio.TimeoutError) as error:
                problem = error
    raise problem
