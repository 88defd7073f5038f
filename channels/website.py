"""The website channel: Socket.IO with the events of Rasa's own channel, and conversations that stay their person's.

docs/adr/0007-website-sessions.md says why it is not Rasa's. The events are described in docs/website.md.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.inbox import Waiting
from channels.limits import Limits, Pace
from channels.outbox import Bubble, BubbleIds, missed
from channels.output import Post, WebsiteOutput
from channels.protocol import MALFORMED, Refusal, SessionRequest, Utterance
from channels.sessions import Session, Sessions, secret_from_file
from channels.settings import Settings
from channels.shared_state import SharedState
from channels.state import LocalState, State
from channels.transport import Transport, WebsocketBlueprint
from channels.turns import Locks, Turns
from channels.voice import failure, last_message, offered_payloads, reply_to, words
from channels.writing import without_payload
from nlu.incidents import describe, new_incident
from operating import metrics
from stores.forgetting import when_forgotten
from stores.lean import Superseded, TakenBefore
from stores.locks import Locks as SharedLocks

logger = logging.getLogger(__name__)

Handle = Callable[[UserMessage], Awaitable[Any]]

_DAY = 24 * 60 * 60
_SECONDS_TO_FINISH = 5.0  # for turns under way when the server stops
_SECONDS_TO_SLOW_DOWN = 1.0


class Website(InputChannel):
    """See docs/website.md. Settings come from the environment, none from a credentials file."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._sessions = Sessions(settings.secret or secret_from_file())
        self._state: State = SharedState(settings.redis, settings.idle_days) if settings.redis else LocalState()
        self._limits = Limits(self._state, settings)
        self._ids = BubbleIds()
        self._turns, self._intake, self._posting = Turns(), Locks(), Locks()
        self._one_at_a_time = SharedLocks(settings.redis)
        self._at: dict[str, str] = {}  # connection -> the sender whose session it has
        self._forgotten: set[str] = set()
        when_forgotten(self._forgotten.add)

    @classmethod
    def name(cls) -> str:
        return "website"

    @classmethod
    def from_credentials(cls, credentials: Mapping[str, Any] | None) -> Website:
        return cls(Settings.read(os.environ))

    def url_prefix(self) -> str:
        return "/"

    def get_output_channel(self) -> OutputChannel:
        return WebsiteOutput(self._post)

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        self._on_new_message = on_new_message
        self._server = Transport(self.settings, self._limits)
        self._server.on("session_request", self._guarded(self._session_requested))
        self._server.on("user_uttered", self._guarded(self._user_uttered))
        self._server.on(MALFORMED, self._guarded(self._malformed))
        self._server.on("disconnect", self._disconnected)
        blueprint = WebsocketBlueprint("website")

        @blueprint.route("/socket.io/", methods=["GET", "POST", "OPTIONS"])
        async def socket_io(request: Request) -> HTTPResponse | None:
            return await self._server.serve(request)

        blueprint.listener("before_server_start")(self._start)
        blueprint.listener("before_server_stop")(self._stop)
        return blueprint

    async def _start(self, app: Sanic, _: object) -> None:
        self._app = app
        metrics.CONNECTIONS.set_function(lambda: len(self._server.environ))
        if self.settings.proxies:
            app.config.PROXIES_COUNT = self.settings.proxies

    async def _stop(self, *_: object) -> None:
        await self._turns.drain(_SECONDS_TO_FINISH)
        await self._server.shutdown()
        await self._state.close()
        await self._one_at_a_time.close()

    # --- what clients send ---

    def _guarded(self, handle: Callable[[str, object], Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def guarded(connection: str, *data: object) -> Any:
            try:
                return await handle(connection, data[0] if data else None)
            except Exception as error:
                logger.error("incident %s: %s", new_incident(), describe(error))
                return _refused("unavailable")

        return guarded

    async def _malformed(self, connection: str, _: object) -> Any:
        metrics.REFUSED.labels(self.name(), "malformed").inc()
        if not await self._limits.of_request(self._address(connection)):
            await self._server.disconnect(connection)
        return _refused("malformed")

    async def _session_requested(self, connection: str, data: object) -> None:
        request = SessionRequest.read(data)
        if not await self._limits.of_request(self._address(connection)):
            await self._server.disconnect(connection)
            return
        session, token = await self._living(connection, request.token), request.token
        if session is None:
            session = self._sessions.new()
            token = self._sessions.token(session)
        async with self._posting.of(session.sender):
            await self._join(connection, session.sender)
            await self._server.emit("session_confirm", token, to=connection)
            await self._send_missed(connection, session.sender, request.last_id)
        await self._take_up(session.sender, connection, request.last_id)
        if self._turns.is_open(session.sender):
            await self._server.emit("typing", {"on": True}, to=connection)

    async def _user_uttered(self, connection: str, data: object) -> Any:
        utterance = Utterance.read(data)
        if utterance is None:
            return await self._malformed(connection, data)
        session = await self._living(connection, utterance.token)
        if session is None:
            metrics.REFUSED.labels(self.name(), "no_session").inc()
            return _refused("no_session")
        await self._join(connection, session.sender)
        async with self._intake.of(session.sender):
            refusal = await self._take_in(connection, session.sender, utterance)
        if refusal:
            metrics.REFUSED.labels(self.name(), refusal).inc()
        if refusal == "too_fast":
            await asyncio.sleep(_SECONDS_TO_SLOW_DOWN)
        return _refused(refusal) if refusal else {"ok": True}

    async def _take_in(self, connection: str, sender: str, utterance: Utterance) -> Refusal | None:
        """Begin the turn that a message asks for, unless there is a reason not to."""
        pace = await self._limits.of_message(sender, self._address(connection))
        if pace is not Pace.FINE:
            if pace is Pace.TOO_FAST:
                await self._say(sender, "utter_channel_too_fast")
            return "too_fast"
        if len(utterance.text) > self.settings.longest_message:
            await self._say(sender, "utter_channel_too_long", limit=f"{self.settings.longest_message:,}")
            return "too_long"
        if not self._app.ctx.agent.is_ready():
            return "unavailable"
        waiting = Waiting.of(utterance.text, utterance.message_id)
        if await self._state.put(sender, waiting):
            self._turns.add(sender, lambda: self._take_turns(sender, waiting))
            await self._server.emit("typing", {"on": True}, room=sender)
        else:
            await self._take_up(sender, connection, None)
        return None

    async def _take_up(self, sender: str, connection: str, last_id: str | None) -> None:
        """Take the turns of messages that wait since the process died that took them in.

        A living one may be just answering them; the lock shows that. Then its answer may have missed the connection,
        which gets it here; a bubble that comes twice has the same id.
        """

        async def take() -> None:
            await self._take_turns(sender, None)
            await self._send_missed(connection, sender, last_id)

        if not self._turns.is_open(sender) and await self._state.head(sender):
            self._turns.add(sender, take)

    async def _send_missed(self, connection: str, sender: str, last_id: str | None) -> None:
        if last_id and self._server.has(connection):
            for bubble in missed(await self._state.sent(sender), last_id):
                await self._server.emit("bot_uttered", bubble, to=connection)

    async def _disconnected(self, connection: str, *_: object) -> None:
        self._at.pop(connection, None)

    # --- a turn ---

    async def _take_turns(self, sender: str, last: Waiting | None) -> None:
        """Take the turns that wait, in the order of their messages, up to that of `last`; whoever took them in."""
        try:
            async with self._one_at_a_time.of(f"turn:{sender}"):
                while waiting := await self._state.head(sender):
                    await self._turn(sender, waiting)
                    if waiting == last:
                        return
        except Exception as error:
            logger.error("incident %s before a turn: %s", new_incident(), describe(error))
        if self._turns.is_last(sender):
            await self._server.emit("typing", {"on": False}, room=sender)

    async def _turn(self, sender: str, waiting: Waiting) -> None:
        try:
            if not await self._state.has_ended(sender):
                with metrics.turn(self.name()):
                    await self._answer(sender, waiting)
        except Exception as error:
            incident = new_incident()
            logger.error("incident %s in a turn: %s", incident, describe(error))
            await self._apologise(sender, incident, failure(error))
            await self._state.done(sender, waiting, ())
        else:
            await self._state.done(sender, waiting, ())
        finally:
            if self._turns.is_last(sender):
                await self._server.emit("typing", {"on": False}, room=sender)
            if sender in self._forgotten:
                await self._end(sender)

    async def _answer(self, sender: str, waiting: Waiting) -> None:
        """Let Rasa take the turn, and say what it says once that is kept, or erased.

        Raises what Rasa raises, TimeoutError, and _Silence.
        """
        text = waiting.text
        if text.startswith("/") and text not in await offered_payloads(self._app.ctx.agent, sender):
            text = without_payload(text)
        said = await asyncio.wait_for(self._ask(sender, waiting, text), self.settings.turn_seconds)
        if not await self._reply(sender, waiting, said):
            raise _Silence

    async def _ask(self, sender: str, waiting: Waiting, text: str) -> list[Mapping[str, Any]]:
        while True:
            held: list[Mapping[str, Any]] = []
            output = WebsiteOutput(_gathered_in(held))
            message = UserMessage(text, output, sender, input_channel=self.name(), message_id=waiting.id)
            try:
                await self._on_new_message(message)
                return held
            except TakenBefore:  # by a process that died before it could say so
                return await reply_to(self._app.ctx.agent, sender, waiting.id)
            except Superseded:
                logger.warning("a turn is taken again: another was saved at the same time")

    async def _apologise(self, sender: str, incident: str, response: str) -> None:
        try:
            await self._say(sender, response, incident=incident)
        except Exception as error:
            logger.error("incident %s could not be told: %s", incident, describe(error))

    async def _end(self, sender: str) -> None:
        """The conversation was erased: nothing of it stays here either, and its token is worth nothing."""
        self._forgotten.discard(sender)
        await self._state.end(sender)
        await self._server.emit("session_ended", {}, room=sender)
        await self._server.close_room(sender)
        self._at = {connection: at for connection, at in self._at.items() if at != sender}

    # --- what clients get ---

    async def _say(self, sender: str, response: str, **variables: Any) -> None:
        text = await words(self._app.ctx.agent, response, sender, self.name(), **variables)
        await self._post(sender, {"text": text})

    async def _post(self, sender: str, message: Mapping[str, Any]) -> bool:
        """Keep one bubble and send it to all connections of its session; False where there is nothing to send.

        Held against a client that is just coming back, so that it gets each bubble once and in order.
        """
        async with self._posting.of(sender):
            bubble = Bubble.of(self._ids.next(), message)
            if bubble is None:
                return False
            await self._state.keep(sender, bubble.to_dict())
            await self._server.emit("bot_uttered", bubble.to_dict(), room=sender)
            return True

    async def _reply(self, sender: str, waiting: Waiting, messages: Sequence[Mapping[str, Any]]) -> bool:
        """Send what answers a message, and note that it is answered; False where there is nothing to send."""
        async with self._posting.of(sender):
            found = [Bubble.of(self._ids.next(), message) for message in messages]
            bubbles = [bubble.to_dict() for bubble in found if bubble]
            await self._state.done(sender, waiting, bubbles)
            for bubble in bubbles:
                await self._server.emit("bot_uttered", bubble, room=sender)
        return bool(bubbles)

    # --- sessions and connections ---

    async def _living(self, connection: str, token: object) -> Session | None:
        """The session of a token, unless it is none, was ended, or has been idle for too long."""
        session = self._sessions.read(token)
        if session is None or await self._state.has_ended(session.sender):
            return None
        if self._at.get(connection) == session.sender:
            return session  # does not expire under the person's hands
        oldest = time.time() - self.settings.idle_days * _DAY
        if session.issued < oldest and await last_message(self._app.ctx.agent, session.sender) < oldest:
            return None
        return session

    async def _join(self, connection: str, sender: str) -> None:
        before = self._at.get(connection)
        if before != sender and self._server.has(connection):
            if before:
                await self._server.leave_room(connection, before)
            await self._server.enter_room(connection, sender)
            self._at[connection] = sender

    def _address(self, connection: str) -> str:
        return self._server.address(self._server.get_environ(connection))


class _Silence(Exception):
    """A turn ended without a word, as when the action server cannot be reached."""


def _gathered_in(held: list[Mapping[str, Any]]) -> Post:
    async def gather(_: str, message: Mapping[str, Any]) -> bool:
        held.append(message)
        return True

    return gather


def _refused(reason: Refusal) -> dict[str, Any]:
    return {"ok": False, "reason": reason}
