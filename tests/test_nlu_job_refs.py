"""Which job a correction speaks of, the bare hours beside its name, and what is asked to be corrected."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.facts import Fact
from nlu.reader import read as read_all

TODAY = date(2026, 11, 22)


def read(message: str, asked: str | None = None) -> list[Fact]:
    return list(read_all(message, TODAY, asked))


def hours_by_job(message: str) -> list[tuple[object, str]]:
    """The place or title of each job named, with the hours told of it."""
    facts = read(message)
    named = {fact.job: next(iter(fact.value.values())) for fact in facts if fact.kind == "job_ref"}
    return [(named[fact.job], fact.value["per_week"]) for fact in facts if fact.kind == "hours" and not fact.ambiguous]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("sorry the first job was 30 hours, and the second one was 18", [(1, "30"), (2, "18")]),
        ("my first job was 40 hours and my second was 24", [(1, "40"), (2, "24")]),
        ("first job 37.5 hours and the last one 20, i mixed them", [(1, "37.5"), (-1, "20")]),
        (
            "the server job was only 15 a week not 20, and supervisor one was 24",
            [("server", "15"), ("supervisor", "24")],
        ),
        ("cook one is 30 hours and the cashier one 12", [("cook", "30"), ("cashier", "12")]),
    ],
)
def test_a_bare_figure_beside_a_named_job_is_its_hours(message: str, told: list[tuple[object, str]]) -> None:
    assert hours_by_job(message) == told


@pytest.mark.parametrize(
    "message",
    [
        "first job was 40 hours, the second one 2 years",
        "second job was 2024",
        "the second one was in 2025, first job 30h",
    ],
)
def test_a_year_or_a_length_beside_a_named_job_is_no_hours(message: str) -> None:
    assert {fact.value["per_week"] for fact in read(message) if fact.kind == "hours"} <= {"40", "30"}


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("pardon: le poste de caissier, c'etait 15 h et non 25", "caissier"),
        ("leave ended 15 september not 15 august, and supervisor job is in airdrie", "supervisor"),
    ],
)
def test_a_correction_names_its_job_by_the_title(message: str, title: str) -> None:
    facts = read(message)
    assert [fact.value for fact in facts if fact.kind == "job_ref"] == [{"title": title}]
    assert not any(fact.kind == "title" for fact in facts)


@pytest.mark.parametrize(
    ("message", "hours"),
    [
        ("can you change 2nd job to 25h", "25"),
        ("could u pls update my hours to 37.5", "37.5"),
        ("pls change hours of second job to 25", "25"),
    ],
)
def test_a_request_to_correct_is_no_question(message: str, hours: str) -> None:
    assert [fact.value for fact in read(message) if fact.kind == "hours"] == [{"per_week": hours}]


def test_what_can_be_done_is_still_a_question() -> None:
    assert not read("can i change my job to 40 hours?")


@pytest.mark.parametrize(
    ("message", "end"),
    [
        ("parental leave was till 9 january 2026, i said february 2026", "2026-01-09"),
        ("the study was jan 2025 to aug 2025, full time at humber, not until december", "2025-08"),
    ],
)
def test_the_end_that_is_taken_back_is_no_fact(message: str, end: str) -> None:
    (fact,) = read(message, "language")
    assert fact.kind == "exclusion"
    assert fact.value["end"] == end


def test_what_was_said_is_the_answer_where_nothing_else_is_told() -> None:
    assert [fact.value for fact in read("NO I SAID 22 HOURS", "more_jobs")] == [{"per_week": "22"}]
