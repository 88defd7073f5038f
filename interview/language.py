"""What was said about the language test: taken together, and only what the test can give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import cec
from interview.dates import first_day
from interview.reply import Part, line, say
from interview.state import Doubt, State
from nlu.facts import SKILLS, Fact

FieldChange = tuple[str, Any, Any]


def take_language(state: State, fact: Fact, message: str) -> list[FieldChange]:
    """Take one fact about the test into the state; a doubt where it can be read in several ways."""
    if fact.kind == "numbers":
        return _take_numbers(state, fact, message)
    told = state.language = state.language or {}
    known = told.get("test")
    if fact.kind in ("overall", "clb"):
        if not _all_scores_known(state) and (known is None or known in cec.parameters.tests()):
            state.doubts.append(Doubt(fact.kind, message[fact.start : fact.end]))
        return []
    if fact.ambiguous:
        if fact.kind == "test" and any(known == reading.get("test") for reading in fact.readings):
            return []
        said = message[fact.start : fact.end]
        state.doubts.append(Doubt(fact.kind, said, [dict(r) for r in fact.readings]))
        return []
    for question in ("language", "scores", "test_date", "test_day", "test_name", "score_scale"):
        state.unskip(question)
    if fact.kind == "test":
        told["test"] = fact.value["test"]
        state.doubts = [doubt for doubt in state.doubts if doubt.kind != "test"]
        return [("test", known, told["test"])]
    if fact.kind == "test_date":
        old, told["date"] = told.get("date"), fact.value["date"]
        return [("test_date", old, told["date"])]
    scores = told.setdefault("scores", {})
    told.pop("scale_sure", None)
    changes = []
    for skill in SKILLS:
        if skill in fact.value:
            changes.append((skill, scores.get(skill), fact.value[skill]))
            scores[skill] = fact.value[skill]
    if all(skill in scores for skill in SKILLS):
        state.doubts = [doubt for doubt in state.doubts if doubt.kind not in ("overall", "clb")]
    return changes


def _take_numbers(state: State, fact: Fact, message: str) -> list[FieldChange]:
    """Four figures beside a test are its scores; in which order is asked, unless it makes no difference."""
    values = fact.value["values"]
    if len(values) != len(SKILLS) or not (state.language or {}).get("test"):
        return []
    scores = dict(zip(SKILLS, values, strict=True))
    if len(set(values)) == 1:
        return take_language(state, replace(fact, kind="scores", value=scores, ambiguous=False), message)
    state.doubts.append(Doubt("numbers", message[fact.start : fact.end], [scores]))
    return []


def drop_impossible_scores(state: State, today: date) -> list[Part]:
    """Take back every score that the test cannot give; returns a sentence for each, saying what it can give."""
    told = state.language or {}
    test, scores = told.get("test"), told.get("scores") or {}
    if not test:
        return []
    day = first_day(told["date"]) if told.get("date") else today
    notes = []
    for skill, value in list(scores.items()):
        problem = cec.check_score(test, skill, value, day)
        if problem is not None:
            del scores[skill]
            notes.append(
                line(
                    "note_impossible_score",
                    score=value,
                    skill=say(f"skill_{skill}"),
                    test=say(f"test_{test}"),
                    lowest=f"{problem.lowest.normalize():f}",
                    highest=f"{problem.highest.normalize():f}",
                    step=f"{problem.step.normalize():f}",
                )
            )
    return notes


def drop_impossible_date(state: State, today: date) -> list[Part]:
    """Take back a test date that lies in the future."""
    taken = (state.language or {}).get("date")
    if taken is None or first_day(taken) <= today:
        return []
    assert state.language is not None
    del state.language["date"]
    return [line("note_test_in_future")]


def _all_scores_known(state: State) -> bool:
    scores = (state.language or {}).get("scores") or {}
    return all(skill in scores for skill in SKILLS)
