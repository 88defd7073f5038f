"""What people say they really do, beside what their job is called: "shift lead, mostly on the till"."""

from __future__ import annotations

import re
from typing import Final

import noc
from nlu.facts import Fact
from nlu.text import Text

#: What is told after these is what fills the day.
_MOSTLY: Final = re.compile(
    r"\b(?:mostly|mosty|mainly|primarily|most of the (?:day|time|shift)s?|most days|all day(?: long)?|in reality"
    r"|in practice|(?:really|actually) (?:i )?(?:just|only)|(?:my|the) (?:(?:real|actual) (?:work|job|duty|duties)"
    r"|main (?:work|duty|duties|tasks?|job (?=(?:is|was) (?:to|[a-z]+ing)\b)))"
    r" ?(?:is|was|are|were)|surtout|principalement|la plupart du temps)\b[\s,:]*"
    r"(?:(?:i|i'?m|i am|am|was|do|doing|did|it'?s|it is|just|only|je|j'?|suis|fais)\b\s*)*"
    r"(?P<duties>[a-z][a-z' /&-]{3,60}?)(?=$|[.,;:!?(\n\d]|\s(?:since|from|until|but|because|depuis)\b)"
)
_WHEN: Final = frozenset(
    "nights days evenings mornings weekends weekdays night day evening shift shifts and or".split()
)
_WHERE: Final = re.compile(r"\s(?:at|in)\s")
#: Below this the words tell of no work: "mostly happy", "mostly in calgary".
_LEAST_SCORE: Final = 0.5


def read_told_duties(text: Text) -> list[Fact]:
    """Facts of the kind duties: what somebody says they do most of the day, where it is some group's work."""
    facts = []
    for found in _MOSTLY.finditer(text.folded):
        said = found["duties"].strip()
        # "cook at a diner": where it is done may be too much.
        if any(_is_work(words) for words in (said, *_WHERE.split(said)[:1])):
            facts.append(Fact("duties", {"text": said}, found.start(), found.start("duties") + len(said)))
    return facts


def _is_work(words: str) -> bool:
    return not _WHEN.issuperset(words.split()) and any(one.score >= _LEAST_SCORE for one in noc.search_duties(words))
