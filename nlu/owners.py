"""What a stretch of time belongs to: work, a break from it, studies, a permit, a test, or another event of life.

"till april 2024" ends a job in one message, studies in a second and a permit in a third. The words beside it
tell, the nearest first; where none does, it is taken for work, since that is what is asked here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from nlu.chunks import Chunks
from nlu.patterns import classes
from nlu.stretches import Stretch, Wording


class Owner(Enum):
    WORK = "work"
    BREAK = "break"
    STUDY = "study"
    PERMIT = "permit"
    EXAM = "exam"
    LIFE = "life"
    LAYOFF = "layoff between two stretches of work"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Owned:
    """A stretch with its owner."""

    stretch: Stretch
    owner: Owner


_BOUNDARIES: Final = classes("MOMENT LENGTH NEWLINE SEMICOLON DOT BULLET QUESTION")
_AHEAD_ENDS: Final = _BOUNDARIES | classes(
    "COMMA AND THEN FROM SINCE TO STARTED STOPPED BACK WORKED WAS BEFORE AFTER TITLE BUT CORRECTION WITH"
)
_WORK_WORDS: Final = classes("WORKED TITLE HOUR SHIFT")
_BREAK_WORDS: Final = classes("OFF LEAVE LAYOFF BREAK VACATION WENT SICK LEAVEKIND")
_UNPAID_WORK: Final = frozenset(("training", "trial", "internship", "intern", "volunteering", "volunteer", "stage"))
UNPAID: Final = frozenset(("unpaid", "un paid"))
_COLLEGES: Final = frozenset(
    ("conestoga", "seneca", "humber", "sheridan", "centennial", "fanshawe", "algonquin", "langara", "lambton", "mohawk",
     "camosun", "kwantlen", "georgian", "loyalist", "confederation", "canadore", "durham", "niagara", "douglas",
     "sait", "nait", "bcit", "kpu", "ubc", "sfu", "mcgill", "concordia", "york", "tru", "uwindsor", "dalhousie")
)  # fmt: skip
_NO_WORK: Final = classes("VACATION WENT BREAK")
#: "cut off", "pay off": the last word of these is no time off.
_NOT_OFF: Final = frozenset(("cut", "drop", "pay", "paid", "turn", "kick", "well", "better", "sign", "day", "on"))
_REACH_BACK: Final = 9
_REACH_AHEAD: Final = 4


def owner(chunks: Chunks, stretch: Stretch, after: int = 0) -> Owner:
    """The owner of a stretch. ``after``: the chunk before which nothing belongs to it (the last stretch's end)."""
    inside = [at for at in range(stretch.first, stretch.last) if chunks.kind(at) not in ("MOMENT", "LENGTH")]
    if stretch.wording is Wording.END and chunks.kind(stretch.first) == "LAYOFF":
        return Owner.WORK
    if stretch.wording is Wording.END and _ends_at_a_college(chunks, inside):
        return Owner.STUDY
    if stretch.wording is Wording.END and _fills_a_length(chunks, stretch):
        return Owner.LIFE
    if stretch.wording in (Wording.START, Wording.END) and (found := _told_by(chunks, inside, stretch)):
        return found
    if stretch.wording is Wording.START and _has(chunks, inside, _WORK_WORDS):
        return Owner.WORK  # "got my pgwp and started at a bank as a teller in july"
    back = _before(chunks, stretch.first, after)
    if found := _told_by(chunks, back, stretch):
        return Owner.BREAK if found is Owner.LIFE and _was_on_leave(chunks, back, stretch) else found
    ahead = _ahead(chunks, stretch.last)
    following = chunks[stretch.last] if stretch.last < len(chunks) else None
    if following and stretch.length and (following.kind in ("REMAINING", "OLD", "PROCESS") or following.text == "left"):
        return Owner.LIFE
    if "VACATION" in {chunks.kind(at) for at in ahead}:
        return Owner.BREAK if _told_by(chunks, ahead, stretch) is Owner.BREAK else Owner.LIFE
    found = _told_by(chunks, ahead, stretch)
    if {"JOBLESS", "PROCESS"} & {chunks.kind(at) for at in ahead} and (
        stretch.length or stretch.wording is Wording.SINCE
    ):
        return Owner.LIFE
    if found in (Owner.BREAK, Owner.STUDY) and not _has(chunks, back, _WORK_WORDS):
        return found
    return Owner.WORK


def _ends_at_a_college(chunks: Chunks, inside: Sequence[int]) -> bool:
    """ "finished at humber april 2025"; "left seneca in may" may be a job, too."""
    finished = any(chunks[at].text.startswith(("finish", "complet")) for at in inside)
    return finished and not _has(chunks, inside, _WORK_WORDS) and bool({chunks[at].text for at in inside} & _COLLEGES)


def _fills_a_length(chunks: Chunks, stretch: Stretch) -> bool:
    """ "i will finish one year on 14 january": a year is full then, and the job goes on."""
    if not chunks[stretch.first].text.startswith("finish"):
        return False
    amount = stretch.first + 1 + (chunks.kind(stretch.first + 1) in ("MY", "THE"))
    is_length = chunks.kind(amount) in ("NUM", "ART", "AN") and chunks.kind(amount + 1) in ("YEARS", "MONTHS")
    return is_length and chunks.kind(amount + 2) in ("ON", "IN", "OF", "MOMENT")


def _was_on_leave(chunks: Chunks, back: Sequence[int], stretch: Stretch) -> bool:
    """ "went to manila 15 dec - 20 jan on unpaid leave"."""
    has_days = stretch.wording in (Wording.RANGE, Wording.LONE)
    return has_days and _has(chunks, back, classes("WENT")) and is_named_leave(chunks, stretch.last)


def is_named_leave(chunks: Chunks, last: int) -> bool:
    """Whether the words after some days call them a leave: "15 dec - 20 jan on unpaid leave"."""
    for at in range(last, min(last + _REACH_AHEAD + 1, len(chunks))):
        if chunks.kind(at) in _BOUNDARIES or chunks.kind(at) in ("BUT", "RATE", "THEN"):
            return False
        if chunks.kind(at) == "LEAVE":
            return True
    return False


def _before(chunks: Chunks, first: int, after: int) -> list[int]:
    """The places before a stretch, nearest first, up to the last boundary.

    A comma is one, too, but not in what heads the dates: "sick leave, hernia operation: 18 aug - 10 oct".
    """
    is_headed = chunks.kind(first - 1) == "COLON"
    places = []
    for at in range(first - 1, max(first - 1 - _REACH_BACK, after - 1, -1), -1):
        is_parted = chunks.kind(at) in ("COMMA", "BUT") and at < first - 1 and not is_headed
        if chunks.kind(at) in _BOUNDARIES or is_parted:
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


def _has(chunks: Chunks, places: Sequence[int], kinds: frozenset[str]) -> bool:
    return any(chunks.kind(at) in kinds for at in places)


def _told_by(chunks: Chunks, places: Sequence[int], stretch: Stretch) -> Owner | None:
    """What the words at some places say, the first that says anything."""
    kinds = {chunks.kind(at) for at in places}
    works = bool(kinds & _WORK_WORDS)
    for at in places:
        if found := _told_by_word(chunks, at, kinds, stretch, works=works):
            return found
    is_away = "FOREIGN" in kinds and not works and any(chunks[at].text in ("was", "were", "been") for at in places)
    return Owner.BREAK if is_away else None


def _told_by_word(chunks: Chunks, at: int, kinds: set[str], stretch: Stretch, *, works: bool) -> Owner | None:
    kind = chunks.kind(at)
    if kind == "WORKED" and chunks.kind(at - 1) == "NOT" and at + 1 == stretch.first:
        # "did not work from april to june"
        return Owner.BREAK if stretch.wording in (Wording.RANGE, Wording.LONE) else Owner.LIFE
    if kind in _BREAK_WORDS and "NOT" in (chunks.kind(at - 1), chunks.kind(at - 2)):
        return None
    if kind in _BREAK_WORDS:
        return Owner.BREAK if is_break_word(chunks, at, kinds) else Owner.LIFE if kind in _NO_WORK else None
    if kind == "STUDY" and not _is_part_of_a_title(chunks, at, works=works) and not (works and _is_over(chunks, at)):
        return Owner.STUDY
    if kind == "SCHOOL" and not works:
        return Owner.STUDY
    if kind == "EXAM":
        is_of_school = chunks[at].text == "exams" or chunks[at - 1].text in ("last", "final")
        return Owner.LIFE if "WILL" in kinds else Owner.STUDY if is_of_school and at else Owner.EXAM
    if kind == "PERMIT" or kind == "EXPIRE":
        return _told_by_permit(chunks, at, kinds, stretch, works=works)
    if kind == "COMPLETE":
        return Owner.LIFE if stretch.wording in (Wording.LENGTH, Wording.LONE) else None
    if kind == "PROCESS" and chunks.kind(at + 1) == "COLON":
        return None  # "my case: cook, sep 22 - apr 24"
    if kind in ("TROUBLE", "JOBLESS", "PROCESS"):
        return Owner.LIFE
    if kind in ("ARRIVED", "BORN") or (kind == "APPLIED" and not works):
        return None if stretch.wording is Wording.SINCE and at >= stretch.first else Owner.LIFE
    is_test_name = kind == "CANADA" and chunks.kind(at - 1) == "EXAM"
    if kind in ("LIVED", "CANADA") and not works and not is_test_name and (stretch.wording is not Wording.RANGE):
        return Owner.LIFE
    if kind == "WILL" and stretch.wording is Wording.LONE:
        return Owner.LIFE
    if kind in ("SHIFT", "HOUR") and chunks.kind(at - 1) == "NOT" and stretch.wording is Wording.LONE:
        return Owner.LIFE  # "no shifts in december": neither a start nor an end
    return None


def _is_part_of_a_title(chunks: Chunks, at: int, *, works: bool) -> bool:
    """ "worked as student advisor"."""
    return works and chunks[at].text.startswith("stud") and chunks.kind(at + 1) == "WORD"


def _is_over(chunks: Chunks, at: int) -> bool:
    """ "then after my graduation business analyst since january": the work came after the studies."""
    return "AFTER" in (chunks.kind(near) for near in range(at - 3, at))


def _told_by_permit(chunks: Chunks, at: int, kinds: set[str], stretch: Stretch, *, works: bool) -> Owner | None:
    """ "cook on pgwp since may" tells of the work, "on pgwp since may" and "pgwp expires in may" of the permit."""
    is_lost = bool(kinds & {"EXPIRE", "NOT", "OUT"}) or any(
        chunks[near].text == "lost" for near in range(max(0, at - 3), at)
    )
    if works and not (is_lost and stretch.wording in (Wording.END, Wording.LONE)):
        return None
    is_parted = chunks.kind(stretch.first - 1) in ("COMMA", "AND")
    if is_parted and not is_lost and (stretch.ongoing or _is_only_date(chunks, stretch)) and _tells_of_work(chunks):
        return None  # "cook, open permit, since may": one item of a list each
    return Owner.PERMIT


def _is_only_date(chunks: Chunks, stretch: Stretch) -> bool:
    """Whether the message has no other date, so that the job has these or none."""
    return all(stretch.first <= at < stretch.last for at in chunks.moments)


def _tells_of_work(chunks: Chunks) -> bool:
    return _has(chunks, range(len(chunks)), _WORK_WORDS)


def is_break_word(chunks: Chunks, at: int, kinds: set[str]) -> bool:
    """Not "off campus", "no leave", "paid leave", "cut off"; "went" only where it goes home or abroad."""
    kind = chunks.kind(at)
    before = chunks[at - 1].text if at else ""
    if chunks.kind(at - 1) == "RATE":
        return False
    if kind == "OFF":
        following = chunks[at + 1].text if at + 1 < len(chunks) else ""
        return following != "campus" and before not in _NOT_OFF and chunks.kind(at - 1) != "SLASH"
    if kind == "BREAK" and "BETWEEN" in [chunks.kind(near) for near in range(at, at + 6)]:
        return False
    if kind == "WENT":
        is_paid = any(chunks.kind(near) in ("RATE", "VACATION") for near in range(at - 4, at + 10))
        return bool(kinds & {"HOME", "FOREIGN", "OUT", "BACK"}) and not is_paid
    if kind == "VACATION":
        return bool(UNPAID & {before, chunks[at - 2].text if at > 1 else ""})
    if kind == "LEAVEKIND":
        after = chunks[at + 1] if at + 1 < len(chunks) else None
        is_work = after is not None and (after.kind in _WORK_WORDS or after.text in _UNPAID_WORK)
        return chunks[at].text in UNPAID and chunks.kind(at - 1) == "LENGTH" and not is_work
    return True
