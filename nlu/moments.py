"""What a written date may mean: its possible forms, and the day or month each becomes when read against today.

A date that lacks its year, or whose number may be a day or a year, keeps every form until its role is known
(since when, until when, or no role). The rules, in one place:

- A month without a year is its latest past occurrence. Named in that very month ("since november", said in
  November) it may also be last year's: ambiguous.
- "may 24": the number is a year where it stands as the start of work ("since", "from", "joined") or where both
  ends of a stretch are written so, if it gives one of the last six years up to this month; people who mean a
  day of this year write "24 may" or "may 24th". As the end of work it is a day where the year would lie further
  back than that. Anywhere else a number that is both a plausible day and a
  plausible year (eleven years back) is ambiguous. A number that can only be a day is a day.
- 04/06/24 keeps both orders unless one is impossible or another date of the message settles the order.
- A date the calendar does not have (31 February, month 13) is never mended: what is certain of it is kept
  (the month, or the year) and it is vague, so that it is asked.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final, NamedTuple

#: A two-digit number after a month is taken for one of so many last years without asking; or with asking.
CERTAIN_YEARS: Final = 6
PLAUSIBLE_YEARS: Final = 11
#: "until oct 31" is rather a day than a year so far ahead.
_LONGEST_CONTRACT: Final = 3


class Role(Enum):
    START = "start"
    END = "end"
    LONE = "lone"


class When(NamedTuple):
    """A day, a month (day None) or a year (month None)."""

    year: int
    month: int | None = None
    day: int | None = None

    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def text(self, *, last: bool = False) -> str:
        """ "YYYY-MM" or "YYYY-MM-DD"; a bare year gives its first (or last) month."""
        month = self.month or (12 if last else 1)
        return f"{self.year:04}-{month:02}" + (f"-{self.day:02}" if self.day else "")


class Form(NamedTuple):
    """One way to read what was written. style: "yy" or "dd" for the number after a month, "dmy" or "mdy"."""

    year: int | None
    month: int | None = None
    day: int | None = None
    style: str = ""

    def when(self, year: int | None = None) -> When:
        year = self.year if self.year is not None else year
        assert year is not None
        return When(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as written at ``text[start:end]``, in all its forms, best first.

    vague: more is open than the forms say (a bare year, "the pandemic", a hedge), so it must be asked.
    """

    start: int
    end: int
    forms: tuple[Form, ...]
    vague: bool = False


class Resolved(NamedTuple):
    """What a moment comes to: the possible days or months, best first, and whether to ask."""

    options: tuple[When, ...]
    ambiguous: bool


def exists(year: int | None, month: int, day: int | None) -> bool:
    """Whether the calendar has such a day; 29 February passes where no year is given."""
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= calendar.monthrange(year or 2024, month)[1]


def full_year(two_digits: int, today: date) -> int:
    """2000 to five years from now, else the last century."""
    return 2000 + two_digits if 2000 + two_digits <= today.year + 5 else 1900 + two_digits


def month_and_number(month: int, number: int, today: date) -> tuple[tuple[Form, ...], bool]:
    """The forms of "may 24", and whether nothing certain but the month is left of it ("feb 30")."""
    forms = []
    if today.year - PLAUSIBLE_YEARS <= 2000 + number <= today.year + 5:
        forms.append(Form(2000 + number, month, None, "yy"))
    if number and exists(None, month, number):
        forms.append(Form(None, month, number, "dd"))
    if len(forms) == 1 and forms[0].style == "yy" and 2000 + number > today.year:
        return (Form(None, month),), True
    if forms:
        return tuple(forms), False
    if number > 31 and full_year(number, today) > 1950:
        return (Form(full_year(number, today), month),), False
    return (Form(None, month),), True


def latest(form: Form, today: date) -> When:
    """The latest occurrence of a month or day that has begun by today."""
    if form.year is not None:
        return form.when()
    year = today.year
    while not _in_calendar(form, year) or form.when(year).first() > today:
        year -= 1
    return form.when(year)


def first_from(form: Form, begin: When) -> When:
    """The first occurrence of a month or day that does not end before ``begin`` starts."""
    if form.year is not None:
        return form.when()
    year = begin.year
    while not _in_calendar(form, year) or form.when(year).last() < begin.first():
        year += 1
    return form.when(year)


def next_occurrence(form: Form, today: date) -> When:
    return first_from(form, When(today.year, today.month, today.day))


def resolve(moment: Moment, today: date, role: Role, *, future: bool = False) -> Resolved:
    """The moment alone, without the other end of a stretch. future: the wording looks ahead."""
    forms = _settled(moment.forms, today, role)
    options: list[When] = []
    for form in forms:
        if form.year is not None:
            options.append(form.when())
        elif future:
            options.append(next_occurrence(form, today))
        else:
            when = latest(form, today)
            options.append(when)
            if not form.day and (when.year, when.month) == (today.year, today.month):
                options.append(When(when.year - 1, when.month))
    kept = _without_finer(options)
    return Resolved(kept, moment.vague or len(kept) != 1 or any(when.month is None for when in kept))


def months_back(today: date, months: int) -> When:
    """The month so many months ago."""
    index = today.year * 12 + today.month - 1 - months
    return When(index // 12, index % 12 + 1)


def days_back(today: date, days: int) -> When:
    day = today - timedelta(days=days)
    return When(day.year, day.month, day.day)


def _settled(forms: tuple[Form, ...], today: date, role: Role) -> tuple[Form, ...]:
    """Drops the reading of "may 24" that its role rules out (see the module's docstring)."""
    year = next((form for form in forms if form.style == "yy"), None)
    day = next((form for form in forms if form.style == "dd"), None)
    if year is None or day is None or year.year is None or year.month is None:
        return forms
    if (year.year, year.month) > (today.year, today.month) and role is not Role.END:
        return (day,)
    if role is Role.START:
        return (year,) if is_certain_year(year, today) else (day, year)
    if role is Role.END and year.year < today.year - CERTAIN_YEARS:
        return (day,)
    return (day, year) if year.year > today.year + _LONGEST_CONTRACT else (year, day)


def is_certain_year(form: Form, today: date) -> bool:
    return (
        form.year is not None
        and today.year - CERTAIN_YEARS <= form.year
        and (form.year, form.month or 1) <= (today.year, today.month)
    )


def _without_finer(options: list[When]) -> tuple[When, ...]:
    """Each once; a day goes where its month is there too, since the month is true of both readings."""
    months = {(when.year, when.month) for when in options if when.day is None}
    kept = [when for when in options if when.day is None or (when.year, when.month) not in months]
    return tuple(dict.fromkeys(kept))


def _in_calendar(form: Form, year: int) -> bool:
    return form.month is None or exists(year, form.month, form.day)
