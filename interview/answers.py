"""What a choice means as the answer to a question: one small function for each question."""

from __future__ import annotations

from collections.abc import Callable

from interview.doubts import QUESTION_OF_DOUBT
from interview.exclusions import deny, deny_the_rest, place_part, place_whole
from interview.questions import candidates, kinds_of
from interview.state import UNKNOWN, Exclusion, Job, State, mark

Answer = Callable[[State, str, int], bool]

LEAVES_OPEN = ("dont_know", "skip")


def answer(state: State, question: str, about: int | None, key: str) -> bool:
    """Take a choice as the answer to a question. False where it is no answer to it."""
    taken = _ANSWERS[question](state, key, about or 0) if question in _ANSWERS else False
    if not taken and key in LEAVES_OPEN:
        return leave_open(state, question, about)
    return taken


def leave_open(state: State, question: str, about: int | None) -> bool:
    """The person cannot or will not answer: leave the question open for good, on the cautious side."""
    index = about or 0
    if question in ("begin", "what_next"):
        return False
    if question == "doubt":
        doubt = state.doubts.pop(0)
        if doubt.kind in QUESTION_OF_DOUBT:
            question, about = QUESTION_OF_DOUBT[doubt.kind], doubt.job
            state.skipped.append(mark(question, about))
        return True
    if question in ("exclusion_job", "exclusion_period", "exclusion_which"):
        exclusion = state.exclusions.pop(index)
        if exclusion.reason == UNKNOWN:
            state.skipped.append("exclusions")
        else:
            place_whole(state, exclusion, _jobs_of(state, exclusion))
        return True
    if question == "job":
        return False  # without any work there is nothing to answer
    if question == "more_jobs":
        return _more_jobs(state, "no", 0)
    if question in ("job_group", "job_duties"):
        question = "job_group"
    for name in ("job_period", "job_hours") if question == "job_time" else (question,):
        state.skipped.append(mark(name, about))
    if question == "job_title" and state.jobs[index] == Job():
        del state.jobs[index]
        state.no_more_jobs = True
    return True


def _begin(state: State, key: str, about: int) -> bool:
    if key != "yes":
        return False
    state.trail.append("begin")
    return True


def _job(state: State, key: str, about: int) -> bool:
    if key in ("none", "no"):
        state.no_more_jobs = True
        return True
    return False


def _job_title(state: State, key: str, about: int) -> bool:
    if key == "no" and state.jobs[about] == Job():
        del state.jobs[about]
        state.no_more_jobs = True
        return True
    return False


def _job_group(state: State, key: str, about: int) -> bool:
    job = state.jobs[about]
    offered = candidates(job)
    if key == "yes" and len(offered) == 1:
        key = offered[0]
    if key in offered:
        job.noc, job.duties_match = key, True
        return True
    if key in ("no", "none"):
        job.rejected = [*job.rejected, *offered]
        job.noc = job.duties = None
        return True
    return False


def _job_kind(state: State, key: str, about: int) -> bool:
    job = state.jobs[about]
    if key in {kind.unit_group.code for kind in kinds_of(job)}:
        job.noc = key  # what people in it do is asked next
        return True
    if key in ("no", "none"):
        state.skipped.append(mark("job_kind", about))
        return True
    return False


def _job_end(state: State, key: str, about: int) -> bool:
    if key not in ("yes", "no"):
        return False
    state.jobs[about].ended = key == "no"
    return True


def _more_jobs(state: State, key: str, about: int) -> bool:
    if key == "no":
        state.no_more_jobs = True
        return True
    if key == "yes":
        state.jobs.append(Job())
        return True
    return False


def _exclusions(state: State, key: str, about: int) -> bool:
    state.swept = state.swept or key in ("yes", "no")
    if key == "no":
        deny_the_rest(state)
        return True
    if key == "yes":
        state.exclusions.append(Exclusion(UNKNOWN))
        return True
    return False


def _exclusion_which(state: State, key: str, about: int) -> bool:
    if key in ("no", "yes", *LEAVES_OPEN):
        if key == "no":
            state.exclusions.pop(about)
            deny_the_rest(state)
        return key == "no"
    state.exclusions[about].reason = key
    deny_the_rest(state)
    if len(state.jobs) == 1:
        state.exclusions[about].job = 0
    return True


def _exclusion_job(state: State, key: str, about: int) -> bool:
    exclusion = state.exclusions[about]
    if key == "all":
        place_whole(state, exclusion, list(range(len(state.jobs))))
        state.exclusions.pop(about)
        deny_the_rest(state)
        return True
    if key.startswith("j") and key[1:].isdecimal():
        exclusion.job = int(key[1:])
        return True
    return False


def _exclusion_period(state: State, key: str, about: int) -> bool:
    if key not in ("all", "yes", "no"):
        return False
    exclusion = state.exclusions.pop(about)
    if key == "no":
        deny(state, exclusion.reason, exclusion.job)
        return True
    place_whole(state, exclusion, _jobs_of(state, exclusion))
    deny_the_rest(state)
    return True


def take_exclusion_period(state: State, about: int, start: str | None, end: str | None) -> None:
    """The days of the exclusion that was asked about."""
    place_part(state, state.exclusions.pop(about), start, end)
    deny_the_rest(state)


def _jobs_of(state: State, exclusion: Exclusion) -> list[int]:
    return list(range(len(state.jobs))) if exclusion.job is None else [exclusion.job]


def _language(state: State, key: str, about: int) -> bool:
    if key in ("no", "no_test"):
        state.skipped.append("language")
        return True
    return False


def _score_scale(state: State, key: str, about: int) -> bool:
    if key not in ("yes", "no"):
        return False
    assert state.language is not None
    if key == "yes":
        state.language["scale_sure"] = True
    else:
        del state.language["scores"]
    return True


def _physician(state: State, key: str, about: int) -> bool:
    if key not in ("yes", "no"):
        return False
    state.jobs[about].physician = key == "yes"
    return True


def _outside_quebec(state: State, key: str, about: int) -> bool:
    if key not in ("yes", "no"):
        return False
    state.outside_quebec = key == "yes"
    return True


def _admissibility(state: State, key: str, about: int) -> bool:
    if key == "no":
        state.inadmissibility = []
    elif key == "yes":
        state.trail.append("admissibility:yes")
    return key in ("yes", "no")


def _admissibility_which(state: State, key: str, about: int) -> bool:
    if key in ("yes", "no", *LEAVES_OPEN):
        # Something came up and it is none of these: that stays open, it does not become a no.
        return leave_open(state, "admissibility_which", None) if key == "no" else False
    state.inadmissibility = [key]
    return True


_ANSWERS: dict[str, Answer] = {
    "begin": _begin,
    "job": _job,
    "job_title": _job_title,
    "job_group": _job_group,
    "job_kind": _job_kind,
    "job_end": _job_end,
    "more_jobs": _more_jobs,
    "exclusions": _exclusions,
    "exclusion_which": _exclusion_which,
    "exclusion_job": _exclusion_job,
    "exclusion_period": _exclusion_period,
    "language": _language,
    "score_scale": _score_scale,
    "physician": _physician,
    "outside_quebec": _outside_quebec,
    "admissibility": _admissibility,
    "admissibility_which": _admissibility_which,
}
