"""The whole site on a free port, as `make run` serves it: page, widget, Rasa and action server."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import MODEL, ROOT
from scripts.environment import environment
from scripts.servers import action_server, free_port, running, wait_until_it_answers

TODAY = "2026-11-22"


class Site:
    """A site that can be stopped and started again on the same port, as when it is updated."""

    def __init__(self, directory: Path, actions_port: int) -> None:
        self.port = free_port()
        self.address = f"http://localhost:{self.port}/"
        #: Where a site of another origin may stand that embeds the widget.
        self.elsewhere = ("127.0.0.1", free_port())
        self.database = directory / "conversations.db"
        self._log = directory / "website.log"
        self._environ = environment(
            CEC_TODAY=TODAY,
            CEC_SECRET="a secret for the tests of the widget, long enough",
            CEC_ORIGINS="http://{}:{}".format(*self.elsewhere),
            # All these browsers come from one address, and write faster than people do.
            CEC_MESSAGES_PER_MINUTE="1000",
            CEC_MESSAGES_PER_MINUTE_PER_ADDRESS="2000",
            CEC_DATABASE=str(self.database),
            ACTION_SERVER_URL=f"http://127.0.0.1:{actions_port}/webhook",
        )
        self._running: contextlib.ExitStack | None = None

    def start(self) -> None:
        """Start, and return when the site answers."""
        command = [sys.executable, "-m", "channels", "--port", str(self.port)]
        with contextlib.ExitStack() as stack:
            server: subprocess.Popen[bytes] = stack.enter_context(running(command, self._environ, self._log))
            wait_until_it_answers(server, f"http://127.0.0.1:{self.port}/health", self._log)
            self._running = stack.pop_all()

    def stop(self) -> None:
        """Stop; people's browsers find nobody there."""
        if self._running:
            self._running.close()
            self._running = None

    def kept_about(self, words: str) -> int:
        """How many events in the database hold these words."""
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            found = database.execute("SELECT count(*) FROM events WHERE data LIKE ?", (f"%{words}%",))
            return int(found.fetchone()[0])


@contextmanager
def running_site(directory: Path) -> Iterator[Site]:
    """The site while the block runs; its logs and its database lie in the directory."""
    assert MODEL.exists(), "there is no trained model: run `make train`"
    assert (ROOT / "widget" / "dist" / "widget.js").exists(), "the widget is not built: run `make widget`"
    actions_port, log = free_port(), directory / "actions.log"
    site = Site(directory, actions_port)
    with running(action_server(actions_port), site._environ, log) as actions:
        try:
            site.start()
            wait_until_it_answers(actions, f"http://127.0.0.1:{actions_port}/health", log)
            yield site
        finally:
            site.stop()
