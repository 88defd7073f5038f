"""The words for work that does not count because of the person's standing: a student, no permit, no status.

Each table gives, for a reason, alternatives of one regular expression over a folded message; each begins at the start
of a word. What lies in the work itself (for oneself, without pay, abroad) is in nlu.excluded_work_words; PRESENT joins
the two for nlu.exclusions.
"""

from __future__ import annotations

from typing import Final

from nlu.excluded_work_words import OF_THE_WORK

FULL_TIME: Final = r"full[ -]?time"
PART_TIME: Final = r"part[ -]?time"
SCHOOL: Final = r"(?:school|college|university|uni)"
_STUDIES: Final = (
    r"(?:stud(?:y|ies|ying)|college|university|uni|school|courses?|program(?:me)?|masters?|diploma|"
    r"degree|bachelors?|pgd?|mba|phd|(?:final |last |first )?semesters?|classes|graduation)"
)
_STUDENT: Final = (
    r"students?(?! (?:visa|permits?|advis\w+|services?|loan|union|support|affairs|housing|success|"
    r"recruit\w*|ambassador|counsel\w+|coordinator|life|residence|card|line|wp|work permit)\b)"
)
_COLLEGE: Final = (
    r"(?:colleges?|university|uni|school|conestoga|seneca|humber|sheridan|centennial|george brown|fanshawe|algonquin"
    r"|langara|sait|nait|bcit|kpu|lambton|mohawk|georgian|camosun|red river|ubc|sfu|mcgill)\b"
)
_TIME: Final = r"(?:time|period|days|life|years)"
_WORKED: Final = r"work(?:ed|ing)?"

#: What tells that a reason is there.
PRESENT: Final = {
    "full_time_study": (
        rf"{FULL_TIME} (?:(?:international|college|university|uni) )?"
        rf"(?:stud\w+|{SCHOOL}|course|program|masters|mba|classes)\b",
        rf"stud(?:ent|ying|ied|y|ies) (?:(?:in|at) \w+ |here )?(?:as )?{FULL_TIME}\b",
        r"(?:master'?s?|diploma|degree|bachelor'?s?|mba|phd|pgd?|studies|study|studied|studying|certificate)"
        r" (?:(?!work|job|as\b|then\b|now\b|since\b|after|before|finish|complet|and\b|but\b|mais\b|not\b|part)[\w']+ )"
        r"{0,5}"
        rf"{FULL_TIME}\b(?! (?:work|job|as\b|hours|cook|server|\d))",
        r"(?:etudes?|maitrise|master|bac|baccalaureat|dec|aec|dep|cours|formation|programme) (?:\w+ ){0,5}"
        r"a (?:temps )?plein\b",
        rf"{FULL_TIME} (?:in|at) (?:\w+ ){{0,2}}{_COLLEGE}",
        r"etudiante?s? a (?:temps )?plein\b",
        r"etudes? a temps plein\b",
        r"etudi(?:e|ais|ait) (?:\w+ )?a (?:temps plein|plein temps)\b",
        r"estudi(?:e|aba|ando) (?:\w+ )?(?:a )?tiempo completo\b",
        r"(?<!at )(?<!the )(?<!food )(?<!store )(?<!grocery )(?<!calgary )(?<!housing )co-? ?ops?\b"
        r"(?!-? ?(?:work )?(?:permit|wp|visa)|\.ca| (?:store|grocery|gas|food|bank|housing))",
        r"(?<=in the )co-? ?op\b",
        r"(?:on|off)[ -]?campus\b(?: (?:job|work))?",
        r"campus job\b",
        rf"(?:during|throughout|along with|alongside|amid) (?:(?:the|my|our|{FULL_TIME}) )*"
        rf"{_STUDIES}(?: {_TIME})?\b",
        rf"in (?:the |my ){_STUDIES}(?: {_TIME})?\b(?<!school)(?<!program)(?<!course)",
        r"(?:while|when|wen|as|whilst) (?:i (?:was|am|were) )?(?:still )?"
        rf"(?:(?:a|an|{FULL_TIME}|international|intl|int'?l) )*"
        rf"(?:{_STUDENT}|studying|study|(?:in|at|doing|attending) (?:my )?{_STUDIES})\b",
        rf"still (?:in {SCHOOL}|studying|(?:a )?student)\b",
        r"still doing my (?:masters|diploma|degree|course)\b",
        rf"(?:was|am|been) (?:still )?(?:in|at|attending|enrolled in) {SCHOOL}\b",
        rf"(?:international |intl |int'?l |foreign )?{_STUDENT}\b(?<!students)",
        r"(?:am|was|were|been|i'm|im) (?:also |still |then )?studying\b",
        r"studying (?:and|n|&) working\b",
        r"work\w*(?: \w+){0,4} (?:on|with|under) (?:a |my )?(?:study|student) (?:permit|visa)\b",
        r"work\w* (?:and|n|&|while|with) stud\w+\b",
        r"pendant (?:mes |les |l'|mon |ma )?(?:etudes?|bac|master|baccalaureat|cours"
        r"|maitrise|doctorat|dec|formation)\b(?: a (?:temps )?plein)?(?: temps)?",
        r"etudiante?s?\b",
        rf"(?:{FULL_TIME} )?(?:padhai|padhaai|parhai) (?:ke|k|kart[ei]|kar|me|thi|tha|si|ki|chal|hui|{FULL_TIME})\b"
        rf"|{FULL_TIME} (?:padhai|padhaai|parhai)\b",
        r"padhte\b",
        r"estudia(?:nte|ba)\b|estud(?:ante|ei|ava)\b(?: (?:em|a) tempo (?:integral|inteiro))?",
    ),
    "unauthorized": (
        r"with ?out (?:(?:a|any|my|valid|the|having|proper|legal) )*(?:work )?"
        r"(?:permits?|authori[sz]ation|permission|papers|wp|visa)\b(?! of )",
        r"sans (?:permis|autorisation)\b",
        r"(?:permit|wp|pgwp|visa) (?:(?:was|is|did|does|do|has) )*(?:not|n't|wasn'?t|didn'?t|doesn'?t|isn'?t) "
        r"(?:(?:for|to|be) )?(?:allow\w*|permit\w*|cover\w*|authori[sz]\w*"
        r"|that (?:employer|company|job|restaurant|place))",
        rf"{_WORKED}[^.;,!?]{{0,25}} (?:with )?no (?:(?:valid|work|any|legal) )*"
        r"(?:permit|wp|papers|authori[sz]ation)\b",
        r"had no (?:(?:valid|work|any|legal) )*(?:permit|wp|papers|authori[sz]ation)\b(?! (?:issue|problem))",
        r"bina (?:work )?permit\b|(?:work )?permit (?:nahi+n?|nai|nhi) (?:tha|thi|si)\b|walang? (?:work )?permit\b",
        r"s[ie][nm] (?:permiso|autorizacion|autorizacao|permissao)\b",
        r"under (?:the )?table\b",
        rf"{_WORKED} (?:for |with |in |on )?cash\b[^.;,]{{0,20}}"
        r" before (?:(?:the|my|i|got|a) )*(?:work )?(?:permit|pgwp|wp)\b",
        r"off the books?\b",
        r"illegal(?:l?y)?\b",
        r"un-?authori[sz]ed(?:ly)?\b",
        r"(?:not|never|wasn'?t) (?:\w+ )?authori[sz]ed\b(?: to work\b)?",
        r"(?<!stopped )(?<!stop )(?<!not )work\w*[^.;,]{0,25} (?:after|while|when|once|even though)"
        r" (?:(?:the|my|i) )*(?:\w+ )?"
        r"(?:permit|visa|pgwp|wp|status) (?:(?:had|was|has|is|already|got) )*"
        r"(?:expired?|expiry|finished|finish|ended|over|ran out|lapsed|gone)\b",
        rf"{_WORKED}[^.;]{{0,30}} (?:when|while|as|on|with) (?:i was |(?:a|an|on|my|just) )*"
        r"(?:visitor|tourist|visit visa|visitor visa|trv)\b",
    ),
    "no_status": (
        r"out ?of ?status\b",
        r"(?:with ?out|no|lost|lose|losing) "
        r"(?:(?:my|any|legal|valid|immigration|temporary) )*status\b(?! (?:issue|problem|gap))",
        r"status (?:issue|problem|gap)s?\b",
        r"status (?:(?:was|had|got|has|is) )*(?:expired|lost|lapsed|ended|gone)\b",
        r"sans statut\b",
        r"(?:wala(?:ng)?(?: (?:po|ako|akong))*|sin|khong co) (?:legal )?(?:status|estatus)\b",
        r"over ?-?stay\w*",
        r"refugee (?:claim\w*|applica\w*|seeker|status|hearing|case|protection)\b",
        r"claim(?:ed|ing) (?:refugee|asylum)\b",
        r"asylum\b",
        r"claimant\b",
        r"demandeu\w+ d'asile\b",
        r"(?<!for )(?<!for a )(?<!applied )restoration\b(?! (?:technician|worker|company|job|industry|work))",
        r"restor(?:ed|e|ing) (?:my )?status\b",
    ),
    **OF_THE_WORK,
}

#: What may be the reason, and may not.
DOUBTFUL: Final = {
    "full_time_study": (
        r"intern(?:ships?|ed|ing|s)?\b",
        r"(?:was|were|am|been) on (?:a |my )?(?:study|student) (?:permit|visa)\b",
        r"(?:study|student) (?:visa|permit) (?:time|period|pe|te|par|pr|mein|me)\b",
        r"practicum\b",
        r"work[ -]term\b",
        r"stagiaire\b",
        r"stage (?:en entreprise|d'etudes|obligatoire|pratique)\b",
    ),
    # Status was lost before it was applied for, nobody said when.
    "no_status": (r"(?:for (?:a )?|applied )restoration\b",),
    # A duty of many clerks, too.
    "self_employed": (
        r"(?:send|sending|sent|submit\w*|raise|issue|make|with|my) (?:(?:monthly|an?|the) )*invoices?\b",
        # A part of the company may be the control of it.
        r"(?:i |we )?(?:own|hold|have) \d{1,3} ?(?:%|percent|per cent)(?: (?:of|in|shares?))?",
        r"(?:co-?owner|part owner|shareholder)\b",
    ),
    "unauthorized": (
        rf"{_WORKED}(?! (?:for |with |in )?cash)[^.;,]{{0,25}} before (?:(?:i|got|getting|receiving|having|my|the|a) )*"
        r"(?:work )?(?:permit|pgwp|visa|wp)\b",
        # The permit may have come after the work began.
        r"but (?:my |the )?(?:work )?(?:permit|pgwp) (?:only |just )?(?:came|arrived|was issued|was approved)\b",
    ),
}
#: Beside an internship, these settle that it was part of the studies, or that it was not.
IN_STUDIES: Final = (
    rf"(?:during|in|for|with|of|through|while) (?:(?:the|my|a|an|{FULL_TIME}) )*"
    rf"(?:{_STUDIES}|student)\b"
    rf"|\b(?:{SCHOOL}|course|mandatory|academic|summer|semester) (?:\w+ )?intern"
    rf"|\bpracticum\b|\bwork[ -]term\b"
)
AFTER_STUDIES: Final = (
    r"\bafter (?:my |the )?(?:graduat\w*|stud\w+|college|university|completing|finishing|degree"
    r"|diploma)\b"
)

#: When studies ended; told only where it is put right ("study ended 25 april, i said 25 may by mistake"), since nobody
#: says by it alone that they worked before.
STUDIES_ENDED: Final = (
    r"(?:stud(?:y|ies)|(?:my|the) (?:course|program(?:me)?|diploma|degree|college|school|masters?|semester)|etudes"
    r"|estudios)(?= (?:(?:was|were|is|are|got|actually|really|just|se|ont|han) )*"
    r"(?:end(?:ed|s)?|finish(?:ed)?|complet\w+|over|fini\w*|termin\w+)\b)",
    r"i (?:have |had |actually )?(?=(?:finish(?:ed)?|completed|ended|graduated)(?: from)? (?:(?:my|the) )?"
    r"(?:stud(?:y|ies)|course|program(?:me)?|diploma|degree|college|school|masters?)\b)",
)
#: Without one of these there is nothing to look for.
ENDS: Final = ("finish", "ended", "ends", "complet", "graduat", "over", "fini", "termin")
PUT_RIGHT: Final = (
    r"^\W*(?:sorry|no|wait)\b"
    r"|\b(?:mistake\w*|wrong(?:ly)?|typo|oops|my bad|correction|galti|erreur|equivoque|error|perdon)\b"
    r"|\bi (?:said|wrote|told|put|typed)\b"
    r"|\b(?:not|no|pas|nahi) (?:in |en )?"
    r"(?:\d|jan|feb|fev|mar|apr|avr|may|mai|jun|juin|jul|aug|aou|sep|oct|nov|dec|ene|abr|ago|dic)"
)

#: A permit that ended; what was done after it says why the days do not count.
EXPIRED: Final = (
    r"(?:permits?|permis|permiso|visa|pgwp|wp|status|statut)\b(?: (?:de travail|de trabajo|a|has|had|was|is|got|already"
    r"|ko|se|est))* (?:expir\w*|ended|finish\w*|ran out|lapsed|over|vencio|caduco|khatam|khtam|fini|termine)\b"
)
#: These tell of it only after a permit that ended.
AFTER_EXPIRY: Final = {
    "no_status": (
        r"(?:(?:did|do|had) not|didn'?t|dint|never|forgot to|not) "
        r"(?:appl(?:y|ied)|renew(?:ed)?|extend(?:ed)?|file[d]?)\b",
        r"(?:applied|filed|renewed|did)(?: for)? nothing\b",
        r"pas (?:demande|renouvele|prolonge)\b",
        rf"(?:{_WORKED}|stay\w*|remain\w*|continue\w*|travaill\w+|trabaj\w+)[^.;!?]{{0,40}} "
        r"(?:without|sans|sin|sem|with no) "
        r"(?:(?:faire|presenter|avoir fait|hacer|fazer|pedir) (?:(?:de|la|une|un|my|mi) )?)?"
        r"(?:apply\w*|renew\w*|extend\w*|fil(?:e|ing)\b|(?:an?|any|my) (?:extension|renewal|application)|extension"
        r"|renewal|application|demande\w*|renouvel\w*|prolong\w*|renov\w*|solicit\w*)",
    ),
    "unauthorized": (
        r"(?:kept|keep|continued?|still|went on|was|were|also) (?:(?:on|to) )?work(?:ing|ed)?\b",
        r"(?:continue a|ai|j'ai) travaill\w+|(?:segui|trabaje|trabajando)\b",
    ),
}
