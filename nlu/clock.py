"""The day of the conversation: the only clock there is, and one that tests can set."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """The day it is for the applicant: CEC_TODAY (YYYY-MM-DD) where set, else today in CEC_TIMEZONE.

    Raises ValueError where CEC_TODAY is no date, so that a typing error is seen at the first message.
    """
    if fixed := os.environ.get("CEC_TODAY"):
        return date.fromisoformat(fixed)
    return datetime.now(ZoneInfo(os.environ.get("CEC_TIMEZONE", "America/Toronto"))).date()
