"""The evaluation forgives what makes no difference to the person, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nlu.facts import Fact
from tests.nlu.scoring import Annotated, judge

SELF_EMPLOYED = {"reason": "self_employed", "present": True, "start": None, "end": None}
NO_STATUS = {"reason": "no_status", "present": True, "start": None, "end": None}
JOB = {"start": "2024-01", "end": "2024-12", "ongoing": False}
IN_ORDER = {"listening": "8", "reading": "7", "writing": "6", "speaking": "7"}


def is_right(annotated: Sequence[tuple[str, Mapping[str, Any]]], read: Sequence[tuple[str, Mapping[str, Any]]]) -> bool:
    facts = tuple({"kind": kind, "value": value} for kind, value in annotated)
    message = Annotated("", "scores", "inform", None, facts)
    return judge(message, [Fact(kind, value, 0, 0) for kind, value in read]).right


def test_an_exclusion_of_the_whole_job_is_the_same_with_its_days_and_without() -> None:
    dated = {**SELF_EMPLOYED, "start": "2024-01", "end": "2024-12"}
    assert is_right([("exclusion", SELF_EMPLOYED), ("period", JOB)], [("exclusion", dated), ("period", JOB)])


def test_an_exclusion_of_a_part_of_the_job_is_not_one_of_the_whole() -> None:
    part = {**SELF_EMPLOYED, "start": "2024-01", "end": "2024-03"}
    assert not is_right([("exclusion", part), ("period", JOB)], [("exclusion", SELF_EMPLOYED), ("period", JOB)])


def test_a_claimant_has_no_status_said_or_not_and_others_must_say_so() -> None:
    assert is_right([("permit", {"permit": "refugee_claimant"})], [("exclusion", NO_STATUS)])
    assert not is_right([("permit", {"permit": "open"})], [("exclusion", NO_STATUS)])


def test_figures_in_a_row_are_scores_only_in_the_order_asked_for() -> None:
    figures: Sequence[tuple[str, Mapping[str, Any]]] = [("numbers", {"values": ["8", "7", "6", "7"]})]
    assert is_right(figures, [("scores", IN_ORDER)])
    assert not is_right(figures, [("scores", {**IN_ORDER, "listening": "7", "reading": "8"})])


def is_silent(
    annotated: Sequence[tuple[str, Mapping[str, Any]]], read: Sequence[tuple[str, Mapping[str, Any]]]
) -> bool:
    facts = tuple({"kind": kind, "value": value} for kind, value in annotated)
    return bool(
        judge(Annotated("", None, "inform", None, facts), [Fact(kind, value, 0, 0) for kind, value in read]).silent
    )


def test_what_is_right_and_leads_to_a_question_or_to_the_same_group_is_not_silently_wrong() -> None:
    dated = {**SELF_EMPLOYED, "start": "2024-01", "end": "2024-12"}
    assert not is_silent([("exclusion", dated)], [("exclusion", SELF_EMPLOYED)])
    assert not is_silent([("title", {"title": "front desk agent"})], [("title", {"title": "hotel front desk agent"})])


def test_another_reason_or_another_trade_is_silently_wrong() -> None:
    assert is_silent([("exclusion", NO_STATUS)], [("exclusion", SELF_EMPLOYED)])
    assert is_silent([("title", {"title": "kitchen supervisor"})], [("title", {"title": "kitchen helper"})])
