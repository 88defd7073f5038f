"""Hours a week told without a word for them. Today is 22 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import read

TODAY = date(2026, 11, 22)


def weeks(message: str, asked: str | None = None) -> list[tuple[str, int | None]]:
    """Hours a week and the job of each."""
    return [(fact.value["per_week"], fact.job) for fact in read(message, TODAY, asked) if fact.kind == "hours"]


@pytest.mark.parametrize(
    "message",
    [
        "registered nurse, st. john's NL, since November 2025, 37.5",
        "bookkeeper, 2025.3.1 til now, 37.5, pgwp, celpip 8 7 8 7",
        "pte core 60 60 60 60, cook since 2024 march, 37.5",
    ],
)
def test_a_figure_with_half_an_hour_beside_a_job_is_its_week(message: str) -> None:
    assert weeks(message) == [("37.5", 0)]


@pytest.mark.parametrize(
    "message",
    [
        "cook since may 2024, wage 22.5",
        "cook since may 2024, 22.50",
        "maria 35, cook since may 2024",
        "cook since may 2024, toronto, store 45",
        "my score is 37.5",
    ],
)
def test_wages_ages_and_numbers_of_shops_are_no_hours(message: str) -> None:
    assert weeks(message) == []


@pytest.mark.parametrize(
    "message",
    [
        "Correction: the first job was 30 hours, and the second one was 18.",
        "my first job was 30 hours and the last one 18, i mixed them",
        "cook 30 hours till may 2025, then baker since june 2025, 18",
    ],
)
def test_the_word_hours_said_of_one_job_is_said_of_the_next(message: str) -> None:
    assert weeks(message) == [("30", 0), ("18", 1)]


@pytest.mark.parametrize("message", ["hours were 30 now 40", "20 hours during school, 40 in summer"])
def test_hours_that_changed_are_to_be_asked(message: str) -> None:
    (hours,) = [fact for fact in read(message, TODAY, "job_hours") if fact.kind == "hours"]
    assert hours.ambiguous
    assert len(hours.readings) == 2


def test_an_age_after_the_next_job_is_no_hours() -> None:
    assert weeks("cook 30 hours till may 2025, then baker since june 2025, i am 40 years old") == [("30", 0)]


def test_a_figure_of_both_places_is_the_week_of_each() -> None:
    message = "electrician jan 2024 till may 2025 and then edmonton also electrician since june 2025. 40 both places"
    assert weeks(message) == [("40", 0), ("40", 1)]
