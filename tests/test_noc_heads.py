"""Long titles: a known one and its workplace, product, machine or employer, in whatever order."""

from __future__ import annotations

import pytest

import noc
from noc.heads import head_of
from noc.words import forms


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("commercial refrigeration mechanic", "72402"),
        ("custom cabinetmaker millwork shop", "72311"),
        ("production supervisor food plant", "92012"),
        ("dairy farm worker milking cows", "85100"),
        ("upholsterer of sofas", "63221"),
        ("vineyard worker pruning", "85101"),
        ("flexo press operator labels", "73401"),
        ("press brake operator metal shop", "94105"),
    ],
)
def test_what_belongs_to_the_group_leaves_the_title_sure(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, [found.unit_group.code for found in match.candidates]) == ("sure", [code])


def test_a_name_that_no_title_has_may_follow_a_title() -> None:
    assert noc.search("flexo press operator zorblatt").kind == "sure"


def test_far_from_every_other_group_any_words_may_follow_a_title_but_not_come_before_it() -> None:
    assert head_of(forms("floral designer wedding flowers")) is not None
    assert head_of(forms("fish cake maker")) is None


@pytest.mark.parametrize(
    "said",
    [
        "flexo press operator helper",
        "cabinetmaker supervisor millwork shop",
        "upholsterer trainee sofas",
    ],
)
def test_a_word_of_level_beside_a_title_is_asked_about(said: str) -> None:
    assert head_of(forms(said)) is None
    assert noc.search(said).kind != "sure"


def test_an_apprentice_of_a_trade_is_of_the_trade() -> None:
    match = noc.search("fire sprinkler fitter 2nd year apprentice")
    assert (match.kind, match.candidates[0].unit_group.code) == ("sure", "72301")


@pytest.mark.parametrize("said", ["truck driver local deliveries", "welder truck driver nights"])
def test_a_title_of_another_group_among_the_words_is_asked_about(said: str) -> None:
    assert noc.search(said).kind == "candidates"


def test_a_title_of_several_groups_stays_so_with_its_workplace() -> None:
    assert head_of(forms("warehouse associate returns building")) is None
    assert noc.search("esl teacher language school").kind == "candidates"


def test_a_place_where_the_same_word_is_other_work_leaves_no_lone_trade_sure() -> None:
    assert head_of(forms("painter in factory")) is None
    assert head_of(forms("housekeeper in a private home")) is None


def test_a_title_alone_has_no_circumstances_to_leave_out() -> None:
    assert head_of(()) is None
    assert head_of(forms("supervisor")) is None
