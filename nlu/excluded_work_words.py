"""The words for work that does not count for what it was: for oneself, without pay, abroad, for a foreign employer.

Alternatives of one regular expression over a folded message, as in nlu.exclusion_words; each begins at the start of a
word. ``ABROAD`` in an alternative stands for any country but Canada, and for "home" abroad.
"""

from __future__ import annotations

from typing import Final

ABROAD: Final = "ABROAD"

_NATIONALITY: Final = (
    r"foreign|overseas|non[ -]canadian|us|u\.s\.?|usa|american|indian|uk|british|chinese|european|australian|dubai"
    r"|german|mexican|french|colombian|brazilian|filipino|philippine|pakistani|nigerian|kenyan|ghanaian|japanese"
    r"|korean|vietnamese|ukrainian|russian|turkish|iranian|moroccan|algerian|tunisian|senegalese|cameroonian|ivorian"
    r"|spanish|italian|portuguese|dutch|swiss|swedish|irish|israeli|egyptian|lebanese|saudi|emirati|bangladeshi|nepali"
    r"|sri lankan|singapore(?:an)?|malaysian|indonesian|thai|argentin\w+|chilean|peruvian|venezuelan|jamaican"
    r"|taiwanese|polish"
)
_WORKED: Final = r"work(?:ed|ing)?"

#: What tells that a reason is there.
OF_THE_WORK: Final = {
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
        r"(?:nobody|no ?one) (?:ever )?(?:paid|pays|gave) (?:me|us)\b(?! (?:extra|overtime|a t4|t4|any advice|advice))",
        r"sans (?:(?:etre|aucun|aucune) )?(?:paye\w*|paie|salaire|remuneration|solde)\b",
        r"(?:ete|etais|etait) pas payee?\b",
        r"sin (?:pago|paga|sueldo|salario|cobrar)\b|no me pag\w+|sem (?:salario|receber|pagamento)\b|nao me pag\w+",
        r"walang? (?:bayad|sahod|sweldo)\b|hindi (?:ako |po ako )?(?:binayaran|sinahuran|sinuwelduhan|bayad)\b",
        r"(?:paise?|salary|pay|tankhwah|pagar) (?:bhi )?(?:nahi+n?|nai|nhi) (?:mil\w*|di\w*|ditt\w*|aa?y\w*)",
    ),
    "abroad": (
        r"out ?side (?:of )?(?:the )?(?:canada|country)\b",
        r"out of (?:canada|the country|country)\b",
        r"hors (?:du )?canada\b",
        r"(?:remote|remotely|online|wfh|work from home|teletravail|travail a distance|a distance|remoto)\b"
        r"(?: (?!for\b|but\b)\w+){0,4} "
        r"(?:from|in|at|depuis|desde) (?:\w+ )?ABROAD",
        rf"{_WORKED}s?\b(?! holiday)(?: (?!compan|employer|firm|but\b|client)\w+){{0,5}} (?:from|in|at) ABROAD",
        r"(?:experience|exp|job|employed|employment)\b(?: \w+){0,3} (?:in|from|at) ABROAD",
        r"(?:years?|yrs?|months?) in ABROAD (?:as|with|working|experience)\b",
        r"(?:some|part|rest|half|most|months?|weeks?|it|all|days?) (?:of (?:it|that|(?:the |my )?work) )?"
        r"(?:was |were |is )?(?:done |worked )?(?:from|in) ABROAD",
        r"(?:work\w*|job|experience|exp)\b(?: \w+){0,4} (?:abroad|over ?seas|back home)\b",
        r"(?:tele-?travail\w*|travail\w*)(?: \w+){0,3} (?:depuis|a|de) l'etranger\b",
        r"(?<!employer )(?<!company )(?<!boss )(?<!client )(?<!office )(?<!firm )"
        r"(?:was|were|been|stayed) (?:back )?in ABROAD (?:and )?work(?:ed|ing)\b",
        r"(?:trabaj|trabalh)\w+(?: (?!para)\w+){0,2} (?:desde|en|do|da|no|na|em|de) (?:(?:el|o|a|la) )?"
        r"(?:extranjero|exterior|ABROAD)",
        r"(?:trabaj|trabalh)\w+(?: (?!nunca|para)\w+){0,3} (?:fuera del?|fora do) (?:canada|pais)\b"
        r"|(?:fuera del?|fora do) (?:canada|pais)\b",
        r"(?:from|in) ABROAD (?:i (?:was |have )?)?work(?:ed|ing) (?:online|remote(?:ly)?|from home|there)\b",
        r"foreign (?:work )?experience\b",
        r"(?:etais|etait|suis|reste|parti\w*|alle\w*|retourne\w*) (?:\w+ )?(?:au|aux|en|a|dans) ABROAD\W+"
        r"(?:(?!revenu|retour|puis|pas\b|mais)[\w']+\W+){0,4}(?:travail\w*|teletravail\w*)",
        r"(?:tele-?travail\w*|travail\w*)(?: \w+){0,3} (?:depuis (?:le |la |l')?|au |aux |en |a )ABROAD",
        r"(?<!employer )(?<!company )(?<!boss )(?<!client )(?<!office )(?<!firm )(?<!hq )(?<!business )(?<!startup )"
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
