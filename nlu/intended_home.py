"""Understands a place named where the plans were asked: "alberta mein hi rahna hai", "montreal ya".

Pure, and free of Rasa and spaCy, like nlu.context, which calls it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlu.facts import Fact
from nlu.moods import Mood, clauses
from nlu.text import Text

_QUESTIONS: Final = frozenset((Mood.ASK, Mood.CHECK))
_BOTH: Final = ({"value": True}, {"value": False})
_DENIED_BEFORE: Final = re.compile(
    r"\b(?:not|never|(?:not|no) (?:really )?interest(?:ed)? in|don'?t (?:like|want)"
    r"|except|but|outside(?: of)?|out of|away from|anywhere but|leave|leaving|hindi|hors(?: du| de)?"
    r"|pas(?: (?:au|a|en|le|du))?|non(?= a| au)|nunca(?: en)?|menos|excepto|khong|kecuali|ayaw(?: ko)?(?: sa)?)"
    r"\s(?:(?:in|to|en|sa|the|le|la|a|au) )*$"
)
#: "no montreal" denies it, or only begins the answer.
_NO_BEFORE: Final = re.compile(r"\b(?:no|non|nahi|nope)\s$")
_DENIED_AFTER: Final = re.compile(
    r"\s*(?:(?:me|mein|ch|vich|ko|wala|side|jana|rehna|rahna|is|hi|to|toh|la|ya)\s)*"
    r"(?:nahi+n?|nai|nhi|never|no way|hindi|not (?:for me|at all))\b"
)
#: Where somebody was, studied or is employed is not yet where they will live.
_ANOTHER_TIME: Final = re.compile(
    r"\b(?:work\w*|job|employer|compan\w+|stud\w+|college|university|was|were|lived|used to|before|previous\w*|born"
    r"|first|graduated|landed|travaill\w+|etud\w+|avant|trabaj\w+|kaam|before|left|moved from|came from)\b[^.;!?]*$"
)
_UNKNOWN: Final = re.compile(r"\b(?:idk|i don'?t know|dunno|no idea|no se|je (?:ne )?sais pas|ewan|pata nahi)\b")
_SMALL: Final = frozenset("no sorry in i mean meant to it is its will be live plan ok oh the province of so".split())
_TORN: Final = re.compile(
    r"\b(?:not sure|unsure|maybe|may be|perhaps|depends|undecided|not decided|peut[- ]etre|shayad|siguro|baka|quizas?"
    r"|talvez|either)\b"
)


def as_home(facts: Sequence[Fact], text: str) -> list[Fact]:
    """The facts with a province or city of Canada as where they intend to live.

    A place that is turned down ("not montreal") tells of the others only where it is in Quebec. Places on both sides,
    and those of work or of the past, are ambiguous. text: the raw message.
    """
    places = [fact for fact in facts if fact.kind == "place" and _is_in_canada(fact)]
    if not places or any(fact.kind == "outside_quebec" for fact in facts):
        return list(facts)
    folded = Text.of(text).folded
    told = [(fact, _value(fact, folded)) for fact in places]
    values = {value for _, value in told if value is not None}
    if not values or (len(values) > 1 and _UNKNOWN.search(folded)):
        return list(facts)
    said = [(fact, value) for fact, value in told if value is not None]
    of_another_time = all(_is_doubted(fact, folded) for fact, _ in said)
    if of_another_time and any(clause.mood in _QUESTIONS for clause in clauses(Text.of(text))):
        # "i worked in montreal, can i use it if i go to toronto": the plans are asked for again after the answer.
        return list(facts)
    doubted = len(values) > 1 or of_another_time
    doubted = doubted or (len(said) == 1 and _TORN.search(folded) is not None)
    first, value = said[0]
    home = replace(
        first,
        kind="outside_quebec",
        value={"value": value},
        ambiguous=doubted,
        readings=_BOTH if doubted else (),
        job=None,
    )
    others = [fact for fact in facts if not any(fact is place for place, _ in said)]
    return sorted([*others, home], key=lambda fact: (fact.start, fact.end))


def is_nothing_but_a_place(facts: Sequence[Fact], text: str) -> bool:
    """Whether a message is a province or city of Canada and no more than a few small words: "in ontario i mean"."""
    if len(facts) != 1 or facts[0].kind != "place" or not _is_in_canada(facts[0]):
        return False
    folded = Text.of(text).folded
    beside = f"{folded[: facts[0].start]} {folded[facts[0].end :]}"
    return all(word in _SMALL for word in re.findall(r"\w+", beside))


def _is_in_canada(fact: Fact) -> bool:
    return fact.value.get("country") == "CA" and bool(fact.value.get("province"))


def _value(fact: Fact, folded: str) -> bool | None:
    """Whether the place tells of life outside Quebec; None where it is turned down and says nothing of Quebec."""
    in_quebec = fact.value["province"] == "QC"
    if _DENIED_BEFORE.search(folded, 0, fact.start) or _DENIED_AFTER.match(folded, fact.end):
        return True if in_quebec else None
    return not in_quebec


def _is_doubted(fact: Fact, folded: str) -> bool:
    before = folded[: fact.start]
    return _NO_BEFORE.search(before) is not None or _ANOTHER_TIME.search(before) is not None
