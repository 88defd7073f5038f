"""A correction names the old value, and the job it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from nlu.contrasts import rejected
from nlu.corrections import read_corrections
from nlu.facts import Fact
from nlu.reader import read as read_all
from nlu.text import Text

TODAY = date(2026, 11, 22)


def read(message: str) -> list[Fact]:
    return list(read_all(message, TODAY))


def change(message: str) -> tuple[dict[str, Any], Mapping[str, Any] | None]:
    (fact,) = [fact for fact in read(message) if fact.kind != "job_ref"]
    return dict(fact.value), fact.replaces


def job(message: str) -> list[dict[str, Any]]:
    return [dict(fact.value) for fact in read(message) if fact.kind == "job_ref"]


@pytest.mark.parametrize(
    ("message", "new", "old"),
    [
        ("speaking was 7.5 not 6.5", {"speaking": "7.5"}, {"speaking": "6.5"}),
        ("not 6.5 but 7 in speaking", {"speaking": "7"}, {"speaking": "6.5"}),
        ("listening is not 7 it is 8", {"listening": "8"}, {"listening": "7"}),
        ("change writing from 6 to 7", {"writing": "7"}, {"writing": "6"}),
        ("speaking 6.5 sorry 7", {"speaking": "7"}, {"speaking": "6.5"}),
        ("writing 6 instead of 7", {"writing": "6"}, {"writing": "7"}),
        ("change writing to 7", {"writing": "7"}, None),
        ("celpip not ielts", {"test": "celpip_general"}, {"test": "ielts_general_training"}),
        (
            "no it was celpip not ielts",
            {"test": "celpip_general"},
            {"test": "ielts_general_training"},
        ),
        (
            "replace ielts with celpip",
            {"test": "celpip_general"},
            {"test": "ielts_general_training"},
        ),
        ("oops i meant celpip", {"test": "celpip_general"}, None),
        ("it was 22 hours not 32", {"per_week": "22"}, {"per_week": "32"}),
        ("22 hours instead of 32 hours", {"per_week": "22"}, {"per_week": "32"}),
        ("not march, april", {"date": "2026-04"}, {"date": "2026-03"}),
        ("it was march not april", {"date": "2026-03"}, {"date": "2026-04"}),
        ("put june instead of july", {"date": "2026-06"}, {"date": "2026-07"}),
        (
            "it was 12 months not 10 months",
            {"amount": "12", "unit": "month"},
            {"amount": "10", "unit": "month"},
        ),
    ],
)
def test_the_new_value_stands_and_names_the_old(message: str, new: dict[str, Any], old: dict[str, Any] | None) -> None:
    value, replaces = change(message)
    assert value == new
    assert (dict(replaces) if replaces else None) == old


def test_a_month_taken_back_is_named_on_the_side_that_changes() -> None:
    value, replaces = change("actually i started in june not may")
    assert value["start"] == "2026-06"
    assert replaces == {"start": "2026-05"}
    value, replaces = change("the first job ended in july not june")
    assert value["end"] == "2026-07"
    assert replaces == {"end": "2026-06"}


def test_a_place_taken_back_is_replaced() -> None:
    value, replaces = change("sorry i live in alberta not bc")
    assert value["province"] == "AB"
    assert replaces is not None
    assert replaces["province"] == "BC"


def test_the_scores_that_were_right_stay_beside_the_one_that_was_not() -> None:
    value, replaces = change("listening 8 reading 7 writing 6 (not 6.5) speaking 7")
    assert value == {"listening": "8", "reading": "7", "writing": "6", "speaking": "7"}
    assert replaces == {"writing": "6.5"}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("i said employee but i got T4A", [True]),
        ("i said no to student but i was student till april", [True]),
        ("i said i never studied but i did for 4 months", []),
    ],
)
def test_what_is_only_quoted_from_before_is_no_fact(message: str, expected: list[bool]) -> None:
    assert [fact.value["present"] for fact in read(message) if fact.kind == "exclusion"] == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the second job ended in march", [{"position": 2}]),
        ("second one", [{"position": 2}]),
        ("my 1st job was 20 hours", [{"position": 1}]),
        ("last one", [{"position": -1}]),
        ("the last job was 20 hours", [{"position": -1}]),
        ("job 2 was 20 hours", [{"position": 2}]),
        ("job no. 3", [{"position": 3}]),
        ("the first started in may 2024", [{"position": 1}]),
        ("dernier emploi", [{"position": -1}]),
        ("my cook job was 30h", [{"title": "cook"}]),
        ("the tims one was 20 hours", [{"title": "tims"}]),
        ("my kitchen helper job ended in june", [{"title": "kitchen helper"}]),
        ("my full time job", []),
        ("my new job", []),
        ("last month", []),
        ("the first time", []),
        ("2 jobs", []),
        ("does my second job count", []),
        ("job 8 hours a day", []),
    ],
)
def test_a_job_is_known_by_its_place_or_its_title(message: str, expected: list[dict[str, Any]]) -> None:
    assert job(message) == expected


def test_without_a_correction_nothing_changes() -> None:
    facts = [Fact("hours", {"per_week": "40"}, 0, 2)]
    assert read_corrections(Text.of("40 hours a week as cook"), facts) == facts


def test_a_denial_without_a_new_value_takes_the_old_one_back() -> None:
    facts = [Fact("hours", {"per_week": "40"}, 10, 18)]
    assert read_corrections(Text.of("it is not 40 hours"), facts) == []


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("7.5 not 6.5", "6.5"),
        ("not in march but april", "march"),
        ("instead of 32", "32"),
        ("change it from 6 to 7", "6"),
        ("you wrote cook but im chef", "cook"),
    ],
)
def test_what_is_taken_back_is_known_by_where_it_starts(message: str, what: str) -> None:
    at = message.index(what)
    assert rejected(message).holds(at, at + len(what))


def test_a_move_or_a_promotion_takes_nothing_back() -> None:
    assert rejected("i moved from toronto to calgary").starts == frozenset()
    assert rejected("changed from cook to supervisor in 2024").starts == frozenset()


def test_a_new_date_for_an_end_that_is_taken_back_is_an_end() -> None:
    (period,) = [
        fact for fact in read("i said until december 2024 but it was 17 january 2025") if fact.kind == "period"
    ]
    assert (period.value["start"], period.value["end"]) == (None, "2025-01-17")
    assert period.replaces == {"start": None, "end": "2024-12", "ongoing": False}


@pytest.mark.parametrize("said", ["it is celpip hindi ielts", "I no mean ielts o, na celpip I write"])
def test_not_in_other_languages_takes_back_what_follows(said: str) -> None:
    (test,) = [fact for fact in read(said) if fact.kind == "test"]
    assert test.value["test"] == "celpip_general"


@pytest.mark.parametrize(
    "message",
    [
        "oops in my first message i wrote since june 2024 but is june 2025",
        "dije desde junio 2024 pero es junio 2025",
    ],
)
def test_a_new_day_for_a_job_that_goes_on_leaves_it_going_on(message: str) -> None:
    (told,) = (fact for fact in read_all(message, TODAY) if fact.kind == "period")
    assert told.value == {"start": "2025-06", "end": None, "ongoing": True}
    assert told.replaces is not None
