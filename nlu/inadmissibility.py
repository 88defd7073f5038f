"""Reads grounds of inadmissibility that a person tells or denies: a record, an overstay, a ban.

The ground is only named, never weighed: that is for a professional. A parking ticket and a
refused visa are none. A general denial ("all clean", "not inadmissible") is of the
ground "any"; a clean record is none of the courts only.
"""

from __future__ import annotations

import re
from typing import Final

from nlu.facts import Fact
from nlu.negation import Denials
from nlu.phrases import Phrases

_FAMILY: Final = (
    r"(?:wife|husband|spouse|partner|son|daughter|child|children|kids?|father|mother|brother|"
    r"family member|family)"
)
_CASE: Final = r"(?:criminal|police|court)"
_CRIME: Final = r"(?:assault|theft|dui|fraud|shoplift\w*|drugs?|weapons?|domestic\w*)"

GROUNDS: Final = {
    "family_member": (
        rf"my {_FAMILY}(?:'?s)? (?:\w+ )?(?:has|had|have|is|was|got)(?: been)? "
        rf"(?:(?:a|an|some|serious|in) )*(?:{_CASE}|record|convict\w*|arrest\w*|inadmissible|"
        r"medical (?:condition|issue|problem)|refused for|deport\w*)(?: (?:record|case))?\b",
        r"inadmissible family\b",
    ),
    "misrepresentation": (
        r"mis-? ?rep\w*|fausses? declarations?\b|fraudulent\b|forged\b",
        r"fake (?:doc\w*|offer|letter|job|lmia|bank|experience|paper\w*|certificate)\w*",
        r"lied (?:on|in|to|about)\b|(?<=ai )menti\b|(?<=jamais )menti\b",
        r"(?:lying|lie) (?:on|in|to) (?:(?:my|any|the|an) )?(?:appl\w+|form|ircc|officer|immigration)",
        r"false (?:doc\w*|information|info|letter)",
        r"(?:5|five)[- ]?(?:years?|yrs?)[- ]ban\b|bann?ed (?:from canada|(?:for )?\d|by ircc)",
    ),
    "non_compliance": (
        r"(?:removal|deportation|departure|exclusion) order\w*|removed from canada\b",
        r"(?:was|were|been|got|get) deported\b|deported (?:from|in|to|once|back)\b",
        r"over ?-?stay\w*|non[- ]?compli\w*|failed to leave\b|work(?:ed|ing) illegally\b",
        r"(?:broke|violated|breached) (?:(?:my|the) )?(?:\w+ )?"
        r"(?:conditions?|terms|permit|status|law)\b",
    ),
    "criminality": (
        r"(?:criminal|crimes?|crim)(?: (?:records?|charges?|case|offen[cs]e|conviction|history|"
        r"background|past|matter|issue))?\b(?! (?:law|justice|lawyer|code|defen[cs]e))",
        r"dui\b|d\.u\.i\b|dwi\b|drunk(?:en)? driv\w*|impaired(?: driv\w*)?|drink driv\w*",
        r"dr[iu]nk(?:ing)? and driv\w*|convict\w*|arrest(?:ed)?\b|felony\b|misdemean\w*",
        rf"charged (?:with|for (?:(?:a|an) )?{_CRIME})|(?:pending|{_CRIME}) charges?\b|{_CRIME} case\b",
        r"charges? (?:(?:is|are|was|still|were) )*pending\b|shoplift\w*",
        rf"{_CASE} case\b|went to (?:jail|prison)\b|in jail\b",
        r"casier judiciaire\b|antecedentes\b|(?:police|bad) record\b",
        r"(?:has|have|had|with|got|no|any) (?:(?:a|any) )?records?\b(?! of)",
    ),
    "security": (
        r"security (?:inadmiss\w*|ground|risk|concern|threat)|terroris\w*|espionage\b",
        r"war crimes?\b",
    ),
    "health": (
        r"medical(?:ly)? inadmiss\w*|failed (?:(?:my|the) )?medicals?\b|excessive demand\b",
        r"(?:medical|health) (?:issue|problem|condition|refusal|ground)s?\b|tuberculosis\b|tb\b",
        r"hiv\b|serious (?:illness|disease|health)\b|dialysis\b|cancer\b",
    ),
    "financial": (
        r"financial(?:ly)? inadmiss\w*|social assistance\b(?! worker)|bankrupt\w*",
        r"(?:on|took|receiv\w+|get|getting) (?:welfare|ontario works)\b",
    ),
    "any": (r"inadmiss\w*|inadmisible\b",),
}
_PHRASES: Final = Phrases(f"(?P<{ground}>{'|'.join(forms)})" for ground, forms in GROUNDS.items())
_IS_CLEAN: Final = re.compile(r"\b(?:clean|clear|spotless|sin) (?:(?:my|a|the) )?$")
_CLEAN_RECORD: Final = re.compile(
    r"\b(?:clean|clear|spotless|cleared)\b (?:(?:criminal|police) )?(?:record|history|background)s?\b"
)
_CLEAN: Final = re.compile(
    r"\b(?:clean|clear|spotless|cleared)\b (?:case|past|profile|slate)"
    r"|^\W*(?:(?:all|i am|im|i'm|totally|fully|yes|no) )*clean\W*$"
    r"|\b(?:nothing|none) (?:against me|on my record)\b"
    r"|\b(?:i am|i'm|im) (?:(?:fully|totally) )?admissible\b"
    r"|\bno (?:admissibility|immigration) (?:issues?|problems?|violations?)\b"
)
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


def read_inadmissibility(folded: str) -> list[Fact]:
    """One fact for each ground that a folded message tells or denies, in order."""
    facts = _grounds(folded)
    told = any(fact.value["present"] for fact in facts)
    if not facts and (clean := _CLEAN_RECORD.search(folded)):
        return [Fact("inadmissibility", {"ground": "criminality", "present": False}, clean.start(), clean.end())]
    if not told and (clean := _CLEAN.search(folded)):
        value = {"ground": "any", "present": False}
        return [Fact("inadmissibility", value, clean.start(), clean.end())]
    return facts


def _grounds(folded: str) -> list[Fact]:
    found = [match for match in _PHRASES.finditer(folded) if not _is_none(folded, match)]
    denials = Denials(folded, [match.span() for match in found])
    facts: dict[str, Fact] = {}
    for match in found:
        ground = match.lastgroup
        assert ground is not None
        present = not denials.covers(*match.span()) and not match.group().startswith("no ")
        present = present and _IS_CLEAN.search(folded[: match.start()]) is None
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
