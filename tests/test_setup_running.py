"""Long steps and servers: what is shown, and what is left behind."""

from __future__ import annotations

import os
import select
import sys
from pathlib import Path

import pytest

from scripts import progress, servers
from scripts.progress import Failure


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(progress, "ROOT", tmp_path)
    monkeypatch.setattr(progress, "LOGS", tmp_path / "log")
    return tmp_path / "log"


def test_a_long_step_says_what_it_does_and_keeps_the_noise_in_a_log(
    logs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = progress.run("Doing things", [sys.executable, "-c", "print('noise')"], os.environ)
    shown = capsys.readouterr().out
    assert "Doing things: done in" in shown
    assert "noise" not in shown
    assert log == logs / "doing-things.log"
    assert log.read_text() == "noise\n"


def test_a_step_that_fails_shows_the_end_of_its_log_and_what_to_do(logs: Path) -> None:
    program = "print('early'); print('late\\n' * 20); raise SystemExit(3)"
    with pytest.raises(Failure) as failure:
        progress.run("Doing", [sys.executable, "-c", program], os.environ, hint="Try again.")
    assert "late" in str(failure.value)
    assert "Try again." in str(failure.value)
    assert "early" not in str(failure.value)


def test_a_server_and_what_it_started_are_gone_after_the_block(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    # A child that does not heed SIGTERM, and holds the pipe open as long as it lives.
    shell = f"(trap '' TERM; exec sleep 1000 > {alive}) & wait"
    with servers.running(["sh", "-c", shell], os.environ, tmp_path / "log") as server:
        pipe = alive.open("rb", buffering=0)
    assert server.returncode is not None
    with pipe:
        closed, _, _ = select.select([pipe], [], [], 30)
        assert closed
        assert pipe.read() == b""


def test_a_server_that_dies_at_its_start_is_reported_with_its_last_words(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    command = [sys.executable, "-c", "raise SystemExit('no such model')"]
    with (
        servers.running(command, os.environ, log) as server,
        pytest.raises(Failure, match="no such model"),
    ):
        servers.wait_until_it_answers(server, "http://127.0.0.1:9/", log)
