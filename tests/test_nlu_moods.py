"""Statements are told from questions, suppositions, wishes and reports of others."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.moods import IDLE, clauses, idle_spans, is_covered
from nlu.text import Text


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
