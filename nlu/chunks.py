"""The second layer of reading: a message with its dates and lengths of time folded into one token each."""

from __future__ import annotations

from datetime import date

from nlu.dates import moments
from nlu.durations import Length, length_at
from nlu.lexer import Token, Tokens
from nlu.moments import Moment


class Chunks(Tokens):
    """Tokens among which MOMENT and LENGTH stand for a whole date or length of time."""

    __slots__ = ("lengths", "moments")

    def __init__(self, items: list[Token], moments: dict[int, Moment], lengths: dict[int, Length]) -> None:
        super().__init__(items)
        self.moments = moments
        self.lengths = lengths

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets in the message of the chunks from first to last (exclusive)."""
        return self.items[first].start, self.items[last - 1].end


def chunk(tokens: Tokens, today: date) -> Chunks:
    """Fold each date and each length of time into one chunk."""
    spots = {spot.first: spot for spot in moments(tokens, today)}
    items: list[Token] = []
    found_moments: dict[int, Moment] = {}
    found_lengths: dict[int, Length] = {}
    at = 0
    while at < len(tokens):
        if spot := spots.get(at):
            found_moments[len(items)] = spot.moment
            items.append(Token("MOMENT", spot.moment.start, spot.moment.end, ""))
            at = spot.last
        elif (length := length_at(tokens, at)) and not any(place in spots for place in range(at, length.last)):
            found_lengths[len(items)] = length
            items.append(Token("LENGTH", tokens[at].start, tokens[length.last - 1].end, ""))
            at = length.last
        else:
            items.append(tokens[at])
            at += 1
    return Chunks(items, found_moments, found_lengths)
