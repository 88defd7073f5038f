"""Run the assistant as a website: action server, Rasa with the website channel, and the page, until Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import socket
import sys

from scripts import LOGS, ROOT
from scripts.environment import environment
from scripts.progress import Failure, main, say
from scripts.servers import action_server, free_port, running, wait_for_an_end, wait_until_it_answers


def website() -> None:
    """Start both servers, say where the page is, and stop both when the person has enough."""
    host, port = os.environ.get("CEC_HOST") or "127.0.0.1", os.environ.get("CEC_PORT") or "5005"
    _check_free(host, port)
    actions_port = free_port()
    environ = environment(ACTION_SERVER_URL=f"http://127.0.0.1:{actions_port}/webhook")
    command = [sys.executable, "-m", "channels", "--host", host, "--port", port]
    if os.environ.get("TELEGRAM_TOKEN"):
        command += ["--credentials", str(ROOT / "credentials" / "website-telegram.yml")]
    actions_log, website_log = LOGS / "action-server.log", LOGS / "website.log"
    say("Starting the assistant, about ten seconds. Ctrl-C stops it.")
    with (
        contextlib.suppress(KeyboardInterrupt),
        running(action_server(actions_port), environ, actions_log) as actions,
        running(command, environ, website_log) as server,
    ):
        wait_until_it_answers(actions, f"http://127.0.0.1:{actions_port}/health", actions_log)
        wait_until_it_answers(server, f"http://{_reachable(host)}:{port}/ready", website_log)
        say(f"Ready: http://{'localhost' if host == '127.0.0.1' else _reachable(host)}:{port}/")
        wait_for_an_end({"The action server": (actions, actions_log), "The assistant": (server, website_log)})


def _check_free(host: str, port: str) -> None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise Failure(f"CEC_PORT has to be a port such as 5005, not {port!r}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as problem:
            raise Failure(
                f"{host}:{port} cannot be used ({problem.strerror}). Another port: CEC_PORT=5006 make run"
            ) from problem


def _reachable(host: str) -> str:
    """Where this machine itself reaches a server that listens on `host`."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    main(website)
