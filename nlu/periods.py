"""When jobs were held: the stretches that belong to work, as period, date and duration facts.

How a date without a year, or "may 24", is read stands in nlu.moments and nlu.pairing; how starts and ends come
together in nlu.spells. What belongs to studies, a permit or an arrival is left out (nlu.owners); breaks are
nlu.breaks' part. A date of a language test that is named as such is a test_date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from nlu.chunks import Chunks, chunks_of
from nlu.durations import Length
from nlu.facts import Fact
from nlu.idle_months import parted
from nlu.moments import PLAUSIBLE_YEARS, Moment, Role, resolve
from nlu.owners import Owner
from nlu.pairing import Ends
from nlu.patterns import classes
from nlu.spell_ends import over
from nlu.spell_ends import read_ends as read_ends
from nlu.spells import Owned, owned_stretches, spells
from nlu.spells import Spell as Spell
from nlu.still_held import is_about_a_rule
from nlu.stretches import Stretch, Wording
from nlu.text import Text

#: In a message of so few words a lone year or "few months" is the answer.
_SHORT_MESSAGE: Final = 8
#: A date among more unknown words than these, and no word of work, tells of something else.
_FEW_WORDS: Final = 3
#: A word of work so near a lone year makes it a year of work.
_NEAR: Final = 6
_SMALL_WORDS: Final = frozenset(
    ("yes", "ya", "yeah", "no", "ok", "i", "it", "its", "it's", "that", "made", "think", "believe", "exactly", "only",
     "just", "total", "i've", "remember", "sure", "sometime", "somewhere")
)  # fmt: skip
_WORK: Final = classes("TITLE WORKED HOUR STARTED STOPPED FULLTIME PARTTIME SHIFT CORRECTION CHANGE")
_WORK_OR_SITTING: Final = _WORK | {"TOOK"}


def read_periods(text: Text, today: date) -> list[Fact]:
    """The period, date, duration and test_date facts of a message, in order."""
    return periods_in(text, chunks_of(text, today), today)


def periods_in(text: Text, chunks: Chunks, today: date, *, asked: Role | None = None) -> list[Fact]:
    """The same, for a message already cut into chunks. asked: a date of this role is what was asked for."""
    owned = owned_stretches(chunks, text)
    told = parted(chunks, owned, spells(chunks, owned, today))
    told = [spell for spell in told if not _is_asked_about(chunks, spell)]
    facts = [_period(chunks, spell, today) for spell in told]
    used = {place for spell in told for place in spell.places}
    setting = _Setting.of(chunks)
    if asked:
        setting = replace(setting, is_answer=True, role=asked)
    for place, one in enumerate(owned):
        if place not in used and (fact := _other(chunks, one, today, setting)):
            facts.append(fact)
    return sorted(facts, key=lambda fact: fact.start)


def _is_asked_about(chunks: Chunks, spell: Spell) -> bool:
    """ "a job from 2022, does it still count": a year alone, in a question about the rule."""
    forms = spell.begin.forms if spell.begin and not spell.finish else ()
    is_year = len(forms) == 1 and forms[0].month is None
    return is_year and any(is_about_a_rule(chunks, at) for at in _places(chunks, "STILL", spell.last))


def _places(chunks: Chunks, kind: str, first: int) -> list[int]:
    return [at for at in range(first, len(chunks)) if chunks.kind(at) == kind]


def _period(chunks: Chunks, spell: Spell, today: date) -> Fact:
    paired = read_ends(chunks, spell, today)
    values = tuple(_value(ends, ongoing=spell.ongoing) for ends in paired.readings)
    listed = values if paired.listed and len(values) > 1 else ()
    comes_and_goes = chunks.kind(spell.first - 1) == "VARY"  # "on and off since may"
    start, end = chunks.span(spell.first, spell.last)
    return Fact("period", values[0], start, end, paired.ambiguous or comes_and_goes, listed)


def _value(ends: Ends, *, ongoing: bool) -> dict[str, Any]:
    return {
        "start": ends.begin.text() if ends.begin else None,
        "end": ends.end.text(last=True) if ends.end else None,
        "ongoing": ongoing,
    }


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the whole message is like: a bare answer, a telling of work or of a sitting, or of few unknown words."""

    is_answer: bool
    tells_of_work: bool
    tells_of_sitting: bool
    is_plain: bool
    role: Role = Role.LONE

    @classmethod
    def of(cls, chunks: Chunks) -> _Setting:
        kinds = {token.kind for token in chunks.items}
        unknown = [token.text for token in chunks.items if token.kind == "WORD"]
        return cls(
            is_answer=len(chunks) <= _SHORT_MESSAGE and set(unknown) <= _SMALL_WORDS,
            tells_of_work=bool(kinds & _WORK),
            tells_of_sitting=bool(kinds & _WORK_OR_SITTING),
            is_plain=len(unknown) <= _FEW_WORDS,
        )


def _other(chunks: Chunks, one: Owned, today: date, setting: _Setting) -> Fact | None:
    """A length, or a date without a role, unless it belongs to something else than work or a test."""
    stretch = one.stretch
    if stretch.length:
        return _duration(chunks, stretch, stretch.length, setting) if one.owner is Owner.WORK else None
    moment = stretch.begin or stretch.finish
    if moment is None or not moment.forms:
        return None
    moment = over(moment, today) if setting.role is Role.END else moment
    resolved = resolve(moment, today, setting.role)
    if one.owner is Owner.EXAM:
        kind, is_told = "test_date", resolved.options[0].first() <= today
    else:
        is_lone = one.owner in (Owner.WORK, Owner.TAKEN_BACK) and stretch.wording is Wording.LONE
        kind, is_told = "date", is_lone and _tells(chunks, stretch, moment, today, setting)
    if not is_told:
        return None
    values = tuple({"date": when.text()} for when in resolved.options)
    listed = values if len(values) > 1 and not moment.vague else ()
    return Fact(kind, values[0], moment.start, moment.end, resolved.ambiguous, listed)


def _tells(chunks: Chunks, stretch: Stretch, moment: Moment, today: date, setting: _Setting) -> bool:
    """Whether a lone date is worth asking about.

    "2024" or "this month" beside no word of work may be anything ("the 2024 draw", "see you next week").
    """
    if setting.is_answer:
        return True
    year, month = moment.forms[0].year, moment.forms[0].month
    if month is None and year is not None:
        nearby = {chunks.kind(at) for at in range(stretch.first - _NEAR, stretch.last + _NEAR)}
        return today.year - PLAUSIBLE_YEARS <= year <= today.year and bool(nearby & _WORK_OR_SITTING)
    is_pointed = chunks[stretch.last - 1].text.startswith(("last ", "this ", "next ", "previous "))
    return setting.tells_of_sitting or (setting.is_plain and not is_pointed)


def _duration(chunks: Chunks, stretch: Stretch, length: Length, setting: _Setting) -> Fact | None:
    """ "14 months"; "few months" as an answer is a period of which nothing is known."""
    value = length.value()
    start, end = chunks.span(stretch.first, stretch.last)
    if value is None and setting.is_answer:
        return Fact("period", {"start": None, "end": None, "ongoing": False}, start, end, ambiguous=True)
    if value is None or not (setting.is_answer or setting.tells_of_work):
        return None
    return Fact("duration", value, start, end, length.ambiguous, length.readings())
