"""Rasa's server with our channels and pages on one port; its HTTP API only behind a token."""

from __future__ import annotations

import hmac
import logging
import os
from functools import partial
from pathlib import Path

import rasa.core.run
import rasa.utils.common
from rasa.core.tracker_store import FailSafeTrackerStore, TrackerStore
from rasa.core.utils import AvailableEndpoints
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, text

from channels import operator
from channels.action_server import ActionServers, spare_the_schema
from channels.components import run_in_order
from channels.pages import Pages
from channels.rest import Rest
from channels.settings import ROOT, BadSetting, Settings
from channels.upkeep import Upkeep
from operating import logs
from operating.metrics import ERASED, CountErrors
from operating.steady import settle
from stores.forgetting import when_forgotten

API_TOKEN = "CEC_API_TOKEN"

_LARGEST_REQUEST = 256 * 1024  # bytes; without the HTTP API only polling clients send any
_SECONDS_TO_CLOSE = 1.0  # for connections that are still open when the server stops


def serve(host: str, port: int, model: Path, credentials: Path) -> None:
    """Run until stopped by a signal. Raises BadSetting where a setting cannot be used."""
    rasa.utils.common.configure_logging_and_warnings()
    logs.configure()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    endpoints.action = actions = ActionServers.like(endpoints.action)
    spare_the_schema()
    app = build(endpoints, credentials, os.environ.get(API_TOKEN) or None)
    logs.configure()  # anew: Sanic has set up handlers of its own
    logging.getLogger().addHandler(CountErrors())
    when_forgotten(lambda _: ERASED.labels("person").inc())
    load = partial(rasa.core.run.load_agent_on_start, str(model), endpoints, None)
    app.register_listener(load, "before_server_start")
    app.register_listener(_fail_openly, "before_server_start")
    app.register_listener(_warm_up, "before_server_start")
    app.register_listener(lambda *_: actions.close(), "after_server_stop")
    try:
        Upkeep().attach(app)
    except ValueError as problem:
        raise BadSetting(str(problem)) from None
    app.register_listener(rasa.core.run.close_resources, "after_server_stop")
    app.run(host=host, port=port, workers=1, access_log=False, motd=False)


def build(endpoints: AvailableEndpoints, credentials: Path, api_token: str | None) -> Sanic:
    """The application, without an agent yet."""
    inputs = rasa.core.run.create_http_input_channels(None, str(credentials))
    if api_token is not None:
        if len(api_token) < 16:
            raise BadSetting(f"{API_TOKEN} has to have 16 characters or more: it opens every conversation.")
        inputs.append(Rest(Settings.read(os.environ).turn_seconds))
    app: Sanic = rasa.core.run.configure_app(
        inputs, enable_api=api_token is not None, auth_token=api_token, endpoints=endpoints
    )
    app.config.GRACEFUL_SHUTDOWN_TIMEOUT = _SECONDS_TO_CLOSE
    if api_token is None:
        app.config.REQUEST_MAX_SIZE = _LARGEST_REQUEST
    else:
        _guard_rest(app, api_token)
    app.register_middleware(_one_length, "request")
    operator.from_environment().attach(app)
    Pages().attach(app)
    return app


async def _fail_openly(app: Sanic, _: object) -> None:
    """Take Rasa's fail-safe off the tracker store: it keeps in memory what the database did not take, and goes on as
    if nothing had happened, so that somebody would be told that their data is deleted when it is not."""
    agent = app.ctx.agent
    agent.tracker_store = bare(agent.tracker_store)
    if agent.processor:
        agent.processor.tracker_store = bare(agent.processor.tracker_store)


def bare(store: TrackerStore) -> TrackerStore:
    """The tracker store itself, which raises what fails."""
    return store._tracker_store if isinstance(store, FailSafeTrackerStore) else store


async def _warm_up(app: Sanic, _: object) -> None:
    """Understand one message, so that the first person does not wait for what is only loaded when it is used."""
    if app.ctx.agent.is_ready():
        run_in_order(app.ctx.agent)
        await app.ctx.agent.parse_message("hello")
    settle()


async def _one_length(request: Request) -> HTTPResponse | None:
    """Refuse a request whose end can be taken for two places: a proxy may see one request in it, and we two."""
    if "transfer-encoding" not in request.headers or "content-length" not in request.headers:
        return None
    if request.stream is not None:
        request.stream.keep_alive = False
    return text("Bad request", status=400)


def _guard_rest(app: Sanic, token: str) -> None:
    """Rasa asks for the token in its HTTP API, but not in its REST channel, where anybody can be anybody."""

    async def guard(request: Request) -> HTTPResponse | None:
        if not request.path.startswith("/webhooks/rest"):
            return None
        given = request.args.get("token") or ""
        return None if hmac.compare_digest(given.encode(), token.encode()) else text("A token is needed.", status=401)

    app.register_middleware(guard, "request")
