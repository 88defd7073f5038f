"""The assistant for websites as it runs in earnest, on free ports, with a server that can be restarted."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scripts import MODEL
from scripts.environment import environment
from scripts.servers import action_server, free_port, running, wait_until_it_answers
from tests.conversation.servers import TODAY

SECRET = "only for tests, and as long as it has to be"


class Site:
    """A running website: its address, its logs and its database."""

    def __init__(self, directory: Path, database: Path | None = None, **settings: str) -> None:
        self._directory = directory
        self._port, self._actions_port = free_port(), free_port()
        self.database = database or directory / "conversations.db"
        self.environ = environment(
            CEC_TODAY=TODAY,
            CEC_SECRET=SECRET,
            CEC_DATABASE=str(self.database),
            ACTION_SERVER_URL=f"http://127.0.0.1:{self._actions_port}/webhook",
            **settings,
        )
        self.address = f"http://127.0.0.1:{self._port}"
        self._website = ExitStack()
        self._starts = 0

    @contextmanager
    def up(self) -> Iterator[Site]:
        """Run both servers for the length of a block."""
        log = self._directory / "actions.log"
        with running(action_server(self._actions_port), self.environ, log) as actions, self._website:
            self.start()
            wait_until_it_answers(actions, f"http://127.0.0.1:{self._actions_port}/health", log)
            yield self

    def start(self, model: Path = MODEL) -> None:
        """Start the website's server with a model and wait until it answers."""
        self._starts += 1
        log = self._directory / f"website-{self._starts}.log"
        command = [sys.executable, "-m", "channels", "--port", str(self._port), "--model", str(model)]
        server = self._website.enter_context(running(command, self.environ, log))
        wait_until_it_answers(server, f"{self.address}/health", log)

    def stop(self) -> None:
        """Stop the website's server."""
        self._website.close()

    @property
    def logs(self) -> str:
        """All that the servers have logged."""
        return "".join(path.read_text(errors="replace") for path in sorted(self._directory.glob("*.log")))

    def kept_of(self, sender: str) -> int:
        """How many events of a conversation the database has."""
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            (count,) = database.execute("select count(*) from events where sender_id = ?", [sender]).fetchone()
            return int(count)

    def holds(self, words: str) -> bool:
        """Whether the words stand anywhere in the files of the database."""
        files = self.database.parent.glob(f"{self.database.name}*")
        return any(words.encode() in path.read_bytes() for path in files)
