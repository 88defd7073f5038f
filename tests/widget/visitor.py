"""Somebody who visits the site: what they see and do in the chat, waiting for what they would wait for."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Dialog, Locator, Page, expect

#: What a line cook writes who qualifies, all but what the assistant has to ask.
COOK = (
    "hi im a line cook in calgary on pgwp since may 2024 fulltime 37.5hr. "
    "ielts general listening 7.5 reading 7 writing 6 speaking 7 done in march"
)
#: The buttons that take such a person to "you appear to meet": the first whose neighbour is there too.
GOOD_ANSWERS = {
    "Rather not say": "No",
    "No, that is all": "No, that is all",
    "None of these": "None of these",
    "Yes": "Yes",
}
_MOST_QUESTIONS = 9


class Visitor:
    """One browser window on the site. `went_wrong` gathers errors of the page, `asked` every address it loads from."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page: Page = context.new_page()
        self.went_wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.went_wrong.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda socket: self.asked.append(socket.url))
        self.launcher = self.page.locator("cec-chat .launcher")
        self.panel = self.page.get_by_role("dialog")
        self.field = self.page.get_by_label("Your message")
        self.said = self.page.locator("cec-chat .said")
        self.answers = self.page.locator("cec-chat .answered")
        self.choices = self.page.locator("cec-chat .choice:visible")
        self.card = self.page.locator("cec-chat .card")
        self.bar = self.page.locator("cec-chat .bar")

    def _dismiss(self, dialog: Dialog) -> None:
        self.went_wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def come(self) -> Visitor:
        """Go to the page."""
        self.page.goto(self.address)
        return self

    def open(self) -> Visitor:
        """Open the chat and read the greeting."""
        self.launcher.click()
        expect(self.choices.first).to_be_visible()
        return self

    def say(self, text: str) -> str:
        """Write and send; returns the last bubble of the answer."""
        before = self.answers.count()
        self.field.fill(text)
        self.field.press("Enter")
        return self.answer(before)

    def press(self, label: str) -> str:
        """Press a button; returns the last bubble of the answer."""
        before = self.answers.count()
        self.choices.get_by_text(label, exact=True).click()
        return self.answer(before)

    def answer(self, before: int) -> str:
        """Wait until the assistant has said more than `before` bubbles and writes no more."""
        expect(self.answers.nth(before)).to_be_visible()
        expect(self.page.locator("cec-chat .dots")).to_be_hidden()
        return self.last_answer

    @property
    def last_answer(self) -> str:
        return (self.answers.last.text_content() or "").removeprefix("Assistant: ")

    @property
    def last_said(self) -> str:
        return (self.said.last.locator(".bubble").text_content() or "").removeprefix("You: ")

    def labels(self) -> list[str]:
        """What the buttons say that are open now."""
        return self.choices.all_inner_texts()

    def good_answer(self) -> str:
        """The button that somebody who qualifies presses now."""
        labels = self.labels()
        found = next((answer for offered, answer in GOOD_ANSWERS.items() if offered in labels), None)
        assert found is not None, f"{self.last_answer}\n{labels}"
        return found

    def answer_until_the_card(self, typing: bool = False) -> Locator:
        """Answer as somebody does who qualifies, by buttons or by writing what they say; returns the card."""
        for _ in range(_MOST_QUESTIONS):
            if self.card.count():
                return self.card.last
            label = self.good_answer()
            self.say(label.lower()) if typing else self.press(label)
        raise AssertionError(f"no answer after {_MOST_QUESTIONS} questions: {self.last_answer}")

    def requirement(self, title: str) -> Locator:
        """The line of the last card that has this title."""
        named = self.page.locator(".title").get_by_text(title, exact=True)
        return self.card.last.locator(".requirements details").filter(has=named)

    def stored(self) -> dict[str, Any]:
        """What the browser keeps, by key."""
        kept: dict[str, Any] = self.page.evaluate("({...localStorage})")
        return kept
