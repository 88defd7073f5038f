"""The Telegram channel: what happens in a private chat becomes turns of Rasa, and what Rasa says becomes bubbles.

docs/adr/0009-telegram.md says why it is not Rasa's own. docs/telegram.md says how to start it.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text

from channels.limits import Limits, Pace
from channels.redis_state import RedisState
from channels.settings import Settings as Limiting
from channels.state import LocalState, State
from channels.telegram.api import ApiError, Blocked, BotApi
from channels.telegram.conversation import Conversation
from channels.telegram.output import Delivery, TelegramOutput
from channels.telegram.polling import poll
from channels.telegram.settings import Settings
from channels.telegram.updates import Group, Press, Update
from channels.turns import Turns
from channels.voice import failure
from nlu.incidents import describe, new_incident
from operating import metrics

logger = logging.getLogger(__name__)

_SECONDS_TO_FINISH = 5.0  # for turns under way when the server stops


class Telegram(InputChannel):
    """Receives updates, each once, and takes them in order for each chat."""

    def __init__(self, settings: Settings, limiting: Limiting, *, polling: bool) -> None:
        self.settings, self.limiting, self.polling = settings, limiting, polling
        redis = limiting.redis
        self._state: State = RedisState(redis, limiting.idle_days, self.name()) if redis else LocalState()
        self._limits = Limits(self._state, limiting)
        self._api = BotApi(settings)
        self._turns = Turns()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._open = AsyncExitStack()

    @classmethod
    def name(cls) -> str:
        return "telegram"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> Telegram:
        polling = (credentials or {}).get("receive") == "polling"
        return cls(Settings.read(os.environ), Limiting.read(os.environ), polling=polling)

    def get_output_channel(self) -> OutputChannel:
        return TelegramOutput()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        self._on_new_message = on_new_message
        blueprint = Blueprint("telegram")
        blueprint.listener("before_server_start")(self._start)
        blueprint.listener("before_server_stop")(self._stop)
        if self.polling:
            blueprint.listener("after_server_start")(self._poll)
            return blueprint

        @blueprint.route("/webhook", methods=["POST"])
        async def webhook(request: Request) -> HTTPResponse:
            return await self._webhook(request)

        return blueprint

    async def _start(self, app: Sanic, _: object) -> None:
        await self._open.enter_async_context(self._api)
        self._open.push_async_callback(self._state.close)
        self._conversation = Conversation(
            app, self._on_new_message, Delivery(self._api), self._state, self.limiting.turn_seconds, self._in_background
        )

    async def _poll(self, *_: object) -> None:
        self._in_background(poll(self._api, self.receive))

    async def _stop(self, *_: object) -> None:
        for task in list(self._tasks):
            task.cancel()
        await self._turns.drain(_SECONDS_TO_FINISH)
        await self._open.aclose()

    # --- what Telegram reports ---

    async def _webhook(self, request: Request) -> HTTPResponse:
        """Take one update. The answer does not wait for the turn, lest Telegram send it again."""
        shown = request.headers.get("x-telegram-bot-api-secret-token") or ""
        if not hmac.compare_digest(shown.encode(errors="replace"), self.settings.secret.encode()):
            return text("This is for Telegram.", status=403)
        try:
            update = request.json
        except Exception:  # of Sanic's, which differ by version
            return text("This is no update.", status=400)
        await self.receive(update)
        return text("ok")

    async def receive(self, data: object) -> None:
        """Take in one update in Telegram's JSON: see that there will be a turn for it, unless there was one."""
        update = Update.read(data)
        if update is None or not await self._state.is_new(f"{update.sender}:updates", str(update.id)):
            return
        if isinstance(update.content, Press):
            # At once, whatever comes of it: the button shows a clock until then.
            query = {"callback_query_id": update.content.query}
            self._in_background(self._api.call("answerCallbackQuery", query, tries=2))
        pace = Pace.FINE if isinstance(update.content, Group) else await self._limits.of_message(update.sender)
        if pace is not Pace.STILL_TOO_FAST:
            self._turns.add(update.sender, lambda: self._turn(update, pace), order=update.id)

    async def _turn(self, update: Update, pace: Pace) -> None:
        try:
            if isinstance(update.content, Group):
                await self._decline(update)
            elif pace is Pace.TOO_FAST:
                await self._conversation.say(update, "utter_channel_too_fast")
            else:
                with metrics.turn(self.name()):
                    await self._conversation.take(update)
        except Blocked:
            logger.info("a reply was not delivered: the person has blocked the bot")
        except Exception as error:
            incident = new_incident()
            logger.error("incident %s in a turn: %s%s", incident, describe(error), _reason(error))
            await self._apologise(update, incident, failure(error))

    async def _apologise(self, update: Update, incident: str, response: str) -> None:
        try:
            await self._conversation.say(update, response, incident=incident)
        except Exception as error:
            logger.error("incident %s could not be told: %s%s", incident, describe(error), _reason(error))

    async def _decline(self, update: Update) -> None:
        """Say once in a group why not there: everybody in it would read one person's case."""
        if await self._state.is_new(update.sender, "declined"):
            me = await self._api.call("getMe")
            await self._conversation.say(update, "utter_telegram_group", link=f"https://t.me/{me['username']}")

    # --- what goes on beside the turns ---

    def _in_background(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.ensure_future(_harmless(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _harmless(work: Coroutine[Any, Any, Any]) -> None:
    """Do what nobody waits for. A 400 says that there is nothing left to do, as for a press of an hour ago."""
    try:
        await work
    except ApiError as problem:
        if problem.code not in (400, 403):
            logger.warning("%s", problem)
    except Exception as error:
        logger.error("incident %s: %s", new_incident(), describe(error))


def _reason(error: Exception) -> str:
    """What Telegram says of a refused call, which holds none of the person's words."""
    return f" ({error})" if isinstance(error, ApiError) else ""
