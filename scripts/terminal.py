"""A conversation in a terminal: replies, buttons with letters, and a line to write on.

In Rasa shell's own menu of buttons a person cannot type: the letters are dropped, and Enter presses
the first button. Letters leave room for figures, which are answers here more often than choices.
"""

from __future__ import annotations

import asyncio
import shutil
import string
import sys
import textwrap
from collections.abc import Mapping
from typing import Any

from prompt_toolkit import PromptSession

PROMPT = "Your input -> "


class Terminal:
    """Shows what the bot says and reads what the person writes."""

    def __init__(self) -> None:
        self._session: PromptSession[str] | None = PromptSession() if sys.stdin.isatty() else None
        self._payloads: dict[str, str] = {}

    def show(self, reply: Mapping[str, Any], *_: object, **__: object) -> None:
        """Print one reply of Rasa's REST channel; its buttons are open until the next message."""
        for line in (reply.get("text") or "").splitlines():
            print(_wrapped(line))
        free = iter([letter for letter in string.ascii_lowercase if letter not in self._payloads])
        for letter, button in zip(free, reply.get("buttons") or [], strict=False):
            print(_wrapped(button["title"], f"  {letter}  "))
            self._payloads[letter] = self._payloads[button["title"].lower()] = button["payload"]
        sys.stdout.flush()

    async def read(self, reply: Mapping[str, Any] | None) -> str:
        """Show the turn's last reply, then return the person's message or the button they chose.

        Raises EOFError or KeyboardInterrupt when they leave.
        """
        if reply:
            self.show(reply)
        message = ""
        while not message:
            message = (await self._line()).strip()
        chosen = self._payloads.get(message.lower(), message)
        self._payloads.clear()
        return chosen

    async def _line(self) -> str:
        line: str
        if self._session:
            line = await self._session.prompt_async(PROMPT)
            return line
        line = await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
        if not line:
            raise EOFError
        print(PROMPT + line.strip())
        return line


def _wrapped(line: str, start: str = "") -> str:
    width = shutil.get_terminal_size().columns or 80  # 0 where the terminal does not tell
    return textwrap.fill(line, width, initial_indent=start, subsequent_indent=" " * len(start))
