"""The words that scores are told with, in English, French, Spanish and Hindi, and misspelt.

``RULES`` are the alternatives of one expression over a folded message, tried in this order at each
place; the name of a rule is the class of its token, which nlu.score_tokens makes of it.
"""

from __future__ import annotations

from typing import Final

from nlu.phrases import word_set

#: A letter or two for a skill; alone they may be ordinary words.
WEAK: Final = {
    "l": "listening", "r": "reading", "w": "writing", "s": "speaking",
    "co": "listening", "ce": "reading", "ee": "writing", "eo": "speaking",
    "pe": "writing", "po": "speaking",
}  # fmt: skip

_SPELLINGS: Final = {
    "listening": "listening listen listning listing lisning lisenning lstening list lis listn lst "
    "listenin ecoute ecouter ecoutes escucha escuchar nghe pakikinig escuta ouvir sunna sunne sunnay",
    "reading": "reading read readin redaing raeding rdg rdng rd lecture lire lectura leer leitura ler doc "
    "pagbasa padhna parhna reed reeding",
    "writing": "writing write writting wrting writng wrtng wri writ wrt writin wrote ecriture "
    "ecrire ecrit escritura escribir escrever viet pagsulat likhna",
    "speaking": "speaking speak speeking speking spekaing speakin spk spkg spking sp speakng "
    "parler parle oral orale habla hablar fala falar noi pagsasalita bolna bolne speech",
}
SKILL_OF: Final = {word: skill for skill, words in _SPELLINGS.items() for word in words.split()}
#: Spellings that are ordinary words as well.
ALSO_ORDINARY: Final = word_set(
    "list lis lst rd wri writ wrt sp read write speak listen wrote oral orale speech lecture lire parle parler "
    "doc viet noi fala"
)
#: Ordinary words within two slips of a skill.
NOT_A_SKILL: Final = word_set(
    "waiting leading heading riding rating wedding sending spending sleeping working training "
    "existing lasting testing hiring resting raising feeding beading breeding treading loading "
    "trading roading spreading whiting wanting listed speaker reader writer listener lightening "
    "glistening seeking sneaking speeding peaking spraying sparking steaming ranking renting "
    "wearing writings readings visiting wiring tending listings twisting fasting casting posting "
    "hosting costing speaks reads writes written"
)

#: Figures in words. "one", "two" and "sept" are left out: they nearly always mean something else.
NAMES: Final = {
    "zero": "0", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "sevn": "7", "eigth": "8",
    "eigt": "8", "fives": "5", "sixes": "6", "sevens": "7", "eights": "8", "nines": "9", "tens": "10",
    "elevens": "11", "twelves": "12", "huit": "8", "neuf": "9",
    "cinq": "5", "paanch": "5", "chhe": "6", "chhah": "6", "saat": "7", "aath": "8",
}  # fmt: skip
#: "sixty eight": scores of PTE Core, out of 90.
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
UNITS: Final = {"one": 1, "two": 2} | {
    name: int(NAMES[name]) for name in ("three", "four", "five", "six", "seven", "eight", "nine")
}
_NAME: Final = "|".join(sorted(NAMES, key=len, reverse=True))

TO_SKILL: Final = word_set("in for on en dans me mein at")
TO_NUMBER: Final = word_set("is was are were est got to be")
JOIN: Final = word_set("and et aur n nd y plus then with")
GLUE: Final = word_set(
    "a an the my i had have has get score scores scored scoring band bands point points pts mark "
    "marks level lvl result results as like also of it its it's came come out ka ki ke mai main "
    "hai de du le la les that which where section module part test skill only just order "
    "respectively exam respective following follows ielts given by gave hain tha thi final should "
    "english anglais ingles now yes ya yeah yep yea ok okay sure so well hi hello oui ji haan han"
)

_UNIT: Final = (
    r"(?:hours?|hrs?|hpw|days?|weeks?|wks?|wk|months?|mths?|mth|mos|years?|yrs?|times?|attempts"
    r"|tries|jobs|people|persons?|languages|modules|skills|tests|employers|companies|shifts|cad|usd"
    r"|dollars?|bucks|cents|mois|semaines?|jours?|heures?|minutes?|mins|saal|sal|mahine|mahina"
    r"|ghante|kids|children|questions|weekly|weekends?|fte|courses|semesters|exams|papers|books"
    r"|reports|letters|emails|articles|classes|lessons|pages|lines|words)"
)
#: Units that are words or letters of something else where a skill's figure stands before them.
_SHORT_UNIT: Final = r"(?:h|k|km|am|pm|st|nd|rd|th|ans?|mo|yo)"
_AMOUNT: Final = r"\d{1,6}(?:[.,]\d{1,3})?"
_MONEY: Final = r"\d{1,7}(?:[.,]\d{1,3}){0,3}"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_PARTS: Final = r"(?:skills?|bands?|modules?|sections?|components?|competences|parts?|abilities)"

_DATE: Final = (
    r"(?<![\d/.-])(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{4}"
    rf"|{_DAY}[-/.]{_DAY}[-/.](?:19|20)?\d{{2}})(?![\d/.-]*\d)"
)
#: Figures that belong to something else: an amount with its unit, money, a code, a phone number.
_QUANTITY: Final = "|".join((
    rf"(?<![\d.,]){_AMOUNT}\+?(?: ?(?:-|to|or) ?{_AMOUNT})?(?: ?- ?| ?){_UNIT}\b",
    rf"\b(?:{_NAME}|one|two)\s+{_UNIT}\b",
    rf"(?<![\d.,]){_AMOUNT} ?(?:/|per |an? |each |every ) ?"
    r"(?:hr|hour|h|wk|week|day|month|mo|yr|year|shift)\b",
    rf"[$€£]\s?{_MONEY}|(?<![\d.,]){_MONEY}\s?[%$€£]",
    r"\b(?:teer|noc|job|question|option|unit|age|aged|room|stream|form|part|step|task|attempt"
    r"|phone|call)\s*(?:no\.?|number|#|:)?\s*\d+",
    r"#\s?\d+",
    r"(?:^|(?<=[.;\n] ))\d\) ",
    r"(?<![\d,])\d{1,3},\d{3}(?!,?\d)",
    r"(?<!\d)\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)",
    r"(?<!\d)\d{1,3} ?x ?\d{1,3}",
))  # fmt: skip

#: The skills in other scripts: Persian and Urdu, Arabic, Hindi, Chinese, Cyrillic.
_SCRIPTS: Final = {
    "listening": "(?:لیسنینگ|لسننگ|شنیداری|استماع|लिसनिंग|听力|聽力|听|аудирование)",
    "reading": "(?:ریدینگ|ریڈنگ|خواندن|قراءة|रीडिंग|阅读|閱讀|读|чтение)",
    "writing": "(?:رایتینگ|رائٹنگ|نوشتن|كتابة|राइटिंग|写作|寫作|写|письмо)",
    "speaking": "(?:اسپیکینگ|سپیکنگ|صحبت کردن|محادثة|स्पीकिंग|口语|口語|说|говорение)",
}
_COMPREHENSION: Final = r"(?:comprehension|comp|compr)\.?"
_EXPRESSION: Final = r"(?:expression|expr|production|prod)\.?"
_OF: Final = r"(?:de l'|a l'|of the )?"

_REST: Final = (
    r"\b(?:(?:the|in|all|for|every) ){0,3}(?:rest|remainings?|others|everything else|all else|baaki"
    rf"|other (?:all|ones?|three|two|3|2|{_PARTS})|baki|les autres|le reste|reste|elsewhere)"
    rf"(?: of (?:them|it|the|all))?(?: (?:all|three|two|3|2|{_PARTS}|each|every)){{0,3}}\b"
)
_EVERY: Final = (
    r"\b(?:(?:all|each|every|both|toutes?|tous|sab|sabhi|sare|les) (?:of )?){1,3}"
    rf"(?:(?:the|them|in|four|4|quatre|individual|my|ielts|celpip|pte) ){{0,3}}{_PARTS}\b(?: each)?"
    r"|\b(?:four|4) (?:skills|bands|modules|sections|parts)\b"
    rf"|(?<=\d )each(?= (?:my|our|the)\b)"
    r"|\b(?:each|everything|everywhere|evrything|every ?thing|across the board|straight"
    r"|all(?:\s+(?:of them|the way|4|four)(?![\w.]))?|partout|toutes|tous|en todas?|en todos?|em tudo|em todas"
    r"|sab|sabhi|sabme|chaque"
    r"|every (?:one|skill|band|module|section|part))\b"
    r"(?!\s+(?:day|week|month|shift|year|job|time|other|pay|hour|of my|together|my|over)\b)"
)
_INEXACT: Final = (
    r"~|≥|>=?|\b(?:at ?least|min(?:imum)?|minimun|above|over|more than"
    r"|(?:greater|higher|better|lower|worse) than|arr?ound"
    r"|about|abt|approx\w*|almost|nearly|close to|roughly|maybe|may be|probably|perhaps|between"
    r"|not sure|i guess|environ|less than|below|under|up ?to)\b"
)
#: "seven point five", "six and a half", "6 1/2".
_SPOKEN: Final = (
    rf"\b(?P<spoken_name>{_NAME}|\d{{1,2}})(?:(?:\s+(?:point|pt|dot|pint|virgule)\s+"
    r"|\s*-\s*(?=five))(?P<spoken_part>five|zero|5|0)"
    r"|\s+(?:and|n|&|nd|et)\s+(?:a\s+)?(?:half|demi\w*)|\s+1/2)\b"
)
#: Figures run together: "8,7,7,6", "8.7.7.6".
_CHAIN: Final = r"(?<![\d.,])\d{1,3}(?:,\d{1,3}){2,9}(?!\d|[.,]\d)|(?<![\d.,])\d(?:\.\d){2,5}(?!\d)"

#: A level of the European framework ("B2"), which no scale of scores or of CLB has.
_EUROPEAN: Final = r"\b[abc][12]\b"

RULES: Final = {
    "date": _DATE,
    "european": _EUROPEAN,
    "quantity": _QUANTITY,
    "short_quantity": rf"(?<![\d.,]){_AMOUNT} ?{_SHORT_UNIT}\b",
    "listening": rf"\b(?:{_COMPREHENSION} {_OF}(?:orale?s?|ouie)\b"
    rf"|(?:oral|auditory|listening) comprehension)|{_SCRIPTS['listening']}",
    "reading": rf"\b(?:{_COMPREHENSION} (?:{_OF}|des? )ecrite?s?\b"
    rf"|(?:reading|written) comprehension)|{_SCRIPTS['reading']}",
    "speaking": rf"\b(?:{_EXPRESSION} {_OF}orale?\b|oral expression|spoken)|{_SCRIPTS['speaking']}",
    "writing": rf"\b(?:{_EXPRESSION} {_OF}ecrite?\b|written expression)|{_SCRIPTS['writing']}",
    "rest": _REST,
    "every": _EVERY,
    "overall": r"\b(?:over ?all|overal|ovrall|o/a|obs|total|average|avg|aggregate|global(?:ly)?"
    r"|combined|moyenne)\b",
    "except": r"\b(?:except(?:ing|ed)?(?: for| in)?|excpet|expect|but(?: not)?|besides|apart from"
    r"|other than|sauf|only)\b",
    "clb": r"\b(?:n?clb|clbs|nclc|cblb?|clp|canadian language benchmarks?|niveau"
    r"|benchmark)(?: levels?| niveau| lvl)?(?![a-z])",
    "inexact": _INEXACT,
    "half": rf"\bsaa?dh?e\s+(?P<half_name>{_NAME}|\d{{1,2}})\b",
    "spoken": _SPOKEN,
    "tens": rf"\b(?P<tens_name>{'|'.join(TENS)})(?:[ -]+(?P<tens_unit>{'|'.join(UNITS)}))?\b(?! ?(?:{_UNIT})\b)",
    "named": rf"\b(?:{_NAME})\b",
    "chain": _CHAIN,
    "comma": r"(?<![\d.,])\d{1,2},[05](?!\d|[.,]\d)",
    "number": r"(?<!\d)\d{1,3}(?:\.\d{1,2})?(?!\d)(?P<ish>\+|\s?ish\b)?",
    "digits": r"(?<!\d)\d{4}(?!\d)",
    "long": r"\d+",
    "order": r"\b(?:[lrws]{4}|co ?ce ?e[eo] ?e[eo])(?![a-z])",
    "word": r"[a-z][a-z']*",
    "slash": r"/",
    "to_number": r"[:=]",
    "join": r"[,&+]",
    "stop": r"[.;!?]",
    "dash": r"-",
    "half_sign": r"½",
}
