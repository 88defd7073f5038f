"""Hours a week, as applicants write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.facts import Fact
from nlu.hours import read_hours
from nlu.text import Text

TODAY = date(2026, 11, 22)


def hours(message: str) -> list[Fact]:
    return read_hours(Text.of(message), TODAY)


def only(message: str) -> Fact:
    found = hours(message)
    assert len(found) == 1, f"{message!r} should tell hours once, not {found}"
    return found[0]


EXACT = [
    ("40h", "40"),
    ("40hrs", "40"),
    ("40 hrs a week", "40"),
    ("40hrs/wk", "40"),
    ("37.5/wk", "37.5"),
    ("36,25 h", "36.25"),
    ("34 hrs/wk abt", "34"),
    ("about 35 hours", "35"),
    ("aprox 25 hrs", "25"),
    ("15 hrs weekly", "15"),
    ("40 per week", "40"),
    ("40 hour week", "40"),
    ("40 hours work week", "40"),
    ("weekly 40 hours", "40"),
    ("each week 40 hours", "40"),
    ("hours per week: 37.5", "37.5"),
    ("hours: 40", "40"),
    ("hours should be 32", "32"),
    ("change my hours to 37.5", "37.5"),
    ("thirty seven and a half hours", "37.5"),
    ("thirty-seven point five hours", "37.5"),
    ("twenty hours", "20"),
    ("37 1/2 hrs", "37.5"),
    ("37h30", "37.5"),
    ("37 hours 30 min a week", "37.5"),
    ("37h20 per week", "37.33"),
    ("40 hours per week, $22/hr", "40"),
    ("40 hours plus overtime", "40"),
    ("1560 hours needed, i do 22.5 hours weekly", "22.5"),
    # full and part time with a figure
    ("fulltime 37.5hr", "37.5"),
    ("full time 40 hours", "40"),
    ("full time (40)", "40"),
    ("full time like 38 hours", "38"),
    ("40 full time", "40"),
    ("ft 40", "40"),
    ("part time 18h", "18"),
    ("part time 12 hours", "12"),
    ("pt 20hr", "20"),
    # days and shifts
    ("5 days x 7.5", "37.5"),
    ("7.5 x 5", "37.5"),
    ("5x8", "40"),
    ("8 hours a day 5 days", "40"),
    ("8 hrs daily 5 days a week", "40"),
    ("8h/day x5", "40"),
    ("5 days a week 8 hours", "40"),
    ("6 days a week, 8 hrs each", "48"),
    ("4 days of 10 hours", "40"),
    ("4 evenings 5 hours each", "20"),
    ("three 12s", "36"),
    ("3 12-hour shifts a week", "36"),
    ("12 hour shifts 3 per week", "36"),
    ("4 shifts of 9 hrs", "36"),
    ("mon-fri 8 hours", "40"),
    ("8 hours mon to fri", "40"),
    ("8h par jour du lundi au vendredi", "40"),
    ("8 horas de lunes a viernes", "40"),
    ("saturday and sunday 8 hours each", "16"),
    # fortnights, months, years
    ("70 every two weeks", "35"),
    ("75 biweekly", "37.5"),
    ("75 aux deux semaines", "37.5"),
    ("75 h toutes les deux semaines", "37.5"),
    ("75 hrs bi-weekly", "37.5"),
    ("2 weeks 84 hours", "42"),
    ("160 a month", "36.92"),
    ("160 hours monthly", "36.92"),
    ("130 hours a month", "30"),
    ("1950 hours a year", "37.5"),
    ("0.6 fte of 37.5", "22.5"),
    # other languages
    ("35 heures par semaine", "35"),
    ("35h/semaine", "35"),
    ("temps partiel 20h", "20"),
    ("40 horas", "40"),
    ("40 ghante", "40"),
    # beside other things
    ("since may 24 40 hrs", "40"),
    ("since may 24 full time 37.5hr", "37.5"),
    ("1 year full time 40hrs", "40"),
    ("20 hrs off campus", "20"),
]


@pytest.mark.parametrize(("message", "per_week"), EXACT)
def test_hours_are_told_by_the_week(message: str, per_week: str) -> None:
    fact = only(message)
    assert fact.value == {"per_week": per_week}
    assert not fact.ambiguous


@pytest.mark.parametrize(
    ("message", "per_week"),
    [
        ("full time", "30"),
        ("full-time permanent", "30"),
        ("f/t", "30"),
        ("temps plein", "30"),
        ("tiempo completo", "30"),
        ("1.0 fte", "30"),
        ("40+ hours", "40"),
        ("over 30 hrs", "30"),
        ("more than 30 hours", "30"),
        ("minimum 32", "32"),
        ("minimum 32 hours", "32"),
        ("atleast 35", "35"),
        ("30 or more hours", "30"),
        (">30 hours", "30"),
        ("40+", "40"),
    ],
)
def test_a_lower_bound_is_at_least_so_many(message: str, per_week: str) -> None:
    fact = only(message)
    assert fact.value == {"per_week": per_week, "at_least": True}
    assert not fact.ambiguous


@pytest.mark.parametrize(
    ("message", "readings"),
    [
        ("25-30 hrs", ["25", "30"]),
        ("between 25 and 30 hours", ["25", "30"]),
        ("30 to 25 hours a week", ["25", "30"]),
        ("8 to 10 hours a day 5 days", ["40", "50"]),
        ("0.6 FTE", ["22.5", "24"]),
        ("80 per pay period", ["36.92", "40"]),
        ("80 hours", ["40", "80"]),
        ("9 to 5 mon-fri", ["37.5", "40"]),
        ("mon-sat 10am to 6pm", ["45", "48"]),
    ],
)
def test_two_possible_figures_are_asked_the_lower_first(message: str, readings: list[str]) -> None:
    fact = only(message)
    assert fact.ambiguous
    assert [reading["per_week"] for reading in fact.readings] == readings


@pytest.mark.parametrize(
    "message",
    [
        "8 hours a day",
        "8 hours",
        "ten hours a day",
        "12 hour shifts",
        "12 hours every day",
        "five days a week",
        "rotating shifts",
        "hours vary",
        "depends",
        "casual",
        "on call shifts",
        "part time",
        "not full time",
        "part time or full time",
        "9 to 5",
        "12 hr shifts, 2 days 2 nights 4 off",
        "7 on 7 off",
        "almost 30 hours",
        "less than 30 hours",
        "up to 20 hours",
        "max 24 hours a week",
        "40 hours but it varies",
    ],
)
def test_hours_that_are_not_settled_are_asked_openly(message: str) -> None:
    fact = only(message)
    assert fact.ambiguous
    assert fact.readings == ()


def test_part_time_without_a_figure_says_so() -> None:
    assert only("part time").value == {"per_week": None, "part_time": True}


@pytest.mark.parametrize(
    "message",
    [
        "$25 an hour",
        "25/hr",
        "25 per hour",
        "$800 a week",
        "800 a week",
        "3000 a month",
        "salary 24.50 per hour",
        "30 min",
        "416-555-1234",
        "ielts 7.5",
        "in 2 weeks",
        "paid every 2 weeks",
        "first 2 weeks",
        "1560 hours",
        "24/7",
        "two part time jobs are ok",
        "full time student",
        "studying full time",
        "i was enrolled full time in the masters",
        "full time means what",
        "2 full time jobs",
        "with one hour break",
        "since may 2024",
        "3 days vacation",
        "2022-2023",
        "noc 63200",
        "age 34",
    ],
)
def test_other_figures_are_no_hours(message: str) -> None:
    assert [fact for fact in hours(message) if fact.value["per_week"] not in (None, "30")] == []


@pytest.mark.parametrize(
    "message",
    [
        "full time student",
        "studying full time",
        "i was enrolled full time in the masters",
        "what is the full time definition",
    ],
)
def test_full_time_study_is_no_full_time_work(message: str) -> None:
    assert hours(message) == []


@given(st.decimals(13, 60, places=2))
def test_a_figure_comes_back_to_the_last_digit(figure: Decimal) -> None:
    assert Decimal(only(f"{figure} hours per week").value["per_week"]) == figure


@given(st.integers(1, 7), st.decimals(1, 12, places=1))
def test_days_times_hours_are_exact(days: int, hours_a_day: Decimal) -> None:
    assert Decimal(only(f"{hours_a_day} hours a day {days} days").value["per_week"]) == days * hours_a_day


@given(st.integers(40, 300))
def test_a_month_is_cut_and_never_rounded_up(hours_a_month: int) -> None:
    per_week = Decimal(only(f"{hours_a_month} hours a month").value["per_week"])
    assert per_week * 52 <= hours_a_month * 12
    assert (per_week + Decimal("0.01")) * 52 > hours_a_month * 12


def test_shifts_that_differ_by_week_are_asked() -> None:
    fact = only("10 hr shifts 4 days one week, 3 days next")
    assert fact.ambiguous
    assert {"per_week": "30"} in fact.readings


def test_full_time_studies_in_french_are_no_hours_of_work() -> None:
    assert not hours("j'ai étudié à temps plein jusqu'en mai 2024")


def test_small_hours_beside_a_weeks_hours_or_on_weekends_are_of_a_week() -> None:
    assert [fact.value["per_week"] for fact in read_hours(Text.of("bookkeeper 20 hours, cashier 12 hours"), TODAY)] == [
        "20",
        "12",
    ]
    (alone,) = read_hours(Text.of("cashier 12 hours"), TODAY)
    assert alone.ambiguous
    (weekend,) = read_hours(Text.of("weekend cashier 12 hours"), TODAY)
    assert not weekend.ambiguous


def test_twenty_hours_are_no_shift() -> None:
    assert [fact.value["per_week"] for fact in read_hours(Text.of("20 hours 5 days"), TODAY)] == ["20"]


@pytest.mark.parametrize(
    ("message", "per_week"),
    [
        ("every week 5 day every day 7 hour", "35"),
        ("5 dias a la semana, cada dia 8 horas", "40"),
        ("7h30 par jour du lundi au vendredi", "37.5"),
        ("from 8 to 4.30 mon-fri with half hour lunch unpaid", "40"),
        ("8am to 4:30pm monday to friday, 1 hour unpaid lunch", "37.5"),
        ("75 per pay period, we are paid every two weeks", "37.5"),
        ("20 hours evenings and weekends", "20"),
        ("change the second job to 25 hours pls", "25"),
        ("週30h", "30"),
    ],
)
def test_days_clock_times_and_pay_periods_come_to_a_week(message: str, per_week: str) -> None:
    assert only(message).value == {"per_week": per_week}
    assert not only(message).ambiguous


def test_never_less_than_is_a_lower_bound_and_up_to_is_to_be_asked() -> None:
    assert only("never less than 35").value == {"per_week": "35", "at_least": True}
    assert only("minimum 35 some weeks more").value == {"per_week": "35", "at_least": True}
    assert only("up to 25 hours").ambiguous
