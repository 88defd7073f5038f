"""Settles what several grammars read from the same words: every figure and date belongs to one fact.

The rules, in order:

- Scores, levels and a test's own figures win over hours and dates ("ielts 7.5 ... speaking 7").
- A part of work that does not count wins over a period or hours within it ("full time student till april 2024").
- Else the longer wording wins; of two equally long, the more specific kind.
- A lone date belongs to the language test where a test or score is told nearer to it than any job.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlu.facts import Fact
from nlu.text import Text

#: Kinds that claim figures and dates, the strongest first. Other kinds may share words with any fact.
_CLAIMS: Final = (
    "scores", "clb", "overall", "test_date", "exclusion", "period", "hours", "duration", "date", "noc",
    "number", "numbers",
)  # fmt: skip
_TEST_KINDS: Final = frozenset(("test", "scores", "overall", "clb"))
_FIRST_CLASS: Final = frozenset(("scores", "clb", "overall", "test_date"))
_WORK_KINDS: Final = frozenset(("title", "period", "hours", "noc"))
#: "2 years ago" is a rounded figure, and a result is valid for two years to the day.
_YEARS: Final = re.compile(r"\b(?:years?|yrs?|ans?|saal) (?:ago|back)\b|\bil y a\b")
_SENTENCE_ENDS: Final = (".", ";", "\n")
#: A sentence's end between a date and a fact counts as so many letters.
_SENTENCE_GAP: Final = 25


def settle(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those that lose their words to a stronger one, in order."""
    facts = [fact for fact in facts if not _is_leave_without_pay(fact, facts)]
    kept: list[Fact] = [fact for fact in facts if fact.kind not in _CLAIMS]
    claims = sorted((fact for fact in facts if fact.kind in _CLAIMS), key=_strength)
    taken: list[Fact] = []
    for fact in claims:
        if not any(_contends(fact, stronger) for stronger in taken):
            taken.append(fact)
    kept = [fact for fact in kept if not _is_no_title(fact, taken)]
    if not any(fact.kind in ("title", "hours") for fact in (*kept, *taken)):
        taken = [fact for fact in taken if not _are_days_excluded(fact, taken)]
    return sorted([*kept, *taken], key=lambda fact: (fact.start, fact.end))


def _strength(fact: Fact) -> tuple[bool, bool, int, int]:
    first_class = fact.kind in _FIRST_CLASS
    return (
        not first_class,
        fact.kind != "exclusion",
        fact.start - fact.end,
        _CLAIMS.index(fact.kind),
    )


def _contends(fact: Fact, stronger: Fact) -> bool:
    """Two exclusions may share words (leave, and study with its dates)."""
    if fact.kind == stronger.kind == "exclusion":
        return fact.value == stronger.value
    if not (fact.start < stronger.end and stronger.start < fact.end):
        return False
    has_dates = bool(stronger.value.get("start") or stronger.value.get("end") or stronger.readings)
    if stronger.kind == "exclusion" and fact.kind in ("period", "date", "duration") and not has_dates:
        return stronger.start <= fact.start and fact.end <= stronger.end
    return True


def _is_leave_without_pay(fact: Fact, facts: Sequence[Fact]) -> bool:
    """ "leave without pay from dec 10 to jan 15": nothing was paid for, since nothing was worked."""
    if fact.kind != "exclusion" or fact.value["reason"] != "unpaid" or not fact.value["start"]:
        return False
    leave = {**fact.value, "reason": "leave"}
    return any(other.kind == "exclusion" and other.value == leave for other in facts)


def _are_days_excluded(fact: Fact, taken: Sequence[Fact]) -> bool:
    """ "I was self employed, jan to march 2025": the days of what does not count are no job beside it."""
    ends = fact.value.get("start"), fact.value.get("end")
    return (
        fact.kind == "period"
        and None not in ends
        and any(claim.kind == "exclusion" and (claim.value["start"], claim.value["end"]) == ends for claim in taken)
    )


def _is_no_title(fact: Fact, taken: Sequence[Fact]) -> bool:
    """A "title" within what was read as scores is a word of the test; within a denial ("never a contractor"), of it."""
    return fact.kind == "title" and any(
        (claim.kind in _FIRST_CLASS and claim.start < fact.end and fact.start < claim.end)
        or (_is_denial(claim) and claim.start <= fact.start and fact.end <= claim.end)
        for claim in taken
    )


def _is_denial(fact: Fact) -> bool:
    return fact.kind == "exclusion" and fact.value["reason"] == "self_employed" and not fact.value["present"]


def date_the_test(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """Turn the lone date that stands nearest to a language test into the date of the test."""
    tests = [fact for fact in facts if fact.kind in _TEST_KINDS]
    jobs = [fact for fact in facts if fact.kind in _WORK_KINDS]
    dates = [
        fact for fact in facts
        if fact.kind == "test_date" or (fact.kind == "date" and tests and _is_nearer(text, fact, tests, jobs))
    ]  # fmt: skip
    if not dates:
        return list(facts)
    others = [fact for fact in facts if fact not in dates]
    return sorted([*others, _one_test_date(text, dates)], key=lambda fact: (fact.start, fact.end))


def _is_nearer(text: Text, fact: Fact, tests: Sequence[Fact], jobs: Sequence[Fact]) -> bool:
    to_test = min(_distance(text, fact, test) for test in tests)
    return to_test <= min((_distance(text, fact, job) for job in jobs), default=to_test)


def _one_test_date(text: Text, dates: Sequence[Fact]) -> Fact:
    """Of two sittings only one can be used, which is asked, the later told first."""
    last = dates[-1]
    values = tuple({repr(dict(fact.value)): fact.value for fact in reversed(dates)}.values())
    if len(values) > 1:
        return replace(last, kind="test_date", value=values[0], ambiguous=True, readings=values)
    rounded = _YEARS.search(text.folded[last.start : last.end]) is not None
    return replace(last, kind="test_date", ambiguous=last.ambiguous or rounded)


def _distance(text: Text, one: Fact, other: Fact) -> int:
    first, second = sorted((one, other), key=lambda fact: fact.start)
    between = text.raw[first.end : second.start]
    between = between.strip()
    breaks = sum(between.count(mark) for mark in _SENTENCE_ENDS)
    return max(0, second.start - first.end) + _SENTENCE_GAP * breaks
