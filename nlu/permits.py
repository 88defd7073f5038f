"""Reads the kind of permit or status a person holds or held.

"Work permit" alone tells no kind and gives no fact. A permit that is denied ("no PGWP"), refused
("visitor visa refused") or only asked about is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nlu.facts import Fact
from nlu.negation import Denials
from nlu.phrases import Phrases

_PERMIT: Final = r"(?:permits?|permis|visa|wp|permi|permitt|perrmit)"
_WORK: Final = r"(?:work(?:ing)? |wrk |de travail )?"
_WORK_PERMIT: Final = f"{_WORK}{_PERMIT}"
_ENDED: Final = r"(?:expired|finished|ended|lapsed|ran out|over)"

#: The first that fits at a place counts, so the narrow kinds stand before the wide ones.
_KINDS: Final = {
    "pgwp": (
        r"pgwpp?|pg[ -]?wp|pwgp|pgpw|pgw permit|pgwb|pgqp",
        rf"post[ -]*(?:gr?ad\w*|gard\w*|study|studies|diplom\w*|secondary)[ -]*(?:{_WORK_PERMIT})?",
        r"permis post[ -]diplom\w*",
        rf"(?:[123] )?(?:years? |yrs? )?open {_WORK_PERMIT} (?:after|from|through) (?:my )?"
        r"(?:college|stud\w+|graduation|school|university|diploma|masters|degree)",
    ),
    "spousal_open": (
        rf"sowp|spous\w+ (?:open )?{_WORK_PERMIT}|spousal(?: open)?",
        rf"(?:open )?{_WORK_PERMIT} (?:through|via|from|by|under|as|because of|thru|based on) "
        r"(?:my |a )?(?:spous\w*|husband|wife|partner|dependent)",
        rf"(?:husband|wife)(?:'?s)? (?:open )?{_WORK_PERMIT}|dependent {_WORK_PERMIT}",
    ),
    "bridging": (rf"bowp|bridg\w+(?: open)?(?: {_WORK_PERMIT})?",),
    "iec": (
        rf"iec|working holidays?(?: {_PERMIT})?|whv|international experience(?: canada)?",
        rf"young professionals? (?:{_PERMIT}|program|\d)|vacances travail",
    ),
    "lmia": (r"lmias?|limia|lima based|lmai|labou?r market impact",),
    "co_op": (rf"co-? ?op {_WORK_PERMIT}",),
    "employer_specific": (
        rf"closed? {_WORK_PERMIT}|^\W*closed\W*$|employer[ -]specific(?: {_WORK_PERMIT})?",
        rf"tied {_WORK_PERMIT}|{_PERMIT} tied to|{_PERMIT} (?:de travail )?fermee?",
        r"icts?|intra[ -]company|cusma|nafta|francophone mobility|mobilite francophone",
    ),
    "study": (rf"(?:study|student|studies|studnt|stdy) {_PERMIT}|permis d'etudes?",),
    "refugee_claimant": (
        r"refugee (?:claim\w*|applicant|seeker|case|hearing)|claimant|made a refugee",
        r"asylum(?: seeker| claim\w*)?|demandeu\w+ d'asile|claimed (?:refugee|asylum)",
    ),
    "maintained": (
        r"(?<!always )(?<!never )m[ai]{1,2}nta?i?ned status|implied(?: status)?|maintain status",
        r"statut (?:maintenu|conserve|implicite)",
        r"extension (?:is |was )?(?:in process|pending|applied|submitted|filed)|renewal pending",
        r"(?:applied|filed|submitted|waiting)(?: for)? (?:an? |my |the )?(?:\w+ )?"
        r"(?:extension|renewal)",
    ),
    "none": (
        rf"(?:no|not any|without any) (?:(?:valid|current|work) )*(?:{_PERMIT}|status)(?: right)? "
        r"(?:now|currently|at the moment|anymore|at present|today)",
        rf"(?:don'?t|do not|doesn'?t) have (?:(?:an?y?|valid) )*{_WORK_PERMIT}",
        rf"currently (?:no|without) (?:{_WORK_PERMIT}|status)",
    ),
    "expired": (
        rf"(?:{_PERMIT}|status)(?: \w+)? (?:(?:has|had|is|was|already|got|just|been) )*{_ENDED}",
        rf"expired {_WORK}(?:{_PERMIT}|pgwp|status)|out of status",
        r"^\W*(?:(?:already|yes|now|is|has|it's) )*expired\W*$",
    ),
    "visitor": (
        rf"visitor(?:'?s)? (?:record|status|now|{_PERMIT})|tourist visa|visiteur",
        r"(?:on|as|am|was|now|currently) (?:a |an )?(?:visitor|tourist)",
    ),
    "open": (
        rf"open {_WORK_PERMIT}|owp|open wrk|open work|{_PERMIT} is open|cuaet",
        r"permis (?:de travail )?ouvert|permiso de trabajo abierto",
    ),
}
_PHRASES: Final = Phrases(
    (rf"(?P<{kind}>(?<!\w)(?:{'|'.join(forms)})(?!\w))" for kind, forms in _KINDS.items()),
    whole_words=False,
)
_ENDS_AFTER: Final = re.compile(rf" (?:\w+ )?(?:(?:has|had|is|was|already|got|just|been) )*(?P<said>{_ENDED})\b")
_ASKED_FOR: Final = re.compile(r"\b(?:refus\w*|reject\w*|denied|apply|applying|applied|application)\b(?: \w+){0,3} $")
_REFUSED_AFTER: Final = re.compile(r" (?:application )?(?:(?:was|got|is|has been) )?(?:refused|rejected|denied)")
_NOT_YET: Final = re.compile(r"\b(?:before|until|when|till) (?:\w+ )?(?:my )?$")
_LOOK_BACK: Final = 40


def read_permits(folded: str) -> list[Fact]:
    """One fact for each kind of permit or status that a folded message tells, in order."""
    found = list(_PHRASES.finditer(folded))
    if not found:
        return []
    return list(_facts(folded, found, Denials(folded, [match.span() for match in found])))


def _facts(folded: str, found: Sequence[re.Match[str]], denials: Denials) -> Iterator[Fact]:
    told: set[str] = set()
    for match in found:
        kind = match.lastgroup
        assert kind is not None
        if kind in told or _is_not_held(folded, match):
            continue
        if kind != "none" and denials.covers(*match.span()):
            continue
        told.add(kind)
        yield Fact("permit", {"permit": kind}, match.start(), match.end())
        if match is found[-1] and (ended := _ENDS_AFTER.match(folded, match.end())):
            yield Fact("permit", {"permit": "expired"}, ended.start("said"), ended.end())


def _is_not_held(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    if match.lastgroup == "expired":
        return _NOT_YET.search(before) is not None
    if match.lastgroup == "visitor" and _ASKED_FOR.search(before):
        return True
    return _REFUSED_AFTER.match(folded, match.end()) is not None
