"""The names of language tests and of their variants, as people spell them, for nlu.named_tests."""

from __future__ import annotations

from typing import Final

from nlu.phrases import word_set

#: Family -> the tests it may be, accepted first. Ids are those of the law's parameters.
FAMILIES: Final = {
    "ielts": ("ielts_general_training", "ielts_academic"),
    "celpip": ("celpip_general",),
    "pte": ("pte_core", "pte_academic"),
    "tef": ("tef_canada", "tef_non_canada"),
    "tcf": ("tcf_canada", "tcf_non_canada"),
    "toefl": ("toefl_ibt",),
    "duolingo": ("duolingo",),
    "delf": ("delf",),
    "dalf": ("dalf",),
    "tefaq": ("tefaq",),
}
SPELLINGS: Final = {
    "ielts": "ielts ietls ilets eilts iltes ielst ielt iels iets ilts ieltes aielts ielets ieltz "
    "iealts ielits yelts elts",
    "celpip": "celpip clepip selpip celip cepip cepilp celpp clpip celpic celpib celpep celpit "
    "celpipp cellpip sealpip celpi celbip celpiip celpap",
    "pte": "pte",
    "tef": "tef",
    "tcf": "tcf",
    "toefl": "toefl tofel toffel tofl toelf toefel tofle toffle",
    "duolingo": "duolingo dualingo duolinguo duelingo dulingo duolango",
    "delf": "delf",
    "dalf": "dalf",
    "tefaq": "tefaq",
}
#: Names in which a slip of the finger is allowed -> how many.
CORRECTABLE: Final = {"celpip": 1, "duolingo": 2, "ielts": 1, "toefl": 1}
#: Ordinary words one slip away from a name.
NOT_A_TEST: Final = word_set("belts melts celts felts pelts welts yields fields bells cells elite tells telfer")

_NOT_A_JOB: Final = (
    r"(?!\s+(?:manager|labou?r\w*|helper|contractor|worker|dut\w+|practitioner|office|clerk|farm"
    r"|help|maintenance|merch\w+|store))"
)
_GENERAL: Final = rf"gen(?:e?ra?l|erel|rl|eal|aral)?\b{_NOT_A_JOB}(?:\s+tr\w+)?|generl"
_ACADEMIC: Final = r"acc?[ae]d[ea]?m\w*|acad\w*|aca\b"

#: "my tef was the normal one not tef canada"; "normal" alone may be all that is known of it.
_ORDINARY: Final = (
    r"(?:normal|ordinary|regular|simple|standard|general|classique|ordinaire|other|autre|the other)\b"
    r"(?:[\s,]+(?:one|test|version|type))?"
    r"(?=[\s,(-]+(?:and |et )?(?:not|no|non|pas|without|instead of)\b[^.;!?]{0,15}canada)"
    r"|(?:is |was )?(?:not|pas|non) (?:the |for |le |du )?(?:tef |tcf )?canada\b"
)

#: What follows or precedes a family's name and settles the variant.
VARIANTS: Final = {
    "ielts": {
        "ielts_life_skills": r"life\s?skills?|ls\b|[ab]1\b",
        "ielts_academic": rf"{_ACADEMIC}|ac\b(?!\s?\d)",
        "ielts_general_training": rf"{_GENERAL}|g\.?t\b\.?|g\b|training",
    },
    "celpip": {
        "celpip_general_ls": r"(?:general\s*)?[-(]?\s*ls\b|(?:general\s+)?(?:2|two)[\s-]skills?",
        "celpip_general": rf"gen\w*{_NOT_A_JOB}|g\b",
    },
    "pte": {
        "pte_core": r"core?\b|cor\b|kore\b",
        "pte_academic": rf"{_ACADEMIC}|ac\b|a\b(?!\s?\d)|ukvi",
        "pte_essential": r"essentials?",
    },
    "tef": {
        "tef_canada": r"canad\w*|can\b|for canada",
        "tefaq": r"(?:pour le |for )?quebec|aq\b",
        "tef_non_canada": rf"irn\b|naturali[sz]ation|etudes?\b|{_ORDINARY}",
    },
    "tcf": {
        "tcf_canada": r"canad\w*|can\b|for canada",
        "tcf_quebec": r"(?:pour le |for )?quebec|q\b",
        "tcf_non_canada": rf"tp\b|tout public|irn\b|anf\b|dap\b|{_ORDINARY}",
    },
    "toefl": {"toefl_essentials": r"essentials?", "toefl_ibt": r"ibt"},
}
#: What settles the variant from a little farther on ("ielts l 8 r 7 w 7 s 7 general").
FARTHER_ON: Final = {
    "ielts": {
        "ielts_academic": r"\bacad\w*(?= (?:test|ielts|module|version|one)\b|\W*$)",
        "ielts_general_training": rf"\bgeneral\b{_NOT_A_JOB}|\bgt\b|\bgenral\b",
    },
    "pte": {"pte_core": r"\bcore\b", "pte_academic": r"\bacademic\b"},
}

_LEAD: Final = (
    r"(?:(?:the|its|it's|it|is|was|i|did|no|yes|oops|sorry|actually|meant|mean|took|have|only|wait"
    r"|typo|mistake),? )*"
)
_ONE: Final = r"(?: (?:one|test|version|training|module))?"
_TOOK: Final = r"\b(?:took|did|gave|wrote|was|its|it's|only|mine is) (?:(?:the|only|an?) )*"
#: Names that hold no family's word, or one that is an ordinary word as well.
PHRASES: Final = (
    (
        "ielts_general_training",
        rf"\bgeneral training\b|{_TOOK}general(?= (?:one|test|version|module)\b|\W*$)"
        rf"|^\W*{_LEAD}(?:general|gt|genral){_ONE}(?:,? (?:and )?not (?:the )?acad\w*)?\W*$",
    ),
    (
        "ielts_academic",
        rf"{_TOOK}academic(?= (?:one|test|version|module|for)\b|\W*$)"
        r"|\b(?:have|had) (?:(?:only|the) )*academic(?= (?:one|test|version|module)\b|\W*$)"
        rf"|^\W*{_LEAD}academic{_ONE}(?:,? (?:and )?not (?:the )?gen\w*)?\W*$",
    ),
    ("pte_core", rf"^\W*{_LEAD}core{_ONE}\W*$|\bpearson (?:pte )?core\b"),
    (
        "cambridge",
        r"\bcambridge (?:english|exam\w*|test|certificate|advanced|first|cae|fce|cpe|c1|c2|b2)\b"
        r"|\b(?:cae|fce|c1 advanced|b2 first)\b|^\W*cambridge\W*$"
        r"|\b(?:exam|test|certificate) (?:(?:is|was|from|of|by) )*cambridge\b",
    ),
    ("duolingo", r"(?<![a-z])det(?: test| exam|\W*\d{2,3}\b)|^\W*det\W*$"),
    ("delf", r"\bdiplome d'etudes en langue francaise\b"),
    ("toefl_ibt", r"\btest of english as a foreign language\b"),
    ("celpip_general", r"\b(?:self|sell|cell|sel|seal|cel|kelp|south) ?pip\b(?! (?:general )?ls\b)(?: general)?"),
    ("celpip_general", r"\bcanadian english language proficiency\b"),
    ("tef_canada", r"\btest d'evaluation de francais\b"),
    ("tcf_canada", r"\btest de connaissance du francais\b"),
)
