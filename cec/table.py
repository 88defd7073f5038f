"""An assessment for a person to read on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from cec import parameters
from cec.amounts import plain
from cec.assessment import Assessment
from cec.findings import Finding
from cec.outlook import Outlook
from cec.parameters import Figures
from cec.supposing import Prospect

_MARKS: Final = {"met": "✔", "not_met": "✘", "unknown": "?", "refer": "!"}
_OUTCOMES: Final = {
    "eligible": "appears to meet the requirements",
    "not_eligible": "does not appear to meet the requirements",
    "incomplete": "not decided yet: facts are missing",
    "refer": "not decided here: a professional has to weigh it",
}
_NAMES: Final = {
    "work_experience": "Work experience",
    "duties": "Duties",
    "language": "Language",
    "test_validity": "Test validity",
    "outside_quebec": "Outside Quebec",
    "admissibility": "Admissibility",
}
_REASONS: Final = {
    "intends_to_live_in_quebec": "intends to live in Quebec",
    "no_countable_work": "no work of TEER 0 to 3",
    "duties_differ": "the duties are not those of the unit group",
    "below_required_level": "below the level",
    "test_not_accepted": "this test is not accepted",
    "expired": "too old",
    "not_yet_taken": "the test is still to come",
    "not_teer_0_3": "not an occupation of TEER 0 to 3",
    "restricted_occupation": "a restricted occupation",
    "unpaid": "not paid",
    "abroad": "not in Canada",
    "self_employed": "self-employed",
    "unauthorized": "without authorization",
    "no_status": "without temporary resident status",
    "full_time_study": "full-time study",
    "leave": "leave",
    "before_window": "before the days that count",
    "after_as_of": "not worked yet on that day",
    "self_employed_physician": "a physician's self-employment: to be weighed",
    "foreign_employer": "a foreign employer: to be weighed",
}
_ADVICE: Final = {
    "clb_7_is_safe": "level {level} is safe: the rule on several occupations can be read otherwise",
    "job_not_begun": "job {jobs} had not begun on that day",
    "physician_policy": "job {jobs}: a public policy may let a physician's self-employment count",
    "foreign_employer": "job {jobs}: it is unclear whether work for a foreign employer counts",
    "unauthorized_work": "job {jobs}: unauthorized work may itself be inadmissibility (IRPA 41)",
    "before_noc_2021": "before 16 November 2022 the class went by the NOC 2016",
}
_CAVEATS: Final = {
    "figure_changes": "the law changes on {date}, and this outlook follows it",
    "replacement_announced": "a {name} is proposed that would replace this class; no day is known for it",
}
_LIMITS: Final = {
    "hours": "not enough hours yet",
    "window": "older work leaves the three years",
    "unknown": "not known",
    "refer": "to be weighed by a professional",
}
_NOTICE: Final = "Information, not legal advice."
_COLUMNS: Final = "{mark} {name:16} {says:44} {citation}"


def assessment_table(assessment: Assessment) -> str:
    """Requirement, mark, number, reason, citation; then the hours and what was left out of them."""
    lines = [
        f"Canadian Experience Class on {assessment.as_of}: {_OUTCOMES[assessment.outcome]}",
        "",
        *(_requirement(finding) for finding in assessment.requirements),
        "",
        *_work(assessment),
    ]
    if assessment.advisories:
        lines += ["", *(f"Note: {_advisory(advice)}" for advice in assessment.advisories)]
    if assessment.missing:
        lines += ["", "Still needed:", *(f"  {path}" for path in assessment.missing)]
    lines += ["", _NOTICE]
    return "\n".join(line.rstrip() for line in lines)


def outlook_table(outlook: Outlook) -> str:
    """The days between which the requirements are met, what limits them, and what changes when."""
    lines = [f"Canadian Experience Class, the three years from {outlook.as_of}", ""]
    for says, of, day in (
        ("All requirements met from", "eligible_from", outlook.eligible_from),
        ("until, if the jobs go on", "until_if_continuing", outlook.until_if_continuing),
        ("until, if they stop now", "until_if_stopped", outlook.until_if_stopped),
    ):
        why = [limit for limit in outlook.limits if limit["of"] == of]
        shown = ", ".join(f"{_NAMES[x['requirement']].lower()}: {_limit(x['reason'])}" for x in why)
        lines.append(f"{says:26} {day or 'no such day'!s:12} {shown}")
    lines += ["", *(_change(change) for change in outlook.changes)]
    if outlook.caveats:
        lines += ["", *(f"Note: {_CAVEATS[caveat['id']].format(**caveat)}" for caveat in outlook.caveats)]
    lines += ["", _NOTICE]
    return "\n".join(line.rstrip() for line in lines)


def prospects_table(prospects: Sequence[Prospect], options: Sequence[str]) -> str:
    """The case as it is and each what-if, a line each: outcome, hours, first and last day."""
    columns = "{:32} {:12} {:>8}  {:12} {:12} {}"
    lines = [columns.format("", "applied on", "hours", "met from", "until", "on that day")]
    for name, one in zip(["as it is", *options], prospects, strict=True):
        title = "".join(c if c.isprintable() else "?" for c in name)
        shown = title if len(title) <= 32 else f"{title[:31]}…"
        first, last = (str(day or "no such day") for day in (one.first, one.last))
        until = last if one.first else "-"
        row = (shown, str(one.as_of), hours_text(plain(one.hours)), first, until, _OUTCOMES[one.outcome])
        lines.append(columns.format(*row))
    lines += ["", "The days hold if the jobs still held go on. " + _NOTICE]
    return "\n".join(line.rstrip() for line in lines)


def hours_text(amount: str) -> str:
    """Hours to one decimal at most, rounded down, with separators: "10960/7" is 1,565.7."""
    tenths = int(Fraction(amount) * 10)
    whole, tenth = divmod(tenths, 10)
    return f"{whole:,}.{tenth}" if tenth else f"{whole:,}"


def _requirement(finding: Finding) -> str:
    first, *more = textwrap.wrap(_SAYS[finding.id](finding.evidence), 44) or [""]
    mark = _MARKS[finding.status]
    row = _COLUMNS.format(mark=mark, name=_NAMES[finding.id], says=first, citation=finding.citation)
    return "\n".join([row, *(f"{'':19}{line}" for line in more)])


def _work_says(evidence: Mapping[str, Any]) -> str:
    at_most = evidence.get("countable_hours_at_most")
    counted = hours_text(evidence["countable_hours"])
    known = f"{counted} to {hours_text(at_most)}" if at_most else counted
    return f"{known} of {evidence['required_hours']:,} hours"


def _duties_says(evidence: Mapping[str, Any]) -> str:
    said = _reason(evidence)
    if "matching_hours" in evidence:
        said += f"; {hours_text(evidence['matching_hours'])} hours match"
    return said


def _language_says(evidence: Mapping[str, Any]) -> str:
    required = evidence["required_level"] or " or ".join(map(str, evidence.get("possible_levels", ())))
    parts = [f"level {required} in each skill" if required else "no occupation sets a level"]
    if evidence["decided_by"]:
        parts[0] += f" (NOC {evidence['decided_by']})"
    if "levels" in evidence:
        has = (f"{skill} {'?' if level is None else level}" for skill, level in evidence["levels"].items())
        parts.append(f"has {', '.join(has)}")
    if "reason" in evidence:
        parts.append(_reason(evidence) + (f": {', '.join(evidence['below'])}" if "below" in evidence else ""))
    return "; ".join(parts)


def _validity_says(evidence: Mapping[str, Any]) -> str:
    said = _reason(evidence)
    if "valid_through" in evidence:
        said += f"{'; ' if said else ''}valid through {evidence['valid_through']}"
    return said


def _admissibility_says(evidence: Mapping[str, Any]) -> str:
    grounds = evidence.get("grounds", {})
    return ", ".join(f"{ground.replace('_', ' ')} ({section})" for ground, section in grounds.items())


def _reason(evidence: Mapping[str, Any]) -> str:
    return _REASONS[evidence["reason"]] if "reason" in evidence else ""


_SAYS: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    "work_experience": _work_says,
    "duties": _duties_says,
    "language": _language_says,
    "test_validity": _validity_says,
    "outside_quebec": _reason,
    "admissibility": _admissibility_says,
}


def _work(assessment: Assessment) -> Iterator[str]:
    work, figures = assessment.work.to_dict(), parameters.on(assessment.as_of)
    yield f"Hours counted from {work['window'][0]} to {work['window'][1]}, by job:"
    for claim, job in zip(assessment.work.claims, work["jobs"], strict=True):
        title = "".join(c if c.isprintable() else "?" for c in job["title"] or "no title")
        yield f"  {title} (NOC {claim.job.noc or '?'}): {hours_text(job['credited_hours'])}"
        for part in job["segments"]:
            if part["counts"] is not True:
                days = f"{part['start']} to {part['end'] or 'open':10}"
                yield f"    {days} {_left_out(part, figures)}"
        if "hours_over_cap" in job:
            yield f"    {hours_text(job['hours_over_cap'])} hours above full time earn nothing"
    if not work["jobs"]:
        yield "  none"


def _left_out(part: Mapping[str, Any], figures: Figures) -> str:
    reason = part["reason"]
    if reason is None:
        return "not known yet whether it counts"
    exclusion = figures.work_exclusions.get(reason)
    return f"{_REASONS[reason]} ({exclusion.provision})" if exclusion else _REASONS[reason]


def _advisory(advice: Mapping[str, Any]) -> str:
    jobs = ", ".join(str(position + 1) for position in advice.get("jobs", ()))
    return _ADVICE[advice["id"]].format(jobs=jobs, level=advice.get("level"))


def _limit(reason: str) -> str:
    return _REASONS.get(reason) or _LIMITS[reason]


def _change(change: Mapping[str, Any]) -> str:
    what = _NAMES[change["requirement"]]
    if change["what"] == "required_level":
        return f"{change['date']}  {what}: level {change['from']} becomes {change['to']}"
    return f"{change['date']}  {_MARKS[change['to']]} {what}"
