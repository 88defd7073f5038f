"""Dates as they are written around the world, until-now words of many languages, and answers about a job's end.

Today is 22 November 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from nlu.facts import Fact
from nlu.reader import read

TODAY = date(2026, 11, 22)


def periods(message: str, asked: str | None = None) -> list[Fact]:
    return [fact for fact in read(message, TODAY, asked) if fact.kind == "period"]


def told(message: str, asked: str | None = None) -> list[str]:
    """ "2024-05>2025-06" or "2024-05>now" for each period, "?" behind what must be asked."""
    return [
        f"{fact.value['start'] or ''}>{'now' if fact.value['ongoing'] else fact.value['end'] or ''}"
        + ("?" if fact.ambiguous else "")
        for fact in periods(message, asked)
    ]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("from 2024 march to 2025 june 40 hrs", "2024-03>2025-06"),
        ("since 2025 january 38 hrs", "2025-01>now"),
        ("2025 feb 10 onwards 40 hrs week", "2025-02-10>now"),
        ("2024 march 5 - 2025 june 12", "2024-03-05>2025-06-12"),
        ("2023 march - 2023 october 40h", "2023-03>2023-10"),
        ("2024.10.07~2026.09.30", "2024-10-07>2026-09-30"),
        ("2024. 3. 18 ~ now", "2024-03-18>now"),
        ("2025/1/6-2025/4/25", "2025-01-06>2025-04-25"),
        ("2024-06-01-2025-03-31", "2024-06-01>2025-03-31"),
        ("24.12.2 to 26.11.15", "2024-12-02>2026-11-15"),
        ("25/7/2024～now", "2024-07-25>now"),
        ("2024年3月5日至今", "2024-03-05>now"),
        ("从2024年6月到2025年12月", "2024-06>2025-12"),
        ("2024년 3월부터 2025년 6월까지", "2024-03>2025-06"),
    ],
)
def test_a_date_may_begin_with_its_year(message: str, expected: str) -> None:
    assert told(message) == [expected]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("21 oct 2024 ton ajj tak", "2024-10-21>now"),
        ("jun 24 - ab tak", "2024-06>now"),
        ("may 2024 se le kar ab tak", "2024-05>now"),
        ("july 2024 ton august 2025 tak", "2024-07>2025-08"),
        ("mula march 2024 hanggang june 2025", "2024-03>2025-06"),
        ("desde marzo de 2024 hasta junio de 2025", "2024-03>2025-06"),
        ("empecé el 8 de enero de 2025 y sigo ahí", "2025-01-08>now"),
        ("entré en agosto del 2024 y todavía estoy", "2024-08>now"),
        ("de março de 2024 até junho de 2025", "2024-03>2025-06"),
        ("с июня 2024 по настоящее время", "2024-06>now"),
        ("з березня 2024 до травня 2025", "2024-03>2025-05"),
        ("march 2024 reach now", "2024-03>now"),
        ("2025 sept again same store until now", "2025-09>now"),
    ],
)
def test_until_now_is_said_in_many_languages(message: str, expected: str) -> None:
    assert told(message, "job_period") == [expected]


@pytest.mark.parametrize(
    "message", ["2 years 3 months ho gaye", "2 years and 3 months na po ngayon", "2 saal 3 mahine ho gaye"]
)
def test_so_long_by_now_is_a_job_still_held(message: str) -> None:
    assert told(message, "job_period") == ["2024-08>now"]


def test_half_years_are_counted_and_whole_years_are_asked() -> None:
    assert told("depuis 2 ans et demi", "job_period") == ["2024-05>now"]
    assert told("desde hace dos años y medio", "job_period") == ["2024-05>now"]
    assert told("depuis 2 ans", "job_period") == ["2024-11>now?"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("April, last year", "2025-04>"),
        ("abril del año pasado", "2025-04>"),
        ("avril de l'année dernière", "2025-04>"),
        ("april noong nakaraang taon", "2025-04>"),
        ("i join 1 july last year. still there", "2025-07-01>now"),
        ("ay mali, june 2024 pala start ko hindi july", "2024-06>"),
        ("3 years ago start, still", "2023-11>now?"),
    ],
)
def test_a_start_is_told_in_any_order(message: str, expected: str) -> None:
    assert told(message, "job_period") == [expected]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("september 15, they close the shop", ">2026-09-15"),
        ("february 28, company go bankrupt", ">2026-02-28"),
        ("hasta el 30 de abril de 2024", ">2024-04-30"),
        ("15-ago-2026", ">2026-08-15"),
        ("last month 14th", ">2026-10-14"),
        ("It ended on the last day of July this year", ">2026-07-31"),
        ("still on it by God's grace", ">now"),
        ("i dey there still", ">now"),
        ("sigo trabajando", ">now"),
        ("abhi bhi wahi hu", ">now"),
        ("hindi pa tapos, andyan pa ako", ">now"),
        ("not finished yet", ">now"),
    ],
)
def test_an_answer_tells_when_a_job_ended_or_that_it_goes_on(message: str, expected: str) -> None:
    assert told(message, "job_end") == [expected]


@pytest.mark.parametrize(
    "message", ["still waiting for my record of employment", "still not sure", "i left, still fighting with them"]
)
def test_not_every_still_says_that_the_job_goes_on(message: str) -> None:
    assert told(message, "job_end") == []


def test_a_dated_layoff_that_answers_when_a_job_ended_is_no_break() -> None:
    facts = read("they layed me off 2 weeks before xmas last year, 11 december", TODAY, "job_end")
    assert [fact.kind for fact in facts] == ["period"]
    assert facts[0].value["end"] == "2025-12-11"


def test_an_end_told_without_tense_is_over_unless_it_comes_soon() -> None:
    assert told("my job finish in march") == [">2026-03"]
    assert told("my job finish in december") == [">2025-12?"]
    assert told("my job finishes in march") == [">2027-03"]


def test_a_month_without_work_parts_a_job_held_before_and_after_it() -> None:
    message = "Jan 8 2025 to now but february 2026 no work all month, restaurant renovation"
    assert told(message, "job_period") == ["2025-01-08>2026-01", "2026-03>now"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "i start mar 24 until end of october 24 then no work and they call me back in february 25, still there",
            ["2024-03>2024-10", "2025-02>now"],
        ),
        (
            "roofer. worked 8 apr 2024 - 29 nov 2024, laid off for winter, back 31 mar 2025 and still on",
            ["2024-04-08>2024-11-29", "2025-03-31>now"],
        ),
    ],
)
def test_being_called_back_begins_the_work_again(message: str, expected: list[str]) -> None:
    assert told(message, "job_period") == expected


@pytest.mark.parametrize(
    "message",
    [
        "my WHV finish january 9, how can i keep working after apply pr",
        "my permit expire 9 january, what can i do",
        "a job from 2022 does it still count for something",
        "how long pgwp valid if it start march 2024",
    ],
)
def test_dates_in_a_question_are_no_dates_of_work(message: str) -> None:
    assert told(message) == []


def test_figures_beside_a_date_stay_figures() -> None:
    assert told("teller, 37.5 h, 9 December 2024 to 12 June 2026") == ["2024-12-09>2026-06-12"]
    assert told("first one jan 2024 to feb 2025 40hrs") == ["2024-01>2025-02"]
    assert told("cook since 2024 may 40 hours") == ["2024-05>now"]


def test_a_start_and_an_end_in_one_breath_are_one_stretch() -> None:
    assert told("start 7 oct 2024, end 15 jan 2026", "job_period") == ["2024-10-07>2026-01-15"]
    assert told("start june 2024, end june 2025", "job_period") == ["2024-06>2025-06"]
    assert told("i am there from 6 january 2025", "job_period") == ["2025-01-06>now"]
    assert told("oct. 2024 (still employed)", "job_period") == ["2024-10>now"]


def test_a_job_that_will_start_is_asked_about() -> None:
    assert told("i will start 1 december", "job_period") == ["2026-12-01>?"]


def test_some_days_of_a_month_are_not_the_whole_month() -> None:
    assert told("10 days in july 2025", "exclusion_period") == ["2025-07>2025-07?"]
