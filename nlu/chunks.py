"""The second layer of reading: a message with its dates, lengths of time and job titles folded into one token each."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from nlu.dates import moments
from nlu.durations import Length, length_at
from nlu.facts import Fact
from nlu.lexer import lex
from nlu.moments import Moment
from nlu.text import Text
from nlu.titles import read_titles
from nlu.tokens import Token, Tokens


class Chunks(Tokens):
    """Tokens among which MOMENT, LENGTH and TITLE stand for a whole date, length of time or job title."""

    __slots__ = ("lengths", "moments", "titles")

    def __init__(
        self,
        items: list[Token],
        moments: dict[int, Moment],
        lengths: dict[int, Length],
        titles: list[Fact],
    ) -> None:
        super().__init__(items)
        self.moments = moments
        self.lengths = lengths
        self.titles = titles

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets in the message of the chunks from first to last (exclusive)."""
        return self.items[first].start, self.items[last - 1].end


@lru_cache(maxsize=1)
def chunks_of(text: Text, today: date) -> Chunks:
    """Fold each date, each length of time and each job title of a message into one chunk.

    The last message is remembered, since several grammars ask for it in turn.
    """
    tokens = lex(text)
    spots = {spot.first: spot for spot in moments(tokens, today)}
    told = read_titles(text, [(spot.moment.start, spot.moment.end) for spot in spots.values()])
    titles = {fact.start: fact.end for fact in told}
    items: list[Token] = []
    found_moments: dict[int, Moment] = {}
    found_lengths: dict[int, Length] = {}
    at = 0
    while at < len(tokens):
        if spot := spots.get(at):
            found_moments[len(items)] = spot.moment
            said = text.folded[spot.moment.start : spot.moment.end]
            items.append(Token("MOMENT", spot.moment.start, spot.moment.end, said))
            at = spot.last
        elif (length := length_at(tokens, at)) and not any(place in spots for place in range(at, length.last)):
            found_lengths[len(items)] = length
            items.append(Token("LENGTH", tokens[at].start, tokens[length.last - 1].end, ""))
            at = length.last
        elif end := titles.get(tokens[at].start):
            first = at
            while at < len(tokens) and tokens[at].end <= end and at not in spots:
                at += 1
            at = max(at, first + 1)
            items.append(Token("TITLE", tokens[first].start, tokens[at - 1].end, ""))
        else:
            items.append(tokens[at])
            at += 1
    return Chunks(items, found_moments, found_lengths, told)
