"""From what a message supposes to the law's suppositions, each with the words it is said back in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from interview import supposed_plans, supposed_work
from interview.answering import Answer
from interview.state import State
from interview.wishes import Frame, Wish
from nlu.facts import Supposition

_TAKE: Final[Mapping[str, Callable[[Wish, Mapping[str, Any], Frame], None]]] = {
    "ends": supposed_work.take_ends,
    "starts": supposed_work.take_starts,
    "hours": supposed_work.take_hours,
    "noc": supposed_work.take_unit_group,
    "title": supposed_work.take_title,
    "studies": supposed_plans.take_studies,
    "scores": supposed_plans.take_scores,
    "clb": supposed_plans.take_levels,
    "outside_quebec": supposed_plans.take_lives,
    "place": supposed_plans.take_place,
    "applies": supposed_plans.take_applies,
}


def wish(supposed: Supposition, state: State, answer: Answer, today: date) -> Wish:
    """What a message wants to try out, on the answer as it is; without words where that is not clear."""
    frame = Frame(state, answer, today, supposed.facts, supposed.is_all_along)
    found = Wish()
    for kind, take in _TAKE.items():
        if (value := frame.value(kind, even_unsure=kind == "clb")) is not None:
            take(found, value, frame)
    return found
