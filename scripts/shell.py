"""Rasa shell with a prompt that can be typed at whatever the bot asks, and left at any time.

As it comes, Rasa 3.6's shell dies at its prompt without ending: on Ctrl-D, on Ctrl-C at a choice of
buttons, and on any error of its own. Here each of these ends the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import rasa.__main__
from rasa.core.channels import console

from operating import logs
from scripts import MODEL
from scripts.servers import free_port
from scripts.terminal import Terminal


def shell() -> None:
    """Hand the terminal to Rasa shell until the person leaves; errors of its own are raised."""
    failures: list[Exception] = []
    logs.make_harmless()
    terminal = Terminal()
    console._print_bot_output = terminal.show
    console._get_user_input = terminal.read
    console.record_messages = _ending_for_good(console.record_messages, failures)
    sys.argv = ["rasa", "shell", "--quiet", "--model", str(MODEL)]
    sys.argv += ["--interface", "127.0.0.1", "--port", str(free_port())]
    rasa.__main__.main()
    if failures:
        raise failures[0]


def _ending_for_good(record: Callable[..., Any], failures: list[Exception]) -> Callable[..., Any]:
    """`record`, but returning however it ends: Rasa stops its server only after a return."""

    async def record_messages(*args: Any, **options: Any) -> int:
        try:
            return int(await record(*args, **options))
        except (EOFError, KeyboardInterrupt):
            return 0
        except Exception as problem:
            failures.append(problem)
            return 0

    return record_messages


if __name__ == "__main__":
    shell()
