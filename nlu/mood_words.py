"""The words by which a question, a supposition, a wish or a report of others opens, for nlu.moods.

Each constant is a regular expression over a folded sentence. Words that open only where an inversion
follows ("can i", "is my") are listed with it, since "have", "is" and "was" also begin statements without
a subject ("was working as cook till march").
"""

from __future__ import annotations

from typing import Final

from nlu.phrases import any_of

_ELIGIBLE: Final = r"(?:eligib\w*|elig\w*|elgib\w*|qualif\w*|qualfi\w*)"
_STILL: Final = r"(?:(?:still|already|even|now|then|currently|really|possibly|also|be able to|be) ){0,2}"
_RESULT: Final = r"(?:get (?:the |my )?(?:pr|cec|invite|invitation|ita)\b|apply\b|meet\b)"

#: A question about the person's own case as a whole.
CHECK: Final = any_of(
    rf"\b(?:do|will|would|can|could|shall|may|did|should) i {_STILL}(?:{_ELIGIBLE}|{_RESULT})",
    rf"\bi (?:can|could) {_STILL}(?:apply|get pr)\b",
    rf"\b(?:am|m) i {_STILL}(?:{_ELIGIBLE}|ok\b|good\b|fine\b)",
    rf"\b(?:if|whether) (?:i|im|i'm) ?(?:(?:am|m|can|do|will|would|could) )?{_STILL}(?:{_ELIGIBLE}|{_RESULT})",
    r"\b(?:can|could|would|will) (?:you|u) (?:please |pls |plz |kindly |also )?"
    r"(?:tell|check|help|assess|see|let|calculate|guide|confirm)\b",
    r"\bis (?:it|this|that|my (?:work|experience|exp|case|profile|scores?)) "
    r"(?:all |still |good )?(?:enough|sufficient)\b",
    r"\b(?:suis|puis)[- ]je\b",
)

_BEGINS: Final = any_of(
    r"^",
    r"(?<=^\s)",
    r"(?<=[,:-])",
    r"(?<=[,:-]\s)",
    *(rf"(?<=\b{word}\s)" for word in ("and", "but", "so", "hi", "hello", "ok", "also", "sir", "then", "wait", "just")),
)
_DETERMINER: Final = r"(?:that|the|a|an|any|some|my|their|our|this|these|those|all)"
_NO_QUESTION: Final = (
    r"(?! ?\d| (?:working|living|not|work|live|doing|on|in|have|be|stay|move|now|still|currently|also|employed|from"
    r"|since)\b"
    r"| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]*) ?\d)"
)

#: What a person did ("did my ielts in may"), unless it is asked about ("did my co-op count").
_UNDERTAKEN: Final = (
    r"(?:an?|my|the|some) (?:[a-z0-9]+ ){0,2}"
    r"(?:co-?op|internship|ielts|celpip|pte|tef|tcf|(?:language |english )?test|exam|masters?|diploma|degree|course)\b"
    r"(?! (?:work |hours? |experience |exp )*"
    r"(?:count|expire|matter|help|qualify|pass|get|go|need|make|become|affect)\b)"
)

#: "my main job is IT technician": a trade, and no question.
_NOT_OF_IT_WORK: Final = (
    r"(?!(?:(?<=job )|(?<=title )|(?<=position )|(?<=role )|(?<=occupation )|(?<=work )|(?<=designation ))"
    r"is it (?:technicians?|support|specialist|manager|analyst|help ?desk|admin\w*|consultant|engineer|officer"
    r"|project|coordinator|supervisor|lead|developer|professional|director)\b)"
)

#: "can you change the second job to 25h" asks for a correction.
_NO_REQUEST: Final = (
    r"(?! (?:(?:you|u) (?:(?:please|pls|plz|kindly|just|also) )?(?:change|update|correct|edit|fix|modify|make|put)"
    r"|i (?:correct|edit|fix|update|modify))\b[^?]*\d)"
)

#: A question about a rule, or about what is not yet known.
ASK: Final = any_of(
    r"\b(?:does|doesnt|doesn't)\b",
    rf"\b(?:do|did|can|could|should|would|will|shall|must|won'?t|can'?t){_NO_REQUEST} (?:i|it|you|u|we|they)\b",
    r"\b(?:can|could|should|would|will|shall) (?:my|this|these|those|their|there|that)\b",
    rf"\b{_NOT_OF_IT_WORK}(?:is|are|isn'?t|aren't) (?:it|this|these|those|there|they)\b",
    r"\b(?:is|are) that\b",
    r"\b(?:have|has|was|were|are) (?:i|you|u|we)\b",
    r"\b(?:am|m) i\b",
    rf"{_BEGINS}(?:is|are|was|were|will|would|can|should|do|has|have) {_DETERMINER}\b",
    rf"{_BEGINS}did (?!{_UNDERTAKEN}){_DETERMINER}\b",
    rf"{_BEGINS}(?:is|are|would|will) \d(?=(?:[^.,;?]|[.,]\d)*"
    r"\b(?:enough|sufficient|considered|count\w*|accepted|full[ -]?time)\b)",
    rf"{_BEGINS}is [a-z]+ing\b(?=[^.,;?]*\b(?:problem|issue|ok(?:ay)?|allowed|legal|accepted|count\w*|considered)\b)",
    rf"{_BEGINS}(?:can|could|should|are|is|do|would|will)\b{_NO_QUESTION}{_NO_REQUEST}",
    r"\bhow (?:many|much|long|do|does|to|about|is|are|can|will|would|should|far|come)\b(?!\s*:)",
    r"\b(?:what|wat) (?:is|are|about|does|do|counts?|happens?|kind|type|should|can|will|would|were|was)\b",
    r"\b(?:what|wat)'?s\b",
    r"\b(?:what|wat|wht) (?:you|u|they) (?:have|got|know|saved?|understand|understood|wrote|took|need|look|see)\b",
    r"\bwhich (?:tests?|one|jobs?|works?|experience|score|level|noc|clb|nclc|teer|band|category|code|stream|exam"
    r"|permit)\b",
    rf"{_BEGINS}(?:puedo|puede|se puede|podria|posso|pode|pwede|puwede|mozhna|mozhno|can|chalega)\b"
    rf"{_NO_REQUEST}",
    r"\b(?:cual(?:es)?|cuant[oa]s?|qual|quais|quant[oa]s?|que (?:pasa|nivel|puntaje)|anong\b"
    r"|ano (?:ang|po|yung|ba|ibig)|ilang?|paano|magkano|bakit|kailan|kab|kahan|skilky|skolko|chomu|pochemu)\b",
    r"^\s*(?:which|who) (?:is|are)\b",
    r"(?<!that is )(?<!thats )(?<!that's )\bwhy\b",
    r"\bwhen (?:can|do|does|will|should|is|would)\b",
    r"\bwho (?:can|decides)\b",
    r"\bwhere (?:can|do|should)\b",
    r"\bwonder(?:ing)? (?:about|if|whether|how)\b",
    r"\bany idea\b",
    r"\bcan (?:someone|anybody|anyone)\b",
    r"\b(?:need|want(?:ed)?|like) to (?:know|ask)\b",
    r"\bquestion (?:is )?about\b",
    r"\basking (?:about|if)\b",
    r"\btell me (?:about|if|how|what)\b",
    r"\best[- ]ce qu",
    r"\b(?:combien|comment|pourquoi|quel(?:le)?s?)\b",
    r"\b(?:kya|kyu|kyun|kyon|kaise|kiven|kitn[aei]|kinn[aei]|konsa|kaunsa|kehra|kaun|kithe)\b",
)

#: "is it a problem if now moving to alberta": what happens now is no supposition.
_NOW_ON: Final = r"now (?:i'?m |im |i am |we are |we r )?(?:mov|liv|stay|settl|relocat|shift)ing\b"

#: What is not so, or not yet, but might be.
SUPPOSE: Final = any_of(
    r"\bif i (?:say|tell|write|put|declare|mention)(?: \w+){0,2} (?:i|to) (?:want|wanna|will|plan|intend|need)\b",
    rf"\b(?:what\s+if|wat\s+if|even if|only if|if(?! {_NOW_ON})|unless|suppos(?:e|ing)|assuming|imagine"
    r"|hypothetically)\b",
    r"\b(?:let'?s say|in case|whether|si (?:je|on)|agar)\b",
    r"\bsi j'",
    r"\b(?:once|when|until|till|after|as soon as) i (?:will |finally )?(?:get|reach|score) "
    r"(?:(?:an?|my|the|new|higher|better|overall) )*(?:\d|clb|nclc|score|band|result|all\b|each\b)",
)

_PERSON: Final = (
    r"(?:wife|husband|spouse|partner|girlfriend|boyfriend|friend|frnd|brother|sister|bro|sis|cousin|roommate"
    r"|colleague|coworker|neighbou?r|buddy|client|uncle|aunt|father|mother|dad|mom|son|daughter|kid)"
)
_PERSON_ABROAD: Final = (
    r"(?:ami|amie|femme|mari|epouse?|conjointe?|copine|blonde|frere|soeur|cousine?|collegue|amig[oa]|espos[oa]|novi[oa]"
    r"|herman[oa]|prim[oa]|marido|mulher|irma|irmao|dost|bhai|bhra|behen|biwi|wife|husband|pati|patni|yaar|asawa|kaibigan"
    r"|kapatid|pinsan|friend|cousin|sister|brother)"
)
_THEY_DO: Final = (
    r"(?:is|was|are|has|have|had|got|did|does|do|works?|worked|working|stud(?:y|ies|ied)|said|says|told|applied"
    r"|came|took|who|only|also|lives?|lived|stays?|stayed)"
)

#: What is said of, or by, someone else.
OTHERS: Final = any_of(
    rf"\b(?:my|a|one|some) (?:[a-z]+ )?{_PERSON}s?(?:[ -]in[ -]law)? {_THEY_DO}\b",
    rf"(?:^|[,;:-])\s*{_PERSON}s? {_THEY_DO}\b",
    r"\b(?:the|a|one|any) (?:person|guy|someone|worker|immigrant) (?:who )?(?:gets?|is|was|has|only|work\w*"
    r"|stud\w+|with|on)\b",
    rf"\b(?:mon|ma|mi|meu|minha|mera|meri|mere|yung|ang) {_PERSON_ABROAD}\b",
    rf"\b{_PERSON_ABROAD} ko (?:ay|po|is|nag\w*|na)\b",
    r"\b(?:he|she) (?:is|was|has|had|got|did|works?|worked|said|says|told)\b",
    r"\b(?:they|people|someone|somebody|everyone|everybody|consultant|lawyer|agent|reddit|website|google|ircc|boss"
    r"|manager|employer|owner) "
    r"(?:(?:is|are|have|has|had) )?(?:say|says|said|saying|told|tell|tells|think|thinks)\b"
    r"(?<!boss say)(?<!boss says)(?<!boss said)(?<!manager say)(?<!manager says)(?<!manager said)"
    r"(?<!owner say)(?<!owner says)(?<!owner said)(?<!they say)(?<!they said)",
    r"\b(?:they|boss|manager|owner) (?:say|says|said)\b(?! (?:that )?(?:i am|i was|i'?m)\b)",
    r"\bi (?:have )?(?:heard|read (?:that|on|in|somewhere|online)|was told)\b",
)

#: Where the case is another person's, and told for them, what is said of them is the case.
FOR_ANOTHER: Final = any_of(
    rf"\b(?:{_PERSON}|she|he) (?:is|will be) (?:the |my )?(?:principal|main|primary)\b",
    rf"\b(?:principal|main|primary) applicant (?:is|will be) (?:my )?{_PERSON}\b",
    rf"\b(?:asking|checking|check|ask|apply|applying|writing|filling|enquir\w+|inquir\w+|this is|its|it's|case is) "
    rf"(?:this |it |here |pr )*(?:for|of|on behalf of) (?:my |a )?(?:[a-z]+ )?{_PERSON}\b(?!'?s (?:company|business))",
    r"\basked me to (?:write|ask|check|fill|apply|type)\b|\bfilling (?:this |it )?(?:in |out |up )?for [a-z]+\b",
    rf"\bon behalf of (?:my )?{_PERSON}\b",
    rf"\b(?:pour|para|para sa) (?:mon|ma|mi|minha|meu)? ?{_PERSON_ABROAD}\b",
    rf"\b{_PERSON_ABROAD} (?:ke|de|k) (?:liye|lyi|lye|lai)\b",
)

_NO_WISH: Final = (
    r"(?! (?:(?:your|some|any|more|urgent) )?(?:help|info\w*|advice|guidance|answer|pr\b)"
    r"| to (?:apply|immigrate|stay|live|settle|move|relocate|remain|know|ask|check|be|change|correct|add|tell|say"
    r"|work)\b| (?:add|change|correct|edit|update|remove|delete)\b)"
)

#: What the person needs, wants or expects, and so has not.
WISH: Final = any_of(
    rf"\b(?:i|we|u|you|they|to) (?:(?:just|only|still|really|also) )?"
    rf"(?:need|needed|want|wanna|require|hope|expect|wish){_NO_WISH}(?=\W|$)",
    r"\b(?:need|needs|required|needed|require|requires) (?:(?:is|an?|at ?least|min(?:imum)?|to (?:get|score|have)) )*"
    r"(?:clb|nclc|\d|score|band)",
    r"\b(?:aiming|aim|target(?:t?ing)?|hoping|expecting|trying|planning|plan) "
    r"(?:is |for |to get |to score |to have |on getting )",
    r"\b(?:planning|plan|hoping|want|wanna|thinking)(?: to| of)? "
    r"(?:start(?:ing)?|join(?:ing)?|begin|switch(?:ing)?|becom(?:e|ing)|be promoted)\b",
    r"\b(?:aiming|target(?:t?ing|ed)?|hoping|expect(?:ing|ed)) (?:clb|nclc|band|\d)",
    r"\bmin(?:imum)? (?:required|needed|requirement)\b",
    r"\brequirements? (?:is|are)\b",
    r"\bi (?:must|should) (?:get|have|score)\b",
    r"\b(?:i'?ll|i will|i'?m gonna|gonna|i am going to|i'?m going to|i would|i'd) "
    r"(?:(?:probably|hopefully|surely) )?(?:get|score|have|retake|need|reach)\b",
)

#: Where a statement begins again, with a sign of its own.
STATE: Final = any_of(
    rf"\bif (?={_NOW_ON})",
    r"\b(?:but|because|bcz|bcoz|becoz|coz|cuz|cos|however|although|though|mais|lekin)\b",
    rf"(?:^|[,:;)-]\s*|\b(?:now|also|so|then|currently|actually|hi|hello|pls|please|thanks|sir|mam|maam|et|and)\s+)"
    rf"(?:i|i'?m|i'?ve|my(?! (?:[a-z]+ )?{_PERSON})|we|me|am|mera|meri|mai|main|je|j'ai|mon|ma)\b",
    r"(?:^|[,;]\s*)(?:since|from|have|had|got|was|were|working|worked|currently|now|also|no|yes|not|never)\b",
)

#: "if i worked in montreal but want to move": who it is supposed of is not named again.
SAME_SUBJECT: Final = (
    r"(?:but|mais|pero|lekin) (?:then |also |later |only )?"
    r"(?:want|wanna|wish|plan\w*|intend|will|would|going|mov\w+|liv\w+|stay\w*|settle\w*|work\w*|stud\w+|was|were|had|did"
    r"|the|contract|title|duties|job|letter|offer|employer|company|veux|pas|quiero)\b"
)

#: Where a statement begins again without any sign: "do i qualify i work as ...".
RESTART: Final = any_of(
    r"\bi (?:am|was|have|had|hav|work(?:ed|ing)?|got|did|live|hold|came|started|joined|finished|scored|completed"
    r"|been|currently|already|gave|took|r)\b",
    r"\b(?:i'?m|i'?ve|we are)\b",
    r"\bmy (?:[a-z]+ ){1,3}(?:is|was|are|were)\b",
    r"\b(?:currently|presently|working as|work as|worked as)\b",
)

#: Words before "i am", "i worked" that make them a part of the question ("the hours i worked").
BOUND_TO: Final = (
    r"\b(?:if|that|when|while|where|which|work|jobs?|hours|hrs|time|experience|exp|months|years|because|what|how|as"
    r"|than|who|whether|and|or|since|before|after|thing|scores?|test|period|cause|even though)\s*$"
)

#: Words at which a question is complete, so that "i" after them begins a statement.
COMPLETE: Final = r"(?:apply|pr|help|invited|possible|enough)"
VERDICT: Final = r"(?:counts?|counted|ok|okay|okey|allowed|accepted|valid|fine|acceptable|considered|eligible)"
_VERDICT_ABROAD: Final = (
    r"(?:comptent|compte|comptees?|acceptee?s?|admise?s?|valables?|reconnue?s?|cuentan?|aceptad[oa]s?|valen?|contam?|vale"
    r"|aceit[oa]s?|count (?:hota|hoti|hunda|hundi|hoga|hogi)|chalega|chalegi|pwede|puwede|bilang)"
)
#: The same, as they end a statement that only repeats a rule ("co-op doesn't count").
RULE_VERDICT: Final = (
    r"\b(?:counts?|counted|allowed|accepted|considered"
    rf"|{_VERDICT_ABROAD})(?:[- ](?:or (?:not|no|expired?)|right|too|also|for (?:cec|pr|this)|as work|tu|aussi"
    r"|ou (?:pas|non)"
    r"|svp|hai|ba|po|na|ji))*\s*$"
    r"|\bthey (?:will |do |also |still |can )?(?:dis)?(?:count|accept|deduct|minus|cut|consider|remove|check"
    r"|look|allow) ?(?:it|that|this|them|these)?\s*$"
)
#: Endings that make a question of any statement.
ASK_END: Final = (
    r"\b(?:or not|or no|ya nahi|ya nai|ya na|hai kya|kya|ou pas|ou non|o no|ou nao|chi ni"
    r"|ba(?: yun| yan| ito)?(?: po)?)"
    r"(?: (?:ji|sir|bhai|paaji|yaar|po|please|pls|svp|hai|maam))*\s*$"
)
#: What is asked about, told before the question itself: "server is which teer", "for cook what minimum score".
ASK_WITHIN: Final = (
    r"\bis (?:which|what) (?:teer|noc|level|category|code)\b"
    r"|\b(?:what|wat) (?:minimum|min|score|clb|nclc|level|teer|noc|band)\b"
    r"|\bcombien de temps\b|\b(?:kaunsa|konsa|kehra) (?:teer|noc|level)\b"
)
#: A thing named before the question about it, with nobody who did anything: "a job from 2022 does it still count".
TOPIC: Final = (
    r"(?!.*\b(?:i|i'?m|i'?ve|me|we|je|j'\w+|main|mai|mein|yo|ako|eu|am|was|were|is|are|have|had|has"
    r"|work(?! (?:experience|exp|hours?|permit)\b)|worked|working"
    r"|started|since|did|got|took|left|suis|etais|travaill\w+|hu|hoon|hai|tha|thi|haan|now|still|currently|till|until)\b)"
)
#: Questions that speak of a thing named before them.
ASKS_OF_IT: Final = r"(?:does|do|is|are|will|would|can|est[- ]ce|combien|which|how)\b"
#: Figures in what is named: a date or a length of the person's own, unless it is any such thing ("a job from 2022").
OWN_FIGURES: Final = r"(?!\s*(?:an?|any|old|very old|une?|les?|la)\b).*\d"
#: "paid by T4A, is it self employment": whether it is so is what the person asks.
ASKS_WHETHER: Final = (
    r"\b(?:is (?:it|that|this)|am i|are we|was (?:i|it|that)|does (?:it|that|this) (?:mean|make)|c'est|est[- ]ce)\b"
    r"[^.;!?]{0,25}$"
)
#: A sentence that begins with a thing, and ends as a question of it.
THING: Final = (
    r"\s*(?:the|les?|la|l'|las|los|el|hours?|heures|horas|any|une?|ang|yung)\b"
    r"(?!.*\b(?:i|i'?m|i'?ve|we|je|j'\w+|main|mai|yo|ako|eu)\b)"
)

#: Words at the end of a question without an inversion: "12 months enough", "cook eligible".
CHECK_END: Final = (
    rf"\b(?:{_ELIGIBLE}|enough|possible|chances?|sufficient|can apply)"
    r"(?: (?:for|or|in|under|now|to)\b[^,]{0,20})?\s*$"
)
FIRST_PERSON: Final = r"\b(?:i|i'?m|i'?ve|my|we|me|je|mai|main|mera|meri)\b"
