"""Finds job titles in running text: a trie of words, and the words around a hit that tell a title from a word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from noc.employers import employer_in, employers
from noc.index import title_index
from noc.lexicon import broad_titles, ordinary_words, role_words
from noc.words import Word, fold, rewrites, stem, words

#: Between two words of one title: spaces, hyphens and the small words of "director of marketing".
_JOINS: Final = re.compile(
    r"(?:[\s/&'’.-]|\b(?:of|de|du|des|d|en|a|au|aux|la|le|les|l|and|et|the|to|in)\b)*"
)
_JOINS_PLAINLY: Final = re.compile(r"[\s/-]*")
_SAYS_SO: Final = re.compile(
    r"(?:\b(?:as|i am|i ?'?m|iam|am|was|were|been|become|became|comme|suis|etais|hired as|noc"
    r"|promoted (?:me )?(?:to|as)|made me|calle?d? me|(?:letter|contract|payslip|paystub|lmia|offer|it) (?:is|was|says?)|(?:months?|years?|yrs?|mos?|mois|ans)(?: of)?"
    r"|(?:job|title|position|occupation|designation|role|profession|work|metier|poste|emploi)"
    r"(?: (?:is|was|est|as|says?))?)"
    r"|(?:job|title|position|occupation|role) ?[:=-])"
    r"\s*[:=-]?\s*(?:(?:an?|the|un|une|currently|now|still|working|also|only|just)\b\s*)*$"
)
#: After one title: "cook then supervisor", "from cook to manager".
_AND_THEN: Final = re.compile(
    r"\s*(?:[,/&+]|\b(?:and|or|to|then|now|later|et|puis|after|that|an?|the|i|became|was|am)\b|\s)*"
)
_SOMEBODY: Final = re.compile(
    r"\b(?:my|our|his|her|their|your|the|this|that|some|any|another|no|you"
    r"|(?:by|with|to|from|need|hire|hired|see|ask|consult|contact|find|get|pay|paid) an?"
    r"|(?:talk|speak) to|(?:supervise|manage|lead|train|help|teach|direct)(?: the| other| new| \d+)*)\s+$"
)
_OWN_JOB: Final = re.compile(
    r"\s*(?:'s)?\s*(?:job|work|position|role|experience|exp|shift|title|hours?|duties|post|one)s?\b"
)
_THEY_SAY: Final = re.compile(
    r"\s*(?:said|says?|told|tells?|refus\w*|gave|asked|asks|wo ?n'?t|did ?n'?t|does ?n'?t|does|will|can"
    r"|keeps?|wants?|wrote|left|is)\b"
)
_AT_A_PLACE: Final = re.compile(
    r"\s*(?:$|[,.;!\n(]|(?:at|@|in|for|chez|with|since|from|until|till)\b|\d)"
)
_STARTS: Final = re.compile(
    r"(?:^|[\n,.;:(!])\s*(?:(?:an?|and|then|now|also|hi|hello|yes|it'?s|its)\b[\s,]*)*$"
)
_UNKNOWN: Final = re.compile(
    r"\b(?:(?:work(?:ed|ing)? as|employed as|hired as|promoted to|travaille comme)"
    r"|(?:job title|position|occupation) ?(?:is|was|:|=)(?= ?an?\b))"
    r"\s*[:=-]?\s*(?:an?|the|un|une)?\s+((?:[a-z][a-z'/&-]*\s*){1,5}?)"
    r"(?=$|[.,;:!?(\n]|\b(?:at|in|for|since|from|with|on|and|but|or|where|who|which|until|till|full|part"
    r"|under|i|my|now|pour|chez|depuis|can|does|do|is|am|not)\b|\d)"
)
#: Abbreviations short enough to be something else, unless they are known to be only a job.
_PLAIN_ABBREVIATIONS: Final = frozenset(
    [
        "psw",
        "lpn",
        "ece",
        "rece",
        "csr",
        "hca",
        "cna",
        "rmt",
        "dsw",
        "swe",
        "sde",
        "cca",
        "moa",
        "rn",
        "tl",
    ]
)
#: ... and those that are only a job as the whole message.
_ABBREVIATIONS_ALONE: Final = frozenset(
    ["pm", "ba", "gm", "np", "ea", "ra", "ta", "pa", "ot", "sw", "se", "ds", "fa"]
)
#: What may stand between a title and its employer: "supervisor at tims", "in tims as supervisor".
_BESIDE: Final = re.compile(r"\s*(?:(?:at|@|in|for|with|chez|as|an?|the|a|,)\s*)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A job title in a message: `message[start:end]`, title = that text in lower case.

    employer: a well-known employer named beside it ("tim hortons"), for `search(f"{title} at {employer}")`.
    known: False where only the wording ("i work as a ...") says that it is a title.
    """

    start: int
    end: int
    title: str
    employer: str | None = None
    known: bool = True


class _Node:
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends = False


@lru_cache(maxsize=256)
def mentions(message: str) -> tuple[Mention, ...]:
    """The job titles in a message, in order, none over another; the longest is taken at each place."""
    text = _Message.read(message)
    taken: list[tuple[int, int]] = []
    at = 0
    while at < len(text.found):
        last = _longest(text, at)
        if last is None:
            at += 1
            continue
        floor = taken[-1][1] if taken else -1
        wide = _widen(text, floor, at, last)
        if _is_a_title(text, (at, last), wide, floor):
            taken.append(wide)
            at = wide[1] + 1
        else:
            at += 1
    return tuple(_with_employer(text, first, last) for first, last in taken) or tuple(
        _unlisted(text)
    )


@dataclass(frozen=True, slots=True)
class _Message:
    """A message with its words: found, their forms with slips mended, and which of them join the next."""

    raw: str
    folded: str
    found: Sequence[Word]
    forms: Sequence[str]
    joins: Sequence[bool]

    @classmethod
    def read(cls, message: str) -> _Message:
        found, folded = words(message), fold(message)
        joins = [
            _JOINS.fullmatch(folded, left.end, right.start) is not None
            and ("." not in folded[left.end : right.start] or left.end - left.start <= 4)
            for left, right in itertools.pairwise(found)
        ]
        return cls(message, folded, found, [_mend(word.form) for word in found], joins)


def _longest(text: _Message, at: int) -> int | None:
    """The last word of the longest title that starts at a word."""
    found = text.found
    if at and found[at].start == found[at - 1].start:
        return None
    node, end = _trie(), None
    for number in range(at, len(found)):
        same_word = number > at and found[number].start == found[number - 1].start
        if number > at and not same_word and not text.joins[number - 1]:
            break
        child = node.next.get(text.forms[number])
        if child is None:
            break
        node = child
        within = number + 1 < len(found) and found[number + 1].start == found[number].start
        if node.ends and not within:
            end = number
    return end


def _widen(text: _Message, floor: int, first: int, last: int) -> tuple[int, int]:
    """Takes in the words that make it another job: "senior", "assistant" before, "supervisor" after."""
    index, ordinary = title_index(), ordinary_words()
    found, forms = text.found, text.forms
    for left in range(first - 1, max(floor, first - 4), -1):
        form = forms[left]
        if not _JOINS_PLAINLY.fullmatch(text.folded, found[left].end, found[first].start):
            break
        if len(form) < 3 or form in ordinary or form not in index or not form.isalpha():
            break
        first = left
    while last + 1 < len(found) and forms[last + 1] in role_words():
        if not _JOINS_PLAINLY.fullmatch(text.folded, found[last].end, found[last + 1].start):
            break
        last += 1
    return first, last


def _is_a_title(text: _Message, core: tuple[int, int], wide: tuple[int, int], floor: int) -> bool:
    """Whether the words around say that a person's own job is meant, as far as the title needs it."""
    folded, found = text.folded, text.found
    first, last = core
    start, end = found[wide[0]].start, found[wide[1]].end
    forms = tuple(text.forms[first : last + 1])
    kind = ordinary_words().get(" ".join(forms))
    if kind == "word" or forms in employers():
        return False
    before, after = folded[max(0, start - 60) : start], folded[end : end + 40]
    if _SAYS_SO.search(before) or _OWN_JOB.match(after):
        return True
    if kind is None and floor >= 0 and _AND_THEN.fullmatch(folded, found[floor].end, start):
        return True
    somebody = _SOMEBODY.search(before) is not None
    one_word = found[wide[0]].start == found[wide[1]].start
    if not one_word and kind is None and not all(form in role_words() for form in forms):
        return not (somebody and _THEY_SAY.match(after))
    if somebody:
        return False
    typed = folded[found[first].start : found[last].end]
    if len(typed) <= 3 and typed not in _PLAIN_ABBREVIATIONS:
        return typed in _ABBREVIATIONS_ALONE and folded.strip(" .") == typed
    if found[first].form != forms[0] and found[first].form[-2:] != forms[0][-2:]:
        return False
    if kind is None and forms not in broad_titles() and found[first].form == forms[0]:
        return True
    return _STARTS.search(folded[:start]) is not None and _AT_A_PLACE.match(after) is not None


def _with_employer(text: _Message, first: int, last: int) -> Mention:
    start, end = text.found[first].start, text.found[last].end
    title = text.raw[start:end].lower()
    after = text.folded[end : end + 50]
    if (named := employer_in(after, words(after)[:5])) and _BESIDE.fullmatch(
        after, 0, words(after)[named[1]].start
    ):
        return Mention(start, end, title, named[0].name)
    before = text.folded[max(0, start - 40) : start]
    if (named := employer_in(before, words(before))) and _BESIDE.fullmatch(
        before, words(before)[named[2] - 1].end
    ):
        return Mention(start, end, title, named[0].name)
    return Mention(start, end, title)


def _unlisted(text: _Message) -> Iterator[Mention]:
    """A title that nobody has listed, where the message says that it is one."""
    found = _UNKNOWN.search(text.folded)
    if found and found[1].strip():
        start = found.start(1)
        end = start + len(found[1].rstrip())
        if not all(stem(word) in ordinary_words() for word in text.folded[start:end].split()):
            yield Mention(start, end, text.raw[start:end].lower(), known=False)


@lru_cache(maxsize=8192)
def _mend(form: str) -> str:
    """A word one slip away from a word of a title, as that word; short and ordinary words stay."""
    if len(form) < 6 or form in title_index() or form in ordinary_words():
        return form
    near = title_index().corrections(form)
    return near[0] if near else form


@cache
def _trie() -> _Node:
    top = _Node()
    sequences = {title.words for title in title_index().entries} | broad_titles()
    sequences |= {(word,) for word in rewrites().readings}
    ordinary = ordinary_words()
    for sequence in sequences:
        if ordinary.get(" ".join(sequence)) == "word":
            continue
        node = top
        for word in sequence:
            node = node.next.setdefault(word, _Node())
        node.ends = True
    return top
