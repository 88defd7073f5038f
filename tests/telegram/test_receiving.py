"""How updates come in through the webhook: from Telegram alone, each once, in order for each chat."""

from __future__ import annotations

import json
import random
import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest

from channels.telegram.settings import WEBHOOK_PATH, Settings
from tests.telegram.chat import Api, Chat
from tests.telegram.conftest import Bot
from tests.telegram.servers import Command, new_token

# --- the webhook ---


def post(bot: Bot, body: bytes, secret: str | None) -> int:
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    try:
        with urllib.request.urlopen(
            urllib.request.Request(bot.address + WEBHOOK_PATH, body, headers), timeout=30
        ) as response:
            return int(response.status)
    except urllib.error.HTTPError as refused:
        return refused.code


def test_only_who_knows_the_secret_is_heard(bot: Bot, chat: Chat) -> None:
    # A number that the emulator has not given to another update.
    update = json.dumps({"update_id": 900_000_001, "message": chat._message(5, {"text": "hello"})}).encode()
    right = Settings(bot.token).secret
    for wrong in (None, "", right[:-1], right + "0", right.upper(), bot.token, "é"):
        assert post(bot, update, wrong) == 403
    assert "Shall we start" in chat.say("/start")
    assert len(chat.bubbles) == 1
    assert post(bot, update, right) == 200
    chat.until(lambda: len(chat.bubbles) == 2)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"7", b'"text"', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_update_is_refused_or_passed_over(bot: Bot, body: bytes) -> None:
    bot.serve()
    assert post(bot, body, Settings(bot.token).secret) in (200, 400)


def test_the_webhook_answers_before_the_turn_is_over(bot: Bot, chat: Chat) -> None:
    chat.api.post("/control/hold", method="sendMessage", chat=chat.id)
    assert chat.update(message=chat._message(1, {"text": "/start"})) == 200
    chat.until(lambda: any(call["status"] == 0 for call in chat.of("sendMessage")))
    assert chat.bubbles == []
    chat.api.post("/control/release")
    chat.until("Shall we start")


def test_a_hundred_updates_out_of_order_and_repeated_are_taken_once_each_and_in_order(chat: Chat) -> None:
    # While the first reply is held back, all the others arrive.
    chat.api.post("/control/hold", method="sendMessage", chat=chat.id)
    chat.send(number=1, update_id=5_000_000, text="/start begin")
    chat.until(lambda: any(call["status"] == 0 for call in chat.of("sendMessage")))
    hours = [f"{number / 2:g} hours a week" for number in range(20, 119)]
    updates = [(5_000_001 + place, 2 + place, text) for place, text in enumerate(["line cook since may 2024", *hours])]
    shuffled = updates * 2
    random.Random(7).shuffle(shuffled)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda update: chat.send(number=update[1], update_id=update[0], text=update[2]), shuffled))
    chat.api.post("/control/release")
    chat.until(lambda: len(chat.bubbles) == 101)
    changes = [re.findall(r"from ([\d.]+) to ([\d.]+) \(", text) for text in chat.texts[3:]]
    assert changes == [[(f"{number / 2:g}", f"{(number + 1) / 2:g}")] for number in range(20, 118)]
    assert "line cook, May 2024 to now, 59 hours a week" in chat.say("/status")
    assert len(chat.bubbles) == 102


def test_fifty_chats_at_once_stay_apart(bot: Bot) -> None:
    bot.serve()

    def talk(number: int) -> tuple[Chat, int]:
        chat = Chat(bot.api, bot.token)
        chat.say(f"line cook since may 2024, {10 + number} hours a week")
        chat.press("Yes")
        return chat, 10 + number

    with ThreadPoolExecutor(50) as pool:
        for chat, hours in pool.map(talk, range(50)):
            assert [f" {hours} hours a week" in text for text in chat.texts] == [True, True]


# --- what a person is told who starts it ---


@pytest.mark.parametrize(
    ("token", "words"),
    [("", "TELEGRAM_TOKEN is not set"), ("123:short", "is not a bot's token")],
)
def test_a_missing_or_broken_token_is_told_in_one_line(api: Api, token: str, words: str) -> None:
    command = Command(api, token)
    assert command.finish() == 1
    assert words in command.printed
    assert "Traceback" not in command.printed


def test_a_token_that_telegram_does_not_know_and_a_server_that_is_not_there_are_told_without_the_token() -> None:
    token = new_token()
    nowhere = Command(Api("http://127.0.0.1:9"), token)
    assert nowhere.finish() == 1
    assert "cannot be reached" in nowhere.printed
    assert token not in nowhere.printed


def test_a_webhook_is_removed_by_the_same_command_without_an_address(api: Api) -> None:
    token = new_token()
    assert Command(api, token, "--webhook", "https://bot.example.ca/").finish() == 0
    assert api.state["webhooks"][token]["url"] == f"https://bot.example.ca{WEBHOOK_PATH}"
    assert api.state["webhooks"][token]["secret_token"] == Settings(token).secret
    assert Command(api, token, "--webhook", "").finish() == 0
    assert token not in api.state["webhooks"]


@pytest.mark.parametrize("url", ["bot.example.ca", "https://bot.example.ca/path", "nonsense"])
def test_an_address_that_cannot_be_a_webhook_is_refused(api: Api, url: str) -> None:
    command = Command(api, new_token(), "--webhook", url)
    assert command.finish() == 1
    assert "https://bot.example.ca" in command.printed
