"""The running bots for all tests of the Telegram channel, and a fresh chat for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.servers import free_port
from tests.telegram.chat import Api, Chat
from tests.telegram.servers import (
    Command,
    new_token,
    running_actions,
    running_emulator,
    running_webhook_bot,
)


@dataclass
class Bot:
    """A bot behind a webhook: where it is, and what is needed to start it again."""

    directory: Path
    api: Api
    actions: str
    token: str = field(default_factory=new_token)
    port: int = field(default_factory=free_port)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self) -> Iterator[str]:
        with running_webhook_bot(self.directory, self.api, self.token, self.actions, self.port) as address:
            yield address


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("telegram")


@pytest.fixture(scope="session")
def api(directory: Path) -> Iterator[Api]:
    with running_emulator(directory) as emulator:
        yield emulator


@pytest.fixture(scope="session")
def actions(directory: Path) -> Iterator[str]:
    with running_actions(directory) as address:
        yield address


@pytest.fixture(scope="session")
def bot(directory: Path, api: Api, actions: str) -> Iterator[Bot]:
    """A bot whose webhook was set by `make telegram-webhook`."""
    bot = Bot(directory, api, actions)
    with running_webhook_bot(directory, api, bot.token, actions, bot.port) as address:
        setting = Command(api, bot.token, "--webhook", address)
        assert setting.finish() == 0, setting.printed
        yield bot


@pytest.fixture
def chat(bot: Bot, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """Somebody new who writes to the bot; the chat is printed (pytest shows it where the test fails, or with -s)."""
    person = Chat(bot.api, bot.token)
    yield person
    print(f"\n--- {request.node.name}\n{person}")
