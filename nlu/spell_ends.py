"""The dates that a stretch of work comes to: its two ends read together, or the one end by the tense it is told in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from nlu.chunks import Chunks
from nlu.moments import Moment, Resolved, Role, resolve
from nlu.pairing import Ends, Paired, pair
from nlu.spells import Spell
from nlu.still_held import words

_REACH_OF_TENSE: Final = 8
#: "my job end in december" may be told so many days ahead.
_SOON: Final = 60


def read_ends(chunks: Chunks, spell: Spell, today: date) -> Paired:
    """The readings of a stretch of work, its ends read together where both are told."""
    if spell.begin and spell.finish:
        return pair(spell.begin, spell.finish, today, past=_is_past(chunks, spell))
    moment = spell.begin or spell.finish
    if moment is None:
        return Paired((Ends(None, None),), False, True)
    role = Role.START if spell.begin else Role.END
    is_to_come = role is Role.START and chunks[spell.first - 1].text == "will" and spell.first > 0
    future = is_to_come or (role is Role.END and _looks_ahead(chunks, spell))
    if role is Role.END and not future and "STOPPED" in {chunks.kind(at) for at in range(spell.first, spell.last)}:
        moment = over(moment, today)
    resolved = resolve(moment, today, role, future=future)
    if role is Role.END and _is_of_a_contract(chunks, spell):
        resolved = _with_the_next(moment, today)
    elif role is Role.END and not future and _is_told_without_tense(chunks, spell):
        resolved = _with_days_ahead(resolved, moment, today)
    ends = tuple(Ends(when, None) if spell.begin else Ends(None, when) for when in resolved.options)
    ambiguous = resolved.ambiguous or is_to_come or _is_late_start(ends, spell, today)
    return Paired(ends or (Ends(None, None),), ambiguous, not moment.vague)


def over(moment: Moment, today: date) -> Moment:
    """What "stopped oct 31" can mean: no month to come, where there is another reading."""
    past = tuple(form for form in moment.forms if form.year is None or form.when().first() <= today)
    return replace(moment, forms=past or moment.forms)


def _is_late_start(ends: tuple[Ends, ...], spell: Spell, today: date) -> bool:
    """A job that is held "since" a day to come."""
    return spell.ongoing and any(reading.begin is not None and reading.begin.first() > today for reading in ends)


def _is_past(chunks: Chunks, spell: Spell) -> bool:
    before = words(chunks, spell.first - _REACH_OF_TENSE, spell.first)
    return bool(before & {"worked", "was", "did", "had", "previously", "were"})


def _looks_ahead(chunks: Chunks, spell: Spell) -> bool:
    """ "i will work until june", "contract until june", but "my contract was until june"."""
    inside = range(max(0, spell.first - 4), spell.last)
    if any(chunks[at].text == "contract" and chunks[at + 1].text in ("was", "finished", "ended") for at in inside[:-1]):
        return False
    return any(chunks.kind(at) == "WILL" or chunks[at].text in ("ends", "finishes") for at in inside)


def _is_told_without_tense(chunks: Chunks, spell: Spell) -> bool:
    """ "my job finish in march" is mostly said of what is over."""
    return any(chunks[at].text.split()[:1] in (["end"], ["finish"]) for at in range(spell.first, spell.last))


def _is_of_a_contract(chunks: Chunks, spell: Spell) -> bool:
    """ "contract finish 31 october" may be told of one that is over, or of one that is held."""
    inside = range(max(0, spell.first - 4), spell.last)
    is_told = any(chunks[at].text == "contract" for at in inside) and _is_told_without_tense(chunks, spell)
    return is_told and not any(chunks[at].text in ("will", "ends", "finishes") for at in inside)


def _with_the_next(moment: Moment, today: date) -> Resolved:
    """The latest such day and the next one; only the latest, where it was so lately that the next is far off."""
    latest_one = resolve(moment, today, Role.END)
    if not latest_one.options or today - latest_one.options[0].last() <= timedelta(days=_SOON):
        return latest_one
    ahead = resolve(moment, today, Role.END, future=True)
    options = tuple(dict.fromkeys((*ahead.options, *latest_one.options)))
    return Resolved(options, latest_one.ambiguous or len(options) > 1)


def _with_days_ahead(over: Resolved, moment: Moment, today: date) -> Resolved:
    """The readings that are over, and those of the next weeks beside them, to be asked."""
    latest_day = today + timedelta(days=_SOON)
    ahead = resolve(moment, today, Role.END, future=True).options
    soon = tuple(when for when in ahead if today < when.last() and when.first() <= latest_day)
    options = tuple(dict.fromkeys((*over.options, *soon)))
    return Resolved(options, over.ambiguous or len(options) > 1)
