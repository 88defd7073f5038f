"""Leave and its days, in the words of applicants of several languages."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.reader import read

TODAY = date(2026, 11, 22)


def leave(message: str) -> list[tuple[bool, str | None, str | None]]:
    """Whether each leave told is present, and its first and last day or month."""
    facts = read(message, TODAY, "exclusions")
    assert not [fact for fact in facts if fact.kind in ("period", "date")]
    told = [fact.value for fact in facts if fact.kind == "exclusion" and not fact.ambiguous]
    assert {value["reason"] for value in told} <= {"leave"}
    return [(value["present"], value["start"], value["end"]) for value in told]


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("Went to Manila 15 dec - 20 jan on unpaid leave, thats all", "2025-12-15", "2026-01-20"),
        ("flew to lagos 5 jan to 28 feb 2026, leave without pay", "2026-01-05", "2026-02-28"),
        ("sick leave, hernia operation: 18 Aug 2025 - 10 Oct 2025", "2025-08-18", "2025-10-10"),
        ("leave, my mother died: 1 march 2026 to 20 march 2026", "2026-03-01", "2026-03-20"),
        ("Un paid leav feb and march 2026 bcoz my father surgery", "2026-02", "2026-03"),
        ("un-paid leave from 3 feb to 2 march 2026", "2026-02-03", "2026-03-02"),
        ("was on stress leave june, july and august 2025", "2025-06", "2025-08"),
        ("licencia sin sueldo de enero a marzo 2026", "2026-01", "2026-03"),
        ("licença maternidade de janeiro a maio 2026", "2026-01", "2026-05"),
    ],
)
def test_leave_is_told_with_its_days(message: str, start: str, end: str) -> None:
    assert leave(message) == [(True, start, end)]


def test_a_month_of_leave_ends_with_that_month() -> None:
    assert leave("unpaid leave in december 2025") == [(True, "2025-12", "2025-12")]
    assert leave("5 weeks of unpaid leave in may 2026") == [(True, "2026-05", None)]


def test_the_words_after_the_days_of_a_break_tell_no_second_break() -> None:
    assert leave("off 15 dec 2025 to 20 jan 2026, unpaid leave") == [(True, "2025-12-15", "2026-01-20")]


def test_no_other_break_denies_nothing() -> None:
    assert leave("sick leave from 14 sep to 2 nov. no other break") == [(True, "2026-09-14", "2026-11-02")]
    assert leave("no other leave") == []
    assert leave("no leave, no break") == [(False, None, None)]
