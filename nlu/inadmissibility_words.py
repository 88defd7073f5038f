"""The words of inadmissibility, told and denied, for nlu.inadmissibility: regular expressions over a folded message."""

from __future__ import annotations

from typing import Final

_FAMILY: Final = (
    r"(?:wife|husband|spouse|partner|son|daughter|child|children|kids?|father|mother|brother|"
    r"family member|family)"
)
_CASE: Final = r"(?:criminal|police|court)"
_CRIME: Final = r"(?:assault|theft|dui|fraud|shoplift\w*|drugs?|weapons?|domestic\w*)"

GROUNDS: Final = {
    "family_member": (
        rf"my {_FAMILY}(?:'?s)? (?:\w+ )?(?:has|had|have|is|was|got)(?: been)? "
        rf"(?:(?:a|an|some|serious|in) )*(?:{_CASE}|{_CRIME}|record|convict\w*|arrest\w*|inadmissible|"
        r"medical (?:condition|issue|problem)|refused for|deport\w*)(?: (?:record|case|charges?))?\b",
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
        r"casier(?: judiciaire)?\b|antecedentes(?: (?:penales|criminais|criminales))?\b|(?:police|bad) record\b",
        r"condamnations?\b|condamnee?\b|ete arretee?\b(?! de)|facultes affaiblies\b|(?:ivresse|alcool) au volant\b",
        r"(?:arrestad|condenad|detenid)[oa]\b|kaso\b|na-?kulong\b|na-?aresto\b",
        r"(?<=no )offen[cs]es?\b|(?<=any )offen[cs]es?\b|sud[iy]most\w*|судимост\w*",
        r"(?:has|have|had|with|got|no|any) (?:(?:a|any) )?records?\b(?! of)",
    ),
    "security": (
        r"security (?:inadmiss\w*|ground|risk|concern|threat)|terroris\w*|espionage\b",
        r"war crimes?\b",
    ),
    "health": (
        r"medical(?:ly)? inadmiss\w*|failed (?:(?:my|the) )?medicals?\b|excessive demand\b",
        r"(?:medical|health) (?:issue|problem|condition|refusal|ground)s?\b|tuberculosis\b|tb\b",
        r"(?<=no )(?:medical|health)\b(?! (?:clear|pass|ok|good))|enfermedad\w*|maladies?\b(?! prof)",
        r"hiv\b|serious (?:illness|disease|health)\b|dialysis\b|cancer\b",
    ),
    "financial": (
        r"financial(?:ly)? inadmiss\w*|social assistance\b(?! worker)|bankrupt\w*",
        r"(?:on|took|receiv\w+|get|getting) (?:welfare|ontario works)\b",
    ),
    "any": (r"inadmiss\w*|inadmisible\b",),
}

_CLEAN: Final = (
    r"(?:clean(?:ed)?|clear(?:ed)?|spotless|saaf|malinis|vierge|propre|nette?|neant|limp(?:i[oa]|[oa])s?"
    r"|nil|blank|empty|zero)"
)
_OK: Final = r"(?:ok(?:ay)?|good|fine|clear|clean|passed|pass|perfect|excellent|normal|theek|acha|bien|bonne)"
_LINKS: Final = (
    r"(?:(?:is|are|was|were|also|all|very|totally|completely|still|judiciaire|penales|record|records|est|es|esta|son"
    r"|hai|po|naman|both|too|exam|test|:|-|=) ?)*"
)

#: Words right before or right behind a record that tell that there is none.
CLEAN_BEFORE: Final = (
    r"\b(?:clean|clear|spotless|sin|sem|saaf|malinis(?: na)?|bez|net|nyet|nema\w*|без|нет|нема\w*) "
    r"(?:(?:my|a|the|na) )?$"
)
CLEAN_AFTER: Final = rf"\s?{_LINKS}(?:{_CLEAN}|nyet|nema\w*|нет|нема\w*)\b"
#: What can be clean; an arrest cannot.
RECORD: Final = r"record|history|background|past|casier|antecedent|sud[iy]most|судимост"
#: None of the courts: a clean record, no trouble with the police.
CLEAN_RECORD: Final = (
    rf"\b{_CLEAN} (?:(?:criminal|police|na) )?(?:record|history|background)s?\b"
    rf"|\b(?:record|history|background|pcc|ficha|(?:police|background) (?:certificate|clearance|check|verification))s?"
    rf" {_LINKS}{_CLEAN}\b"
    r"|\b(?:no|never|without|not|zero|nunca|aucun|jamais|walang?|nothing|none)\b[^.;!?]{0,25}?"
    r"\b(?:issues?|problems?|trouble|matters?|problemes?|ennuis?|problemas?)(?: \w+)? "
    r"(?:with|from|in|by|avec|con|com|sa) (?:(?:the|any|la|le|a) )?(?:police|law|courts?|polici\w+|justice|loi|ley)\b"
    r"|\bnever (?:been |got |get )?(?:in |into )(?:any )?trouble\b"
    r"|\bpolice (?:has |have |did |no )?never (?:\w+ )?(?:catch|caught|arrest\w*|stop\w*|call\w*)\b"
    r"|\b(?:net|nyet|bez|nema\w*) sud[iy]most\w*|\bsud[iy]most\w* (?:net|nyet|nema\w*)"
    r"|\b(?:нет|без|нема\w*) судимост\w*|\bсудимост\w* (?:нет|нема\w*)|(?:没有|無|无)(?:任何)?犯罪"
)
#: No ground of any kind.
CLEAN: Final = (
    r"\b(?:clean|clear|spotless|cleared)\b (?:case|past|profile|slate)"
    r"|\b(?:nothing|none) (?:against me|on my record)\b"
    r"|\b(?:i am|i'm|im) (?:(?:fully|totally) )?admissible\b"
    r"|\bno (?:admissibility|immigration) (?:issues?|problems?|violations?)\b"
    r"|\b(?:no|never|without|zero|nunca|aucun|jamais|walang?)\b[^.;!?]{0,25}?"
    r"\b(?:issues?|problems?|trouble|problemes?|ennuis?|problemas?)(?: \w+)? (?:with|avec|con|com|sa) "
    r"(?:(?:the|any|la|le|l'|police|law|justice|or|and|ou|o|canada|policia) ?)*"
    r"(?:immigration|inmigracion|imigracao|ircc|cbsa)\b"
)
ALL_CLEAN: Final = (
    r"^\W*(?:(?:all|sir|maam|i am|im|i'm|i dey|ako|po|totally|fully|completely|yes|no|everything|tudo|todo"
    r"|sab(?: kuch)?|tout|est) )*(?:clean|saaf|limpo)\b(?: (?:po|lahat|hai|sir|ji|naman|here|for me))*\W*(?:$|[,.;])"
)
#: "health also ok", "medical passed".
HEALTHY: Final = rf"\b(?:health|medicals?|sante|salud|saude) {_LINKS}{_OK}\b"
