"""Talk to the assistant in this terminal: the action server behind, Rasa shell in front."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts import LOGS, ROOT
from scripts.environment import environment
from scripts.progress import Failure, main, say
from scripts.servers import action_server, free_port, running, wait_until_it_answers


def chat() -> None:
    """Start both, leave the terminal to the shell, and stop both when the person leaves."""
    port = free_port()
    environ = environment(ACTION_SERVER_URL=f"http://127.0.0.1:{port}/webhook")
    behind, log = LOGS / "action-server.log", LOGS / "chat.log"
    shell_command = [sys.executable, "-m", "scripts.shell"]
    say("Starting the assistant, about ten seconds. Ctrl-D or /stop leaves it.")
    with (
        contextlib.suppress(KeyboardInterrupt),
        running(action_server(port), environ, behind) as server,
        _in_front(shell_command, environ, log) as shell,
    ):
        wait_until_it_answers(server, f"http://127.0.0.1:{port}/health", behind)
        if shell.wait():
            raise Failure(f"Rasa shell has stopped; {log.relative_to(ROOT)} says why.")


@contextlib.contextmanager
def _in_front(command: Sequence[str], environ: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program that has the terminal; what libraries have to say goes to `log`."""
    terminal = termios.tcgetattr(0) if sys.stdin.isatty() else None
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as noise:
        program = subprocess.Popen(command, cwd=ROOT, env=dict(environ), stderr=noise)
    try:
        yield program
    finally:
        program.kill()
        program.wait()
        if terminal:
            with contextlib.suppress(termios.error):  # the terminal may be gone
                termios.tcsetattr(0, termios.TCSADRAIN, terminal)


if __name__ == "__main__":
    main(chat)
