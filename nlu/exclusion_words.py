"""The words for work that does not count, for nlu.exclusions: each pattern with its reason and what it says.

A pattern says that the reason is present, or (the second table) that it is not: "T4" and "on payroll" speak for
employment. The third table holds words that say something only when they are denied ("never studied").
"""

from __future__ import annotations

import re
from typing import Final

_STUDIES: Final = (
    r"(?:stud(?:y|ies|ying|y period)|college|university|uni|school|course|courses|program|programme|masters?|diploma|degree|"
    r"bachelors?|pgd|pg|mba|phd|semesters?|final semester|last semester|first semester|classes|graduation|academic)"
)
_STUDENT: Final = (
    r"students?(?! (?:visa|permit|permits|advis\w+|services?|loan|union|support|affairs|housing|success|recruit\w*|ambassador|"
    r"counsel\w+|coordinator|life|residence|card|line|wp|work permit)\b)"
)
#: Countries and words for them are filled in by nlu.exclusions, since they are many.
ABROAD: Final = "ABROAD"

PRESENT: Final = (
    ("full_time_study", r"\bfull[ -]?time (?:international |college |university |uni )?(?:stud(?:ent|ents|y|ies|ying|ied)|school|college|course|program(?:me)?|masters|mba|classes)\b"),
    ("full_time_study", r"\bstud(?:ent|ying|ied|y|ies) (?:in \w+ |at \w+ |here )?(?:as )?full[ -]?time\b"),
    ("full_time_study", r"\betudiante?s? a (?:temps )?plein(?: temps)?\b|\betudes? a temps plein\b"),
    ("full_time_study", r"(?<!calgary )(?<!at )(?<!at the )\bco-? ?ops?\b(?!-? ?(?:work )?(?:permit|wp|visa)|\.ca| (?:store|grocery|gas|food store|bank))"),
    ("full_time_study", r"\b(?:on|off)[ -]?campus\b(?: (?:job|work))?|\bcampus job\b"),
    ("full_time_study", rf"\b(?:during|in|throughout|along with|alongside|with|amid) (?:the |my |full[ -]?time |his |our )*(?:{_STUDIES})(?: (?:time|period|days|life|years))?\b(?<!with school)(?<!in school)(?<!in college)(?<!in university)(?<!in uni)(?<!in study)(?<!in diploma)(?<!in masters)(?<!in program)"),
    ("full_time_study", rf"\b(?:while|when|wen|as|whilst) (?:i (?:was|am|were) )?(?:still )?(?:(?:a|an|full[ -]?time|international|intl|int'?l) )*(?:{_STUDENT}|studying|study|(?:in|at|doing|attending) (?:my )?{_STUDIES})\b"),
    ("full_time_study", r"\bstill (?:in (?:college|school|university|uni)|studying|a student|student|doing my (?:masters|diploma|degree|course))\b"),
    ("full_time_study", rf"\b(?:int(?:er)?n?a?t?(?:iona|')?l |foreign )?{_STUDENT}\b(?<!students)"),
    ("full_time_study", r"\b(?:am|was|were|been|i'm|im) (?:also |still |then )?studying\b|\bstudying (?:and|n|&) working\b|\bwork\w* (?:and|n|&|while|with) stud\w+\b"),
    ("full_time_study", r"\bpendant (?:mes|les|l'|mon|ma) ?(?:etudes?|bac|master|baccalaureat|cours)\b|\betudiante?s?\b|\bpadhai (?:ke|k|karte|me)\b|\bpadhte\b|\bestudiante\b|\bestudiaba\b"),
    ("self_employed", r"\bself[ -]?\w?emp\w*|\bselfemp\w*|\bself[ -]?emplo\w*"),
    ("self_employed", r"\b(?:my|have|had|has|run|ran|running|started|opened|owned?|own|through|via|his|her|a|an) own (?:\w+ )?(?:business|corp\w*|compan\w+|shop|restaurant|store|salon|truck|firm|agency|inc)\b|\bmy (?:own )?(?:corporation|corp|inc)\b|\b(?:small )?business owner\b|\bown(?:ed|s|ing)? (?:a|the|my|small) (?:\w+ )?(?:business|company|shop|restaurant|store|salon)\b|\bwork(?:ed|ing)? for (?:myself|my self)\b|\bown boss\b|\bmy own boss\b"),
    ("self_employed", r"\bsole[ -]?prop\w*|\bincorporated\b(?! in\b)|\bdriver inc\b|\bowner[ /-]*op\w*\b"),
    ("self_employed", r"\b(?:i|we|to) invoiced?\b|\b(?:send|sent|sending|raise|raised|submit\w*|gave|give|giving|make|made|issue\w*|with|on|by|through|via|against|monthly|my) (?:them |him |her |monthly |the |an? )*invoic(?:e|es|ing)\b(?! (?:clerk|processing|for the))|\binvoic(?:e|ed|ing) (?:them|him|her|the company|my client|clients?|every|monthly)\b"),
    ("self_employed", r"\bt4[ -]?a\b(?!s? (?:employee|job))|\b1099\b|\bfree ?-?lan\w*|\bupwork\b|\bfiverr\b|\bgig (?:work|job|economy|driver|app)\w*|\bgigs\b"),
    ("self_employed", r"(?<!at )\buber(?: ?eats)?\b|\bdoor ?dash\w*|\bskip(?:the| the)? ?dish\w*|\bskip (?:driver|delivery)\b|\b(?:and|or|n|&) skip\b|\binsta ?cart\b|(?<!at )\blyft\b|\bfoodora\b|\bturo\b|\bamazon flex\b"),
    ("self_employed", r"\brent(?:ed|ing|s|al)? (?:a |the |my )?(?:chair|booth|station)\b|\b(?:chair|booth|station) rent\w*"),
    ("self_employed", r"\b(?:independent|indep|ind|sub|1099|self)[ -]?contract(?:or|ors|ing)\b|(?<!for a )(?<!for the )(?<!for )(?<!roofing )(?<!with a )(?<!general )\bcontractors?\b(?! (?:company|firm|team|t4\b|on t4\b|paid t4\b))|\bon corp(?:oration)? basis\b|\bcorp to corp\b|\bc2c\b"),
    ("self_employed", r"\bfee[ -]for[ -]service\b|\bbill(?:ed|ing)? (?:the )?(?:ohip|msp|province|ahcip|ramq|clients?)\b|\b(?:gst|hst) number\b"),
    ("self_employed", r"\b(?:travailleu(?:r|se)s? )?autonomes?\b|\ba mon (?:propre )?compte\b|\bauto[ -]?entrepreneu\w*|\bpigiste\b|\b(?:khud|apna) ?ka? (?:kaam|kam|business|dhandha)\b|\bpor cuenta propia\b|\bautonomo\b"),
    ("unpaid", r"\bun ?-?paid\b(?! (?:leave|overtime|break|breaks|lunch|vacation|time|days?|weeks?|invoice|parental|sick|bills?|holiday))|\bvolunt\w+\b(?! (?:coordinator|manager|program coordinator))|\bbenevol\w*|\bnon[ -]remuner\w*|\bpro bono\b"),
    ("unpaid", r"\bwithout (?:any |being |getting )*(?:pay|paid|salary|wages?|payment|money)\b|\bno (?:pay|salary|wages?|payment)\b(?! ?(?:stub|slip|roll))|\b(?:for|work\w* (?:for )?) ?free\b(?! lanc)|\bfree of (?:cost|charge)\b|\b(?:not|never|wasn'?t|didn'?t|weren'?t|isn'?t) (?:get |getting |got |been |being |was )?paid\b(?! (?:leave|vacation|in cash|cash|hourly|by|as))"),
    ("unauthorized", r"\bwith ?out (?:a |any |my |valid |the |having |having a |proper |legal )*(?:work )?(?:permits?|authori[sz]ation|permission|papers|wp|visa)\b|\bsans (?:permis|autorisation)\b"),
    ("unauthorized", r"\bunder the table\b|\boff the books?\b|\billegal(?:ly)?\b|\bun-?authori[sz]ed(?:ly)?\b"),
    ("unauthorized", r"\bwork\w*[^.;,]{0,25} (?:after|while|when|once|even though|even after) (?:the |my |i )*(?:\w+ )?(?:permit|visa|pgwp|wp|status) (?:had |was |has |is |already |got )*(?:expired?|expiry|finished|finish|ended|over|ran out|lapsed|gone)\b"),
    ("unauthorized", r"\bwork(?:ed|ing)?[^.;]{0,30} (?:when|while|as|on|with) (?:i was |a |an |on |my |just )*(?:visitor|tourist|visit visa|visitor visa|trv)\b"),
    ("no_status", r"\bout ?of ?status\b|\b(?:without|with ?out|no|lost|lose|losing) (?:my |any |legal |valid |immigration |temporary )*status\b|\bstatus (?:was |had |got |has |is )*(?:expired|lost|lapsed|ended|gone)\b|\bsans statut\b|\bover ?-?stay\w*"),
    ("no_status", r"\brefugee (?:claim\w*|applica\w*|seeker|status|hearing|case|protection)\b|\bclaimed (?:refugee|asylum)\b|\basylum\b|\bdemandeu\w+ d'asile\b"),
    ("no_status", r"\brestoration(?: of)?(?: my)?(?: status)?\b|^\W*restored\W*$|\brestor(?:ed|e|ing) (?:my )?status\b(?! (?:technician|worker|company|job|industry))"),
    ("abroad", rf"\bout ?side (?:of )?(?:the )?(?:canada|country)\b|\bout of (?:canada|the country|country)\b|\bhors (?:du )?canada\b"),
    ("abroad", rf"\b(?:remote|remotely|online|wfh|work from home|teletravail)\b(?: \w+){{0,4}} (?:from|in|at|depuis) (?:\w+ )?{ABROAD}"),
    ("abroad", rf"\bwork(?:ed|ing|s)?\b(?! holiday)(?: \w+){{0,5}} (?:from|in|at|for \d+ \w+ in) {ABROAD}|\b(?:experience|exp|job|employed|employment)\b(?: \w+){{0,3}} (?:in|from|at) {ABROAD}"),
    ("abroad", rf"\b(?:some|part|rest|half|most|months?|weeks?|it|all|days?) (?:of (?:it|the work|work|my work|that) )?(?:was |were |is )?(?:done |worked )?(?:from|in) {ABROAD}"),
    ("abroad", r"\b(?:work\w*|job|experience|exp)\b(?: \w+){0,4} (?:abroad|overseas|over seas)\b|\bforeign (?:work )?experience\b"),
    ("foreign_employer", rf"\b(?:foreign|overseas|non[ -]canadian|us|u\.s\.?|usa|american|indian|uk|british|chinese|european|australian|dubai|german|mexican|french) (?:based )?(?:compan\w+|employers?|firms?|startups?|clients?|corporation|organi[sz]ation)\b"),
    ("foreign_employer", rf"\b(?:compan\w+|employer|firm|boss|client|head ?office|startup|business) (?:was |is |are |that is |which is )?(?:based |located |registered )?(?:in|from) (?:the )?(?:{ABROAD})|\b(?:paid|salary|payroll) (?:was |is )?(?:from|in|by) (?:a |an |my )?{ABROAD}"),
)  # fmt: skip

#: What speaks against a reason. Denied, it speaks for it, but a doubt remains.
ABSENT: Final = (
    ("self_employed", r"\bt4s?\b(?![ -]?a\b)|\bon (?:the |their |company |company's )?pay ?roll\b|\bpaid (?:through|via|by|on) (?:the )?pay ?roll\b|\bpay ?(?:stubs?|slips?)\b|\bsalari(?:ed|e|ee)\b"),
    ("self_employed", r"\b(?:was|am|as|always|regular|permanent|salaried|proper|normal|direct|an|yes|just|only|company) employee\b|^\W*employee\b|\bemployee (?:only|always|all)\b|\bemployed by (?:the |a )?(?:company|employer)\b"),
    ("self_employed", r"\b(?:staffing|temp|temporary|employment|recruit\w+|placement) agenc(?:y|ies)\b(?! (?:recruiter|owner))|\b(?:through|via|by|thru) (?:an? |the )?agenc(?:y|ies)\b|\bagency (?:employee|worker|job)\b"),
    ("unpaid", r"\b(?:all|always|fully|everything|it|it's|its|were|is|are|got|getting|been|every\w*|yes|work|job|jobs|both|properly) (?:was |were |is |are )?paid\b(?! (?:as|in|by|with|through|via|leave|on|under|\$|\d|cash|only|less|them|out|off))|\bpaid (?:work|jobs?|positions?|employment|internship|intern|co-?op|training)\b|^\W*paid\W*$|\bremuneree?\b(?<!non remunere)(?<!non remuneree)"),
    ("unauthorized", r"\b(?:always|all time|all the time|throughout)(?: \w+){0,3} (?:valid |work |open )*(?:permit|authori[sz]\w+|wp|legal(?:ly)?)\b|\b(?:valid|work|open|legal) (?:work )?(?:permit|wp|authori[sz]ation) (?:all|always|whole|the whole|throughout|entire|every|for all|during all)\b|\b(?:all|everything|fully|always) (?:was |is |work )?(?:legal|authori[sz]ed)\b|\bwork\w* legally\b|\bhad (?:a )?(?:valid )?(?:work )?permit (?:always|all|the whole|throughout)\b"),
    ("no_status", r"\b(?:always|throughout|all time|all the time|never not)(?: \w+){0,3} (?:valid |legal |in |maintained )*(?:status|legal)\b|\b(?:valid|legal|proper|good|in|maintained) status (?:all|always|whole|the whole|throughout|entire|every)\b"),
    ("abroad", r"\b(?:all|only|always|everything|entirely|inside|within|physically|whole|entire|whole time|all time)(?: \w+){0,4} (?:in |inside |within )?canada\b|\bin canada (?:all|only|always|whole|the whole|the entire|itself|throughout|physically)\b|\bnever left canada\b|\b(?:remote|remotely|wfh|work\w* from home)(?: \w+){0,3} (?:in|from|inside|within) canada\b|\bfrom home(?: in)? canada\b"),
    ("foreign_employer", r"\bcanadian (?:based )?(?:compan\w+|employers?|firms?|business|corporation|organi[sz]ation)\b|\b(?:company|employer|firm) (?:is |was )(?:a )?(?:canadian|in canada|based in canada|from canada)\b"),
)  # fmt: skip

#: Words that say something only where they are denied.
ONLY_DENIED: Final = (
    ("full_time_study", r"\b(?:stud(?:y|ied|ies|ying)|students?|school|college|university|etudi\w*|etudes)\b"),
    ("unauthorized", r"\b(?:unauthori[sz]ed|illegal\w*|without permit)\b"),
    ("unpaid", r"\bunpaid\b"),
    ("self_employed", r"\b(?:business|invoices?|contract(?:or|ors|ing)|uber|gig)\b"),
    ("abroad", r"\b(?:remote(?:ly)?|abroad|overseas|outside)\b"),
)  # fmt: skip

#: An internship may be part of a programme of study or a job after it.
INTERNSHIP: Final = re.compile(r"\bintern(?:ships?|ed|ing|s)?\b|\bpracticum\b|\bwork[ -]term\b|\bplacement\b(?= (?:in|during|for) (?:my )?(?:college|course|stud\w+|program))|\bstagiaire\b|\bstage (?:en entreprise|d'etudes|obligatoire|pratique)\b")
IN_STUDIES: Final = re.compile(rf"\b(?:during|in|for|with|part of|as part of|through|while) (?:the |my |a |an |full[ -]?time )*(?:{_STUDIES}|student)\b|\b(?:college|school|university|course|mandatory|academic|summer|semester) (?:\w+ )?intern|\bpracticum\b|\bwork[ -]term\b")

AFTER_STUDIES: Final = re.compile(r"\bafter (?:my |the )?(?:graduat\w*|stud\w+|college|university|completing|finishing|degree|diploma)\b")

#: Part-time study is not excluded, and "came as a student" tells of no work.
NOT_EXCLUDED: Final = re.compile(
    r"\bpart[ -]?time (?:international |college |university |evening )?(?:stud(?:ent|ents|y|ies|ying|ied)|course|courses|classes|school|college|program(?:me)?|mba|masters|degree|diploma)\b"
    r"|\bstud(?:ent|ying|ied|y|ies) (?:in \w+ |at \w+ |here |was |is |only |it )?part[ -]?time\b(?! (?:job|work|as|at|hours|\d))"
    r"|\b(?:came|come|arrived|entered|moved|landed|reached)(?: (?:here|in|to|canada|first|originally|back)){0,3} (?:as|on|with) (?:a |an |my )*(?:international )?stud\w+(?: (?:visa|permit))?"
    r"|\bstudent (?:teacher|nurse) (?:supervisor|instructor)\b|\betudiante? a temps partiel\b|\bteach\w* (?:\w+ )?students?\b|\bstudents\b"
)  # fmt: skip
