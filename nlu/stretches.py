"""Finds the stretches of time in a message: from-to, since, started, left, the last 14 months, for 14 months."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from nlu import stretch_readings as reads
from nlu.chunks import Chunks
from nlu.matched import Matched
from nlu.patterns import Rules
from nlu.stretch_readings import Stretch as Stretch
from nlu.stretch_readings import Wording as Wording


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


# The parts that wordings are made of.
_BEGIN: Final = "(?P<begin> MOMENT )"
_END: Final = "(?P<end> MOMENT )"
_LENGTH: Final = "(?P<length> LENGTH )"
_FILL: Final = "(?:IN|ON|THE|HEDGE|COLON|OF|DASH|WAS|ART)*"
_WORD: Final = """(?:(?! MOMENT|LENGTH|NEWLINE|SEMICOLON|DOT|BULLET|QUESTION|STARTED|STOPPED|TO|FROM|SINCE
    |OFF|LEAVE|LAYOFF|BACK|THEN|BETWEEN|WENT|NOT|STILL|NOW ).)"""
_TO: Final = "(?:TO|DASH|AU)+"
_END_OR_NOW: Final = f"(?: STILL (?:NOW|WORKED|IN)? | NOW | TILLNOW | DATEWORD | {_END} )"
_LISTED: Final = "(?:COMMA|AND|SLASH|PLUS)*"
_TAKING: Final = "(?:THE? WORD )"
_STILL: Final = "(?:COMMA|AND|WAS|OPEN)* STILL (?: (?=WORKED|IN|NOW|HERE|ON|WILL|THE) | (?!.) )"
_NOW: Final = "(?P<now> ONWARD | COMMA? NOW (?! ART|WORD|WORKED|WAS) )?"
_INTO: Final = f"(?: (?:FROM|SINCE|STARTED|IN|ON|DE) (?:THE|FROM|IN|ON)? {_FILL} )?"

_RULES: Final = Rules[Callable[[reads.Phrase], "Stretch | None"]](
    [
        # from one date to another, or to now
        (
            f"IN? (?P<year> MOMENT ) (?:FROM|IN|COMMA|BETWEEN)+ {_BEGIN} (?:TO|DASH|AU|AND) {_END}",
            reads.from_to_in_year,
        ),
        (f"{_INTO} {_BEGIN} (?:COMMA|CLOSE)? {_TO} (?:IN|ON|THE|HEDGE|WAS)* {_END_OR_NOW} TAK?", reads.from_to),
        (f"{_BEGIN} {_LISTED} (?: MOMENT {_LISTED} )? {_END}", reads.months_listed),
        (f"BETWEEN {_FILL} {_BEGIN} (?:AND|TO|DASH) {_FILL} {_END_OR_NOW}", reads.from_to),
        (f"(?:FROM|DE|SINCE) {_FILL} {_BEGIN} ART THE? (?: NOW | {_END} )", reads.from_to),
        (f"SINCE {_FILL} {_BEGIN} WORD? TO (?: NOW | DATEWORD )", reads.from_to),
        (f"{_INTO} {_BEGIN} ART (?: NOW | {_END} )", reads.from_to_with_a),
        (f"{_BEGIN} SE {_TAKING}? (?: NOW TAK? | TILLNOW | TAK | {_END} TAK? )", reads.from_to),
        (f"{_BEGIN} (?: NOW TAK | TILLNOW )", reads.from_to),
        (f"{_BEGIN} (?:WORD|THE|IN){{1,4}} TO THE? (?:NOW|DATEWORD) TAK?", reads.from_to),
        (f"(?:FROM|ON|OF|DE)? (?:THE|OF)? (?P<day> NUM|ORD ) (?:TO|DASH|AU)+ (?:THE|OF)* {_END}", reads.day_range),
        (f"(?:FROM|IN)? {_BEGIN} (?:DASH|SLASH|TO) (?P<end> NUM ) (?!HOUR|DASH|SLASH)", reads.two_years),
        # since a date, or for so long
        ("(?:SINCE|FROM) (?:THEN|THAT)", reads.since_then),
        (f"SINCE {_FILL} {_BEGIN}", reads.since),
        (f"SINCE {_WORD}{{1,6}}? (?:IN|ON|FROM)? {_FILL} {_BEGIN}", reads.since),
        (f"SINCE {_WORD}{{0,3}}? STARTED {_WORD}{{0,4}}? (?:IN|ON|FROM)? {_FILL} {_BEGIN}", reads.since),
        (f"{_BEGIN} SE (?!NOW|TILLNOW)", reads.since),
        ("IN THE? THIS? (?:LAST|PREVIOUS|NEXT) HEDGE? LENGTH", reads.window),
        (f"(?:SINCE|FOR|FROM|OVER)? THE? THIS? (?:LAST|PREVIOUS) HEDGE? {_LENGTH}", reads.last),
        (f"(?:SINCE|FROM) HEDGE? {_LENGTH}", reads.last),
        (f"FOR? {_LENGTH} (?: SE | SOFAR? NOW | SOFAR )", reads.last),
        # a start
        (
            f"""(?:FROM|STARTED) {_FILL} STARTED? {_FILL} FROM? {_BEGIN}
            (?P<now> ONWARD | COMMA? NOW (?! ART|WORD|WORKED|WAS) )?""",
            reads.start,
        ),
        (f"{_BEGIN} (?P<now> ONWARD | {_STILL} )", reads.start),
        (f"{_BEGIN} COMMA? (?P<now> NOW ) (?! ART|WORD|WORKED|WAS)", reads.start),
        (f"STARTED {_WORD}{{1,3}} (?:FROM|SINCE)? {_FILL} {_BEGIN} {_NOW}", reads.start),
        (f"STARTED {_WORD}{{1,9}} (?:FROM|SINCE|IN|ON) {_FILL} {_BEGIN} {_NOW}", reads.start),
        (
            f"{_BEGIN} (?:CORRECTION|SHOULD|WAS|THE|MY)* STARTED (?! {_WORD}{{0,5}} (?:MOMENT|TITLE|LENGTH) )",
            reads.start,
        ),
        (f"BACK {_WORD}{{0,4}} (?:FROM|SINCE|IN|ON)? {_FILL} {_BEGIN}", reads.returned),
        # an end
        (f"(?:TO|STOPPED) {_FILL} (?:TO|DASH)? {_FILL} {_END} TAK?", reads.end),
        (f"STOPPED {_FILL} FROM {_FILL} {_END} (?! {_TO} )", reads.end),
        (f"LAYOFF {_FILL} {_END}", reads.end_by_layoff),
        (f"{_END} TAK", reads.end),
        (f"ENDING DATEWORD? (?:COLON|ON|WAS)* {_FILL} {_END}", reads.end),
        ("ENDING DATEWORD? COLON NOW", reads.until_now),
        (f"TO {_WORD}{{1,6}} (?:IN|ON) {_FILL} {_END}", reads.end_of_event),
        (f"STOPPED {_WORD}{{1,6}} (?:IN|ON) {_FILL} {_END}", reads.end),
        (f"STOPPED {_WORD}{{1,2}} {_END}", reads.end),
        ("TO THE? (?:NOW|DATEWORD) | NOW TAK | TILLNOW | (?<!.) NOW (?!.)", reads.until_now),
        ("STILL (?: WORKED | HERE | NOW | THE? (?!.) )", reads.still),
        # neither
        (f"(?:FOR|FROM)? HEDGE? {_LENGTH}", reads.length),
        (f"{_BEGIN}", reads.lone),
    ]
)
