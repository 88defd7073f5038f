"""A conversation in a terminal: what is shown, and what a typed line becomes."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Callable
from typing import Any

import pytest

from scripts.terminal import Terminal

REPLY = {
    "text": "Were you authorized to work?",
    "buttons": [
        {"title": "Yes", "payload": '/choose{"key": "yes"}'},
        {"title": "Not sure", "payload": '/choose{"key": "unsure"}'},
    ],
}

Typed = Callable[..., list[str]]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """What the bot is sent when these lines are typed after this reply."""

    def messages(*lines: str, after: dict[str, Any] = REPLY) -> list[str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        terminal = Terminal()
        sent = [asyncio.run(terminal.read(after))]
        while True:
            try:
                sent.append(asyncio.run(terminal.read(None)))
            except EOFError:
                return sent

    return messages


def test_a_reply_is_shown_with_a_letter_for_each_button(typed: Typed, capsys: pytest.CaptureFixture[str]) -> None:
    typed("b")
    shown = capsys.readouterr().out
    assert shown.startswith("Were you authorized to work?\n  a  Yes\n  b  Not sure\n")


@pytest.mark.parametrize("line", ["b", "B", " b ", "not sure"])
def test_a_button_is_chosen_by_its_letter_or_its_words(typed: Typed, line: str) -> None:
    assert typed(line) == ['/choose{"key": "unsure"}']


@pytest.mark.parametrize("line", ["I work as a cook, 30 hours a week", "2", "c", "/stop"])
def test_anything_else_is_sent_as_it_was_typed(typed: Typed, line: str) -> None:
    assert typed(line) == [line]


def test_a_button_can_be_chosen_only_in_answer_to_its_reply(typed: Typed) -> None:
    assert typed("hello", "b") == ["hello", "b"]


def test_an_empty_line_is_not_sent(typed: Typed) -> None:
    assert typed("", "  ", "hello") == ["hello"]


def test_buttons_of_two_replies_in_one_turn_have_letters_of_their_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("c\n"))
    terminal = Terminal()
    terminal.show(REPLY)
    other = {"text": "Or:", "buttons": [{"title": "Start over", "payload": "/start_over"}]}
    assert asyncio.run(terminal.read(other)) == "/start_over"
    assert "  c  Start over\n" in capsys.readouterr().out


def test_a_terminal_that_does_not_tell_its_width_is_written_to_all_the_same(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((0, 0)))
    typed("hi")
    assert "Were you authorized to work?\n" in capsys.readouterr().out


def test_long_replies_are_broken_between_words(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    typed("hi", after={"text": "This is information and not legal advice."})
    assert "This is information and not\nlegal advice.\n" in capsys.readouterr().out
