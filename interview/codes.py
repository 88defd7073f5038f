"""What is said to codes and levels that name no unit group of NOC 2021."""

from __future__ import annotations

from collections.abc import Sequence

import noc
from interview.reply import Part, say
from interview.state import State
from nlu.facts import Fact


def notes_on_codes(state: State, facts: Sequence[Fact]) -> list[Part]:
    """A sentence for each code of NOC 2016, level or unknown code, so that nobody wonders where it went."""
    is_titled = any(job.title for job in state.jobs)
    return [note for fact in facts if fact.kind == "noc" and (note := _note(fact, is_titled=is_titled))]


def _note(fact: Fact, *, is_titled: bool) -> Part | None:
    told = fact.value
    if code := told.get("unknown_code"):
        return say("note_unknown_code", code=code)
    if code := told.get("code_2016"):
        return say("note_code_2016", code=code)
    if is_titled:
        return None  # the job itself is known, so that its level is, too
    if level := told.get("skill_level"):
        teers = " or ".join(map(str, noc.search(f"NOC {level}").teers))
        return say("note_skill_level", level=level, teers=teers)
    return say("note_teer") if "teer" in told else None
