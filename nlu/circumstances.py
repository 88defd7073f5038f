"""Reads what surrounds the work: permits, places, plans, what may not count, inadmissibility.

What is only asked, supposed or said of others is left out. A family member's record is the one
thing of others that matters to the person, so it is read.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from nlu.exclusions import read_exclusions
from nlu.facts import Fact
from nlu.inadmissibility import read_inadmissibility
from nlu.local_employers import is_local
from nlu.moods import IDLE, Mood, idle_spans, is_covered
from nlu.permits import read_permits
from nlu.places import Place, fact_of, places_in
from nlu.settling import read_settling
from nlu.text import Text

#: A plan to live somewhere is a wish by nature.
_NOT_A_PLAN: Final = IDLE - {Mood.WISH}
_UNSAID: Final = IDLE | {Mood.CHECK}
#: "never worked in quebec", "i don't live in quebec": nobody is there.
_NEVER_THERE: Final = re.compile(
    r"\b(?:never|not|don'?t|didn'?t|haven'?t|hasn'?t)\s(?:ever )?"
    r"(?:work(?:ed|ing)?|liv(?:e|ed|ing)|been|stay(?:ed|ing)?|resided?|residing)\s(?:in|to)\s$"
)
_REACH_BACK: Final = 40


def read_circumstances(text: Text, today: date) -> list[Fact]:
    """Facts of the kinds exclusion, permit, place, outside_quebec, inadmissibility; in order."""
    unsaid, not_planned = idle_spans(text, _UNSAID), idle_spans(text, _NOT_A_PLAN)
    places = places_in(text)
    plans, planned = read_settling(text, places)
    told = [
        *read_exclusions(text, today, lambda offset: is_covered(unsaid, offset)),
        *read_permits(text.folded),
        *read_inadmissibility(text.folded, lambda offset: is_covered(unsaid, offset)),
    ]
    told = [fact for fact in told if not is_local(fact, text.folded, places)]
    told += [fact_of(place) for place in places if place not in planned and not _is_denied(text.folded, place)]
    facts = [fact for fact in told if not is_covered(unsaid, fact.start) or _is_of_family(fact)]
    # "my husband got a job in montreal so we will live there": the place is told of him, the plan of both.
    of_others = idle_spans(text, frozenset((Mood.OTHERS,)))
    facts += [
        plan
        for plan in plans
        if not is_covered(not_planned, plan.end - 1)
        and (not is_covered(not_planned, plan.start) or is_covered(of_others, plan.start))
    ]
    return sorted(facts, key=lambda fact: (fact.start, fact.end))


def _is_denied(folded: str, place: Place) -> bool:
    return _NEVER_THERE.search(folded[max(0, place.start - _REACH_BACK) : place.start]) is not None


def _is_of_family(fact: Fact) -> bool:
    return fact.kind == "inadmissibility" and fact.value["ground"] == "family_member"
