"""The words that deny a reason why work does not count, and those that are none, for nlu.exclusions.

The tables are as in nlu.exclusion_words: alternatives of one regular expression over a folded message.
"""

from __future__ import annotations

from typing import Final

from nlu.exclusion_words import FULL_TIME, PART_TIME, SCHOOL

#: What speaks against a reason. Denied, it speaks for it, but a doubt remains.
ABSENT: Final = {
    "full_time_study": (rf"stud(?:y|ied|ies|ents?|ying)\b[^.;!?]{{0,40}}\b(?:never|not) {FULL_TIME}\b",),
    "self_employed": (
        r"t4s?\b(?![ -]?a\b)",
        r"on (?:(?:the|their|company|company's) )?pay ?roll\b",
        r"paid (?:through|via|by|on) (?:the )?pay ?roll\b",
        r"(?:get|got|getting|have|had|with|receiv\w+|gave me|give me|regular|monthly) "
        r"(?:(?:my|a|the|regular|proper|monthly|biweekly|weekly|all|t4s?|and) )*pay ?(?:stubs?|slips?)\b",
        r"^\W*(?:yes )?pay ?(?:stubs?|slips?)\W*$",
        r"(?:am|was|were|i'm|im|always|all|both|paid|suis|etais) salari(?:ed|e|ee)\b",
        r"(?:was|am|as|always|regular|permanent|salaried|proper|normal|direct|an|yes|just|only"
        r"|company) employee\b",
        r"employee (?:only|always|all)\b",
        r"employee\W*$",
        r"employed by (?:the |a )?(?:company|employer)\b",
        r"(?:staffing|temp|temporary|employment|recruit\w+|placement) "
        r"agenc(?:y|ies)\b(?! (?:recruiter|owner))",
        r"(?:through|via|by|thru) (?:an? |the )?agenc(?:y|ies)\b",
        r"agency (?:employee|worker|job)\b",
    ),
    "unpaid": (
        r"(?:all|always|fully|everything|it|it's|its|were|is|are|got|getting|been|every\w*|yes"
        r"|work|jobs?|both|properly"
        r"|every (?:single )?(?:hour|day|week|month|shift|job|position)) (?:(?:was|were|is|are) )?paid\b"
        r"(?! (?:as|in|by|with|through|via|leave|on|under|\$|\d|cash|only|less|them|out|off|every|each|bi|twice|once"
        r"|weekly|monthly))",
        r"(?:always|regularly|every \w+) (?:got|get|received?|had|earned|with) "
        r"(?:(?:my|a|the|full|proper|real|regular) )*(?:wages?|salary|pay|pay ?che(?:ck|que)s?)\b",
        r"paid (?:work|jobs?|positions?|employment|internship|intern|co-?op|training)\b",
        r"(?<!non )(?<!non-)(?<!stage )(?<!stages )remuneree?s?\b",
        r"(?:dem|they|them|all) (?:dey |don |always )?(?:pay|paid) me\b(?: for)?"
        r"(?: (?:all|every\w*|complete|full|well))*\W*$",
        r"toujours (?:ete )?payee?s?\b|tout (?:etait |est )?paye\b|siempre (?:me )?pag\w+|todo pagado\b"
        r"|sempre (?:fui )?pag\w+|bayad (?:lahat|po)\b|lahat bayad\b|sab paid\b",
    ),
    "unauthorized": (
        r"(?:always|all time|all the time|throughout|(?:whole|entire) time|toujours)(?: \w+){0,5} "
        r"(?:(?:valid|work|open) )*(?:permit|authori[sz]\w+|wp|legal(?:ly)?)\b",
        r"(?:valid|work|open|legal) (?:work )?(?:permit|wp|authori[sz]ation) "
        r"(?:all|always|whole|the whole|throughout|entire|every|for all|during all)\b",
        r"(?:all|everything|fully|always|work) "
        r"(?:(?:was|is|work) )?(?:always )?(?:legal|authori[sz]ed)\b",
        r"(?:always|all (?:the )?time|never not|toujours|siempre)(?: \w+)? "
        r"(?:allowed|authori[sz]ed|permitted|able) to work\b",
        r"work\w* legally\b",
        r"legal (?:the )?(?:whole|all|entire)\b",
        r"had (?:a )?(?:valid )?(?:work )?permit (?:always|all|the whole|throughout)\b",
    ),
    "no_status": (
        r"(?:always|throughout|all time|all the time|toujours|siempre|sempre)(?: \w+){0,3} "
        r"(?:(?:valid|legal|in|maintained) )*(?:status|statut|legal|estatus)\b",
        r"(?:whole|entire|full|all the|all) (?:time|period|years?)"
        r"(?: (?:i|was|were|am|been|had|have|stayed|in|canada|on)){0,4} "
        r"(?:(?:valid|legal|in|maintained|proper) )+status\b",
        r"(?:was|were|am|been|stayed|had) (?:always )?in (?:(?:valid|legal|proper|good) )*status\b",
        r"(?:valid|legal|proper|good|in|maintained) status "
        r"(?:all|always|whole|the whole|throughout|entire|every)\b",
    ),
    "abroad": (
        r"(?:all|only|always|everything|every|entirely|inside|within|physically|whole|entire)"
        r"(?: (?!outside|out|not|never|left|before|from|to|abroad|except|but)\w+){0,8} (?:in|inside|within) canada\b",
        r"(?:all|only|inside|within|always|entirely|physically) (?:of )?(?:it )?canada\b",
        r"in canada (?:all|only|always|whole|the whole|the entire|itself|throughout|physically)\b",
        r"never left canada\b",
        r"(?:always|all|only|whole time|never left)(?: \w+){0,3} (?:inside|within|in) (?:the|this) country\b",
        r"toujours (?:ete )?(?:(?:sur|dans) (?:le|ce) (?:territoire|pays)|au canada|ici)\b"
        r"|(?:jamais|pas) (?:quitte|sorti\w*)(?: (?:le|du|de)){0,2} (?:canada|pays|territoire)\b",
        r"(?:siempre|todo|sempre|tudo) (?:\w+ )?(?:dentro de|en|em|no) canada\b|nunca (?:sali|sai) (?:de|do) canada\b",
        r"(?:hamesha|sab|sara|saara) (?:\w+ )?canada (?:me|mein|ch|vich|de)\b|lahat (?:po )?(?:dito )?sa canada\b",
        r"canada only\b",
        r"(?:remote|remotely|wfh|work\w* from home)(?: \w+){0,3} (?:in|from|inside|within) "
        r"canada\b",
        r"from home(?: in)? canada\b",
    ),
    "foreign_employer": (
        r"canadian (?:based )?(?:compan\w+|employers?|firms?|business|corporation"
        r"|organi[sz]ation)\b",
        r"(?:company|employer|firm) (?:is |was )(?:a )?(?:canadian|(?:in|based in|from) canada)\b",
    ),
}

#: Words that say something only where they are denied.
ONLY_DENIED: Final = {
    # "I finished high school, no college" tells of a level, unless it is all that is said.
    "full_time_study": (
        r"stud(?:y|ied|ies|ying)\b",
        r"students?\b",
        rf"(?<!\w no )(?<!\w, no ){SCHOOL}\b",
        r"etud\w*",
        r"estud(?:i\w*|e[ij]\w*|ava|ante)\b",
    ),
    "self_employed": (
        r"business\b",
        r"invoices?\b",
        r"contract(?:ors?|ing)?\b",
        r"uber\b",
        r"gig\b",
    ),
    "abroad": (r"remote(?:ly)?\b", r"abroad\b", r"overseas\b", r"outside\b"),
}

#: Part-time study is not excluded, "came as a student" tells of no work, and who teaches students
#: is none.
NOT_EXCLUDED: Final = (
    r"(?:leaves?|off|break|vacation|holidays?|conges?|licen[cs]ia|licenca|permiso)\b(?: (?!work)\w+){0,3} "
    r"(?:without (?:any )?pay|no pay|sans solde|sin (?:goce|sueldo|pago)|sem (?:vencimento|remuneracao))\b",
    r"(?:without pay|un ?paid) (?:leave|break|vacation|holidays?|trip)\b|\b(?:vacation|holidays?|trip) un ?paid\b",
    r"(?:visit\w*|vacation|holidays?|trip|travel\w*|wedding|funeral"
    r"|see (?:my )?(?:parents|family|mother|father|mom|dad))\b(?:(?! job| work)[^.;!?]){0,30} ?"
    r"\b(?:days?|weeks?|months?|wks?|vacation|holidays?|trip) (?:un ?-?paid|not paid|without pay)\b",
    r"(?:lunch|breaks?|meals?)(?: (?:is|are|was|time))* (?:unpaid|not paid)\b",
    r"(?:remove|delete|cancel|erase|supprime[rz]?|enleve[rz]?|borra\w*|quita\w*) (?:(?:the|my|that|le|la|el) )*"
    r"\w+(?: \w+)? (?:job|emploi|trabajo)\b",
    r"not (?:pay|paid) (?:me|us) (?:overtime|extra|on time)\b",
    rf"{PART_TIME} (?:(?:international|college|university|evening) )?"
    rf"(?:stud\w+|courses?|classes|{SCHOOL}|program(?:me)?|mba|masters|degree|diploma)\b",
    rf"stud(?:ent|ying|ied|y|ies) (?:(?:in|at) \w+ |here |was |is |only |it )?"
    rf"{PART_TIME}\b(?! (?:job|work|as|at|hours|\d))",
    r"(?:came|come|arrived|entered|moved|landed|reached)"
    r"(?: (?:here|in|to|canada|first|originally|back)){0,3} "
    r"(?:as|on|with) (?:(?:a|an|my|international) )*stud\w+(?: (?:visa|permit))?",
    r"etudiante? a temps partiel\b",
    r"teach\w* (?:\w+ )?students?\b",
    r"students\b",
    rf"(?:no ?one|nobody|any(?:one|body)|some(?:one|body)|every(?:one|body)|people|advis[eo]rs?|counsell?ors?|prof\w*)"
    rf" (?:in|at|from) (?:(?:my|the|our) )*{SCHOOL}\b",
    r"(?:spouse|wife|husband|partner) of (?:an? )?(?:\w+ )?student\b",
)
