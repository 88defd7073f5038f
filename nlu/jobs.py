"""Tells the jobs of one message apart: "2022-2023 cook 20h, since then kitchen manager full time" is two jobs.

Titles and periods are the anchors. A new job begins where a second title or a second period comes; the mark
before it ("then", "2)", a comma, a line) is the border, and what stands between two borders belongs to that job.
A second period without a title of its own is the same job again ("cook may to dec, and again since june").
"both 40h" is said of every job.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from nlu.double_titles import with_double_titles
from nlu.excluded_jobs import is_aside
from nlu.facts import Fact
from nlu.job_conflicts import without_conflicts
from nlu.shared_titles import common_title, is_of_several, with_hours_of_each
from nlu.text import Text
from nlu.told_of_jobs import is_of_a_part, is_of_all, main_job, told_of

#: What a job is told by, and what may be said of one beside.
JOB_KINDS: Final = frozenset(("title", "noc", "duties", "period", "date", "duration", "hours"))
_BESIDE: Final = frozenset(("exclusion", "place", "permit"))

_BORDER: Final = re.compile(
    r"\n|;|(?<!\d)[.](?=\s|$)|,"
    r"|\b(?:and )?(?:then|after that|before that|since then|previously|before|now|currently|also|later|next|and|but"
    r"|puis|ensuite|avant)\b"
    r"|(?<!\w)(?:\d{1,2}|[ab])[).]\s|(?<!\w)[-*•]\s|\bjob \d\b"
    r"|\b(?:first|second|third|2nd|1st|3rd|other|another|last|previous|current) (?:job|one|position|role)\b"
)
_PARTED: Final = re.compile(
    r"\n|;|\.\s|\b(?:then|before|and|after|puis|ensuite|avant|apres|luego|despues|antes|depois|tapos|phir|baad|potim|potom)\b"
)
_JOINING: Final = re.compile(
    r"(?:[\s,;.&+()-]|\b(?:and|again|then|also|back|there|rejoined|returned|same|job|place|company|n|et)\b)*"
)

#: "first one since june, the other from may": which of the jobs a period is told of.
_REFERS: Final = re.compile(
    r"\b(?:(?P<first>first|1st)|(?P<second>second|2nd|other)|(?P<third>third|3rd)|(?P<last>last|latest|current))"
    r"(?: (?:one|job|position|role|company))?\b"
    r"(?! (?:year|month|week|day|two|three|few)| \d{1,2} (?:year|month|week|day|job))"
    r"(?:[^.;\n\d]|\d{1,2}(?:[.,]\d+)? ?(?:h|hrs?|hours?|heures?|horas?|ghante)\b){0,20}$"
)
_PLACES: Final = {"first": 0, "second": 1, "third": 2, "last": -1}
_ENUMERATED: Final = re.compile(r"\b(?:1st|first|1[.)]|one[.:])(?: (?:one|job))?\W*$")


@dataclass(slots=True)
class _Job:
    """One job being told: its anchors, and where its part of the message begins."""

    anchors: list[Fact] = field(default_factory=list)
    begins: int = 0
    inherited: Fact | None = None
    place: int | str | None = None
    repeated: list[Fact] = field(default_factory=list)

    def has(self, kind: str) -> bool:
        return any(fact.kind == kind for fact in self.anchors)

    def title(self) -> Fact | None:
        return next((fact for fact in self.anchors if fact.kind == "title"), self.inherited)


def tell_jobs_apart(text: Text, facts: Sequence[Fact]) -> list[Fact]:
    """The facts with their job set, in order; facts that are no job's keep None."""
    if not any(fact.kind in JOB_KINDS for fact in facts):
        return list(facts)
    parts = [replace(fact, ambiguous=True) if is_of_a_part(text, fact) else fact for fact in facts]
    if apart := with_hours_of_each(text, parts):
        return apart
    merged = with_double_titles(text, parts)
    jobs = _jobs(text, merged)
    told = [fact for fact in merged if fact.kind not in JOB_KINDS | _BESIDE | {"job_ref"}]
    common = common_title(text, merged) if len(jobs) > 1 else None
    for number, job in enumerate(jobs):
        job.inherited = job.inherited or common
        if job.inherited and not job.has("title"):
            told.append(replace(job.inherited, job=number))
    begins = [job.begins for job in jobs]
    anchored = {id(anchor): number for number, job in enumerate(jobs) for anchor in job.anchors}
    repeated = {id(fact) for job in jobs for fact in job.repeated}
    # "cleaner 40h, clerk 37.5h both brampton": where each job has its hours, "both" is said of something else.
    shared = {"period", "hours"} if sum(fact.kind == "hours" for fact in merged) < len(jobs) else {"period"}
    for fact in merged:
        if id(fact) in repeated:
            continue
        if fact.kind == "job_ref":
            told.append(replace(fact, job=anchored.get(id(fact))))
        if fact.kind in JOB_KINDS | _BESIDE:
            numbers = told_of(text, fact, begins, anchored, shared)
            told += [replace(fact, job=number) for number in numbers]
    return sorted(without_conflicts(text, told), key=lambda fact: (fact.start, fact.end, fact.job or 0))


def _jobs(text: Text, facts: Sequence[Fact]) -> list[_Job]:
    main = main_job(text, facts)
    jobs = [_Job(), _Job(begins=main)] if main else [_Job()]
    titles = sum(fact.kind == "title" for fact in facts)
    shared = [fact for fact in facts if fact.kind == "period" and titles > 1 and is_of_all(text, fact)]
    refs = [fact for fact in facts if fact.kind == "job_ref"]
    told_by_place = len({str(ref.value) for ref in refs}) > 1
    opening = ("title", "period", "job_ref") if told_by_place else ("title", "period")
    anchors = [fact for fact in facts if fact.kind in opening and fact not in shared]
    refs = [ref for ref in refs if "title" in ref.value]
    several = common_title(text, facts) is not None and is_of_several(text)
    for at, anchor in enumerate(anchors):
        job = jobs[-1]
        following = anchors[at + 1] if at + 1 < len(anchors) else None
        if anchor.kind == "job_ref":
            if job.anchors:
                before = max(fact.end for fact in job.anchors)
                jobs.append(_Job(begins=_border(text, before, anchor.start)))
            jobs[-1].anchors.append(anchor)
            continue
        if anchor.kind == "title" and _is_listed(text, anchor, job):
            job.repeated.append(anchor)
            continue
        if anchor.kind == "title" and _is_told_again(anchor, job, following):
            continue
        place = _place_named(text, anchor, job, refs)
        if named := _named(jobs, place):
            named.anchors.append(anchor)
            continue
        is_other = job.has("period") and (place is not None or several)
        is_new = job.has(anchor.kind) and (is_other or not _is_same_period(anchor, job))
        if is_new or _opens_the_next(text, anchor, job, following):
            before = max(fact.end for fact in job.anchors)
            jobs.append(_Job(begins=_border(text, before, anchor.start)))
            if anchor.kind == "period" and not _titled_next(text, anchor, following) and _goes_on(text, before, anchor):
                jobs[-1].inherited = job.title()
            job = jobs[-1]
        job.anchors.append(anchor)
        job.place = place if place is not None else job.place
    return jobs


def _place_named(text: Text, anchor: Fact, job: _Job, refs: Sequence[Fact]) -> int | str | None:
    """Which job the words before a period name: its place ("the first one since ...", -1 the last) or its title."""
    if anchor.kind != "period":
        return None
    after = max((fact.end for fact in job.anchors), default=0)
    if is_aside(text, after, anchor.end):
        return "aside"
    if titled := [ref for ref in refs if after <= ref.start < anchor.start]:
        return str(titled[-1].value["title"])
    said = _REFERS.search(_with_lines(text, after, anchor.start))
    found = said or _REFERS.match(text.folded[anchor.start : anchor.end])
    return _PLACES[found.lastgroup] if found and found.lastgroup else None


def _named(jobs: Sequence[_Job], place: int | str | None) -> _Job | None:
    """The job told before that is named again: by the same words, or by its place among jobs with titles."""
    if place is None:
        return None
    if known := next((job for job in jobs if job.place == place), None):
        return known
    if isinstance(place, str) or len(jobs) < 2 or not all(job.has("title") for job in jobs) or place >= len(jobs):
        return None
    return None if jobs[place].has("period") else jobs[place]


def _is_listed(text: Text, title: Fact, job: _Job) -> bool:
    """ "kitchen helper, 2 jobs. 1st kitchen helper ...": the list begins with the title that heads it."""
    known = job.title()
    if known is None or job.has("period"):
        return False
    words = title.value["title"].split()
    begins_alike = known.value["title"].split()[: len(words)] == words
    return begins_alike and _ENUMERATED.search(text.folded[known.end : title.start]) is not None


def _opens_the_next(text: Text, title: Fact, job: _Job, following: Fact | None) -> bool:
    """ "feb 2024 to may 2025. baker since june 2025": the title is that of the period after it."""
    if title.kind != "title" or job.has("title") or not job.anchors or following is None or following.kind != "period":
        return False
    before = max(fact.end for fact in job.anchors)
    return _is_parted(text, before, title.start) and not _is_parted(text, title.end, following.start)


def _is_parted(text: Text, first: int, last: int) -> bool:
    return _PARTED.search(_with_lines(text, first, last)) is not None


def _is_told_again(title: Fact, job: _Job, following: Fact | None) -> bool:
    """The same title once more, unless a second period comes with it."""
    known = job.title()
    if known is None or known.value["title"] != title.value["title"]:
        return False
    return not (job.has("period") and following is not None and following.kind == "period")


def _is_same_period(anchor: Fact, job: _Job) -> bool:
    if anchor.kind != "period":
        return False
    known = next(fact for fact in job.anchors if fact.kind == "period")
    return _overlap(known, anchor)


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether two periods cannot be two stretches of one job: they share days, or one completes the other."""
    starts = [fact.value["start"] for fact in (one, other)]
    ends = [fact.value["end"] for fact in (one, other)]
    if None in starts:
        # "laid off in june ... started again in august": what begins after an end is no part of it.
        crossed = zip(reversed(starts), ends, strict=True)
        return not any(start and end and start[:7] > end[:7] for start, end in crossed)
    first, second = (0, 1) if starts[0] <= starts[1] else (1, 0)
    closes = ends[first]
    if closes is None:
        return bool((one, other)[first].value["ongoing"]) or starts[0][:7] == starts[1][:7]
    return bool(starts[second][: len(closes)] < closes)


def _titled_next(text: Text, period: Fact, following: Fact | None) -> bool:
    """Whether a title follows that is this period's: no border but a comma between them."""
    if following is None or following.kind != "title":
        return False
    return not _is_parted(text, period.end, following.start)


def _goes_on(text: Text, first: int, period: Fact) -> bool:
    """Whether nothing but joining words stands before a period, so that it is the same job again.

    An unknown word may be the title of another job, which is then asked.
    """
    return _JOINING.fullmatch(text.folded[first : period.start]) is not None


def _border(text: Text, first: int, last: int) -> int:
    """Where the next job's part begins: at the last mark between two anchors, else right at the anchor."""
    marks = list(_BORDER.finditer(_with_lines(text, first, last)))
    return first + marks[-1].start() if marks else last


def _with_lines(text: Text, first: int, last: int) -> str:
    raw, folded = text.raw[first:last], text.folded[first:last]
    return "".join("\n" if letter == "\n" else plain for letter, plain in zip(raw, folded, strict=True))
