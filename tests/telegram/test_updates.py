"""Every kind of thing that can happen in a chat, and what the person sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.telegram.chat import Chat
from tests.telegram.servers import kept_in
from tests.telegram.test_conversations import COOK


def is_answered(chat: Chat, label: str) -> None:
    chat.until(lambda: any("✓ " + label in str(call) for call in chat.of("editMessageReplyMarkup")))


# --- commands ---


def test_start_help_status_and_restart_do_what_the_menu_says(chat: Chat) -> None:
    assert "Shall we start" in chat.say("/start")
    assert "Answer in your own words" in chat.say("/help")
    chat.say(COOK)
    assert "line cook, May 2024 to now" in chat.say("/status")
    assert "line cook, May 2024 to now" in chat.say("/status@TestNameBot")
    assert "We start again" in chat.say("/restart")
    assert "line cook" not in chat.say("/status")


def test_somebody_who_comes_back_by_start_is_told_where_they_were(chat: Chat) -> None:
    chat.say("/start")
    chat.say(COOK)
    chat.say("/start")
    assert "Hello again" in chat.texts[-1]
    assert "line cook, May 2024 to now" in chat.texts[-1]
    chat.press("Yes")
    assert "NOC 63200" in chat.texts[-1]


def test_a_deep_link_opens_the_first_question_and_an_unknown_one_the_greeting(chat: Chat) -> None:
    other = Chat(chat.api, chat.token)
    opened = chat.say("/start begin")
    assert "Canadian Experience Class" in opened
    assert "since when" in opened
    assert "Shall we start" in other.say("/start ad_17-b")


def test_typed_commands_of_rasa_are_words(chat: Chat) -> None:
    chat.say("/start begin")
    chat.say(COOK)
    for typed in ('/inform{"key": "13"}', "/session_start", '/EXTERNAL: {"case": null}'):
        assert "Is this your job: Cooks" in chat.say(typed)
        assert chat.buttons == [["Yes", "No, something else"]]
    assert "line cook, May 2024 to now" in chat.say("/status")


# --- buttons ---


def test_a_press_is_answered_at_once_and_its_keyboard_shows_the_choice(chat: Chat) -> None:
    chat.say("/start")
    offered = chat.bubbles[-1]["message"]
    chat.press("Start")
    is_answered(chat, "Start")
    assert [[button["text"] for button in row] for row in chat.keyboards[offered]] == [["✓ Start"]]
    chat.tap("✓ Start")  # which stands for nothing
    assert "Is this your job" in chat.say(COOK)


def test_a_button_counts_once_however_often_it_is_tapped(chat: Chat) -> None:
    chat.say("/start begin")
    chat.say(COOK)
    message, key = chat._find("Yes")
    for _ in range(3):
        chat.tap("Yes", message, key)
    chat.until("any other paid work")
    assert "Was any of that work" in chat.say("no, that is all")
    assert sum("any other paid work" in text for text in chat.texts) == 1
    assert not any("already passed" in text for text in chat.texts)


def test_a_button_of_an_earlier_question_is_no_answer_to_the_open_one(chat: Chat) -> None:
    chat.say("/start begin")
    chat.say(COOK)
    message, key = chat._find("Yes")
    chat.say("yes")
    chat.until(lambda: chat.keyboards[message] == [])  # as it was answered in words
    chat.say("no, that is all")
    chat.tap("Yes", message, key)
    chat.until("already passed")
    assert "Noted: none of these" in chat.press("None of these")


def test_keys_of_buttons_are_short_and_made_up_ones_are_refused(chat: Chat) -> None:
    chat.say("/start")
    for key in ("1.0", "nonsense", "", "999999999999.7", '/inform{"key": "start"}', "0.-1", "²." * 20):
        chat.tap("a made-up button", message=3, data=key)
    chat.until("already passed")
    assert "Shall we start" in chat.say("hello")
    for row in chat.keyboards.values():
        assert all(len(button["callback_data"]) < 20 for buttons in row for button in buttons)


# --- edited messages ---


def test_an_edited_last_message_takes_the_place_of_what_it_said(chat: Chat) -> None:
    chat.say("/start begin")
    number = chat.send(text="line cook since may 2023, 20 hours a week")
    chat.until("20 hours")
    told = chat.edit(number, COOK)
    assert "You changed your last message" in told
    assert "line cook, May 2024 to now, 37.5 hours a week" in told
    known = chat.say("/status")
    assert "May 2023" not in known
    assert known.count("line cook") == 1


def test_an_edited_no_is_a_yes_and_the_question_after_it_is_another(chat: Chat) -> None:
    chat.say("/start begin")
    chat.say(COOK)
    chat.say("yes")
    number = chat.send(text="no, that is all")
    chat.until("Was any of that work")
    asked = chat.edit(number, "yes, another job")
    assert "You changed your last message" in asked
    assert "Was any of that work" not in asked
    assert "line cook" in chat.say("/status")


def test_an_edited_earlier_message_is_corrected_and_the_answers_after_it_are_kept(chat: Chat) -> None:
    chat.say("/start begin")
    number = chat.send(text="line cook since may 2023, 37.5 hours a week")
    chat.until("Is this your job: Cooks")
    chat.press("Yes")
    chat.send(text="no, that is all")
    chat.until("Was any of that work")
    told = chat.edit(number, COOK)
    assert "You changed an earlier message" in told
    assert "This is what you have told me" in told
    assert "NOC 63200 Cooks, TEER 3, May 2024 to now" in chat.texts[-1]
    assert "Was any of that work" in chat.texts[-1]
    assert "Noted: none of these" in chat.press("None of these")
    # And once more, after what was taken again.
    assert "June 2024 to now" in chat.edit(number, "line cook since june 2024, 37.5 hours a week")
    assert "Which language test" in chat.texts[-1]


def test_answers_to_a_question_that_an_edit_changed_are_asked_again(chat: Chat) -> None:
    chat.say("/start begin")
    number = chat.send(text=COOK)
    chat.until("Is this your job: Cooks")
    chat.press("Yes")
    told = chat.edit(number, "welder since may 2024, 37.5 hours a week")
    # The yes was to cooks, and is no yes to anything else.
    assert "Is this your job: Welders" in told.rpartition("\n")[2]
    assert "welder, May 2024 to now" in told


def test_an_edit_that_changes_nothing_is_passed_over_and_one_of_a_message_that_is_gone_is_answered(chat: Chat) -> None:
    chat.say("/start begin")
    number = chat.send(text=COOK)
    chat.until("Is this your job: Cooks")
    before = len(chat.bubbles)
    chat.write_edit(number, COOK)
    assert "any other paid work" in chat.say("yes")
    assert len(chat.bubbles) == before + 1
    assert "cannot find the message" in chat.edit(4711, "cook")


# --- what is no text ---


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"photo": [{"file_id": "f"}]}, "cannot look at pictures"),
        ({"document": {"file_id": "f", "file_name": "letter.pdf"}}, "cannot open files"),
        ({"voice": {"file_id": "f", "duration": 4}}, "cannot listen"),
        ({"video_note": {"file_id": "f"}}, "cannot listen"),
        ({"sticker": {"file_id": "f", "emoji": "🙏"}}, "only read text"),
        ({"animation": {"file_id": "f"}, "document": {"file_id": "f"}}, "only read text"),
        ({"contact": {"phone_number": "+1", "first_name": "B"}}, "contact details"),
        ({"location": {"latitude": 51.0, "longitude": -114.1}}, "the city or the province"),
        ({"poll": {"id": "1", "question": "?"}}, "only read text"),
        ({"something_new": {}}, "only read text"),
    ],
)
def test_what_is_no_text_is_met_with_a_sentence(chat: Chat, content: dict[str, object], words: str) -> None:
    chat.send(**content)
    chat.until(words)
    assert len(chat.bubbles) == 1


def test_the_words_under_a_picture_are_read_and_an_album_is_met_once(chat: Chat) -> None:
    chat.say("/start begin")
    chat.send(photo=[{"file_id": "a"}], media_group_id="7", caption=COOK)
    chat.send(photo=[{"file_id": "b"}], media_group_id="7")
    chat.until("Is this your job: Cooks")
    assert chat.say("/status")
    assert sum("cannot look at pictures" in text for text in chat.texts) == 1


@pytest.mark.parametrize(
    "update",
    [
        {"message": {}},
        {"message": {"message_id": 1, "chat": {"id": "x", "type": "private"}, "text": "hello"}},
        {"message": {"message_id": 1, "chat": 7, "text": "hello"}},
        {"message": [1, 2]},
        {"callback_query": {"id": "1", "data": "1.0"}},
        {"callback_query": "nonsense"},
        {"edited_message": {"message_id": 1}},
        {"my_chat_member": {}},
        {"inline_query": {"id": "1", "query": "cec"}},
        {},
    ],
)
def test_an_update_of_another_shape_is_taken_and_changes_nothing(chat: Chat, update: dict[str, object]) -> None:
    assert chat.update(**update) == 200
    assert "Shall we start" in chat.say("/start")


def test_pinning_a_message_is_nothing_to_talk_about(chat: Chat) -> None:
    chat.send(pinned_message={"message_id": 1})
    chat.say("/start")
    assert len(chat.bubbles) == 1


# --- groups, and people who are gone ---


def test_a_group_gets_one_kind_sentence_with_a_link_and_no_conversation(chat: Chat) -> None:
    group = Chat(chat.api, chat.token, id=-chat.id, type="supergroup")
    member = {"status": "member", "user": {"id": 666, "is_bot": True}}
    group.update(my_chat_member={"chat": group._where["chat"], "from": {"id": 1}, "new_chat_member": member})
    group.until("private chat")
    for text in ("/start", COOK, "hello"):
        group.write(text)
    group.tap("Yes", message=7, data="1.0")
    assert "Shall we start" in chat.say("/start")
    group._look(0)
    assert len(group.bubbles) == 1
    assert "https://t.me/TestNameBot" in group.texts[0]


def test_somebody_who_blocked_the_bot_is_no_error(chat: Chat, logs: list[Path]) -> None:
    chat.say("/start")
    incidents = sum(log.read_text().count("incident") for log in logs)
    chat.api.refuse("sendMessage", 403, chat=chat.id, description="Forbidden: bot was blocked by the user")
    chat.write(COOK)
    chat.until(lambda: any(call["status"] == 403 for call in chat.calls))
    chat.update(
        my_chat_member={"chat": chat._where["chat"], "from": {"id": 1}, "new_chat_member": {"status": "kicked"}}
    )
    # Back again, they go on where they were.
    assert "line cook" in chat.say("/status")
    assert sum(log.read_text().count("incident") for log in logs) == incidents


# --- deletion ---


def test_delete_removes_everything_and_says_what_telegram_keeps(chat: Chat, database: Path) -> None:
    chat.say("/start begin")
    chat.say(COOK)
    chat.say("/delete")
    chat.until("kept by Telegram")
    assert all("reply_markup" not in bubble["parameters"] for bubble in chat.bubbles[-2:])
    assert f"telegram-{chat.id}".encode() not in kept_in(database)
    assert "line cook" not in chat.say("/status")
