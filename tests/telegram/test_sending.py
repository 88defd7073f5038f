"""How replies go out: Telegram's limits, its refusals, and a log without the token and without people's words."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.telegram.formatting import LONGEST_TEXT, as_html, pieces, units
from channels.telegram.keyboard import keyboard
from channels.telegram.settings import Settings
from tests.telegram.chat import Chat
from tests.telegram.conftest import Bot
from tests.telegram.servers import new_token
from tests.telegram.test_conversations import COOK

# --- refusals ---


@pytest.mark.parametrize("status", [500, 502, 429])
def test_a_reply_is_sent_again_until_it_is_taken(chat: Chat, status: int) -> None:
    more = {"retry_after": 1} if status == 429 else {}
    chat.api.refuse("sendMessage", status, chat=chat.id, times=2, **more)
    assert "Shall we start" in chat.say("/start")
    assert [call["status"] for call in chat.of("sendMessage")] == [status, status, 200]


def test_one_chat_that_has_to_wait_does_not_hold_up_another(chat: Chat) -> None:
    other = Chat(chat.api, chat.token)
    chat.api.refuse("sendMessage", 429, chat=chat.id, retry_after=3)
    chat.write("/start")
    chat.until(lambda: any(call["status"] == 429 for call in chat.calls))
    assert "Shall we start" in other.say("/start")
    chat._look(0)
    assert chat.texts == []
    chat.until("Shall we start")


def test_typing_is_shown_and_nothing_is_lost_where_that_fails(chat: Chat) -> None:
    chat.say("/start")
    assert [call["parameters"]["action"] for call in chat.of("sendChatAction")] == ["typing"]
    chat.api.refuse("sendChatAction", 500, chat=chat.id)
    assert "since when" in chat.say("start")


def test_the_answer_comes_also_where_the_picture_is_refused(chat: Chat) -> None:
    chat.api.refuse("sendPhoto", 400, chat=chat.id)
    chat.say("/start begin")
    for text in (COOK, "yes", "no, that is all", "none of these", "no test yet", "yes", "no"):
        chat.say(text)
    chat.until("I cannot say yet")
    assert chat.photos == []


def test_neither_the_token_nor_words_of_people_stand_in_a_log(bot: Bot, chat: Chat, logs: list[Path]) -> None:
    chat.say("/start begin")
    chat.api.refuse("sendMessage", 400, chat=chat.id, description="Bad Request: on demand")
    chat.say("my secret employer is Bistro Quince")
    assert "went wrong" in chat.texts[-1]
    written = "".join(log.read_text() for log in logs)
    assert re.search(r"incident \w{8} in a turn: ApiError.*on demand", written)
    for secret in (bot.token, Settings(bot.token).secret, "Quince", "Shall we start"):
        assert secret not in written
    assert bot.token not in repr(Settings(bot.token))


# --- what a person types, said back ---


def test_what_looks_like_markup_is_shown_as_it_was_typed(chat: Chat) -> None:
    chat.say("/start begin")
    assert "r&d manager, May 2024 to now" in chat.say("r&d manager, may 2024 to now")
    assert "r&amp;d manager" in chat.bubbles[-1]["parameters"]["text"]
    assert chat.say("<a href='http://x'>x</a> &lt; </b>")


def test_a_message_as_long_as_telegram_allows_is_answered(chat: Chat) -> None:
    chat.say("/start begin")
    assert chat.say(("I cook and clean. " * 300)[:4096])


# --- limits ---

PARAGRAPHS = "\n\n".join(f"{number}." + " You appear to meet the requirements." * 20 for number in range(20))


def test_a_long_text_is_divided_at_the_ends_of_paragraphs() -> None:
    found = pieces(PARAGRAPHS)
    assert len(found) > 2
    assert all(re.match(r"\d+\. ", piece) and piece.endswith("requirements.") for piece in found)
    assert "\n\n".join(found) == PARAGRAPHS


@given(st.text(alphabet=st.sampled_from("ab<&> .\n\n😀é"), max_size=400), st.integers(5, 60))
def test_pieces_fit_and_together_hold_everything(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert all(piece and units(piece) <= longest for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = as_html(text)
    assert not re.search(r"[<>]", shown)
    assert html.unescape(shown) == text or "\r" in text or "&" in text


def test_an_emoji_counts_as_telegram_counts_it() -> None:
    assert [units(piece) for piece in pieces("😀" * 3000)] == [LONGEST_TEXT, 6000 - LONGEST_TEXT]


def test_short_buttons_stand_in_pairs_and_long_ones_alone() -> None:
    labels = ["Yes", "No", "Somebody else's long label here", "Not sure", "Skip", "Last"]
    rows = keyboard([{"title": label, "payload": "/inform{" + "x" * 200 + "}"} for label in labels], 4_000_000_000)
    assert [[button["text"] for button in row] for row in rows["inline_keyboard"]] == [
        ["Yes", "No"], ["Somebody else's long label here"], ["Not sure", "Skip"], ["Last"],
    ]  # fmt: skip
    keys = [button["callback_data"] for row in rows["inline_keyboard"] for button in row]
    assert len(set(keys)) == 6
    assert max(map(len, keys)) <= 64


def test_a_headline_requirements_and_rules_are_set_off_with_everything_escaped() -> None:
    card = {
        "headline": "You appear to meet A&B.",
        "requirements": [{"title": "Work", "rule": "IRPR 87.1(2)(a)", "url": 'https://example.ca/"x"'}],
    }
    text = "So: You appear to meet A&B.\n✔ Work: 5 < 6 <b>. (IRPR 87.1(2)(a))\nWork: & more"
    assert as_html(text, card).split("\n") == [
        "So: <b>You appear to meet A&amp;B.</b>",
        '✔ <b>Work:</b> 5 &lt; 6 &lt;b&gt;. (<a href="https://example.ca/&quot;x&quot;">IRPR 87.1(2)(a)</a>)',
        "<b>Work:</b> &amp; more",
    ]


def test_a_new_token_looks_like_one() -> None:
    assert Settings.read({"TELEGRAM_TOKEN": new_token()}).api == "https://api.telegram.org"
