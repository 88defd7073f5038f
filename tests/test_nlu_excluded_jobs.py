"""Work that does not count and is a job of its own, beside work that counts."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import read

TODAY = date(2026, 11, 22)


def excluded(message: str) -> list[tuple[int | None, str, str | None, str | None]]:
    """Job, reason and days of what does not count."""
    facts = [fact for fact in read(message, TODAY) if fact.kind == "exclusion" and fact.value["present"]]
    return [(fact.job, fact.value["reason"], fact.value["start"], fact.value["end"]) for fact in facts]


def periods(message: str) -> list[tuple[int | None, str | None, str | None]]:
    facts = [fact for fact in read(message, TODAY) if fact.kind == "period" and not fact.ambiguous]
    return [(fact.job, fact.value["start"], fact.value["end"]) for fact in facts]


@pytest.mark.parametrize(
    ("message", "exclusion", "told"),
    [
        (
            "i worked without permit nov 2023 to jan 2024 as cleaner cash job. after that pgwp came, "
            "housekeeping supervisor feb 2024 till date 40 hours",
            (0, "unauthorized"),
            [(0, "2023-11", "2024-01"), (1, "2024-02", None)],
        ),
        (
            "paramedic since Jan 2025, 42h, before that a volunteer firefighter without pay, Mar 2024 to Dec 2024",
            (1, "unpaid"),
            [(0, "2025-01", None), (1, "2024-03", "2024-12")],
        ),
        (
            "internship no pay summer term may-aug 2024 then they hired me as marketing coordinator sept 2024 ongoing",
            (0, "unpaid"),
            [(0, "2024-05", "2024-08"), (1, "2024-09", None)],
        ),
        (
            "uber driver self employed 2023 jan to 2024 feb, now dispatcher since march 2024",
            (0, "self_employed"),
            [(0, "2023-01", "2024-02"), (1, "2024-03", None)],
        ),
        (
            "soy plomero desde 9/2024, 44 h, y aparte pinto casas por mi cuenta, self employed desde marzo",
            (1, "self_employed"),
            [(0, "2024-09", None), (1, "2026-03", None)],
        ),
        (
            "welder since june 2024 44h, and on the side doordash self employed since jan 2025",
            (1, "self_employed"),
            [(0, "2024-06", None), (1, "2025-01", None)],
        ),
    ],
)
def test_the_days_of_excluded_work_beside_other_work_are_a_job_of_its_own(
    message: str, exclusion: tuple[int, str], told: list[tuple[int, str, str | None]]
) -> None:
    assert excluded(message) == [(*exclusion, None, None)]
    assert periods(message) == told


@pytest.mark.parametrize(
    ("message", "reason", "start", "end"),
    [
        ("cook since may 2023. unpaid training from may to june 2023", "unpaid", "2023-05", "2023-06"),
        ("cook since may 2023, self employed from may 2023 to aug 2023", "self_employed", "2023-05", "2023-08"),
    ],
)
def test_excluded_days_inside_a_job_stay_a_part_of_it(message: str, reason: str, start: str, end: str) -> None:
    assert excluded(message) == [(0, reason, start, end)]
    assert periods(message) == [(0, "2023-05", None)]


def test_days_of_studies_or_of_lost_status_before_a_job_are_no_job() -> None:
    assert periods("full time student sept 2022 to april 2024. cook since may 2024") == [(0, "2024-05", None)]
    assert periods("lost status from jan to mar 2024. cook since april 2024") == [(0, "2024-04", None)]
