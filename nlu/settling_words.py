"""The words of plans to live somewhere, of turning a place down, and of not having decided, for nlu.settling."""

from __future__ import annotations

import re
from typing import Final

from nlu.phrases import any_of

_LIVE: Final = (
    r"(?:liv(?:e|ing)|settl(?:e|ing|ed)|stay(?:ing)?|mov(?:e|ing)|relocat(?:e|ing)|resid(?:e|ing)|remain(?:ing)?"
    r"|shift(?:ing)?|be|continue living|keep living)"
)
_PLAN: Final = (
    r"(?:plan(?:s|ning|n?ed|ing)?|intend(?:s|ing)?|intention|intent|want|wanna|wants|wan|wish|hope|hoping|going|gonna|gona|will"
    r"|would(?: like| love| prefer)?|'?ll|prefer|like|looking|decided|dream|thinking|think|goal|aim)"
)
_TO: Final = (
    r"(?:is|to|of|on|about|for|be|i|will|also|definitely|still|just|not|never|like|love|permanently|n't|always|only"
    r"|probably|maybe)"
)
_TURNED_DOWN: Final = (
    r"\b(?<!did )(?:not|never|won'?t|isn'?t|aren'?t|ain'?t|don'?t|no|di|hindi|ayaw)\b(?: (?:be|ever|even|really|dey|wan"
    r"|want|wanna|plan\w*|intend\w*|intention|to|of|ako|kami|ko|po|i|am|will))* "
    r"(?:go(?:ing|nna)?|mov(?:e|ing)|relocat(?:e|ing)|shift(?:ing)?|head(?:ing)?|lilipat|titira|pupunta|lumipat|tumira)"
    r"(?: (?:to|in|for|sa|live|stay|settle|back|anywhere))*"
    r" (?=(?:the province of )?(?:quebec|qc|montreal|gatineau|laval)\b"
    r"(?! for (?:\w+ )?(?:test|exam|ielts|celpip|tef|tcf|interview|job|work|vacation|holiday|visit|wedding|trip)))"
)
NOT_TO_GO: Final = re.compile(_TURNED_DOWN)
INTENT: Final = re.compile(
    any_of(
        rf"\b{_PLAN}\b(?: {_TO})* {_LIVE}\b",
        r"\b(?:we|i) (?:go|gonna|gona) (?:to )?(?:live|stay|settle|move)\b",
        r"\b(?:staying|settling|moving|relocating|shifting|remaining|will (?:be|live|stay)|won'?t live|settle|stay"
        r"|relocate|continue living)\b(?: (?:permanently|here|there|only|definitely))*"
        r"(?= (?:in|to|at|with|here|there|out|outside|within))",
        r"\b(?:my|our) (?:plan|intention|goal|future)(?: (?:is|will be))+(?= )",
        r"\bis (?:my|our) home\b",
        r"\bno plans?\b(?= (?:for|of|to|in)\b)",
        rf"\b{_PLAN}\b(?: {_TO})* (?:leave|leaving|quit)(?= (?:the province of |quebec|montreal|laval|gatineau"
        r"|longueuil|sherbrooke))",
        # "not going to quebec ever": a journey that is turned down is a plan, one that is made may be a visit.
        _TURNED_DOWN,
        r"\b(?:mera|meri|hamara|sada) (?:plan|irada|iraada)\b",
        r"\b(?:lilipat|titira|mananatili|maninirahan)(?: (?:ako|kami|po|lang|na|kasi))*(?= sa\b)",
        r"\b(?:and|am|i'?m) (?:staying|settling|remaining)\b(?=\W*(?:,|$))",
        r"\b(?:veux|voudrais|compte|souhaite|vais|prevois|aimerais|"
        r"pense|pensons|envisage|espere|voulons|allons|comptons)\b(?: \w+){0,2} "
        r"(?:vivre|rester|demeurer|habiter|demenager|m'installer|m'etablir|installer)\b",
        r"\b(?:veux|voudrais|compte|souhaite|aimerais|pense|espere|veut|va|vais|voulons|comptons) "
        r"(?:partir(?! du\b)|quitter)\b",
        r"\b(?:veux|voudrais|compte|souhaite|veut|voulons|comptons) (?:m'en |s'en )?aller\b",
        r"\b(?:quiero|voy a|vamos a|pienso|planeo|queremos|espero) "
        r"(?:(?:irme|irnos|ir) a )?"
        r"(?:vivir|quedar(?:me|nos)?|mudar(?:me|nos)?|ir(?:me|nos)(?! de)|radicar(?:me|nos)?)\b",
        r"\b(?:quero|vou|pretendo|queremos|vamos) (?:me )?(?:mudar|morar|ficar|viver|embora)\b",
        r"\b(?:on|nous|je) (?:demenage\w*|reste\w*)\b|\bon (?:veut|va|compte|pense) "
        r"(?:vivre|rester|demeurer|habiter|demenager|s'installer)\b",
        r"\br[ea]hna(?= (?:hai|he|h|ae|aa|chah\w*|chaun\w*)\b|\W*$|\W*[,.])",
        r"\b(?:settle|shift|move) (?:hona|hon[ae]|karna|ho)(?= (?:hai|he|h|ae|aa|chah\w*|chaun\w*|ja\w+)\b|\W*$)",
    )
)
#: No intention yet, but one that is being made: the fact is ambiguous.
TORN: Final = re.compile(
    any_of(
        r"\b(?:(?:not |un)?decided?|deciding|choosing|choose|confused|thinking)\b(?: \w+){0,2}"
        r"(?= (?:between|in|about|if|to)\b)",
        r"^\W*(?:(?:not sure|i think|i'?m|but|i|yes|or|don'?t know) )*"
        r"(?:maybe|may be|perhaps|probably|possibly|might)\b",
    )
)
#: "i want gatineau": a choice of the place itself.
CHOICE: Final = re.compile(
    r"\b(?:(?:i|we|only|just|still|yes|no|je|on) (?:want|wanna|prefer|choose|chose|pick|veux|prefere|choisis)"
    r"|quiero|prefiero|gusto (?:ko|namin)(?: sa)?)\s(?:(?:in|to|the|sa|en|only) )*$"
)
STAYS: Final = re.compile(r"(?:and|am|i'?m) ")
ANYWHERE: Final = re.compile(
    r"\W*(?:(?:yes|in|ok) )*(?P<said>any ?where|any (?:province|city|place))"
    r"(?: (?:in canada|is ok|is fine|ok|fine))*\W*$"
)
NOT_DECIDED: Final = re.compile(r"\b(?:not (?:yet )?decided|undecided|haven'?t decided|not sure yet)\b")
_THE_PROVINCE: Final = r"\s+(?:the )?(?:province of )?$"
#: "not leave Quebec" is to stay there, unlike "not in Quebec".
LEAVES: Final = re.compile(rf"\b(?:leav(?:e|ing)|out(?:side)? of|outside|out|away from|anywhere but){_THE_PROVINCE}")
DENIED: Final = re.compile(r"\b(?:not|never|no|don'?t|won'?t|wouldn'?t|didn'?t|doesn'?t|isn'?t|nahi|pas|nor)\b")
NOT_QUEBEC: Final = re.compile(
    r"\b(?:but|except(?:ing)?(?: for)?|not(?: in| to)?|(?:not|no) (?:really )?interest(?:ed)? in"
    r"|outside(?: of)?|out of|other than|besides|apart from|excluding"
    r"|no(?: (?:plans?|intentions?)(?: (?:for|of|in|to))?(?: (?:go|move|live)(?: to| in)?)?)?"
    r"|without|never(?: in)?|hors(?: du| de)?|sauf(?: le| au)?|pas (?:au|a|le|en)|leav(?:e|ing)|away from|non"
    r"|quitter(?: le)?|partir du|irme de|irnos de"
    rf"|rest of canada(?: not)?){_THE_PROVINCE}"
)
NOT_GOING: Final = re.compile(
    r"\W{1,3}(?:(?:me|mein|ch|vich|side|to|toh) )*"
    r"(?:(?:nahi+n?|nai|nhi) (?:jaa?na|r[ea]hna|jauna?|rahunga|jaunga)\b"
    r"|(?:no way|never|not at all|jamais|nunca|hindi)\b(?=\W*$|\W*[,.;]))"
)
ONLY_A_DENIAL: Final = re.compile(
    r"\W*(?:(?:yes|no|but|sure|definitely)\W+)*(?:not|never|outside|anywhere but) (?:in |to )?"
)
IN_A_ROW: Final = re.compile(r"\s*(?:,|/|or|ou|and|&|then)\s*(?:in |to |maybe )*$")
UNSURE: Final = re.compile(
    r"\b(?:maybe|may be|perhaps|not sure|unsure|dont know|don't know|not decided|undecided"
    r"|depends|either|might|possibly|thinking about|no idea)\b"
)
LEAVING: Final = re.compile(r"\b(?:out of|outside(?: of)?|away from)\s+(?:\w+ )?$")
DENIED_AT_END: Final = re.compile(
    r"\b(?:not|never|don'?t|won'?t|wouldn'?t|didn'?t|doesn'?t|nahi|pas|nor|no)\s+"
    r"(?:(?:really|have|any|the|a|been|at all|even) )*$"
)
