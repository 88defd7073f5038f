"""Stretches of work: each start with the end that is told for it, and whether the job is still held.

"since" says that it is; "from" and "started" leave the end open, which the conversation asks. "joined aug 24 ...
resigned feb 26" is one stretch told in two places; "since then" begins where the stretch before it ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from nlu.chunks import Chunks
from nlu.contrasts import Rejected, rejected
from nlu.durations import Length
from nlu.layoffs import with_layoffs
from nlu.moments import Form, Moment, days_back, months_back
from nlu.owners import Owned as Owned
from nlu.owners import Owner, owner
from nlu.patterns import classes
from nlu.still_held import AM, SENTENCE_ENDS, is_at_work, is_said_to_be_held, is_said_to_go_on, words
from nlu.stretches import Stretch, Wording, stretches
from nlu.text import Text

#: So many words before a stretch may still say "currently", "been" or "worked" of it.
_REACH_BACK: Final = 20
_REACH_OF_AUXILIARY: Final = 12
_REACH_OF_TITLE: Final = 4
#: Words between a start and its end that belong to facts of their own.
_OTHER_FACTS: Final = classes("TITLE HOUR NUM DEC BIG FULLTIME PARTTIME SHIFT FTE LENGTH MOMENT EXAM PERMIT LEAVE OFF")
_GOES_ON: Final = classes("STILL NOW TILLNOW ONWARD")
_CALLED: Final = frozenset(("call", "called", "hire", "hired", "took", "take"))
_JOINS_A_LENGTH: Final = classes("IN ON FOR THE AND")
#: Nobody has held a job for longer; so many months or days ago are a slip.
_MOST_MONTHS, _MOST_DAYS = 600, 20_000


def owned_stretches(chunks: Chunks, text: Text) -> list[Owned]:
    """The stretches of a message, each with what it belongs to; a date that is taken back belongs to nothing."""
    owned: list[Owned] = []
    after = 0
    taken_back = rejected(text.folded)
    for found in stretches(chunks):
        stretch, is_old = _without_old(chunks, found, taken_back)
        whose = Owner.TAKEN_BACK if is_old else owner(chunks, found, after)
        if whose is Owner.WORK and owned:
            before = owned[-1]
            is_study = before.owner is Owner.STUDY and _finishes(chunks, stretch)
            whose = before.owner if is_study or _goes_with(chunks, before, stretch) else whose
        owned.append(Owned(stretch, whose))
        after = stretch.last
    return with_layoffs(chunks, owned)


def _without_old(chunks: Chunks, stretch: Stretch, taken_back: Rejected) -> tuple[Stretch, bool]:
    """The stretch without an end that is taken back ("from may to june, not ..."), and whether all of it is."""
    begin, finish = stretch.begin, stretch.finish
    if begin and finish and taken_back.holds(begin.start, begin.end):
        return replace(stretch, wording=Wording.LONE, begin=finish, finish=None), False
    spans = [(moment.start, moment.end) for moment in (begin, finish) if moment]
    if stretch.length:
        spans.append(chunks.span(stretch.first, stretch.last))
    return stretch, any(taken_back.holds(*span) for span in spans)


def _finishes(chunks: Chunks, stretch: Stretch) -> bool:
    """ "convocation was in june but i finished in april": what was told of last is what was finished."""
    said = chunks[stretch.first].text
    return stretch.wording is Wording.END and said.startswith(("finish", "complet"))


def _goes_with(chunks: Chunks, before: Owned, stretch: Stretch) -> bool:
    """The date of a length told just before ("a break of 2 months in 2025"), or the length of a date."""
    wordings = {before.stretch.wording, stretch.wording}
    between = {chunks.kind(at) for at in range(before.stretch.last, stretch.first)}
    return wordings == {Wording.LONE, Wording.LENGTH} and between <= _JOINS_A_LENGTH


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of work, put together from the stretches at ``places`` that tell its ends."""

    places: tuple[int, ...]
    first: int
    last: int
    begin: Moment | None
    finish: Moment | None
    ongoing: bool


def spells(chunks: Chunks, owned: Sequence[Owned], today: date) -> list[Spell]:
    """The stretches of work: each with a start of its own, and the end that is told after it."""
    told: list[Spell] = []
    for place, one in enumerate(owned):
        if one.owner is not Owner.WORK and not _begins_again(chunks, owned, place):
            continue
        if told and _closes(told[-1], one.stretch) and not _is_of_another_job(chunks, told[-1].last, one.stretch.first):
            told[-1] = _closed(chunks, told[-1], place, one.stretch)
        elif spell := _spell(chunks, owned, place, today):
            told.append(spell)
    return [_still_held(chunks, told, place) for place in range(len(told))]


def _begins_again(chunks: Chunks, owned: Sequence[Owned], place: int) -> bool:
    """ "since then", "they call me back in february": work, whatever was told before it."""
    stretch = owned[place].stretch
    if stretch.wording is Wording.RETURN:
        return _is_taken_back_on(chunks, stretch, owned[:place])
    return stretch.wording is Wording.SINCE_THEN


def _closes(spell: Spell, end: Stretch) -> bool:
    """Whether a stretch is the end of the work told before it: "... left in june", "... till now"."""
    if end.wording not in (Wording.END, Wording.UNTIL_NOW) or spell.finish is not None:
        return False
    return spell.begin is not None and (not spell.ongoing or end.wording is Wording.END)


def _is_of_another_job(chunks: Chunks, first: int, last: int) -> bool:
    """ "cook: started in may. baker: ended in june": a sentence that begins with a title speaks of that job."""
    between = [chunks.kind(at) for at in range(first, last)]
    return any(
        kind in SENTENCE_ENDS and "TITLE" in between[place + 1 : place + 1 + _REACH_OF_TITLE]
        for place, kind in enumerate(between)
    )


def _closed(chunks: Chunks, spell: Spell, place: int, end: Stretch) -> Spell:
    """The stretch with its end. Its span reaches as far as that only where it covers no other fact."""
    between = {chunks.kind(at) for at in range(spell.last, end.first)}
    last = spell.last if between & _OTHER_FACTS else end.last
    return replace(spell, places=(*spell.places, place), last=last, finish=end.finish, ongoing=end.finish is None)


def _spell(chunks: Chunks, owned: Sequence[Owned], place: int, today: date) -> Spell | None:
    """The stretch of work that begins here; None where the words tell no work of their own."""
    stretch = owned[place].stretch
    begin, ongoing = stretch.begin, stretch.ongoing
    if stretch.wording is Wording.SINCE_THEN:
        begin = None if chunks.kind(stretch.first - 1) == "BACK" else _then(owned[:place])
        if begin is None:
            return None
    elif stretch.wording is Wording.RETURN and _is_taken_back_on(chunks, stretch, owned[:place]):
        pass
    elif stretch.wording is Wording.RETURN:
        kinds = {chunks.kind(at) for at in range(stretch.first, stretch.last)}
        if not {"SINCE", "WORKED"} <= kinds or any(one.owner is Owner.BREAK for one in owned[:place]):
            return None
    elif stretch.wording is Wording.LAST or _has_gone_on(chunks, stretch):
        begin, ongoing = _so_long_ago(chunks, stretch, today), True
        if begin is None:
            return None
    elif stretch.wording in (Wording.LONE, Wording.LENGTH, Wording.WINDOW):
        return None
    return Spell((place,), stretch.first, stretch.last, begin, stretch.finish, ongoing)


def _is_taken_back_on(chunks: Chunks, stretch: Stretch, before: Sequence[Owned]) -> bool:
    """ "until october, then no work, they call me back in february": the job begins again."""
    is_closed = any(one.owner is Owner.WORK and one.stretch.finish is not None for one in before)
    after = {chunks.kind(at) for at in range(stretch.last, stretch.last + 3)}
    is_back_for_good = bool(after & _GOES_ON)
    is_called = is_back_for_good or bool(words(chunks, stretch.first - 2, stretch.first) & _CALLED)
    return is_closed and is_called and all(one.owner is not Owner.BREAK for one in before)


def _then(before: Sequence[Owned]) -> Moment | None:
    """What "since then" points to: the end of the stretch before, or the event told before."""
    for one in reversed(before):
        if moment := one.stretch.finish or one.stretch.begin:
            forms = tuple(form if form.month else form._replace(month=12) for form in moment.forms)
            return replace(moment, forms=forms, vague=moment.vague or forms != moment.forms)
    return None


def _has_gone_on(chunks: Chunks, stretch: Stretch) -> bool:
    """ "have been working for 14 months", "am working 2 years"."""
    if stretch.wording is not Wording.LENGTH:
        return False
    before = words(chunks, stretch.first - _REACH_OF_AUXILIARY, stretch.first)
    is_present = bool(before & AM) and bool(before & {"working", "employed"})
    is_still = any(chunks.kind(at) == "STILL" for at in range(stretch.last, stretch.last + 3))
    return "been" in before or is_present or is_still


def _so_long_ago(chunks: Chunks, stretch: Stretch, today: date) -> Moment | None:
    """The start of a stretch that has lasted so long and goes on."""
    length = stretch.length
    start, end = chunks.span(stretch.first, stretch.last)
    if length is None or length.amount is None:
        return Moment(start, end, (), vague=True)
    months, days = length.months(), length.days()
    if months is not None and months <= _MOST_MONTHS:
        when = months_back(today, months)
    elif days is not None and days <= _MOST_DAYS:
        when = days_back(today, days)
        when = when if length.unit == "day" else when._replace(day=None)
    else:
        return None
    # "for 2 years" is rounded, and a year more or less may decide.
    return Moment(start, end, (Form(*when),), vague=length.ambiguous or _is_rounded(length))


def _is_rounded(length: Length) -> bool:
    """ "2 years", but not "2 and a half years"."""
    return length.unit == "year" and length.amount is not None and length.amount == int(length.amount)


def _still_held(chunks: Chunks, told: Sequence[Spell], place: int) -> Spell:
    """ "started may 2024, still working there": the job goes on, where no end is told."""
    spell = told[place]
    if spell.finish is not None or spell.ongoing:
        return spell
    after = told[place + 1].first if place + 1 < len(told) else len(chunks)
    before = max(told[place - 1].last if place else 0, spell.first - _REACH_BACK)
    is_held = (
        is_at_work(chunks, spell.last)
        or is_said_to_go_on(chunks, spell.last, after)
        or is_said_to_be_held(chunks, before, spell.first)
    )
    return replace(spell, ongoing=is_held)
