"""When jobs were held: the stretches that belong to work, as period, date and duration facts.

"since" says that the job is still held; "from" and "started" leave its end open (null, not ongoing), which the
conversation asks. A start and an end told apart ("joined aug 24 ... resigned feb 26") make one period. How a date
without a year, or "may 24", is read stands in nlu.moments and nlu.pairing; what belongs to studies, a permit or
an arrival is left out (nlu.owners); breaks are nlu.breaks' part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from nlu.chunks import Chunks, chunks_of
from nlu.durations import Length
from nlu.contrasts import rejected
from nlu.facts import Fact
from nlu.moments import PLAUSIBLE_YEARS, Form, Moment, Role, When, days_back, months_back, resolve
from nlu.owners import Owner, owner
from nlu.pairing import Ends, Paired, pair
from nlu.stretches import Stretch, Wording, stretches
from nlu.text import Text


@dataclass(frozen=True, slots=True)
class Owned:
    """A stretch with its owner."""

    stretch: Stretch
    owner: Owner


def read_periods(text: Text, today: date) -> list[Fact]:
    """The period, date and duration facts of a message."""
    return periods_in(text, chunks_of(text, today), today)


def periods_in(text: Text, chunks: Chunks, today: date) -> list[Fact]:
    """The same, for a message already cut into chunks."""
    owned = owned_stretches(chunks, text)
    told = spells(chunks, owned, today)
    facts = [_period_fact(chunks, spell, today) for spell in told]
    used = {place for spell in told for place in spell.places}
    setting = _setting(chunks)
    for place, one in enumerate(owned):
        if place not in used and (fact := _other_fact(chunks, one, today, setting)):
            facts.append(fact)
    return sorted(facts, key=lambda fact: fact.start)


def owned_stretches(chunks: Chunks, text: Text) -> list[Owned]:
    """The stretches of a message, each with what it belongs to; a date that is taken back belongs to nothing."""
    owned: list[Owned] = []
    after = 0
    taken_back = rejected(text.folded)
    for stretch in stretches(chunks):
        whose = owner(chunks, stretch, after)
        if (
            whose is Owner.WORK
            and owned
            and owned[-1].owner is Owner.STUDY
            and _finishes(chunks, stretch)
        ):
            whose = Owner.STUDY
        if stretch.begin and taken_back.holds(stretch.begin.start, stretch.begin.end):
            if stretch.finish is None:
                whose = Owner.TAKEN_BACK
            else:
                stretch = replace(stretch, wording=Wording.LONE, begin=stretch.finish, finish=None)
        if stretch.length and taken_back.holds(*chunks.span(stretch.first, stretch.last)):
            whose = Owner.TAKEN_BACK
        if stretch.finish and taken_back.holds(stretch.finish.start, stretch.finish.end):
            whose = Owner.TAKEN_BACK
        if whose is Owner.WORK and owned and _goes_with(chunks, owned[-1], stretch):
            whose = owned[-1].owner
        owned.append(Owned(stretch, whose))
        after = stretch.last
    return owned


def _finishes(chunks: Chunks, stretch: Stretch) -> bool:
    """ "convocation was in june but i finished in april": what was told of last is what was finished."""
    return stretch.wording is Wording.END and chunks[stretch.first].text.startswith(
        ("finish", "complet")
    )


def _goes_with(chunks: Chunks, before: Owned, stretch: Stretch) -> bool:
    """The date of a length told just before ("a break of 2 months in 2025"), or the length of a date."""
    pair = {before.stretch.wording, stretch.wording}
    between = {chunks.kind(at) for at in range(before.stretch.last, stretch.first)}
    return pair == {Wording.LONE, Wording.LENGTH} and between <= {"IN", "ON", "FOR", "THE", "AND"}


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of work, put together from the stretches at ``places`` that tell its ends."""

    places: tuple[int, ...]
    first: int
    last: int
    begin: Moment | None
    finish: Moment | None
    ongoing: bool
    is_start: bool = True


def spells(chunks: Chunks, owned: Sequence[Owned], today: date) -> list[Spell]:
    """The stretches of work: each with a start of its own, and the end that is told after it."""
    found: list[Spell] = []
    for place, one in enumerate(owned):
        stretch = one.stretch
        if one.owner is Owner.WORK or stretch.wording is Wording.SINCE_THEN:
            _add(found, place, chunks, owned, today)
    return [_still_held(chunks, spell, found) for spell in found]


def _add(
    found: list[Spell], place: int, chunks: Chunks, owned: Sequence[Owned], today: date
) -> None:
    stretch = owned[place].stretch
    begin, finish, ongoing = stretch.begin, stretch.finish, stretch.ongoing
    last_told = found[-1] if found else None
    if stretch.wording in (Wording.END, Wording.UNTIL_NOW):
        if last_told and last_told.finish is None and _may_close(last_told, stretch):
            places = (*last_told.places, place)
            found[-1] = replace(
                last_told, places=places, last=stretch.last, finish=finish, ongoing=finish is None
            )
            return
    elif stretch.wording is Wording.SINCE_THEN:
        if chunks.kind(stretch.first - 1) == "BACK" or not (begin := _then(owned, place)):
            return
    elif stretch.wording is Wording.RETURN:
        kinds = {chunks.kind(at) for at in range(stretch.first, stretch.last)}
        if not {"SINCE", "WORKED"} <= kinds or any(
            one.owner is Owner.BREAK for one in owned[:place]
        ):
            return
    elif stretch.wording is Wording.LAST or _has_gone_on(chunks, stretch):
        if stretch.length is None or (begin := _so_long_ago(chunks, stretch, today)) is None:
            return
        ongoing = True
    elif stretch.wording in (Wording.LONE, Wording.LENGTH, Wording.WINDOW):
        return
    found.append(
        Spell((place,), stretch.first, stretch.last, begin, finish, ongoing, begin is not None)
    )


def _may_close(spell: Spell, end: Stretch) -> bool:
    return spell.is_start and (not spell.ongoing or end.wording is Wording.END)


def _then(owned: Sequence[Owned], place: int) -> Moment | None:
    """What "since then" points to: the end of the stretch before, or the event told before."""
    for one in reversed(owned[:place]):
        if moment := one.stretch.finish or one.stretch.begin:
            forms = tuple(form if form.month else form._replace(month=12) for form in moment.forms)
            return replace(moment, forms=forms, vague=moment.vague or forms != moment.forms)
    return None


def _has_gone_on(chunks: Chunks, stretch: Stretch) -> bool:
    """ "have been working for 14 months", "am working 2 years"."""
    if stretch.wording is not Wording.LENGTH:
        return False
    before = [chunks[at].text for at in range(max(0, stretch.first - 12), stretch.first)]
    if "been" in before:
        return True
    present = {"am", "i'm", "im"} & set(before) and {"working", "employed"} & set(before)
    return bool(present) or any(
        chunks.kind(at) == "STILL" for at in range(stretch.last, min(stretch.last + 3, len(chunks)))
    )


def _so_long_ago(chunks: Chunks, stretch: Stretch, today: date) -> Moment | None:
    """The start of a stretch that has lasted so long and goes on."""
    length = stretch.length
    start, end = chunks.span(stretch.first, stretch.last)
    if length is None or length.amount is None:
        return Moment(start, end, (), vague=True)
    months, days = length.months(), length.days()
    if months is not None and months <= 600:
        when = months_back(today, months)
    elif days is not None and days <= 20000:
        when = days_back(today, days)
        when = when if length.unit == "day" else when._replace(day=None)
    else:
        return None
    return Moment(start, end, (Form(*when),), vague=length.ambiguous)


#: In a message of so few words a lone year or "few months" is the answer.
_SHORT_MESSAGE: Final = 8
#: A date among more unknown words than these, and no word of work, tells of something else.
_FEW_WORDS: Final = 3
_SMALL_WORDS: Final = frozenset(
    "yes ya yeah no ok i it its it's that made think believe exactly only just total i've remember sure sometime somewhere".split()
)
_WORK: Final = frozenset(
    "TITLE WORKED HOUR STARTED STOPPED FULLTIME PARTTIME SHIFT CORRECTION CHANGE".split()
)
_WORK_OR_CORRECTION: Final = _WORK | {"TOOK"}
#: So many words before a period may still say "currently" of it.
_REACH_BACK: Final = 20
_SENTENCE_ENDS: Final = frozenset(("DOT", "NEWLINE", "SEMICOLON", "BULLET"))


def _still_held(chunks: Chunks, spell: Spell, told: Sequence[Spell]) -> Spell:
    """ "started may 2024, still working there": the job goes on, where no end is told."""
    if spell.finish is not None or spell.ongoing:
        return spell
    place = told.index(spell)
    following = told[place + 1].first if place + 1 < len(told) else len(chunks)
    begins = max(told[place - 1].last if place else 0, spell.first - _REACH_BACK)
    for at in range(spell.last, following):
        is_back = chunks.kind(at) == "BACK" and chunks.kind(at + 1) == "SINCE"
        if is_back or (chunks.kind(at) == "STILL" and chunks.kind(at - 1) != "NOT"):
            return replace(spell, ongoing=True)
    for at in range(spell.first - 1, begins - 1, -1):
        if chunks.kind(at) in _SENTENCE_ENDS:
            break
        if (
            chunks.kind(at) == "STILL"
            or chunks[at].text in ("am", "i'm", "im")
            and "working" in _words(chunks, at, spell.first)
        ):
            return replace(spell, ongoing=True)
    return spell


def _words(chunks: Chunks, first: int, last: int) -> set[str]:
    return {chunks[at].text for at in range(first, last)}


def _period_fact(chunks: Chunks, spell: Spell, today: date) -> Fact:
    paired = read_ends(chunks, spell, today)
    values = tuple(_value(ends, ongoing=spell.ongoing) for ends in paired.readings)
    start, end = chunks.span(spell.first, spell.last)
    listed = values if paired.listed and len(values) > 1 else ()
    comes_and_goes = chunks.kind(spell.first - 1) == "VARY"
    return Fact("period", values[0], start, end, paired.ambiguous or comes_and_goes, listed)


def read_ends(chunks: Chunks, spell: Spell, today: date) -> Paired:
    """The readings of a stretch of work, its ends read together where both are told."""
    if spell.begin and spell.finish:
        return pair(spell.begin, spell.finish, today, past=_is_past(chunks, spell))
    moment = spell.begin or spell.finish
    if moment is None:
        return Paired((Ends(None, None),), False, True)
    role = Role.START if spell.begin else Role.END
    future = role is Role.END and _looks_ahead(chunks, spell)
    resolved = resolve(moment, today, role, future=future)
    ends = tuple(Ends(when, None) if spell.begin else Ends(None, when) for when in resolved.options)
    ambiguous = resolved.ambiguous or _is_late_start(ends, spell, today)
    return Paired(ends or (Ends(None, None),), ambiguous, not moment.vague)


def _is_late_start(ends: tuple[Ends, ...], spell: Spell, today: date) -> bool:
    """A job that is held "since" a day to come."""
    return spell.ongoing and any(
        reading.begin is not None and reading.begin.first() > today for reading in ends
    )


def _is_past(chunks: Chunks, spell: Spell) -> bool:
    before = {chunks[at].text for at in range(max(0, spell.first - 8), spell.first)}
    return bool(before & {"worked", "was", "did", "had", "previously", "were"})


def _looks_ahead(chunks: Chunks, spell: Spell) -> bool:
    inside = range(max(0, spell.first - 4), spell.last)
    return any(
        chunks.kind(at) == "WILL" or chunks[at].text in ("ends", "end", "finishes", "finish")
        for at in inside
    )


def _other_fact(chunks: Chunks, one: Owned, today: date, setting: _Setting) -> Fact | None:
    """A lone date or a length, unless it belongs to something else than work or a test."""
    stretch = one.stretch
    start, end = chunks.span(stretch.first, stretch.last)
    if stretch.wording is Wording.LENGTH and stretch.length and one.owner is Owner.WORK:
        is_told = setting.is_answer or (stretch.length.amount is not None and setting.tells_of_work)
        return _duration_fact(stretch.length, start, end) if is_told else None
    moment = stretch.begin or stretch.finish
    if moment is None or not moment.forms or stretch.wording is Wording.LENGTH:
        return None
    is_exam = one.owner is Owner.EXAM
    is_ours = one.owner in (Owner.WORK, Owner.TAKEN_BACK)
    if not is_exam and (
        not is_ours
        or stretch.wording is not Wording.LONE
        or not _tells(chunks, stretch, moment, today, setting)
    ):
        return None
    resolved = resolve(moment, today, Role.LONE)
    if is_exam and resolved.options[0].first() > today:
        return None
    values = tuple({"date": when.text()} for when in resolved.options)
    listed = values if len(values) > 1 and not moment.vague else ()
    kind = "test_date" if is_exam else "date"
    return Fact(kind, values[0], moment.start, moment.end, resolved.ambiguous, listed)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the whole message is like: a bare answer, a telling of work, or of few unknown words."""

    is_answer: bool
    tells_of_work: bool
    tells_or_corrects: bool
    is_plain: bool


def _setting(chunks: Chunks) -> _Setting:
    kinds = {token.kind for token in chunks.items}
    unknown = [token for token in chunks.items if token.kind == "WORD"]
    others = [token for token in unknown if token.text not in _SMALL_WORDS]
    return _Setting(
        is_answer=len(chunks) <= _SHORT_MESSAGE and not others,
        tells_of_work=bool(kinds & _WORK),
        tells_or_corrects=bool(kinds & _WORK_OR_CORRECTION),
        is_plain=len(unknown) <= _FEW_WORDS,
    )


def _tells(
    chunks: Chunks, stretch: Stretch, moment: Moment, today: date, setting: _Setting
) -> bool:
    """Whether a lone date is worth asking about.

    "2024" or "this month" beside no word of work may be anything ("the 2024 draw", "see you next week").
    """
    if setting.is_answer:
        return True
    year, month = moment.forms[0].year, moment.forms[0].month
    if month is None and year is not None:
        nearby = {chunks.kind(at) for at in range(stretch.first - 6, stretch.last + 6)}
        return today.year - PLAUSIBLE_YEARS <= year <= today.year and bool(
            nearby & _WORK_OR_CORRECTION
        )
    is_pointed = chunks[stretch.last - 1].text.startswith(("last ", "this ", "next ", "previous "))
    return setting.tells_or_corrects or (setting.is_plain and not is_pointed)


def _duration_fact(length: Length, start: int, end: int) -> Fact | None:
    value = length.value()
    if value is None:
        return Fact(
            "period", {"start": None, "end": None, "ongoing": False}, start, end, ambiguous=True
        )
    return Fact("duration", value, start, end, length.ambiguous, length.readings())


def _value(ends: Ends, *, ongoing: bool) -> dict[str, Any]:
    return {
        "start": ends.begin.text() if ends.begin else None,
        "end": ends.end.text(last=True) if ends.end else None,
        "ongoing": ongoing,
    }
