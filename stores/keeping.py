"""For how long conversations are kept, in the one place that the notice to applicants and the erasing read it from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: The setting (docs/settings.md) and what holds where it is not set.
KEEP_DAYS: Final = "CEC_KEEP_DAYS"
STANDARD_DAYS: Final = 30


def keep_days(environ: Mapping[str, str]) -> int:
    """For how many days after the last message a conversation is kept. Raises ValueError, with what to put right."""
    text = environ.get(KEEP_DAYS) or str(STANDARD_DAYS)
    if not text.isdecimal() or int(text) < 1:
        raise ValueError(f"{KEEP_DAYS} has to be a whole number of days of at least 1, not {text!r}.")
    return int(text)
