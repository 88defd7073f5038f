"""What the server does by itself, so that nobody has to remember it: idle conversations are erased."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from typing import Final

from sanic import Sanic

from nlu.incidents import describe, new_incident
from operating.metrics import ERASED
from stores.forgetting import ForgettingTrackerStore
from stores.keeping import keep_days
from stores.retention import retain

logger = logging.getLogger(__name__)

_HOURS: Final = 6.0


class Upkeep:
    """Erases idle conversations at the start and every few hours. Several processes may do so at once."""

    def __init__(self) -> None:
        self._days = keep_days(os.environ)
        self._task: asyncio.Task[None] | None = None

    def attach(self, app: Sanic) -> None:
        """Have it run for as long as the server does."""
        app.register_listener(self._start, "after_server_start")
        app.register_listener(self._stop, "before_server_stop")

    async def _start(self, app: Sanic, _: object) -> None:
        store = app.ctx.agent.tracker_store
        if isinstance(store, ForgettingTrackerStore):
            self._task = asyncio.ensure_future(self._run(store))

    async def _stop(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self, store: ForgettingTrackerStore) -> None:
        while True:
            try:
                erased = await asyncio.to_thread(retain, store, self._days)
                ERASED.labels("retention").inc(erased)
                logger.info("retention: %d conversations erased that were idle for %d days", erased, self._days)
            except Exception as error:
                logger.error("incident %s: retention failed: %s", new_incident(), describe(error))
            await asyncio.sleep(_HOURS * 60 * 60)
