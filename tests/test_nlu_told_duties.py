"""What people say they mostly do, beside what their job is called."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import read

TODAY = date(2026, 11, 22)


def told(message: str, asked: str | None = None) -> dict[str, list[str]]:
    """The titles and the duties read from a message."""
    facts = read(message, TODAY, asked)
    return {
        "titles": [fact.value["title"] for fact in facts if fact.kind == "title"],
        "duties": [fact.value["text"] for fact in facts if fact.kind == "duties"],
    }


@pytest.mark.parametrize(
    ("message", "title", "duties"),
    [
        ("shift lead at tims, mostly on the till, since may 2024", "shift lead", "on the till"),
        ("i am supervisor but mostly i clean rooms", "supervisor", "clean rooms"),
        ("office manager, in reality i answer phones", "office manager", "answer phones"),
    ],
)
def test_duties_are_read_beside_the_title(message: str, title: str, duties: str) -> None:
    assert told(message) == {"titles": [title], "duties": [duties]}


def test_a_title_among_the_duties_is_no_second_job() -> None:
    assert told("assistant manager but mostly cook at a diner since june 2024")["titles"] == ["assistant manager"]


@pytest.mark.parametrize("message", ["cook mostly in calgary", "cook, mostly 40 hours", "cook, mostly nights"])
def test_what_is_no_work_is_no_duty(message: str) -> None:
    assert told(message)["duties"] == []
