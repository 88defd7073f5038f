"""A layoff or a closed season between two stretches of one job, told in any order: each stretch gets its ends.

"laid off dec 2024, called back april 2025. roofer, hired may 2024" is work from may to december 2024, and again
since april 2025. Leave is no layoff: it stays a part of the job that does not count (nlu.breaks).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlu.chunks import Chunks
from nlu.moments import Form, Moment, days_back, months_back
from nlu.owners import Owned, Owner
from nlu.patterns import classes
from nlu.stretches import Stretch, Wording

_SEASON: Final = frozenset(("season", "seasonal", "winter", "shutdown", "temporada", "saison", "closed"))
_MAY_BE_LAYOFF: Final = frozenset((Owner.BREAK, Owner.WORK))
_BEGINS: Final = frozenset((Wording.START, Wording.SINCE))
_ENDS_THE_SENTENCE: Final = classes("DOT NEWLINE SEMICOLON")


def with_layoffs(chunks: Chunks, owned: Sequence[Owned]) -> list[Owned]:
    """The stretches, where one layoff and a return are told and one start before them, as two stretches of work."""
    out = [at for at, one in enumerate(owned) if _is_layoff(chunks, owned, at)]
    back = [at for at, one in enumerate(owned) if one.stretch.wording is Wording.RETURN]
    begun = [at for at, one in enumerate(owned) if one.owner is Owner.WORK and one.stretch.wording in _BEGINS]
    if not len(out) == len(back) == len(begun) == 1 or back[0] < out[0]:
        return list(owned)
    told = {Owner.WORK, Owner.BREAK}
    if any(
        one.owner in told and _has_days(one.stretch) for at, one in enumerate(owned) if at not in out + back + begun
    ):
        return list(owned)
    layoff, again, first = (owned[at].stretch for at in (out[0], back[0], begun[0]))
    end = _last_at_work(layoff)
    if end is None or again.begin is None or first.begin is None or not _in_order(first.begin, end, again.begin):
        return list(owned)
    ongoing = first.ongoing or any(one.stretch.wording is Wording.UNTIL_NOW for one in owned)
    parted = list(owned)
    parted[out[0]] = Owned(layoff, Owner.LAYOFF)
    parted[back[0]] = Owned(replace(again, wording=Wording.START, ongoing=ongoing), Owner.WORK)
    parted[begun[0]] = Owned(replace(first, wording=Wording.RANGE, finish=end, ongoing=False), Owner.WORK)
    return parted


def _is_layoff(chunks: Chunks, owned: Sequence[Owned], at: int) -> bool:
    one = owned[at]
    if one.stretch.wording not in (Wording.LONE, Wording.RANGE, Wording.END) or one.owner not in _MAY_BE_LAYOFF:
        return False
    begins = owned[at - 1].stretch.last if at else 0
    for near in range(one.stretch.last - 1, begins - 1, -1):
        if chunks.kind(near) in _ENDS_THE_SENTENCE:
            break
        if chunks.kind(near) == "LAYOFF":
            return True
    return one.owner is Owner.BREAK and _has_seasons(chunks)


def _has_seasons(chunks: Chunks) -> bool:
    """ "ski shop closed for the season, so off from may to october"."""
    return any(token.text in _SEASON for token in chunks.items)


def _has_days(stretch: Stretch) -> bool:
    return stretch.begin is not None or stretch.finish is not None


def _last_at_work(layoff: Stretch) -> Moment | None:
    """The day or month a layoff begins with; the day or month before a stretch off."""
    moment = layoff.begin or layoff.finish
    if layoff.wording is not Wording.RANGE:
        return moment if _only(moment) else None
    form, last = _only(layoff.begin, may_be_yearless=True), _only(layoff.finish)
    if moment is None or form is None or last is None:
        return None
    if form.year is None:
        # "from 1 may to 31 oct 2025": the year is told of the end only.
        form = form._replace(year=(last.year or 0) - ((form.month or 0) > (last.month or 0)))
    when = form.when()
    before = days_back(when.first(), 1) if form.day else months_back(when.first(), 1)
    return replace(moment, forms=(Form(*before),))


def _only(moment: Moment | None, *, may_be_yearless: bool = False) -> Form | None:
    """The one day or month that a moment can be; None where its year is open."""
    forms = moment.forms if moment and not moment.vague else ()
    is_sure = len(forms) == 1 and forms[0].month is not None
    return forms[0] if is_sure and (forms[0].year or may_be_yearless) else None


def _in_order(*moments: Moment) -> bool:
    forms = [_only(moment) for moment in moments]
    whens = [form.when().first() for form in forms if form]
    return len(whens) == len(forms) and whens == sorted(whens)
