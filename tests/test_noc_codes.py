"""Codes instead of titles: NOC 2021, NOC 2016, skill levels and TEERs."""

from __future__ import annotations

import pytest

import noc


@pytest.mark.parametrize("said", ["63200", "noc 63200", "NOC: 63200", "my noc is 63200 cook"])
def test_a_five_digit_code_is_taken_as_it_is(said: str) -> None:
    match = noc.search(said)
    assert match.kind == "code"
    assert [c.unit_group.title_en for c in match.candidates] == ["Cooks"]
    assert match.teers == (3,)


def test_a_code_that_noc_2021_does_not_have_brings_those_one_slip_away() -> None:
    match = noc.search("36200")
    assert match.kind == "unknown_code"
    assert match.said == "36200"
    assert "63200" in [c.unit_group.code for c in match.candidates]


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("6322", ["63200"]),
        ("noc 6311", ["62020"]),
        ("NOC 0631", ["60030"]),
        ("2173", ["21231"]),
        ("noc 4412", ["44101"]),
        ("7511", ["73300"]),
    ],
)
def test_a_code_of_noc_2016_brings_what_replaced_it(said: str, now: list[str]) -> None:
    match = noc.search(said)
    assert match.kind == "code_2016"
    assert [c.unit_group.code for c in match.candidates] == now


def test_a_2016_code_that_is_not_in_our_table_is_known_as_one_when_it_is_called_so() -> None:
    match = noc.search("noc 9999")
    assert (match.kind, match.said, match.candidates) == ("code_2016", "9999", ())


@pytest.mark.parametrize("said", ["2024", "since 2019", "in 2022", "noc 2021", "NOC 2016"])
def test_a_year_is_no_code(said: str) -> None:
    assert noc.search(said).kind not in ("code", "code_2016")


@pytest.mark.parametrize(
    ("said", "teers"),
    [
        ("NOC B", (2, 3)),
        ("noc level b", (2, 3)),
        ("skill level A", (1,)),
        ("noc 0", (0,)),
        ("noc type 0", (0,)),
        ("NOC C", (3, 4)),
        ("noc d", (5,)),
        ("TEER 3", (3,)),
        ("teer 0", (0,)),
        ("FEER 2", (2,)),
    ],
)
def test_a_skill_level_or_teer_names_no_group_but_its_teers(said: str, teers: tuple[int, ...]) -> None:
    match = noc.search(said)
    assert (match.kind, match.teers, match.candidates) == ("skill_level", teers, ())


@pytest.mark.parametrize("said", ["tier 1 support", "helpdesk tier 2", "tier 1 technical support"])
def test_a_tier_of_support_is_no_teer(said: str) -> None:
    assert noc.search(said).kind != "skill_level"


def test_unit_group_answers_for_known_codes_only() -> None:
    cooks = noc.unit_group("63200")
    assert cooks is not None
    assert (cooks.title_en, cooks.title_fr, cooks.teer) == ("Cooks", "Cuisiniers/cuisinières", 3)
    assert noc.unit_group("6322") is None
    assert noc.unit_group("99999") is None
