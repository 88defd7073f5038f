"""Reads work that does not count, told or denied: as a student, self-employed, unpaid, abroad.

Breaks (leave, layoff, time at home abroad) are nlu.breaks'. Part-time study is no exclusion, nor is
being paid in cash. The days are those that stand beside (nlu.excluded_days).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from nlu import exclusion_denials as denied
from nlu import exclusion_words as words
from nlu.excluded_days import Days, days_of
from nlu.excluded_work_words import ABROAD
from nlu.facts import Fact
from nlu.moods import asks_whether
from nlu.negation import Denials
from nlu.phrases import Phrases
from nlu.place_names import countries_pattern
from nlu.text import Text

_COUNTRIES: Final = countries_pattern()


def _compiled(table: Mapping[str, Sequence[str]]) -> dict[str, Phrases]:
    return {
        reason: Phrases(phrase.replace(ABROAD, _COUNTRIES) for phrase in phrases) for reason, phrases in table.items()
    }


_PRESENT: Final = _compiled(words.PRESENT)
_ABSENT: Final = _compiled(denied.ABSENT)
_DOUBTFUL: Final = _compiled(words.DOUBTFUL)
_ONLY_DENIED: Final = _compiled(denied.ONLY_DENIED)
_AFTER_EXPIRY: Final = _compiled(words.AFTER_EXPIRY)
#: Between the end of a permit and what was done after it; a date is told in between.
_EXPIRED: Final = Phrases((rf"{words.EXPIRED}[^.;!?\n]{{0,80}}$",))
#: "visa expired but i applied extension before and kept working": status goes on while an application is open.
_APPLIED: Final = re.compile(
    r"(?<!not )(?<!never )(?<!without )(?<!didn't )(?<!no )\b(?:applied|extension|maintained|implied|renewed|renewal)\b"
    r"(?! (?:for )?(?:a |my )?restor)(?! after)"
)
_NOT_EXCLUDED: Final = Phrases(denied.NOT_EXCLUDED)
_IN_STUDIES: Final = re.compile(words.IN_STUDIES)
_STUDIES_ENDED: Final = Phrases(words.STUDIES_ENDED)
_PUT_RIGHT: Final = re.compile(words.PUT_RIGHT)
_AFTER_STUDIES: Final = re.compile(words.AFTER_STUDIES)
_ALONE: Final = {"unpaid": re.compile(r"\W*(?P<said>paid)\W*$")}
_UNSURE: Final = re.compile(
    r"\b(?:(?:don'?t|do not) (?:know|remember)|not sure|no idea|confused|unsure|maybe|may be)\b"
    r"[^.,;!?]*$"
)
_UNSURE_REACH: Final = 40
#: Once in a while is less than the job, and how much is for the person to say.
_SOMETIMES: Final = re.compile(
    r"\b(?:some ?times?|(?:a )?few (?:days|weeks|shifts|times)|once in a while|occasionally|parfois"
    r"|kabhi kabhi|minsan)\b"
)
_SOMETIMES_REACH: Final = 25
#: "no study after 2022", "not a student anymore": a denial for some of the time leaves the rest open.
_LIMITED: Final = re.compile(
    r"\s+(?:any ?more\b|(?:right )?now\b|(?:after|since|till|until|before)\b"
    r"(?! (?:i )?(?:came|come|coming|arriv\w+|land\w+|moved|moving)\b))"
)
_OF_THE_REST: Final = re.compile(
    r"\b(?:rest|remaining|otherwise|everything else|baaki|baki|le reste|el resto|o resto)\b(?: (?!not\b)\w+){0,4} $"
)
#: "never studied and always had status": the denial ends before what was so all the time.
_AND_ALWAYS: Final = re.compile(r"\b(?:and|et|y|e|aur) (?:(?:i|have|had|was|were|am|been|got|j'ai|j'etais|tuve) )*$")
_ALWAYS: Final = re.compile(r"(?:always|throughout|all|everything|whole|entire|toujours|siempre|sempre)\b")
_BEFORE_INTERNSHIP, _AFTER_INTERNSHIP = 30, 40

#: Reasons that concern a whole job: its dates stay the job's own, too.
_OF_WHOLE_JOBS: Final = frozenset(("self_employed", "foreign_employer"))
#: Two reasons read from the same words are one: an unpaid internship is unpaid.
_ONE_OF_TWO: Final = (
    {"full_time_study", "unpaid"},
    {"unpaid", "self_employed"},
    {"foreign_employer", "abroad"},
    {"unauthorized", "no_status"},
)


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A phrase that tells, or denies, a reason; of_days_only: by the days beside it, and by nothing else."""

    reason: str
    present: bool
    start: int
    end: int
    certain: bool = True
    of_days_only: bool = False


def read_exclusions(text: Text, today: date, is_idle: Callable[[int], bool] = lambda _: False) -> list[Fact]:
    """Facts of the kind exclusion, in order; a denial gives way to what is told of the same reason.

    "one job was self-employed, the other T4": that there was self-employment is known, and must be
    asked about. What the person asks to be told ("am i self employed") is left out. is_idle: True for
    an offset at which nothing is stated.
    """
    found = _triggers(text.folded)
    asked = {one.reason for one in found if is_idle(one.start) and asks_whether(text.folded, one.start)}
    triggers = [one for one in found if not is_idle(one.start) and one.reason not in asked]
    told = [one for one in triggers if one.present]
    days = days_of(text, _spans(told), today) if told else []
    of_phrase = dict(zip(told, days, strict=True))
    facts: list[Fact] = []
    for trigger in triggers:
        if trigger.of_days_only and not of_phrase.get(trigger):
            continue
        fact = _fact(trigger, of_phrase.get(trigger))
        same = next((at for at, other in enumerate(facts) if _is_same(other, fact)), None)
        if same is None:
            facts.append(fact)
        else:
            facts[same] = _merged(facts[same], fact)
    return _without_contradictions(facts)


def _triggers(folded: str) -> list[_Trigger]:
    """Every phrase that tells or denies a reason, in order and apart."""
    found = [*_matches(folded, _PRESENT, True), *_matches(folded, _ABSENT, False)]
    unpaid = any(one.present and one.reason == "unpaid" for one in found)
    found += [one for one in _doubtful(folded) if not (unpaid and one.reason == "full_time_study")]
    found += _alone(folded)
    found += _studies_put_right(folded)
    found = [*(_since_expiry(folded, one) for one in found), *_after_expiry(folded)]
    weak = list(_matches(folded, _ONLY_DENIED, True))
    if not found and not weak:
        return []
    hidden = [match.span() for match in _NOT_EXCLUDED.finditer(folded)]
    apart = _apart([one for one in found if not _is_hidden(one, hidden)])
    denials = Denials(folded, sorted(_spans([*apart, *weak])))
    settled = [_settled(folded, one, denials, apart) for one in apart]
    # "doordash for some months, rest normal employee": what the rest was takes nothing back.
    rest = {one.reason for one in settled if one.present}
    settled = [
        one for one in settled if one.present or one.reason not in rest or not _OF_THE_REST.search(folded, 0, one.start)
    ]
    settled += [
        replace(one, present=False, certain=_LIMITED.match(folded, one.end) is None)
        for one in weak
        if denials.covers(one.start, one.end, near=True) and not _overlaps(one, [*hidden, *_spans(apart)])
    ]
    return sorted(settled, key=lambda one: one.start)


def _settled(folded: str, one: _Trigger, denials: Denials, triggers: Sequence[_Trigger]) -> _Trigger:
    """The trigger turned round where it is denied.

    Denying "internship" is certain; "not on T4" is no more than a hint of self-employment, and "wasn't self employed,
    my agency gave me T4" is none.
    """
    others = [other.end for other in triggers if other.present > one.present and other.reason == one.reason]
    last = max((end for end in others if end <= one.start), default=0)
    always = not one.present and _AND_ALWAYS.search(folded, 0, one.start) and _ALWAYS.match(folded, one.start)
    is_apart = always or (last > 0 and not denials.any_within(last, one.start))
    if is_apart or not denials.covers(one.start, one.end, over_commas=one.present):
        unsure = _UNSURE.search(folded[max(0, one.start - _UNSURE_REACH) : one.start])
        around = folded[max(0, one.start - _SOMETIMES_REACH) : one.end + _SOMETIMES_REACH]
        return replace(one, certain=False) if unsure or (one.present and _SOMETIMES.search(around)) else one
    certain = one.present and _LIMITED.match(folded, one.end) is None
    return replace(one, present=not one.present, certain=certain)


def _matches(folded: str, table: Mapping[str, Phrases], present: bool) -> Iterator[_Trigger]:
    for reason, phrases in table.items():
        for found in phrases.finditer(folded):
            yield _Trigger(reason, present, found.start(), found.end())


def _doubtful(folded: str) -> Iterator[_Trigger]:
    for one in _matches(folded, _DOUBTFUL, True):
        near = folded[max(0, one.start - _BEFORE_INTERNSHIP) : one.end + _AFTER_INTERNSHIP]
        is_study = one.reason == "full_time_study"
        if not (is_study and _AFTER_STUDIES.search(near)):
            yield replace(one, certain=is_study and _IN_STUDIES.search(near) is not None)


def _since_expiry(folded: str, one: _Trigger) -> _Trigger:
    """ "my permit expired on may 10, i worked without status until july": the phrase begins with the permit's end."""
    if not one.present or one.reason not in words.AFTER_EXPIRY:
        return one
    expired = next(_EXPIRED.finditer(folded[: one.start]), None)
    return replace(one, start=expired.start()) if expired else one


def _after_expiry(folded: str) -> list[_Trigger]:
    """What was done after a permit ended; who let it lapse had no status, whatever they worked then."""
    found = []
    for one in _matches(folded, _AFTER_EXPIRY, True):
        since = _since_expiry(folded, one)
        is_maintained = one.reason == "unauthorized" and _APPLIED.search(folded, since.start, one.start)
        if since.start < one.start and not is_maintained:
            found.append(since)
    lapsed = [one for one in found if one.reason == "no_status"]
    last = max((one.end for one in found), default=0)
    return [replace(one, end=last) for one in lapsed] or found


def _studies_put_right(folded: str) -> list[_Trigger]:
    """ "i made a mistake, my studies finished in dec 2023": the days of studies told before."""
    if not any(word in folded for word in words.ENDS):
        return []
    ended = list(_STUDIES_ENDED.finditer(folded))
    if not ended or not _PUT_RIGHT.search(folded):
        return []
    return [_Trigger("full_time_study", True, *found.span(), of_days_only=True) for found in ended]


def _alone(folded: str) -> Iterator[_Trigger]:
    """A single word as the whole message: "paid"."""
    for reason, pattern in _ALONE.items():
        if found := pattern.match(folded):
            yield _Trigger(reason, False, found.start("said"), found.end("said"))


def _apart(found: Sequence[_Trigger]) -> list[_Trigger]:
    """Without those that lie within a longer one of the same reason, or say the same as it does."""
    kept: list[_Trigger] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        touching = [other for other in kept if other.start < one.end and one.start < other.end]
        if not any(other.reason == one.reason or _says_the_same(other, one) for other in touching):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _says_the_same(one: _Trigger, other: _Trigger) -> bool:
    return one.present and other.present and {one.reason, other.reason} in _ONE_OF_TWO


def _spans(triggers: Sequence[_Trigger]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in triggers]


def _overlaps(one: _Trigger, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in spans)


def _is_hidden(one: _Trigger, spans: Sequence[tuple[int, int]]) -> bool:
    """True for what is none by the words around it; "studied part time, never full time" still denies the full time."""
    if one.present:
        return _overlaps(one, spans)
    return any(start <= one.start and one.end <= end for start, end in spans)


def _fact(one: _Trigger, days: Days | None) -> Fact:
    first, last = (days.first, days.last) if days else (None, None)
    value = {"reason": one.reason, "present": one.present, "start": first, "end": last}
    start, end = one.start, one.end
    if days and (days.of_part or one.reason not in _OF_WHOLE_JOBS):
        start, end = min(start, days.begin), max(end, days.finish)
    return Fact("exclusion", value, start, end, ambiguous=not one.certain)


def _is_dated(fact: Fact) -> bool:
    return bool(fact.value["start"] or fact.value["end"])


def _is_same(one: Fact, other: Fact) -> bool:
    same = all(one.value[name] == other.value[name] for name in ("reason", "present"))
    return same and (one.value == other.value or not (_is_dated(one) and _is_dated(other)))


def _merged(one: Fact, other: Fact) -> Fact:
    """Two phrases for the same thing: the dates of either, and certain if either is."""
    dated = other if _is_dated(other) else one
    return replace(dated, ambiguous=one.ambiguous and other.ambiguous)


def _without_contradictions(facts: Sequence[Fact]) -> list[Fact]:
    told = {fact.value["reason"] for fact in facts if fact.value["present"]}
    denied = {fact.value["reason"] for fact in facts if not fact.value["present"]}
    kept = [fact for fact in facts if fact.value["present"] or fact.value["reason"] not in told]
    return [replace(fact, ambiguous=True) if _is_both(fact, denied) else fact for fact in kept]


def _is_both(fact: Fact, denied: set[str]) -> bool:
    return fact.value["present"] and fact.value["reason"] in denied and not _is_dated(fact)
