"""Finds job titles in running text: a trie of the words of all titles, walked along the message."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from noc.employers import Employer, employer_beside, employers
from noc.index import title_index
from noc.lexicon import broad_titles, ordinary_words, role_words
from noc.message import Message
from noc.surroundings import Surroundings, said_to_be_a_title
from noc.words import rewrites, stem

_IN_A_PLACE: Final = re.compile(r"\s+(?:in|at|for|chez|dans)\s+(?:(?:an?|the|un|une|le|la)\s+)?")
#: A word of this many letters or fewer may be anything ("ca", "pt") ...
_SHORT: Final = 3
#: ... but for those that are only a job,
_ONLY_A_JOB: Final = frozenset(
    {"psw", "lpn", "ece", "csr", "hca", "cna", "rmt", "dsw", "swe", "sde", "cca", "moa", "rn", "tl"}
)
#: and those that are one where they are the whole message.
_A_JOB_ALONE: Final = frozenset({"pm", "ba", "gm", "np", "ea", "ra", "ta", "pa", "ot", "sw", "se", "ds", "fa"})
#: How many words may be taken into a title before the one that is known ("senior", "assistant").
_WIDEN: Final = 3
#: Whose brands say that the driver is no employee, and stay in the title.
_OF_DRIVERS: Final = "app_driving"
_GRADES: Final = frozenset({"senior", "junior", "intermediate", "head", "chief", "principal"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A job title in a message: `message[start:end]`, title = that text in lower case.

    employer: a well-known employer beside it ("tims"), for `search(f"{title} at {employer}")`.
    known: False where only the wording ("i work as a ...") says that it is a title.
    """

    start: int
    end: int
    title: str
    employer: str | None = None
    known: bool = True


@lru_cache(maxsize=256)
def mentions(message: str) -> tuple[Mention, ...]:
    """The job titles in a message, in order, none over another; at each place the longest."""
    text = Message.read(message)
    taken: list[tuple[int, int]] = []
    at = 0
    while at < len(text.found):
        last = _longest(text, at)
        before = taken[-1][1] if taken else None
        at += 1
        if last is not None:
            last = max((_longest(text, inner) or last for inner in range(at, last + 1)), default=last)
            wide = _widen(text, -1 if before is None else before, at - 1, last)
            if _is_a_title(text, (at - 1, last), wide, before):
                taken.append(wide)
                at = wide[1] + 1
    return tuple(_mention(text, first, last) for first, last in taken) or tuple(_unlisted(text))


def _longest(text: Message, at: int) -> int | None:
    """The last word of the longest title that starts at a word."""
    if text.continues(at) or text.says_when(at) or text.says_where(at) or text.says_since(at):
        return None
    node, end = _trie(), None
    for number in range(at, len(text.found)):
        if number > at and not text.joins[number - 1] and not text.continues(number):
            break
        if node.ends and text.and_between(number):
            break  # "cook and supervisor" are two titles, "food and beverage server" is one
        child = node.next.get(text.forms[number])
        if child is None:
            break
        node = child
        if node.ends and not text.continues(number + 1):
            end = number
    return end


def _widen(text: Message, floor: int, first: int, last: int) -> tuple[int, int]:
    """Takes in words that make it another job: "assistant" before, "supervisor" after."""
    index, ordinary, roles = title_index(), ordinary_words(), role_words()
    known = tuple(text.forms[first : last + 1])
    vague = known in broad_titles() or roles.issuperset(known)
    for left in range(first - 1, max(floor, first - 1 - _WIDEN), -1):
        form = text.forms[left]
        if not text.touch(left, first) or text.says_when(left) or text.says_since(left):
            break
        if form not in roles and form not in _GRADES:
            fits = form in index if vague else (form, text.forms[first]) in _neighbours()
            if not text.qualifies(left) and (form in ordinary or not fits or len(form) < _SHORT):
                break
        first = left
    for right in range(last + 1, len(text.found)):
        form = text.forms[right]
        if not text.touch(right - 1, right) or form in ordinary or form not in index:
            break
        if form in roles:
            last = right
    return first, last


def _is_a_title(text: Message, core: tuple[int, int], wide: tuple[int, int], before: int | None) -> bool:
    """Whether a person's own job is meant: a looser title needs more from the words around it.

    core: first and last word of the known title. wide: with the words taken in. before: the last
    word of the title before it, where there is one.
    """
    forms = tuple(text.forms[core[0] : core[1] + 1])
    kind = ordinary_words().get(" ".join(forms))
    if forms in employers():
        return False
    start, end = text.found[wide[0]].start, text.found[wide[1]].end
    around = Surroundings(text.folded, start, end)
    if around.tell_anothers_job() or (wide[0] == wide[1] and text.is_pronoun(wide[0])):
        return False
    if around.say_it_is_a_job():
        return True
    typed = [word.form for word in text.found[core[0] : core[1] + 1]]
    as_known = any(map(str.__eq__, typed, forms))
    if not as_known and not all(map(_same_ending, typed, forms)):
        return False  # another ending is rather another word than a slip: "diploma" is no diplomat
    one_word = start == text.found[wide[1]].start
    if one_word and not as_known:
        return not text.folded[:start].strip() and around.stand_alone()
    if kind is None and before is not None and around.follow(text.found[before].end):
        return True
    if not one_word and kind is None and not role_words().issuperset(forms):
        return not around.tell_what_somebody_did()
    if around.name_somebody() or around.tell_what_was_done():
        return False
    letters = text.folded[text.found[core[0]].start : text.found[core[1]].end]
    if len(letters) <= _SHORT and letters not in _ONLY_A_JOB:
        return letters in _A_JOB_ALONE and text.folded.strip(" .") == letters
    if around.open_a_part() and employer_beside(text.folded, start, end):
        return True
    return (kind is None and forms not in broad_titles()) or around.stand_alone()


def _same_ending(typed: str, known: str) -> bool:
    return typed[-2:] == known[-2:]


def _mention(text: Message, first: int, last: int) -> Mention:
    last = _without_place(text, first, last)
    first, brand = _without_brand(text, first, last)
    start, end = text.found[first].start, text.found[last].end
    employer = brand or employer_beside(text.folded, start, end)
    return Mention(start, end, text.raw[start:end].lower(), employer.name if employer else None)


def _without_brand(text: Message, first: int, last: int) -> tuple[int, Employer | None]:
    """The first word of the title itself, and the employer named before it: "tims team member", "walmart cashier"."""
    for size in (3, 2, 1):
        employer = employers().get(tuple(text.forms[first : first + size]))
        rest = tuple(text.forms[first + size : last + 1])
        if employer is None or not employer.brand or not rest or text.continues(first + size):
            continue
        if employer.sector == _OF_DRIVERS:
            break
        # "subway supervisor" works for the brand, "subway operator" and "walmart cashier" are titles.
        is_listed = title_index().in_order(tuple(text.forms[first : last + 1]))
        if employer.codes(rest) or not (employer.also_a_word or is_listed):
            return first + size, employer
    return first, None


def _without_place(text: Message, first: int, last: int) -> int:
    """The last word of the title itself, where one ends before it: "hostess in a restaurant", "cashier walmart"."""
    for end in range(first, last):
        between = text.folded[text.found[end].end : text.found[end + 1].start]
        is_place = _IN_A_PLACE.fullmatch(between) or tuple(text.forms[end + 1 : last + 1]) in employers()
        if is_place and title_index().in_order(tuple(text.forms[first : end + 1])):
            return end
    return last


def _unlisted(text: Message) -> Iterator[Mention]:
    """A title that nobody has listed, where the message says that it is one."""
    if span := said_to_be_a_title(text.folded):
        start, end = span
        if not all(stem(word) in ordinary_words() for word in text.folded[start:end].split()):
            yield Mention(start, end, text.raw[start:end].lower(), known=False)


class _Node:
    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends = False


@cache
def _neighbours() -> frozenset[tuple[str, str]]:
    """Words that follow each other in some title."""
    return frozenset(pair for title in title_index().entries for pair in itertools.pairwise(title.words))


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
