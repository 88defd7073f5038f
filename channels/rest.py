"""Rasa's REST channel for programs that have the operator's token, without its silence where a turn fails."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, Sanic

from channels.voice import failure, words
from nlu.incidents import describe, new_incident
from operating import metrics

logger = logging.getLogger(__name__)


class Rest(RestInput):
    """As Rasa's, which answers a failed turn with what was said before it failed, or with nothing, and logs the text.

    A streamed answer (``?stream=true``) is sent as it is made, so it can hold what the turn's end then takes back.
    """

    def __init__(self, turn_seconds: float) -> None:
        super().__init__()
        self._turn_seconds = turn_seconds

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        async def take(message: UserMessage) -> None:
            output = message.output_channel
            gathered = output.messages if type(output) is CollectingOutputChannel else None
            try:
                with metrics.turn(self.name()):
                    await asyncio.wait_for(on_new_message(message), self._turn_seconds)
                if gathered or gathered is None:
                    return
                logger.error("incident %s: a turn ended without a word", incident := new_incident())
                response = "utter_channel_failed"
            except Exception as error:
                incident, response = new_incident(), failure(error)
                logger.error("incident %s in a turn: %s", incident, describe(error))
                if gathered:
                    gathered.clear()
            text = await words(self._app.ctx.agent, response, message.sender_id, self.name(), incident=incident)
            await output.send_text_message(message.sender_id, text)

        blueprint: Blueprint = super().blueprint(take)
        blueprint.listener("before_server_start")(self._start)
        return blueprint

    async def _start(self, app: Sanic, _: object) -> None:
        self._app = app
