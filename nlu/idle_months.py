"""Parts a stretch of work at a month in which there was no work: "jan 2025 to now but february 2026 no work"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlu.chunks import Chunks
from nlu.moments import Form, Moment, When, months_back
from nlu.spells import Owned, Spell
from nlu.stretches import Stretch, Wording


def parted(chunks: Chunks, owned: Sequence[Owned], told: list[Spell]) -> list[Spell]:
    """ "jan 2025 to now but february 2026 no work all month": the stretch before and the one after that month."""
    for place, one in enumerate(owned):
        idle = one.stretch
        month = _lone_month(idle.begin) if idle.wording is Wording.LONE else None
        if month is None or "JOBLESS" not in {chunks.kind(at) for at in (idle.first - 1, idle.first - 2, idle.last)}:
            continue
        for at, spell in enumerate(told):
            if _reaches_over(spell, month):
                before, after = _month_beside(idle, month, -1), _month_beside(idle, month, 1)
                rest = replace(spell, places=(place,), first=idle.first, last=idle.last, begin=after)
                told[at : at + 1] = [replace(spell, finish=before, ongoing=False), rest]
                break
    return told


def _lone_month(moment: Moment | None) -> When | None:
    """The one month that a moment can be, None where it is a day, a year, or more than one."""
    if moment is None or moment.vague or len(moment.forms) != 1:
        return None
    form = moment.forms[0]
    return None if form.year is None or form.month is None or form.day else form.when()


def _reaches_over(spell: Spell, month: When) -> bool:
    """Whether the stretch surely begins before the month and ends after it."""
    begins = spell.begin.forms if spell.begin else ()
    if not begins or any(form.year is None or form.when().last() >= month.first() for form in begins):
        return False
    if spell.finish is None:
        return spell.ongoing
    return all(form.year is not None and form.when().first() > month.last() for form in spell.finish.forms)


def _month_beside(idle: Stretch, month: When, away: int) -> Moment:
    beside = months_back(month.first(), -away)
    start, end = (idle.begin.start, idle.begin.end) if idle.begin else (0, 0)
    return Moment(start, end, (Form(*beside),))
