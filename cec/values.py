"""Single values of a case: each read exactly, or refused by its path with what it may hold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from cec.case import HOURS_IN_A_WEEK, CaseError

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DECIMAL: Final = re.compile(r"[0-9]{1,4}([.][0-9]{1,12})?")
_NOC: Final = re.compile(r"[0-9][0-5][0-9]{3}")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)


def unit_group(value: Any, path: str) -> str:
    if not isinstance(value, str) or not _NOC.fullmatch(value):
        shape = "five digits in quotes of which the second is 0 to 5"
        raise refusal(path, f'must be a NOC 2021 code, {shape}, such as "63200"', value)
    return value


def text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise refusal(path, "must be text", value)
    return value


def day(value: Any, path: str) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise refusal(path, "must be a day of the calendar, as YYYY-MM-DD", value) from None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise refusal(path, "must be a day, as YYYY-MM-DD", value)
    if not _EARLIEST <= value <= _LATEST:
        raise refusal(path, f"must be a day from {_EARLIEST} to {_LATEST}", str(value))
    return value


def hours(value: Any, path: str) -> Fraction:
    number = _exact(value)
    if number is None or number > HOURS_IN_A_WEEK:
        raise refusal(path, f"must be a number of hours from 0 to {HOURS_IN_A_WEEK}", value)
    return Fraction(number)


def score(value: Any, path: str) -> Decimal:
    number = _exact(value)
    if number is None:
        raise refusal(path, "must be a score: a number, 0 or more", value)
    return number


def _exact(value: Any) -> Decimal | None:
    """The number that was written: 37.1 is 371/10, not the nearest binary fraction."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(value) if 0 <= value < 10_000 else None
    if isinstance(value, float):
        return Decimal(str(value)) if math.isfinite(value) and 0 <= value < 10_000 else None
    if isinstance(value, Decimal):
        return value if value.is_finite() and 0 <= value < 10_000 and value.adjusted() > -13 else None
    return Decimal(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else None


def flag(data: Mapping[str, Any], key: str, path: str) -> bool | None:
    value = data.get(key)
    if value is None or value is True or value is False:
        return value
    raise refusal(f"{path}{key}", "must be true, false or null (not known yet)", value)


def refusal(path: str, rule: str, value: Any) -> CaseError:
    return CaseError(path, f"{rule}; not {shown(value)}")


def shown(value: Any) -> str:
    """A short, one-line, printable form of what was given."""
    if value is None:
        return "null"
    if isinstance(value, (list, tuple, Mapping)):
        return "a mapping" if isinstance(value, Mapping) else "a list"
    line = value if isinstance(value, str) and value.isprintable() and value else ascii(value)
    return line if len(line) <= 60 else f"{line[:57]}..."
