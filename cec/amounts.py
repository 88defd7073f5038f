"""Exact amounts in writing: a decimal where it ends, else a fraction."""

from __future__ import annotations

from fractions import Fraction


def plain(amount: Fraction) -> str:
    """ "1560", "1462.5", or "10960/7" where no decimal is exact."""
    rest, twos, fives = amount.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{amount.numerator}/{amount.denominator}"
    places = max(twos, fives)
    if places == 0:
        return str(amount.numerator)
    digits = str(abs(amount.numerator) * 10**places // amount.denominator).rjust(places + 1, "0")
    return f"{'-' if amount < 0 else ''}{digits[:-places]}.{digits[-places:]}"
