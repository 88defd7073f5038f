"""The names of months, seasons and days as people type them: short, misspelt, in the languages people mix in."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA

_NAMES: Final = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip

_SHORT: Final = {
    "ene": 1, "abr": 4, "dic": 12,
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
    "pebrero": 2, "marso": 3, "hunyo": 6, "hulyo": 7, "setyembre": 9, "oktubre": 10, "nobyembre": 11,
    "disyembre": 12, "janeiro": 1, "fevereiro": 2, "maio": 5, "junho": 6, "julho": 7, "setembro": 9,
    "outubro": 10, "marco": 3, "novembro": 11, "dezembro": 12,
    "yanvar": 1, "yanvarya": 1, "fevral": 2, "fevralya": 2, "aprel": 4, "aprelya": 4, "maya": 5, "iyun": 6,
    "iyunya": 6, "iyul": 7, "iyulya": 7, "avgust": 8, "avgusta": 8, "sentyabr": 9, "sentyabrya": 9, "oktyabr": 10,
    "oktyabrya": 10, "noyabr": 11, "noyabrya": 11, "dekabr": 12, "dekabrya": 12,
    "sichen": 1, "sichnya": 1, "berezen": 3, "bereznya": 3, "kviten": 4, "kvitnya": 4, "traven": 5, "travnya": 5,
    "cherven": 6, "chervnya": 6, "lypen": 7, "lypnya": 7, "serpen": 8, "serpnya": 8, "veresen": 9, "veresnya": 9,
    "zhovten": 10, "zhovtnya": 10, "lystopad": 11, "lystopada": 11, "gruden": 12, "hrudnya": 12,
    "январь": 1, "января": 1, "февраль": 2, "февраля": 2, "март": 3, "марта": 3, "апрель": 4, "апреля": 4,
    "маи": 5, "мая": 5, "июнь": 6, "июня": 6, "июль": 7, "июля": 7, "август": 8, "августа": 8, "сентябрь": 9,
    "сентября": 9, "октябрь": 10, "октября": 10, "ноябрь": 11, "ноября": 11, "декабрь": 12, "декабря": 12,
    "січня": 1, "лютого": 2, "березня": 3, "квітня": 4, "травня": 5, "червня": 6, "липня": 7, "серпня": 8,
    "вересня": 9, "жовтня": 10, "листопада": 11, "грудня": 12,
    "jan": 1, "jany": 1, "janv": 1, "feb": 2, "febr": 2, "fab": 2, "fev": 2, "fevr": 2, "mar": 3, "mrch": 3,
    "mch": 3, "apr": 4, "aprl": 4, "marh": 3, "avr": 4, "jun": 6, "jne": 6, "juni": 6, "jul": 7, "jully": 7, "juli": 7,
    "jly": 7, "juil": 7, "aug": 8, "augst": 8, "agu": 8, "sep": 9, "sept": 9, "setp": 9, "spet": 9, "sepr": 9,
    "oct": 10, "octo": 10, "okt": 10, "nov": 11, "novem": 11, "dec": 12, "decem": 12, "dez": 12,
}  # fmt: skip

#: Ordinary words within a slip or two of a month, which must stay ordinary words.
_NOT_MONTHS: Final = frozenset(
    "match march's marsh mach marche marc mark marks mary marry maria marie marta martha marco smart "
    "apron apply applied april's august's gust auguste augusta mayor maybe majors manor jolly jury juliet "
    "marcus master mercy merch merci starch arch".split()
)

SEASONS: Final = {
    "spring": 3, "printemps": 3, "summer": 6, "sumer": 6, "summers": 6, "ete": 6, "fall": 9, "autumn": 9,
    "autum": 9, "automne": 9, "winter": 12, "winters": 12, "hiver": 12,
}  # fmt: skip
"""Season -> its first month; each lasts three."""

WEEKDAYS: Final = {
    "monday": 1, "mon": 1, "tuesday": 2, "tue": 2, "tues": 2, "wednesday": 3, "wed": 3, "thursday": 4, "thu": 4,
    "thur": 4, "thurs": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6, "sunday": 7, "sun": 7,
    "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7,
    "lunes": 1, "martes": 2, "miercoles": 3, "jueves": 4, "viernes": 5, "sabado": 6, "domingo": 7,
}  # fmt: skip

_MISTYPED_FROM: Final = tuple((name, month) for name, month in _NAMES.items() if len(name) >= 5)
_DOUBLED: Final = re.compile(r"(.)\1+")


def month_number(word: str) -> int | None:
    """1 to 12 for a folded word that names a month, one slip allowed (two in the long names); else None."""
    known = _NAMES.get(word) or _SHORT.get(word)
    if known or word in _NOT_MONTHS or not 4 <= len(word) <= 11:
        return known
    single = _DOUBLED.sub(r"\1", word)
    if single in _NAMES:
        return _NAMES[single]
    if len(word) < 5:
        return None
    for name, month in _MISTYPED_FROM:
        if word[0] != name[0] or abs(len(word) - len(name)) > 2:
            continue
        allowed = 2 if len(name) >= 8 else 1
        if OSA.distance(word, name, score_cutoff=allowed) <= allowed:
            return month
    return None
