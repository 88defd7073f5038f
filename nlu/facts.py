"""What can be read from one message: the contract between reading and conversation.

A message gives a list of facts. Each is typed by its kind, holds a JSON value, and knows the span it was
read from. What can be read in more than one way is marked ambiguous, so that the conversation asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

#: Kind -> shape of its value. D is a date as a string: "YYYY-MM" (month grain) or "YYYY-MM-DD" (day grain).
#: Numbers are decimal strings ("37.5"), so that nothing is rounded on the way.
KINDS: Final[Mapping[str, str]] = {
    # about a job
    "title": '{"title": str, "employer": str}: what the person calls the job, lower case, no employer, no seniority '
    'lost; employer only where it is one that tells the sector ("tims")',
    "duties": '{"text": str}: what somebody says they do most of the day, beside the title',
    "noc": '{"code": "63200"} NOC 2021; {"unknown_code": "63299"}; {"code_2016": "6322"}; {"teer": 3}; '
    '{"skill_level": "B"}',
    "period": '{"start": D|null, "end": D|null, "ongoing": bool}: when a job was held; ongoing = still there',
    "date": '{"date": D}: a lone date whose role the wording does not tell',
    "duration": '{"amount": "14", "unit": "day|week|month|year"}: a length not tied to the calendar',
    "hours": '{"per_week": "37.5"}; full time without a figure: {"per_week": "30", "at_least": true}; '
    'part time without a figure: {"per_week": null, "part_time": true}, ambiguous',
    "exclusion": '{"reason": R, "present": bool, "start": D|null, "end": D|null}: present = false is a denial; '
    "R of REASONS; the dates are of the part that does not count, null = not said",
    "permit": '{"permit": P}, P of PERMITS',
    "place": '{"province": "AB"|null, "city": str|null, "country": "CA"|str}: where the work was or the person is',
    "job_ref": '{"position": 1, 2, ... or -1 = the last} or {"title": str}: which job a message speaks of',
    # about the language test
    "test": '{"test": T}, T of cec\'s accepted or named unaccepted tests; ambiguous with readings where '
    '"ielts", "pte", "tef" or "tcf" stands alone',
    "scores": '{"listening": "8", "reading": ..., "writing": ..., "speaking": ...}: any subset of the skills',
    "overall": '{"overall": "7.5"}: one figure for the whole test, never enough',
    "clb": '{"listening": "9", ...} or {"all": "9"}: CLB or NCLC levels given instead of scores',
    "test_date": '{"date": D}: the day of the test',
    # about the person
    "outside_quebec": '{"value": bool}: where they intend to live',
    "inadmissibility": '{"ground": G, "present": bool}, G of cec\'s grounds, or "any" for a general denial',
    # bare figures, to be understood from the question that was asked
    "number": '{"value": "37.5"}',
    "numbers": '{"values": ["8", "7", "7", "6"]}: two or more bare figures in a row, "8765" too',
}

#: What a supposition ("what if I quit in January") says beside facts of the kinds above: kind -> shape of its value.
SUPPOSED: Final[Mapping[str, str]] = {
    "ends": '{"date": D|null}: the last day of work; null = no day is said',
    "applies": '{"date": D|null}: the day of the application',
    "studies": '{"date": D|null, "part_time": bool}: study from a day on',
    "starts": '{"date": D|null, "beside": bool}: a job begins, beside the jobs held or in their place',
    "since": '{"date": D}: the day from which the rest holds',
}

REASONS: Final = (
    "full_time_study", "self_employed", "unpaid", "unauthorized", "no_status", "abroad", "leave",
    "foreign_employer",
)  # fmt: skip

PERMITS: Final = (
    "pgwp", "open", "spousal_open", "lmia", "employer_specific", "iec", "bridging", "co_op", "study",
    "visitor", "maintained", "expired", "refugee_claimant", "none",
)  # fmt: skip

SKILLS: Final = ("listening", "reading", "writing", "speaking")


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, read from ``text[start:end]``.

    ambiguous: it can be read in several ways, or not fully; the conversation must ask.
    readings: the values it may have, where they can be listed (two or more), best first.
    job: 0, 1, ... tells the jobs of one message apart, in the order told; None for what is no job's.
    replaces: the old value that a correction names ("7.5 not 6.5" -> {"speaking": "6.5"}).
    """

    kind: str
    value: Mapping[str, Any]
    start: int
    end: int
    ambiguous: bool = False
    readings: tuple[Mapping[str, Any], ...] = field(default=())
    job: int | None = None
    replaces: Mapping[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The fact as JSON, without the fields that hold nothing."""
        data = asdict(self)
        data["readings"] = list(self.readings)
        optional = {"ambiguous": False, "readings": [], "job": None, "replaces": None}
        return {key: value for key, value in data.items() if optional.get(key, ...) != value}


@dataclass(frozen=True, slots=True)
class Supposition:
    """What a message supposes: facts of the kinds in KINDS and SUPPOSED, in the order told.

    is_plain: it asks "what if"; otherwise an "if" may also be part of a question about the rules.
    is_all_along: it supposes that things were different, not that they will be.
    """

    facts: tuple[Fact, ...]
    is_plain: bool
    is_all_along: bool
