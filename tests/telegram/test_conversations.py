"""Whole conversations, by text and by buttons."""

from __future__ import annotations

import base64
import struct

from tests.telegram.chat import Chat

COOK = "line cook since may 2024, 37.5 hours a week"
IELTS = "ielts general training listening 7.5 reading 7 writing 6 speaking 7, taken in march 2026"


def by_text(chat: Chat) -> None:
    """Everything in words, to the answer."""
    assert "Canadian Experience Class" in chat.say("/start")
    assert "since when" in chat.say("start")
    assert "Cooks (NOC 63200" in chat.say(COOK)
    for words in ("yes", "no, that is all", "none of these", IELTS, "yes", "no"):
        chat.say(words)
    chat.until("You appear to meet the requirements")


def by_buttons(chat: Chat) -> None:
    """Whatever has a button, by its button."""
    chat.say("/start")
    chat.press("Start")
    chat.say(COOK)
    for label in ("Yes", "No, that is all", "None of these"):
        chat.press(label)
    chat.say(IELTS)
    chat.press("Yes")
    chat.press("No")
    chat.until("You appear to meet the requirements")


def check_answer(chat: Chat) -> None:
    answer = chat.bubbles[-1]
    html = answer["parameters"]["text"]
    assert "<b>You appear to meet the requirements of the Canadian Experience Class" in html
    assert "✔ <b>Work:</b> 4,007 countable hours" in html
    assert '<a href="https://laws-lois.justice.gc.ca/' in html
    assert chat.buttons == [["Why?", "Change something"], ["What if...", "Report"], ["Start over"]]
    for photo in chat.photos:
        assert photo.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">I", photo[16:20]) == (720,)
    history, outlook = chat.of("sendPhoto")
    assert "4,007 of the 1,560 hours" in history["parameters"]["caption"]
    assert "if your work goes on as it is" in outlook["parameters"]["caption"]


def test_a_whole_conversation_by_text_through_the_webhook(chat: Chat) -> None:
    by_text(chat)
    check_answer(chat)


def test_the_report_and_the_dates_come_as_documents(chat: Chat) -> None:
    by_text(chat)
    chat.press("Report")
    chat.until("Here is your report")
    report, dates = chat.of("sendDocument")
    assert base64.b64decode(report["parameters"]["document"]).startswith(b"%PDF")
    assert base64.b64decode(dates["parameters"]["document"]).startswith(b"BEGIN:VCALENDAR")


def test_a_whole_conversation_by_buttons_through_the_webhook(chat: Chat) -> None:
    by_buttons(chat)
    check_answer(chat)
