"""What each wording of hours comes to in hours a week. The wordings themselves stand in nlu.hours."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from nlu.hour_values import (
    FULL_TIME,
    NOTHING,
    OPEN,
    PART_TIME,
    Phrase,
    Reading,
    amount,
    days,
    exactly,
    one_of,
    other_days,
    qualified,
)
from nlu.patterns import classes
from nlu.weekly import (
    MOST,
    from_days,
    from_half_month,
    from_month,
    from_weeks,
    from_year,
    plain,
)

#: "40 hours" is a week's; up to so many it may be a day's, from so many on a fortnight's.
_MAY_BE_A_DAY: Final = Decimal(12)
#: Longer shifts than this are worked (24 hours, by fire crews), but not more than a few a week.
_LONGEST_SHIFT: Final = Decimal(16)
_WHEN_ONLY: Final = classes("NUM DEC HOUR NIGHT HEDGE")
_MOST_LONG_SHIFTS: Final = Decimal(3)
#: So many words before the figure "weekend" says that it is of a week.
_WEEKEND_REACH: Final = 6
_MAY_BE_A_FORTNIGHT: Final = Decimal(61)
_PAID_BIWEEKLY: Final = re.compile(r"\b(?:every|each|per) (?:2|other) weeks?\b|\bbi ?weekly\b|\bfortnight\w*")
#: More than this without "a week" is a total.
_MAY_BE_A_TOTAL: Final = Decimal(100)
#: Without the word "hours", "a week" may speak of money; a figure above this is left alone.
_MOST_WITHOUT_UNIT: Final = Decimal(84)
#: What one full-time equivalent is worth, the usual weeks in Canada.
_FULL_TIME_WEEKS: Final = (Decimal("37.5"), Decimal(40))


def no_hours(phrase: Phrase) -> Reading:
    """Pay ("25/hr"), minutes, an age: understood, and no hours."""
    return NOTHING


def of_studies(phrase: Phrase) -> Reading | None:
    """ "my masters full time"; a full-time internship is work."""
    return None if phrase.tokens[phrase.first].text.startswith(("intern", "coop", "co op", "pract")) else NOTHING


def unsettled(phrase: Phrase) -> Reading:
    """ "7 on 7 off"."""
    return OPEN


def by_shift(phrase: Phrase) -> Reading | None:
    """ "8 hours a day 5 days", "three 12s"."""
    count, hours = days(phrase), amount(phrase)
    if count is None or hours > 24 or (hours > _LONGEST_SHIFT and count > _MOST_LONG_SHIFTS):
        return None  # "20 hours, 5 days": of a week
    if phrase.after() == "NUM" and phrase.tokens.kind(phrase.last + 1) in ("NIGHT", "OFF", "ON", "LEAVE"):
        return OPEN  # "2 days 2 nights 4 off"
    if phrase.has("other"):
        return one_of(from_days(hours, count), from_days(amount(phrase, "other"), count))
    if another := other_days(phrase):
        return one_of(from_days(hours, count), from_days(hours, another))
    return qualified(phrase, exactly(from_days(hours, count)))


def by_shift_and_minutes(phrase: Phrase) -> Reading | None:
    """ "7h30 par jour du lundi au vendredi"."""
    hour, minutes = (phrase.tokens[phrase.span("amount")[1] - back] for back in (2, 1))
    is_glued = minutes.start == hour.end and len(minutes.text) == 2
    return by_shift(phrase) if is_glued and minutes.value < 60 else None


def shift_alone(phrase: Phrase) -> Reading | None:
    """ "8 hours a day", without how many days; "20 hours evenings" are no day's."""
    if phrase.kinds() <= _WHEN_ONLY and _LONGEST_SHIFT < amount(phrase) <= MOST:
        return qualified(phrase, exactly(amount(phrase)))
    return OPEN if amount(phrase) <= 24 else None


def days_alone(phrase: Phrase) -> Reading | None:
    """ "5 days a week", without how many hours."""
    return OPEN if 1 <= phrase.value("amount") <= 7 else None


def by_fortnight(phrase: Phrase) -> Reading | None:
    """ "75 biweekly"; a pay period is two weeks or half a month."""
    hours = amount(phrase)
    weeks = phrase.value("weeks") if phrase.has("weeks") else 2
    most = (MOST if phrase.has("hour") else _MOST_WITHOUT_UNIT) * weeks
    if not 2 <= weeks <= 4 or hours > most:
        return None
    if "pay" in phrase.tokens[phrase.last - 1].text:
        if paid := _weeks_of_pay(phrase):
            return qualified(phrase, exactly(from_weeks(hours, paid)))
        return one_of(from_half_month(hours), from_weeks(hours, Decimal(2)))
    return qualified(phrase, exactly(from_weeks(hours, Decimal(weeks))))


def _weeks_of_pay(phrase: Phrase) -> Decimal | None:
    """Two weeks, where the message says that this is the pay period: "75 per pay period, paid biweekly"."""
    said = " ".join(token.text for token in phrase.tokens.items)
    return Decimal(2) if _PAID_BIWEEKLY.search(said) else None


def in_weeks(phrase: Phrase) -> Reading | None:
    """ "2 weeks 84 hours", where so many hours do not fit in one."""
    length, hours = phrase.tokens.lengths[phrase.at("length")], amount(phrase)
    weeks = length.amount if length.unit == "week" and not length.ambiguous else None
    if weeks is None or not 2 <= weeks <= 4 or hours < _MAY_BE_A_FORTNIGHT:
        return None
    return exactly(from_weeks(hours, weeks))


def by_month(phrase: Phrase) -> Reading | None:
    hours = from_month(amount(phrase))
    if not phrase.has("hour") and hours > _MOST_WITHOUT_UNIT:
        return NOTHING
    return qualified(phrase, exactly(hours))


def by_year(phrase: Phrase) -> Reading | None:
    return qualified(phrase, exactly(from_year(amount(phrase))))


def by_week(phrase: Phrase) -> Reading | None:
    hours = amount(phrase)
    if not phrase.has("hour") and hours > _MOST_WITHOUT_UNIT:
        return NOTHING
    return qualified(phrase, exactly(hours))


def week_range(phrase: Phrase) -> Reading | None:
    """ "25 to 30 hours"."""
    ends = sorted((amount(phrase), amount(phrase, "other")))
    most = MOST if phrase.has("hour") else _MOST_WITHOUT_UNIT
    return one_of(*ends) if ends[1] <= most else NOTHING


def hours_and_minutes(phrase: Phrase) -> Reading | None:
    """ "37h30", "37 hours 30 min": the second figure is glued to the "h" or followed by "min"."""
    last = phrase.span("amount")[1] - 1
    minutes, unit = phrase.tokens[last], phrase.tokens[last - 1]
    is_glued = minutes.start == unit.end and len(minutes.text) == 2
    if minutes.value >= 60 or not (is_glued or phrase.tokens.kind(last + 1) == "MINUTE"):
        return None
    is_weekly = phrase.tokens.kind(phrase.last - 1) in ("WEEK", "WEEKLY")
    return by_week(phrase) if is_weekly else bare(phrase)


def bare(phrase: Phrase) -> Reading | None:
    """ "40 hours", nothing said of a week."""
    hours = amount(phrase)
    before = phrase.tokens[phrase.at("amount") - 1].text if phrase.at("amount") else ""
    if hours > _MAY_BE_A_TOTAL or not hours or (before in ("job", "jobs") and hours < 10):
        return NOTHING
    if hours <= _MAY_BE_A_DAY and "PARTTIME" not in phrase.kinds(before=3, after=3) and not _counts_weeks(phrase):
        return Reading({"per_week": plain(hours)}, True)
    if hours >= _MAY_BE_A_FORTNIGHT:
        return one_of(hours / 2, hours)
    return qualified(phrase, exactly(hours))


def _counts_weeks(phrase: Phrase) -> bool:
    """ "bookkeeper 20 hours, weekend cashier 8 hours": what stands beside a week's hours is a week's, too."""
    tokens = phrase.tokens
    before = [tokens[at].text for at in range(max(0, phrase.first - _WEEKEND_REACH), phrase.first)]
    others = [
        Decimal(tokens[at].text)
        for at in range(len(tokens) - 1)
        if tokens.kind(at) in ("NUM", "DEC") and tokens.kind(at + 1) == "HOUR"
    ]
    is_other_of_week = any(_MAY_BE_A_DAY < figure < _MAY_BE_A_FORTNIGHT for figure in others)
    return is_other_of_week or any(word.startswith(("weekend", "saturday", "sunday")) for word in before)


def labelled(phrase: Phrase) -> Reading | None:
    """ "hours per week: 37.5", "full time 40"; a small figure there counts something else."""
    hours, kinds = amount(phrase), phrase.kinds()
    leads = phrase.first == phrase.at("amount") and not phrase.has("hour")
    least = 10 if "FULLTIME" in kinds or leads else 4
    most = _MOST_WITHOUT_UNIT if "WEEK" in kinds else _MAY_BE_A_FORTNIGHT
    is_rate = phrase.before() in ("NUM", "DEC", "BIG", "SLASH", "PER", "AN", "ART")
    if is_rate or not least <= hours <= most:
        return None
    if phrase.has("other"):
        return one_of(*sorted((hours, amount(phrase, "other"))))
    if phrase.kind("qualifier") == "TO" and "HOUR" in kinds:
        return exactly(hours)  # "change my hours to 30"
    return qualified(phrase, exactly(hours))


def figure_alone(phrase: Phrase) -> Reading | None:
    """ "minimum 32" as a whole message: hours, if anything."""
    hours = amount(phrase)
    is_answer = len(phrase.tokens) <= phrase.last - phrase.first + 2
    return qualified(phrase, exactly(hours)) if is_answer and 10 <= hours <= 60 else None


def in_words(phrase: Phrase) -> Reading | None:
    """ "full time", "part time", "not full time"; not of studies, and not where the word is defined."""
    kinds = phrase.kinds()
    if any(token.kind == "DEFINE" for token in phrase.tokens.items) or _is_about_study(phrase):
        return NOTHING
    if {"FULLTIME", "PARTTIME"} <= kinds:
        return OPEN
    if "PARTTIME" in kinds or phrase.before() == "NOT":
        return Reading(dict(PART_TIME), True)
    return Reading(dict(FULL_TIME))


def equivalent(phrase: Phrase) -> Reading | None:
    """ "0.6 FTE": a share of a week that is not said."""
    share = amount(phrase)
    if not 0 < share <= 1:
        return None
    if share == 1:
        return Reading(dict(FULL_TIME))
    if phrase.has("full"):
        return exactly(share * amount(phrase, "full"))
    return one_of(*(share * week for week in _FULL_TIME_WEEKS))


def varying(phrase: Phrase) -> Reading | None:
    """ "rotating shifts", "hours vary"; "depends" only as an answer."""
    is_answer = len(phrase.tokens) <= 5
    is_told = phrase.kinds(before=4, after=4) & {"HOUR", "SHIFT", "WEEK", "WEEKLY", "FULLTIME", "PARTTIME"}
    return OPEN if is_answer or is_told else None


def _is_about_study(phrase: Phrase) -> bool:
    chunks = phrase.tokens
    for steps, passed in (
        (range(phrase.last, phrase.last + 3), ("WORD", "OF", "IN", "THE", "ART", "AN", "MY")),
        (range(phrase.first - 1, phrase.first - 4, -1), ("WORD", "WAS", "IN", "HEDGE", "ART", "THE")),
    ):
        for at in steps:
            if chunks.kind(at) in ("STUDY", "SCHOOL"):
                return True
            if chunks.kind(at) not in passed:
                break
    return False
