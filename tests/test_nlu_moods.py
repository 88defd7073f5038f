"""Statements are told from questions, suppositions, wishes and reports of others."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.moods import IDLE, clauses, idle_spans, is_covered
from nlu.reader import read
from nlu.text import Text

TODAY = date(2026, 11, 22)


def stated(message: str) -> str:
    """What is left of a message without what is only asked, supposed, wished or said of others."""
    parts = [message[clause.start : clause.end] for clause in clauses(Text.of(message)) if clause.mood not in IDLE]
    return " ".join(" ".join(part.strip(" ,") for part in parts).split())


@pytest.mark.parametrize(
    "message",
    [
        "does my internship count",
        "is co-op ok",
        "can my hours count",
        "how many hours do i need",
        "what is teer",
        "co-op counts?",
        "self employed work counts",
        "if I get 7",
        "what if i was a student",
        "i need clb 7",
        "i will get 7 next time",
        "my wife is a student",
        "my brother in law is self employed",
        "what if i say i want to stay in laval",
        "they said co-op does not count",
        "i did internship counts or not",
        "est-ce que le stage compte",
        "kya internship count hoti hai",
        "hi can i count hours i worked while i was a student",
        "wait does coop count",
        "which level for a cook? clb 5?",
    ],
)
def test_nothing_is_stated(message: str) -> None:
    assert stated(message) in ("", "wait", "hi")


@pytest.mark.parametrize(
    "message",
    [
        "line cook in calgary on pgwp since may 2024",
        "was working as cook till march",
        "have 7 in all",
        "i have my own corporation",
        "it was a co-op",
        "i did my internship in summer",
        "i want to live in toronto",
        "will live in ontario",
        "is working as cook since may",
        "my ielts general is l 8 r 7 right?",
        "8 7 7 6?",
        "that can be my manager job",
        "in may i moved",
        "need help, cook since may 2024",
    ],
)
def test_everything_is_stated(message: str) -> None:
    assert idle_spans(Text.of(message)) == ()


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("i was self employed can i count it", "i was self employed"),
        ("i worked 2 years, is that ok?", "i worked 2 years"),
        ("does co-op count, line cook since may 2024", "line cook since may 2024"),
        ("does my internship count i worked as cook", "i worked as cook"),
        ("i need clb 7 but i have clb 6", "but i have clb 6"),
        ("my wife is a student and i am on sowp", "and i am on sowp"),
        ("open permit, my wife is a student", "open permit"),
        ("cook in toronto. does that count? 40 hours", "cook in toronto 40 hours"),
    ],
)
def test_the_stated_part_of_a_mixed_message_is_kept(message: str, rest: str) -> None:
    assert stated(message) == rest


@pytest.mark.parametrize(
    "message",
    [
        "do i qualify i am cook in toronto since may 2024 pgwp 40 hrs",
        "can you check if i am eligible i am a line cook since may 2024",
        "am i eligible, cook since may 2024, 40 hours",
        "do i qualify as a cook with 14 months",
    ],
)
def test_a_question_about_the_own_case_leaves_its_facts(message: str) -> None:
    assert idle_spans(Text.of(message)) == ()


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="abi fwtdoesn?.!,\nmyhecank", max_size=120))
def test_the_clauses_of_any_message_are_in_order_and_apart(message: str) -> None:
    found = clauses(Text.of(message))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(one.start < one.end <= len(message) for one in found)


def test_the_clauses_of_a_message_are_found_once() -> None:
    message = Text.of("does it count, i work as a cook")
    assert clauses(message) is clauses(message)


def test_an_offset_is_covered_inside_a_span_and_not_at_its_end() -> None:
    spans = ((2, 5), (8, 9))
    assert [is_covered(spans, offset) for offset in (0, 2, 4, 5, 8, 9)] == [
        False,
        True,
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "message", ["did my celpip on 9 june 2026", "did a 4 month internship", "did a college diploma"]
)
def test_what_a_person_did_is_stated(message: str) -> None:
    assert stated(message) == message


@pytest.mark.parametrize(
    "message",
    ["did my co-op count", "did my diploma expire", "is 32 considered full time", "is living in gatineau a problem"],
)
def test_a_question_about_what_was_done_is_asked(message: str) -> None:
    assert stated(message) == ""


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("which clb for teer 2", None),
        ("server is which teer? can use?", "job"),
        ("for cook what minimum score need each skill", "scores"),
        ("a job from 2022 does it still count for something", None),
        ("maternity leave 8 months they discount it?", "exclusions"),
        ("stage coop payé est ce que ca compte", "exclusions"),
        ("les heures travaillées pendant mes études à temps plein, 20h/semaine, ça compte ou pas", "exclusions"),
        ("le uber et skip the dishes comptent?", "more_jobs"),
        ("trabajo de medio tiempo 15 horas cuenta?", None),
        ("tef canada valable combien de temps svp", "test_date"),
        ("DELF B2 accepté?", "language"),
        ("co-op hours bilang ba yun", None),
        ("diploma ke andar jo co op hoti hai wo count hoti hai ya nahi ji", "exclusions"),
        ("friend worked extra 10 hours as a student, can they refuse him for that", None),
        ("mera dost student tha aur 30 ghante kaam kiya, usko problem hoga?", None),
        ("i get paid by T4A. am i contractor or employee", "exclusions"),
        ("my old agent put fake job in my application... is it misrepresentation now", "admissibility"),
    ],
)
def test_a_question_gives_no_facts_in_any_language(message: str, asked: str | None) -> None:
    assert read(message, TODAY, asked) == ()


@pytest.mark.parametrize(
    ("message", "kind", "value"),
    [
        ("boss say i am contractor and give T4A. what happen", "exclusion", "self_employed"),
        ("i was on maternity leave 8 months, they count it?", "exclusion", "leave"),
        ("yes i was self employed jan to june 2024, does it matter", "exclusion", "self_employed"),
        ("i am a cook, which teer is it", "title", "cook"),
        ("i am physiotherapist paid with T4A, is it self employment", "title", "physiotherapist"),
    ],
)
def test_what_is_stated_beside_a_question_stays(message: str, kind: str, value: str) -> None:
    (fact,) = read(message, TODAY)
    assert fact.kind == kind
    assert value in fact.value.values()


@pytest.mark.parametrize(
    "message",
    [
        "my wife is the principal. She is a dental assistant in Barrie since 8 Sept 2025",
        "asking for my brother. he is a dental assistant since 8 sept 2025",
        "on behalf of my sister: she is dental assistant from 8 sept 2025 till now",
    ],
)
def test_the_case_of_another_told_for_them_is_the_case(message: str) -> None:
    facts = {fact.kind: fact.value for fact in read(message, TODAY)}
    assert facts["title"] == {"title": "dental assistant"}
    assert facts["period"]["start"] == "2025-09-08"


def test_a_day_that_is_asked_about_does_not_end_the_job() -> None:
    facts = read("cook since jul 2025, 38h. have i to wait until july 2027?", TODAY)
    assert [fact.value for fact in facts if fact.kind == "period"] == [
        {"start": "2025-07", "end": None, "ongoing": True}
    ]


@pytest.mark.parametrize(
    "message",
    [
        "what you have from me till now",
        "Work experience from Nigeria, will it count for this one?",
        "if duties are cook but contract say helper, what they look?",
        "If I worked in Montreal but want to move to Ottawa is it ok?",
    ],
)
def test_a_question_with_its_topic_or_its_supposition_states_nothing(message: str) -> None:
    assert stated(message) == ""


def test_what_somebody_wants_to_add_is_told() -> None:
    facts = read("i want add another job, dishwasher 2024 january to april 24h", TODAY)
    assert {"title", "period", "hours"} <= {fact.kind for fact in facts}
