"""The servers that are measured, on free ports and with data of their own: this bot, and the stock bot."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rasa.cli.scaffold import create_initial_project

from scripts import ROOT
from scripts.environment import environment
from scripts.servers import action_server, free_port, running, wait_until_it_answers

STOCK = ROOT / "var" / "bench" / "stock"


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot that is up. start: seconds from the command to the first answer of its port."""

    address: str
    start: float
    pids: Mapping[str, int]

    def megabytes(self) -> dict[str, float]:
        """The resident memory of each process by name."""
        return {name: _resident(pid) for name, pid in self.pids.items()}


@contextmanager
def this_bot(**settings: str) -> Iterator[Bot]:
    """The website as `make run` starts it, without limits by the minute."""
    with tempfile.TemporaryDirectory(prefix="cec-bench-") as name:
        folder = Path(name)
        port, actions_port = free_port(), free_port()
        environ = environment(
            **{
                "ACTION_SERVER_URL": f"http://127.0.0.1:{actions_port}/webhook",
                "CEC_DATABASE": str(folder / "conversations.db"),
                "CEC_SECRET": "a secret for measuring that opens nothing",
                "CEC_MESSAGES_PER_MINUTE": "1000000",
                "CEC_MESSAGES_PER_MINUTE_PER_ADDRESS": "1000000",
                "CEC_TODAY": "2026-11-22",
                **settings,
            }
        )
        command = [sys.executable, "-m", "channels", "--port", str(port)]
        start = time.perf_counter()
        with (
            running(action_server(actions_port), environ, folder / "actions.log") as actions,
            running(command, environ, folder / "website.log") as server,
        ):
            wait_until_it_answers(server, f"http://127.0.0.1:{port}/health", folder / "website.log")
            seconds = time.perf_counter() - start
            wait_until_it_answers(actions, f"http://127.0.0.1:{actions_port}/health", folder / "actions.log")
            yield Bot(f"http://127.0.0.1:{port}", seconds, {"rasa": server.pid, "actions": actions.pid})


@contextmanager
def stock_bot() -> Iterator[Bot]:
    """The bot of `rasa init`, trained before with `train_stock`, on its own Socket.IO channel."""
    with tempfile.TemporaryDirectory(prefix="cec-bench-") as name:
        folder = Path(name)
        credentials = folder / "credentials.yml"
        credentials.write_text("socketio:\n  session_persistence: false\n", encoding="utf-8")
        port = free_port()
        command = [sys.executable, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port)]
        command += ["--model", str(STOCK / "models" / "stock.tar.gz"), "--endpoints", str(STOCK / "endpoints.yml")]
        command += ["--credentials", str(credentials)]
        start = time.perf_counter()
        with running(command, environment(), folder / "stock.log") as server:
            # `rasa run` opens its port only when the model is loaded.
            wait_until_it_answers(server, f"http://127.0.0.1:{port}/", folder / "stock.log")
            yield Bot(f"http://127.0.0.1:{port}", time.perf_counter() - start, {"rasa": server.pid})


def train_stock() -> float:
    """Make and train the stock bot unless it is there; returns the seconds that its training took."""
    record = STOCK / "training.json"
    if not record.exists():
        shutil.rmtree(STOCK, ignore_errors=True)
        STOCK.mkdir(parents=True)
        create_initial_project(str(STOCK))  # what `rasa init` makes, before it trains
        seconds = _rasa("train", "--force", "--fixed-model-name", "stock", cwd=STOCK)
        record.write_text(json.dumps({"seconds": seconds}), encoding="utf-8")
    return float(json.loads(record.read_text(encoding="utf-8"))["seconds"])


def train_this_bot() -> float:
    """Train this bot into a folder that is thrown away; returns the seconds."""
    with tempfile.TemporaryDirectory(prefix="cec-bench-") as folder:
        return _rasa("train", "--force", "--out", folder, cwd=ROOT)


def _rasa(*arguments: str, cwd: Path = ROOT) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=cwd,
        env=environment(PYTHONPATH=str(ROOT) if cwd == ROOT else ""),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"rasa {' '.join(arguments)}:\n{done.stdout[-2000:]}")
    return time.perf_counter() - start


def _resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
