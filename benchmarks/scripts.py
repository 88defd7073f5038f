"""What people say when a turn is measured."""

from __future__ import annotations

from typing import Final

#: A whole interview: facts in one's own words, answers, a question in between, a correction, the answer.
INTERVIEW: Final = (
    "hello",
    "im a line cook in calgary on pgwp since may 2024 fulltime 37.5hr",
    "yes",
    "no other jobs",
    "wait does coop count",
    "no none of these",
    "ielts general listening 7.5 reading 7 writing 6 speaking 7 done in march",
    "outside quebec, in alberta",
    "no",
    "no 36 hours a week, not 37.5",
    "what if i worked 20 hours a week",
    "thank you",
)

#: What can be said at any moment without moving the interview on, so that every round costs the same.
ROUND: Final = ("does coop count", "actually it was 36 hours a week", "thanks", "no it was 37.5 hours a week")

#: For the stock bot: what its training data holds, with one bubble as the answer.
STOCK: Final = ("hello", "I am great", "are you a bot?", "bye")
