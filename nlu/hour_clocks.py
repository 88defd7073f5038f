"""Hours a week reckoned from clock times: "9am to 5pm, 5 days", "8 to 4.30 mon-fri, half hour lunch unpaid"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from nlu.hour_values import OPEN, Phrase, Reading, days, exactly, one_of
from nlu.weekly import cut, from_days

#: Clock times that need no "am" to be known as such.
_USUAL_DAYS: Final = ((9, 5), (8, 4), (9, 6), (8, 5), (10, 6), (9, 17), (8, 16))
#: "half hour lunch unpaid", "1h unpaid break", "lunch paid".
_LUNCH: Final = re.compile(
    r"(?:(?P<half>half(?: an)? hour|30 ?min\w*)|(?:one|1|an?) ?h\w*) (?:of )?"
    r"(?P<unpaid>unpaid (?:lunch|break|meal)|(?:lunch|break|meal) (?:break )?(?:is )?unpaid)"
    r"|\bpaid (?:lunch|break|meal)|(?:lunch|break|meal) (?:is )?paid|\bno (?:lunch|break)"
)


def by_clock(phrase: Phrase) -> Reading | None:
    """ "9am to 5pm, 5 days": with and without half an hour of break; without days it is open."""
    (begin, begin_minutes), (end, end_minutes) = _clock(phrase, "amount"), _clock(phrase, "other")
    minutes = phrase.value("other_minutes") + end_minutes - phrase.value("minutes") - begin_minutes
    is_clock = "CLOCK" in phrase.kinds() or phrase.has("minutes") or phrase.has("other_minutes")
    if "DEC" in phrase.kinds():
        if begin_minutes >= 60 or end_minutes >= 60:
            return None
        is_clock = is_clock or phrase.has("days")
    if max(begin, end) > 24 or not (is_clock or (begin, end) in _USUAL_DAYS):
        return None
    count = days(phrase) if phrase.has("days") else None
    if count is None:
        return OPEN
    length = Decimal((end - begin) % 12 or 12) + cut(Decimal(minutes) / 60)
    lunch = _LUNCH.search(" ".join(token.text for token in phrase.tokens.items))
    if lunch and lunch["unpaid"]:
        off = Decimal("0.5") if lunch["half"] else Decimal(1)
        return exactly(from_days(length - off, count))
    if lunch:
        return exactly(from_days(length, count))
    return one_of(from_days(length - Decimal("0.5"), count), from_days(length, count))


def _clock(phrase: Phrase, group: str) -> tuple[int, int]:
    """Hour and minutes: "8", "4.30"."""
    hour, _, minutes = phrase.token(group).text.partition(".")
    return int(hour), int(minutes.ljust(2, "0")) if minutes else 0
