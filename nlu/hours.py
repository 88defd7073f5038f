"""How many hours a week a job is, from whatever people give: by week, day, shift, fortnight, month, year, or in words.

Figures stay exact decimals. What could be two figures is ambiguous with its readings, lower first ("25 to 30"); what
gives no figure is ambiguous without ("8 hours a day", "hours vary", "part time"). "full time" without a figure is at
least 30 (IRPR 73(1)). Pay ("$25 an hour", "25/hr"), minutes, clock times and totals over 168 are no hours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from nlu.chunks import Chunks, chunks_of
from nlu.facts import Fact
from nlu.patterns import Rules, has
from nlu.text import Text
from nlu.weekly import (
    MOST,
    cut,
    from_days,
    from_half_month,
    from_month,
    from_weeks,
    from_year,
    plain,
)

FULL_TIME: Final[dict[str, Any]] = {"per_week": "30", "at_least": True}
PART_TIME: Final[dict[str, Any]] = {"per_week": None, "part_time": True}
UNKNOWN: Final[dict[str, Any]] = {"per_week": None}

#: "40 hours" is a week's; up to so many it may be a day's, from so many on it may be a fortnight's.
_MAY_BE_A_DAY: Final = Decimal(12)
_MAY_BE_A_FORTNIGHT: Final = Decimal(61)
#: Without the word "hours", "a week" or "a month" may speak of money; a figure above this is left alone.
_MOST_WITHOUT_UNIT: Final = Decimal(84)
#: What one full-time equivalent is worth, the usual weeks in Canada.
_FULL_TIME_WEEKS: Final = (Decimal("37.5"), Decimal(40))


class Reading(NamedTuple):
    """The value of an hours fact; None where the words were no hours after all (pay, a clock time)."""

    value: dict[str, Any] | None
    ambiguous: bool = False
    readings: tuple[dict[str, Any], ...] = ()


_NOTHING: Final = Reading(None)
_OPEN: Final = Reading(dict(UNKNOWN), True)


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
            facts.append(
                Fact("hours", reading.value, start, end, reading.ambiguous, reading.readings)
            )
        at = _RULES.next(chunks.shape, last)
    return _with_variation(chunks, facts)


def _reading_at(chunks: Chunks, at: int) -> tuple[int, Reading | None]:
    for found, build in _RULES.matches(chunks.shape, at):
        if (reading := build(chunks, found)) is not None:
            return found.end(), reading
    return at + 1, None


# -- values ---------------------------------------------------------------------------------------------


def _exactly(hours: Decimal) -> Reading:
    return Reading({"per_week": plain(hours)}) if 0 < hours <= MOST else _NOTHING


def _one_of(*hours: Decimal) -> Reading:
    """Ambiguous between figures, in the order given; what no week can hold is left out."""
    values = tuple({"per_week": plain(each)} for each in dict.fromkeys(hours) if 0 < each <= MOST)
    if not values:
        return _NOTHING
    return Reading(values[0], True, values if len(values) > 1 else ())


def _qualified(chunks: Chunks, found: re.Match[str], reading: Reading) -> Reading:
    """ "over 30" and "40+" are at least so many; "almost 30" and "up to 30" are to be asked."""
    if reading.value is None or reading.ambiguous:
        return reading
    before = chunks[found.start("qualifier")].kind if has(found, "qualifier") else ""
    after = chunks[found.start("more")].kind if has(found, "more") else ""
    if (
        before == "OVER"
        or after == "PLUS"
        or (after == "OR" and chunks[found.end("more") - 1].kind == "MORE")
    ):
        return Reading({**reading.value, "at_least": True})
    if before in ("NEARLY", "UNDER", "TO") or after == "OR":
        return Reading(reading.value, True)
    return reading


def _amount(chunks: Chunks, found: re.Match[str], group: str = "amount") -> Decimal:
    """A figure with its halves and minutes: "37 and a half", "37 1/2", "37h30"."""
    first, last = found.span(group)
    amount = Decimal(chunks[first].text)
    rest = [chunks.kind(at) for at in range(first + 1, last)]
    if "HALF" in rest or "SLASH" in rest:
        return amount + Decimal("0.5")
    if "HOUR" in rest:
        minutes = chunks[last - 1].value
        return cut(amount + Decimal(minutes) / 60)
    return amount


def _days(chunks: Chunks, found: re.Match[str]) -> Decimal | None:
    """How many days or shifts a week: "5 days", "mon to fri", "x5"."""
    first = found.start("days")
    kind = chunks.kind(first)
    if kind == "LENGTH":
        length = chunks.lengths[first]
        days = length.amount if length.unit == "day" and not length.vague else None
    elif kind == "WEEKDAY":
        weekdays = [
            chunks[at].value
            for at in range(first, found.end("days"))
            if chunks.kind(at) == "WEEKDAY"
        ]
        is_range = chunks.kind(first + 1) in ("TO", "DASH")
        days = Decimal(weekdays[1] - weekdays[0] + 1) if is_range else Decimal(len(set(weekdays)))
    else:
        days = Decimal(chunks[first].value)
    return days if days is not None and 1 <= days <= 7 else None


# -- rules ------------------------------------------------------------------------------------------------


def _pay_or_minutes(chunks: Chunks, found: re.Match[str]) -> Reading:
    return _NOTHING


def _per_shift(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    days = _days(chunks, found)
    hours = _amount(chunks, found)
    if days is None or hours > 24:
        return None
    if has(found, "other"):
        return _one_of(from_days(hours, days), from_days(_amount(chunks, found, "other"), days))
    if other := _upper_days(chunks, found) or _other_days(chunks, found.end()):
        return _one_of(from_days(hours, days), from_days(hours, other))
    return _qualified(chunks, found, _exactly(from_days(hours, days)))


def _upper_days(chunks: Chunks, found: re.Match[str]) -> Decimal | None:
    """The 4 of "3-4 shifts"."""
    first, last = found.span("days")
    if length := chunks.lengths.get(first):
        return length.other
    is_range = last - first == 3 and chunks.kind(first) == chunks.kind(last - 1) == "NUM"
    return Decimal(chunks[last - 1].value) if is_range else None


def _other_days(chunks: Chunks, at: int) -> Decimal | None:
    """The second figure of "3 days and 4 days alternate weeks"."""
    at += chunks.kind(at) in ("AND", "OR", "COMMA", "TO", "DASH")
    length = chunks.lengths.get(at)
    return length.amount if length and length.unit == "day" and not length.ambiguous else None


def _shift_alone(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    return _OPEN if _amount(chunks, found) <= 24 else None


def _fortnight(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    hours = _amount(chunks, found)
    weeks = chunks[found.start("weeks")].value if has(found, "weeks") else 2
    if (
        not 2 <= weeks <= 4
        or hours > MOST * weeks
        or (not has(found, "hour") and hours > _MOST_WITHOUT_UNIT * 2)
    ):
        return None
    if "pay" in chunks[found.end() - 1].text:
        return _one_of(from_half_month(hours), from_weeks(hours, Decimal(2)))
    return _qualified(chunks, found, _exactly(from_weeks(hours, Decimal(weeks))))


def _in_weeks(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    """ "2 weeks 84 hours", where so many hours do not fit in one."""
    length, hours = chunks.lengths[found.start("length")], _amount(chunks, found)
    if (
        length.unit != "week"
        or length.ambiguous
        or length.amount is None
        or not 2 <= length.amount <= 4
    ):
        return None
    return _exactly(from_weeks(hours, length.amount)) if hours >= _MAY_BE_A_FORTNIGHT else None


def _month(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    hours = from_month(_amount(chunks, found))
    return (
        _qualified(chunks, found, _exactly(hours))
        if has(found, "hour") or hours <= _MOST_WITHOUT_UNIT
        else _NOTHING
    )


def _year(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    return _qualified(chunks, found, _exactly(from_year(_amount(chunks, found))))


def _week_range(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    first, second = _amount(chunks, found), _amount(chunks, found, "other")
    if max(first, second) > (MOST if has(found, "hour") else _MOST_WITHOUT_UNIT):
        return _NOTHING
    return _one_of(*sorted((first, second)))


def _week(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    hours = _amount(chunks, found)
    if not has(found, "hour") and hours > _MOST_WITHOUT_UNIT:
        return _NOTHING
    return _qualified(chunks, found, _exactly(hours))


def _hours_and_minutes(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    """ "37h30", "37 hours 30 min": the second figure is glued to the "h" or followed by "min"."""
    last = found.end("amount") - 1
    is_glued = chunks[last].start == chunks[last - 1].end and len(chunks[last].text) == 2
    if chunks[last].value >= 60 or not (is_glued or chunks.kind(last + 1) == "MINUTE"):
        return None
    return (
        _week(chunks, found)
        if chunks.kind(found.end() - 1) in ("WEEK", "WEEKLY")
        else _bare(chunks, found)
    )


def _bare(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    """ "40 hours", nothing said of a week."""
    hours = _amount(chunks, found)
    if chunks[found.start("amount") - 1].text in ("job", "jobs") and hours <= 9:
        return _NOTHING
    if hours <= _MAY_BE_A_DAY and not _is_part_time(chunks, found):
        return Reading({"per_week": plain(hours)}, True) if hours > 0 else _NOTHING
    if _MAY_BE_A_FORTNIGHT <= hours <= 100:
        return _one_of(hours / 2, hours)
    return _qualified(chunks, found, _exactly(hours)) if hours <= 100 else _NOTHING


def _is_part_time(chunks: Chunks, found: re.Match[str]) -> bool:
    nearby = {chunks.kind(at) for at in range(found.start() - 3, found.end() + 3)}
    return "PARTTIME" in nearby


def _labelled(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    """ "hours per week: 37.5", "full time 40"; a small figure beside "full time" counts something else."""
    hours = _amount(chunks, found)
    at = found.start("amount")
    kinds = {chunks.kind(near) for near in range(found.start(), found.end())}
    is_sure = has(found, "hour")
    least = 10 if "FULLTIME" in kinds or not is_sure and found.start() == at else 4
    if not least <= hours <= (_MOST_WITHOUT_UNIT if "WEEK" in kinds else _MAY_BE_A_FORTNIGHT):
        return None
    if chunks.kind(found.start() - 1) in ("NUM", "DEC", "BIG", "SLASH", "PER", "AN", "ART"):
        return None
    if has(found, "other"):
        return _one_of(*sorted((hours, _amount(chunks, found, "other"))))
    reading = _exactly(hours)
    is_set = (
        has(found, "qualifier")
        and chunks.kind(found.start("qualifier")) == "TO"
        and "HOUR" in kinds
    )
    return reading if is_set else _qualified(chunks, found, reading)


def _figure_alone(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    """ "minimum 32" as a whole message: hours, if anything."""
    hours = _amount(chunks, found)
    is_answer = len(chunks) <= found.end() - found.start() + 2 and 10 <= hours <= 60
    return _qualified(chunks, found, _exactly(hours)) if is_answer else None


def _in_words(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    kinds = {chunks.kind(at) for at in range(found.start(), found.end())}
    is_asked = any(token.kind == "DEFINE" for token in chunks.items)
    if is_asked or _is_about_study(chunks, found.start(), found.end()):
        return _NOTHING
    if {"FULLTIME", "PARTTIME"} <= kinds:
        return _OPEN
    if "PARTTIME" in kinds or chunks.kind(found.start() - 1) == "NOT":
        return Reading(dict(PART_TIME), True)
    return Reading(dict(FULL_TIME))


def _is_about_study(chunks: Chunks, first: int, last: int) -> bool:
    ahead = [chunks.kind(at) for at in range(last, last + 3)]
    behind = [chunks.kind(at) for at in range(first - 3, first)]
    for kind in ahead:
        if kind in ("STUDY", "SCHOOL"):
            return True
        if kind not in ("WORD", "OF", "IN", "THE", "ART", "AN", "MY"):
            break
    for kind in reversed(behind):
        if kind == "STUDY" or kind == "SCHOOL":
            return True
        if kind not in ("WORD", "WAS", "IN", "HEDGE", "ART", "THE"):
            break
    return False


def _equivalent(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    share = _amount(chunks, found)
    if not 0 < share <= 1:
        return None
    if share == 1:
        return Reading(dict(FULL_TIME))
    if has(found, "full"):
        return _exactly(share * _amount(chunks, found, "full"))
    return _one_of(*(share * week for week in _FULL_TIME_WEEKS))


def _clock(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    """ "9am to 5pm, 5 days": with and without the half hour of a break; without days nothing can be said."""
    begin, end = chunks[found.start("amount")].value, chunks[found.start("other")].value
    minutes = [
        chunks[found.start(name)].value if has(found, name) else 0
        for name in ("minutes", "other_minutes")
    ]
    marks = [
        chunks[at].text for at in range(found.start(), found.end()) if chunks.kind(at) == "CLOCK"
    ]
    if not (0 <= begin <= 24 and 0 <= end <= 24):
        return None
    if (
        not marks
        and not any(minutes)
        and (begin, end) not in ((9, 5), (8, 4), (9, 6), (8, 5), (10, 6), (9, 17), (8, 16))
    ):
        return None
    days = _days(chunks, found) if has(found, "days") else None
    length = Decimal((end - begin) % 12 or 12) + cut(Decimal(minutes[1] - minutes[0]) / 60)
    if days is None or "night" in marks:
        return _OPEN
    return _one_of(from_days(length - Decimal("0.5"), days), from_days(length, days))


def _open(chunks: Chunks, found: re.Match[str]) -> Reading:
    """ "7 on 7 off"."""
    return _OPEN


def _vary(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    nearby = {chunks.kind(at) for at in range(found.start() - 4, found.end() + 4)}
    is_short = len(chunks) <= 5
    return _OPEN if is_short or nearby & {"HOUR", "SHIFT", "WEEK", "WEEKLY"} else None


def _days_alone(chunks: Chunks, found: re.Match[str]) -> Reading | None:
    return _OPEN if 1 <= chunks[found.start("amount")].value <= 7 else None


def _with_variation(chunks: Chunks, facts: list[Fact]) -> list[Fact]:
    """A figure that "varies" or "depends" is to be asked; the words alone are no second fact beside it."""
    figures = [
        fact for fact in facts if fact.value.get("per_week") and "at_least" not in fact.value
    ]
    if len(facts) < 2 or not figures:
        return facts
    changes = [
        token.start
        for token in chunks.items
        if token.kind == "VARY" and token.text.startswith(("var", "dep", "fluct"))
    ]
    kept = []
    for fact in facts:
        if fact.value == UNKNOWN and any(fact.start <= start < fact.end for start in changes):
            continue
        unsure = fact in figures and any(
            0 <= start - fact.end < 25 or 0 <= fact.start - start < 25 for start in changes
        )
        kept.append(
            Fact("hours", fact.value, fact.start, fact.end, fact.ambiguous or unsure, fact.readings)
        )
    return kept


_FIGURE: Final = "NUM|DEC|BIG|YEAR"
_AMOUNT: Final = (
    f"""(?P<amount> (?:{_FIGURE}) (?: AND (?:ART|AN)? HALF | NUM SLASH NUM (?!SLASH) )? )"""
)
_OTHER: Final = f"(?: (?:TO|DASH|OR|SLASH) (?P<other> {_FIGURE} ) )"
_QUALIFIER: Final = "(?P<qualifier> OVER|UNDER|NEARLY|HEDGE|TO )? HEDGE?"
_MORE: Final = "(?P<more> PLUS (?!NUM|OVERTIME) | OR (?:MORE|LESS|OVER|UNDER) )?"
_HOURS: Final = "(?P<hour> DASH? HOUR (?: DOT (?=PER|EACH|EVERY|SLASH|ART|WEEK|WEEKLY) )? )"
_EACH: Final = "(?:PER|EACH|EVERY|SLASH|ART|AN|THE|IN|DASH|FOR|OF|COMMA|OPEN)"
_PER_WEEK: Final = f"(?: {_EACH}* WORKED? (?:WEEK|WEEKLY) )"
_PER_DAY: Final = f"(?: {_EACH}* (?:DAY|DAILY|SHIFT|NIGHT) (?:EVERY)? | DAILY | EACH (?! WEEK) )"
_DAYS: Final = f"""(?P<days> NUM (?= (?:TO|DASH|OR) NUM (?:DAY|SHIFT|NIGHT)) (?:TO|DASH|OR) NUM | NUM (?= DAY|SHIFT|NIGHT|TIME|TIMES) | LENGTH | WEEKDAY (?: (?:TO|DASH) WEEKDAY | (?: (?:COMMA|AND)+ WEEKDAY )+ ) )
    (?:DAY|SHIFT|NIGHT|TIME|TIMES)?"""
_CLOCK: Final = """(?P<amount> NUM ) (?: COLON (?P<minutes> NUM ) )? (?:CLOCK|DOT)* (?:TO|DASH)
    (?P<other> NUM ) (?: COLON (?P<other_minutes> NUM ) )? (?! DASH? HOUR) CLOCK?"""
_AND: Final = "(?:COMMA|AND|FOR|IN|ON|TIMES|WITH|OPEN|DASH|OF|AT|WORKED|THE|EVERY|SLASH)*"

_Builder = Callable[[Chunks, "re.Match[str]"], "Reading | None"]
_RULES: Final = Rules[_Builder](
    [
        (
            f"(?:{_FIGURE}|MONEY) (?: (?:SLASH|PER|EACH|AN|ART|EVERY)+ HOUR | (?:HOUR)? RATE | DASH? MINUTE | PERCENT )",
            _pay_or_minutes,
        ),
        (f"(?:{_FIGURE}) DASH? HOUR (?:BREAK|LUNCH|OLD|TRIP)", _pay_or_minutes),
        (f"MONEY {_EACH}* (?:HOUR|HOURS|WEEK|WEEKLY|MONTHS|YEARS|BIWEEKLY)", _pay_or_minutes),
        (
            f"""{_CLOCK}
            (?: {_AND} {_DAYS} {_PER_WEEK}? )?""",
            _clock,
        ),
        (
            f"{_DAYS} {_AND} {_PER_WEEK}? {_AND} FROM? {_CLOCK}",
            _clock,
        ),
        # hours a day and days a week, in either order
        (
            f"""{_QUALIFIER} {_AMOUNT} {_OTHER}? {_HOURS} {_MORE} {_PER_DAY}? {_AND} {_DAYS} {_AND} {_PER_WEEK}?""",
            _per_shift,
        ),
        (
            f"""{_DAYS} {_AND} {_PER_WEEK}? {_AND} HEDGE? {_AMOUNT} {_OTHER}?
            (?: {_HOURS} | (?=PER|EACH) ) {_PER_DAY}? (?:DAILY)?""",
            _per_shift,
        ),
        (
            f"""(?P<days> NUM ) (?:TIMES|OF)? {_AMOUNT}
            (?: PLURAL (?:SHIFT)? | {_HOURS} PLURAL? (?:SHIFT|DAY) ) {_PER_WEEK}?""",
            _per_shift,
        ),
        (
            f"""{_AMOUNT} {_HOURS} (?:SHIFT)? {_AND} (?P<days> NUM )
            (?:DAY|SHIFT|TIME)? {_PER_WEEK}""",
            _per_shift,
        ),
        (
            f"""{_AMOUNT} {_HOURS}? {_PER_DAY}? TIMES (?P<days> NUM )
            (?! HOUR ) (?:DAY|SHIFT)? {_PER_WEEK}?""",
            _per_shift,
        ),
        (
            f"""(?P<days> NUM ) (?:DAY|SHIFT)? TIMES {_AMOUNT} {_HOURS}?
            (?:PLURAL|SHIFT)? {_PER_WEEK}?""",
            _per_shift,
        ),
        (f"{_QUALIFIER} {_AMOUNT} {_OTHER}? {_HOURS} (?:{_PER_DAY}|SHIFT)", _shift_alone),
        # by fortnight, month and year
        (
            f"""{_QUALIFIER} {_AMOUNT} {_HOURS}? {_MORE} {_EACH}*
            (?: BIWEEKLY | (?:PER|EVERY|IN|FOR|SLASH)+ (?P<weeks> NUM ) WEEK )""",
            _fortnight,
        ),
        (f"BIWEEKLY (?:COLON|HEDGE|WORKED)* {_AMOUNT} {_HOURS}", _fortnight),
        (
            f"(?P<length> LENGTH ) (?:COMMA|IN|COLON|DASH)? {_AMOUNT} {_HOURS} (?!SHIFT|DAY|{_EACH}+(?:DAY|WEEK|WEEKLY))",
            _in_weeks,
        ),
        (f"{_AMOUNT} {_HOURS} (?:IN|FOR|PER|SLASH)? (?P<length> LENGTH )", _in_weeks),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS}? {_MORE} (?: {_EACH}+ MONTHS | MONTHLY )", _month),
        (
            f"{_QUALIFIER} {_AMOUNT} {_HOURS} {_MORE} (?: {_EACH}+ YEARS | YEARLY | {_EACH}+ YEARLY )",
            _year,
        ),
        # by week
        (
            f"{_AMOUNT} HOUR? (?:NUM WEEK|LENGTH) {_AND} (?P<other> {_FIGURE} ) {_HOURS}? (?:THE|IN|ON)? (?: (?:WORD|NEXT|NTH|NUM|PREVIOUS) WEEK | LENGTH )",
            _week_range,
        ),
        (
            f"(?:BETWEEN|HEDGE|FROM)* {_AMOUNT} (?:DASH? HOUR)? (?:TO|DASH|OR|AND|SLASH) (?P<other> {_FIGURE} ) {_HOURS} {_PER_WEEK}?",
            _week_range,
        ),
        (
            f"(?:BETWEEN|HEDGE|FROM)* {_AMOUNT} (?:TO|DASH|OR|AND|SLASH) (?P<other> {_FIGURE} ) (?: (?:PER|EACH|EVERY|SLASH|ART)+ WEEK | WEEKLY )",
            _week_range,
        ),
        (
            f"{_QUALIFIER} (?P<amount> NUM HOUR NUM ) (?P<hour> MINUTE? ) {_MORE} {_PER_WEEK}?",
            _hours_and_minutes,
        ),
        (f"{_QUALIFIER} {_AMOUNT} {_MORE} {_HOURS} (?:{_PER_WEEK}) (?:HEDGE)?", _week),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} {_MORE} {_PER_WEEK}", _week),
        (
            f"{_QUALIFIER} {_AMOUNT} {_MORE} (?: (?:PER|EACH|EVERY|SLASH|ART)+ WORKED? (?:WEEK|WEEKLY) | WEEKLY )",
            _week,
        ),
        (
            f"(?:FULLTIME|PARTTIME) (?:OPEN|COMMA|COLON|DASH|IN|HEDGE|WORKED|PER|WITH)* {_QUALIFIER} {_AMOUNT} {_OTHER}? {_MORE} {_HOURS}? {_PER_WEEK}?",
            _labelled,
        ),
        (
            f"{_QUALIFIER} {_AMOUNT} {_HOURS}? {_MORE} {_PER_WEEK}? (?:OPEN|COMMA|DASH|IN)* (?:FULLTIME|PARTTIME)",
            _labelled,
        ),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} (?P<more> PLUS ) (?!NUM|OVERTIME|WORD)", _bare),
        (f"{_QUALIFIER} {_AMOUNT} {_MORE} {_HOURS} {_PER_WEEK}?", _bare),
        (f"{_QUALIFIER} {_AMOUNT} {_HOURS} {_MORE} {_PER_WEEK}?", _bare),
        (
            f"(?:WEEKLY|WORKED)? HOUR {_PER_WEEK}? (?:COLON|DASH|WAS|SHOULD|HEDGE|OVER|FROM)* {_QUALIFIER} {_AMOUNT} {_OTHER}? {_MORE} (?!TIMES|DAY|SLASH)",
            _labelled,
        ),
        (
            f"WEEKLY (?:COLON|DASH|HEDGE|WORKED)* {_QUALIFIER} {_AMOUNT} {_OTHER}? {_HOURS}? {_MORE}",
            _labelled,
        ),
        (
            f"(?P<qualifier> OVER|UNDER|NEARLY ) HEDGE? {_AMOUNT} {_MORE} (?! WORD|WORKED|OF|IN|YEARS|MONTHS|EXAM|DASH|PERCENT)",
            _figure_alone,
        ),
        (f"{_AMOUNT} (?P<more> PLUS (?!NUM|OVERTIME) | OR (?:MORE|LESS) )", _figure_alone),
        # in words
        (f"{_AMOUNT} DASH? FTE (?: OF (?P<full> {_FIGURE} ) )?", _equivalent),
        ("(?:FULLTIME|PARTTIME) (?: (?:OR|SLASH|AND) (?:FULLTIME|PARTTIME) )?", _in_words),
        (
            "(?: NUM (?:WEEK|DAY)? | LENGTH ) ON (?:COMMA|AND)* (?: NUM (?:WEEK|DAY)? (?:OFF|LEAVE) | LENGTH OFF )",
            _open,
        ),
        ("(?:HOUR|SHIFT)? (?:WAS)? VARY (?:HOUR|SHIFT)?", _vary),
        (f"(?P<amount> NUM ) (?:DAY|SHIFT|NIGHT) {_PER_WEEK}", _days_alone),
    ]
)
