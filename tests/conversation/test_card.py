"""The answer as a card: clients that can show it get it beside the text, the shell does not."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from tests.conversation.applicant import Applicant
from tests.conversation.test_answers import COOK, finish


def test_a_rest_client_gets_the_answer_as_a_card_beside_the_text(applicant: Applicant) -> None:
    applicant.say("hi", "start", COOK, "yes")
    assert not applicant.reply.cards
    text = finish(applicant)
    (card,) = applicant.reply.cards
    assert card["type"] == "assessment"
    assert card["outcome"] == "eligible"
    assert card["headline"] in text
    for requirement in card["requirements"]:
        assert requirement["status"] == "met"
        assert requirement["reason"] in text
        assert requirement["rule"] in text
        assert requirement["url"].startswith("https://")
    assert card["requirements"][0]["figure"] == "4,007 of 1,560 hours"
    assert card["history"]["jobs"][0]["segments"] == [
        {"start": "2024-05-01", "end": "2026-11-21", "counts": True, "reason": None}
    ]
    for name in ("picture", "outlook_picture"):
        assert ET.fromstring(card[name]["svg"]).get("viewBox", "").startswith("0 0 360 ")
    assert "4,007 hours: 1 May 2024 to 21 November 2026 counts" in card["picture"]["alt"]


def test_the_conversation_keeps_the_card_once(applicant: Applicant) -> None:
    applicant.say("hi", "start", COOK, "yes")
    finish(applicant)
    bot = [event for event in applicant.events if event["event"] == "bot"]
    assert bot[-1]["data"]["custom"]["type"] == "assessment"
    assert "card" not in bot[-1]["metadata"]


def test_a_trial_says_on_its_card_that_it_is_one(applicant: Applicant) -> None:
    applicant.say("hi", "start", COOK, "yes")
    finish(applicant)
    applicant.press("What if...")
    applicant.say("20 hours a week")
    (card,) = applicant.reply.cards
    assert card["trial"] is True
    assert "trial" in card["headline"]
    assert "stays as it was" in card["closing"]


def test_the_shell_gets_the_answer_as_text_alone(bot: str) -> None:
    # Rasa shell talks to the REST channel under a name of its own.
    at_the_shell = Applicant(bot, channel="cmdline")
    at_the_shell.say("hi", "start", COOK, "yes")
    assert "You appear to meet" in finish(at_the_shell)
    assert not at_the_shell.reply.cards
