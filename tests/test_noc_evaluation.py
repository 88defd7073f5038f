"""How well titles as people write them are understood: the bars that no change may fall through."""

from __future__ import annotations

import pytest

from tests.noc.evaluate import BARS, HERE, PARTS, failures, figures, load, table


@pytest.mark.parametrize("part", PARTS.values())
@pytest.mark.parametrize("row", BARS)
def test_titles_by_people_who_have_not_seen_the_data_are_understood(part: str, row: str) -> None:
    assert figures(part)[row].value >= BARS[row]


def test_there_are_more_than_400_titles_and_more_than_200_of_them_kept_aside() -> None:
    count = {part: len(load(HERE / f"titles_{part}.jsonl")) for part in PARTS.values()}
    assert sum(count.values()) > 400
    assert count["kept_aside"] > 200


def test_no_title_stands_in_both_parts() -> None:
    development, kept_aside = ({said.title for said in load(HERE / f"titles_{part}.jsonl")} for part in PARTS.values())
    assert not development & kept_aside


def test_the_table_shows_both_parts_and_the_bar() -> None:
    head, *lines = table()
    assert all(name in head for name in (*PARTS, "bar"))
    assert [line[:32].strip() for line in lines] == list(BARS)


def test_what_went_wrong_is_listed_of_the_part_for_development_only() -> None:
    kept_aside = {said.title for said in load(HERE / "titles_kept_aside.jsonl")}
    assert not any(repr(title) in line for line in failures() for title in kept_aside)
