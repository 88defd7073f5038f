"""Duties instead of a title, and what decides between groups that are confused."""

from __future__ import annotations

import pytest

import noc
from noc.distinctions import distinctions


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("i cook meals from recipes in a restaurant kitchen", "63200"),
        ("i take orders, make coffee and sandwiches at the counter", "65201"),
        ("i clean hotel rooms and make beds", "65310"),
        ("i drive an 18 wheeler to the states", "73300"),
        ("fixing computers for users and resetting passwords", "22221"),
        ("i help old people at their home with bath and food", "44101"),
        ("writing code for a banking app", "21232"),
        ("enter invoices and pay suppliers", "14200"),
    ],
)
def test_duties_lead_to_the_group_within_three(said: str, code: str) -> None:
    found = noc.search_duties(said)
    assert len(found) <= 3
    assert code in [candidate.unit_group.code for candidate in found]


@pytest.mark.parametrize(
    "said",
    [
        "", "?", "work", "i do my job", "blorg", "things", "they pay me every two weeks",
        "i work hard every day", "my cat sat on the moon and sang to the blorg", "i like it",
    ],
)  # fmt: skip
def test_words_that_tell_no_duty_bring_nothing(said: str) -> None:
    assert noc.search_duties(said) == ()


def test_duties_come_best_first_with_scores_from_0_to_1() -> None:
    scores = [candidate.score for candidate in noc.search_duties("bake bread and cakes", limit=5)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_chef_or_cook_is_decided_by_one_question() -> None:
    found = noc.distinction(["63200", "62200"])
    assert found is not None
    assert "menus" in found.question
    assert list(found.answers) == ["63200", "62200"]
    assert found.teers == {"63200": 3, "62200": 2}


@pytest.mark.parametrize(
    ("codes", "teers"),
    [
        (["62020", "65201"], [2, 5]),
        (["60030", "62020"], [0, 2]),
        (["62010", "64100"], [2, 4]),
        (["60020", "62010"], [0, 2]),
        (["33102", "44101"], [3, 4]),
        (["21231", "21232", "21234"], [1, 1, 1]),
        (["13100", "13110", "14100"], [3, 3, 4]),
        (["12200", "14200"], [2, 4]),
        (["73300", "75201"], [3, 5]),
        (["42202", "44100"], [2, 4]),
        (["62023", "64409"], [2, 4]),
        (["75110", "95109"], [5, 5]),
    ],
)
def test_groups_people_confuse_have_a_distinction_with_the_right_teers(codes: list[str], teers: list[int]) -> None:
    found = noc.distinction(codes)
    assert found is not None
    assert list(found.teers.values()) == teers


def test_a_distinction_of_three_serves_for_two_of_them() -> None:
    found = noc.distinction(["21234", "21231"])
    assert found is not None
    assert list(found.answers) == ["21234", "21231"]


@pytest.mark.parametrize("codes", [[], ["63200"], ["63200", "63200"], ["63200", "21231"]])
def test_where_nothing_is_confused_there_is_no_distinction(codes: list[str]) -> None:
    assert noc.distinction(codes) is None


@pytest.mark.parametrize("known", distinctions(), ids=lambda known: "-".join(known.answers))
def test_each_question_offers_every_answer_it_lists(known: noc.Distinction) -> None:
    assert noc.distinction(known.answers) is not None
    assert len(set(known.answers.values())) == len(known.answers)
    assert known.question.count("?") == 1
