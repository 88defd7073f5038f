"""The two ends of a stretch read together: each end settles what the other leaves open.

- Ends written alike are read alike: "may 24 to jan 25" are both years where that is certain, else both days.
- An end without a year is the first such month from the start on; every later one before today is possible
  too, so more than one is ambiguous. A start without a year is the latest one before the end.
- Without any year: the latest such stretch that has begun; where that one is not over yet, the one before it
  is possible too.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from nlu.moments import (
    Form,
    Moment,
    When,
    first_from,
    is_certain_year,
    latest,
)

#: More possible stretches than this are no help to anyone; the question is then an open one.
MOST_READINGS: Final = 4


class Ends(NamedTuple):
    """One reading of a stretch; None where an end cannot be said."""

    begin: When | None
    end: When | None


class Paired(NamedTuple):
    """The readings of a stretch, best first, and whether to ask. Not listed: more is open than the readings say."""

    readings: tuple[Ends, ...]
    ambiguous: bool
    listed: bool


def pair(begin: Moment, end: Moment, today: date, *, past: bool = False) -> Paired:
    """Every consistent reading of a stretch with two written ends. past: the wording says that it is over."""
    vague = begin.vague or end.vague
    if not begin.forms or not end.forms:
        known = [moment.forms[0].when() if moment.forms and moment.forms[0].year else None for moment in (begin, end)]
        return Paired((Ends(*known),), True, False)
    readings: list[Ends] = []
    for first, last in _consistent(begin.forms, end.forms, today):
        readings += _complete(first, last, today, past=past)
    ordered = [reading for reading in dict.fromkeys(readings) if _in_order(reading)]
    if not ordered:
        said = list(dict.fromkeys(readings)) or [Ends(latest(begin.forms[0], today), latest(end.forms[0], today))]
        return Paired(tuple(said[:1]), True, False)
    grain = any(when is not None and when.month is None for reading in ordered for when in reading)
    listed = len(ordered) <= MOST_READINGS and not vague and not grain
    return Paired(tuple(ordered[:MOST_READINGS]), vague or grain or len(ordered) > 1, listed)


def _consistent(begins: tuple[Form, ...], ends: tuple[Form, ...], today: date) -> list[tuple[Form, Form]]:
    pairs = [(first, last) for first in begins for last in ends if not _clash(first, last)]
    years = [(first, last) for first, last in pairs if "yy" in (first.style, last.style)]
    days = [(first, last) for first, last in pairs if "dd" in (first.style, last.style)]
    if not years or not days:
        return pairs
    certain = [(first, last) for first, last in years if _is_certain(first, last, today)]
    return certain or (days if not [p for p in years if _possible_years(*p)] else days + years)


def _is_certain(first: Form, last: Form, today: date) -> bool:
    """Both ends at month grain, in order, and each number a recent year."""
    if first.day is not None or last.day is not None or first.year is None or last.year is None:
        return False
    numbers = [form for form in (first, last) if form.style == "yy"]
    return all(is_certain_year(form, today) for form in numbers) and _possible_years(first, last)


def _possible_years(first: Form, last: Form) -> bool:
    if first.year is None or last.year is None:
        return True
    return first.when().first() <= last.when().last()


def _clash(first: Form, last: Form) -> bool:
    return any({first.style, last.style} == set(styles) for styles in (("yy", "dd"), ("dmy", "mdy")))


def _complete(first: Form, last: Form, today: date, *, past: bool) -> list[Ends]:
    """The stretches that two forms can mean once their years are filled in."""
    if first.year is not None and last.year is not None:
        return [Ends(first.when(), last.when())]
    if first.year is not None:
        begin = first.when()
        ends = [first_from(last, begin)]
        while (further := _year_later(last, ends[-1])) is not None and further.first() <= today:
            ends.append(further)
        return [Ends(begin, end) for end in ends]
    if last.year is not None:
        return [Ends(_latest_before(first, last.when()), last.when())]
    begin = latest(first, today)
    stretches = [Ends(begin, first_from(last, begin))]
    end = stretches[0].end
    if end is not None and end.first() > today:
        earlier = _year_earlier(first, begin)
        over = Ends(earlier, first_from(last, earlier))
        stretches = [over] if past else [*stretches, over]
    return stretches


def _latest_before(form: Form, end: When) -> When:
    return latest(form, end.last())


def _year_later(form: Form, when: When) -> When | None:
    following = first_from(form, When(when.year + 1, 1))
    return following if following.year <= 2100 else None


def _year_earlier(form: Form, when: When) -> When:
    return latest(form, date(when.year - 1, 12, 31))


def _in_order(reading: Ends) -> bool:
    return reading.begin is None or reading.end is None or reading.begin.first() <= reading.end.last()
