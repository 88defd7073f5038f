"""Which job or jobs of a message a fact is told of: the one it stands in, "both 40h", or only a part of one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from nlu.facts import Fact
from nlu.text import Text

_OF_ALL: Final = re.compile(
    r"\b(?:both|all|same|always|toujours)\b(?:\s+(?:of|them|these|jobs?|were|was|are|is|at|with|the|hours?|for|two|three|positions?|dates?|timings?|time|along|places?)){0,4}[\s:,]*$"
)
_OF_ALL_AFTER: Final = re.compile(r"^\s*(?:(?:for|at|in|on)\s+)?(?:both|each(?! week)|all)\b(?!\s*(?:since|from|\d))")
_SOME_MONTHS: Final = (
    r"(?:(?:only|first|initially|initial|beginning)\s+(?:\w+\s+)?"
    r"(?:\d+|one|two|three|few|six|couple of)\s*(?:months?|years?|weeks?|yrs?|mths?)"
    r"|(?<!since )(?<!from )(?:first|last|initial|1st|2nd|second) (?:year|yr|month|half|semester|summer|winter)"
    r"|(?:semester|winter|summer|probation))"
)
_PART_BEFORE: Final = re.compile(rf"\b{_SOME_MONTHS}\W+(?:\w+\s+)?$")
_PART_AFTER: Final = re.compile(rf"\W+(?:for |in |the |during )*{_SOME_MONTHS}\b")
_MAIN: Final = re.compile(
    r"\b(?:(?:but|and) )?(?:(?:my|the|mi|mon|meu|mera) )?"
    r"(?:(?:main|real|actual|primary|regular|full[ -]?time|other|day|proper) (?:job|work|employer|employment)"
    r"|(?:trabajo|emploi|trabalho) principal)\b"
)
_EVER: Final = re.compile(r"\b(?:never|none|any|ever|all|both|nothing)\b")


def told_of(
    text: Text, fact: Fact, begins: Sequence[int], anchored: Mapping[int, int], shared: Collection[str]
) -> list[int | None]:
    """The job or jobs that a fact is told of. shared: the kinds of which one fact may be said of all."""
    if (
        fact.kind == "exclusion"
        and not fact.value["present"]
        and _EVER.search(text.folded[max(0, fact.start - 15) : fact.end])
    ):
        return [None]
    if fact.kind in shared and id(fact) not in anchored and len(begins) > 1 and is_of_all(text, fact):
        return list(range(len(begins)))
    if id(fact) in anchored:
        return [anchored[id(fact)]]
    return [max(bisect_right(begins, fact.start) - 1, 0)]


def is_of_all(text: Text, fact: Fact) -> bool:
    before, after = (
        text.folded[max(0, fact.start - 30) : fact.start],
        text.folded[fact.end : fact.end + 20],
    )
    return bool(_OF_ALL.search(before) or (fact.kind == "hours" and _OF_ALL_AFTER.search(after)))


def is_of_a_part(text: Text, fact: Fact) -> bool:
    """ "but only 6 months full time": hours of a part of the job are not those of the whole."""
    if fact.kind != "hours":
        return False
    near = text.folded[max(0, fact.start - 30) : fact.start], text.folded[fact.end : fact.end + 30]
    return _PART_BEFORE.search(near[0]) is not None or _PART_AFTER.match(near[1]) is not None


def main_job(text: Text, facts: Sequence[Fact]) -> int:
    """Where the main job begins after work of one's own that has no title: "i drive uber but my main job is cook"."""
    first = next((fact.start for fact in facts if fact.kind in ("title", "duties", "period", "hours")), 0)
    own = [fact for fact in facts if fact.kind == "exclusion" and fact.value["reason"] == "self_employed"]
    if not own or not own[0].value["present"] or own[0].end > first:
        return 0
    named = _MAIN.search(text.folded, own[0].end, first + 1)
    return named.start() if named else 0
