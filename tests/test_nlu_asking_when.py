"""The question from which day somebody qualifies, among other questions with "when" and "how long" in them."""

from __future__ import annotations

import pytest

from nlu.asking_when import asks_when


@pytest.mark.parametrize(
    "message",
    [
        "when will i be eligible?",
        "so when can i apply??",
        "how long more do i need to wait",
        "wat date can i apply",
        "what date will i have enough hours",
        "how many more hours do i need",
        "how many more months do i need to be eligible",
        "how much longer do i have to work",
        "how long until i qualify",
        "when i will be eligible for cec",
        "ok but when exactly can I apply for PR",
        "when will my hours be enough",
        "how long do i have to wait until i can apply",
    ],
)
def test_who_asks_for_the_day_is_understood(message: str) -> None:
    assert asks_when(message)


@pytest.mark.parametrize(
    "message",
    [
        "how long does processing take",
        "how long until i get an ITA",
        "how long do i have to wait for the invitation",
        "when will i get my pr card",
        "when can i apply for a study permit",
        "when can i apply for citizenship",
        "how many hours do i need",
        "how long do i need to work",
        "when will my test expire",
        "i worked one year in 2023, until when can i apply",
        "i started when i qualified as a nurse",
        "how many more hours can i work while studying",
        "what counts, the day when i apply or when i make the profile",
    ],
)
def test_another_question_is_not_taken_for_it(message: str) -> None:
    assert not asks_when(message)
