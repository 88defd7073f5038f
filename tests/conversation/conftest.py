"""The running bot for all conversation tests, and a fresh applicant for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversation.applicant import Applicant
from tests.conversation.servers import running_bot


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the bot, started once for all conversations."""
    with running_bot(tmp_path_factory.mktemp("bot")) as base:
        yield base


@pytest.fixture
def logs(bot: str, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The log files of the running servers."""
    return sorted(tmp_path_factory.getbasetemp().glob("bot*/*.log"))


@pytest.fixture
def applicant(bot: str, request: pytest.FixtureRequest) -> Iterator[Applicant]:
    """Somebody new who writes to the bot; the conversation is printed where the test fails."""
    person = Applicant(bot)
    yield person
    print(person)
