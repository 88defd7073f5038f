"""Rasa shell, which can be left at any prompt.

As it comes, Rasa 3.6's shell dies at its prompt without ending: on Ctrl-D, on Ctrl-C at a choice of
buttons, and on any error of its own. Here each of these ends the program.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import questionary
import rasa.__main__
from rasa.core.channels import console

from scripts import MODEL
from scripts.servers import free_port


def shell() -> None:
    """Hand the terminal to Rasa shell until the person leaves; errors of its own are raised."""
    failures: list[Exception] = []
    # Rasa takes questionary's answer None, its sign for Ctrl-C, for a button.
    questionary.Question.ask_async = questionary.Question.unsafe_ask_async  # type: ignore[method-assign,assignment]
    console.print_buttons = _with_ctrl_d(console.print_buttons)
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


def _with_ctrl_d(print_buttons: Callable[..., Any]) -> Callable[..., Any]:
    """`print_buttons`, whose choice ends on Ctrl-D as a line of text does."""

    def choice(*args: Any, **options: Any) -> Any:
        question = print_buttons(*args, **options)
        if question is not None:
            leave = question.application.key_bindings.add("c-d")
            leave(lambda event: event.app.exit(exception=EOFError))
        return question

    return choice


if __name__ == "__main__":
    shell()
