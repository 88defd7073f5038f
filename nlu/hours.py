"""How many hours a week a job is, from whatever people give: week, day, shift, month, year, words.

Figures stay exact decimals. What could be two figures is ambiguous with its readings, lower first
("25 to 30"); what gives no figure is ambiguous without ("8 hours a day", "hours vary", "part time").
"full time" without a figure is at least 30 (IRPR 73(1)). Pay ("$25 an hour", "25/hr"), minutes,
clock times and totals over 168 are no hours.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from nlu import hour_readings as reads
from nlu.chunks import Chunks, chunks_of
from nlu.facts import Fact
from nlu.hour_clocks import by_clock
from nlu.hour_values import UNKNOWN, Phrase, Reading
from nlu.matched import Matched
from nlu.patterns import Rules
from nlu.text import Text


def read_hours(text: Text, today: date) -> list[Fact]:
    """The hours facts of a message, in order and apart."""
    return hours_in(chunks_of(text, today))


def hours_in(chunks: Chunks) -> list[Fact]:
    """The same, for a message already cut into chunks."""
    facts: list[Fact] = []
    at = _RULES.next(chunks.shape, 0)
    while at < len(chunks):
        last, reading = _reading_at(chunks, at)
        if reading and reading.value is not None:
            start, end = chunks.span(at, last)
            facts.append(Fact("hours", reading.value, start, end, reading.ambiguous, reading.readings))
        at = _RULES.next(chunks.shape, last)
    return _with_variation(chunks, facts)


def _reading_at(chunks: Chunks, at: int) -> tuple[int, Reading | None]:
    for found, reader in _RULES.matches(chunks.shape, at):
        if (reading := reader(Matched(chunks, found))) is not None:
            return found.end(), reading
    return at + 1, None


#: A figure and the word that it "varies" may be so many letters apart.
_NEAR: Final = 25


def _with_variation(chunks: Chunks, facts: list[Fact]) -> list[Fact]:
    """A figure that "varies" or "depends" is to be asked; the word alone is no second fact."""
    figures = [fact for fact in facts if fact.value["per_week"] and "at_least" not in fact.value]
    varies = [
        token.start for token in chunks.items if token.kind == "VARY" and token.text.startswith(("var", "dep", "fluct"))
    ]
    if len(facts) < 2 or not figures or not varies:
        return facts
    kept = []
    for fact in facts:
        if fact.value == UNKNOWN and any(fact.start <= at < fact.end for at in varies):
            continue
        is_near = any(0 <= at - fact.end < _NEAR or 0 <= fact.start - at < _NEAR for at in varies)
        ambiguous = fact.ambiguous or (is_near and fact in figures)
        kept.append(Fact("hours", fact.value, fact.start, fact.end, ambiguous, fact.readings))
    return kept


# The parts that wordings are made of.
_FIGURE: Final = "(?:NUM|DEC|BIG|YEAR)"
_AMOUNT: Final = f"(?P<amount> {_FIGURE} (?: AND (?:ART|AN)? HALF | NUM SLASH NUM (?!SLASH) )? )"
_OTHER: Final = f"(?P<other> {_FIGURE} )"
_OR_OTHER: Final = f"(?: (?:TO|DASH|OR|SLASH) {_OTHER} )?"
_QUALIFIER: Final = "(?P<qualifier> OVER|UNDER|NEARLY|HEDGE|TO )? HEDGE?"
_MORE: Final = "(?P<more> PLUS (?!NUM|OVERTIME|TITLE) | OR (?:MORE|LESS|OVER|UNDER) )?"
_HOURS: Final = "(?P<hour> DASH? HOUR (?: DOT (?=PER|EACH|EVERY|SLASH|ART|WEEK|WEEKLY) )? )"
_EACH: Final = "(?:PER|EACH|EVERY|SLASH|ART|AN|THE|IN|DASH|FOR|OF|COMMA|OPEN)"
_A: Final = "(?:PER|EACH|EVERY|SLASH|ART)"
_A_WEEK: Final = f"(?: (?:{_EACH}|TO)* WORKED? (?:WEEK|WEEKLY) )"
_A_DAY: Final = f"""
    (?: (?: {_EACH}* (?:DAY|DAILY|SHIFT) | (?:PER|EACH|EVERY|SLASH|ART|AN)* NIGHT ) EVERY? | DAILY | EACH (?! WEEK) )"""
_SHIFTS: Final = "(?:DAY|SHIFT|NIGHT|TIME|TIMES)"
_WEEKDAYS: Final = "WEEKDAY (?: (?:TO|DASH|AU|ART) WEEKDAY | (?: (?:COMMA|AND)+ WEEKDAY )+ )"
_DAYS: Final = f"""
    (?P<days> NUM (?:TO|DASH|OR) NUM (?= DAY|SHIFT|NIGHT) | NUM (?= {_SHIFTS}) | LENGTH | {_WEEKDAYS} )
    {_SHIFTS}?"""
_CLOCK: Final = """
    (?P<amount> NUM|DEC ) (?: COLON (?P<minutes> NUM ) )? (?:CLOCK|DOT)* (?:TO|DASH|AU)
    (?P<other> NUM|DEC ) (?: COLON (?P<other_minutes> NUM ) )? (?! DASH? HOUR) CLOCK?"""
_AND: Final = "(?:DE|FROM|COMMA|AND|FOR|IN|ON|TIMES|WITH|OPEN|DASH|OF|WORKED|THE|EVERY|SLASH)*"
_LABEL: Final = "(?:OPEN|COMMA|COLON|DASH|IN|HEDGE|WORKED|PER|WITH)*"
_IS: Final = "(?:COLON|DASH|WAS|SHOULD|HEDGE|OVER|FROM|CHANGE)*"
_TO: Final = "(?:TO|DASH|OR|AND|SLASH)"
_KIND: Final = "(?:FULLTIME|PARTTIME)"
_SOME_WEEKS: Final = "COMMA? (?: FEW? (?:WEEK|TIMES|TIME|WORD|HEDGE) )? MORE"
_NOT_HOURS: Final = "(?! WORD|WORKED|OF|IN|YEARS|MONTHS|EXAM|DASH|PERCENT)"

_RULES: Final = Rules[Callable[[Phrase], "Reading | None"]](
    [
        # no hours at all
        (f"(?:{_FIGURE}|MONEY) (?: (?:SLASH|PER|EACH|AN|ART|EVERY)+ HOUR | HOUR? RATE )", reads.no_hours),
        (f"{_FIGURE} (?: DASH? MINUTE | PERCENT | DASH? HOUR (?: LEAVEKIND? (?:BREAK|LUNCH) | OLD ) )", reads.no_hours),
        (f"MONEY {_EACH}* (?:WEEK|WEEKLY|MONTHS|YEARS|BIWEEKLY)", reads.no_hours),
        (f"(?:STUDY|SCHOOL) ART? {_KIND}", reads.of_studies),
        # clock times
        (f"{_CLOCK} (?: {_AND} {_DAYS} {_A_WEEK}? )?", by_clock),
        (f"{_DAYS} {_AND} {_A_WEEK}? {_AND} FROM? {_CLOCK}", by_clock),
        # hours a day and days a week, in either order
        (
            f"{_QUALIFIER} {_AMOUNT} {_OR_OTHER} {_HOURS} {_MORE} {_A_DAY}? {_AND} {_DAYS} {_AND} {_A_WEEK}?",
            reads.by_shift,
        ),
        (f"(?P<amount> NUM HOUR NUM ) MINUTE? {_A_DAY}? {_AND} {_DAYS} {_A_WEEK}?", reads.by_shift_and_minutes),
        (
            f"""{_DAYS} {_AND} {_A_WEEK}? {_AND} (?: {_A_DAY} {_AND} )? HEDGE? {_AMOUNT} {_OR_OTHER}
            (?: {_HOURS} | (?=PER|EACH) ) {_A_DAY}? DAILY?""",
            reads.by_shift,
        ),
        (
            f"""(?P<days> NUM ) (?:TIMES|OF)? {_AMOUNT}
            (?: PLURAL SHIFT? | {_HOURS} PLURAL? (?:SHIFT|DAY) ) {_A_WEEK}?""",
            reads.by_shift,
        ),
        (f"{_AMOUNT} {_HOURS} SHIFT? {_AND} (?P<days> NUM ) {_SHIFTS}? {_A_WEEK}", reads.by_shift),
        (f"(?P<days> NUM SHIFT ) OF {_AMOUNT} (?!HOUR|DAY|WEEK|MONTHS)", reads.by_shift),
        (
            f"{_AMOUNT} {_HOURS}? {_A_DAY}? TIMES (?P<days> NUM ) (?!HOUR) {_SHIFTS}? {_A_WEEK}?",
            reads.by_shift,
        ),
        (
            f"""(?P<days> NUM ) (?:DAY|SHIFT)? TIMES {_AMOUNT} {_HOURS}?
            (?:PLURAL|SHIFT)? {_A_WEEK}?""",
            reads.by_shift,
        ),
        (f"{_QUALIFIER} {_AMOUNT} {_OR_OTHER} {_HOURS} (?:{_A_DAY}|SHIFT)", reads.shift_alone),
        # by fortnight, month and year
        (
            f"""{_QUALIFIER} {_AMOUNT} {_HOURS}? {_MORE} {_EACH}*
            (?: BIWEEKLY | (?:PER|EVERY|IN|FOR|SLASH)+ (?P<weeks> NUM ) WEEK )""",
            reads.by_fortnight,
        ),
        (f"BIWEEKLY (?:COLON|HEDGE|WORKED)* {_AMOUNT} {_HOURS}", reads.by_fortnight),
        (
            f"""(?P<length> LENGTH ) (?:COMMA|IN|COLON|DASH)? {_AMOUNT} {_HOURS}
            (?! SHIFT | DAY | {_EACH}+ (?:DAY|WEEK|WEEKLY) )""",
            reads.in_weeks,
        ),
        (f"{_AMOUNT} {_HOURS} (?:IN|FOR|PER|SLASH)? (?P<length> LENGTH )", reads.in_weeks),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS}? {_MORE} (?: {_EACH}+ MONTHS | MONTHLY )", reads.by_month),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} {_MORE} (?: {_EACH}+ YEARS | {_EACH}* YEARLY )", reads.by_year),
        # by week
        (
            f"""{_AMOUNT} HOUR? (?:NUM WEEK|LENGTH) {_AND} {_OTHER} {_HOURS}?
            (?:THE|IN|ON)? (?: (?:WORD|NEXT|NTH|NUM|PREVIOUS) WEEK | LENGTH )""",
            reads.week_range,
        ),
        (
            f"(?:BETWEEN|HEDGE|FROM)* {_AMOUNT} (?:DASH? HOUR)? {_TO} {_OTHER} {_HOURS} {_A_WEEK}?",
            reads.week_range,
        ),
        (
            f"(?:BETWEEN|HEDGE|FROM)* {_AMOUNT} {_TO} {_OTHER} (?: {_A}+ WEEK | WEEKLY )",
            reads.week_range,
        ),
        (
            f"{_QUALIFIER} (?P<amount> NUM HOUR NUM ) (?P<hour> MINUTE? ) {_MORE} {_A_WEEK}?",
            reads.hours_and_minutes,
        ),
        (f"(?P<amount> NUM HOUR AND (?:ART|AN)? HALF ) {_A_WEEK}", reads.by_week),
        ("(?P<amount> NUM HOUR AND (?:ART|AN)? HALF ) (?!HOUR)", reads.bare),
        (f"{_QUALIFIER} {_AMOUNT} {_MORE} {_HOURS} {_A_WEEK} HEDGE?", reads.by_week),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} {_MORE} {_A_WEEK}", reads.by_week),
        (
            f"{_QUALIFIER} {_AMOUNT} {_MORE} (?: {_A}+ WORKED? (?:WEEK|WEEKLY) | WEEKLY )",
            reads.by_week,
        ),
        # with a label, or none
        (
            f"{_KIND} {_LABEL} {_QUALIFIER} {_AMOUNT} {_OR_OTHER} {_MORE} {_HOURS}? {_A_WEEK}?",
            reads.labelled,
        ),
        (
            f"{_QUALIFIER} {_AMOUNT} {_HOURS}? {_MORE} {_A_WEEK}? (?:OPEN|COMMA|DASH|IN)* {_KIND}",
            reads.labelled,
        ),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} (?P<more> PLUS ) (?!NUM|OVERTIME|WORD|TITLE)", reads.bare),
        (f"{_QUALIFIER} {_AMOUNT} {_MORE} {_HOURS} {_A_WEEK}?", reads.bare),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} {_MORE} {_A_WEEK}?", reads.bare),
        (
            f"""(?:WEEKLY|WORKED)? HOUR {_A_WEEK}? {_IS} {_QUALIFIER} {_AMOUNT} {_OR_OTHER} {_MORE}
            (?!TIMES|DAY|SLASH)""",
            reads.labelled,
        ),
        (
            f"WEEKLY (?:COLON|DASH|HEDGE|WORKED)* {_QUALIFIER} {_AMOUNT} {_OR_OTHER} {_HOURS}? {_MORE}",
            reads.labelled,
        ),
        (f"(?P<qualifier> OVER|UNDER|NEARLY ) HEDGE? {_AMOUNT} {_MORE} {_SOME_WEEKS} (?!.)", reads.figure_alone),
        (f"(?P<qualifier> OVER|UNDER|NEARLY ) HEDGE? {_AMOUNT} {_MORE} {_NOT_HOURS}", reads.figure_alone),
        (f"{_AMOUNT} (?P<more> PLUS (?!NUM|OVERTIME|TITLE) | OR (?:MORE|LESS) )", reads.figure_alone),
        # in words
        (f"{_AMOUNT} DASH? FTE (?: OF (?P<full> {_FIGURE} ) )?", reads.equivalent),
        (f"{_KIND} (?: (?:OR|SLASH|AND) {_KIND} )?", reads.in_words),
        (
            """(?: NUM (?:WEEK|DAY)? | LENGTH ) ON (?:COMMA|AND)*
            (?: NUM (?:WEEK|DAY)? (?:OFF|LEAVE) | LENGTH OFF )""",
            reads.unsettled,
        ),
        ("(?:HOUR|SHIFT)? WAS? VARY (?:HOUR|SHIFT)?", reads.varying),
        (f"(?P<amount> NUM ) (?:DAY|SHIFT|NIGHT) {_A_WEEK}", reads.days_alone),
    ]
)
