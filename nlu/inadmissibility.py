"""Reads grounds of inadmissibility that a person tells or denies: a record, an overstay, a ban.

The ground is only named, never weighed: that is for a professional. A parking ticket and a
refused visa are none. A general denial ("all clean", "not inadmissible") is of the
ground "any"; a clean record is none of the courts only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from nlu import inadmissibility_words as words
from nlu.facts import Fact
from nlu.moods import asks_whether
from nlu.negation import Denials
from nlu.phrases import Phrases

_PHRASES: Final = Phrases(f"(?P<{ground}>{'|'.join(forms)})" for ground, forms in words.GROUNDS.items())
_IS_CLEAN: Final = re.compile(words.CLEAN_BEFORE)
_IS_CLEAN_AFTER: Final = re.compile(words.CLEAN_AFTER)
_RECORD: Final = re.compile(words.RECORD)
_CLEAN_RECORD: Final = Phrases((words.CLEAN_RECORD,), whole_words=False)
_CLEAN: Final = Phrases((words.CLEAN,), whole_words=False)
_ALL_CLEAN: Final = Phrases((words.ALL_CLEAN,), whole_words=False)
_HEALTHY: Final = Phrases((words.HEALTHY,), whole_words=False)
_ONLY_FEARED: Final = re.compile(r"\b(?:scared|afraid|fear\w*|worr\w*|will|might|may|can|could|be)\b(?: \w+){0,4} $")
_ONLY_CHECKED: Final = re.compile(r" (?:check|clearance|certificate|verification|report)")
#: A condition or a bankruptcy is a ground only where the authorities find it one.
_FOUND: Final = re.compile(r"inadmiss|failed")
_TO_BE_FOUND: Final = frozenset(("health", "financial"))
#: What an agent did without the person's knowledge is for the person to say.
_BY_ANOTHER: Final = re.compile(
    r"\b(?:agent|consultant|lawyer|representative|recruiter)(?: \w+){0,2} "
    r"(?:put|wrote|used|made|gave|submitted|filed|sent)\b[^.;!?]*$"
)
_WAS_HELD: Final = re.compile(r"\b(?:refus\w+|ban|banned|ircc (?:said|found|says)|letter)\b")
_LOOK_BACK: Final = 40


def read_inadmissibility(folded: str, is_idle: Callable[[int], bool] = lambda _: False) -> list[Fact]:
    """One fact for each ground that a folded message tells or denies, in order.

    A ground of which the person asks whether it is one ("is it misrepresentation") is left out. is_idle: True for an
    offset at which nothing is stated.
    """
    facts = _grounds(folded, is_idle)
    told = {fact.value["ground"] for fact in facts}
    # "clean ji, no criminal record": what is denied by name is all that is denied.
    patterns = (_CLEAN,) if facts else (_CLEAN, _ALL_CLEAN)
    clean = next((found for phrases in patterns for found in phrases.finditer(folded)), None)
    if clean and not any(fact.value["present"] for fact in facts):
        return [_denied("any", clean)]
    for ground, phrases in (("criminality", _CLEAN_RECORD), ("health", _HEALTHY)):
        if ground not in told and (clean := next(phrases.finditer(folded), None)):
            facts.append(_denied(ground, clean))
    return sorted(facts, key=lambda fact: fact.start)


def _denied(ground: str, said: re.Match[str]) -> Fact:
    return Fact("inadmissibility", {"ground": ground, "present": False}, said.start(), said.end())


def _grounds(folded: str, is_idle: Callable[[int], bool]) -> list[Fact]:
    found = [match for match in _PHRASES.finditer(folded) if not _is_none(folded, match)]
    asked = {one.lastgroup for one in found if is_idle(one.start()) and asks_whether(folded, one.start())}
    found = [match for match in found if match.lastgroup not in asked]
    denials = Denials(folded, [match.span() for match in found])
    facts: dict[str, Fact] = {}
    for match in found:
        ground = match.lastgroup
        assert ground is not None
        present = not denials.covers(*match.span()) and not match.group().startswith("no ")
        present = present and _IS_CLEAN.search(folded[: match.start()]) is None
        present = present and not (_RECORD.search(match.group()) and _IS_CLEAN_AFTER.match(folded, match.end()))
        # "never arrested except once for DUI": what is told outweighs what is denied.
        if ground not in facts or (present and not facts[ground].value["present"]):
            doubted = present and ground in _TO_BE_FOUND and not _FOUND.search(match.group())
            doubted = doubted or (present and _is_by_another(folded, match))
            value = {"ground": ground, "present": present}
            facts[ground] = Fact("inadmissibility", value, match.start(), match.end(), doubted)
    return sorted(facts.values(), key=lambda fact: fact.start)


def _is_by_another(folded: str, match: re.Match[str]) -> bool:
    return _BY_ANOTHER.search(folded[: match.start()]) is not None and not _WAS_HELD.search(folded)


def _is_none(folded: str, match: re.Match[str]) -> bool:
    """True for a background check, and for a deportation that is only feared."""
    if _ONLY_CHECKED.match(folded, match.end()):
        return True
    feared = "deport" in match.group() and "order" not in match.group()
    before = folded[max(0, match.start() - _LOOK_BACK) : match.start()]
    return feared and _ONLY_FEARED.search(before) is not None
