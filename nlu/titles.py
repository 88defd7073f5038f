"""Job titles and NOC codes in a message: a thin adapter of the noc package to facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import noc
from nlu.facts import Fact
from nlu.moods import is_for_another
from nlu.text import Text

_CODE: Final = re.compile(r"(?<![\d.,$/-])\d{5}(?![\d/-]|[.,]\d)")
_NAMED_CODE: Final = re.compile(r"\bnoc\b(?:\s|code|number|no\.?|is|:|-|#)*(?<!\d)(\d{5})(?!\d)")
_CODE_2016: Final = re.compile(r"\bnoc\b(?:\s|code|number|no\.?|is|:|-|#|2016)*(?<!\d)(?!2016|2021|2011)(\d{4})(?!\d)")
_TEER: Final = re.compile(r"\bt(?:ee|e|ie)r\s*(?:level|category|is|:|-)*\s*([0-5])\b")
_SKILL_LEVEL: Final = re.compile(
    r"\b(?:noc\s*(?:level|type|category|skill|:|-)*|skill (?:level|type)(?: is| was|:)?)\s*([abcd0])\b(?!')"
)


#: Where a change of work is told, words that are only a title there: "then supervisor since", "promoted to manager".
_TURN: Final = re.compile(
    r"(?:\b(?:then|after that|before that|since then|now|currently|previously|promoted (?:to|as)|became|become)"
    r"|\d[).]|[,;\n])\s+"
    r"(?:i\s+)?(?:am\s+|was\s+|been\s+|work(?:ed|ing)?\s+)?(?:as\s+)?(?:an?\s+|the\s+)?"
    r"(?P<title>(?:(?:assistant|shift|team|night|senior|store|kitchen|restaurant|floor|production|line|general|duty)\s+)?"
    r"(?:supervisor|superviser|manager|maneger|lead|leader|in charge|incharge|foreman|captain|trainer|assistant"
    r"|associate|server|technician|operator|worker|helper|clerk|coordinator|specialist|analyst|engineer|consultant"
    r"|officer))\b"
)
#: "cook 25h and cleaner 20h": after a figure, a joining word begins another job as a comma does.
_NEXT_JOB: Final = re.compile(
    r"(\d\s?(?:h|hr|hrs|hours?)?(?:\s?(?:/|a|per)\s?w(?:k|eek)?)?\s)(and|then|plus|before that|after that|now)\b",
    re.IGNORECASE,
)


#: Where the case is told for another, what they do is the work.
_OTHER_PERSON: Final = re.compile(
    r"\b(?:he|she|(?:my )?(?:wife|husband|brother|sister|friend|cousin|spouse))\b", re.IGNORECASE
)

#: Words of another thing or person than the speaker's job: a course, a letter, a boss who says something.
_OF_OTHER_BEFORE: Final = re.compile(
    r"\b(?:course|courses|diploma|degree|certificate|classes|program|programme|studying|study|graduated|letter|resume|cv)"
    r"\s+(?:(?:in|of|for|as|to be|an?|the|en)\s+)*$"
)
_LAST_WORD: Final = re.compile(r"\S+\s+$")
_OF_OTHER_AFTER: Final = re.compile(
    r"\s+(?:(?:\d|one|two|three)\s+)?(?:course|courses|diploma|degree|certificate|class|classes|program|programme|business"
    r"|courses)\b"
    r"|\s+(?:give|gives|gave|said|say|says|told|tell|tells|ask|asks|asked|want|wants|wanted|pay|pays|paid|promised)"
    r"\s+(?:me|us|that|i|they)\b"
)
#: "but really i cook everything": the verb, where another word names the job.
_VERBS: Final = frozenset(("cook", "nurse", "guard", "host", "coach", "cashier"))
_SUBJECT: Final = re.compile(r"\b(?:i|we|they|to|also|just|only)\s+$")
_AS_A_JOB: Final = re.compile(r"\W*(?:$|[.,;\n]|(?:at|in|for|since|from|full|part|and|on|with|here|there)\b|\d)")

_OF_A_DEPARTMENT: Final = re.compile(
    r"\b(?:lead|leader|manager|supervisor|director|associate|analyst|specialist|coordinator|officer|representative"
    r"|rep|clerk|assistant|administrator|consultant|technician|engineer|developer|advisor|head)$"
)
_DEPARTMENT: Final = re.compile(
    r",\s(?:customer (?:care|service|success|experience|support|relations)|client (?:care|services?|success)"
    r"|(?:business |people |retail |store |field )?operations|marketing|(?:inside |retail )?sales|finance"
    r"|human resources|hr|accounting|accounts (?:payable|receivable)|engineering|quality(?: assurance| control)?"
    r"|logistics|production"
    r"|procurement|supply chain|maintenance|software|(?:technical|desktop|it) support|communications|payroll"
    r"|front office|food (?:and|&) beverage|food services?|housekeeping|warehouse|compliance|risk|legal|r&d"
    r"|product|data)"
    r"(?=\s*(?:$|[\"'.,;:()\n@]|(?:at|in|for|since|from|with|but|and|on)\b))"
)
_IN_TRAINING: Final = re.compile(r",? \(?e\.?i\.?t\b\.?\)?")

_BEFORE_OR_AFTER: Final = re.compile(r"\b(?:before|after|besides?)\s+(?:(?:the|my|being|becoming|that|an?)\s+)?$")
_AT: Final = re.compile(r"\s+(?:at|@|in)\s+(?:an?\s+|the\s+)?")


def _is_of_something_else(text: Text, fact: Fact) -> bool:
    before, after = text.folded[max(0, fact.start - 40) : fact.start], text.folded[fact.end : fact.end + 40]
    without_brand = _LAST_WORD.sub("", before) if "employer" in fact.value else before
    return any(_OF_OTHER_BEFORE.search(lead) for lead in (before, without_brand)) or bool(_OF_OTHER_AFTER.match(after))


def _is_mentioned_again(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    """ "dispatcher since 2024. before dispatcher i was ...": the job before, and not that one, follows."""
    told = any(other.value["title"] == fact.value["title"] for other in facts if other.start < fact.start)
    return told and _BEFORE_OR_AFTER.search(text.folded[max(0, fact.start - 20) : fact.start]) is not None


def _is_a_verb(text: Text, fact: Fact) -> bool:
    """ "cook" in "i cook everything", not in "i cook at a hotel"."""
    if text.folded[fact.start : fact.end] not in _VERBS:
        return False
    is_subject = _SUBJECT.search(text.folded[max(0, fact.start - 10) : fact.start])
    return bool(is_subject) and not _AS_A_JOB.match(text.folded[fact.end : fact.end + 10])


def _is_a_workplace(text: Text, fact: Fact, facts: Sequence[Fact]) -> bool:
    """ "general labour at amazon warehouse": after a title, what follows "at" is where, and no second job."""
    return any(_AT.fullmatch(text.folded[other.end : fact.start]) for other in facts if other.end < fact.start)


def read_titles(text: Text, dates: Sequence[tuple[int, int]] = ()) -> list[Fact]:
    """The titles of jobs, as the person calls them. dates: spans known to be dates, which are no part of a title."""
    message = text.raw
    for start, end in dates:
        message = message[:start] + "0" * (end - start) + message[end:]
    message = _NEXT_JOB.sub(lambda found: found[1] + ",".ljust(len(found[2])), message)
    if is_for_another(text):
        message = _OTHER_PERSON.sub(lambda found: "i".rjust(len(found[0])), message)
    facts = [Fact("title", _named(mention), mention.start, mention.end) for mention in noc.mentions(message)]
    facts = [_with_department(text, fact, facts) for fact in facts]
    facts = [fact for fact in facts if not any(one.start < fact.start < one.end for one in facts)]
    for found in _TURN.finditer(text.folded):
        start, end = found.span("title")
        if not any(start < fact.end and fact.start < end for fact in facts):
            facts.append(Fact("title", {"title": text.raw[start:end].lower()}, start, end))
    facts = [fact for fact in facts if not _is_of_something_else(text, fact)]
    facts = [fact for fact in facts if not _is_mentioned_again(text, fact, facts)]
    named = [fact for fact in facts if not _is_a_verb(text, fact) and not _is_a_workplace(text, fact, facts)]
    return sorted(named or facts, key=lambda fact: fact.start)


def _with_department(text: Text, fact: Fact, facts: Sequence[Fact]) -> Fact:
    """ "Team Lead, Customer Care", "mechanical engineer EIT": what follows is part of the title."""
    found = _DEPARTMENT.match(text.folded, fact.end) if _OF_A_DEPARTMENT.search(fact.value["title"]) else None
    found = found or (_IN_TRAINING.match(text.folded, fact.end) if fact.value["title"].endswith("engineer") else None)
    if found is None or any(fact.end <= other.start < found.end() and not _is_eit(other) for other in facts):
        return fact
    title = text.raw[fact.start : found.end()].lower()
    return replace(fact, value={**fact.value, "title": title}, end=found.end())


def _is_eit(fact: Fact) -> bool:
    return fact.value["title"] in ("eit", "e.i.t", "e.i.t.")


def _named(mention: noc.Mention) -> dict[str, str]:
    """The title, and the employer where it is one that tells the sector ("supervisor at tims")."""
    employer = {"employer": mention.employer} if mention.employer else {}
    return {"title": mention.title, **employer}


def read_codes(text: Text) -> list[Fact]:
    """Five-digit codes that exist, and codes or levels that are named as such."""
    facts = []
    for found in _CODE.finditer(text.folded):
        if noc.unit_group(found[0]):
            facts.append(Fact("noc", {"code": found[0]}, found.start(), found.end()))
    for found in _NAMED_CODE.finditer(text.folded):
        if not noc.unit_group(found[1]):
            facts.append(Fact("noc", {"unknown_code": found[1]}, found.start(1), found.end(1)))
    for found in _CODE_2016.finditer(text.folded):
        facts.append(Fact("noc", {"code_2016": found[1]}, found.start(), found.end()))
    for found in _TEER.finditer(text.folded):
        facts.append(Fact("noc", {"teer": int(found[1])}, found.start(), found.end()))
    for found in _SKILL_LEVEL.finditer(text.folded):
        facts.append(Fact("noc", {"skill_level": found[1].upper()}, found.start(), found.end()))
    return facts
