"""Every name and every everyday title leads where it should: the tables and the search agree."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import noc
from noc.groups import unit_groups
from noc.titles import Title, titles

#: Without an imported index, which is the operator's own.
TITLES = list(titles(imported=Path("none")))


@pytest.mark.parametrize("group", unit_groups().values(), ids=lambda group: group.code)
def test_a_unit_group_is_found_by_its_official_name_in_both_languages(group: noc.UnitGroup) -> None:
    for name in (group.title_en, group.title_fr):
        match = noc.search(name)
        assert (match.kind, [found.unit_group.code for found in match.candidates]) == ("sure", [group.code]), name


def test_every_listed_title_leads_to_its_groups() -> None:
    lost = [title.text for title in TITLES if not set(title.codes[:3]) <= set(_codes(title, limit=12))]
    assert lost == []


def test_a_title_of_one_unit_group_is_sure() -> None:
    assert [title.text for title in TITLES if len(title.codes) == 1 and noc.search(title.text).kind != "sure"] == []


def test_a_title_of_several_unit_groups_is_never_sure() -> None:
    assert [title.text for title in TITLES if len(title.codes) > 1 and noc.search(title.text).kind == "sure"] == []


def test_no_title_stands_in_two_groups_without_being_marked_ambiguous() -> None:
    by_words: defaultdict[tuple[str, ...], list[Title]] = defaultdict(list)
    for title in TITLES:
        by_words[title.words].append(title)
    torn = [
        [title.text for title in same]
        for same in by_words.values()
        if len({code for title in same for code in title.codes}) > 1 and any(len(title.codes) == 1 for title in same)
    ]
    assert torn == []


def test_there_are_at_least_5000_everyday_titles() -> None:
    assert len({title.words for title in TITLES if title.order == 1}) >= 5000


def _codes(title: Title, limit: int) -> list[str]:
    return [found.unit_group.code for found in noc.search(title.text, limit=limit).candidates]
