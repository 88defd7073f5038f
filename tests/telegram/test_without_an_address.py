"""The same bot started anew by `make telegram`, without a webhook: nothing of what was said is lost, or taken twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts import LOGS
from tests.telegram.chat import Chat
from tests.telegram.conftest import Bot
from tests.telegram.servers import Command
from tests.telegram.test_conversations import COOK, by_buttons, by_text, check_answer


@pytest.fixture(scope="module")
def begun(bot: Bot) -> Iterator[Chat]:
    """A conversation begun through the webhook, whose server was then stopped and its bot run by polling."""
    bot.serve()
    chat = Chat(bot.api, bot.token)
    chat.say("/start begin")
    chat.send(number=9, update_id=77, text=COOK)
    chat.until("Is this your job: Cooks")
    refused = Command(bot.api, bot.token)
    assert refused.finish() == 1
    assert "make telegram-webhook" in refused.printed
    bot.stop()
    removed = Command(bot.api, bot.token, "--webhook", "")
    assert removed.finish() == 0, removed.printed
    command = Command(bot.api, bot.token, ACTION_SERVER_URL=bot.actions, CEC_DATABASE=str(bot.database))
    command.read_until("Ready: https://t.me/TestNameBot")
    yield chat
    print(f"\n--- a conversation over a restart\n{chat}")
    command.stop()
    for written in (command.printed, (LOGS / "telegram.log").read_text()):
        assert bot.token not in written


def test_a_conversation_goes_on_over_a_restart_with_its_buttons_and_without_repeats(begun: Chat) -> None:
    begun.send(number=9, update_id=77, text=COOK)  # Telegram was not sure that it had arrived
    assert "NOC 63200 Cooks" in begun.press("Yes")
    assert len(begun.bubbles) == 3
    assert "June 2024 to now" in begun.edit(9, "line cook since june 2024, 37.5 hours a week")


def test_a_whole_conversation_by_text_through_long_polling(begun: Chat) -> None:
    chat = Chat(begun.api, begun.token)
    by_text(chat)
    check_answer(chat)


def test_a_whole_conversation_by_buttons_through_long_polling(begun: Chat) -> None:
    chat = Chat(begun.api, begun.token)
    by_buttons(chat)
    check_answer(chat)


def test_the_menu_of_commands_is_set(begun: Chat) -> None:
    menu = begun.api.state["menu"]
    assert [entry["command"] for entry in menu] == ["start", "status", "help", "restart", "delete"]
    assert all(1 <= len(entry["description"]) <= 256 for entry in menu)
