"""One function for each provision: from the facts, a finding with status, citation and evidence.

Those on single jobs and days (IRPR 73(2), 87.1(3)) stand in gates.py and days.py, that on duties in
duties.py, and that on several occupations, 87.1(2)(e), in leading.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from cec.amounts import plain
from cec.case import Case, LanguageTest
from cec.doubts import Possible
from cec.findings import Finding, Open, Status
from cec.language import SKILLS, level_range
from cec.leading import Threshold
from cec.parameters import Figures
from cec.windows import years_after

_DAY: Final = timedelta(days=1)
_LANGUAGE: Final = "IRPR 87.1(2)(d)-(e)"
_VALIDITY: Final = "MI 3(4), 4(1)"
_NO_TEST: Final = ((-1, "language_test"),)
#: What a score that is not known may come to: the benchmarks go from 1 to 12.
_ANY_LEVEL: Final = (0, 12)


def r87_1_1_outside_quebec(case: Case) -> Finding:
    """The person intends to live in a province other than Quebec."""
    citation = "IRPR 87.1(1)"
    if case.outside_quebec is None:
        return Finding("outside_quebec", "unknown", citation, {}, ((-1, "outside_quebec"),))
    if case.outside_quebec:
        return Finding("outside_quebec", "met", citation)
    return Finding("outside_quebec", "not_met", citation, {"reason": "intends_to_live_in_quebec"})


def r87_1_2_a_work_experience(case: Case, outright: Possible, weighed: Possible, figures: Figures) -> Finding:
    """At least one year of full-time work, or the equal of it in part-time work, in the window.

    outright, weighed: the hours without and with those that only a professional can allow.
    Of the evidence ``countable_hours`` is what is known to count, ``countable_hours_at_most`` what
    may, where that is more.
    """
    timeline = outright.timeline
    evidence: dict[str, Any] = {
        "countable_hours": plain(timeline.in_hours(outright.least)),
        "required_hours": figures.required_hours,
    }
    if case.jobs is None:
        return Finding("work_experience", "unknown", "IRPR 87.1(2)(a)", evidence, ((-1, "jobs"),))
    if weighed.most > outright.least:
        evidence["countable_hours_at_most"] = plain(timeline.in_hours(weighed.most))
    status, missing = reaches(figures.required_hours * timeline.unit, outright, weighed)
    return Finding("work_experience", status, "IRPR 87.1(2)(a)", evidence, missing)


def reaches(needed: int, outright: Possible, weighed: Possible) -> tuple[Status, tuple[Open, ...]]:
    """Whether an amount is reached, and the fields that can still change the answer."""
    if outright.least >= needed:
        return "met", ()
    if weighed.most < needed:
        return "not_met", ()
    missing = tuple(dict.fromkeys([*outright.deciding(needed), *weighed.deciding(needed)]))
    return ("unknown" if missing else "refer"), missing


def r87_1_2_d_e_language(case: Case, threshold: Threshold, figures: Figures) -> Finding:
    """An approved test meets the level of the leading occupation in each of the four skills."""
    test, evidence = case.language_test, _level_asked(threshold)
    if test is None:
        return Finding("language", "unknown", _LANGUAGE, evidence, _NO_TEST)
    if test.test is None:
        missing = ((-1, "language_test.test"), *_missing_scores(test))
        return Finding("language", "unknown", _LANGUAGE, evidence, missing)
    if test.test not in figures.accepted_tests:
        evidence |= _not_accepted(test.test, figures)
        return Finding("language", "not_met", _LANGUAGE, evidence)
    reached = {skill: _reached(test, skill) for skill in SKILLS}
    evidence["levels"] = {skill: low if low == high else None for skill, (low, high) in reached.items()}
    asked = threshold.levels or tuple(figures.language_level_by_teer.values())
    below = [skill for skill, (_, high) in reached.items() if high < min(asked)]
    if below:
        evidence |= {"reason": "below_required_level", "below": below}
        return Finding("language", "not_met", _LANGUAGE, evidence)
    if all(low >= max(asked) for low, _ in reached.values()):
        return Finding("language", "met", _LANGUAGE, evidence)
    scale_open = any(low < level <= high for low, high in reached.values() for level in asked)
    missing = _missing_for_language(case, test, threshold, scale_open)
    status: Status = "refer" if threshold.weighed and not missing else "unknown"
    return Finding("language", status, _LANGUAGE, evidence, missing)


def _level_asked(threshold: Threshold) -> dict[str, Any]:
    """The level required; where it is not certain, None and those that are possible."""
    levels = threshold.levels
    if len(levels) == 1:
        return {"required_level": levels[0], "decided_by": threshold.decided_by}
    possible = {"possible_levels": list(levels)} if levels else {}
    return {"required_level": None, "decided_by": threshold.decided_by, **possible}


def _missing_for_language(case: Case, test: LanguageTest, threshold: Threshold, scale_open: bool) -> tuple[Open, ...]:
    """The test's own fields first: while one is missing, the level may yet prove to be all one."""
    date_needed = scale_open and test.date is None
    missing = (*(((-1, "language_test.date"),) if date_needed else ()), *_missing_scores(test))
    if missing:
        return missing
    return ((-1, "jobs"),) if case.jobs is None else threshold.deciding


def mi_3_4_test_validity(case: Case, as_of: date, figures: Figures) -> Finding:
    """The result is of an accepted test and under two years old on the day of the application."""
    test = case.language_test
    if test is None:
        return Finding("test_validity", "unknown", _VALIDITY, {}, _NO_TEST)
    if test.test is not None and test.test not in figures.accepted_tests:
        return Finding("test_validity", "not_met", _VALIDITY, _not_accepted(test.test, figures))
    if test.date is None:
        return Finding("test_validity", "unknown", _VALIDITY, {}, ((-1, "language_test.date"),))
    if test.date > as_of:
        evidence = {"reason": "not_yet_taken", "date": test.date.isoformat()}
        return Finding("test_validity", "not_met", _VALIDITY, evidence)
    valid_through = years_after(test.date, figures.result_validity_years) - _DAY
    evidence = {"valid_through": valid_through.isoformat()}
    if as_of > valid_through:
        return Finding("test_validity", "not_met", _VALIDITY, {"reason": "expired", **evidence})
    if test.test is None:
        return Finding("test_validity", "unknown", _VALIDITY, evidence, ((-1, "language_test.test"),))
    return Finding("test_validity", "met", _VALIDITY, evidence)


def irpa_34_42_admissibility(case: Case, figures: Figures) -> Finding:
    """No ground of inadmissibility; each one that is named is for a professional to weigh."""
    citation = "IRPA 34-42"
    if case.inadmissibility is None:
        return Finding("admissibility", "unknown", citation, {}, ((-1, "inadmissibility"),))
    if not case.inadmissibility:
        return Finding("admissibility", "met", citation)
    grounds = {ground: figures.inadmissibility_grounds[ground] for ground in case.inadmissibility}
    return Finding("admissibility", "refer", citation, {"grounds": grounds})


def _not_accepted(test: str, figures: Figures) -> dict[str, str]:
    return {
        "reason": "test_not_accepted",
        "test": test,
        "detail": figures.unaccepted_tests.get(test, "accepted_only_later"),
    }


def _reached(test: LanguageTest, skill: str) -> tuple[int, int]:
    score = test.scores.of(skill)
    return _ANY_LEVEL if score is None or test.test is None else level_range(test.test, skill, score, test.date)


def _missing_scores(test: LanguageTest) -> tuple[Open, ...]:
    names: Iterable[str] = (skill for skill in SKILLS if test.scores.of(skill) is None)
    return tuple((-1, f"language_test.scores.{skill}") for skill in names)
