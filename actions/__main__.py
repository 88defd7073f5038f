"""`python -m actions`: rasa_sdk's action server, whose errors and logs hold nothing of the person it worked for."""

from __future__ import annotations

import argparse
import logging
import os
from typing import Final

from nlu.clock import today
from nlu.incidents import describe, new_incident
from nlu.suppositions import suppositions
from operating import logs
from operating.steady import settle

if __name__ == "__main__":
    logs.configure()  # before any library has a say

from rasa_sdk.endpoint import create_app
from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

logger = logging.getLogger("actions.server")

_LARGEST_REQUEST: Final = 4 * 1024 * 1024  # bytes; a call has some ten thousand


def build() -> Sanic:
    """The application. rasa_sdk's own answers an error with the whole conversation, and unpacks any bomb."""
    app: Sanic = create_app("actions", cors_origins="")
    app.config.REQUEST_MAX_SIZE = _LARGEST_REQUEST
    app.error_handler.cached_handlers.clear()
    app.error_handler.handlers.clear()
    app.error_handler.add(Exception, _failed)
    app.register_middleware(_plain_only, "request")
    app.register_listener(_warm_up, "before_server_start")
    return app


async def _warm_up(app: Sanic, _: object) -> None:
    """Read one supposition, so that the first person does not wait for the job titles to be loaded."""
    suppositions("what if I work as a cook", today())
    settle()


def _failed(request: Request, error: Exception) -> HTTPResponse:
    if isinstance(error, SanicException) and error.status_code < 500:
        return json({"error": "This is no call of an action."}, status=error.status_code)
    incident = new_incident()
    logger.error("incident %s in the action server: %s", incident, describe(error))
    return json({"error": f"incident {incident}"}, status=500)


async def _plain_only(request: Request) -> HTTPResponse | None:
    packed = request.headers.get("content-encoding", "identity").lower() != "identity"
    return json({"error": "Packed calls are not taken."}, status=415) if packed else None


def main() -> None:
    """Read the command line and serve, where SANIC_HOST says: on loopback unless it says otherwise."""
    parser = argparse.ArgumentParser(prog="python -m actions", description=__doc__)
    parser.add_argument("--host", default=os.environ.get("SANIC_HOST") or "127.0.0.1")
    parser.add_argument("--port", type=int, default=5055)
    options = parser.parse_args()
    app = build()
    logs.configure()  # Sanic and rasa_sdk have set up handlers of their own
    app.run(host=options.host, port=options.port, workers=1, access_log=False, motd=False)


if __name__ == "__main__":
    main()
