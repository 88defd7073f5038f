"""Tells what a message states from what it only asks, supposes, wishes or reports of others.

"does my internship count", "if I get 7 in speaking", "I need CLB 7" and "my wife is a student"
hold words that every grammar would take for facts. A grammar leaves out what lies in a clause of
these moods.

The rule errs towards fewer facts: what is left out is asked again, a fact that was never stated
goes unnoticed. A question about the person's own case ("do I qualify as a cook with 14 months") is
``CHECK``: its figures are the person's own, the words beside them may be what is asked about; each
grammar decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from nlu import mood_words as words
from nlu.phrases import Phrases
from nlu.text import Text

Span = tuple[int, int]


class Mood(Enum):
    """How a clause is meant."""

    STATE = "state"
    ASK = "ask"
    CHECK = "check"
    SUPPOSE = "suppose"
    WISH = "wish"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the message, ``raw[start:end]``, said in one mood."""

    mood: Mood
    start: int
    end: int


#: Moods in which nothing is stated about the person.
IDLE: Final = frozenset({Mood.ASK, Mood.SUPPOSE, Mood.WISH, Mood.OTHERS})

_OPENER: Final = re.compile(
    f"(?P<CHECK>{words.CHECK})|(?P<SUPPOSE>{words.SUPPOSE})|(?P<OTHERS>{words.OTHERS})"
    f"|(?P<ASK>{words.ASK})|(?P<WISH>{words.WISH})|(?P<STATE>{words.STATE})"
)
_BOUND_TO: Final = re.compile(words.BOUND_TO)
_AFTER_VERDICT: Final = re.compile(
    rf"\b(?:{words.VERDICT}|{words.COMPLETE})(?: (?:or not|too|also|for (?:cec|pr|this)))?(?=\s*,|\s+(?:i|im|i'm|my)\b)"
)
_AFTER_CHECK: Final = re.compile(rf"[,:](?=\s)|\s-\s|{words.RESTART}")
_SENTENCE_END: Final = re.compile(r"(?<!\bno)(?<!\bhr)[.!](?=\s|$)|\?+|;|\n")
_RULE: Final = re.compile(words.RULE_VERDICT)
_ASK_END: Final = re.compile(words.ASK_END)
_ASK_WITHIN: Final = re.compile(words.ASK_WITHIN)
_TOPIC: Final = re.compile(words.TOPIC)
_ASKS_OF_IT: Final = re.compile(words.ASKS_OF_IT)
_OWN_FIGURES: Final = re.compile(words.OWN_FIGURES)
_ASKS_WHETHER: Final = re.compile(words.ASKS_WHETHER)
_THING: Final = re.compile(words.THING)
_FOR_ANOTHER: Final = Phrases((words.FOR_ANOTHER,), whole_words=False)
#: "L8 R7 W7 S7 accepted or not": the scores are the person's own.
_OWN_SCORES: Final = re.compile(
    r"(?:\b(?:l|r|w|s|listen\w*|read\w*|writ\w*|speak\w*)[ :=-]{0,2}\d\d?(?:\.\d)?[\s,/;]*){4}"
)
_VERDICT_END: Final = re.compile(rf"\b{words.VERDICT}\s*$")
_CHECK_END: Final = re.compile(words.CHECK_END)
_FIRST_PERSON: Final = re.compile(words.FIRST_PERSON)
_CONTINUES: Final = re.compile(r"(?:and|et)\s")
_SAME_SUBJECT: Final = re.compile(words.SAME_SUBJECT)
_I: Final = re.compile(r"\b(?:i|i'?m|i'?ve|me|we|je|j'\w+|main|mai|yo|ako|eu)\b")
_FEW_WORDS: Final = 3
_LEAST_OF_AN_ACCOUNT: Final = 20
_MOST_OF_A_TOPIC: Final = 8
_LOOK_BACK: Final = 24


def clauses(text: Text) -> tuple[Clause, ...]:
    """The clauses of a message in order, each with its mood; together they cover every word."""
    return text.once(_clauses)


def _clauses(text: Text) -> tuple[Clause, ...]:
    found: list[Clause] = []
    for start, end, is_asked in _sentences(text):
        said = text.folded[start:end]
        after_question = bool(found) and found[-1].mood in (Mood.ASK, Mood.CHECK)
        if after_question and is_asked and len(said.split()) <= _FEW_WORDS and not _FIRST_PERSON.search(said):
            # "which level for a cook? clb 5?"
            found.append(Clause(Mood.ASK, start, end))
        else:
            found += _of_sentence(text, start, end, is_asked)
    moods = {clause.mood for clause in found}
    if Mood.OTHERS in moods and (is_for_another(text) or _tells_all_of_another(text, moods)):
        found = [replace(clause, mood=Mood.STATE) if clause.mood is Mood.OTHERS else clause for clause in found]
    return tuple(found)


def _tells_all_of_another(text: Text, moods: set[Mood]) -> bool:
    """ "my buddy is a welder ... he isn't going to quebec": a long account that asks nothing, and has no I in it."""
    is_long = text.folded.count(" ") >= _LEAST_OF_AN_ACCOUNT
    return is_long and not moods & {Mood.ASK, Mood.CHECK, Mood.SUPPOSE} and _I.search(text.folded) is None


def idle_spans(text: Text, moods: frozenset[Mood] = IDLE) -> tuple[Span, ...]:
    """The spans in which nothing is stated about the person, in order and apart."""
    return tuple((clause.start, clause.end) for clause in clauses(text) if clause.mood in moods)


def is_covered(spans: Sequence[Span], offset: int) -> bool:
    """True where one of the spans, which are in order and apart, holds the offset."""
    at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return at >= 0 and offset < spans[at][1]


def is_for_another(text: Text) -> bool:
    """True where somebody tells the case of another person for them: "asking for my brother"."""
    return next(_FOR_ANOTHER.finditer(text.folded), None) is not None


def asks_whether(folded: str, offset: int) -> bool:
    """True where what begins at the offset is what the person asks themselves: "is it self employment"."""
    return _ASKS_WHETHER.search(folded, 0, offset) is not None


def _sentences(text: Text) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it ends in a question mark, for each sentence that holds anything."""
    start = 0
    breaks = [(m.start(), m.end()) for m in _SENTENCE_END.finditer(text.raw)]
    for end, after in [*breaks, (len(text.raw), len(text.raw))]:
        if text.folded[start:end].strip():
            yield start, end, text.raw[end:after].startswith("?")
        start = after


def _of_sentence(text: Text, start: int, end: int, is_asked: bool) -> Iterator[Clause]:
    sentence = text.folded[start:end]
    found = list(_moods_in(sentence))
    if all(mood is Mood.STATE for mood, _ in found):
        found = _without_opener(sentence, is_asked)
    elif _ASK_WITHIN.search(tail := sentence[(last := sentence.rfind(",") + 1) :]) and not _FIRST_PERSON.search(tail):
        found = [*((mood, at) for mood, at in found if at < last), (Mood.ASK, last)]
    elif _is_of_a_topic(sentence, found):
        found = [(Mood.ASK, 0), *found[2:]]
    bounds = [*(at for _, at in found), len(sentence)]
    for (mood, at), until in zip(found, bounds[1:], strict=True):
        if until > at:
            yield Clause(mood, start + at, start + until)


def _moods_in(sentence: str) -> Iterator[tuple[Mood, int]]:
    """Each change of mood inside a sentence, and where it happens."""
    mood, at = Mood.STATE, 0
    yield mood, at
    while opener := _OPENER.search(sentence, at):
        assert opener.lastgroup is not None
        opened = Mood[opener.lastgroup]
        restart = _restart(sentence, mood, at, opener.start())
        if restart is not None:
            mood, at = Mood.STATE, restart
            yield mood, restart
            continue
        if opened is not mood and not _goes_on(mood, opened, sentence, opener):
            mood = opened
            yield mood, opener.start()
        at = max(opener.end(), at + 1)
    restart = _restart(sentence, mood, at, len(sentence))
    if restart is not None:
        yield Mood.STATE, restart


def _goes_on(mood: Mood, opened: Mood, sentence: str, opener: re.Match[str]) -> bool:
    """True where a word only lengthens a question or a supposition: "if i was ... and i had", "... but want to"."""
    if opened is not Mood.STATE or mood not in (Mood.ASK, Mood.SUPPOSE):
        return False
    if _CONTINUES.match(opener.group()):
        return True
    return mood is Mood.SUPPOSE and _SAME_SUBJECT.match(sentence, opener.start()) is not None


def _restart(sentence: str, mood: Mood, start: int, end: int) -> int | None:
    """Where a statement begins again without a word of its own to open it."""
    if mood is Mood.CHECK:
        for found in _AFTER_CHECK.finditer(sentence, start, end):
            if not _BOUND_TO.search(sentence, max(0, found.start() - _LOOK_BACK), found.start()):
                return found.start()
    elif mood is Mood.ASK:
        verdict = _AFTER_VERDICT.search(sentence, start, end)
        return verdict.end() if verdict else None
    return None


def _is_of_a_topic(sentence: str, found: Sequence[tuple[Mood, int]]) -> bool:
    """ "a job from 2022 does it still count": the question begins with what it is about."""
    (_, start), (mood, at) = found[:2]
    before = sentence[start:at]
    if mood is not Mood.ASK or not before.strip() or not _ASKS_OF_IT.match(sentence, at):
        return False
    before = before.rstrip(" ,")
    is_short = "," not in before and len(before.split()) <= _MOST_OF_A_TOPIC
    return is_short and _TOPIC.match(before) is not None and _OWN_FIGURES.match(before) is None


def _without_opener(sentence: str, is_asked: bool) -> list[tuple[Mood, int]]:
    """The mood of a sentence that no word opens: told by its end, and by its question mark."""
    last = sentence.rfind(",") + 1
    mood = _mood_of_tail(sentence[last:], is_asked)
    if mood is Mood.ASK and _THING.match(sentence):
        return [(mood, 0)]
    whole = [(Mood.STATE, 0)]
    return whole if mood is Mood.STATE else [*whole, (mood, last)]


def _mood_of_tail(tail: str, is_asked: bool) -> Mood:
    is_personal = _FIRST_PERSON.search(tail) is not None
    has_figures = any(letter.isdigit() for letter in tail)
    if _ASK_END.search(tail) and _OWN_SCORES.search(tail):
        return Mood.CHECK
    if _ASK_END.search(tail) or _ASK_WITHIN.search(tail) or (_RULE.search(tail) and (is_asked or not is_personal)):
        return Mood.ASK
    if is_asked and _CHECK_END.search(tail):
        return Mood.CHECK
    if is_asked and not has_figures and _VERDICT_END.search(tail):
        return Mood.ASK
    if is_asked and not has_figures and not is_personal and len(tail.split()) <= _FEW_WORDS:
        return Mood.ASK
    return Mood.STATE
