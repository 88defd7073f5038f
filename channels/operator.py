"""What the operator asks of the server: /health, /ready, and /metrics for those who may."""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import sqlalchemy as sa
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from redis import asyncio as redis
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json, raw, text

from channels.settings import BadSetting
from operating.readiness import Readiness, answers

METRICS_TOKEN = "CEC_METRICS_TOKEN"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")


class Operator:
    """The three addresses. `/health` says that the process lives, `/ready` that a turn can be taken now."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Raises BadSetting."""
        self._token = environ.get(METRICS_TOKEN) or None
        if self._token is not None and len(self._token) < 16:
            raise BadSetting(f"{METRICS_TOKEN} has to have 16 characters or more.")
        self._behind_proxies = (environ.get("CEC_PROXIES") or "0") != "0"
        self._actions = _health_of(environ.get("ACTION_SERVER_URL") or "")
        self._redis = environ.get("CEC_REDIS") or None

    def attach(self, app: Sanic) -> None:
        """Add the addresses to the application."""
        app.add_route(self._health, "/health")
        app.add_route(self._ready, "/ready")
        app.add_route(self._metrics, "/metrics")
        app.register_listener(self._start, "before_server_start")

    async def _start(self, app: Sanic, _: object) -> None:
        async def model() -> None:
            if not app.ctx.agent.is_ready():
                raise RuntimeError("no model")

        async def conversations() -> None:
            await asyncio.to_thread(_ask, app.ctx.agent.tracker_store)

        checks = {"model": model, "actions": lambda: answers(self._actions), "conversations": conversations}
        self._readiness = Readiness({**checks, "redis": self._ping} if self._redis else checks)

    async def _health(self, _: Request) -> HTTPResponse:
        return text("ok")

    async def _ready(self, _: Request) -> HTTPResponse:
        found = await self._readiness.found()
        ready = set(found.values()) == {"ok"}
        return json({"ready": ready, **found}, status=200 if ready else 503, headers={"Cache-Control": "no-store"})

    async def _metrics(self, request: Request) -> HTTPResponse:
        if not self._may_read(request):
            return text("Metrics are for the operator.", status=403)
        return raw(generate_latest(), content_type=CONTENT_TYPE_LATEST)

    async def _ping(self) -> None:
        assert self._redis is not None
        client = redis.from_url(self._redis)
        try:
            await client.ping()
        finally:
            await client.close(close_connection_pool=True)

    def _may_read(self, request: Request) -> bool:
        """With the token; without one only from this machine, where nothing stands between."""
        if self._token is not None:
            bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
            given = request.args.get("token") or bearer
            return hmac.compare_digest(given.encode(errors="replace"), self._token.encode())
        through = self._behind_proxies or any(name in request.headers for name in _FORWARDED)
        return not through and _is_loopback(request.ip)


def _ask(store: Any) -> None:
    with store.session_scope() as session:
        session.execute(sa.text("select count(*) from events where id = 0"))


def _health_of(urls: str) -> list[str]:
    """Where each action server of ACTION_SERVER_URL says that it lives."""
    parts = [urlsplit(url) for url in urls.replace(",", " ").split()]
    return [urlunsplit((part.scheme, part.netloc, "/health", "", "")) for part in parts]


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def from_environment() -> Operator:
    """The operator's addresses, set as this process's environment says. Raises BadSetting."""
    return Operator(os.environ)
