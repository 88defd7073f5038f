"""Layoffs and closed seasons between two stretches of one job, told in any order."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import read

TODAY = date(2026, 11, 22)


def stretches(message: str) -> list[str]:
    """The stretches of work by their start; nothing is said not to count."""
    facts = read(message, TODAY)
    assert not [fact for fact in facts if fact.kind == "exclusion"]
    periods = [fact.value for fact in facts if fact.kind == "period" and not fact.ambiguous]
    told = [f"{one['start']} to {'now' if one['ongoing'] else one['end'] or 'open'}" for one in periods]
    return sorted(told)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "laid off from the roofing crew dec 2024, called back april 2025 and still there. roofer, hired may 2024",
            ["2024-05 to 2024-12", "2025-04 to now"],
        ),
        (
            "roofer, hired may 2024, laid off dec 2024, called back april 2025 and still there",
            ["2024-05 to 2024-12", "2025-04 to now"],
        ),
        (
            "they sent us home 13 dec 2024 and called us back 3 feb 2025. first day was 22 jul 2024",
            ["2024-07-22 to 2024-12-13", "2025-02-03 to open"],
        ),
        (
            "Ski shop closed for the season so off from 1 may to 31 oct 2025, back 1 nov 2025, still on. "
            "ski technician, before that from nov 15 2024",
            ["2024-11-15 to 2025-04-30", "2025-11-01 to now"],
        ),
        (
            "carpenter since march 2024. layoff from 20 dec 2024 to 10 jan 2025, back 13 jan 2025",
            ["2024-03 to 2024-12-19", "2025-01-13 to now"],
        ),
        (
            "paysagiste depuis avril 2024, mis à pied en décembre 2024, rappelé en avril 2025",
            ["2024-04 to 2024-12", "2025-04 to now"],
        ),
        (
            "me mandaron a casa el 10 de diciembre 2024 y regresé el 3 de marzo 2025. empecé en mayo 2024",
            ["2024-05 to 2024-12-10", "2025-03-03 to open"],
        ),
        (
            "pinauwi kami noong dec 2024 tapos pinabalik feb 2025. welder since june 2024",
            ["2024-06 to 2024-12", "2025-02 to now"],
        ),
    ],
)
def test_a_layoff_with_a_return_parts_the_job_in_two_stretches(message: str, told: list[str]) -> None:
    assert stretches(message) == told


def test_both_stretches_around_a_layoff_have_the_one_title() -> None:
    facts = read("roofer, hired may 2024, laid off dec 2024, called back april 2025 and still there", TODAY)
    assert [(fact.value["title"], fact.job) for fact in facts if fact.kind == "title"] == [("roofer", 0), ("roofer", 1)]


def test_leave_with_a_return_stays_a_break_inside_the_job() -> None:
    facts = read("on maternity leave march 2025, back in jan 2026. nurse aide since june 2023", TODAY)
    assert [fact.value["start"] for fact in facts if fact.kind == "period"] == ["2023-06"]
    (leave,) = (fact.value for fact in facts if fact.kind == "exclusion")
    assert (leave["start"], leave["end"]) == ("2025-03", "2026-01")


def test_a_layoff_told_as_the_end_of_a_job_is_no_break_before_the_next_one() -> None:
    message = (
        "cook from 10 july 2023 to 31 march 2025 then they laid me off then joined other company as baker from may 2025"
    )
    assert "2023-07-10 to 2025-03-31" in stretches(message)


def test_a_dated_layoff_answers_when_the_job_ended() -> None:
    (fact,) = read("end of october they laid me off", TODAY, "job_end")
    assert (fact.kind, fact.value["end"]) == ("period", "2026-10")
