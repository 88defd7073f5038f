"""Judges by the words around whether a message tells a person's own job, or only uses the word."""

from __future__ import annotations

import re
from typing import Final

#: "as a", "i am", "my job title is", "6 months", "my letter says": what follows is a title.
_SAYS_SO: Final = re.compile(
    r"(?:\b(?:as|i am|i ?'?m|iam|am|was|were|been|become|became|comme|suis|etais|hired as|noc"
    r"|promoted (?:me )?(?:to|as|from)|made me|calle?d? me"
    r"|(?:letter|contract|payslip|paystub|pay ?stub|lmia|offer|roe|paper|it)"
    r" (?:is|was|says?|said|writes?|states?|shows?)"
    r"|(?:months?|years?|yrs?|mos?|mois|ans)(?: of)?"
    r"|(?:job|title|position|occupation|designation|role|profession|work|metier|poste|emploi)"
    r"(?: (?:is|was|est|as|says?))?)"
    r"|(?:job|title|position|occupation|role) ?[:=-])"
    r"\s*[:=-]?\s*(?:(?:an?|the|un|une|currently|now|still|working|also|only|just)\b\s*)*[\"'(]?$"
)
#: Between two titles: "cook then supervisor", "from cook to manager".
_AND_THEN: Final = re.compile(
    r"\s*(?:[,/&+]|\s|\b(?:and|or|to|then|now|later|et|puis|after|that|an?|the|i|became|was|am)\b)*"
)
#: "my ...", "talk to ...", "i supervise the ...": somebody else.
_SOMEBODY: Final = re.compile(
    r"\b(?:my|our|his|her|their|your|the|this|that|some|any|another|no|you"
    r"|(?:by|with|to|from|need|hire|hired|see|ask|consult|contact|find|get|pay|paid) an?"
    r"|(?:talk|speak) to"
    r"|(?:supervise|manage|lead|train|help|teach|direct)(?: the| other| new| \d+)*)\s+$"
)
#: "my wife is a ...", "he works as ...": somebody else's job, however clearly it is said.
_ANOTHERS: Final = re.compile(
    r"\b(?:he|she|wife|husband|spouse|friend|brother|sister|cousin|roommate|femme|mari|conjointe?)"
    r"\s+(?:is|was|est|works? as|working as)\s+(?:(?:also|an?|the|un|une)\s+)*$"
)
#: "... job", "...'s position": a job after all.
_OWN_JOB: Final = re.compile(
    r"\s*(?:'s)?\s*(?:job|work|position|role|experience|exp|shift|title|hours?|duties|post|one)s?\b"
)
#: "... said", "... refuses": somebody else.
_THEY_SAY: Final = re.compile(
    r"\s*(?:said|says?|told|tells?|refus\w*|gave|asked|asks|wo ?n'?t|did ?n'?t|does ?n'?t|does"
    r"|will|can|keeps?|wants?|wrote|left|is)\b"
)
#: "... refuses to": nobody says this of their own job.
_WAS_DONE: Final = re.compile(r"\s*(?:said|says|told|tells|refus\w*|gave|asked|asks|wo ?n'?t|wrote)\b")
_AT_A_PLACE: Final = re.compile(
    r"\s*(?:$|[,.;!\n(@\d-]|(?:at|in|for|chez|with|since|from|until|till|but|though|mostly|mainly)\b)"
)
_STARTS: Final = re.compile(
    r"(?:^|[\n,.;:(!])\s*(?:(?:an?|and|then|now|also|hi|hello|yes|it'?s|its|weekends?|weekdays|evenings|nights|mornings"
    r"|part[- ]time|full[- ]time)\b[\s,]*)*$"
)
_SPANISH_TRADE: Final = r"(?:[dt]ora?|[ei]r[oa]|eir[oa]|ista|log[oa]|nic[oa])"
_UNLISTED: Final = re.compile(
    rf"\b(?:(?:work(?:ed|ing)? as|employed as|hired as|promoted to|travaill\w+ comme"
    rf"|(?:soy|sou)(?= [a-z]*{_SPANISH_TRADE}\b)|trabaj\w+ (?:de|como)"
    r"|trabalh\w+ (?:de|como))"
    r"|(?:job title|position|occupation) ?(?:is|was|:|=)(?= ?an?\b))"
    r"(?! (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|segunda|terca|quarta|quinta|sexta|lundi|mardi"
    r"|noche|dia|tarde|manha|forma|manera)\b)"
    r"\s*[:=-]?\s*(?:an?|the|un|une)?\s+((?:[a-z][a-z'/&-]*\s*){1,5}?)"
    r"(?=$|[.,;:!?(\n\d]|\b(?:at|in|for|since|from|with|on|and|but|or|where|who|which|until|till"
    r"|full|part|under|i|my|now|pour|chez|depuis|en|desde|con|em|com|y|can|does|do|is|am|not)\b)"
)
_LOOK_BACK: Final = 60
_LOOK_AHEAD: Final = 40


class Surroundings:
    """The folded text before and after `folded[start:end]`, where a title may stand."""

    def __init__(self, folded: str, start: int, end: int) -> None:
        self._folded, self._start = folded, start
        self._before = folded[max(0, start - _LOOK_BACK) : start]
        self._after = folded[end : end + _LOOK_AHEAD]

    def say_it_is_a_job(self) -> bool:
        """ "i work as a ...", "my ... job"."""
        return bool(_SAYS_SO.search(self._before) or _OWN_JOB.match(self._after))

    def tell_anothers_job(self) -> bool:
        """ "my wife is a ..."."""
        return _ANOTHERS.search(self._before) is not None

    def name_somebody(self) -> bool:
        """ "my ...", "talk to a ..."."""
        return _SOMEBODY.search(self._before) is not None

    def tell_what_somebody_did(self) -> bool:
        """ "my ... said that ..."."""
        return self.name_somebody() and _THEY_SAY.match(self._after) is not None

    def tell_what_was_done(self) -> bool:
        """ "... refuses to sign"."""
        return _WAS_DONE.match(self._after) is not None

    def open_a_part(self) -> bool:
        """A part of the message opens with it."""
        return _STARTS.search(self._folded[: self._start]) is not None

    def stand_alone(self) -> bool:
        """A part of the message opens with it, and a place, a date or nothing follows."""
        return self.open_a_part() and _AT_A_PLACE.match(self._after) is not None

    def follow(self, end_of_title: int) -> bool:
        """Nothing but "and", "then", "to" stands between the title before and this one."""
        return _AND_THEN.fullmatch(self._folded, end_of_title, self._start) is not None


def said_to_be_a_title(folded: str) -> tuple[int, int] | None:
    """Where a message says "i work as a ...", the span of the words that follow."""
    found = _UNLISTED.search(folded)
    if found is None or not found[1].strip():
        return None
    return found.start(1), found.start(1) + len(found[1].rstrip())
