"""Finds the stretches of time in a message: from-to, since, started, left, the last 14 months, for 14 months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from nlu.chunks import Chunks
from nlu.durations import Length
from nlu.matched import Matched
from nlu.moments import Form, Moment
from nlu.patterns import Rules
from nlu.tokens import Token

_Phrase = Matched[Chunks]

#: "change the start date of my job to june": so far back may the word of change stand.
_REACH_OF_CHANGE: Final = 8
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


def stretches(chunks: Chunks) -> list[Stretch]:
    """Every stretch, date and length of the message, in order and apart."""
    found: list[Stretch] = []
    at = _RULES.next(chunks.shape, 0)
    while at < len(chunks):
        stretch = _stretch_at(chunks, at)
        if stretch:
            found.append(stretch)
        at = _RULES.next(chunks.shape, stretch.last if stretch else at + 1)
    return found


def _stretch_at(chunks: Chunks, at: int) -> Stretch | None:
    for found, reader in _RULES.matches(chunks.shape, at):
        if stretch := reader(Matched(chunks, found)):
            return stretch
    return None


def _moment(phrase: _Phrase, group: str) -> Moment | None:
    return phrase.tokens.moments[phrase.at(group)] if phrase.has(group) else None


def _stretch(
    phrase: _Phrase,
    wording: Wording,
    begin: Moment | None = None,
    finish: Moment | None = None,
    *,
    ongoing: bool = False,
) -> Stretch:
    return Stretch(wording, phrase.first, phrase.last, begin, finish, ongoing)


def _range(phrase: _Phrase) -> Stretch:
    begin, finish = _moment(phrase, "begin"), _moment(phrase, "end")
    return _stretch(phrase, Wording.RANGE, begin, finish, ongoing=finish is None)


def _range_with_a(phrase: _Phrase) -> Stretch | None:
    """ "janvier a mars 2025": French and Spanish for "to"; no other article joins two dates."""
    return _range(phrase) if phrase.tokens[phrase.at("begin") + 1].text == "a" else None


def _range_in_year(phrase: _Phrase) -> Stretch | None:
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


def _day_range(phrase: _Phrase) -> Stretch | None:
    """ "5 to 20 june": the first day has the month of the second."""
    finish, day = phrase.tokens.moments[phrase.at("end")], phrase.token("day")
    if not 1 <= day.value <= 28 or not all(form.day for form in finish.forms):
        return None
    forms = tuple(form._replace(day=day.value) for form in finish.forms)
    return _stretch(phrase, Wording.RANGE, replace(finish, start=day.start, forms=forms), finish)


def _two_years(phrase: _Phrase) -> Stretch | None:
    """ "2023-24"."""
    begin, end = phrase.tokens.moments[phrase.at("begin")], phrase.token("end")
    year = begin.forms[0].year if begin.forms and begin.forms[0].month is None else None
    if year is None or end.value != (year + 1) % 100:
        return None
    return _stretch(phrase, Wording.RANGE, begin, Moment(end.start, end.end, (Form(year + 1),), vague=True))


def _since(phrase: _Phrase) -> Stretch | None:
    """Not "depuis l'étranger en juin", which is from where and not since when."""
    tokens, after = phrase.tokens, phrase.first + 1
    is_place = (tokens[phrase.first].text, tokens.kind(after), tokens.kind(after + 1)) == ("depuis", "THE", "WORD")
    if is_place or "FOREIGN" in phrase.kinds():
        return None
    return _stretch(phrase, Wording.SINCE, _moment(phrase, "begin"), ongoing=True)


def _since_then(phrase: _Phrase) -> Stretch:
    return _stretch(phrase, Wording.SINCE_THEN, ongoing=True)


def _start(phrase: _Phrase) -> Stretch:
    return _stretch(phrase, Wording.START, _moment(phrase, "begin"), ongoing=phrase.has("now"))


def _end(phrase: _Phrase) -> Stretch:
    """ "until june"; but "change it to june" names no end, and "change the start to june" a start."""
    moment = _moment(phrase, "end")
    before = {phrase.tokens.kind(at) for at in range(phrase.first - _REACH_OF_CHANGE, phrase.first)}
    is_change = phrase.tokens[phrase.first].text == "to" and "CHANGE" in before
    if is_change and not before & {"STOPPED", "ENDING"}:
        return _stretch(phrase, Wording.START if "STARTED" in before else Wording.LONE, moment)
    return _stretch(phrase, Wording.END, finish=moment)


def _end_by_layoff(phrase: _Phrase) -> Stretch | None:
    """ "laid off in june and new job since august": no break in a job, but the end of one."""
    tokens = phrase.tokens
    following = range(phrase.last, min(phrase.last + _REACH_OF_CHANGE, len(tokens)))
    other = [tokens.kind(at + 1) for at in following if tokens[at].text in ("new", "another", "next")]
    return _end(phrase) if "WORKED" in other else None


def _end_of_event(phrase: _Phrase) -> Stretch | None:
    """ "until the restaurant closed in january", but not "to open a profile in january"."""
    return None if phrase.tokens[phrase.first].text == "to" else _end(phrase)


def _until_now(phrase: _Phrase) -> Stretch:
    return _stretch(phrase, Wording.UNTIL_NOW, ongoing=True)


def _still(phrase: _Phrase) -> Stretch | None:
    """ "still working there", but not "still no job", and not "just continue"."""
    is_command = phrase.tokens[phrase.first].text.startswith(("continue", "continuing"))
    return None if is_command or phrase.before() == "NOT" else _until_now(phrase)


def _return(phrase: _Phrase) -> Stretch | None:
    """ "came back in april", "back to work since june"; "went back home in june" is the way out."""
    if phrase.before() == "WENT" or phrase.kinds() & {"HOME", "FOREIGN"}:
        return None
    return _stretch(phrase, Wording.RETURN, _moment(phrase, "begin"))


def _last(phrase: _Phrase) -> Stretch:
    return replace(_length(phrase), wording=Wording.LAST, ongoing=True)


def _length(phrase: _Phrase) -> Stretch:
    return replace(_stretch(phrase, Wording.LENGTH), length=phrase.tokens.lengths[phrase.at("length")])


def _window(phrase: _Phrase) -> Stretch:
    return _stretch(phrase, Wording.WINDOW)


def _ends(phrase: _Phrase, subject: Token) -> bool:
    """ "it end june 2025", "start june 2024, end june 2025"."""
    if subject.kind in ("COMMA", "AND", "NEWLINE"):
        return any(phrase.tokens.kind(at) == "STARTED" for at in range(phrase.first))
    return subject.kind == "WORKED" or subject.text in _WHAT_ENDS


def _lone(phrase: _Phrase) -> Stretch:
    """ "it end in august 2025" is no part of august."""
    subject = phrase.tokens[phrase.first - 1] if phrase.first else None
    if subject and phrase.tokens[phrase.first].text.startswith("end ") and _ends(phrase, subject):
        return _stretch(phrase, Wording.END, finish=_moment(phrase, "begin"))
    return _stretch(phrase, Wording.LONE, _moment(phrase, "begin"))


# The parts that wordings are made of.
_BEGIN: Final = "(?P<begin> MOMENT )"
_END: Final = "(?P<end> MOMENT )"
_LENGTH: Final = "(?P<length> LENGTH )"
_FILL: Final = "(?:IN|ON|THE|HEDGE|COLON|OF|DASH|WAS|ART)*"
_WORD: Final = """(?:(?! MOMENT|LENGTH|NEWLINE|SEMICOLON|DOT|BULLET|QUESTION|STARTED|STOPPED|TO|FROM|SINCE
    |OFF|LEAVE|LAYOFF|BACK|THEN|BETWEEN|WENT|NOT|STILL|NOW ).)"""
_TO: Final = "(?:TO|DASH|AU)+"
_END_OR_NOW: Final = f"(?: STILL (?:NOW|WORKED|IN)? | NOW | TILLNOW | DATEWORD | {_END} )"
_TAKING: Final = "(?:THE? WORD )"
_STILL: Final = "(?:COMMA|AND|WAS|OPEN)* STILL (?: (?=WORKED|IN|NOW|HERE|ON) | (?!.) )"
_INTO: Final = f"(?: (?:FROM|SINCE|STARTED|IN|ON|DE) (?:THE|FROM|IN|ON)? {_FILL} )?"

_RULES: Final = Rules[Callable[[_Phrase], "Stretch | None"]](
    [
        # from one date to another, or to now
        (
            f"IN? (?P<year> MOMENT ) (?:FROM|IN|COMMA|BETWEEN)+ {_BEGIN} (?:TO|DASH|AU|AND) {_END}",
            _range_in_year,
        ),
        (f"{_INTO} {_BEGIN} (?:COMMA|CLOSE)? {_TO} (?:IN|ON|THE|HEDGE|WAS)* {_END_OR_NOW} TAK?", _range),
        (f"BETWEEN {_FILL} {_BEGIN} (?:AND|TO|DASH) {_FILL} {_END_OR_NOW}", _range),
        (f"(?:FROM|DE|SINCE) {_FILL} {_BEGIN} ART THE? (?: NOW | {_END} )", _range),
        (f"SINCE {_FILL} {_BEGIN} WORD? TO (?: NOW | DATEWORD )", _range),
        (f"{_INTO} {_BEGIN} ART (?: NOW | {_END} )", _range_with_a),
        (f"{_BEGIN} SE {_TAKING}? (?: NOW TAK? | TILLNOW | TAK | {_END} TAK? )", _range),
        (f"{_BEGIN} (?: NOW TAK | TILLNOW )", _range),
        (f"{_BEGIN} (?:WORD|THE|IN){{1,4}} TO THE? (?:NOW|DATEWORD) TAK?", _range),
        (f"(?:FROM|ON|OF|DE)? (?:THE|OF)? (?P<day> NUM|ORD ) (?:TO|DASH|AU)+ (?:THE|OF)* {_END}", _day_range),
        (f"(?:FROM|IN)? {_BEGIN} (?:DASH|SLASH|TO) (?P<end> NUM ) (?!HOUR|DASH|SLASH)", _two_years),
        # since a date, or for so long
        ("(?:SINCE|FROM) (?:THEN|THAT)", _since_then),
        (f"SINCE {_FILL} {_BEGIN}", _since),
        (f"SINCE {_WORD}{{1,6}}? (?:IN|ON|FROM)? {_FILL} {_BEGIN}", _since),
        (f"SINCE {_WORD}{{0,3}}? STARTED {_WORD}{{0,4}}? (?:IN|ON|FROM)? {_FILL} {_BEGIN}", _since),
        (f"{_BEGIN} SE (?!NOW|TILLNOW)", _since),
        ("IN THE? THIS? (?:LAST|PREVIOUS|NEXT) HEDGE? LENGTH", _window),
        (f"(?:SINCE|FOR|FROM|OVER)? THE? THIS? (?:LAST|PREVIOUS) HEDGE? {_LENGTH}", _last),
        (f"(?:SINCE|FROM) HEDGE? {_LENGTH}", _last),
        (f"FOR? {_LENGTH} (?: SE | SOFAR? NOW | SOFAR )", _last),
        # a start
        (
            f"""(?:FROM|STARTED) {_FILL} STARTED? {_FILL} FROM? {_BEGIN}
            (?P<now> ONWARD | COMMA? NOW (?! ART|WORD|WORKED|WAS) )?""",
            _start,
        ),
        (f"{_BEGIN} (?P<now> ONWARD | {_STILL} )", _start),
        (f"{_BEGIN} COMMA? (?P<now> NOW ) (?! ART|WORD|WORKED|WAS)", _start),
        (f"STARTED {_WORD}{{1,3}} (?:FROM|SINCE)? {_FILL} {_BEGIN} (?P<now> ONWARD )?", _start),
        (f"STARTED {_WORD}{{1,9}} (?:FROM|SINCE|IN|ON) {_FILL} {_BEGIN} (?P<now> ONWARD )?", _start),
        (f"{_BEGIN} (?:CORRECTION|SHOULD|WAS|THE|MY)* STARTED (?! {_WORD}{{0,5}} (?:MOMENT|TITLE|LENGTH) )", _start),
        (f"BACK {_WORD}{{0,4}} (?:FROM|SINCE|IN|ON)? {_FILL} {_BEGIN}", _return),
        # an end
        (f"(?:TO|STOPPED) {_FILL} (?:TO|DASH)? {_FILL} {_END} TAK?", _end),
        (f"STOPPED {_FILL} FROM {_FILL} {_END} (?! {_TO} )", _end),
        (f"LAYOFF {_FILL} {_END}", _end_by_layoff),
        (f"{_END} TAK", _end),
        (f"ENDING DATEWORD? (?:COLON|ON|WAS)* {_FILL} {_END}", _end),
        ("ENDING DATEWORD? COLON NOW", _until_now),
        (f"TO {_WORD}{{1,6}} (?:IN|ON) {_FILL} {_END}", _end_of_event),
        (f"STOPPED {_WORD}{{1,6}} (?:IN|ON) {_FILL} {_END}", _end),
        (f"STOPPED {_WORD}{{1,2}} {_END}", _end),
        ("TO THE? (?:NOW|DATEWORD) | NOW TAK | TILLNOW | (?<!.) NOW (?!.)", _until_now),
        ("STILL (?: WORKED | HERE | NOW | THE? (?!.) )", _still),
        # neither
        (f"(?:FOR|FROM)? HEDGE? {_LENGTH}", _length),
        (f"{_BEGIN}", _lone),
    ]
)
