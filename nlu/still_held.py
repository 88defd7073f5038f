"""Whether a job is said to go on: "still working there", "currently cook from may", "i am working from may"."""

from __future__ import annotations

from typing import Final

from nlu.chunks import Chunks
from nlu.patterns import classes

SENTENCE_ENDS: Final = classes("DOT NEWLINE SEMICOLON BULLET")
_OF_A_RULE: Final = frozenset(("count", "counts", "counted", "valid", "good", "eligible", "qualify", "matter", "use"))
AM: Final = frozenset(("am", "i'm", "im"))


def words(chunks: Chunks, first: int, last: int) -> set[str]:
    """The words from one chunk to another (exclusive), as written."""
    return {chunks[at].text for at in range(max(0, first), last)}


def is_said_to_go_on(chunks: Chunks, first: int, last: int) -> bool:
    """ "... still working there", "... back since then"."""
    return any(
        (chunks.kind(at) == "STILL" and chunks.kind(at - 1) != "NOT" and not is_about_a_rule(chunks, at))
        or (chunks[at].text == "never" and chunks.kind(at + 1) == "STOPPED")
        or (chunks.kind(at) == "BACK" and chunks.kind(at + 1) == "SINCE")
        for at in range(first, last)
    )


def is_at_work(chunks: Chunks, first: int) -> bool:
    """ "from 2 may 2024 i am working as supervisor"."""
    for at in range(first, min(first + 3, len(chunks) - 1)):
        following = chunks[at + 2 if chunks.kind(at + 1) == "ART" and at + 2 < len(chunks) else at + 1]
        if chunks[at].text in AM and (following.kind == "TITLE" or following.text in ("working", "employed")):
            return True
    return False


def is_about_a_rule(chunks: Chunks, at: int) -> bool:
    """ "still count", "still can be used"."""
    return bool(words(chunks, at + 1, min(at + 4, len(chunks))) & _OF_A_RULE)


def _is_there(chunks: Chunks, at: int, last: int) -> bool:
    """ "i am working from may", "i am there from may"."""
    return chunks[at].text in AM and ("working" in words(chunks, at, last) or chunks.kind(at + 1) == "HERE")


def is_said_to_be_held(chunks: Chunks, first: int, last: int) -> bool:
    """ "currently cook from may", "i am working from may", within the sentence."""
    for at in range(last - 1, first - 1, -1):
        if chunks.kind(at) in SENTENCE_ENDS:
            return False
        if chunks.kind(at) == "STILL" or _is_there(chunks, at, last):
            return True
    return False
