"""Cuts a message into the words that scores are told with: skills, figures, "each", "the rest", CLB.

Figures that belong to something else (dates, hours, money, ages, NOC codes) are cut out as plain words, so that
the grammar of scores never sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from nlu.calendar_words import month_number
from nlu.facts import SKILLS
from nlu.text import Text


class Kind(Enum):
    """What a token does in the telling of scores."""

    SKILL = "skill"
    NUMBER = "number"
    DIGITS = "digits"
    EVERY = "every"
    REST = "rest"
    OVERALL = "overall"
    EXCEPT = "except"
    CLB = "clb"
    TO_SKILL = "to_skill"
    TO_NUMBER = "to_number"
    INEXACT = "inexact"
    PLURAL = "plural"
    SLASH = "slash"
    JOIN = "join"
    GLUE = "glue"
    STOP = "stop"
    TEST = "test"
    OLD = "old"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Token:
    """One token of ``raw[start:end]``. value: the decimal string of a NUMBER; skills: those of a SKILL.

    weak: a skill told by a letter or two ("l", "co"), which alone may be an ordinary word.
    inexact: a figure that is only a bound or a guess ("7+", "around 7").
    other: the second figure of "6 or 6.5".
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    skills: tuple[str, ...] = ()
    weak: bool = False
    inexact: bool = False
    other: str = ""


_WEAK: Final = {
    "l": "listening", "r": "reading", "w": "writing", "s": "speaking",
    "co": "listening", "ce": "reading", "ee": "writing", "eo": "speaking", "pe": "writing", "po": "speaking",
}  # fmt: skip

_WORDS: Final = {
    "listening": "listening listen listning listing lisning lisenning lstening list lis listn lst listenin "
    "ecoute ecouter ecoutes escucha sunna sunne auditive comprehending",
    "reading": "reading read readin redaing raeding rdg rdng rd lecture lire lectura padhna parhna reed reeding",
    "writing": "writing write writting wrting writng wrtng wri writ wrt writin wrote ecriture ecrire ecrit escritura likhna",
    "speaking": "speaking speak speeking speking spekaing speakin spk spkg spking sp speakng parler parle oral orale habla bolna bolne speech",
}  # fmt: skip
_SKILL_OF: Final = {word: skill for skill, words in _WORDS.items() for word in words.split()}
#: Ordinary words within two slips of a skill.
_NOT_A_SKILL: Final = frozenset(
    "waiting leading heading riding rating wedding sending spending sleeping working training existing lasting "
    "testing hiring resting raising feeding beading breeding treading loading trading roading spreading "
    "whiting wanting listed speaker reader writer listener lightening glistening seeking sneaking speeding "
    "peaking spraying sparking steaming ranking renting wearing writings readings visiting wiring tending "
    "listings twisting fasting casting posting hosting costing speaks reads writes written".split()
)

_PHRASES: Final = (
    ("listening", r"(?:comprehension|comp|compr)\.? (?:de l'|a l'|of the )?(?:oral|orale|orales|ouie)\b|oral comprehension|(?:listening|auditory) comprehension"),
    ("reading", r"(?:comprehension|comp|compr)\.? (?:de l'|a l'|des? )?ecrite?s?\b|(?:reading|written) comprehension|comprehension reading"),
    ("speaking", r"(?:expression|expr|production|prod)\.? (?:a l'|de l')?orale?\b|oral expression|spoken"),
    ("writing", r"(?:expression|expr|production|prod)\.? (?:a l'|de l')?ecrite?\b|written expression"),
)  # fmt: skip

_NAMES: Final = {
    "zero": "0", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "sevn": "7", "seven's": "7", "eights": "8", "sevens": "7", "nines": "9", "sixes": "6",
    "eigth": "8", "eigt": "8", "huit": "8", "neuf": "9", "cinq": "5", "paanch": "5", "chhe": "6", "chhah": "6", "saat": "7", "aath": "8",
}  # fmt: skip
_NAME: Final = "|".join(sorted(_NAMES, key=len, reverse=True))

_UNIT: Final = (
    r"(?:hours?|hrs?|hr|h|hpw|days?|weeks?|wks?|wk|months?|mths?|mth|mos?|years?|yrs?|yr|times?|attempts?|tries|jobs?|people|persons?|"
    r"languages?|modules?|skills?|tests?|employers?|companies|shifts?|k|km|am|pm|cad|usd|dollars?|bucks|cents|st|nd|rd|th|ans?|mois|"
    r"semaines?|jours?|heures?|minutes?|mins?|saal|sal|mahine|mahina|ghante|kids?|children|questions?|weekly|weekends?|yo|fte|courses?|semesters?|exams?|papers?|books?|reports?|letters?|emails?|articles?|classes|lessons?|pages?|lines?|words?)"
)
_NUM: Final = r"\d{1,3}(?:\.\d{1,2})?"

_LEX: Final = re.compile(
    r"(?P<date>(?<![\d/.-])(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{4}|"
    r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)?\d{2})(?![\d/.-]*\d))"
    rf"|(?P<quantity>(?<![\d.,])\d{{1,6}}(?:[.,]\d{{1,3}})?\+?(?: ?(?:-|to|or) ?\d{{1,6}}(?:[.,]\d{{1,3}})?)?(?: ?- ?| ?){_UNIT}\b|"
    rf"\b(?:{_NAME}|one|two)\s+{_UNIT}\b|[$€£]\s?\d{{1,7}}(?:[.,]\d{{1,3}}){{0,3}}|(?<![\d.,])\d{{1,7}}(?:[.,]\d{{1,3}}){{0,3}}\s?[%$€£]|"
    r"\b(?:teer|noc|job|question|option|unit|age|aged|room|stream|form|part|step|task|attempt|phone|call)\s*(?:no\.?|number|#|:)?\s*\d+|"
    r"#\s?\d+|(?<![\d,])\d{1,3}(?:,\d{3}){1,3}\b|(?<![\d-])\d(?:[ -]?\d){7,24}|(?<!\d)\d{1,3} ?x ?\d{1,3})"
    + "".join(f"|(?P<{skill}>\\b(?:{pattern}))" for skill, pattern in _PHRASES)
    + r"|(?P<rest>\b(?:(?:(?:the|in|all|for|every) ){0,3}(?:rest|remaining|remainings|others|other (?:all|ones?|three|two|3|2|skills?|modules?|bands?|sections?|parts?)|"
    r"everything else|all else|baaki|baki|les autres|le reste|reste|elsewhere)(?: of (?:them|it|the|all))?"
    r"(?: (?:all|three|two|3|2|skills?|modules?|bands?|sections?|parts?|each|every)){0,3})\b)"
    r"|(?P<every>\b(?:(?:all|each|every|both|toutes?|tous|sab|sabhi|sare|les) (?:of )?){1,3}(?:(?:the|them|in|four|4|quatre|individual) ){0,3}"
    r"(?:skills?|bands?|modules?|sections?|abilities|abilties|components?|competences|parts?)\b(?: each)?"
    r"|\b(?:four|4) (?:skills|bands|modules|sections|parts)\b"
    r"|\b(?:each|everything|everywhere|evrything|every ?thing|across the board|straight|all(?:\s+(?:of them|the way|4|four)(?![\w.]))?|partout|toutes|tous|sab|sabhi|sabme|chaque|every (?:one|skill|band|module|section|part))\b"
    r"(?!\s+(?:day|week|month|shift|year|job|time|other|pay|hour|of my|together|my|the time|over)\b))"
    r"|(?P<overall>\b(?:over ?all|overal|ovrall|o/a|obs|total|average|avg|aggregate|globally?|global|combined|moyenne)\b)"
    r"|(?P<except>\b(?:except(?:ing|ed)?(?: for| in)?|excpet|expect|but(?: not)?|besides|apart from|other than|sauf|only)\b)"
    r"|(?P<clb>\b(?:n?clb|clbs|nclc|cblb?|clp|canadian language benchmarks?|niveau|benchmark)(?: levels?| niveau| lvl)?(?![a-z]))"
    r"|(?P<inexact>~|≥|>=?|\b(?:at ?least|atleast|min(?:imum)?|minimun|above|over|more than|greater than|around|arround|about|abt|approx\w*|almost|nearly|close to|roughly|"
    r"maybe|may be|probably|perhaps|between|not sure|i guess|environ|less than|below|under|up ?to)\b)"
    rf"|(?P<half>\bsaa?dh?e\s+(?P<half_name>{_NAME}|\d{{1,2}})\b)"
    rf"|(?P<spoken>\b(?P<spoken_name>{_NAME}|\d{{1,2}})(?:(?:\s+(?:point|pt|dot|pint|virgule)\s+|\s*-\s*(?=five))(?P<spoken_part>five|zero|5|0)|"
    rf"\s+(?:and|n|&|nd|et)\s+(?:a\s+)?(?:half|demi\w*)|\s+1/2)\b)"
    rf"|(?P<named>\b(?:{_NAME})\b)"
    r"|(?P<chain>(?<![\d.,])\d{1,2}(?:,\d{1,2}){2,9}(?![\d]|[.,]\d)|(?<![\d.,])\d(?:\.\d){2,5}(?![\d]))"
    r"|(?P<comma>(?<![\d.,])\d{1,2},[05](?!\d|[.,]\d))"
    rf"|(?P<number>(?<![\d]){_NUM}(?!\d)(?P<ish>\+|\s?ish\b)?)"
    r"|(?P<digits>(?<!\d)\d{4}(?!\d))"
    r"|(?P<long>\d+)"
    r"|(?P<order>\b(?:[lrws]{4}|co ?ce ?e[eo] ?e[eo])(?![a-z]))"
    r"|(?P<word>[a-z][a-z']*)"
    r"|(?P<slash>/)|(?P<to_number>[:=])|(?P<join>[,&+])|(?P<stop>[.;!?])|(?P<dash>-)|(?P<half_sign>½)"
)

_TO_SKILL: Final = frozenset("in for on en dans me mein at".split())
_TO_NUMBER: Final = frozenset("is was are were est got to be".split())
_JOIN: Final = frozenset("and et aur n nd y plus then with".split())
_GLUE: Final = frozenset(
    "a an the my i had have has get score scores scored scoring band bands point points pts mark marks level lvl result results as like also of "
    "it its it's came come out ka ki ke mai main hai de du le la les that which where section module part test skill "
    "only just order respectively exam respective following follows ielts given by gave s' hain tha thi "
    "final should now yes ya yeah yep yea ok okay sure so well hi hello oui ji haan han".split()
)
_ONLY_AFTER_A_FIGURE: Final = re.compile(r"(?<=\d)'?s")


def tokens(text: Text) -> list[Token]:
    """The tokens of a message, in order; white space, brackets and other signs are left out."""
    return list(_tokens(_with_halves(text)))


def _with_halves(text: Text) -> str:
    """The folded message with every "½" in its place, which folding would turn into a "1"."""
    if "½" not in text.raw:
        return text.folded
    return "".join("½" if raw == "½" else letter for raw, letter in zip(text.raw, text.folded, strict=True))


def _tokens(folded: str) -> Iterator[Token]:
    previous: Token | None = None
    for found in _LEX.finditer(folded):
        for token in _token(found, folded, previous):
            yield token
            previous = token


def _token(found: re.Match[str], folded: str, previous: Token | None) -> Iterator[Token]:
    name, said = found.lastgroup or "", found.group()
    start, end = found.span()
    if name in SKILLS:
        yield Token(Kind.SKILL, start, end, skills=(name,))
    elif name == "word":
        yield _word(said, start, end, folded, previous)
    elif name == "order":
        yield _order(said, start, end)
    elif name == "chain":
        yield from _chain(said, start, ".," if "." not in said else ".")
    elif name in _FIGURES or found["number"]:
        yield from _figure(found, folded, previous)
    elif name == "dash":
        yield Token(Kind.TO_NUMBER if folded[start - 1 : start] != " " else Kind.GLUE, start, end, said)
    elif name == "half_sign":
        yield Token(Kind.WORD, start, end)
    else:
        yield Token(_PLAIN.get(name, Kind.WORD), start, end, said)


_FIGURES: Final = frozenset(("half", "half_name", "spoken", "spoken_name", "spoken_part", "named", "comma", "number", "ish", "digits"))
_PLAIN: Final = {
    "rest": Kind.REST, "every": Kind.EVERY, "overall": Kind.OVERALL, "except": Kind.EXCEPT, "clb": Kind.CLB,
    "inexact": Kind.INEXACT, "slash": Kind.SLASH, "to_number": Kind.TO_NUMBER, "join": Kind.JOIN, "stop": Kind.STOP,
}  # fmt: skip


def _figure(found: re.Match[str], folded: str, previous: Token | None) -> Iterator[Token]:
    start, end = found.span()
    if _is_of_a_date(folded, start, end, previous):
        yield Token(Kind.WORD, start, end)
    elif found["digits"]:
        yield Token(Kind.DIGITS, start, end, found.group())
    else:
        value = _value(found)
        if folded[end : end + 1] == "½" or folded[end : end + 2] == " ½":
            value += ".5"
        yield Token(Kind.NUMBER, start, end, value, inexact=bool(found["ish"]))


def _value(found: re.Match[str]) -> str:
    if name := found["half_name"]:
        return f"{_NAMES.get(name, name)}.5"
    if name := found["spoken_name"]:
        is_whole = found["spoken_part"] in ("zero", "0")
        return _NAMES.get(name, name) + ("" if is_whole else ".5")
    if found["named"]:
        return _NAMES[found.group()]
    return plain_decimal(found.group().rstrip("+ish").strip().replace(",", "."))


def plain_decimal(figure: str) -> str:
    """A figure without leading zeros, nor zeros at the end of its fraction: "07.50" -> "7.5"."""
    whole, _, part = figure.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")


def _is_of_a_date(folded: str, start: int, end: int, previous: Token | None) -> bool:
    """A day or a year beside a month's name; the figure of a skill stays one ("speaking 7 march 2026")."""
    if previous is not None and previous.kind in (Kind.SKILL, Kind.TO_NUMBER, Kind.CLB):
        return False
    after = re.compile(r"(?:st|nd|rd|th)?[\s,./-]*(?:of\s+)?([a-z]{3,10})").match(folded, end)
    if after and folded[end : after.start(1)].strip() != "," and month_number(after.group(1)):
        return after.group(1) not in ("mar", "mai") or folded[after.end(1) : after.end(1) + 1] != "k"
    before = re.compile(r"([a-z]{3,10})[\s.,'/-]*$").search(folded[max(0, start - 14) : start])
    return before is not None and month_number(before.group(1)) is not None


def _chain(said: str, start: int, signs: str) -> Iterator[Token]:
    """Figures run together by commas or full stops: four of them if they can be, with halves where that takes."""
    singles = [(m.group(), m.span()) for m in re.finditer(r"\d+", said)]
    halves = [(m.group(), m.span()) for m in re.finditer(r"\d+[.,][05](?!\d)|\d+", said)]
    chosen = halves if len(halves) == len(SKILLS) != len(singles) else singles
    for index, (figure, (first, last)) in enumerate(chosen):
        if index:
            yield Token(Kind.JOIN, start + first - 1, start + first)
        yield Token(Kind.NUMBER, start + first, start + last, plain_decimal(figure.replace(",", ".")))


def _order(said: str, start: int, end: int) -> Token:
    letters = re.findall(r"[a-z]{2}" if said.startswith("co") else "[a-z]", said)
    skills = tuple(_WEAK[letter] for letter in letters)
    if len(set(skills)) == len(SKILLS):
        return Token(Kind.SKILL, start, end, skills=skills)
    return Token(Kind.WORD, start, end, said)


def _word(said: str, start: int, end: int, folded: str, previous: Token | None) -> Token:
    glued = start > 0 and folded[start - 1].isdigit()
    if said == "s" and glued:
        return Token(Kind.PLURAL, start, end, skills=("speaking",), weak=True)
    if said in _WEAK and folded[start - 1 : start] != "'":
        return Token(Kind.SKILL, start, end, skills=(_WEAK[said],), weak=True)
    for words, kind in ((_TO_SKILL, Kind.TO_SKILL), (_TO_NUMBER, Kind.TO_NUMBER), (_JOIN, Kind.JOIN), (_GLUE, Kind.GLUE)):
        if said in words:
            return Token(kind, start, end, said)
    skill = skill_of(said)
    if skill is not None:
        return Token(Kind.SKILL, start, end, skills=(skill,), weak=said in _SHORT)
    return Token(Kind.WORD, start, end, said)


_SHORT: Final = frozenset("list lis lst rd wri writ wrt sp read write speak listen wrote oral orale speech lecture lire parle parler".split())


@lru_cache(maxsize=4096)
def skill_of(word: str) -> str | None:
    """The skill that a folded word names, two slips allowed in the full English names."""
    known = _SKILL_OF.get(word)
    if known or not 6 <= len(word) <= 11 or word in _NOT_A_SKILL:
        return known
    for skill in SKILLS:
        if word[0] == skill[0] and OSA.distance(word, skill, score_cutoff=2) <= 2:
            return skill
    return None
