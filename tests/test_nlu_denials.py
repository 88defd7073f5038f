"""Denials of work that does not count stay denials, whatever stands beside them; questions deny nothing."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.facts import Fact
from nlu.reader import read as read_all

TODAY = date(2026, 11, 22)


def read(message: str, asked: str | None = None) -> list[Fact]:
    return list(read_all(message, TODAY, asked))


def said(message: str) -> dict[str, bool | None]:
    """Each reason told (True) or denied (False); None where it is asked."""
    facts = [fact for fact in read(message, "exclusions") if fact.kind == "exclusion"]
    return {fact.value["reason"]: None if fact.ambiguous else fact.value["present"] for fact in facts}


@pytest.mark.parametrize(
    "message",
    [
        "since march 25, full-time, not self employed, not student, no inadmissibility issue",
        "not self employed, not a student, no criminal record",
        "wala po, hindi ako full time student at hindi self employed",
        "studies no, freelance no, no police case",
        "no school no side business",
        "no estudié, no fui autónomo",
        "pas d'études, pas de travail autonome",
        "não estudei e não fui autônomo",
    ],
)
def test_each_of_several_denials_stands(message: str) -> None:
    assert said(message) == {"self_employed": False, "full_time_study": False}


@pytest.mark.parametrize(
    "message",
    [
        "it wasnt self employed my agency gave me T4",
        "i am not contractor company gives me paystubs",
        "never uber, always T4",
    ],
)
def test_a_t4_told_after_a_denial_is_not_denied_with_it(message: str) -> None:
    assert said(message) == {"self_employed": False}


def test_a_t4_that_was_never_given_is_asked_about() -> None:
    assert said("not self employed and not on payroll") == {"self_employed": None}


@pytest.mark.parametrize(
    "message",
    [
        "does coop job count?? nobody at my college can tell me",
        "no one in my university knows",
        "nobody in school told me",
    ],
)
def test_nobody_who_knows_denies_no_studies(message: str) -> None:
    assert said(message) == {}


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("whole december 2025 i worked remote from back home", "2025-12", "2025-12"),
        ("worked remote from sao paulo, november and december 2025", "2025-11", "2025-12"),
        ("travail à distance depuis casablanca en août 2025", "2025-08", "2025-08"),
        ("si, trabaje remoto fuera de canada del 3 al 28 de febrero 2025", "2025-02-03", "2025-02-28"),
        ("trabalhei remoto do brasil em janeiro de 2025", "2025-01", "2025-01"),
    ],
)
def test_days_worked_abroad_are_told_in_many_tongues(message: str, start: str, end: str) -> None:
    facts = [fact for fact in read(message, "exclusions") if fact.kind != "place"]
    value = {"reason": "abroad", "present": True, "start": start, "end": end}
    assert [(fact.kind, fact.value) for fact in facts] == [("exclusion", value)]


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("lab technician, volunteer jan 2025 to june 2025 35h", "2025-01", "2025-06"),
        ("unpaid internship as web developer may 2024 to aug 2024, 37.5h", "2024-05", "2024-08"),
        ("warehouse worker 44 hr, jan 2024 to present, refugee claimant", "2024-01", None),
        ("cashier part time while studying full time, sept 2022 to april 2024", "2022-09", "2024-04"),
    ],
)
def test_work_that_does_not_count_keeps_its_days(message: str, start: str, end: str | None) -> None:
    (period,) = [fact for fact in read(message) if fact.kind == "period"]
    assert (period.value["start"], period.value["end"]) == (start, end)


def test_a_claim_that_has_days_of_its_own_is_no_job() -> None:
    starts = [
        fact.value["start"]
        for fact in read("refugee claimant since jan 2024, warehouse worker since june 2024")
        if fact.kind == "period"
    ]
    assert starts == ["2024-06"]


@pytest.mark.parametrize(
    "message",
    [
        "laid off for winter, work apr 2024 - nov 2024 and again apr 2025 - nov 2025, landscaping foreman 45h",
        "worked march to dec 2024, laid off jan to march 2025, then apr 2025 till now",
    ],
)
def test_a_layoff_between_two_stretches_is_no_leave(message: str) -> None:
    kinds = [fact.kind for fact in read(message)]
    assert kinds.count("period") == 2
    assert "exclusion" not in kinds


def test_a_layoff_within_a_stretch_is_a_part_that_does_not_count() -> None:
    assert [
        fact.value["start"]
        for fact in read("i was laid off from jan 2025 to feb 2025, cook since june 2023")
        if fact.kind == "exclusion"
    ] == ["2025-01"]


def test_work_of_ones_own_beside_the_main_job_is_not_said_of_it() -> None:
    facts = read("i do doordash on the side as contractor but my main job is welder 40 hours")
    told = {fact.kind: fact.job for fact in facts}
    assert told["exclusion"] != told["title"] == told["hours"]


def test_a_denied_kind_of_work_is_no_title() -> None:
    facts = read("je n'ai jamais été travailleur autonome", "exclusions")
    assert [(fact.kind, fact.value["present"]) for fact in facts] == [("exclusion", False)]


def test_an_answer_of_no_before_what_is_told_denies_nothing() -> None:
    assert said("no, fui autonomo") == {"self_employed": True}


def test_a_job_that_is_only_planned_is_not_held() -> None:
    facts = read("planning to start as supervisor next month, now cashier since june 2024 full time")
    assert [fact.value["title"] for fact in facts if fact.kind == "title"] == ["cashier"]
    assert [fact.value["start"] for fact in facts if fact.kind == "period"] == ["2024-06"]
