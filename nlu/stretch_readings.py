"""What the wordings of stretches of time mean: each function makes a stretch of one matched phrase (nlu.stretches)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from nlu.chunks import Chunks
from nlu.durations import Length
from nlu.matched import Matched
from nlu.moments import Form, Moment
from nlu.tokens import Token

Phrase = Matched[Chunks]

#: "change the start date of my job to june": so far back may the word of change stand.
_REACH_OF_CHANGE: Final = 8
_YEAR_FIRST: Final = re.compile(r"20\d\d\W*[^\W\d]")
_WHAT_ENDS: Final = frozenset(("it", "that", "this", "contract", "one"))


class Wording(Enum):
    """How a stretch is put, which says what its open ends mean."""

    RANGE = "from may 2024 to june 2025"
    SINCE = "since may 2024"
    START = "started in may 2024"
    END = "left in june 2025"
    UNTIL_NOW = "until now"
    LAST = "for the last 14 months"
    WINDOW = "in the last 3 years"
    RETURN = "came back in april"
    SINCE_THEN = "since then"
    LONE = "may 2024"
    LENGTH = "14 months"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch at chunks ``first`` to ``last`` exclusive."""

    wording: Wording
    first: int
    last: int
    begin: Moment | None = None
    finish: Moment | None = None
    ongoing: bool = False
    length: Length | None = None


def _moment(phrase: Phrase, group: str) -> Moment | None:
    return phrase.tokens.moments[phrase.at(group)] if phrase.has(group) else None


def _stretch(
    phrase: Phrase,
    wording: Wording,
    begin: Moment | None = None,
    finish: Moment | None = None,
    *,
    ongoing: bool = False,
) -> Stretch:
    return Stretch(wording, phrase.first, phrase.last, begin, finish, ongoing)


def from_to(phrase: Phrase) -> Stretch:
    begin, finish = _moment(phrase, "begin"), _moment(phrase, "end")
    if begin and finish and _YEAR_FIRST.match(phrase.tokens[phrase.at("begin")].text):
        finish = _in_the_same_year(begin, finish)
    return _stretch(phrase, Wording.RANGE, begin, finish, ongoing=finish is None)


def _in_the_same_year(begin: Moment, finish: Moment) -> Moment:
    """ "2024 jan - june": a year that comes first is that of both ends, unless the end comes before the start."""
    if len(begin.forms) != 1 or any(form.year is not None or form.month is None for form in finish.forms):
        return finish
    (first,) = begin.forms
    if any((form.month or 0) < (first.month or 12) for form in finish.forms):
        return finish
    return replace(finish, forms=tuple(form._replace(year=first.year) for form in finish.forms))


def months_listed(phrase: Phrase) -> Stretch | None:
    """ "may, june and july 2025": months in a row, of which the last has the year."""
    places = [at for at in range(phrase.first, phrase.last) if phrase.tokens.kind(at) == "MOMENT"]
    moments = [phrase.tokens.moments[at] for at in places]
    if any(len(moment.forms) != 1 or moment.forms[0].day or moment.vague for moment in moments):
        return None
    forms = [moment.forms[0] for moment in moments]
    *others, last = forms
    months = [form.month or 0 for form in forms]
    follow = months == list(range(months[0], months[0] + len(months))) and months[0] > 0
    if not follow or last.year is None or any(form.year is not None for form in others):
        return None
    first = replace(moments[0], forms=(forms[0]._replace(year=last.year),))
    return _stretch(phrase, Wording.RANGE, first, moments[-1])


def from_to_with_a(phrase: Phrase) -> Stretch | None:
    """ "janvier a mars 2025": French and Spanish for "to"; no other article joins two dates."""
    return from_to(phrase) if phrase.tokens[phrase.at("begin") + 1].text == "a" else None


def from_to_in_year(phrase: Phrase) -> Stretch | None:
    """ "last year from march to september", "in 2024 from march to may"."""
    year, *ends = (phrase.tokens.moments[phrase.at(name)] for name in ("year", "begin", "end"))
    if len(year.forms) != 1 or year.forms[0].month is not None:
        return None
    if any(form.year is not None or form.month is None for moment in ends for form in moment.forms):
        return None
    of_year = year.forms[0].year
    first, last = (
        replace(moment, forms=tuple(form._replace(year=of_year) for form in moment.forms)) for moment in ends
    )
    if not (first.forms and last.forms) or last.forms[0].when().last() < first.forms[0].when().first():
        return None
    return _stretch(phrase, Wording.RANGE, first, last)


def day_range(phrase: Phrase) -> Stretch | None:
    """ "5 to 20 june": the first day has the month of the second."""
    finish, day = phrase.tokens.moments[phrase.at("end")], phrase.token("day")
    if not 1 <= day.value <= 28 or not all(form.day for form in finish.forms):
        return None
    forms = tuple(form._replace(day=day.value) for form in finish.forms)
    return _stretch(phrase, Wording.RANGE, replace(finish, start=day.start, forms=forms), finish)


def two_years(phrase: Phrase) -> Stretch | None:
    """ "2023-24"."""
    begin, end = phrase.tokens.moments[phrase.at("begin")], phrase.token("end")
    year = begin.forms[0].year if begin.forms and begin.forms[0].month is None else None
    if year is None or end.value != (year + 1) % 100:
        return None
    return _stretch(phrase, Wording.RANGE, begin, Moment(end.start, end.end, (Form(year + 1),), vague=True))


def since(phrase: Phrase) -> Stretch | None:
    """Not "depuis l'étranger en juin", which is from where and not since when."""
    tokens, after = phrase.tokens, phrase.first + 1
    is_place = (tokens[phrase.first].text, tokens.kind(after), tokens.kind(after + 1)) == ("depuis", "THE", "WORD")
    if is_place or "FOREIGN" in phrase.kinds():
        return None
    return _stretch(phrase, Wording.SINCE, _moment(phrase, "begin"), ongoing=True)


def since_then(phrase: Phrase) -> Stretch:
    return _stretch(phrase, Wording.SINCE_THEN, ongoing=True)


def start(phrase: Phrase) -> Stretch:
    return _stretch(phrase, Wording.START, _moment(phrase, "begin"), ongoing=phrase.has("now"))


def end(phrase: Phrase) -> Stretch:
    """ "until june"; but "change it to june" names no end, and "change the start to june" a start."""
    moment = _moment(phrase, "end")
    before = {phrase.tokens.kind(at) for at in range(phrase.first - _REACH_OF_CHANGE, phrase.first)}
    is_change = phrase.tokens[phrase.first].text == "to" and "CHANGE" in before
    if is_change and not before & {"STOPPED", "ENDING"}:
        return _stretch(phrase, Wording.START if "STARTED" in before else Wording.LONE, moment)
    return _stretch(phrase, Wording.END, finish=moment)


def end_by_layoff(phrase: Phrase) -> Stretch | None:
    """ "laid off in june and new job since august": no break in a job, but the end of one."""
    tokens = phrase.tokens
    following = range(phrase.last, min(phrase.last + _REACH_OF_CHANGE, len(tokens)))
    other = [tokens.kind(at + 1) for at in following if tokens[at].text in ("new", "another", "next")]
    return end(phrase) if "WORKED" in other else None


def end_of_event(phrase: Phrase) -> Stretch | None:
    """ "until the restaurant closed in january", but not "to open a profile in january"."""
    return None if phrase.tokens[phrase.first].text == "to" else end(phrase)


def until_now(phrase: Phrase) -> Stretch:
    return _stretch(phrase, Wording.UNTIL_NOW, ongoing=True)


def still(phrase: Phrase) -> Stretch | None:
    """ "still working there", but not "still no job", and not "just continue"."""
    is_command = phrase.tokens[phrase.first].text.startswith(("continue", "continuing"))
    return None if is_command or phrase.before() == "NOT" else until_now(phrase)


def returned(phrase: Phrase) -> Stretch | None:
    """ "came back in april", "back to work since june"; "went back home in june" is the way out."""
    if phrase.before() == "WENT" or phrase.kinds() & {"HOME", "FOREIGN"}:
        return None
    return _stretch(phrase, Wording.RETURN, _moment(phrase, "begin"))


def last(phrase: Phrase) -> Stretch:
    return replace(length(phrase), wording=Wording.LAST, ongoing=True)


def length(phrase: Phrase) -> Stretch:
    return replace(_stretch(phrase, Wording.LENGTH), length=phrase.tokens.lengths[phrase.at("length")])


def window(phrase: Phrase) -> Stretch:
    return _stretch(phrase, Wording.WINDOW)


def _ends(phrase: Phrase, subject: Token) -> bool:
    """ "it end june 2025", "start june 2024, end june 2025"."""
    if subject.kind in ("COMMA", "AND", "NEWLINE"):
        return any(phrase.tokens.kind(at) == "STARTED" for at in range(phrase.first))
    return subject.kind == "WORKED" or subject.text in _WHAT_ENDS


def lone(phrase: Phrase) -> Stretch:
    """ "it end in august 2025" is no part of august."""
    subject = phrase.tokens[phrase.first - 1] if phrase.first else None
    if subject and phrase.tokens[phrase.first].text.startswith("end ") and _ends(phrase, subject):
        return _stretch(phrase, Wording.END, finish=_moment(phrase, "begin"))
    return _stretch(phrase, Wording.LONE, _moment(phrase, "begin"))
