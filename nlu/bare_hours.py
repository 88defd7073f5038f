"""Hours a week without a word for them: "nurse since november 2025, 37.5", "job 1 was 30 hours, the second one 18".

What no score, age, day or count can be is hours; everything else stays a number, which the conversation understands
from its question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from nlu.facts import Fact
from nlu.text import Text

_TELLS_A_JOB: Final = frozenset(("title", "period", "noc", "duties", "job_ref"))
_TOLD_OF_A_JOB: Final = _TELLS_A_JOB | {"hours"}
_LEAST, _MOST = Decimal(15), Decimal(45)
#: The parts of an hour that weeks have: "36.25" is a public servant's; below 30 it is rather a wage.
_HALF: Final = Decimal("0.5")
_QUARTERS: Final = (Decimal("0.25"), Decimal("0.75"))
_LEAST_WITH_QUARTERS: Final = Decimal(30)
_OF_MONEY: Final = re.compile(
    r"\b(?:pay|paid|wages?|salary|rate|earn\w*|mak(?:e|ing)|rent|dollars?|cad|gpa|years? old|age)\b"
)
_NEAR: Final = 15

_LEAST_BESIDE, _MOST_BESIDE = Decimal(8), Decimal(60)
#: What leads from a job to its figure, and what may follow that figure.
_LEADS: Final = re.compile(
    r"(?:\b(?:20\d\d|'?\d\d|now|present|today|tak|date|current|hoy|ahora|ngayon|was|were|is|it'?s|one|job|only|just|for)"
    r"|[,:(-])\s*$"
)
_FOLLOWS: Final = re.compile(r"\s*(?:$|[,;)\n]|\.(?!\d)|(?:and|then|both|each|but|so|for|i|please|pls|now)\b)")
#: Another figure of the same job, so near its hours, after "now" or before "in summer".
_NEAR_HOURS: Final = 30
_SENTENCE_ENDS: Final = re.compile(r"[.;\n](?!\d)")
_NOW: Final = re.compile(
    r"\b(?:now|later|then|sometimes|after|before|earlier|ngayon|ahora|abhi|maintenant)\W*(?:its?\W*)?$"
)
_IN_SEASON: Final = re.compile(
    r"\s*(?:hours? )?(?:in|during|en|over)\s(?:the\s)?"
    r"(?:summers?|winters?|breaks?|holidays?|vacations?|verano|school|semester)\b"
)
_OF_BOTH: Final = re.compile(
    r"\s*(?:(?:at|in|for|on)\s+)?(?:both|each (?:one|place|job)|all)\b(?!\s*(?:since|from|\d))"
)


def with_bare_hours(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """The facts with the numbers that can only be hours a week turned into hours."""
    if not any(fact.kind == "number" for fact in facts) or not any(fact.kind in _TOLD_OF_A_JOB for fact in facts):
        return list(facts)
    told = [_as_hours(fact) if _is_of_a_week(text, fact, facts) else fact for fact in facts]
    told = [_with_later_hours(text, fact, told) for fact in told]
    hours = [fact for fact in told if fact.kind == "hours"]
    return [
        fact for fact in told
        if fact.kind != "number" or not any(one.start <= fact.start < one.end for one in hours)
    ]  # fmt: skip


def _as_hours(fact: Fact) -> Fact:
    replaces = {"per_week": fact.replaces["value"]} if fact.replaces and "value" in fact.replaces else fact.replaces
    return replace(fact, kind="hours", value={"per_week": fact.value["value"]}, replaces=replaces)


def _is_of_a_week(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    if fact.kind != "number":
        return False
    near = text.folded[max(0, fact.start - _NEAR) : fact.start], text.folded[fact.end : fact.end + _NEAR]
    if any(_OF_MONEY.search(side) for side in near):
        return False
    hours = [other for other in facts if other.kind == "hours"]
    figure = Decimal(fact.value["value"])
    if not hours:
        return _has_part_of_an_hour(figure) or _is_of_both(text, fact, facts)
    return _LEAST_BESIDE <= figure <= _MOST_BESIDE and _is_of_the_next_job(text, fact, facts, hours)


def _has_part_of_an_hour(figure: Decimal) -> bool:
    """ "37.5", "36.25": no score, age or count; "22.50" is rather money."""
    part = figure % 1
    is_usual = (part == _HALF and str(part) == "0.5") or (part in _QUARTERS and figure >= _LEAST_WITH_QUARTERS)
    return _LEAST < figure < _MOST and is_usual


def _is_of_both(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    """ "cook till may and baker since june. 40 both places"."""
    several = any(sum(other.kind == kind for other in facts) > 1 for kind in ("title", "period"))
    figure = Decimal(fact.value["value"])
    return several and _LEAST <= figure <= _MOST_BESIDE and _OF_BOTH.match(text.folded, fact.end) is not None


def _is_of_the_next_job(text: Text, fact: Fact, facts: Sequence[Fact], hours: Sequence[Fact]) -> bool:
    """ "the first job was 30 hours, and the second one was 18": the word is said once, of the job before."""
    before = [other for other in hours if other.end <= fact.start and not other.ambiguous and other.value["per_week"]]
    if not before or any(other.start > fact.start for other in hours):
        return False
    told_since = any(
        other.kind in _TELLS_A_JOB and before[-1].end <= other.start and other.end <= fact.start for other in facts
    )
    lead = text.folded[max(0, fact.start - 20) : fact.start]
    follows_title = any(
        other.kind == "title" and other.end <= fact.start and not text.folded[other.end : fact.start].strip()
        for other in facts
    )
    is_led = follows_title or _LEADS.search(lead) is not None
    return told_since and is_led and _FOLLOWS.match(text.folded, fact.end) is not None


def _with_later_hours(text: Text, fact: Fact, facts: Sequence[Fact]) -> Fact:
    """ "hours were 30 now 40", "20 hours during school, 40 in summer": which of them is to be asked."""
    if fact.kind != "hours" or fact.ambiguous or not fact.value["per_week"]:
        return fact
    for other in facts:
        between = text.folded[fact.end : other.start]
        if other.kind != "number" or not 0 < other.start - fact.end < _NEAR_HOURS or _SENTENCE_ENDS.search(between):
            continue
        is_later = _NOW.search(between) or _IN_SEASON.match(text.folded, other.end)
        if is_later and _LEAST <= Decimal(other.value["value"]) <= _MOST_BESIDE:
            readings = (fact.value, {"per_week": other.value["value"]})
            return replace(fact, end=other.end, ambiguous=True, readings=readings)
    return fact
