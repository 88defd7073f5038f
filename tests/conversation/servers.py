"""Starts the bot as it runs in earnest, on free loopback ports, with a day that stands still."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "models" / "cec.tar.gz"
TODAY = "2026-11-22"
TOKEN = "for-tests-only"
START_LIMIT = 120.0


class NotStarted(RuntimeError):
    """A server ended, or did not answer, while it was waited for; holds the end of its log."""


@contextmanager
def running_bot(directory: Path, today: str = TODAY) -> Iterator[str]:
    """The bot's base address while the block runs; its logs and its database lie in the directory."""
    if not MODEL.exists():
        raise NotStarted(f"There is no trained model at {MODEL.relative_to(ROOT)}: run `make train`.")
    actions_port, rasa_port = free_port(), free_port()
    environment = {
        **os.environ,
        "CEC_TODAY": today,
        "ACTION_SERVER_URL": f"http://127.0.0.1:{actions_port}/webhook",
        "CEC_DATABASE": str(directory / "conversations.db"),
        "SANIC_HOST": "127.0.0.1",
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "2",
    }
    actions = ["rasa_sdk", "--actions", "actions", "--port", str(actions_port)]
    rasa = [
        "rasa", "run", "--model", str(MODEL), "--interface", "127.0.0.1", "--port", str(rasa_port),
        "--credentials", str(Path(__file__).with_name("credentials.yml")),
        "--endpoints", "endpoints.yml", "--enable-api", "--auth-token", TOKEN,
    ]  # fmt: skip
    with (
        _running(actions, environment, directory / "actions.log") as action_server,
        _running(rasa, environment, directory / "rasa.log") as rasa_server,
    ):
        action_server.wait_until(_answers(f"http://127.0.0.1:{actions_port}/health"))
        rasa_server.wait_until(_answers(f"http://127.0.0.1:{rasa_port}/status?token={TOKEN}"))
        yield f"http://127.0.0.1:{rasa_port}"


def free_port() -> int:
    """A loopback port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class _Server:
    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self._process = process
        self._log = log

    def wait_until(self, ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_LIMIT
        while not ready():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise NotStarted(self._log.read_text(errors="replace")[-4000:])
            time.sleep(0.1)


@contextmanager
def _running(arguments: list[str], environment: dict[str, str], log: Path) -> Iterator[_Server]:
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=ROOT, env=environment, stdout=sink, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            yield _Server(process, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(address: str) -> Callable[[], bool]:
    def answers() -> bool:
        try:
            with urllib.request.urlopen(address, timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    return answers
