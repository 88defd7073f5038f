"""What a message supposes is read apart from what it tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from nlu.reader import read
from nlu.suppositions import suppositions

TODAY = date(2026, 11, 22)


def supposed(message: str, *, is_asked: bool = False) -> dict[str, Any] | None:
    """The facts that a message supposes, by kind."""
    found = suppositions(message, TODAY, is_asked=is_asked)
    return None if found is None else {fact.kind: dict(fact.value) for fact in found.facts}


@pytest.mark.parametrize(
    ("message", "facts"),
    [
        ("what if I work 40 hours?", {"hours": {"per_week": "40"}}),
        ("wat if i do 15 hours only", {"hours": {"per_week": "15"}}),
        ("what if i work 20 hours from march", {"since": {"date": "2027-03"}, "hours": {"per_week": "20"}}),
        ("what if I quit in January", {"ends": {"date": "2027-01"}}),
        ("what happens if i lose my job", {"ends": {"date": None}}),
        ("and what if my contract ends on 31 december", {"ends": {"date": "2026-12-31"}}),
        ("what if i get laid off in 2 months", {"ends": {"date": "2027-01-22"}}),
        ("what if i leave my job next month", {"ends": {"date": "2026-12"}}),
        ("what if i get 6.5 in writing", {"scores": {"writing": "6.5"}}),
        ("if i apply in june", {"applies": {"date": "2027-06"}}),
        ("if i apply in june will i qualify", {"applies": {"date": "2027-06"}}),
        ("what if i apply on 1 march 2028", {"applies": {"date": "2028-03-01"}}),
        ("what happens if i wait until june to apply", {"applies": {"date": "2027-06"}}),
        ("what if my NOC is 62020", {"noc": {"code": "62020"}}),
        (
            "what if i start studying full time in september",
            {"studies": {"date": "2027-09", "part_time": False}},
        ),
        ("what if i go back to school part time", {"studies": {"date": None, "part_time": True}}),
        (
            "what if I get a second job as a cook, 20 hours a week from december",
            {
                "starts": {"date": "2026-12", "beside": True},
                "title": {"title": "cook"},
                "hours": {"per_week": "20"},
            },
        ),
    ],
)
def test_a_supposition_is_read_as_if_it_were_told(message: str, facts: dict[str, Any]) -> None:
    assert supposed(message) == facts


@pytest.mark.parametrize(
    "message",
    [
        "can i leave my job after i get the invitation",
        "what if i quit after i apply",
        "what if they refuse after ITA",
        "line cook since may 2024, 40 hours",
        "do i need a job offer",
        "i quit in january",
    ],
)
def test_what_is_told_or_asked_of_the_process_is_no_supposition(message: str) -> None:
    assert supposed(message) is None


def test_whoever_was_asked_what_to_suppose_need_not_say_if() -> None:
    assert supposed("quit in january", is_asked=True) == {"ends": {"date": "2027-01"}}


def test_unpaid_leave_is_not_leaving_the_job() -> None:
    assert "ends" not in (supposed("what if i take unpaid leave") or {})


def test_only_what_is_supposed_is_read_and_not_what_is_told_before_it() -> None:
    assert supposed("i work 30 hours. what if i work 20 hours") == {"hours": {"per_week": "20"}}


def test_how_things_were_is_told_from_how_they_will_be() -> None:
    was = suppositions("what if i was working 20 hours", TODAY)
    will_be = suppositions("what if i work 20 hours", TODAY)

    assert was is not None
    assert was.is_all_along
    assert will_be is not None
    assert not will_be.is_all_along


@pytest.mark.parametrize(
    "message", ["what if I work 40 hours?", "what if i get 6.5 in writing", "what if i quit in january"]
)
def test_nothing_that_is_supposed_is_taken_for_a_fact(message: str) -> None:
    assert read(message, TODAY) == ()
