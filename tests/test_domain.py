"""What the bot says and what the code asks for fit together: no part without its words, no words without use."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import cec
from interview import answers, offers
from interview.state import State
from nlu.facts import KINDS, SKILLS

ROOT = Path(__file__).parents[1]
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
RESPONSES: dict[str, list[dict[str, Any]]] = DOMAIN["responses"]
QUESTIONS: list[str] = DOMAIN["forms"]["case_form"]["required_slots"]


def names_in_code() -> tuple[set[str], set[str]]:
    """The names of parts that the code says: whole ones, and the beginnings of those that it puts together."""
    whole, beginnings = set(), set()
    for path in [*(ROOT / "interview").glob("*.py"), *(ROOT / "actions").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "line")):
                continue
            for name in _plain_strings(node.args[0]):
                whole.add(name)
    return whole, beginnings


def _plain_strings(node: ast.AST) -> list[str]:
    if isinstance(node, ast.JoinedStr):
        return []
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_plain_strings(node.body), *_plain_strings(node.orelse)]
    return []


WHOLE, BEGINNINGS = names_in_code()


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_every_part_that_the_code_names_has_words(name: str) -> None:
    assert name in RESPONSES


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_can_be_explained_and_gives_its_reason(question: str) -> None:
    assert f"why_{question}" in RESPONSES
    assert f"explain_{question}" in RESPONSES
    own_words = {"job_group", "doubt"}
    assert question in own_words or f"ask_{question}" in RESPONSES


@pytest.mark.parametrize(("question", "keys"), offers._CHOICES.items())
def test_every_choice_has_a_label(question: str, keys: tuple[str, ...]) -> None:
    for button in offers.buttons(question, keys):
        assert button.label.name in RESPONSES


def test_every_test_ground_skill_and_reason_of_the_law_has_words() -> None:
    law = cec.parameters.on(cec.parameters.first_day().replace(year=2026))
    for test in [*law.accepted_tests, *law.unaccepted_tests]:
        assert f"test_{test}" in RESPONSES
    for skill in SKILLS:
        assert f"skill_{skill}" in RESPONSES
        assert f"field_{skill}" in RESPONSES
    for reason in law.work_exclusions:
        assert f"left_out_{reason}" in RESPONSES
    for ground in law.inadmissibility_grounds:
        assert f"choice_admissibility_which_{ground}" in RESPONSES


@pytest.mark.parametrize(
    "requirement",
    ["work", "duties", "language", "test_validity", "outside_quebec", "admissibility"],
)
def test_every_requirement_has_a_sentence_for_each_status_it_can_have(requirement: str) -> None:
    statuses = {"met", "not_met", "unknown"}
    if requirement == "outside_quebec" or requirement == "admissibility":
        statuses = {"met", "unknown"}
    for status in statuses:
        assert f"{requirement}_{status}" in RESPONSES


def test_no_response_is_there_without_use() -> None:
    unused = [
        name
        for name in RESPONSES
        if name not in WHOLE
        and not any(name.startswith(beginning) for beginning in BEGINNINGS)
        and not name.startswith(("utter_", "month_"))
    ]
    assert unused == []


def test_every_topic_of_the_training_data_has_an_answer_and_the_reverse() -> None:
    asked = set()
    for path in (ROOT / "data" / "nlu").glob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if "/" in block.get("intent", ""):
                asked.add(block["intent"])
    answered = {name.removeprefix("utter_") for name in RESPONSES if name.startswith("utter_faq/")}
    assert asked == answered


def test_entities_are_the_kinds_of_facts_and_the_key_of_a_button() -> None:
    assert set(DOMAIN["entities"]) == {*KINDS, "key"}


def test_no_slot_fills_itself_from_the_text_or_the_intent_of_any_message() -> None:
    for slot in DOMAIN["slots"].values():
        assert [mapping["type"] for mapping in slot["mappings"]] == ["custom"]


def test_no_reply_holds_a_figure_of_the_law_that_was_typed_by_hand() -> None:
    figures = re.compile(r"1,?560|\b30 hours|three years|two years|\bCLB [0-9]")
    typed = [name for name, (response, *_) in RESPONSES.items() if figures.search(response["text"])]
    assert typed == []


def test_nothing_that_the_bot_says_shouts_or_promises() -> None:
    for name, variants in RESPONSES.items():
        for response in variants:
            assert "!" not in response["text"], name
            assert not re.search(r"you will (get|qualify|be approved)|guarantee you", response["text"], re.I), name


def test_every_question_that_can_be_left_open_survives_it() -> None:
    for question in QUESTIONS:
        if question in ("begin", "what_next", "doubt") or question.startswith("exclusion"):
            continue
        state = State.from_slot({"v": 1, "jobs": [{"title": "cook"}]})
        answers.leave_open(state, question, 0)
        assert question in ("job", "more_jobs") or state.skipped
