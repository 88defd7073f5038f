"""Understands bare material from the question that was asked: "37.5" is hours where hours were asked.

Pure, and free of Rasa and spaCy: the conversation calls it with facts that came through entities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from nlu.end_answers import about_the_end
from nlu.exclusion_answers import as_days, as_exclusions
from nlu.facts import SKILLS, Fact
from nlu.intended_home import as_home, is_nothing_but_a_place
from nlu.lexicon import word_class
from nlu.moments import Role

#: The questions whose answers may be bare, and those that leave every fact as it was read.
QUESTIONS: Final = (
    "begin", "job", "job_title", "job_group", "job_kind", "job_duties", "job_time", "job_period",
    "job_start_day", "job_end", "job_end_date", "job_end_day", "job_hours", "more_jobs", "exclusions",
    "exclusion_which", "exclusion_job", "exclusion_period", "physician", "language", "test_name", "scores",
    "score_scale", "test_date", "test_day", "outside_quebec", "admissibility", "admissibility_which", "doubt",
    "what_next",
)  # fmt: skip

#: Asked after where somebody intends to live, so that a lone place mends or completes the answer to that.
_AFTER_HOME: Final = frozenset(("admissibility", "what_next"))
#: What questions are mostly about; of 30 such readings in questions by people unseen, most were no statements.
_ASKED_ABOUT: Final = frozenset(("exclusion", "inadmissibility", "outside_quebec"))

_ASKS_TITLE: Final = frozenset(("job", "job_title"))
_ASKS_HOURS: Final = frozenset(("job_hours", "job_time"))
_ASKS_START: Final = frozenset(("job_period", "job_time", "job_start_day"))
_ASKS_END: Final = frozenset(("job_end", "job_end_date", "job_end_day"))
_ASKS_TEST_DATE: Final = frozenset(("test_date", "test_day"))
_ASKS_DATES: Final = _ASKS_START | _ASKS_END | _ASKS_TEST_DATE
_ASKS_EXCLUSIONS: Final = frozenset(("exclusions", "exclusion_which"))
_ASKS_SCORES: Final = frozenset(("scores",))

_MOST_HOURS: Final = Decimal(100)
#: Up to so many bare hours may be a day's.
_MAY_BE_A_DAY: Final = Decimal(12)
#: What introduces a title, and is no part of it.
_LEAD: Final = re.compile(
    r"^(?:(?:hi|hello|ok|okay|yes|so|well|it'?s|it is|i am|i'?m|im|i was|i work(?:ed)?|i do|working|work|currently|as"
    r"|my job is|my title is|job title|title|position|a|an|the|just|je suis|un|une)\b[\s,:-]*)+",
    re.IGNORECASE,
)
_NO_TITLE: Final = re.compile(
    r"\?|\b(?:skip|idk|dunno|don'?t|know|not sure|no|none|nope|nothing|yes|yeah|why|what|how|when|which|help|stop"
    r"|restart|both|half|same|others?|things|stuff|everything|anything|oui|non|maybe|back|later|thanks?|hello|hi|hey|ok|okay|bye|delete|start|quit|pass|can|do|does|is|will|sorry|wait"
    r"|that'?s|this|these|those|same|correct|right|exactly|above|one|it|who|where|should|would|tell|write|give|show"
    r"|paano|pano|ano|bakit|saan|kailan|sino|como|cómo|qué|que|por ?que|cuando|quien|no se|kya|kaise|kyu|kyun|kyon"
    r"|kab|kahan|pata|comment|pourquoi|quoi|quand|combien|est-ce|oui|non|merci|salut|bonjour|si|sí|haan|haa|haanji|nahi|opo|oo|tama|bilkul|sahi|theek|thik|ouais|voil[aà]|exact|exactement|bien|d'accord|c'est|ça"
    r"|correcto|claro|as[ií] es|exacto|sim|certo|isso|tak|da|yep|yup|sure|absolutely|indeed|perfect)\b",
    re.IGNORECASE,
)
#: "in a warehouse" says where, and no title.
_WHERE: Final = re.compile(r"^(?:in|at|for|with|from|near|inside|chez|dans|en|sa)\s", re.IGNORECASE)
_ROUNDED: Final = re.compile(r"\b(?:years?|yrs?|ans?|saal) (?:ago|back|pehle)\b|\bil y a\b", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_MOST_TITLE_WORDS: Final = 6
_MOST_WORDS_BEFORE: Final = 2
#: "hopefully cook", "normal cook" name no trade.
_MAY_BE_A_TRADE: Final = re.compile(
    r"(?!normal|simple|just|regular|good|real|little|hard|also|only|still|same)[^\W\d_]{4,}(?<!ly)"
)


def role_asked(asked: str | None) -> Role | None:
    """The role of the date that answers the question; None where no date does."""
    return Role.END if asked in _ASKS_END else Role.LONE if asked in _ASKS_DATES else None


def asks_a_job(asked: str | None) -> bool:
    """Whether a title or a code answers the question."""
    return asked in _ASKS_TITLE


def in_context(facts: Sequence[Fact], asked: str | None, text: str = "") -> tuple[Fact, ...]:
    """The facts with bare figures and dates turned into what was asked for; all else as it was.

    asked: the open question, None where there is none. text: the raw message, for a title that no list knows.
    """
    if asked is None:
        return tuple(facts)
    if asked in _ASKS_HOURS and not any(fact.kind == "hours" for fact in facts):
        facts = _with_hours(facts)
    if asked in _ASKS_EXCLUSIONS:
        facts = as_exclusions(facts, text)
    if asked == "exclusion_period":
        facts = as_days(facts, text)
    if asked == "outside_quebec" or (asked in _AFTER_HOME and is_nothing_but_a_place(facts, text)):
        facts = as_home(facts, text)
    if asked in _ASKS_END:
        facts = about_the_end(facts, text)
    if asked in _ASKS_TITLE and len(facts) == 1 and facts[0].kind == "title" and not facts[0].ambiguous:
        facts = [_as_whole_title(facts[0], text)]
    understood = [_understood(fact, facts, asked, text) for fact in facts]
    if asked in _ASKS_TITLE and not facts and (title := _as_title(text)):
        understood.append(title)
    return tuple(understood)


def beside_a_question(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of a message that is a question, without what it more likely asks about than tells.

    "does my unpaid internship count" tells of no internship. What stands in the way has a question of its own
    later, so that nothing is lost.
    """
    return tuple(fact for fact in facts if fact.kind not in _ASKED_ABOUT)


def _understood(fact: Fact, facts: Sequence[Fact], asked: str, text: str) -> Fact:
    if fact.kind == "numbers" and asked in _ASKS_SCORES:
        return _as_scores(fact, facts)
    if fact.kind in ("date", "period") and asked in _ASKS_TEST_DATE:
        return _as_test_date(fact, text)
    if fact.kind == "date" and asked in _ASKS_START | _ASKS_END | {"exclusion_period"}:
        return _as_period(fact, facts, asked)
    if fact.kind == "date" and asked == "more_jobs" and any(other.kind == "title" for other in facts):
        return replace(_as_period(fact, facts, asked), ambiguous=True)
    return fact


def _with_hours(facts: Sequence[Fact]) -> list[Fact]:
    """One bare figure is the hours a week; two are a range, to be asked; a small one may be a day's."""
    # "38 average": the same words give the overall figure of a test, which nobody asked about.
    kinds = ("number", "numbers") if any(fact.kind == "test" for fact in facts) else ("number", "numbers", "overall")
    figures = [fact for fact in facts if fact.kind in kinds]
    values = [figure for fact in figures for value in fact.value.values() for figure in _listed(value)]
    if not values or any(not 0 < Decimal(value) <= _MOST_HOURS for value in values) or len(values) > 2:
        return list(facts)
    readings = tuple({"per_week": value} for value in sorted(set(values), key=Decimal))
    is_sure = len(readings) == 1 and Decimal(values[0]) > _MAY_BE_A_DAY
    listed = readings if len(readings) > 1 else ()
    start, end = figures[0].start, figures[-1].end
    old = next((fact.replaces for fact in figures if fact.replaces), None)
    replaces = {"per_week": old["value"]} if old and "value" in old else None
    hours = Fact("hours", readings[0], start, end, not is_sure, listed, job=0, replaces=replaces)
    others = [fact for fact in facts if fact not in figures]
    return sorted([*others, hours], key=lambda fact: (fact.start, fact.end))


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _as_scores(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """Four figures set apart come in the order of the question; digits run together do not say their order."""
    values = list(fact.value["values"])
    run_together = fact.end - fact.start == len(values)
    if len(values) != len(SKILLS) or run_together or any(other.kind == "scores" for other in facts):
        return fact
    return Fact("scores", dict(zip(SKILLS, values, strict=True)), fact.start, fact.end)


def _as_test_date(fact: Fact, text: str) -> Fact:
    def day(value: Any) -> dict[str, Any] | None:
        told = value.get("date") or value.get("start") or value.get("end")
        return {"date": told} if told else None

    value = day(fact.value)
    if value is None or (fact.value.get("start") and fact.value.get("end")):
        return fact
    readings = tuple(reading for each in fact.readings if (reading := day(each)))
    # "2 years ago" is rounded, and a result is valid for two years to the day.
    ambiguous = fact.ambiguous or _ROUNDED.search(text[fact.start : fact.end]) is not None
    return replace(fact, kind="test_date", value=value, ambiguous=ambiguous, readings=readings, job=None)


def _as_period(fact: Fact, facts: Sequence[Fact], asked: str) -> Fact:
    """A lone date is the start of the job, or its end, as was asked; its other end stays open."""
    if any(other.kind == "period" for other in facts):
        return fact
    side = "end" if asked in _ASKS_END else "start"

    def period(value: Any) -> dict[str, Any]:
        ends = {"start": None, "end": None, side: value["date"]}
        if asked == "exclusion_period":
            ends = {"start": value["date"], "end": value["date"]}
        return {**ends, "ongoing": False}

    readings = tuple(period(reading) for reading in fact.readings)
    job = fact.job if fact.job is not None else 0
    replaces = {side: fact.replaces["date"]} if fact.replaces and "date" in fact.replaces else fact.replaces
    # "12 june but on paper 1 july": one of the two, and only the person knows which.
    is_one_of_two = any(other.kind == "date" and other.value != fact.value for other in facts)
    # "10 days in july": the days are not told by the month.
    is_part = asked == "exclusion_period" and any(other.kind == "duration" for other in facts)
    ambiguous = fact.ambiguous or is_one_of_two or is_part
    return replace(
        fact,
        kind="period",
        value=period(fact.value),
        ambiguous=ambiguous,
        readings=readings,
        job=job,
        replaces=replaces,
    )


def _as_whole_title(fact: Fact, text: str) -> Fact:
    """ "conveyancing legal assistant": in an answer of nothing else, words before a known title are part of it."""
    whole = _as_title(text)
    told = str(fact.value["title"])
    if "employer" in fact.value or whole is None or fact.end != whole.end:
        return fact
    if not str(whole.value["title"]).endswith(f" {told}"):
        return fact
    before = str(whole.value["title"])[: -len(told)].split()
    are_of_a_trade = all(word_class(word) == ("WORD", 0) and _MAY_BE_A_TRADE.fullmatch(word) for word in before)
    if len(before) > _MOST_WORDS_BEFORE or not are_of_a_trade:
        return fact
    return replace(fact, value={**fact.value, "title": whole.value["title"]}, start=whole.start)


def _as_title(text: str) -> Fact | None:
    """The whole message as a title, where it is short, in words, and no answer of another kind."""
    stripped = text.strip(" \t\r\n.,;:-")
    lead = _LEAD.match(stripped)
    title = stripped[lead.end() :] if lead else stripped
    words = _LETTERS.findall(title)
    if not words or len(title.split()) > _MOST_TITLE_WORDS or _NO_TITLE.search(title) or _WHERE.match(title):
        return None
    start = text.index(title)
    return Fact("title", {"title": " ".join(title.lower().split())}, start, start + len(title), job=0)
