"""One title for several jobs: "health care aide for 2 places", or two stretches of one job around a layoff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlu.facts import Fact
from nlu.text import Text

_COUNTS: Final = {
    "2": 2, "two": 2, "both": 2, "dos": 2, "deux": 2, "do": 2, "dono": 2, "duas": 2, "dois": 2, "dalawang": 2,
    "3": 3, "three": 3, "tres": 3, "trois": 3, "teen": 3, "tatlong": 3,
}  # fmt: skip
_SEVERAL: Final = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNTS)}) (?:(?:different|diff|separate|part[ -]?time|full[ -]?time|pt|other|nursing|care"
    r"|group|fast food|coffee|grocery|gas)[ ,]+){0,2}"
    r"(?:places?|restos?|restaurants?|compan(?:y|ies)|employers?|agenc(?:y|ies)|hotels?|stores?|shops?|hospitals?|homes?"
    r"|facilit(?:y|ies)|locations?|branch(?:es)?|sites?|clinics?|schools?|jobs?|kitchens?|stations?|warehouses?|farms?"
    r"|lugares|empresas?|jagah|jaga|trabajos?|trabalhos?|emplois?|restaurantes|endroits|employeurs|trabaho|kumpanya"
    r"|tim hortons|tims|mcdonald'?s|subways?|starbucks|walmarts?|franchises?)(?!\w)"
)
_ONE_AND_OTHER: Final = re.compile(
    r"\b(?:at|in|for) (?:the )?(?:one|first)\b[^.;\n]{1,40}\b(?:at|in|for) (?:the )?(?:other|second)\b"
)
_SAME: Final = re.compile(
    r"\bsame (?:job )?(?:title|position|role|post)s?\b|\bmeme (?:titre|poste)\b|\bmism[oa] (?:puesto|cargo|titulo)\b"
    r"|\bpareho(?:ng)? (?:title|position|trabaho)\b"
)
_RECALLED: Final = re.compile(
    r"\b(?:la(?:id|yed|y) ?(?:me |us )?of+|layoff|sent (?:us|me) home|call(?:ed|s)? (?:(?:us|me) )?back|recalled"
    r"|rehired|hired (?:me |us )?(?:back|again)|(?:for|of) (?:the )?(?:season|winter)|mise? a pied|rappele\w*|regrese"
    r"|no work|me mandaron|pinabalik|voltei)\b"
)
_OTHER: Final = re.compile(r"\b(?:new|another|other|different|next|nouve(?:l|au)|autre|otr[oa]|nuevo|outro|ibang)\b")
_AND: Final = re.compile(r"\b(?:and|y|et|e|aur|at|n)\b|[&+,]")
_OF_EACH: Final = re.compile(r"\b(?:each|combined|altogether|sum|in all)\b|=")
_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)?")


def common_title(text: Text, facts: Sequence[Fact]) -> Fact | None:
    """The one title of a message that tells several jobs, or one job in two stretches, under it."""
    titles = [fact for fact in facts if fact.kind == "title"]
    if len({fact.value["title"] for fact in titles}) != 1:
        return None
    periods = sum(fact.kind == "period" and bool(fact.value["start"] or fact.value["end"]) for fact in facts)
    if periods > 1 and (_SAME.search(text.folded) or _several(text) == periods):
        return titles[0]
    is_recalled = _RECALLED.search(text.folded) and not _OTHER.search(text.folded)
    return titles[0] if periods == 2 and is_recalled else None


def is_of_several(text: Text) -> bool:
    """Whether each period is a job of its own, though they share their days."""
    return _several(text) is not None or _SAME.search(text.folded) is not None


def with_hours_of_each(text: Text, facts: Sequence[Fact]) -> list[Fact] | None:
    """ "cashier at 2 stores, 20h and 18h, since may 2025": two jobs that differ in their hours; None for all else."""
    hours = [fact for fact in facts if fact.kind == "hours" and len(fact.readings) > 1]
    if len(hours) != 1 or any(sum(fact.kind == kind for fact in facts) > 1 for kind in ("title", "period")):
        return None
    told = hours[0]
    count = _several(text)
    said = text.folded[told.start : told.end]
    figures = [figure.replace(",", ".") for figure in _FIGURE.findall(said)]
    if len(figures) != count or _AND.search(said) is None or _OF_EACH.search(text.folded):
        return None
    if {fact["per_week"] for fact in told.readings} != set(figures):
        return None
    each = [replace(told, value={"per_week": figure}, ambiguous=False, readings=()) for figure in figures]
    beside = [fact for fact in facts if fact.kind in ("title", "period", "noc")]
    others = [fact for fact in facts if fact.kind not in ("title", "period", "noc", "hours")]
    jobs = [replace(fact, job=number) for number, own in enumerate(each) for fact in (*beside, own)]
    return sorted([*others, *jobs], key=lambda fact: (fact.start, fact.end, fact.job or 0))


def _several(text: Text) -> int | None:
    """How many jobs or places the message says there are."""
    found = _SEVERAL.search(text.folded)
    return _COUNTS[found["count"]] if found else 2 if _ONE_AND_OTHER.search(text.folded) else None
