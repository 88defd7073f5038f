"""Finds job titles in running text: a trie of words, and the words around a hit that tell a title from a word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from noc.employers import employer_in
from noc.index import broad_titles, role_words, title_index
from noc.query import RANK, SENIORITY
from noc.tables import DATA, DataError, rows
from noc.words import Word, fold, rewrites, stem, words

#: Between two words of one title: spaces, hyphens and the small words of "director of marketing".
_JOINS: Final = re.compile(
    r"(?:[\s/&'’.-]|\b(?:of|de|du|des|d|en|a|au|aux|la|le|les|l|and|et|the|to|in)\b)*"
)
_JOINS_PLAINLY: Final = re.compile(r"[\s/-]*")
_SAYS_SO: Final = re.compile(
    r"(?:\b(?:as|i am|i ?'?m|iam|am|was|were|been|be|become|became|comme|suis|etais|promoted to|hired as|noc"
    r"|(?:job|title|position|occupation|designation|role|profession|work|metier|poste|emploi)(?: (?:is|was|est|as))?)"
    r"|(?:job|title|position|occupation|role) ?[:=-])"
    r"\s*[:=-]?\s*(?:(?:an?|the|un|une|currently|now|still|working|also|only|just)\b\s*)*$"
)
_SOMEBODY: Final = re.compile(
    r"\b(?:my|our|his|her|their|your|the|this|that|some|any|another|no|by an?|with an?|to an?|from an?|need an?|hire an?"
    r"|hired an?|see an?|ask an?|consult an?|talk to|speak to|contact an?|find an?|get an?|pay an?|paid an?)\s+$"
)
_OWN_JOB: Final = re.compile(
    r"\s*(?:'s)?\s*(?:job|work|position|role|experience|exp|shift|title|hours?|duties|post|one)s?\b"
)
_THEY_SAY: Final = re.compile(
    r"\s*(?:said|says?|told|tells?|refus\w*|gave|asked|asks|wont|won't|didn'?t|doesn'?t|does|will|can|keeps?|wants?|wrote|left|is)\b"
)
_AT_A_PLACE: Final = re.compile(
    r"\s*(?:$|[,.;!\n(]|(?:at|@|in|for|chez|with|since|from|until|till|\d)\b|\d)"
)
_STARTS: Final = re.compile(
    r"(?:^|[\n,.;:(!])\s*(?:(?:an?|and|then|now|also|hi|hello|yes|it'?s|its)\b[\s,]*)*$"
)
_UNKNOWN: Final = re.compile(
    r"\b(?:work(?:ed|ing)? as|employed as|hired as|promoted to|job title(?: is| was)?|position(?: is| was)|occupation(?: is| was)?"
    r"|travaille comme)\s*[:=-]?\s*(?:an?|the|un|une)?\s+((?:[a-z][a-z'/&-]*\s*){1,5}?)"
    r"(?=$|[.,;:!?(\n]|\b(?:at|in|for|since|from|with|on|and|but|where|who|which|until|till|full|part|under|i|my|now|from|pour|chez|depuis)\b|\d)"
)
#: Abbreviations short enough to be something else, unless they are known to be only a job.
_PLAIN_ABBREVIATIONS: Final = frozenset(
    ["psw", "lpn", "ece", "rece", "csr", "hca", "cna", "rmt", "dsw", "swe", "sde", "cca", "moa"]
)


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
    found = words(message)
    folded = fold(message)
    forms = [_mend(word.form) for word in found]
    joins = [
        _JOINS.fullmatch(folded, left.end, right.start) is not None
        and ("." not in folded[left.end : right.start] or left.end - left.start <= 4)
        for left, right in itertools.pairwise(found)
    ]
    taken: list[tuple[int, int]] = []
    at = 0
    while at < len(found):
        last = _longest(found, forms, joins, at)
        if last is None:
            at += 1
            continue
        first, last = _widen(found, forms, folded, taken[-1][1] if taken else -1, at, last)
        if _is_a_title(folded, forms, found, first, last):
            taken.append((first, last))
            at = last + 1
        else:
            at += 1
    hits = [_mention(message, folded, found[first].start, found[last].end) for first, last in taken]
    return tuple(hits or _unknown(message, folded))


def _longest(
    found: Sequence[Word], forms: Sequence[str], joins: Sequence[bool], at: int
) -> int | None:
    """The last word of the longest title that starts at a word."""
    if at and found[at].start == found[at - 1].start:
        return None
    node, end = _trie(), None
    for number in range(at, len(found)):
        if number > at and found[number].start != found[number - 1].start and not joins[number - 1]:
            break
        child = node.next.get(forms[number])
        if child is None:
            break
        node = child
        within = number + 1 < len(found) and found[number + 1].start == found[number].start
        if node.ends and not within:
            end = number
    return end


def _widen(
    found: Sequence[Word], forms: Sequence[str], folded: str, floor: int, first: int, last: int
) -> tuple[int, int]:
    """Takes in the words that make it another job: "senior", "assistant" before, "supervisor" after."""
    index, ordinary = title_index(), ordinary_words()
    for _ in range(3):
        left = first - 1
        if left <= floor or not _JOINS_PLAINLY.fullmatch(
            folded, found[left].end, found[first].start
        ):
            break
        form = forms[left]
        known = form in index and form not in ordinary and form.isalpha() and len(form) > 2
        if not (known or form in SENIORITY or form in RANK) or form.isdigit():
            break
        first = left
    while last + 1 < len(found) and forms[last + 1] in role_words():
        if not _JOINS_PLAINLY.fullmatch(folded, found[last].end, found[last + 1].start):
            break
        last += 1
    return first, last


def _is_a_title(
    folded: str, forms: Sequence[str], found: Sequence[Word], first: int, last: int
) -> bool:
    start, end = found[first].start, found[last].end
    before, after = folded[max(0, start - 60) : start], folded[end : end + 40]
    if _SAYS_SO.search(before):
        return True
    if _OWN_JOB.match(after):
        return True
    somebody = _SOMEBODY.search(before) is not None
    if found[first].start != found[last].start and not all(
        form in role_words() for form in forms[first : last + 1]
    ):
        return not (somebody and _THEY_SAY.match(after))
    if somebody:
        return False
    text = folded[start:end]
    short = len(text.replace(".", "")) <= 3 and text not in _PLAIN_ABBREVIATIONS
    alone = tuple(forms[first : last + 1])
    risky = short or alone in broad_titles() or ordinary_words().get(alone[0]) is not None
    if not risky:
        return True
    return _STARTS.search(folded[:start]) is not None and _AT_A_PLACE.match(after) is not None


def _mention(message: str, folded: str, start: int, end: int) -> Mention:
    after = folded[end : end + 50]
    named = employer_in(after, words(after)[:5])
    near = named is not None and named[1] <= 1
    return Mention(
        start, end, message[start:end].lower(), named[0].name if named and near else None
    )


def _unknown(message: str, folded: str) -> list[Mention]:
    """A title that nobody has listed, where the message says that it is one."""
    found = _UNKNOWN.search(folded)
    if not found or not found[1].strip():
        return []
    start = found.start(1)
    end = start + len(found[1].rstrip())
    if all(stem(word) in ordinary_words() for word in folded[start:end].split()):
        return []
    return [Mention(start, end, message[start:end].lower(), known=False)]


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
    ordinary = {word for word, kind in ordinary_words().items() if kind == "word"}
    for sequence in sequences:
        if len(sequence) == 1 and sequence[0] in ordinary:
            continue
        node = top
        for word in sequence:
            node = node.next.setdefault(word, _Node())
        node.ends = True
    return top


@cache
def ordinary_words() -> dict[str, str]:
    """Normal form -> "word" or "bystander". Raises DataError where a row is wrong."""
    path = DATA / "ordinary_words.csv"
    table: dict[str, str] = {}
    for line, row in rows(path, ("word", "kind")):
        if row["kind"] not in ("word", "bystander"):
            raise DataError(
                f"{path}, line {line}: the kind should be word or bystander, not {row['kind']!r}"
            )
        table.setdefault(stem(row["word"]), row["kind"])
    return table
