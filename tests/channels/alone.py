"""The website channel on a real server, with a scripted bot behind it in place of Rasa's."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml
from rasa.core.channels.channel import UserMessage, register
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from channels.settings import Settings
from channels.website import Website
from scripts.servers import free_port

SECRET = "a secret that only the tests know, and long"
RESPONSES = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text(encoding="utf-8"))["responses"]

Script = Callable[[UserMessage], Awaitable[None]]

# Sanic otherwise rewrites its own methods at the first start, and cannot start a second time.
Sanic.test_mode = True

_numbers = itertools.count(1)


async def echo(message: UserMessage) -> None:
    """A bot that says what it was told."""
    await message.output_channel.send_response(message.sender_id, {"text": f"You said: {message.text}"})


class Bot:
    """What the channel needs of Rasa's agent. `messages` is what reached it."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.messages: list[str] = []
        self.domain = SimpleNamespace(slots=[])
        self.nlg = TemplatedNaturalLanguageGenerator(RESPONSES)
        self.tracker_store = InMemoryTrackerStore(Domain.empty())

    def is_ready(self) -> bool:
        return True

    async def handle_message(self, message: UserMessage) -> None:
        self.messages.append(message.text)
        await self.script(message)

    async def remember(self, sender: str, when: float) -> None:
        """Have the conversation of a sender hold one message of that time."""
        told = [UserUttered("hello", timestamp=when)]
        await self.tracker_store.save(DialogueStateTracker.from_events(sender, told))


@asynccontextmanager
async def channel(script: Script = echo, **settings: Any) -> AsyncIterator[tuple[str, Bot]]:
    """The address of a channel with these settings, and the bot behind it."""
    website, bot = Website(Settings(**{"secret": SECRET, **settings})), Bot(script)
    app = Sanic(f"website-alone-{next(_numbers)}", configure_logging=False)
    app.ctx.agent = bot
    register([website], app, route="/webhooks/")
    port = free_port()
    server = await app.create_server("127.0.0.1", port, return_asyncio_server=True, access_log=False)
    await server.startup()
    await server.before_start()
    await server.start_serving()
    try:
        yield f"http://127.0.0.1:{port}", bot
    finally:
        await server.before_stop()
        await server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
