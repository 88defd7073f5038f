"""Journeys on which nobody worked: a holiday or a visit abroad is no work outside Canada."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nlu.facts import Fact
from nlu.text import Text

_VISIT: Final = re.compile(
    r"\b(?:vacations?|vaction|holidays?|visit(?:ed|ing)?|trip|travell?(?:ed|ing)|honeymoon|wedding|marriage|funeral"
    r"|vacances|vacaciones|ferias|bakasyon|chutti|tourism)\b"
)
_WORK: Final = re.compile(
    r"\b(?:work(?:ed|ing)?|remote(?:ly)?|online|laptop|wfh|telework\w*|teletravail\w*|trabaj\w+|trabalh\w+|travaill\w+"
    r"|freelanc\w+|kaam|nagtrabaho)\b"
)
_PART: Final = re.compile(r"[.;\n]")


def without_visits(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """The facts without work abroad where a part of the message tells of a visit and of no work there."""
    return [fact for fact in facts if not _is_a_visit(text, fact)]


def _is_a_visit(text: Text, fact: Fact) -> bool:
    if fact.kind != "exclusion" or fact.value["reason"] != "abroad" or not fact.value["present"]:
        return False
    before = [found.end() for found in _PART.finditer(text.raw, 0, fact.start)]
    after = _PART.search(text.raw, fact.end)
    part = text.folded[before[-1] if before else 0 : after.start() if after else None]
    return _VISIT.search(part) is not None and _WORK.search(part) is None
