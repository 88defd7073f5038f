"""`make chat`: a person writes at the prompt, leaves, and nothing is left running."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import MODEL, ROOT
from scripts.environment import environment
from scripts.terminal import PROMPT
from tests.channels.test_deletion import that_erases_nothing

_SECONDS = 60


class Chat:
    """A chat in a terminal of its own."""

    def __init__(self, database: Path) -> None:
        self._shown = ""
        self.database = database
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "scripts.chat"],
            cwd=ROOT,
            env=environment(CEC_DATABASE=str(database)),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)

    def read_until(self, words: str) -> str:
        """What appears on the terminal up to `words`."""
        while words not in self._shown:
            ready, _, _ = select.select([self._ours], [], [], _SECONDS)
            assert ready, f"no {words!r} in: {self._shown}"
            self._shown += os.read(self._ours, 4096).decode(errors="replace")
        read, _, self._shown = self._shown.partition(words)
        return read

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def servers(self) -> list[int]:
        """The processes that the chat started."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=_SECONDS)
        os.close(self._ours)


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    assert MODEL.exists(), "there is no trained model: run `make train`"
    started = Chat(tmp_path / "conversations.db")
    yield started
    started.close()


@pytest.mark.parametrize("leaving", ["\x04", "\x03", "/stop\r"], ids=["ctrl-d", "ctrl-c", "/stop"])
def test_a_chat_is_answered_and_left_with_nothing_running(chat: Chat, leaving: str) -> None:
    start = chat.read_until(PROMPT.strip())
    assert "warning" not in start.lower()
    chat.type("hello\r")
    chat.read_until("Canad")
    chat.read_until(PROMPT.strip())
    servers = chat.servers()
    assert len(servers) == 2
    chat.type(leaving)
    assert chat.process.wait(timeout=_SECONDS) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in servers)


def test_a_deletion_that_failed_is_not_said_to_be_done(chat: Chat) -> None:
    chat.read_until(PROMPT.strip())
    chat.type("hello\r")
    chat.read_until("Canad")
    chat.read_until(PROMPT.strip())
    with that_erases_nothing(chat.database):
        chat.type("delete my data\r")
        shown = chat.read_until("chat.log says why")
        assert "have deleted" not in shown
        assert chat.process.wait(timeout=_SECONDS) == 1
