"""Reads which job of those told before a message speaks of: by its place, or by its title.

"the second job ended in March", "my cook job was 30h", "cook one: it ended in june". A bare figure beside such a name
is that job's hours where the message tells hours of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from nlu.facts import Fact
from nlu.phrases import word_set

_ORDINALS: Final = {
    word: position
    for position, listed in {
        1: "first 1st frist fisrt premier pehla pehli primer",
        2: "second 2nd secend secound scond deuxieme dusra dusri segundo",
        3: "third 3rd troisieme teesra",
        4: "fourth 4th",
        5: "fifth 5th",
        -1: "last latest current present newest recent dernier final",
    }.items()
    for word in listed.split()
}
_NUMBERS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_JOB: Final = (
    r"(?:jobs?|one|employer|employment|position|work|role|company|place|emploi|travail|trabajo"
    r"|wala|wali|noukri|naukri|job's)"
)
_BY_ORDER: Final = re.compile(
    rf"\b(?:(?:most )?(?P<ordinal>{'|'.join(_ORDINALS)})[ -]{_JOB}"
    rf"|(?:the|my|and|in|for) (?P<bare>first|second|third|2nd|3rd"
    rf"|1st|last)(?= (?:ended|started|was|is|had|has|began|finished|should|only|it)\b)"
    rf"|(?:job|employer|position)\s*(?:no\.?|number|num|#|nr)?\s*(?P<number>[1-9]|one|two"
    rf"|three|four|five)(?!\d|[.,]\d|\s*(?:hours?|hrs?|h|days?|months?|years?"
    rf"|times?)\b))(?!\w)"
)
_BY_TITLE: Final = re.compile(
    r"\b(?:my|the|that|this) (?P<title>(?:[a-z][a-z'&-]+ ){1,3}?)(?P<job>job|position|role"
    r"|one)\b"
)
#: "cook one: it ended in june": without "my", only "one" points to a job that was told before.
_ONE_OF_TITLE: Final = re.compile(
    r"(?:^|[.;,\n]\s*(?:(?:and|but) )?|\band )(?:the |my )?(?P<title>(?:[a-z][a-z'&-]+ ){1,3}?)(?P<job>one)"
    r"(?=\s*:|\s+(?:(?:it|was|is|started|ended|only|had)\b|\d))"
)
#: Where something is corrected, "job" points to one too.
_CORRECTS: Final = re.compile(
    r"\b(?:actually|sorry|not|instead|mistake|my bad|oops|wrong|correction|pardon|desolee?|et non"
    r"|erreur|perdon|error)\b"
)
#: "cook job was 28 hours actually".
_CORRECTED_TITLE: Final = re.compile(
    r"(?:^\W*(?:(?:no|sorry|actually|oops|and|correction)\W+)*|[.;,]\s*(?:and |but )?)"
    r"(?P<title>(?:[a-z][a-z'&-]+ ){1,3}?)(?P<job>job)(?=\s+(?:was|is|should|ended|started)\b)"
)
#: "le poste de caissier, c'etait 15 h et non 25".
_CORRECTED_POST: Final = re.compile(
    r"\b(?:le|mon|ce|el|mi|o|meu) (?:poste|emploi|travail|job|puesto|trabajo|trabalho|emprego) (?:de |d'|comme |como )"
    r"(?P<title>[a-z][a-z'&-]+)(?P<job>)(?=\W)"
)
_NO_TITLE: Final = word_set(
    "the first second third fourth last latest current present next new old previous other "
        "another same whole only each every any main real full part time "
    "full-time part-time fulltime parttime paid unpaid right wrong good best bad good "
        "dream temporary permanent contract seasonal start end night day "
    "student studying self employed remote canadian foreign both all two three no not was "
        "is are and or of in at for with from that this it my your his her their our a an "
    "job title offer date dates hours hour number start language test english french score "
        "scores long short big small better exact correct self-employed "
    "campus on-campus off off-campus co-op coop summer winter general academic particular "
        "respective actual quebec province city number most recent "
    "i im am have had do did got get found started changed lost left quit want need "
        "looking search year month week "
    "normal regular ordinary standard simple "
    "which what one unpaid lower higher eligible qualified skilled"
)  # fmt: skip

#: "pls change the hours of the second job to 25".
_OF_HOURS: Final = re.compile(r"\b(?:hours?|hrs?|heures|horas)\b")
_FIGURE_OF_REF: Final = re.compile(
    r"[\s:=,-]*(?:(?:was|is|were|had|has|only|just|about|around|it|to|be|should|actually|at|hours?|hrs?|changed?"
    r"|into|c'etait|etait|era)\s+)*"
    r"(?P<figure>\d{1,2}(?:[.,]\d{1,2})?)(?=\s*(?:$|[,;!)?]|\.(?!\d)|and\b|but\b|i\b|not\b|sorry\b|pls\b|please\b"
    r"|per\b|a week|weekly|each|/))(?!/\d)"
)
_MOST_HOURS: Final = 84
_BARE: Final = frozenset(("number", "numbers"))


def job_refs(folded: str) -> Iterator[Fact]:
    """Facts of the kind job_ref: which job a folded message speaks of."""
    taken: list[tuple[int, int]] = []
    for found in _BY_ORDER.finditer(folded):
        said = found["ordinal"] or found["bare"] or found["number"]
        position = _ORDINALS.get(said) or _NUMBERS.get(said) or int(said)
        taken.append(found.span())
        yield Fact("job_ref", {"position": position}, found.start(), found.end())
    patterns = (_BY_TITLE, _ONE_OF_TITLE, *((_CORRECTED_TITLE, _CORRECTED_POST) if _CORRECTS.search(folded) else ()))
    titled = (pattern.finditer(folded) for pattern in patterns)
    for found in chain.from_iterable(titled):
        words = found["title"].split()
        if any(start < found.end() and found.start() < end for start, end in taken) or _NO_TITLE & set(words):
            continue
        taken.append(found.span())
        yield Fact("job_ref", {"title": " ".join(words)}, found.start("title"), found.end("job"))


def hours_of_refs(folded: str, facts: Sequence[Fact], refs: Sequence[Fact]) -> list[Fact]:
    """The facts with "the first job was 30 hours, and the second one was 18" as two facts of hours."""
    if not refs or not (any(fact.kind == "hours" for fact in facts) or _OF_HOURS.search(folded)):
        return list(facts)
    kept = list(facts)
    for ref in refs:
        found = _FIGURE_OF_REF.match(folded, ref.end)
        if found is None or not 0 < float(found["figure"].replace(",", ".")) <= _MOST_HOURS:
            continue
        start, end = found.span("figure")
        if any(fact.kind not in _BARE and fact.start < end and start < fact.end for fact in kept):
            continue
        kept = [fact for fact in kept if not (fact.start < end and start < fact.end)]
        kept.append(Fact("hours", {"per_week": found["figure"].replace(",", ".")}, start, end))
    return kept
