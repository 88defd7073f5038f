"""The running bots for all tests of the Telegram channel, and a fresh chat for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
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
    """A bot whose webhook is set by `make telegram-webhook`."""

    directory: Path
    api: Api
    actions: str
    token: str = field(default_factory=new_token)
    port: int = field(default_factory=free_port)
    _running: ExitStack = field(default_factory=ExitStack)
    _is_running: bool = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        return self.directory / "conversations.db"

    def serve(self) -> None:
        """Start the server and set the webhook, unless that was done and not undone since."""
        if not self._is_running:
            self._running.enter_context(
                running_webhook_bot(self.directory, self.api, self.token, self.actions, self.port)
            )
            setting = Command(self.api, self.token, "--webhook", self.address)
            assert setting.finish() == 0, setting.printed
            self._is_running = True

    def stop(self) -> None:
        self._running.close()
        self._is_running = False


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
    """The bot, which its tests have to start (the fixture ``chat`` does)."""
    bot = Bot(directory, api, actions)
    yield bot
    bot.stop()


@pytest.fixture
def logs(bot: Bot) -> list[Path]:
    """What the servers of the bot have written."""
    return sorted(bot.directory.glob("*.log"))


@pytest.fixture
def database(bot: Bot) -> Path:
    return bot.database


@pytest.fixture
def chat(bot: Bot, request: pytest.FixtureRequest) -> Iterator[Chat]:
    """Somebody new who writes to the bot; the chat is printed (pytest shows it where the test fails, or with -s)."""
    bot.serve()
    person = Chat(bot.api, bot.token)
    yield person
    print(f"\n--- {request.node.name}\n{person}")
