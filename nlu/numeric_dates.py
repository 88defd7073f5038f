"""Dates in figures: 2024-05-01, 04/06/24, 2025.03, 03/2024. Keeps both orders where both are possible."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from nlu.moments import CERTAIN_YEARS, Form, exists, full_year

_FIGURES: Final = re.compile(r"\d+")


def numeric_forms(written: str, today: date) -> tuple[tuple[Form, ...], bool]:
    """The forms of a date in figures, best first, and whether the calendar does not have it.

    Of an impossible date only the month or the year is kept; () where not even that is sure. Day first comes
    before month first: most people who write here learned it so.
    """
    figures = _FIGURES.findall(written)
    numbers = [int(figure) for figure in figures]
    if len(figures) == 1:
        return _whole(numbers[0] // 10000, numbers[0] // 100 % 100, numbers[0] % 100)
    if len(figures) == 2:
        year, month = numbers if len(figures[0]) == 4 else reversed(numbers)
        if not 1950 <= year < 2100:
            return (), True
        return ((Form(year, month),), False) if exists(year, month, None) else ((Form(year),), True)
    if len(figures[0]) == 4:
        return _whole(*numbers)
    first, second, year = numbers
    if len(figures[2]) == 3 or len(figures[0]) > 2:
        return (), True
    year = year if len(figures[2]) == 4 else full_year(year, today)
    if not 1950 <= year < 2100:
        return (), True
    forms = []
    if exists(year, second, first) and len(figures[2]) > 1:
        forms.append(Form(year, second, first, "dmy"))
    if exists(year, first, second) and first != second and len(figures[2]) > 1:
        forms.append(Form(year, first, second, "mdy"))
    if "." in written and len(figures[2]) < 3 and (of_year := _year_first(first, second, numbers[2], today)):
        # "26.11.15": a year so far back is none, where the first figure can be one.
        recent = [form for form in forms if form.year and form.year >= today.year - CERTAIN_YEARS]
        forms = [*(form for form in recent if form.when() != of_year.when()), of_year]
    if forms:
        return tuple(forms), False
    months = [month for month in (second, first) if 1 <= month <= 12]
    return (Form(year, months[0] if len(months) == 1 else None),), True


def _year_first(year: int, month: int, day: int, today: date) -> Form | None:
    """ "24.12.2", as it is written in Korea, Japan and China."""
    full = 2000 + year
    is_recent = today.year - CERTAIN_YEARS <= full <= today.year + 1
    return Form(full, month, day, "ymd") if is_recent and exists(full, month, day) else None


def _whole(year: int, month: int, day: int) -> tuple[tuple[Form, ...], bool]:
    if not 1950 <= year < 2100:
        return (), True
    if exists(year, month, day):
        return (Form(year, month, day),), False
    return (Form(year, month if 1 <= month <= 12 else None),), True
