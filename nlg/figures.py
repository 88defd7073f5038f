"""The law's figures for the answers to questions: taken from cec's parameters, never typed into a text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import cec
from cec.process import process_figures


@cache
def figures(day: date) -> Mapping[str, str]:
    """Every figure that a response may name, as it is to be read, in force on a day.

    Beside the figures of the class itself: fees, times and deadlines of the process around it.
    """
    law = cec.parameters.on(day)
    levels = law.language_level_by_teer
    accepted = [cec.parameters.tests()[test].name for test in law.accepted_tests]
    process = process_figures(day)
    fees_from = process["fee_processing"].valid_from
    return {
        **{name: str(figure.value) for name, figure in process.items()},
        "fees_from": f"{fees_from:%-d %B %Y}" if fees_from else "",
        "required_hours": f"{law.required_hours:,}",
        "full_time_hours": str(law.full_time_hours_per_week),
        "full_time_weeks": str(law.required_hours // law.full_time_hours_per_week),
        "window_years": _in_words(law.window_years),
        "validity_years": _in_words(law.result_validity_years),
        "clb_teer_0_1": str(levels[0]),
        "clb_teer_2_3": str(levels[2]),
        "accepted_tests": f"{', '.join(accepted[:-1])} and {accepted[-1]}",
    }


def _in_words(number: int) -> str:
    small = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return small[number] if number < len(small) else str(number)
