"""What a phrase of hours can come to: one figure, one of several, a lower bound, or none yet."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, NamedTuple

from nlu.chunks import Chunks
from nlu.matched import Matched
from nlu.weekly import MOST, cut, plain

FULL_TIME: Final[dict[str, Any]] = {"per_week": "30", "at_least": True}
PART_TIME: Final[dict[str, Any]] = {"per_week": None, "part_time": True}
UNKNOWN: Final[dict[str, Any]] = {"per_week": None}

Phrase = Matched[Chunks]

#: "change the hours of my second job to 25": so far back may the word of change stand.
_REACH_OF_CHANGE: Final = 10


class Reading(NamedTuple):
    """The value of an hours fact; None where the words were no hours after all (pay, an old age)."""

    value: dict[str, Any] | None
    ambiguous: bool = False
    readings: tuple[dict[str, Any], ...] = ()


NOTHING: Final = Reading(None)
OPEN: Final = Reading(dict(UNKNOWN), ambiguous=True)


def exactly(hours: Decimal) -> Reading:
    """One figure, if a week can hold it."""
    return Reading({"per_week": plain(hours)}) if 0 < hours <= MOST else NOTHING


def one_of(*hours: Decimal) -> Reading:
    """Ambiguous between figures, in the order given; what no week can hold is left out."""
    values = tuple({"per_week": plain(each)} for each in dict.fromkeys(hours) if 0 < each <= MOST)
    if not values:
        return NOTHING
    return Reading(values[0], True, values if len(values) > 1 else ())


def qualified(phrase: Phrase, reading: Reading) -> Reading:
    """ "over 30" and "40+" are at least so many; "almost 30" and "up to 30" are to be asked."""
    if reading.value is None or reading.ambiguous:
        return reading
    before, after = phrase.kind("qualifier"), phrase.kind("more")
    is_or_more = after == "OR" and phrase.tokens.kind(phrase.span("more")[1] - 1) == "MORE"
    if before == "OVER" or after == "PLUS" or is_or_more:
        return Reading({**reading.value, "at_least": True})
    if before == "TO" and _is_changed(phrase):
        return reading
    if before in ("NEARLY", "UNDER", "TO") or after == "OR":
        return Reading(reading.value, True)
    return reading


def _is_changed(phrase: Phrase) -> bool:
    """ "change the second job to 25 hours", but not "up to 25 hours"."""
    word = phrase.token("qualifier").text
    return word == "to" and "CHANGE" in {phrase.tokens.kind(phrase.first - back) for back in range(1, _REACH_OF_CHANGE)}


def amount(phrase: Phrase, group: str = "amount") -> Decimal:
    """A figure with its halves and minutes: "37 and a half", "37 1/2", "37h30"."""
    first, last = phrase.span(group)
    figure = Decimal(phrase.tokens[first].text)
    rest = [phrase.tokens.kind(at) for at in range(first + 1, last)]
    if "HALF" in rest or "SLASH" in rest:
        return figure + Decimal("0.5")
    if "HOUR" in rest:
        return cut(figure + Decimal(phrase.tokens[last - 1].value) / 60)
    return figure


def days(phrase: Phrase) -> Decimal | None:
    """How many days or shifts a week: "5 days", "mon to fri", "x5"; the lower of "3-4 shifts"."""
    first, last = phrase.span("days")
    kind = phrase.tokens.kind(first)
    if kind == "LENGTH":
        length = phrase.tokens.lengths[first]
        count = length.amount if length.unit == "day" and not length.vague else None
    elif kind == "WEEKDAY":
        named = [phrase.tokens[at] for at in range(first, last)]
        numbers = [token.value for token in named if token.kind == "WEEKDAY"]
        is_range = phrase.tokens.kind(first + 1) in ("TO", "DASH", "AU", "ART")
        count = Decimal(numbers[1] - numbers[0] + 1 if is_range else len(set(numbers)))
    else:
        count = Decimal(phrase.tokens[first].value)
    return count if count is not None and 1 <= count <= 7 else None


def other_days(phrase: Phrase) -> Decimal | None:
    """The second number of "3-4 shifts" or of "3 days and 4 days on alternate weeks"."""
    chunks = phrase.tokens
    first, last = phrase.span("days")
    if length := chunks.lengths.get(first):
        if length.other is not None:
            return length.other
    elif last - first == 3 and chunks.kind(first) == chunks.kind(last - 1) == "NUM":
        return Decimal(chunks[last - 1].value)
    joined = phrase.after() in ("AND", "OR", "COMMA", "TO", "DASH")
    following = chunks.lengths.get(phrase.last + joined)
    if following and following.unit == "week" and following.amount == 1:  # "3 days one week, 4 days the next"
        after = phrase.last + joined + 1
        following = chunks.lengths.get(after + (chunks.kind(after) in ("AND", "COMMA")))
    return following.amount if following and following.unit == "day" else None
