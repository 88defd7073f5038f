"""Finds the stretches of time in a message: from-to, since, started, left, the last 14 months, for 14 months."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from nlu.chunks import Chunks
from nlu.durations import Length
from nlu.moments import Form, Moment
from nlu.patterns import Rules, has


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
    for found, build in _RULES.matches(chunks.shape, at):
        if stretch := build(chunks, found):
            return stretch
    return None


def _moment(chunks: Chunks, found: re.Match[str], group: str) -> Moment | None:
    return chunks.moments[found.start(group)] if has(found, group) else None


def _range(chunks: Chunks, found: re.Match[str]) -> Stretch:
    begin, finish = _moment(chunks, found, "begin"), _moment(chunks, found, "end")
    return Stretch(Wording.RANGE, found.start(), found.end(), begin, finish, ongoing=finish is None)


def _range_in_year(chunks: Chunks, found: re.Match[str]) -> Stretch | None:
    """ "last year from march to september", "in 2024 from march to may"."""
    year, begin, finish = (chunks.moments[found.start(name)] for name in ("year", "begin", "end"))
    if len(year.forms) != 1 or year.forms[0].month is not None:
        return None
    if any(form.year is not None or form.month is None for form in (*begin.forms, *finish.forms)):
        return None
    of_year = year.forms[0].year
    first, last = (
        replace(moment, forms=tuple(form._replace(year=of_year) for form in moment.forms))
        for moment in (begin, finish)
    )
    wraps = last.forms[0].when().last() < first.forms[0].when().first()
    return None if wraps else Stretch(Wording.RANGE, found.start(), found.end(), first, last)


def _day_range(chunks: Chunks, found: re.Match[str]) -> Stretch:
    """ "5 to 20 june": the first day has the month of the second."""
    finish = chunks.moments[found.start("end")]
    day = chunks[found.start("day")].value
    forms = tuple(form._replace(day=day) for form in finish.forms)
    if not all(form.day for form in finish.forms) or not 1 <= day <= 28:
        return replace(_end(chunks, found), first=found.start("end"))
    begin = replace(finish, start=chunks[found.start("day")].start, forms=forms)
    return Stretch(Wording.RANGE, found.start(), found.end(), begin, finish)


def _two_years(chunks: Chunks, found: re.Match[str]) -> Stretch | None:
    """ "2023-24"."""
    begin, end = chunks.moments[found.start("begin")], chunks[found.start("end")]
    year = begin.forms[0].year if begin.forms and begin.forms[0].month is None else None
    if year is None or end.value != (year + 1) % 100:
        return None
    finish = Moment(end.start, end.end, (Form(year + 1),), vague=True)
    return Stretch(Wording.RANGE, found.start(), found.end(), begin, finish)


def _since(chunks: Chunks, found: re.Match[str]) -> Stretch:
    return Stretch(
        Wording.SINCE, found.start(), found.end(), _moment(chunks, found, "begin"), ongoing=True
    )


def _start(chunks: Chunks, found: re.Match[str]) -> Stretch:
    ongoing = has(found, "now")
    return Stretch(
        Wording.START, found.start(), found.end(), _moment(chunks, found, "begin"), ongoing=ongoing
    )


def _end(chunks: Chunks, found: re.Match[str]) -> Stretch:
    """ "until june"; but "change it to june" names no end, and "change the start to june" a start."""
    moment = _moment(chunks, found, "end")
    before = [chunks.kind(at) for at in range(max(0, found.start() - 8), found.start())]
    if (
        chunks[found.start()].text == "to"
        and "CHANGE" in before
        and "STOPPED" not in before
        and "ENDING" not in before
    ):
        wording = Wording.START if "STARTED" in before else Wording.LONE
        return Stretch(wording, found.start(), found.end(), moment)
    return Stretch(Wording.END, found.start(), found.end(), None, _moment(chunks, found, "end"))


def _end_of_event(chunks: Chunks, found: re.Match[str]) -> Stretch | None:
    """ "until the restaurant closed in january", but not "to open a profile in january"."""
    return None if chunks[found.start()].text == "to" else _end(chunks, found)


def _return(chunks: Chunks, found: re.Match[str]) -> Stretch | None:
    """ "came back in april", "back to work since june"; "went back home in june" is the way out, not back."""
    kinds = {chunks.kind(at) for at in range(found.start(), found.end())}
    if chunks.kind(found.start() - 1) == "WENT" or kinds & {"HOME", "FOREIGN"}:
        return None
    return Stretch(Wording.RETURN, found.start(), found.end(), _moment(chunks, found, "begin"))


def _last(chunks: Chunks, found: re.Match[str]) -> Stretch:
    length = chunks.lengths[found.start("length")]
    return Stretch(Wording.LAST, found.start(), found.end(), ongoing=True, length=length)


def _window(chunks: Chunks, found: re.Match[str]) -> Stretch:
    return Stretch(Wording.WINDOW, found.start(), found.end())


def _length(chunks: Chunks, found: re.Match[str]) -> Stretch:
    length = chunks.lengths[found.start("length")]
    return Stretch(Wording.LENGTH, found.start(), found.end(), length=length)


def _lone(chunks: Chunks, found: re.Match[str]) -> Stretch:
    return Stretch(Wording.LONE, found.start(), found.end(), _moment(chunks, found, "begin"))


def _since_then(chunks: Chunks, found: re.Match[str]) -> Stretch:
    return Stretch(Wording.SINCE_THEN, found.start(), found.end(), ongoing=True)


def _until_now(chunks: Chunks, found: re.Match[str]) -> Stretch:
    return Stretch(Wording.UNTIL_NOW, found.start(), found.end(), ongoing=True)


_FILL: Final = "(?:IN|ON|THE|HEDGE|COLON|OF|DASH|WAS|ART){0,4}"
_WORD: Final = """(?:(?! MOMENT|LENGTH|NEWLINE|SEMICOLON|DOT|STARTED|STOPPED|TO|FROM|SINCE|OFF|LEAVE|LAYOFF|BACK|THEN|BULLET
    |BETWEEN|WENT|NOT|STILL|QUESTION|NOW).)"""
_TO: Final = "(?:TO|DASH|AU){1,3}"
_END_OR_NOW: Final = "(?:STILL (?:NOW|WORKED|IN)? | (?:NOW|DATEWORD) | (?P<end> MOMENT ) )"

_Builder = Callable[[Chunks, "re.Match[str]"], "Stretch | None"]
_RULES: Final = Rules[_Builder](
    [
        (
            f"""(?:IN)? (?P<year> MOMENT ) (?:FROM|IN|COMMA|BETWEEN){{1,2}} (?P<begin> MOMENT ) (?:TO|DASH|AU|AND) (?P<end> MOMENT )""",
            _range_in_year,
        ),
        (
            f"""(?: (?:FROM|SINCE|STARTED|IN|ON|DE) (?:THE|FROM|IN|ON)? {_FILL} )? (?P<begin> MOMENT ) (?:COMMA|CLOSE)? {_TO} (?:IN|ON|THE|HEDGE|WAS){{0,4}}
            {_END_OR_NOW} TAK?""",
            _range,
        ),
        (f"BETWEEN {_FILL} (?P<begin> MOMENT ) (?:AND|TO|DASH) {_FILL} {_END_OR_NOW}", _range),
        (
            f"(?:FROM|DE|SINCE) {_FILL} (?P<begin> MOMENT ) ART THE? (?:NOW | (?P<end> MOMENT ) )",
            _range,
        ),
        (f"(?P<begin> MOMENT ) SE (?: NOW TAK? | TAK | (?P<end> MOMENT ) TAK? )", _range),
        ("(?P<begin> MOMENT ) (?:NOW TAK)", _range),
        ("(?:FROM|ON)? (?P<day> NUM|ORD ) (?:TO|DASH|AU) (?P<end> MOMENT )", _day_range),
        (
            "(?:FROM|IN)? (?P<begin> MOMENT ) (?:DASH|SLASH|TO) (?P<end> NUM ) (?!HOUR|DASH|SLASH)",
            _two_years,
        ),
        ("(?:SINCE|FROM) (?:THEN|THAT)", _since_then),
        (f"SINCE {_FILL} (?P<begin> MOMENT )", _since),
        (f"SINCE {_WORD}{{1,6}}? (?:IN|ON|FROM)? {_FILL} (?P<begin> MOMENT )", _since),
        (
            f"SINCE {_WORD}{{0,3}}? STARTED {_WORD}{{0,4}}? (?:IN|ON|FROM)? {_FILL} (?P<begin> MOMENT )",
            _since,
        ),
        (f"(?P<begin> MOMENT ) SE (?! NOW)", _since),
        ("(?:IN) THE? THIS? (?:LAST|PREVIOUS|NEXT) HEDGE? LENGTH", _window),
        (
            "(?:SINCE|FOR|FROM|OVER)? THE? THIS? (?:LAST|PREVIOUS) HEDGE? (?P<length> LENGTH )",
            _last,
        ),
        ("(?:SINCE|FROM) HEDGE? (?P<length> LENGTH )", _last),
        ("(?:FOR)? (?P<length> LENGTH ) (?:SE|NOW)", _last),
        (
            f"(?:FROM|STARTED) {_FILL} (?:STARTED)? {_FILL} FROM? (?P<begin> MOMENT ) (?P<now> ONWARD )?",
            _start,
        ),
        (
            "(?P<begin> MOMENT ) (?P<now> ONWARD | (?:COMMA|AND|WAS){0,3} STILL (?: (?=WORKED|IN|NOW|HERE) | (?!.) ) )",
            _start,
        ),
        ("(?P<begin> MOMENT ) COMMA? (?P<now> NOW ) (?! ART|WORD|WORKED|WAS)", _start),
        (
            f"STARTED {_WORD}{{1,3}} (?:FROM|SINCE)? {_FILL} (?P<begin> MOMENT ) (?P<now> ONWARD )?",
            _start,
        ),
        (
            f"STARTED {_WORD}{{1,9}} (?:FROM|SINCE|IN|ON) {_FILL} (?P<begin> MOMENT ) (?P<now> ONWARD )?",
            _start,
        ),
        (f"BACK {_WORD}{{0,4}} (?:FROM|SINCE|IN|ON)? {_FILL} (?P<begin> MOMENT )", _return),
        (f"(?:TO|STOPPED) {_FILL} (?:TO|DASH)? {_FILL} (?P<end> MOMENT ) TAK?", _end),
        ("(?P<end> MOMENT ) TAK", _end),
        (f"ENDING DATEWORD? COLON {_FILL} (?P<end> MOMENT )", _end),
        ("ENDING DATEWORD? COLON NOW", _until_now),
        (f"TO {_WORD}{{1,6}} (?:IN|ON) {_FILL} (?P<end> MOMENT )", _end_of_event),
        (f"STOPPED {_WORD}{{1,6}} (?:IN|ON) {_FILL} (?P<end> MOMENT )", _end),
        (f"STOPPED {_WORD}{{1,2}} (?P<end> MOMENT )", _end),
        ("(?:TO (?:THE)? (?:NOW|DATEWORD) | NOW TAK )", _until_now),
        ("(?:FOR|FROM)? HEDGE? (?P<length> LENGTH )", _length),
        ("(?P<begin> MOMENT )", _lone),
    ]
)
