"""Taking facts into the state: every fact in a message, whatever was asked, the newest word last."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

import cec
import noc
from interview.dates import first_day
from interview.exclusions import take_exclusion
from interview.language import take_language
from interview.placing import Context, begins_job, job_for, referred_job
from interview.state import OF_STATUS, Doubt, Job, State
from nlu.facts import Fact

_OF_A_JOB = {"title", "noc", "duties", "period", "date", "duration", "hours"}
_OF_A_TEST = {"test", "scores", "overall", "clb", "test_date", "numbers"}


#: What somebody may have worked with, or without, and the reason that it would not count for.
_DOUBTFUL_PERMITS: Final = {"expired": "no_status", "visitor": "unauthorized", "none": "unauthorized"}
#: Between a title and where the work was done: "baker in France", "welder at a shipyard in Dubai".
_IN: Final = re.compile(r"(?:\s+(?:at|for|with|chez)\s+[^.,;\n]{1,30})?,?\s*(?:in|en|au|a|à)?\s*", re.IGNORECASE)
#: The share of the best unit group's score with which another is still about the same work.
_AS_NEAR: Final = 0.7


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the state that a message set: of a job (its index), or of the language test or person (None).

    old is None where nothing was known before.
    """

    field: str
    old: Any
    new: Any
    job: int | None = None


def take(state: State, facts: Sequence[Fact], context: Context) -> list[Change]:
    """Take every fact into the state; returns what changed, in the order told."""
    changes: list[Change] = []
    places: dict[int | None, int] = {}
    referred = referred_job(state, facts)
    for fact in sorted(_bind_dates(facts, context), key=lambda fact: (fact.job or 0, fact.kind != "title", fact.start)):
        if fact.kind in _OF_A_JOB:
            if not state.jobs and not begins_job(fact, facts, context):
                continue
            index = job_for(state, fact, facts, places, referred, context)
            changes += _take_job_fact(state, index, fact, context)
        elif fact.kind in _OF_A_TEST:
            changes += [Change(*change) for change in take_language(state, fact, context.text)]
        elif fact.kind == "exclusion":
            index_told = places.get(fact.job, referred)
            changes += _take_exclusion(state, fact, index_told, context)
        elif fact.kind == "permit" and not context.beside:
            changes += _take_permit(state, fact, facts, places.get(fact.job, referred))
        elif fact.kind == "place" and fact.job in places and _is_where_the_work_was(fact, facts, context.text):
            changes += _take_place(state, fact.value, places[fact.job])
        elif fact.kind == "outside_quebec" and not fact.ambiguous:
            changes += _set_person(state, "outside_quebec", fact.value["value"])
        elif fact.kind == "inadmissibility":
            changes += _take_inadmissibility(state, fact, context)
    return [change for change in changes if change.old != change.new]


def _take_job_fact(state: State, index: int, fact: Fact, context: Context) -> list[Change]:
    job = state.jobs[index]
    if fact.kind == "hours" and (enough := _full_time_anyway(fact, context)):
        return [_set(job, index, "hours_per_week", enough)]
    if fact.kind == "duration" and not fact.ambiguous and context.question not in ("job_period", "job_time"):
        return []
    if fact.ambiguous and context.beside:
        return []
    if fact.ambiguous or fact.kind == "duration":
        question = "job_hours" if fact.kind == "hours" else "job_period"
        state.unskip(question, index)
        said = context.text[fact.start : fact.end]
        state.doubts.append(Doubt(fact.kind, said, [dict(r) for r in fact.readings], index))
        return []
    if fact.kind == "title":
        return _set_title(job, index, fact.value)
    if fact.kind == "duties":
        return _set_duties(job, index, fact.value["text"])
    if fact.kind == "noc":
        if code := _code(job, fact.value):
            if job.noc != code:
                job.duties_match = None
            return [_set(job, index, "noc", code)]
        return []
    if fact.kind == "hours":
        return [_set(job, index, "hours_per_week", fact.value["per_week"])]
    if fact.kind == "period":
        return take_period(job, index, fact.value, context)
    if fact.kind == "date":
        return _take_date(job, index, fact.value["date"], context)
    return []


def _full_time_anyway(fact: Fact, context: Context) -> str | None:
    """The lowest of several readings of the hours, where all of them are full time: the count is the same."""
    readings = [reading["per_week"] for reading in fact.readings if reading.get("per_week")]
    if not fact.ambiguous or not readings or len(readings) != len(fact.readings):
        return None
    lowest: str = min(readings, key=Decimal)
    full_time = cec.parameters.on(context.today).full_time_hours_per_week
    return lowest if Decimal(lowest) >= full_time else None


def _set_title(job: Job, index: int, value: Mapping[str, Any]) -> list[Change]:
    title = value["title"]
    job.employer = value.get("employer") or job.employer
    if job.title != title:
        job.noc = job.duties = job.mostly = job.duties_match = None
        job.rejected = []
    return [_set(job, index, "title", title)]


def _code(job: Job, told: Mapping[str, Any]) -> str | None:
    """The unit group of a code; of one of NOC 2016 only where one group replaced it and no title says more."""
    if told.get("code_2016") and job.title is None:
        replacing = noc.search(told["code_2016"]).candidates
        return replacing[0].unit_group.code if len(replacing) == 1 else None
    return told.get("code")


def _set_duties(job: Job, index: int, told: str) -> list[Change]:
    """What somebody does most of the day opens the question of the unit group again, unless it is the group's work."""
    found = noc.search_duties(told)
    if job.noc in {each.unit_group.code for each in found if each.score >= _AS_NEAR * found[0].score}:
        return []
    job.noc = job.duties_match = None
    job.rejected = []
    return [_set(job, index, "mostly", told)]


def take_period(job: Job, index: int, value: Mapping[str, Any], context: Context) -> list[Change]:
    """Set the dates of a job from a period; what the period leaves open stays as it was."""
    start, end = value.get("start"), value.get("end")
    changes = []
    if start:
        changes.append(_set(job, index, "start", start))
    if end and first_day(end) >= context.today and not value.get("ongoing"):
        # An end in the future: the work goes on today, and the law counts up to yesterday anyway.
        changes += [_set(job, index, "end", end), _set(job, index, "ended", False)]
    elif end:
        changes += [_set(job, index, "end", end), _set(job, index, "ended", True)]
    elif value.get("ongoing"):
        changes += [_set(job, index, "end", None), _set(job, index, "ended", False)]
    return changes


def _take_date(job: Job, index: int, told: str, context: Context) -> list[Change]:
    """A lone date is a start or an end by the question it answers; elsewhere nobody can tell, so it is not taken."""
    if context.question in ("job_end", "job_end_date", "job_end_day"):
        return take_period(job, index, {"end": told}, context)
    if job.start is None or context.question in ("job_period", "job_time", "job_start_day"):
        return take_period(job, index, {"start": told}, context)
    return []


def _set(job: Job, index: int, name: str, new: Any) -> Change:
    old = getattr(job, name)
    setattr(job, name, new)
    return Change(name, old, new, index)


def _set_person(state: State, name: str, new: Any) -> list[Change]:
    old = getattr(state, name)
    setattr(state, name, new)
    state.unskip(name)
    return [Change(name, old, new)]


def _bind_dates(facts: Sequence[Fact], context: Context) -> list[Fact]:
    """Dates beside an exclusion, or in answer to a question about one, are of what does not count, not of the job."""
    about_exclusion = (context.question or "").startswith("exclusion")
    told = [fact for fact in facts if fact.kind == "exclusion" and fact.value["present"]]
    names_a_job = any(fact.kind == "title" or (fact.kind == "job_ref" and not told) for fact in facts)
    if names_a_job or not (told or about_exclusion):
        return list(facts)
    dates = [fact for fact in facts if fact.kind in ("period", "date")]
    rest = [fact for fact in facts if fact.kind not in ("period", "date")]
    undated = [fact for fact in told if not fact.value.get("start") and not fact.value.get("end")]
    if not undated and not about_exclusion:
        claimed = {side for fact in told for side in (fact.value.get("start"), fact.value.get("end")) if side}
        return [*rest, *(fact for fact in dates if not claimed & set(fact.value.values()))]
    if len(undated) == len(dates) == 1 and not dates[0].ambiguous:
        told_dates = dates[0].value
        start, end = told_dates.get("start") or told_dates.get("date"), told_dates.get("end")
        bound = replace(undated[0], value={**undated[0].value, "start": start, "end": end})
        return [bound if fact is undated[0] else fact for fact in rest]
    return rest


def _take_exclusion(state: State, fact: Fact, job: int | None, context: Context) -> list[Change]:
    """An exclusion that is not sure waits for the question about its days, where it can be denied."""
    if fact.ambiguous and (context.beside or not fact.value["present"]):
        return []
    value = {**fact.value, "start": None, "end": None} if fact.ambiguous else fact.value
    return [Change(*change) for change in take_exclusion(state, value, job)]


def _take_permit(state: State, fact: Fact, facts: Sequence[Fact], job: int | None) -> list[Change]:
    """A permit that ran out, or a status without the right to work: whether any work was done so is asked."""
    reason = _DOUBTFUL_PERMITS.get(fact.value["permit"])
    if reason is None or any(one.kind == "exclusion" and one.value["reason"] in OF_STATUS for one in facts):
        return []
    return [Change(*change) for change in take_exclusion(state, {"reason": reason, "present": True}, job)]


def _is_where_the_work_was(place: Fact, facts: Sequence[Fact], text: str) -> bool:
    """ "baker in France": a place that stands right after the title, and not in "my wife is in India"."""
    if any(fact.kind == "exclusion" for fact in facts):
        return False
    titles = [fact for fact in facts if fact.kind == "title" and fact.job == place.job and fact.end <= place.start]
    return any(_IN.fullmatch(text[title.end : place.start]) for title in titles)


def _take_place(state: State, value: Mapping[str, Any], job: int) -> list[Change]:
    """A job that is told with a place abroad may not have been done in Canada: which of it was not is asked."""
    if value.get("country") in (None, "CA") or state.jobs[job].in_canada is False:
        return []
    return [Change(*change) for change in take_exclusion(state, {"reason": "abroad", "present": True}, job)]


def _take_inadmissibility(state: State, fact: Fact, context: Context) -> list[Change]:
    old, ground = state.inadmissibility, fact.value["ground"]
    answers = context.question == "admissibility"
    if fact.value["present"] and (fact.ambiguous or ground == "any"):
        if answers and "admissibility:yes" not in state.trail:
            state.trail.append("admissibility:yes")
            return [Change("inadmissibility", None, True)]
        return []
    if fact.value["present"]:
        state.inadmissibility = sorted({*(old or []), ground})
    elif ground == "any" or (answers and not old):
        state.inadmissibility = []
    elif old:
        state.inadmissibility = [told for told in old if told != ground]
    return [Change("inadmissibility", old, state.inadmissibility)]
