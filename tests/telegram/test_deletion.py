""" "/delete" in a chat whose database refuses to erase."""

from __future__ import annotations

from pathlib import Path

from tests.channels.test_deletion import that_erases_nothing
from tests.telegram.chat import Chat
from tests.telegram.servers import kept_in


def test_a_deletion_that_failed_is_said_to_have_failed_and_works_when_asked_for_again(
    chat: Chat, database: Path
) -> None:
    chat.say("/start begin")
    chat.say("I am a numbatkeeper")
    with that_erases_nothing(database):
        answer = chat.say("/delete")
        assert "could not delete" in answer
        assert "have deleted" not in answer
    assert b"numbatkeeper" in kept_in(database)
    chat.say("/delete")
    chat.until("kept by Telegram")
    assert f"telegram-{chat.id}".encode() not in kept_in(database)
    assert b"numbatkeeper" not in kept_in(database)
