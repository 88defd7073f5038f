"""Texts as Telegram shows them: in pieces that it takes, in its HTML, with everything in them escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any, Final

#: The longest text of one message and of the words under a picture, in UTF-16 code units after the markup is read.
LONGEST_TEXT: Final = 4096
LONGEST_CAPTION: Final = 1024

# Where a text is best divided: the first of these that is found far enough along.
_ENDS: Final = [re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", r"(?<=[.?!…])\s+", r"\s+")]


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """The text in as few pieces as are needed, divided at the ends of paragraphs, else lines, sentences, words."""
    found = []
    rest = text.strip()
    while units(rest) > longest:
        room = _fitting(rest, longest)
        cut, after = _division(rest, room)
        found.append(rest[:cut].rstrip())
        rest = rest[after:].lstrip()
    return [*found, rest] if rest else found


def _fitting(text: str, longest: int) -> int:
    """How many characters of a text that is too long fit."""
    room = longest
    while units(text[:room]) > longest:
        room -= (units(text[:room]) - longest + 1) // 2
    return room


def _division(text: str, room: int) -> tuple[int, int]:
    """Where the piece ends and where the next begins. Neither is in the middle of a word that fits into a piece."""
    for end in _ENDS:
        places = [match for match in end.finditer(text, 0, room + 1) if 0 < match.start() <= room]
        if places:
            return places[-1].start(), places[-1].end()
    return room, room


def as_html(text: str, card: Mapping[str, Any] | None = None) -> str:
    """The text in Telegram's HTML; where it gives the answer of a card, with its headline and requirements set off.

    The text stays the same, word for word: it is complete, and the card only says which words are which.
    """
    if not card:
        return html.escape(text, quote=False)
    return "\n".join(_answer_line(line, card) for line in text.split("\n"))


def with_space(text: str, card: Mapping[str, Any]) -> str:
    """The text of an answer with an empty line before and after its list of requirements."""
    titles = tuple(f"{requirement['title']}:" for requirement in card.get("requirements") or ())
    spaced: list[str] = []
    was_listed = None
    for line in text.split("\n"):
        is_listed = _mark_and_rest(line)[1].startswith(titles) if titles else False
        if was_listed is not None and is_listed != was_listed and line.strip():
            spaced.append("")
        spaced.append(line)
        was_listed = is_listed
    return "\n".join(spaced)


def _answer_line(line: str, card: Mapping[str, Any]) -> str:
    told = html.escape(line, quote=False)
    headline = html.escape(str(card.get("headline") or ""), quote=False)
    if headline and headline in told:
        return told.replace(headline, f"<b>{headline}</b>", 1)
    mark, rest = _mark_and_rest(line)
    for requirement in card.get("requirements") or ():
        title = f"{requirement['title']}:"
        if rest.startswith(title):
            said = html.escape(rest.removeprefix(title), quote=False)
            return f"{html.escape(mark)}<b>{html.escape(title, quote=False)}</b>{_with_link(said, requirement)}"
    return told


def _mark_and_rest(line: str) -> tuple[str, str]:
    """A line of the list has a mark before its title."""
    found = re.match(r"\W{0,4}", line)
    mark = found[0] if found else ""
    return mark, line[len(mark) :]


def _with_link(said: str, requirement: Mapping[str, Any]) -> str:
    rule, url = html.escape(str(requirement.get("rule") or ""), quote=False), str(requirement.get("url") or "")
    if not rule or not url.startswith("https://"):
        return said
    before, found, after = said.rpartition(rule)
    return f'{before}<a href="{html.escape(url)}">{rule}</a>{after}' if found else said
