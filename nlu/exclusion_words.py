"""The words for work that does not count, for nlu.exclusions.

Each table gives, for a reason, alternatives of one regular expression over a folded message; each
begins at the start of a word. ``ABROAD`` in an alternative stands for any country but Canada, and
for "home" abroad.
"""

from __future__ import annotations

from typing import Final

ABROAD: Final = "ABROAD"

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
_NATIONALITY: Final = (
    r"foreign|overseas|non[ -]canadian|us|u\.s\.?|usa|american|indian|uk|british|chinese|european|australian|dubai"
    r"|german|mexican|french|colombian|brazilian|filipino|philippine|pakistani|nigerian|kenyan|ghanaian|japanese"
    r"|korean|vietnamese|ukrainian|russian|turkish|iranian|moroccan|algerian|tunisian|senegalese|cameroonian|ivorian"
    r"|spanish|italian|portuguese|dutch|swiss|swedish|irish|israeli|egyptian|lebanese|saudi|emirati|bangladeshi|nepali"
    r"|sri lankan|singapore(?:an)?|malaysian|indonesian|thai|argentin\w+|chilean|peruvian|venezuelan|jamaican"
    r"|taiwanese|polish"
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
        rf" (?:(?!work|job|as\b|then\b|now\b|since\b|after|before|finish|complet|and\b|not\b|part)[\w']+ ){{0,5}}"
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
        r"padhai (?:ke|k|karte|me)\b",
        r"padhte\b",
        r"estudia(?:nte|ba)\b|estud(?:ante|ei|ava)\b(?: (?:em|a) tempo (?:integral|inteiro))?",
    ),
    "self_employed": (
        r"self[ -]?\w?emp\w*",
        r"(?:my|have|had|has|run|ran|running|started|opened|owned?|through|via|a|an) own (?:\w+ )?"
        r"(?:business|corp\w*|compan\w+|shop|restaurant|store|salon|truck|firm|agency|inc)\b",
        r"my (?:own )?(?:corporation|corp|inc)\b",
        r"(?:^|[,;.(]|\bunder|\bthrough|\bthru|\bvia)\s*own (?:corporation|corp|company|business|shop|salon)\b",
        r"(?:small )?business owner\b",
        r"(?<!restaurant )own(?:ed|s|ing)? (?:a|the|my|small) (?:\w+ )?"
        r"(?:business|company|shop|restaurant|store|salon)\b",
        r"work(?:ed|ing)? for (?:myself|my self)\b",
        r"(?:my )?own boss\b",
        r"sole[ -]?prop\w*",
        r"incorporated\b(?! in\b)",
        r"driver inc\b",
        r"owner[ /-]*op\w*\b",
        r"(?:i|we|to) invoiced?\b",
        r"(?:paid|pay) (?:me )?(?:with|on|by|through|via|against) (?:(?:an|my|monthly) )?invoices?\b",
        r"(?:send|sent|sending|submit\w*|gave|give|raised?) (?:(?:them|him|her|monthly|my|an?|the) )*invoices?"
        r" (?:to|for) (?:(?:the|my|our) )?(?:company|employer|boss|agency|them|pay\w*|work)\b",
        r"(?:send|sent|gave|give) (?:them|him|her) (?:(?:monthly|my|an?|the) )*invoices?\b",
        r"invoic(?:e|ed|ing) (?:them|him|her|the company|my client|clients?|every|monthly)\b",
        r"t4[ -]?a\b",
        r"1099\b",
        r"free ?-?lan\w*",
        r"(?:upwork|fiverr)\b",
        r"gig (?:work|job|economy|driver|app)\w*",
        r"gigs\b",
        r"(?<!at )uber(?: ?eats)?\b",
        r"(?<!at )lyft\b",
        r"door ?dash\w*",
        r"skip(?:the| the)? ?dish\w*",
        r"skip (?:driver|delivery)\b",
        r"(?:and|or|n|&) skip\b",
        r"insta ?cart\b",
        r"(?:foodora|turo|amazon flex)\b",
        r"rent(?:ed|ing|s|al)? (?:a |the |my )?(?:chair|booth|station)\b",
        r"(?:chair|booth|station) rent\w*",
        r"(?:independent|indep|ind|sub|self)[ -]?contract(?:or|ors|ing)\b",
        r"(?<!for a )(?<!for the )(?<!for )(?<!roofing )(?<!with a )(?<!general )contractors?\b"
        r"(?! (?:company|firm|team|t4\b|on t4\b|paid t4\b))",
        r"(?:corp to corp|c2c|on corp(?:oration)? basis)\b",
        r"fee[ -]for[ -]service\b",
        r"bill(?:ed|ing)? (?:the )?(?:ohip|msp|province|ahcip|ramq|clients?)\b",
        r"(?:gst|hst) number\b",
        r"(?:travailleu(?:r|se)s? )?autonomes?\b",
        r"a mon (?:propre )?compte\b",
        r"auto[ -]?entrepreneu\w*",
        r"pigiste\b",
        r"(?:khud|apna) ?(?:ka )?(?:kaam|kam|business|dhandha)\b",
        r"por cuenta propia\b",
        r"autonom[oa]s?\b|(?:por|de) conta propria\b",
        r"(?:como|trabaj\w+|trabajador\w*|era|soy|fui|contratista) independiente\b",
    ),
    "unpaid": (
        r"un ?-?paid\b(?! (?:leave?s?\b|overtime|breaks?|lunch|vacation|time|days?|weeks?|invoice"
        r"|parental|sick|bills?|holiday))",
        r"volunt\w+\b(?! (?:\w+ )?coordinator| manager)",
        r"benevol\w*",
        r"non[ -]remuner\w*",
        r"pro bono\b",
        r"without (?:(?:any|being|getting) )*(?:pay|paid|salary|wages?|payment|money)\b",
        r"no (?:pay|salary|wages?|payment)\b(?! ?(?:stub|slip|roll))",
        r"(?:work\w* )?for free\b(?! lanc)",
        r"work\w* free\b(?! lanc)",
        r"free of (?:cost|charge)\b",
        r"(?:not|never|wasn'?t|didn'?t|weren'?t|isn'?t) "
        r"(?:(?:get|getting|got|been|being|was) )*paid\b"
        r"(?! (?:leave|vacation|in cash|cash|hourly|by|as))",
        r"(?:not|never|didn'?t|dint|don'?t|doesn'?t|no|wouldn'?t) (?:(?:even|ever|want to|wanna|want) )*"
        r"(?:pay|paid|gave|give) (?:me|us|anything|any (?:money|salary|thing))\b"
        r"(?! (?:(?:any|extra|full|the|my|for|proper) )*"
        r"(?:overtime|ot\b|extra|tips?|on time|holidays?|stat\b|vacation|t4|stubs?|pay ?stubs?|slips?|benefits?|bonus"
        r"|raise|hours|permit|letter|well|much|enough|cash|by|copy))",
        r"sans (?:(?:etre|aucun|aucune) )?(?:paye\w*|paie|salaire|remuneration|solde)\b",
        r"(?:ete|etais|etait) pas payee?\b",
        r"sin (?:pago|paga|sueldo|salario|cobrar)\b|no me pag\w+|sem (?:salario|receber|pagamento)\b|nao me pag\w+",
        r"walang? (?:bayad|sahod|sweldo)\b|hindi (?:ako |po ako )?(?:binayaran|sinahuran|sinuwelduhan|bayad)\b",
        r"(?:paise?|salary|pay|tankhwah|pagar) (?:bhi )?(?:nahi+n?|nai|nhi) (?:mil\w*|di\w*|ditt\w*|aa?y\w*)",
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
    "abroad": (
        r"out ?side (?:of )?(?:the )?(?:canada|country)\b",
        r"out of (?:canada|the country|country)\b",
        r"hors (?:du )?canada\b",
        r"(?:remote|remotely|online|wfh|work from home|teletravail)\b(?: (?!for\b|but\b)\w+){0,4} "
        r"(?:from|in|at|depuis) (?:\w+ )?ABROAD",
        rf"{_WORKED}s?\b(?! holiday)(?: (?!compan|employer|firm|but\b|client)\w+){{0,5}} (?:from|in|at) ABROAD",
        r"(?:experience|exp|job|employed|employment)\b(?: \w+){0,3} (?:in|from|at) ABROAD",
        r"(?:years?|yrs?|months?) in ABROAD (?:as|with|working|experience)\b",
        r"(?:some|part|rest|half|most|months?|weeks?|it|all|days?) (?:of (?:it|that|(?:the |my )?work) )?"
        r"(?:was |were |is )?(?:done |worked )?(?:from|in) ABROAD",
        r"(?:work\w*|job|experience|exp)\b(?: \w+){0,4} (?:abroad|over ?seas|back home)\b",
        r"(?:tele-?travail\w*|travail\w*)(?: \w+){0,3} (?:depuis|a|de) l'etranger\b",
        r"(?:was|were|been|stayed) (?:back )?in ABROAD (?:and )?work(?:ed|ing)\b",
        r"(?:trabaje|trabajando)(?: \w+){0,2} (?:desde|en) (?:el extranjero|ABROAD)",
        r"foreign (?:work )?experience\b",
        r"(?:etais|etait|suis|reste|parti\w*|alle\w*|retourne\w*) (?:\w+ )?(?:au|aux|en|a|dans) ABROAD\W+"
        r"(?:(?!revenu|retour|puis|pas\b|mais)[\w']+\W+){0,4}(?:travail\w*|teletravail\w*)",
        r"(?:tele-?travail\w*|travail\w*)(?: \w+){0,3} (?:depuis (?:le |la |l')?|au |aux |en |a )ABROAD",
        r"(?:was|were|been|stay(?:ed)?|went|go|visited|travel+ed|flew) (?:(?:back|home|in|to|for|my|there) )*ABROAD\W+"
        r"(?:(?!back|came|come|return|now|then|canada|before|not|never|but|no\b|without|didn)[\w']+\W+){0,4}"
        r"(?:work(?:ed|ing|s)?|wfh|remote(?:ly)?)\b(?! holiday| permit| visa)",
    ),
    "foreign_employer": (
        r"ABROAD (?:based )?(?:compan\w+|employers?|firms?|startups?)\b",
        rf"(?:{_NATIONALITY}) (?:based )?"
        r"(?:compan\w+|employers?|firms?|startups?|clients?|corporation|organi[sz]ation)\b",
        r"(?:compan\w+|employer|firm|boss|client|head ?office|startup|business) "
        r"(?:(?:was|is|are|that|which) )*(?:based |located |registered )?(?:in|from) (?:the )?ABROAD",
        r"(?:paid|salary|payroll) (?:was |is )?(?:from|in|by) (?:(?:a|an|my) )?ABROAD",
        r"(?:entreprise|employeur|compagnie|boite|societe) (?:(?:est|etait|basee?) )*(?:etrang\w+|a l'etranger)\b",
        r"(?:empresa|empleador|patron) (?:(?:es|era|esta) )*(?:extranjer\w|en el extranjero|de (?:mi|otro) pais)\b",
        r"(?:employer|company|firm) (?:is|was) not (?:in |based in |from )?canad\w+",
    ),
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
    ),
    "unauthorized": (
        rf"{_WORKED}(?! (?:for |with |in )?cash)[^.;,]{{0,25}} before (?:(?:i|got|getting|receiving|having|my|the|a) )*"
        r"(?:work )?(?:permit|pgwp|visa|wp)\b",
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
        r"pas (?:demande|renouvele|prolonge)\b",
    ),
    "unauthorized": (
        r"(?:kept|keep|continued?|still|went on|was|were|also) (?:(?:on|to) )?work(?:ing|ed)?\b",
        r"(?:continue a|ai|j'ai) travaill\w+|(?:segui|trabaje|trabajando)\b",
    ),
}
