"""Where the plans were asked, a province or a city is the answer, unless it is turned down or of another time."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.facts import Fact
from nlu.reader import read

TODAY = date(2026, 11, 22)


def home(message: str, asked: str | None = "outside_quebec") -> Fact | None:
    found = [fact for fact in read(message, TODAY, asked) if fact.kind == "outside_quebec"]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("message", "outside"),
    [
        ("alberta mein hi rahna hai", True),
        ("New Brunswick, on adore Moncton", True),
        ("halifax gusto ko", True),
        ("pretendo morar em Vancouver", True),
        ("my sister lives in montreal but i stay in calgary", True),
        ("quebec nahi, surrey hi theek hai", True),
        ("not montreal, too cold. edmonton", True),
        ("not montreal", True),
        ("montreal ya, my boyfriend is there", False),
        ("my husband get job in montreal so we go live there", False),
        ("no i want gatineau, quebec side, is cheaper", False),
        ("no, montreal", False),
    ],
)
def test_a_place_answers_where_they_will_live(message: str, outside: bool) -> None:
    told = home(message)
    assert told is not None
    assert told.value == {"value": outside}
    assert not told.ambiguous


@pytest.mark.parametrize("message", ["no montreal", "Toronto or Montreal", "i studied in montreal", "maybe gatineau"])
def test_a_place_turned_down_or_not_or_of_another_time_is_asked_about(message: str) -> None:
    told = home(message)
    assert told is not None
    assert told.ambiguous


@pytest.mark.parametrize("message", ["why cant i pick montreal to live after", "idk maybe quebec maybe ontario"])
def test_a_place_only_asked_about_or_unknown_is_no_plan(message: str) -> None:
    assert home(message) is None


def test_a_place_is_no_plan_where_nobody_asked() -> None:
    assert home("i work in montreal", asked=None) is None
    assert home("i work in montreal", asked="job") is None


@pytest.mark.parametrize(
    "message",
    [
        "planning to stay bc",
        "cook in saskatoon, 40h, not going to quebec ever",
        "je bosse à laval, mais je veux partir en ontario",
        "trabajo en montreal pero quiero irme a ontario",
        "quiero irme de quebec",
        "di ako lilipat sa quebec",
        "i no dey go quebec",
        "cook hu surrey bc me, quebec nahi jana",
        "bhai mera plan alberta ka hai",
        "vou ficar em Vancouver, quebec no way",
        "planning to leave montreal",
        "is it a problem that i worked in laval if now moving to alberta",
    ],
)
def test_a_plan_is_read_where_nobody_asked(message: str) -> None:
    told = home(message, asked=None)
    assert told is not None
    assert told.value == {"value": True}
    assert not told.ambiguous


@pytest.mark.parametrize(
    "message",
    [
        "not going to montreal for the test",
        "i did not go to quebec",
        "i want to leave my job in montreal",
        "stay bc of my wife",
        "If I worked in Montreal but want to move to Ottawa is it ok?",
    ],
)
def test_a_journey_a_reason_or_a_supposition_is_no_plan(message: str) -> None:
    assert home(message, asked=None) is None


def test_a_question_about_work_in_montreal_is_not_an_answer_about_plans() -> None:
    assert home("i worked in montreal 1 year can i use for cec if i go to toronto") is None


@pytest.mark.parametrize("asked", [None, "outside_quebec"])
def test_no_interest_in_quebec_is_a_plan_outside_it(asked: str | None) -> None:
    told = home("not interested in quebec", asked)
    assert told is not None
    assert told.value == {"value": True}


@pytest.mark.parametrize(
    ("message", "outside"), [("ontario i mean", True), ("no, in ontario", True), ("montreal", False)]
)
def test_a_lone_place_at_the_next_question_mends_the_answer(message: str, outside: bool) -> None:
    (fact,) = read(message, TODAY, "admissibility")
    assert (fact.kind, fact.value) == ("outside_quebec", {"value": outside})


def test_a_place_in_the_answer_to_another_question_is_no_plan() -> None:
    assert [fact.kind for fact in read("i was charged in ontario", TODAY, "admissibility")] == ["place"]
