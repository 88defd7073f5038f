"""Reads the kind of permit or status a person holds or held.

"Work permit" alone tells no kind and gives no fact. A permit that is denied ("no PGWP"), refused ("visitor visa
refused") or only asked about is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from nlu.facts import Fact
from nlu.negation import Denials

_PERMIT: Final = r"(?:permits?|permis|visa|wp|permi|permitt|perrmit)"
_WORK: Final = r"(?:work(?:ing)? |wrk |de travail )?"

#: The first that fits at a place counts, so the narrow kinds stand before the wide ones.
_KINDS: Final = (
    ("pgwp", r"pgwpp?|pg[ -]?wp|pwgp|pgpw|pgw permit|pgwb|pgqp"),
    ("pgwp", rf"post[ -]*(?:grad\w*|study|studies|diplom\w*|secondary)[ -]*(?:{_WORK}{_PERMIT})?"),
    ("pgwp", rf"permis post[ -]diplom\w*|(?:[123] )?(?:years? |yrs? )?open {_WORK}{_PERMIT} (?:after|from|through) (?:my )?(?:college|stud\w+|graduation|school|university|diploma|masters|degree)"),
    ("spousal_open", rf"sowp|spous\w+ (?:open )?{_WORK}{_PERMIT}|(?:open )?{_WORK}{_PERMIT} (?:through|via|from|by|under|as|because of|thru|based on) (?:my |a )?(?:spous\w*|husband|wife|partner|dependent)|(?:husband|wife)(?:'?s)? (?:open )?{_WORK}{_PERMIT}|dependent {_WORK}{_PERMIT}|spousal(?: open)?"),
    ("bridging", rf"bowp|bridg\w+(?: open)?(?: {_WORK}{_PERMIT})?"),
    ("iec", rf"iec|working holidays?(?: {_PERMIT})?|whv|young professionals? (?:{_PERMIT}|program|\d)|international experience(?: canada)?|vacances travail"),
    ("lmia", r"lmias?|limia|lima based|lmai|labou?r market impact"),
    ("co_op", rf"co-? ?op {_WORK}{_PERMIT}"),
    ("employer_specific", rf"closed? {_WORK}{_PERMIT}|closed|employer[ -]specific(?: {_WORK}{_PERMIT})?|tied {_WORK}{_PERMIT}|{_PERMIT} (?:de travail )?fermee?\b|permis ferme|{_PERMIT} tied to|icts?\b|intra[ -]company|cusma|nafta"),
    ("study", rf"(?:study|student|studies|studnt|stdy) {_PERMIT}|permis d'etudes?"),
    ("refugee_claimant", r"refugee (?:claim\w*|applicant|seeker|case|hearing)|claimant|made a refugee|asylum(?: seeker| claim\w*)?|demandeu\w+ d'asile|claimed (?:refugee|asylum)"),
    ("maintained", r"m[ai]{1,2}nta?i?ned status|implied status|implied|maintain status|statut (?:maintenu|conserve|implicite)|extension (?:is |was )?(?:in process|pending|applied|submitted|filed)|(?:applied|filed|submitted|waiting)(?: for)? (?:an? |my |the )?(?:\w+ )?(?:extension|renewal)|(?:extension|renewal) (?:in process|pending)"),
    ("none", rf"(?:no|not any|without any) (?:valid |current |{_WORK})*(?:{_PERMIT}|status)(?: right)? (?:now|currently|at the moment|anymore|at present|today)|(?:don'?t|do not|dont|doesn'?t) have (?:an?y? |valid )*{_WORK}{_PERMIT}|currently (?:no|without) (?:{_WORK}{_PERMIT}|status)"),
    ("expired", rf"(?:{_PERMIT}|status)(?: \w+)? (?:(?:has|had|is|was|already|got|just|been) )*(?:expired|finished|lapsed|ran out|over)|expired {_WORK}(?:{_PERMIT}|pgwp|status)|out of status"),
    ("visitor", rf"visitor(?:'?s)? (?:record|visa|status|{_PERMIT})|(?:on|as|am|was|now|currently) (?:a |an )?(?:visitor|tourist)|visitor now|tourist visa|visiteur"),
    ("open", rf"open {_WORK}{_PERMIT}|owp|open wrk|permis (?:de travail )?ouvert|permiso de trabajo abierto|cuaet|open work|(?:{_PERMIT}) is open"),
)  # fmt: skip
_PATTERN: Final = re.compile("|".join(rf"(?P<p{index}>\b(?:{pattern})(?!\w))" for index, (_, pattern) in enumerate(_KINDS)))
_REFUSED: Final = re.compile(r"\b(?:refus\w*|reject\w*|denied|apply|applying|applied|application)\b(?: \w+){0,3} $")
_REFUSED_AFTER: Final = re.compile(r" (?:application )?(?:was |got |is |has been )?(?:refused|rejected|denied)")
_NOT_YET: Final = re.compile(r"\b(?:before|until|when|till|after) (?:\w+ )?(?:my )?$")
_ALWAYS_MAINTAINED: Final = re.compile(r"\b(?:always|never) (?:\w+ )?$")
_ENDED: Final = re.compile(
    r" (?:\w+ )?(?:(?:has|had|is|was|already|got|just|been) )*(?P<said>expired|finished|ended|lapsed|ran out|over)\b"
)
_EXPIRED_ALONE: Final = re.compile(r"\W*(?:(?:already|yes|now|is|has|it's) )*(?P<said>expired)\W*$")
_AFTER_LETTER: Final = 1


def read_permits(folded: str) -> list[Fact]:
    """One fact for each kind of permit or status told, in order."""
    found = [(match, _KINDS[_index(match)][0]) for match in _PATTERN.finditer(folded)]
    denials = Denials(folded, [match.span() for match, _ in found])
    return list(_facts(folded, found, denials))


def _facts(folded: str, found: list[tuple[re.Match[str], str]], denials: Denials) -> Iterator[Fact]:
    told: set[str] = set()
    for match, kind in found:
        before = folded[max(0, match.start() - 40) : match.start()]
        if kind in told or _is_not_held(folded, match, kind, before):
            continue
        if kind != "none" and denials.covers(*match.span()):
            continue
        told.add(kind)
        yield Fact("permit", {"permit": kind}, match.start(), match.end())
        if match is found[-1][0] and (ended := _ENDED.match(folded, match.end())):
            yield Fact("permit", {"permit": "expired"}, ended.start("said"), ended.end())
    if not found and (alone := _EXPIRED_ALONE.match(folded)):
        yield Fact("permit", {"permit": "expired"}, alone.start("said"), alone.end("said"))


def _is_not_held(folded: str, match: re.Match[str], kind: str, before: str) -> bool:
    if kind == "expired":
        return _NOT_YET.search(before) is not None and "after" not in before
    if kind == "visitor" and (_REFUSED.search(before) or _REFUSED_AFTER.match(folded, match.end())):
        return True
    if kind == "employer_specific" and match.group() == "closed":
        return folded.strip() != "closed"
    if kind in ("maintained",) and _ALWAYS_MAINTAINED.search(before):
        return True
    return kind in ("study", "pgwp", "open", "lmia") and _REFUSED_AFTER.match(folded, match.end()) is not None


def _index(match: re.Match[str]) -> int:
    assert match.lastgroup is not None
    return int(match.lastgroup[_AFTER_LETTER:])
