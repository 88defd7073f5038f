"""Going back: the last answer is forgotten, so that its question comes up again."""

from __future__ import annotations

from collections.abc import Callable

from interview.state import FLAGS, Doubt, Exclusion, Job, State, mark


def undo_last(state: State) -> bool:
    """Forget the newest answer of the trail. False where there is nothing to go back to."""
    while state.trail:
        question, _, about = state.trail.pop().partition(":")
        index = int(about) if about.isdecimal() else None
        if (undo := _UNDO.get(question)) and (index is None or index < len(state.jobs)):
            undo(state, index)
            return True
    return False


def forget_job(state: State, index: int) -> Job:
    """Take a job out, with what waits about it; what is known of the later jobs moves up with them."""
    job = state.jobs.pop(index)
    state.doubts = [doubt for doubt in state.doubts if doubt.job != index]
    state.exclusions = [exclusion for exclusion in state.exclusions if exclusion.job != index]
    waiting_ones: list[Doubt | Exclusion] = [*state.doubts, *state.exclusions]
    for waiting in waiting_ones:
        if waiting.job is not None and waiting.job > index:
            waiting.job -= 1
    state.skipped = _without_job(state.skipped, index)
    state.trail = _without_job(state.trail, index)
    return job


def _without_job(marks: list[str], index: int) -> list[str]:
    """The marks of questions, where those about one job are dropped and those about later ones move up."""
    kept = []
    for name, _, about in (told.partition(":") for told in marks):
        if not (about.isdecimal() and name.startswith("job")):
            kept.append(f"{name}:{about}" if about else name)
        elif int(about) != index:
            kept.append(mark(name, int(about) - (int(about) > index)))
    return kept


def _clear_job(*names: str) -> Callable[[State, int | None], None]:
    def clear(state: State, index: int | None) -> None:
        for job in state.jobs if index is None else [state.jobs[index]]:
            for name in names:
                setattr(job, name, getattr(Job(), name))
        state.skipped = [s for s in state.skipped if not s.startswith("job")]

    return clear


def _clear(name: str, *skipped: str) -> Callable[[State, int | None], None]:
    def clear(state: State, index: int | None) -> None:
        setattr(state, name, getattr(State(), name))
        state.skipped = [s for s in state.skipped if s not in (name, *skipped)]

    return clear


def _clear_jobs(state: State, index: int | None) -> None:
    state.jobs = state.jobs[:-1]
    state.no_more_jobs = False


def _clear_exclusions(state: State, index: int | None) -> None:
    _clear_job(*FLAGS, "excluded")(state, None)
    state.study, state.exclusions, state.swept = [], [], False


_clear_group = _clear_job("noc", "duties_match", "duties", "rejected")
_clear_period = _clear_job("start", "end", "ended")
_clear_end = _clear_job("end", "ended")
_clear_language = _clear("language", "language", "scores", "test_date", "test_name", "test_day", "score_scale")

_UNDO: dict[str, Callable[[State, int | None], None]] = {
    "begin": _clear_jobs,
    "job": _clear_jobs,
    "job_title": _clear_job("title", "noc", "duties_match"),
    "job_group": _clear_group,
    "job_duties": _clear_group,
    "job_kind": _clear_group,
    "job_time": _clear_job("start", "end", "ended", "hours_per_week"),
    "job_period": _clear_period,
    "job_end": _clear_end,
    "job_end_date": _clear_end,
    "job_hours": _clear_job("hours_per_week"),
    "more_jobs": _clear("no_more_jobs"),
    "exclusions": _clear_exclusions,
    "exclusion_which": _clear_exclusions,
    "exclusion_job": _clear_exclusions,
    "exclusion_period": _clear_exclusions,
    "language": _clear_language,
    "test_name": _clear_language,
    "scores": _clear_language,
    "score_scale": _clear_language,
    "test_date": _clear_language,
    "outside_quebec": _clear("outside_quebec"),
    "admissibility": _clear("inadmissibility"),
    "admissibility_which": _clear("inadmissibility"),
}
