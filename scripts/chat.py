"""Talk to the assistant in this terminal: the action server behind, Rasa shell in front."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scripts import LOGS, MODEL, ROOT
from scripts.environment import environment
from scripts.progress import main, say
from scripts.servers import action_server, free_port, running, wait_until_it_answers


def chat() -> None:
    """Start both, hand over the terminal, and stop both when the person leaves."""
    port = free_port()
    os.environ.update(environment(ACTION_SERVER_URL=f"http://127.0.0.1:{port}/webhook"))
    log = LOGS / "action-server.log"
    say("Starting the assistant, about ten seconds. Ctrl-D or /stop leaves it.")
    with running(action_server(port), os.environ, log) as server, _stderr_in(LOGS / "chat.log"):
        shell = _rasa_shell()  # the slow part; meanwhile the action server starts
        wait_until_it_answers(server, f"http://127.0.0.1:{port}/health", log)
        shell()


def _rasa_shell() -> Any:
    """Rasa shell, in this process: no second start of Python, no second place to clean up."""
    from rasa.__main__ import main as rasa
    from rasa.core.channels import console

    read = console._get_user_input

    async def read_or_leave(previous: Any) -> Any:
        try:
            return await read(previous)
        except EOFError:  # Ctrl-D, which Rasa shell answers with a traceback and a dead prompt
            return None

    console._get_user_input = read_or_leave
    sys.argv = ["rasa", "shell", "--quiet", "--model", str(MODEL)]
    sys.argv += ["--interface", "127.0.0.1", "--port", str(free_port())]
    return rasa


@contextmanager
def _stderr_in(log: os.PathLike[str]) -> Iterator[None]:
    """Keep the warnings of libraries off the terminal; what Python prints, and what C does."""
    terminal = os.dup(2)
    try:
        with open(log, "wb") as file:
            os.dup2(file.fileno(), 2)
        yield
    finally:
        sys.stderr.flush()
        os.dup2(terminal, 2)
        os.close(terminal)


if __name__ == "__main__":
    os.chdir(ROOT)
    main(chat)
