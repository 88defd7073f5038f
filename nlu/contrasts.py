"""Finds what a person takes back: "7.5 not 6.5", "22 instead of 32", "6.5 sorry 7.5".

What is taken back must be read as the old value, never as one more fact, so every grammar that
reads bare values asks here. A rejected value is known by where it starts or ends; what it is, the
grammar knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nlu.phrases import any_of

_LEAD: Final = r"(?:(?:the|a|an|in|on|at|it|is|was|were|for|of|from|my|le|la|en|as|by|like|score|band|around)\s+)*"
_VALUE: Final = r"(?<![\d.,])\d{1,7}(?:[.,:]\d{1,3}){0,2}(?:\s?(?:%|hours?|hrs?|h\b|hr\b|/\s?w\w*))?"
_SLIP: Final = r"(?:sorry|sory|oops|ops|opps|wait|no wait|no no|i mean|i meant|i ment|my bad|correction|rather|typo)"

#: The value that follows is the old one.
_OLD_FOLLOWS: Final = re.compile(
    any_of(
        r"\b(?:not|nt|instead of|insted of|insteed of|rather than|in place of|au lieu d[eu]|et non(?: pas)?"
        rf"|non pas|y no|et pas|mais pas|pas|nahi|nai|hindi|nao|e nao|no be|no es|no era|no mean|replace)\s+{_LEAD}",
        r"\b(?:change|update|correct|edit|fix|modify)\b[^.;!?]{0,40}?\bfrom\s+"
        rf"{_LEAD}(?=[^.;!?]{{1,30}}\bto\b)",
        r"\b(?:went|improved|raised|increased|decreased)\b[^.;!?]{0,30}?\bfrom\s+(?=\d[\d.,]*\s+to\b)",
        rf"^\W*(?:no |ok )?from\s+{_LEAD}"
        r"(?=[^.;!?]{1,30}\bto\b[^.;!?]{1,30}\b(?:change|please|pls|instead|update)\b)",
    )
)
#: The person quotes what they said before, and corrects it in the same breath.
_QUOTED: Final = re.compile(
    r"\b(?:(?:i|u|you|it)\s+(?:wrongly |mistakenly |earlier |before )?(?:said|say|wrote|put|told|typed|entered|says)"
    r"|(?:you|u)\s+(?:have|got|understood|took)"
    r"|j'ai\s+(?:dit|ecrit|mis|marque|note)|(?:dije|puse|escribi|disse|falei|coloquei|escrevi))\s+"
    rf"(?:you |me |that |earlier |it (?:was|is|as) )?{_LEAD}"
    r"(?=(?P<quote>[^.;!?]{1,60}?)\b(?:but|actually|sorry|it'?s|it (?:is|was|should)|mistake|error|wrong|instead|meant"
    r"|mais|c'est|c'etait|pero|mas|perdon|erreur|era)\b)"
)
#: What was said before, told last: "leave was till 9 january, i said february".
_QUOTED_LAST: Final = re.compile(
    r"\d\D*[,.;(-]\s*(?:(?:because|but|and|sorry|before|earlier|by mistake) )?"
    r"(?:(?:i|u|you) (?:have |had )?(?:(?:wrongly|mistakenly|earlier|before) )?"
    r"(?:said|wrote|put|typed|entered|told(?: you)?)"
    rf"|(?:u|you) (?:have|got|took)) {_LEAD}"
    r"(?=[^.;!?,]{1,20}\W*(?:(?:by mistake|before|earlier|wrongly|sorry|in mistake)\W*)?$)"
)
#: The value that ends here is the old one, since another of its kind follows the slip.
_OLD_PRECEDES: Final = re.compile(
    any_of(
        rf"{_VALUE}(?=[\s,.-]{{0,4}}{_SLIP}\b[\s,.-]{{0,4}}"
        r"(?:(?:no|wait|sorry|i mean|it'?s|it was|it is|actually) )*\d)",
        r"(?<=\w)(?=\s+(?:is|was|are)\s+(?:(?:a|my) )?"
        r"(?:wrong|incorrect|mistake|typo|not (?:right|correct|true)|old)\b)",
    )
)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Offsets where values that are taken back start and end, and the spans of whole quotes."""

    starts: frozenset[int]
    ends: frozenset[int]
    quotes: tuple[tuple[int, int], ...] = ()

    def holds(self, start: int, end: int) -> bool:
        """True where the value read from this span is taken back."""
        return start in self.starts or end in self.ends

    def quotes_at(self, offset: int) -> bool:
        """True where the offset lies in what the person quotes from before, to correct it."""
        return any(start <= offset < end for start, end in self.quotes)


def rejected(folded: str) -> Rejected:
    """What a folded message takes back."""
    quoted = list(_QUOTED.finditer(folded))
    starts = {found.end() for found in (*_OLD_FOLLOWS.finditer(folded), *_QUOTED_LAST.finditer(folded), *quoted)}
    ends = {found.end() for found in _OLD_PRECEDES.finditer(folded)}
    return Rejected(frozenset(starts), frozenset(ends), tuple((one.start(), one.end("quote")) for one in quoted))
