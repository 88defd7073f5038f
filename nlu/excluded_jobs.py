"""A stretch that does not count and is a job of its own: its days are that job's, and the reason is of all of it.

"i worked without permit nov 2023 to jan 2024 as cleaner, then supervisor since feb 2024": beside another stretch of
work that shares no day with them, the days cannot be a part of that job.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from nlu.facts import Fact
from nlu.text import Text

#: Reasons that a whole job can have. Leave and time abroad are parts of a job.
_OF_JOBS: Final = frozenset(("self_employed", "unpaid", "unauthorized", "foreign_employer"))
#: Studies and lost status have days of their own; only what was worked meanwhile is a job.
_OF_LIFE: Final = frozenset(("full_time_study", "no_status"))
_ENDS: Final = re.compile(r"[.;!?\n]|\b(?:then|after that|puis|ensuite|despues|luego)\b")
_INTERNSHIP: Final = re.compile(
    r"\b(?:intern\w*|stage|stagiaire|practicum|pasantia|estagio|volunteer\w*|trainee|ojt)\b"
)
_LAYOFF: Final = re.compile(r"\b(?:la(?:id|yed|y) ?of+s?|layoffs?|off[ -]season|mise? a pied|no work|closed)\b")
#: What students do beside their studies, or as a part of them.
_AS_A_STUDENT: Final = re.compile(
    r"\b(?:co-? ?op|campus|practicum|work[ -]term|intern\w*|stage|stagiaire|while|when|during|pendant|mientras"
    r"|enquanto|durante)\b"
)
_CLAIMS: Final = re.compile(r"\b(?:refugee|asylum|claimant|asile|refugi\w+|asilo)\b")
_AS: Final = re.compile(r"[^.;,!?\n]{0,30}\b(?:as|comme|como|being)(?: an?)? ")
_REACH_BACK: Final = 25
#: What is done beside the job: "y aparte", "on the side".
_ASIDE: Final = re.compile(
    r"\b(?:y aparte|aparte|on the side|as a side|side (?:job|gig|business|hustle|work)|sideline|raket|besides|en plus"
    r"|a cote|also|tambien|em paralelo|por fora|saath (?:me|mein)|nal nal|weekends?)\b"
)
#: One's own business, which has no employer in common with any job.
_OWN: Final = re.compile(
    r"\b(?:self[ -]?employed|freelanc\w*|por (?:mi|minha) cuenta|uber|doordash|skip ?the ?dishes|autonom[oa]"
    r"|travailleur autonome|a mon compte|contractor|invoices?|volunteer\w*"
    r"|own (?:business|corporation|company|boss))\b"
)


def with_days_of_jobs(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """The facts, the exclusions that are jobs of their own without days, so that these stay the job's."""
    facts = _without_layoffs_told(text, facts)
    if not any(fact.kind == "exclusion" and _days(fact)[0] for fact in facts):
        return list(facts)
    facts = [*facts, *_days_worked(text, facts)]
    if sum(fact.kind == "period" for fact in facts) < 2:
        return [_apart_from(fact, period) if (period := _all_of_it(text, fact, facts)) else fact for fact in facts]
    facts = [fact for fact in facts if not _is_of_a_part(fact, facts)]
    return [_undated(fact, period) if (period := _its_own(text, fact, facts)) else fact for fact in facts]


def _without_layoffs_told(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """ "april to november 2024 and again april to november 2025, laid off for winter": the stretches tell of it."""
    periods = [fact for fact in facts if fact.kind == "period" and not fact.ambiguous and any(_days(fact))]
    if len(periods) < 2 or not all(_are_apart(one, other) for one, other in pairwise(periods)):
        return list(facts)
    return [fact for fact in facts if not (_is_layoff(text, fact) and _is_between(fact, periods))]


def _is_layoff(text: Text, fact: Fact) -> bool:
    is_certain = fact.kind == "exclusion" and fact.value["reason"] == "leave" and fact.value["present"]
    near = max(0, fact.start - _REACH_BACK)
    return is_certain and not fact.ambiguous and _LAYOFF.search(text.folded, near, fact.end) is not None


def _is_between(fact: Fact, periods: Sequence[Fact]) -> bool:
    return not any(_days(fact)) or all(_are_apart(fact, one) for one in periods)


def _days_worked(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """ "unpaid internship may-aug 2024": work with days of its own, though it is told in the words of studies."""
    worked = [
        fact for fact in facts
        if fact.kind == "exclusion" and None not in _days(fact) and _is_told_as_work(text, fact, facts)
        and not any(one.kind == "period" and _days(one) == _days(fact) for one in facts)
    ]  # fmt: skip
    return [Fact("period", _ended(fact), fact.start + 1, fact.end) for fact in worked]


def _ended(fact: Fact) -> dict[str, Any]:
    return {"start": fact.value["start"], "end": fact.value["end"], "ongoing": False}


def _all_of_it(text: Text, fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The period of the one job that is told, where an exclusion is of all of it."""
    if fact.kind != "exclusion" or not fact.value["start"] or not _is_told_as_work(text, fact, facts):
        return None
    return next((one for one in facts if one.kind == "period" and _days(one) == _days(fact)), None)


def _is_told_as_work(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the days of an exclusion are those of work that was done as a trainee, a student or a claimant."""
    reason = fact.value["reason"]
    near = max(0, fact.start - _REACH_BACK)
    if not fact.value["present"] or fact.ambiguous:
        return False
    if reason == "unpaid" and _INTERNSHIP.search(text.folded, near, fact.end):
        others = [one for one in facts if one.kind == "period" and _days(one) != _days(fact)]
        return any(_are_apart(one, fact) for one in others) or _is_of_its_title(text, fact, facts)
    if reason == "full_time_study":
        as_student = _AS_A_STUDENT.search(text.folded, near, fact.end)
        return as_student is not None and _is_of_its_title(text, fact, facts)
    if reason == "no_status" and _CLAIMS.search(text.folded, fact.start, fact.end):
        days = [one for one in facts if one.kind == "period" and _days(one) == _days(fact)]
        return any(one.start <= fact.start for one in days) and _is_of_its_title(text, fact, facts)
    return False


def _is_of_its_title(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a title is told of these days: before them with no other days between, or after them with "as"."""
    starts = [found.end() for found in _ENDS.finditer(text.folded, 0, fact.start)]
    first = max([starts[-1] if starts else 0, *(one.end for one in facts if _is_of_other_days(one, fact))])
    for one in facts:
        if one.kind == "title" and first <= one.start < fact.end:
            return True
        if one.kind == "title" and one.start >= fact.end and _AS.fullmatch(text.folded, fact.end, one.start):
            return True
    return False


def _is_of_other_days(one: Fact, fact: Fact) -> bool:
    return one.kind == "period" and _days(one) != _days(fact) and one.end <= fact.start


def _is_of_a_part(period: Fact, facts: Sequence[Fact]) -> bool:
    """ "cook since may 2023, self employed from may to aug 2023": days inside the job's own are no other end of it."""
    if period.kind != "period" or None in _days(period):
        return False
    of_reason = any(
        fact.kind == "exclusion" and fact.value["present"] and _days(fact) == _days(period) for fact in facts
    )
    return of_reason and any(one.kind == "period" and one is not period and _holds(one, period) for one in facts)


def _holds(one: Fact, other: Fact) -> bool:
    (start, end), (begin, finish) = _days(one), _days(other)
    if one.ambiguous or not start or _days(one) == _days(other):
        return False
    return start[:7] <= str(begin)[:7] and (end is None or str(finish)[:7] <= end[:7])


def is_aside(text: Text, first: int, last: int) -> bool:
    """Whether work for oneself is told here that is done beside another job: "y aparte pinto casas por mi cuenta"."""
    return _ASIDE.search(text.folded, first, last) is not None and _OWN.search(text.folded, first, last) is not None


def _its_own(text: Text, fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The period of the job that an exclusion is of, None where it may be of a part."""
    if fact.kind != "exclusion" or not fact.value["present"] or fact.value["reason"] not in _OF_JOBS | _OF_LIFE:
        return None
    days = _days(fact)
    own = next((one for one in facts if one.kind == "period" and _days(one) == days), None)
    others = [one for one in facts if one.kind == "period" and one is not own and any(_days(one))]
    if own is None or not days[0] or not others:
        return None
    if fact.value["reason"] in _OF_LIFE and not _has_a_title(text, fact, facts):
        return None
    if days[1] and all(_are_apart(own, other) for other in others):
        return own
    return own if _is_aside(text, fact, others) else None


def _days(fact: Fact) -> tuple[str | None, str | None]:
    return fact.value["start"], fact.value["end"]


def _are_apart(one: Fact, other: Fact) -> bool:
    """Whether two stretches share no day; a month that ends one may begin the other."""
    (start, end), (begin, finish) = _days(one), _days(other)
    return bool((end and begin and end[:7] <= begin[:7]) or (finish and start and finish[:7] <= start[:7]))


def _is_aside(text: Text, fact: Fact, others: Sequence[Fact]) -> bool:
    last = max((other.end for other in others if other.end <= fact.start), default=None)
    return last is not None and is_aside(text, last, fact.end)


def _has_a_title(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a title stands in the same sentence."""
    starts = [found.end() for found in _ENDS.finditer(text.folded, 0, fact.start)]
    closes = _ENDS.search(text.folded, fact.end)
    first, last = starts[-1] if starts else 0, closes.start() if closes else len(text.folded)
    return any(one.kind == "title" and first <= one.start < last for one in facts)


def _undated(fact: Fact, period: Fact) -> Fact:
    """The exclusion without days."""
    return _apart_from(replace(fact, value={**fact.value, "start": None, "end": None}), period)


def _apart_from(fact: Fact, period: Fact) -> Fact:
    """The exclusion cut down to words that are not the period's."""
    start, end = fact.start, fact.end
    if period.end <= start or end <= period.start:
        return fact
    if (period.start, period.end) == (start, end):
        return replace(fact, end=start + 1)
    if period.start <= start:
        start = max(start, min(period.end, end - 1))
    else:
        end = min(end, period.start)
    return replace(fact, start=start, end=end)
