"""Starts the bot as it runs in earnest, on free loopback ports, with a day that stands still."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import ROOT
from scripts.environment import environment
from scripts.servers import action_server, free_port, running, wait_until_it_answers

MODEL = ROOT / "models" / "cec.tar.gz"
TODAY = "2026-11-22"
TOKEN = "for-tests-only"


@contextmanager
def running_bot(directory: Path, today: str = TODAY) -> Iterator[str]:
    """The bot's base address while the block runs; its logs and its database lie in the directory."""
    assert MODEL.exists(), "there is no trained model: run `make train`"
    actions_port, rasa_port = free_port(), free_port()
    environ = environment(
        CEC_TODAY=today,
        ACTION_SERVER_URL=f"http://127.0.0.1:{actions_port}/webhook",
        CEC_DATABASE=str(directory / "conversations.db"),
    )
    rasa = [
        sys.executable, "-m", "rasa", "run", "--model", str(MODEL),
        "--interface", "127.0.0.1", "--port", str(rasa_port),
        "--credentials", str(Path(__file__).with_name("credentials.yml")),
        "--endpoints", "endpoints.yml", "--enable-api", "--auth-token", TOKEN,
    ]  # fmt: skip
    actions_log, rasa_log = directory / "actions.log", directory / "rasa.log"
    with (
        running(action_server(actions_port), environ, actions_log) as actions,
        running(rasa, environ, rasa_log) as server,
    ):
        wait_until_it_answers(actions, f"http://127.0.0.1:{actions_port}/health", actions_log)
        base = f"http://127.0.0.1:{rasa_port}"
        wait_until_it_answers(server, f"{base}/status?token={TOKEN}", rasa_log)
        yield base
