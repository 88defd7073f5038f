"""The Socket.IO server as this channel runs it: known origins, small packets, and a log without people's words."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urlsplit

import socketio
from engineio.payload import Payload
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text

from channels.limits import Limits, network
from channels.protocol import StrictPacket
from channels.settings import Settings
from nlu.incidents import describe

logger = logging.getLogger(__name__)

#: Characters in a packet: the longest message with every character escaped, a pasted page that is to get a kind
#: reply, and not much more.
LARGEST_PACKET = 64 * 1024

# A client that cannot use websockets sends all that it has to say in one request; 16 packets are soon reached.
Payload.max_decode_packets = 64


class _WithoutWords(logging.Filter):
    """Engine.IO's log with what clients sent made harmless, and with the place of an error for its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage().encode("unicode_escape").decode()[:500]
        if record.exc_info and record.exc_info[1]:
            message += f": {describe(record.exc_info[1])}"
        record.msg, record.args, record.exc_info = message, (), None
        return True


_engine_log = logging.getLogger("engineio.website")
_engine_log.addFilter(_WithoutWords())
_engine_log.setLevel(logging.WARNING)  # below that, Engine.IO logs every message


class WebsocketBlueprint(Blueprint):
    """Routes on a server that can take websockets, which Sanic has to know before it starts."""

    def register(self, app: Sanic, options: dict[str, Any]) -> None:
        """See sanic.Blueprint."""
        app.enable_websocket()  # type: ignore[no-untyped-call]
        app.config.WEBSOCKET_MAX_SIZE = 4 * LARGEST_PACKET  # bytes; read once, before the server starts
        super().register(app, options)  # type: ignore[no-untyped-call]


class Transport(socketio.AsyncServer):
    """Accepts connections from the allowed origins, as many as the limits allow."""

    def __init__(self, settings: Settings, limits: Limits) -> None:
        self._settings = settings
        self._limits = limits
        super().__init__(
            client_manager=socketio.AsyncRedisManager(settings.redis, channel="cec") if settings.redis else None,
            async_mode="sanic",
            serializer=StrictPacket,
            cors_allowed_origins=self._is_allowed,
            cors_credentials=False,
            max_http_buffer_size=LARGEST_PACKET,
            engineio_logger=_engine_log,
        )

    def has(self, connection: str) -> bool:
        """Whether a connection is still there."""
        return bool(self.manager.is_connected(connection, "/"))

    def address(self, environ: dict[str, Any] | None) -> str:
        """Where a connection comes from: the address that our own proxies saw, if there are any."""
        request: Request | None = (environ or {}).get("sanic.request")
        return network(_address(request)) if request else "unknown"

    async def serve(self, request: Request) -> HTTPResponse | None:
        """Answer one request of Engine.IO; a websocket is one request for as long as it lasts."""
        if "sid" not in request.args and request.method == "GET":
            connected = [self.address(environ) for environ in self.environ.values()]
            if not self._limits.room_for(network(_address(request)), connected):
                return text("Too many connections. Please try again later.", status=503)
        try:
            response: HTTPResponse | None = await self.handle_request(request)
            return response
        except Exception as error:
            logger.warning("a connection was ended that did not keep to the protocol: %s", describe(error))
            return text("Bad request", status=400)

    def _is_allowed(self, origin: str | None, request: dict[str, Any]) -> bool:
        if not origin:
            return False
        hosts = [request.get("HTTP_HOST", "")]
        if self._settings.proxies:
            hosts.append(request.get("HTTP_X_FORWARDED_HOST", ""))
        # The scheme is left out of "the same origin": where TLS ends before us, we cannot know it.
        same = urlsplit(origin).netloc
        return origin.lower() in self._settings.origins or (bool(same) and same in hosts)


def _address(request: Request) -> str:
    return request.remote_addr or request.ip
