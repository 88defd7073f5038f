"""Reads grounds of inadmissibility that a person tells or denies: a record, an overstay, a misrepresentation finding.

The ground is only named, never weighed: that is for a professional. A parking ticket and a refused visa are none. A
general denial ("clean record", "not inadmissible") is of the ground "any".
"""

from __future__ import annotations

import re
from typing import Final

from nlu.facts import Fact
from nlu.negation import Denials

_FAMILY: Final = r"(?:wife|husband|spouse|partner|son|daughter|child|children|kid|kids|father|mother|brother|family member|family)"
_RECORD: Final = r"(?:criminal|police|court)"

_GROUNDS: Final = (
    ("family_member", rf"\bmy {_FAMILY}(?:'?s)? (?:\w+ )?(?:has|had|have|is|was|got|have been|has been) (?:a |an |been |some |serious |in )*(?:{_RECORD}|record|convict\w*|arrest\w*|medical (?:condition|issue|problem)|inadmissible|sick with|refused for|deport\w*)(?: (?:record|case))?|\binadmissible family\b"),
    ("misrepresentation", r"\bmis-? ?rep\w*|\bfake (?:doc\w*|offer|letter|job|lmia|bank|experience|paper\w*|certificate)\w*|\bfalse (?:doc\w*|information|info|letter)|\bfraudulent\b|\bforged\b|\b(?:5|five)[- ]?(?:years?|yrs?)[- ]ban\b|\bbann?ed (?:from canada|for \d|by ircc)|\bfausses? declarations?\b"),
    ("non_compliance", r"\b(?:removal|deportation|departure|exclusion) order\w*|\b(?:was|were|been|got|get) deported\b|\bdeported (?:from|in|to|once|back)\b|\bremoved from canada\b|\bover ?-?stay\w*|\bnon[- ]?compli\w*|\b(?:broke|violated|breached) (?:my |the )?(?:\w+ )?(?:conditions?|terms|permit|status|law)\b|\b(?:worked|working) illegally\b|\bfailed to leave\b"),
    ("criminality", rf"\b(?:criminal|crime|crim) ?(?:record|charges?|case|offen[cs]e|conviction|history|background|past|matter|issue)?\b(?!\s?(?:law|justice|lawyer|code))|\bd\.?u\.?i\b|\bdwi\b|\bdrunk(?:en)? driv\w*|\bimpaired(?: driv\w*)?|\bdr[iu]nk(?:ing)? and driv\w*|\bdrink driv\w*|\bconvict\w*|\bcharged (?:with|for (?:a |an )?(?:assault|theft|dui|fraud|shoplift\w*|drug\w*))|\b(?:pending|assault|theft|drug|weapons?|shoplifting|domestic) charges?\b|\bcharges? (?:is |are |was |still |were )*pending\b|\barrest(?:ed)?\b|\b(?:police|court|criminal) case\b|\bfelony\b|\bmisdemean\w*|\bwent to (?:jail|prison)\b|\bin jail\b|\bcasier judiciaire\b|\bshoplift\w*|\b(?:police|bad) record\b|\b(?:has|have|had|with|got|no|any) (?:a |any )?records?\b(?! of)|\bantecedentes\b"),
    ("security", r"\bsecurity (?:inadmiss\w*|ground|risk|concern|threat)|\bterroris\w*|\bespionage\b|\bwar crimes?\b"),
    ("health", r"\bmedical(?:ly)? inadmiss\w*|\bfailed (?:my |the )?medicals?\b|\bmedical (?:issue|problem|condition|refusal)s?\b|\btuberculosis\b|\btb\b|\bhiv\b|\bexcessive demand\b|\bserious (?:illness|disease|health)\b|\bhealth (?:issue|problem|condition|ground)s?\b|\bdialysis\b|\bcancer\b"),
    ("financial", r"\bfinancial(?:ly)? inadmiss\w*|\b(?:on|took|receiv\w+|get|getting) (?:social assistance|welfare|ontario works)\b|\bsocial assistance\b(?! worker)|\bbankrupt\w*"),
    ("any", r"\binadmiss\w*|\binadmisible\b"),
)  # fmt: skip
_PATTERN: Final = re.compile("|".join(f"(?P<{ground}>{pattern})" for ground, pattern in _GROUNDS))
_CLEAN: Final = re.compile(
    r"\b(?:clean|clear|spotless|cleared?)\b (?:record|history|background|case|past|profile|slate)|^\W*(?:all |i am |im |i'm |totally |fully |yes |no )*clean\W*$"
    r"|\b(?:nothing|none) (?:against me|on my record)\b|\b(?:i am|i'm|im) (?:fully |totally )?admissible\b|\bno (?:admissibility|immigration) (?:issues?|problems?|violations?)\b"
)
_ONLY_FEARED: Final = re.compile(r"\b(?:scared|afraid|fear\w*|worr\w*|will|might|may|can|could|get|be|background|guard)\b(?: \w+){0,4} $")
_CERTIFICATE: Final = re.compile(r" (?:check|clearance|certificate|verification|report)")


def read_inadmissibility(folded: str) -> list[Fact]:
    """One fact for each ground that is told or denied, in order; the text is folded."""
    found = [match for match in _PATTERN.finditer(folded) if not _is_something_else(folded, match)]
    denials = Denials(folded, [match.span() for match in found])
    facts: dict[str, Fact] = {}
    for match in found:
        ground = match.lastgroup or "any"
        present = not denials.covers(*match.span()) and not re.match(r"no\b", match.group())
        value = {"ground": ground, "present": present}
        if ground not in facts:
            facts[ground] = Fact("inadmissibility", value, match.start(), match.end(), ambiguous=present and _is_open(match))
    if not any(fact.value["present"] for fact in facts.values()) and (clean := _CLEAN.search(folded)):
        return [Fact("inadmissibility", {"ground": "any", "present": False}, clean.start(), clean.end())]
    return sorted(facts.values(), key=lambda fact: fact.start)


def _is_something_else(folded: str, match: re.Match[str]) -> bool:
    if _CERTIFICATE.match(folded, match.end()):
        return True
    is_deported = "deport" in match.group() and "order" not in match.group()
    return is_deported and _ONLY_FEARED.search(folded[max(0, match.start() - 40) : match.start()]) is not None


def _is_open(match: re.Match[str]) -> bool:
    """A condition or a bankruptcy is a ground only where the authorities find it one."""
    return match.lastgroup in ("health", "financial") and "inadmiss" not in match.group() and "failed" not in match.group()
