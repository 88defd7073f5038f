"""Tells whether a phrase is denied: "not self employed", "never studied", "student: no".

A denial read where there is none is the worst mistake here: it makes work count that does not. So a
"no" reaches only over a few harmless words, a new clause ends what is denied, and a "no" that merely
answers ("no i was self employed") denies nothing. Where the denials stand behind ("student no, self
employed no"), a "no" belongs to what it follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nlu.phrases import word_set

Span = tuple[int, int]

_DENIAL: Final = re.compile(
    r"\b(?:not|never|nor|neither|none|nothing|without|nobody(?! (?:at|in|from|of|here|there|can|could|knows?|tells?)\b)"
    r"|isn'?t|wasn'?t|wasnot|weren'?t|aren'?t"
    r"|ain'?t|didn'?t|dint|don'?t|doesn'?t|haven'?t|hasn'?t|hadn'?t|havnt|couldn'?t|cannot|can'?t"
    r"|nt|nahin?|nai|pas|jamais|aucune?|zero|nunca"
    r"|ningun[ao]?|nenhuma?|nao|khong|chua|wala(?:ng)?"
    r"|(?<!speak )(?<!and )hindi(?= (?:po|ako|naman|rin|din|full|part)| $)"
    r"|(?:sin|sem)(?= (?:antecedentes|permiso|estatus|papeles|pago|sueldo|salario))|sans"
    r"|(?:sin|sem) (?:ningun|nenhum)|没有|从未"
    r"|instead of|rather than|no|non)\b"
    r"(?! (?:only|just|sure|yet|problem|issue|doubt|worries|idea|know|remember|clear)\b)"
)
#: These reach over a whole verb phrase ("never been paid as a contractor"); the others do not.
_STRONG: Final = re.compile(r"(?:not|never|none|nothing|neither|nor|nobody|\w+n'?t|nt|cannot)$")
_ONLY_AN_ANSWER: Final = re.compile(
    r"\b(?:no|non|nahi|nope)\s*(?:,|\.|:|-|\b(?:i|im|i'm|ive|it|it's|its|my|this|that|then|was"
    r"|actually|sorry|wait|because|we|he|she|they|there|the|yes|all|some|je|c'est|c'etait|main|mai"
    r"|only)\b)"
)
_CLAUSE: Final = r"(?:i (?:was|am|were|did|had|have|has|worked|work|do)|i'?m)\b"
_ENDS_SCOPE: Final = re.compile(
    r"[.;!?\n]|\b(?:but|because|bcz|coz|since|so|then|although|except|until|till|however|mais|lekin"
    r"|currently|now|after|before)\b|(?<!work )(?<!worked )(?<!working )\b(?:when|while)\b"
    rf"|,\s*(?:i|it|my|we|yes|just|only)\b|(?<!think )(?<!believe )(?<!neither )\b{_CLAUSE}"
)
#: Words over which any denial reaches.
_HARMLESS: Final = word_set(
    "a an the any kind of type such full time fulltime part my work works job jobs as being doing or "
    "and nor other extra at all history record case ever been be really in to go going attend "
    "enrolled do did did i it was were is am are have had has from for paid on under so called "
    "international long working worked by un une le la de d' "
    "travail travaille travailleur boulot emploi suis etais ete fait etre trabajo trabaje fui era soy estuve he sido "
    "como por ni trabalho trabalhei sou estive nem side own personal small "
    "akong ako po ko ng tengo tenho hubo co bi tung da mujhe mera koi"
)
_WORD: Final = re.compile(r"[a-z0-9']+")
_AFTERWARDS: Final = re.compile(
    r"\s*(?:[:=?,-]|\bis\b|\bwas\b|\bwere\b|\bwork\b|\bjob\b)?\s*"
    r"(?:no|nope|(?:nahin?|nai|nhi)(?: (?:hai|he|h|hoon|hun|hu|tha|thi|kiya|kia|ki|hua|hui|liya|si|aa|ji))*"
    r"|never|none|false|nil)\b"
)
_GOES_ON: Final = re.compile(r"\s*(?:[,.;!)/-]|$|\band\b|\bor\b)")
_LED: Final = re.compile(r"\W*(?:no|not|never|neither|nahi)\b")
#: "not self employed, not student, no police record": who denies before each phrase answers none behind it.
_LED_EACH: Final = re.compile(
    r"\b(?:not|nor|neither|\w+n'?t|hindi|pas)(?: (?:an?|the|any|as|in|on|full[ -]?time|po|ako|naman|un|une"
    r"|de|so|been|doing))* $"
)
_REACH_BACK: Final = 70
_MOST_WORDS: Final = 5


class Denials:
    """The denials of one folded message, asked for the phrases that matter in it."""

    def __init__(self, folded: str, phrases: Sequence[Span] = ()) -> None:
        """phrases: the spans of all that may be denied: "no co-op or internship" denies both."""
        self._folded, self._phrases = folded, phrases
        self._are_behind = self._stand_behind()

    def covers(self, start: int, end: int, *, over_commas: bool = True, near: bool = False) -> bool:
        """True where the phrase is denied.

        over_commas: a "no" reaches along a list ("no co-op, internship"). near: over harmless words only.
        """
        if self._is_denied_after(end):
            return True
        return not self._are_behind and self._is_denied_before(start, over_commas, near)

    def any_within(self, first: int, last: int) -> bool:
        """True where a word of denial stands between the two offsets."""
        return _DENIAL.search(self._folded, first, last) is not None

    def _is_denied_after(self, end: int) -> bool:
        said = _AFTERWARDS.match(self._folded, end)
        if said is None:
            return False
        return self._are_behind or _GOES_ON.match(self._folded, said.end()) is not None

    def _is_denied_before(self, start: int, over_commas: bool, near: bool) -> bool:
        begin = max(0, start - _REACH_BACK)
        if not over_commas:
            begin = max(begin, self._folded.rfind(",", begin, start) + 1)
        for scope_end in _ENDS_SCOPE.finditer(self._folded, begin, start):
            begin = scope_end.end()
        denials = [
            said
            for said in _DENIAL.finditer(self._folded, begin, start)
            if not _ONLY_AN_ANSWER.match(self._folded, said.start())
        ]
        if not denials:
            return False
        between = self._words_between(denials[-1].end(), start)
        others = [word for word in between if word not in _HARMLESS]
        if near or not _STRONG.match(denials[-1].group()):
            return not others
        return len(between) <= _MOST_WORDS

    def _words_between(self, start: int, end: int) -> list[str]:
        """The words between, without those of other phrases, which are denied together."""
        words = []
        at = start
        for first, last in [*self._phrases, (end, end)]:
            if at <= first <= last <= end:
                words += _WORD.findall(self._folded[at:first])
                at = last
        return words

    def _stand_behind(self) -> bool:
        """True where the phrases are followed by their "no", and none is led by one."""
        ends = sorted({end for _, end in self._phrases})
        if len(ends) < 2 or any(_LED_EACH.search(self._folded[:start][-30:]) for start, _ in self._phrases):
            return False
        answered = [_AFTERWARDS.match(self._folded, end) is not None for end in ends]
        return answered[-1] and sum(answered) >= 2 and not _LED.match(self._folded)
