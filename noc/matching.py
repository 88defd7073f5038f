"""Finds the unit group behind a job title: sure, a few candidates, or an honest question."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from noc.codes import read_code
from noc.doing import says_i, titles_of
from noc.duties import search_duties
from noc.groups import unit_groups
from noc.heads import head_of
from noc.index import Hit, title_index
from noc.kinds import fields
from noc.lexicon import broad_titles, idle_words, role_words
from noc.query import Query, read_query, without_cuisine, without_place, without_rank
from noc.results import Candidate, Match
from noc.spelling import mended, spelled
from noc.titles import Title
from noc.words import forms

#: Below this a candidate is more likely wrong than right: the person is asked what they do.
CANDIDATE_SCORE: Final = 0.5
#: Between two titles said in one breath.
_BETWEEN: Final = re.compile(r"\s*[/+,&|]\s*|\s+(?:and|or|et|ou)\s+")
#: Beside another role the order of these tells who does what: a "driver helper" is no helper who drives.
_OF_ANOTHER: Final = frozenset(
    "assistant aide helper apprentice trainer instructor manager supervisor lead foreman director boss".split()
)
#: Below this, a known title inside what was said ("support worker, autism") goes before near ones.
CLOSE_SCORE: Final = 0.65


@lru_cache(maxsize=4096)
def search(query: str, limit: int = 3) -> Match:
    """The unit groups of a job title as a person writes it; `limit` is the most candidates."""
    code = read_code(query)
    if code is not None:
        return Match(code.kind, code.said, _listed(code.codes, code.said)[:limit], code.teers)
    asked = read_query(query)
    if (whole := forms(query)) != asked.words and title_index().in_order(whole):
        return _by_words(asked, whole, True, limit) or Match("broad", asked.text)  # "well tester" is no lead-in
    if not any(_could_be_a_word(word) for word in asked.words):
        return Match("nonsense", asked.text)
    if not asked.role:
        return _by_words(asked, asked.words, True, limit) or _by_field(asked, limit) or Match("broad", asked.text)
    if says_i(query) and (done := _by_doing(query, asked, limit)):
        return done
    found = (
        _by_parts(asked, limit)
        or _by_title(asked, limit)
        or _by_field(asked, limit)
        or _by_doing(query, asked, limit)
        or _near(asked, limit)
    )
    return _by_head(asked, found)


def _by_head(asked: Query, found: Match) -> Match:
    """What was found, as sure where the first group is that of the one title which the longer title is about."""
    if found.kind != "candidates" or any(map(title_index().any_order, (asked.words, asked.title, asked.plain))):
        return found
    head = head_of(asked.title)
    if head is None or head.codes[0] != found.candidates[0].unit_group.code:
        return found
    return Match("sure", asked.text, _listed(head.codes, head.text))


def _by_field(asked: Query, limit: int) -> Match | None:
    """The groups of a line of work that is named instead of a title ("factory")."""
    codes = fields().get(asked.plain, ())
    return Match("candidates", asked.text, _listed(codes, asked.text)[:limit]) if codes else None


def _by_title(asked: Query, limit: int) -> Match | None:
    """The groups of the titles that are as asked in one of the ways to read it, the most trusted first."""
    found = _as_typed(asked, limit) or _by_words(asked, asked.words, True, limit) or _by_employer(asked, limit)
    if found is not None:
        return found
    for words, sure in _wordings(asked):
        found = _by_words(asked, words, sure, limit)
        if found is not None:
            return found
    return None


def _as_typed(asked: Query, limit: int) -> Match | None:
    """The groups of the title that was typed word for word, but for seniority and the like.

    Not of a role at an employer, which knows better what its cashiers do; but "nursing home caregiver" is a title.
    """
    for words in dict.fromkeys((asked.words, asked.title, asked.plain)):
        if (asked.employer is None or words != asked.role) and title_index().in_order(words):
            return _by_words(asked, words, True, limit)
    return None


def _by_parts(asked: Query, limit: int) -> Match | None:
    """The groups of two titles in one, "nanny/housekeeper", where they differ: only the person knows which it is more.

    A title that holds both words, "painter and decorator", is one title.
    """
    parts = [read_query(part) for part in _BETWEEN.split(asked.text)]
    if not 1 < len(parts) < 4 or title_index().in_order(asked.words):
        return None
    if any(set(one.words) <= set(other.words) for one, other in itertools.permutations(parts, 2)):
        return None  # "technicien/technicienne en pharmacie" is one title in both genders
    found = [_by_title(part, limit) if part.role else None for part in parts]
    if not all(match and match.candidates for match in found):
        return None
    codes = dict.fromkeys(
        candidate.unit_group.code
        for of_rank in itertools.zip_longest(*(match.candidates for match in found if match))
        for candidate in of_rank
        if candidate
    )
    return Match("candidates", asked.text, _listed(codes, asked.text)[:limit]) if len(codes) > 1 else None


def _by_doing(said: str, asked: Query, limit: int) -> Match | None:
    """The groups of "i fix cars": sure where the title that says so and the duties agree."""
    titles = titles_of(said)
    if not titles:
        return None
    duties = search_duties(said, limit)
    at_work = {candidate.unit_group.code for candidate in duties}
    named: dict[str, Candidate] = {}
    for title in titles:
        match = _by_title(read_query(title), limit)
        if match is None or not match.candidates:
            continue
        if match.kind == "sure" and match.candidates[0].unit_group.code in at_work:
            return match if not named else None
        for candidate in match.candidates:
            named.setdefault(candidate.unit_group.code, candidate)
    for candidate in (*duties, *_near(asked, limit).candidates):
        named.setdefault(candidate.unit_group.code, candidate)
    return Match("candidates", asked.text, _listed(named, asked.text)[:limit]) if named else None


def _by_words(asked: Query, words: tuple[str, ...], sure: bool, limit: int) -> Match | None:
    """The groups of the titles that have exactly these words."""
    if len(words) > 1 and words in broad_titles():
        return Match("broad", asked.text)
    index = title_index()
    ways = [words] if index.in_order(words) else spelled(words)
    in_order = [title for option in ways for title in index.in_order(option)]
    found = in_order or [title for option in ways for title in index.any_order(option)]
    if found:
        found.sort(key=lambda title: title.order)
        codes = tuple(dict.fromkeys(code for title in found for code in title.codes))
        one_order = bool(in_order) or (
            (_OF_ANOTHER.isdisjoint(words) or sum(word in role_words() for word in set(words)) < 2)
            and _is_assistant(words) == _is_assistant(found[0].words)  # an "assistant accountant" is an accountant
        )
        certain = sure and one_order and len(codes) == len(ways) == 1
        return Match("sure" if certain else "candidates", asked.text, _listed(codes, found[0].text)[:limit])
    return Match("broad", asked.text) if words in broad_titles() else None


def _is_assistant(words: tuple[str, ...]) -> bool:
    return words[-1] == "assistant"


def _by_employer(asked: Query, limit: int) -> Match | None:
    """The groups of a broad role ("team member") at an employer of a known sector."""
    codes = asked.employer.codes(asked.role) if asked.employer is not None else ()
    if not codes:
        return None
    return Match("sure" if len(codes) == 1 else "candidates", asked.text, _listed(codes, asked.text)[:limit])


def _wordings(asked: Query) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Other ways to read the query, most trusted first, and whether an equal title is then sure."""
    whole = dict.fromkeys((asked.words, asked.title, asked.plain))
    yield from ((words, True) for words in whole)
    for words in whole:
        yield from mended(words)
    for words in dict.fromkeys((without_cuisine(asked.plain), without_place(without_cuisine(asked.plain)))):
        if words != asked.plain:
            yield words, _is_no_other_there(asked, words)
            yield from ((near, sure and _is_no_other_there(asked, near)) for near, sure in mended(words))
    if asked.before_place:
        yield asked.before_place, _is_no_other_there(asked, asked.before_place)
    if asked.role != asked.plain:
        yield asked.role, False
    yield from ((words, False) for words in without_rank(asked.plain))
    index = title_index()
    yield tuple(word for word in asked.plain if word in index), False


def _is_no_other_there(asked: Query, words: tuple[str, ...]) -> bool:
    """Whether a title stays what it is at the place it was said of: a cook in a hotel, but not one in a plant."""
    left = tuple(word for word in asked.plain if word not in words)
    if not idle_words("telling").isdisjoint(left):
        return False
    found = title_index().in_order(words) or title_index().any_order(words)
    hits = title_index().near(asked.plain)
    return bool(found and hits) and hits[0].code in found[0].codes


def _near(asked: Query, limit: int) -> Match:
    """Titles that are near; where none is very near, first those that are a part of it."""
    if idle_words("no_title").issuperset(asked.plain):
        return Match("describe", asked.text)
    hits = [hit for hit in title_index().near(asked.plain) if hit.score >= CANDIDATE_SCORE]
    parts = _parts(asked.plain) if not hits or hits[0].score < CLOSE_SCORE else []
    found = {code: Hit(code, title, CLOSE_SCORE) for title in parts for code in title.codes}
    for hit in hits:
        found.setdefault(hit.code, hit)
    if not found:
        broad = (role_words() | idle_words("rank")).issuperset(asked.plain)
        return Match("broad" if broad else "describe", asked.text)
    groups = unit_groups()
    candidates = (Candidate(groups[hit.code], round(hit.score, 3), hit.title.text) for hit in found.values())
    return Match("candidates", asked.text, tuple(itertools.islice(candidates, limit)))


def _parts(words: tuple[str, ...]) -> list[Title]:
    """The titles that the longest run of these words is, if that is more than a broad word."""
    for size in range(len(words) - 1, 0, -1):
        for first in range(len(words) - size + 1):
            part = words[first : first + size]
            found = title_index().in_order(part)
            if found and part not in broad_titles():
                return found
    return []


def _listed(codes: Iterable[str], title: str) -> tuple[Candidate, ...]:
    """Groups that fit a title exactly, in its order."""
    groups = unit_groups()
    return tuple(Candidate(groups[code], round(1 - 0.04 * place, 3), title) for place, code in enumerate(codes))


def _could_be_a_word(word: str) -> bool:
    """A known word, or two letters or more with a vowel: "blorg" may be one, "zxcv", "12" and "?" not.

    A licence ("310s") is known by its figures; two of them are an age or hours, whatever grade a teacher teaches.
    """
    if word.isdigit():
        return len(word) > 2 and word in title_index()
    return word in title_index() or (len(word) > 1 and word.isalpha() and any(v in word for v in "aeiouy"))
