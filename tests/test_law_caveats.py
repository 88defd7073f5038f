"""What an outlook cannot know is said with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cec.caveats import caveats

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def test_the_replacement_of_the_class_that_is_proposed_is_named_with_its_source() -> None:
    (caveat,) = caveats(TODAY, date(2029, 11, 22))

    assert (caveat["id"], caveat["name"]) == ("replacement_announced", "Federal High-Skilled Class")
    assert caveat["url"].startswith("https://www.canada.ca/")


def test_before_it_was_proposed_nobody_is_told_of_it() -> None:
    assert caveats(date(2026, 3, 31), date(2026, 12, 31)) == ()


@pytest.mark.parametrize(("last", "told"), [(date(2024, 1, 29), []), (date(2024, 1, 30), ["2024-01-30"])])
def test_a_figure_that_changes_within_the_outlook_is_told_with_its_day(last: date, told: list[str]) -> None:
    """PTE Core is accepted from 30 January 2024."""
    found = caveats(date(2023, 12, 1), last)

    assert [caveat["date"] for caveat in found] == told
    assert all(caveat["figures"] == ["accepted_tests"] for caveat in found)
