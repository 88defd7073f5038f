"""One title told for several jobs, and one title for two stretches of a job."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import read

TODAY = date(2026, 11, 22)


def jobs(message: str) -> dict[int | None, tuple[str | None, str | None, str | None]]:
    """Title, start and weekly hours of each job."""
    facts = [fact for fact in read(message, TODAY) if fact.kind in ("title", "period", "hours")]
    assert not [fact for fact in facts if fact.ambiguous]

    def of(job: int | None, kind: str, name: str) -> str | None:
        return next((fact.value[name] for fact in facts if fact.kind == kind and fact.job == job), None)

    return {
        job: (of(job, "title", "title"), of(job, "period", "start"), of(job, "hours", "per_week"))
        for job in sorted({fact.job or 0 for fact in facts})
    }


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "i am health care aide for 2 places at same time. one is 24 hours a week since feb 2025, "
            "second one 16 hours a week since august 2025",
            {0: ("health care aide", "2025-02", "24"), 1: ("health care aide", "2025-08", "16")},
        ),
        (
            "line cook, 2 restos pero same title, first one jan 2024 to feb 2025 40hrs, second mar 2025 to date 35hrs",
            {0: ("line cook", "2024-01", "40"), 1: ("line cook", "2025-03", "35")},
        ),
        (
            "kitchen helper in two restaurants, since may 2024 20h and since jan 2025 15h",
            {0: ("kitchen helper", "2024-05", "20"), 1: ("kitchen helper", "2025-01", "15")},
        ),
        (
            "cashier at 2 stores, 20h and 18h, since may 2025",
            {0: ("cashier", "2025-05", "20"), 1: ("cashier", "2025-05", "18")},
        ),
    ],
)
def test_one_title_for_two_places_is_two_jobs(message: str, told: dict[int | None, tuple[str, str, str]]) -> None:
    assert jobs(message) == told


def test_the_same_dates_for_two_jobs_are_those_of_each() -> None:
    told = jobs("Line 1 butcher 25h line 2 baker 15h. same dates for the two, 2025-02-03 until now")
    assert told == {0: ("butcher", "2025-02-03", "25"), 1: ("baker", "2025-02-03", "15")}


def test_a_range_of_hours_at_two_jobs_stays_to_be_asked() -> None:
    facts = read("barista, 2 jobs, 15 to 20 hours each since may 2025", TODAY)
    assert all(fact.ambiguous for fact in facts if fact.kind == "hours")


def test_both_after_the_hours_of_each_job_is_not_said_of_the_hours() -> None:
    told = jobs("cleaner 2023 march - 2023 october 40h, accounting clerk 2023 november to present 37.5h both brampton")
    assert told == {0: ("cleaner", "2023-03", "40"), 1: ("accounting clerk", "2023-11", "37.5")}


def test_studies_that_finished_at_a_college_are_no_job_before_the_one_told() -> None:
    told = jobs("I finished at Humber April 2025, then from 02 June 2025 I am marketing coordinator, 40h")
    assert told == {0: ("marketing coordinator", "2025-06-02", "40")}


def test_a_month_without_work_told_before_the_job_parts_it() -> None:
    facts = read("no work in february 2025, boss closed shop. butcher sept 2024 to now", TODAY)
    ends = {(fact.value["start"], fact.value["end"]) for fact in facts if fact.kind == "period"}
    assert ends == {("2024-09", "2025-01"), ("2025-03", None)}
    assert {fact.value["title"] for fact in facts if fact.kind == "title"} == {"butcher"}
