"""Suppositions beside the work: the scores, the day of the application, study, where to live."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import cec
from cec.language import lowest_score
from cec.supposing import Applies, Lives, Scores, Studies
from interview.dates import first_day, words
from interview.reply import say
from interview.wishes import Frame, Wish
from nlu.facts import SKILLS


def take_applies(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    day = frame.day("applies")
    if value.get("date") and day > frame.today:
        found.suppositions.append(Applies(day))
        found.what.append(say("if_applies", day=words(day)))


def take_studies(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    if value.get("part_time"):
        found.what.append(say("if_studies_part_time"))
        found.notes.append(say("what_if_part_time_study"))
        return
    day = frame.day("studies")
    found.suppositions.append(Studies(day))
    found.what.append(say("if_studies", day=words(day)))
    found.notes.append(say("what_if_study"))


def take_scores(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    known = frame.answer.case.language_test
    test = (frame.value("test") or {}).get("test") or (known.test if known else None)
    if test is None:
        found.notes.append(say("what_if_which_test"))
        return
    taken = frame.value("test_date")
    day = first_day(taken["date"]) if taken else None
    on = day or (known.date if known and known.date else frame.today)
    for skill, score in value.items():
        if problem := cec.check_score(test, skill, score, on):
            lowest, highest, step = (f"{n.normalize():f}" for n in (problem.lowest, problem.highest, problem.step))
            named = {"score": score, "skill": say(f"skill_{skill}"), "test": say(f"test_{test}")}
            found.notes.append(say("note_impossible_score", **named, lowest=lowest, highest=highest, step=step))
            return
    shown = [say("score", skill=say(f"skill_{skill}"), score=value[skill]) for skill in SKILLS if skill in value]
    found.suppositions.append(Scores({s: Decimal(v) for s, v in value.items()}, test, day))
    when = {"day": words(day)} if day else {}
    found.what.append(say("if_scores_on" if day else "if_scores", test=say(f"test_{test}"), scores=shown, **when))
    found.notes.append(say("what_if_sitting"))


def take_levels(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    """CLB levels: the lowest scores of the test that are worth them."""
    known = frame.answer.case.language_test
    test = (frame.value("test") or {}).get("test") or (known.test if known else None)
    if frame.value("scores") is not None or test not in cec.parameters.tests():
        return
    level = {skill: value.get(skill) or value.get("all") for skill in SKILLS}
    wanted = {skill: int(told) for skill, told in level.items() if told and told.isdecimal()}
    on = known.date if known and known.date else frame.today
    if wanted and all(4 <= number <= 10 for number in wanted.values()):
        take_scores(found, {s: str(lowest_score(str(test), s, number, on)) for s, number in wanted.items()}, frame)


def take_place(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    if value.get("country") in (None, "CA") and value.get("province"):
        take_lives(found, {"value": value["province"] != "QC"}, frame)


def take_lives(found: Wish, value: Mapping[str, Any], frame: Frame) -> None:
    if not any(isinstance(one, Lives) for one in found.suppositions):
        found.suppositions.append(Lives(bool(value["value"])))
        found.what.append(say("if_outside_quebec" if value["value"] else "if_in_quebec"))
