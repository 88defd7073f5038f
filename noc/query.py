"""Cuts what a person typed down to the title: "hi i work as a Sr. cook at tims since may" -> senior cook, tims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from noc.employers import Employer, employer_in
from noc.words import fold, forms, words

#: Words at either end that leave the unit group as it is.
SENIORITY: Final = frozenset(
    forms(
        "senior junior intermediate entry level mid i ii iii iv 1 2 3 4 5 licensed certified qualified experienced "
        "professional full part time fulltime parttime ft pt permanent temporary temp casual seasonal "
        "job position role currently still now only 1st 2nd 3rd 4th year yr class"
    )
)
#: Words that may move the title to another unit group: left out only to find candidates.
RANK: Final = frozenset(
    forms(
        "lead head chief principal staff trainee training apprentice intern internship student junior associate "
        "night day evening weekend overnight morning shift worker acting freelance contract self employed independent remote "
        "international foreign canadian general"
    )
)
_LEAD_IN: Final = re.compile(
    r"^\W*(?:(?:hi|hello|hey|ok|okay|so|well|yes|actually|bonjour)\b\W*)*"
    r"(?:(?:i\s*(?:am|'?m|was|have been|work(?:ed|ing)?)|im|my (?:job|title|job title|position|occupation|role)(?: is| was)?"
    r"|je (?:suis|travaille)|work(?:ing|ed)?(?= as| like)|employed|job(?: title)?(?= ?[:=-]| is| was| as)|title|designation"
    r"|position(?= ?[:=-]| is| was| as)|occupation)\b[\s:=-]*)*"
    r"(?:(?:is|was|currently|now|still|working|employed|comme|as|like)\b\s*)*(?:(?:an?|the|un|une)\b\s*)?"
)
_STOP: Final = re.compile(
    r"\s+(?:since|from|until|till|untill|depuis|started|starting|full[ -]?time|part[ -]?time"
    r"|on (?:a )?(?:pgwp|work permit|open)|for (?:the )?(?:last|past|about|almost|over|\d+|one|two|three|a year)"
    r"|\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|years?|yrs?|months?)\b).*$"
)
_AT: Final = re.compile(r"\s+(?:at|@|chez)\s")
_PLACE: Final = re.compile(r"\s+(?:at|@|with|chez|for|in|dans|on)\s+.*$")


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for.

    text: the title as typed, lower case, without lead-in, employer or dates. words: all its words, the employer's
    too. title: its words without the employer; plain: those without seniority and terms of work at either end.
    before_place: the words before "in", "for", "with", where there are any. employer: where it is a known one.
    """

    text: str
    words: tuple[str, ...]
    title: tuple[str, ...]
    plain: tuple[str, ...]
    before_place: tuple[str, ...]
    employer: Employer | None


def read_query(said: str) -> Query:
    """The parts of a title in a text of at most a few words."""
    folded = _STOP.sub("", " " + _LEAD_IN.sub("", fold(said).strip())).strip(" .,!?;:-\"'()")
    found = words(folded)
    text = folded
    if known := employer_in(folded, found):
        employer, first, last = known
        title = tuple(word.form for word in found[:first] + found[last:])
        start, end = found[first].start, found[last - 1].end
        text = " ".join(
            re.sub(r"\s+(?:at|@|with|chez|for|from|in)\s*$", "", folded[:start]).split()
        )
        text = (text + folded[end:]).strip() or folded
    else:
        employer = None
        if at := _AT.search(folded):
            text = folded[: at.start()]
        title = forms(text)
    place = _PLACE.search(text)
    return Query(
        text=text,
        words=tuple(word.form for word in found),
        title=title,
        plain=_without_ends(title),
        before_place=_without_ends(forms(text[: place.start()])) if place else (),
        employer=employer,
    )


def _without_ends(found: tuple[str, ...]) -> tuple[str, ...]:
    first, last = 0, len(found)
    while first < last - 1 and found[first] in SENIORITY:
        first += 1
    while last > first + 1 and found[last - 1] in SENIORITY:
        last -= 1
    return found[first:last]
