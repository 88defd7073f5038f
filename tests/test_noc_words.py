"""Titles brought to the same words: plural, gender, spelling, abbreviations."""

from __future__ import annotations

import pytest

from noc.words import fold, forms, root, stem, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cooks", "cook"),
        ("secretaries", "secretary"),
        ("waitresses", "waiter"),
        ("salesman", "salespeople"),
        ("fireman", "firewoman"),
        ("Cuisinière", "cuisinier"),
        ("vendeuse", "vendeur"),
        ("éducatrice", "éducateur"),
        ("mécanicienne", "mécanicien"),
        ("employée", "employé"),
        ("labourer", "laborer"),
        ("centre", "center"),
        ("care-giver", "caregiver"),
        ("Front-End Developer", "frontend dev"),
        ("R.N.", "registered nurse"),
        ("asst. mgr", "assistant manager"),
        ("chef d’équipe", "chef d'equipe"),
        ("cook's helper", "cook helper"),
        ("director of marketing", "director marketing"),
    ],
)
def test_two_ways_to_write_a_title_have_the_same_words(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("security agent", "securities agent"),
        ("cook", "cook helper"),
        ("nurse", "nursery"),
        ("c developer", "c++ developer"),
        ("hostess", "hotel"),
        ("german tutor", "gerperson tutor"),
    ],
)
def test_titles_that_differ_keep_different_words(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_folding_keeps_every_letter_in_its_place() -> None:
    text = "Préposée à l’entretien — ŒUVRE ﬁn"
    assert len(fold(text)) == len(text)


def test_a_word_knows_its_place_and_an_abbreviation_written_out_keeps_it() -> None:
    text = "Sr. HR Mgr"
    assert [(word.form, text[word.start : word.end]) for word in words(text)] == [
        ("senior", "Sr"),
        ("human", "HR"),
        ("resource", "HR"),
        ("manager", "Mgr"),
    ]


def test_numbers_and_short_words_are_left_alone() -> None:
    assert [stem(word) for word in ("310", "bus", "gas", "as")] == ["310", "bus", "gas", "as"]


def test_a_root_is_shared_by_the_trade_and_who_does_it() -> None:
    assert root("driver") == root("driving") == root("drive")
    assert root("manager") == root("management")
    assert root("accountant") != root("accordion")
