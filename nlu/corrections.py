"""Reads what a correction takes back, and which job it speaks of.

"it was 22 hours not 32" gives one fact, 22 hours, that replaces 32: the old value is never left as a fact beside the
new one. Which job is meant is read by nlu.job_refs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from nlu.calendar_words import month_number
from nlu.contrasts import Rejected, rejected
from nlu.facts import Fact
from nlu.job_refs import hours_of_refs, job_refs
from nlu.moods import IDLE, Mood, idle_spans, is_covered
from nlu.named_tests import mentions
from nlu.text import Text

#: Kinds of which the old value is taken back by the new one; those in a group may stand for each
#: other.
_DATED: Final = frozenset(("date", "period", "test_date"))
_GROUPS: Final = (
    frozenset(("hours", "number")),
    _DATED,
    frozenset(("title",)),
    frozenset(("noc",)),
    frozenset(("place",)),
    frozenset(("duration", "number")),
    frozenset(("overall", "number")),
    frozenset(("numbers",)),
)
_FIGURE_OF: Final = {"hours": "per_week", "overall": "overall", "duration": "amount"}
#: Said of the person, not valued: taken back only as a whole quote ("I said employee but I got a
#: T4A").
_STATEMENTS: Final = frozenset(("exclusion", "inadmissibility", "outside_quebec"))
_WORD: Final = re.compile(r"[a-z]+")
_FIGURE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?(?![\d.,]*\d)")


def read_corrections(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """The facts without what is taken back, ``replaces`` set on the new ones; and job_ref facts."""
    idle = idle_spans(text, IDLE - {Mood.WISH})
    refs = [fact for fact in job_refs(text.folded) if not is_covered(idle, fact.start)]
    told = hours_of_refs(text.folded, [fact for fact in facts if not _is_referred_to(fact, refs)], refs)
    taken_back = rejected(text.folded)
    kept = _with_old_tests(text, told, taken_back)
    if taken_back != Rejected(frozenset(), frozenset()):
        kept = _without_old(text, kept, taken_back)
    return sorted([*kept, *refs], key=lambda fact: (fact.start, fact.end))


def _is_referred_to(fact: Fact, refs: Sequence[Fact]) -> bool:
    """ "my cook job" points to a job that is known; it does not give it a title anew."""
    return fact.kind == "title" and any(ref.start <= fact.start < ref.end for ref in refs)


def _with_old_tests(text: Text, facts: list[Fact], taken_back: Rejected) -> list[Fact]:
    """ "CELPIP not IELTS": the grammar of tests has left the old one out; here it is named."""
    tests = [fact for fact in facts if fact.kind == "test"]
    old = [one for one in mentions(text) if taken_back.holds(one.start, one.end)]
    if len(tests) != 1 or len(old) != 1:
        return facts
    return [replace(fact, replaces={"test": old[0].tests[0]}) if fact is tests[0] else fact for fact in facts]


def _without_old(text: Text, facts: list[Fact], taken_back: Rejected) -> list[Fact]:
    old = [fact for fact in facts if _group(fact) and taken_back.holds(fact.start, fact.end)]
    said = [fact for fact in facts if fact.kind in _STATEMENTS and taken_back.quotes_at(fact.start)]
    kept = [fact for fact in facts if fact not in old and fact not in said]
    for one in old:
        kept = _replacing(kept, one)
    for at in taken_back.starts:
        if not any(one.start <= at < one.end for one in old):
            kept = _without_bare(text.folded, kept, at)
    return kept


def _without_bare(folded: str, facts: list[Fact], at: int) -> list[Fact]:
    """Take back a figure or a month that no grammar made a fact of."""
    if figure := _FIGURE.match(folded, at):
        return _replacing(facts, Fact("number", {"value": figure.group().replace(",", ".")}, at, figure.end()))
    word = _WORD.match(folded, at)
    month = month_number(word.group()) if word else None
    dated = [fact for fact in facts if fact.kind in _DATED and fact.replaces is None]
    if word is None or month is None or len(dated) != 1:
        return facts
    # The year is that of the new date: a slip in the month leaves it as it was.
    new = next(day for day in (dated[0].value.get(name) for name in ("date", "start", "end")) if day)
    return _replacing(facts, Fact("date", {"date": f"{new[:4]}-{month:02}"}, at, word.end()))


def _group(fact: Fact) -> frozenset[str] | None:
    return next((group for group in _GROUPS if fact.kind in group), None)


def _replacing(facts: list[Fact], old: Fact) -> list[Fact]:
    """Set ``replaces`` on the fact nearest to the old one that can stand in its place."""
    rivals = [fact for fact in facts if fact.replaces is None and _old_value(fact, old) is not None]
    if not rivals:
        return facts
    nearest = min(
        rivals,
        key=lambda fact: (fact.kind != old.kind, max(fact.start - old.end, old.start - fact.end)),
    )
    return [_in_place_of(old, fact) if fact is nearest else fact for fact in facts]


def _in_place_of(old: Fact, new: Fact) -> Fact:
    """The new fact; a bare figure that stands in the place of hours is hours ("not 40 hours but 37.5")."""
    if new.kind == "number" and old.kind == "hours" and old.value.get("per_week"):
        return replace(new, kind="hours", value={"per_week": new.value["value"]}, replaces=old.value)
    if new.kind == "date" and old.kind == "period" and (side := _only_side(old)):
        ends = {"start": None, "end": None, side: new.value["date"], "ongoing": old.value["ongoing"]}
        return replace(new, kind="period", value=ends, replaces=old.value)
    return replace(new, replaces=_old_value(new, old))


def _only_side(period: Fact) -> str | None:
    """Whether only the start or only the end was told, which a new date then stands for."""
    told = [side for side in ("start", "end") if period.value[side]]
    return told[0] if len(told) == 1 else None


def _old_value(new: Fact, old: Fact) -> Mapping[str, Any] | None:
    """The old value in the shape of the new fact; None where they cannot stand for each other."""
    if new.kind == old.kind:
        return old.value
    if not any({new.kind, old.kind} <= group for group in _GROUPS):
        return None
    if old.kind == "number":
        name = _FIGURE_OF[new.kind]
        return {
            **({"unit": new.value["unit"]} if name == "amount" else {}),
            name: old.value["value"],
        }
    if new.kind == "number":
        return {"value": old.value.get(_FIGURE_OF[old.kind])}
    told = old.value.get("date") or old.value.get("start") or old.value.get("end")
    if new.kind == "period":
        return {"end" if new.value["end"] and not new.value["start"] else "start": told}
    return {"date": told}
