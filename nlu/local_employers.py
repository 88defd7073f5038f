"""Tells a company of some nationality that is in Canada from one abroad: "in a chinese company markham"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nlu.facts import Fact
from nlu.places import Place

#: What makes a company foreign by itself, wherever the person sits.
_FOREIGN: Final = re.compile(r"\b(?:foreign|overseas|non[ -]canadian|based)\b")
_UP_TO_THE_PLACE: Final = re.compile(
    r"[\s,(-]*(?:(?:located|here|branch|office|which|that|is|was|in|at|of|near|the|downtown|a|au|en)[\s,]+)*"
)
_FROM_ABROAD: Final = re.compile(
    r"\b(?:remote\w*|online|wfh|from home|home office|abroad|outside|overseas|foreign|teletravail|usd|dollars us"
    r"|us dollars|wise|payoneer|upwork|paid (?:from|in|by)|payroll (?:in|from))\b"
)


def is_local(fact: Fact, folded: str, places: Sequence[Place]) -> bool:
    """True for a foreign employer told by its nationality only, with a place in Canada right behind it.

    Remote work, or pay from abroad, told anywhere in the message leaves it foreign.
    """
    if fact.kind != "exclusion" or fact.value["reason"] != "foreign_employer" or not fact.value["present"]:
        return False
    if _FOREIGN.search(folded, fact.start, fact.end) or _FROM_ABROAD.search(folded):
        return False
    return any(
        place.country == "CA" and _UP_TO_THE_PLACE.fullmatch(folded, fact.end, place.start)
        for place in places
        if place.start >= fact.end
    ) and not any(place.country != "CA" and fact.start <= place.start < fact.end for place in places)
