"""The real servers for the tests: the emulator of Telegram, the action server, and Rasa with our channel."""

from __future__ import annotations

import os
import secrets
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import MODEL, ROOT
from scripts.environment import environment
from scripts.node import NODE, install
from scripts.servers import action_server, free_port, running, wait_until_it_answers
from tests.telegram.chat import Api

HERE = Path(__file__).parent
TODAY = "2026-11-22"
_SECONDS = 120


def new_token() -> str:
    """A token as @BotFather gives them."""
    return f"{secrets.randbelow(10**9) + 10**8}:{secrets.token_urlsafe(26)[:35]}"


@contextmanager
def running_emulator(directory: Path) -> Iterator[Api]:
    install("the emulator's", HERE)
    port, log = free_port(), directory / "emulator.log"
    with running([str(NODE), str(HERE / "emulator.mjs"), str(port)], dict(os.environ), log) as emulator:
        wait_until_it_answers(emulator, f"http://127.0.0.1:{port}/control/state", log)
        yield Api(f"http://127.0.0.1:{port}")


@contextmanager
def running_actions(directory: Path) -> Iterator[str]:
    """The address that Rasa finds the action server at."""
    port, log = free_port(), directory / "actions.log"
    with running(action_server(port), environment(CEC_TODAY=TODAY), log) as server:
        wait_until_it_answers(server, f"http://127.0.0.1:{port}/health", log)
        yield f"http://127.0.0.1:{port}/webhook"


@contextmanager
def running_webhook_bot(directory: Path, api: Api, token: str, actions: str, port: int) -> Iterator[str]:
    """The server that `make run` starts, with the website and the webhook of the bot; its address."""
    assert MODEL.exists(), "there is no trained model: run `make train`"
    environ = environment(
        TELEGRAM_TOKEN=token, TELEGRAM_API=api.address, ACTION_SERVER_URL=actions, CEC_TODAY=TODAY,
        CEC_DATABASE=str(directory / "conversations.db"), CEC_MESSAGES_PER_MINUTE="150",
    )  # fmt: skip
    log = directory / f"rasa-{len(list(directory.glob('rasa-*.log')))}.log"
    command = [sys.executable, "-m", "channels", "--port", str(port)]
    command += ["--credentials", str(ROOT / "credentials" / "website-telegram.yml")]
    with running(command, environ, log) as server:
        wait_until_it_answers(server, f"http://127.0.0.1:{port}/health", log)
        yield f"http://127.0.0.1:{port}"


class Command:
    """What a person starts by `make telegram` and `make telegram-webhook`, and what it prints."""

    def __init__(self, api: Api, token: str, *arguments: str, **more: str) -> None:
        environ = environment(TELEGRAM_TOKEN=token, TELEGRAM_API=api.address, CEC_TODAY=TODAY, **more)
        self.printed = ""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "scripts.telegram", *arguments],
            cwd=ROOT, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def read_until(self, words: str) -> str:
        """Wait until it has printed some words."""
        assert self._process.stdout is not None
        while words not in self.printed:
            ready, _, _ = select.select([self._process.stdout], [], [], _SECONDS)
            read = os.read(self._process.stdout.fileno(), 4096) if ready else b""
            assert read, f"no {words!r} in: {self.printed}"
            self.printed += read.decode()
        return self.printed

    def finish(self) -> int:
        """Wait until it ends by itself; returns its code."""
        out, _ = self._process.communicate(timeout=_SECONDS)
        self.printed += out.decode()
        return self._process.returncode

    def stop(self) -> None:
        """Stop it as Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)
        self._process.communicate(timeout=_SECONDS)


def kept_in(database: Path) -> bytes:
    """All that stands in a database of SQLite, its log of the last writes included."""
    return b"".join(file.read_bytes() for file in database.parent.glob(f"{database.name}*"))
