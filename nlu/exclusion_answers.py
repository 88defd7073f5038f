"""Understands answers to the questions about work that does not count: their days, and studies of unknown extent.

Pure, and free of Rasa and spaCy, like nlu.context, which calls it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlu.facts import Fact
from nlu.text import Text

#: What is beside these is told of a job.
_OF_JOBS: Final = frozenset(("title", "noc", "hours", "job_ref"))
#: Days told after these are of what came next.
_NEXT: Final = re.compile(r"\b(?:job|then|after|now|since|pgwp|before|ensuite|puis|apres|maintenant|despues|baad)\b")
#: Studies that are full time by their name, or said to be.
_IS_FULL: Final = re.compile(
    r"full[ -]?time|temps plein|plein temps|tiempo completo|tempo integral|\bft\b|\bco-? ?op|\bcampus\b|colleg"
    r"|universit|\buni\b|polytech|institut|diplom|\bmaster|\bmba\b|\bphd\b|bachelor|\bpgd?\b|degree|program|course|semester"
    r"|practicum|intern|term\b|stage|maitrise|baccalaureat|cegep|doctorat|\bbac\b|school|permit|visa|\d ?(?:hrs?|hours)"
    r"|conestoga|seneca|humber|sheridan|centennial|george brown|fanshawe|algonquin|langara|sait\b|nait\b|bcit|kpu\b"
    r"|lambton|niagara|mohawk|durham|douglas|camosun|red river|york\b|ubc\b|sfu\b|mcgill"
)
_STUDIES_ENDED: Final = re.compile(
    r"\b(?:finish\w*|complet\w*|graduat\w*|ended|over|done|fini\w*|fin|termin\w*)\b"
    r"(?: (?:my|the|with|of|from|de|mes|mon|ma|mis|mi|les))*(?: \w+)? (?:stud\w+|diploma|degree"
    r"|courses?|program\w*|colleges?|school|university|semester|masters?|mba|etudes|diplome|estudios|curso|carrera)\b|\b(?:graduated|graduation|convocation|diplomee?|gradue)\b"
)
_STUDENT: Final = re.compile(r"student|studying|etudi|estudia|estudante|estudei|estudava|padh|in school")


def as_exclusions(facts: Sequence[Fact], text: str) -> list[Fact]:
    """The facts with the days of a message that tells one reason and no job as that reason's days.

    "student" alone says nothing of how many courses: full-time study is ambiguous then. text: the raw message.
    """
    folded = Text.of(text).folded
    return [_asked_in_full(fact, folded) for fact in _told_once(_with_days(facts, folded))]


def as_days(facts: Sequence[Fact], text: str) -> list[Fact]:
    """The facts with the days that were asked for as those of the reason told beside them.

    "till april 2025 when i finished my diploma" tells the reason by its end. text: the raw message.
    """
    folded = Text.of(text).folded
    told = [fact for fact in facts if fact.kind == "exclusion" and fact.value["present"]]
    days = [fact for fact in facts if fact.kind == "period"]
    if told or len(facts) != 1 or len(days) != 1 or days[0].ambiguous or not _STUDIES_ENDED.search(folded):
        return _with_days(facts, folded)
    value = {"reason": "full_time_study", "present": True, "start": days[0].value["start"], "end": days[0].value["end"]}
    return [replace(days[0], kind="exclusion", value=value)]


def _told_once(facts: Sequence[Fact]) -> list[Fact]:
    """ "on T4A till march 2025": where only what does not count was asked, its days are not a job's, too."""
    if any(fact.kind in ("title", "noc", "hours") for fact in facts):
        return list(facts)
    excluded = [
        (fact.value["start"], fact.value["end"]) for fact in facts if fact.kind == "exclusion" and fact.value["present"]
    ]
    return [
        fact
        for fact in facts
        if fact.kind != "period" or fact.ambiguous or (fact.value["start"], fact.value["end"]) not in excluded
    ]


def _with_days(facts: Sequence[Fact], folded: str) -> list[Fact]:
    told = [fact for fact in facts if fact.kind == "exclusion" and fact.value["present"]]
    days = [fact for fact in facts if fact.kind == "period"]
    if len(told) != 1 or len(days) != 1 or any(fact.kind in _OF_JOBS or fact.kind == "date" for fact in facts):
        return list(facts)
    reason, period = told[0], days[0]
    first, last = period.value.get("start"), period.value.get("end")
    between = folded[min(reason.end, period.end) : max(reason.start, period.start)]
    if reason.value["start"] or reason.value["end"] or period.ambiguous or _NEXT.search(between):
        return list(facts)
    if not (first and last):
        return list(facts)
    dated = replace(reason, value={**reason.value, "start": first, "end": last})
    return [dated if fact is reason else fact for fact in facts if fact is not period]


def _asked_in_full(fact: Fact, folded: str) -> Fact:
    is_study = fact.kind == "exclusion" and fact.value["reason"] == "full_time_study" and fact.value["present"]
    if is_study and _STUDENT.search(folded, fact.start, fact.end) and not _IS_FULL.search(folded):
        return replace(fact, ambiguous=True)
    return fact
