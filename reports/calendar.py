"""The dates that matter as a calendar file (RFC 5545): first day, last day, the day on which the test is too old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, Final

from icalendar import Alarm, Calendar, Event

#: So long before what ends, the calendar reminds of it.
_NOTICE: Final = timedelta(days=28)
_PRODUCT: Final = "-//canadian-experience-class//dates//EN"


def ics(dates: Sequence[Mapping[str, Any]], as_of: date) -> bytes:
    """A calendar with an event for the whole of each day.

    dates: {"id", "date" in ISO form, "summary", "note", "ends": whether something ends then, so that the calendar
    reminds of it four weeks before}. An event has the same UID in every file, so that a newer one takes the place
    of an older. as_of: the day of the answer, which stands as the time at which the file was made.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    stamp = datetime.combine(as_of, time(), timezone.utc)
    for told in dates:
        calendar.add_component(_event(told, stamp))
    content: bytes = calendar.to_ical()
    return content


def _event(told: Mapping[str, Any], stamp: datetime) -> Event:
    day = date.fromisoformat(told["date"])
    event = Event()
    event.add("uid", f"{told['id']}@canadian-experience-class")
    event.add("dtstamp", stamp)
    event.add("sequence", (stamp.date() - date(2020, 1, 1)).days)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", told["summary"])
    event.add("description", told["note"])
    event.add("transp", "TRANSPARENT")
    if told["ends"]:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", told["summary"])
        alarm.add("trigger", -_NOTICE)
        event.add_component(alarm)
    return event
