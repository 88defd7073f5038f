"""What a stretch of time belongs to: work, a break from it, studies, a permit, a test, or another event of life.

"till april 2024" ends a job in one message, studies in a second and a permit in a third. The words beside it
tell; where none does, it is taken for work, since that is what is asked here.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from nlu.chunks import Chunks
from nlu.stretches import Stretch, Wording


class Owner(Enum):
    WORK = "work"
    BREAK = "break"
    STUDY = "study"
    PERMIT = "permit"
    EXAM = "exam"
    LIFE = "life"


_BOUNDARIES: Final = frozenset("MOMENT LENGTH NEWLINE SEMICOLON DOT BULLET QUESTION".split())
_BREAK_WORDS: Final = frozenset("OFF LEAVE LAYOFF BREAK VACATION WENT".split())
_AHEAD_ENDS: Final = _BOUNDARIES | frozenset("COMMA AND THEN FROM SINCE TO STARTED STOPPED BACK WORKED WAS".split())
_REACH_BACK: Final = 9
_REACH_AHEAD: Final = 4


def owner(chunks: Chunks, stretch: Stretch, after: int = 0) -> Owner:
    """The owner of a stretch. ``after``: the chunk before which nothing belongs to it (the last stretch's end)."""
    inside = [at for at in range(stretch.first, stretch.last) if chunks.kind(at) not in ("MOMENT", "LENGTH")]
    if stretch.wording in (Wording.START, Wording.END) and (found := _owner_in(chunks, inside, stretch)):
        return found
    back = _before(chunks, stretch.first, after)
    if found := _owner_in(chunks, back, stretch):
        return found
    following = _ahead(chunks, stretch.last)
    ahead = _owner_in(chunks, following, stretch)
    if ahead is Owner.LIFE and "VACATION" in {chunks.kind(at) for at in following}:
        return Owner.LIFE
    return ahead if ahead in (Owner.BREAK, Owner.STUDY) and not _tells_of_work(chunks, back) else Owner.WORK


def _before(chunks: Chunks, first: int, after: int) -> list[int]:
    """The places before a stretch, nearest first, up to the last boundary."""
    places = []
    for at in range(first - 1, max(first - 1 - _REACH_BACK, after - 1, -1), -1):
        if chunks.kind(at) in _BOUNDARIES or (chunks.kind(at) == "COMMA" and at < first - 1):
            break
        places.append(at)
    return places


def _ahead(chunks: Chunks, last: int) -> list[int]:
    places = []
    for at in range(last, min(last + _REACH_AHEAD, len(chunks))):
        if chunks.kind(at) in _AHEAD_ENDS:
            break
        places.append(at)
    return places


def _tells_of_work(chunks: Chunks, places: list[int]) -> bool:
    return any(chunks.kind(at) in ("WORKED", "FULLTIME", "PARTTIME", "HOUR") for at in places)


def _owner_in(chunks: Chunks, places: list[int], stretch: Stretch) -> Owner | None:
    """The first word that tells, nearest first."""
    kinds = {chunks.kind(at) for at in places}
    works = _tells_of_work(chunks, places)
    for at in places:
        kind = chunks.kind(at)
        if kind in _BREAK_WORDS and is_break_word(chunks, at, kinds):
            return Owner.BREAK
        if kind == "VACATION":
            return Owner.LIFE
        if kind == "STUDY" and not (chunks[at].text.startswith("stud") and chunks.kind(at + 1) == "WORD" and works):
            return Owner.STUDY
        if kind == "SCHOOL" and not works:
            return Owner.STUDY
        if kind == "EXAM":
            return Owner.EXAM
        if kind == "EXPIRE" or (kind == "PERMIT" and stretch.wording in (Wording.END, Wording.LONE) and not works):
            return Owner.PERMIT
        if kind == "PERMIT" and "APPLIED" in kinds:
            return Owner.PERMIT
        if kind in ("ARRIVED", "BORN") or kind == "APPLIED" and not works:
            return None if stretch.wording is Wording.SINCE else Owner.LIFE
        if kind in ("LIVED", "CANADA") and not works and stretch.wording in (Wording.LAST, Wording.LENGTH, Wording.SINCE):
            return Owner.LIFE
    if "FOREIGN" in kinds and "WAS" in kinds and not works:
        return Owner.BREAK
    return None


def is_break_word(chunks: Chunks, at: int, kinds: set[str]) -> bool:
    """Not "off campus", "no leave", "paid leave"; "went" only where it goes home or abroad."""
    kind = chunks.kind(at)
    before = {chunks.kind(at - 1), chunks.kind(at - 2)}
    if "NOT" in before or chunks.kind(at - 1) == "RATE":
        return False
    if kind == "OFF":
        nearby = chunks[at + 1].text if at + 1 < len(chunks) else ""
        return nearby != "campus" and chunks.kind(at - 1) not in ("ON", "SLASH")
    if kind == "WENT":
        return bool(kinds & {"HOME", "FOREIGN", "OUT", "BACK"})
    if kind == "VACATION":
        return bool(kinds & {"LEAVEKIND"})
    return True
