"""Start a server on this machine, wait until it answers, and leave nothing of it behind."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts import ROOT
from scripts.progress import Failure

_SECONDS_TO_START = 120
_SECONDS_TO_STOP = 10


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def action_server(port: int) -> list[str]:
    """The command that runs the action server; its address comes from SANIC_HOST."""
    return [
        sys.executable,
        "-m",
        "actions",
        "--port",
        str(port),
    ]


@contextlib.contextmanager
def running(command: Sequence[str], environ: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server for the length of a with-block; whatever it started is stopped too."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Not in the terminal's group: Ctrl-C there is for us to act on.
            start_new_session=True,
        )
    try:
        yield server
    finally:
        _stop(server)


def wait_until_it_answers(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return as soon as `url` answers; raise Failure when the server dies or takes too long."""
    deadline = time.monotonic() + _SECONDS_TO_START
    while not _answers(url):
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.05)
        if server.returncode is not None or time.monotonic() > deadline:
            end = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
            raise Failure(f"{end}\n\nThe server at {url} did not start; see {log}.")


def wait_for_an_end(servers: Mapping[str, tuple[subprocess.Popen[bytes], Path]]) -> None:
    """Wait until one of the servers (by the name that a person knows it by, with its log) ends; then raise Failure."""
    for name, (server, log) in itertools.cycle(servers.items()):
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.5)
            raise Failure(f"{name} has stopped; {log.relative_to(ROOT)} says why.")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    _send(server, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(timeout=_SECONDS_TO_STOP)
    _send(server, signal.SIGKILL)  # to what did not heed the first, or was left by its parent
    server.wait()


def _send(server: subprocess.Popen[bytes], request: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, request)
