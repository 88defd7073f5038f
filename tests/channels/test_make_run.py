"""`make run`: says where the page is, serves it, and leaves nothing running after Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from scripts import MODEL, ROOT
from scripts.environment import environment
from scripts.servers import free_port


def start(directory: Path, port: int) -> subprocess.Popen[str]:
    environ = environment(
        CEC_PORT=str(port), CEC_DATABASE=str(directory / "conversations.db"), CEC_SECRET="long enough " * 4
    )
    return subprocess.Popen(
        [sys.executable, "-m", "scripts.website"], cwd=ROOT, env=environ, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip


def seen_at(address: str) -> str:
    """The headers and the body of a page, or of the answer that there is none yet."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return f"{answer.headers}\n{answer.read().decode()}"
    except urllib.error.HTTPError as refused:
        return f"{refused.headers}\n{refused.read().decode()}"


def children(process: subprocess.Popen[str]) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


def test_it_serves_until_ctrl_c_and_leaves_nothing_running(tmp_path: Path) -> None:
    assert MODEL.exists(), "there is no trained model: run `make train`"
    port = free_port()
    process = start(tmp_path, port)
    try:
        assert process.stdout is not None
        said = [process.stdout.readline(), process.stdout.readline()]
        assert said[1] == f"Ready: http://localhost:{port}/\n", said
        page = seen_at(f"http://localhost:{port}/")
        assert "Content-Security-Policy" in page or "make widget" in page
        servers = children(process)
        assert len(servers) == 2
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=60) == 0
        assert not any(Path(f"/proc/{pid}").exists() for pid in servers)
        assert "Traceback" not in process.stdout.read()
    finally:
        process.kill() if process.poll() is None else None
        process.stdout.close() if process.stdout else None


def test_a_port_that_is_taken_is_named_with_the_way_to_another(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        process = start(tmp_path, other.getsockname()[1])
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "CEC_PORT=5006 make run" in said


@pytest.mark.parametrize("port", ["http", "0", "70000"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    environ = environment(CEC_PORT=port)
    run = [sys.executable, "-m", "scripts.website"]
    done = subprocess.run(run, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "CEC_PORT" in done.stderr
