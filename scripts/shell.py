"""Rasa shell with a prompt that can be typed at whatever the bot asks, and left at any time.

As it comes, Rasa 3.6's shell dies at its prompt without ending: on Ctrl-D, on Ctrl-C at a choice of
buttons, and on any error of its own. Here each of these ends the program. And where the database does
not take a turn, it goes on in memory, so that a deletion that failed is said to be done; here such a
turn gets no answer, and ends the program too.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import Any, Final

import rasa.__main__
import rasa.core.agent
from rasa.core.channels import console
from rasa.core.channels.rest import RestInput

from operating import logs
from scripts import MODEL
from scripts.servers import free_port
from scripts.terminal import Terminal

#: What ends the replies of a turn in Rasa's REST channel.
_NO_MORE: Final = "DONE"


def shell() -> None:
    """Hand the terminal to Rasa shell until the person leaves; errors of its own are raised."""
    failures: list[Exception] = []
    logs.make_harmless()
    terminal = Terminal()
    console._print_bot_output = terminal.show
    console._get_user_input = _unless_failed(terminal.read, failures)
    rasa.core.agent.FailSafeTrackerStore = lambda store: store
    console.record_messages = _ending_for_good(console.record_messages, failures)
    RestInput.on_message_wrapper = staticmethod(_once_it_is_kept(RestInput.on_message_wrapper, failures))
    sys.argv = ["rasa", "shell", "--quiet", "--model", str(MODEL)]
    sys.argv += ["--interface", "127.0.0.1", "--port", str(free_port())]
    rasa.__main__.main()
    if failures:
        raise failures[0]


def _once_it_is_kept(take: Callable[..., Awaitable[None]], failures: list[Exception]) -> Callable[..., Awaitable[None]]:
    """`take` for Rasa's channel behind the prompt, with the replies when the turn is over, and none if it failed.

    Rasa shows each as it comes, before the turn is in the database, and waits for ever where it fails.
    """

    async def take_one(on_new_message: Any, text: Any, replies: asyncio.Queue[Any], *rest: Any) -> None:
        held: asyncio.Queue[Any] = asyncio.Queue()
        try:
            await take(on_new_message, text, held, *rest)
        except Exception as problem:
            failures.append(problem)
            held = asyncio.Queue()
            held.put_nowait(_NO_MORE)
        while not held.empty():
            replies.put_nowait(held.get_nowait())

    return take_one


def _unless_failed(read: Callable[..., Awaitable[str]], failures: list[Exception]) -> Callable[..., Awaitable[str]]:
    """`read`, but raising what a turn has failed with."""

    async def read_line(*args: Any) -> str:
        if failures:
            raise failures.pop()
        return await read(*args)

    return read_line


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
