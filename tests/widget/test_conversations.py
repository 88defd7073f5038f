"""Whole conversations: by typing, by buttons, by keyboard alone, and what can be done with them afterwards."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.widget.conftest import PHONE, Visit
from tests.widget.site import Site
from tests.widget.visitor import COOK, Visitor

_MOST_TABS = 12


def test_a_cook_who_types_everything_reaches_the_card(visitor: Visitor) -> None:
    visitor.say(COOK)
    card = visitor.answer_until_the_card(typing=True)
    expect(card.get_by_role("heading", level=3)).to_contain_text("You appear to meet")
    work = visitor.requirement("Work")
    expect(work).to_contain_text("Met")
    expect(work).to_contain_text("1,560 hours")
    expect(work.get_by_role("link")).to_be_hidden()
    work.locator("summary").click()
    expect(work.get_by_role("link")).to_have_attribute(
        "href", "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-87.1.html"
    )
    expect(work.get_by_role("link")).to_have_attribute("rel", "noopener noreferrer")


def test_buttons_lead_to_the_card_and_become_text_once_used(visit: Visit) -> None:
    visitor = visit(viewport=PHONE).open()
    visitor.press("Start")
    assert visitor.last_said == "Start"
    expect(visitor.answers.first).to_contain_text("Choices: Start · Ask a question")
    visitor.say(COOK)
    card = visitor.answer_until_the_card()
    expect(card).to_contain_text("You appear to meet")
    picture = card.get_by_role("img").first
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    in_words = card.locator(".in-words").first
    in_words.locator("summary").click()
    expect(in_words.locator("p")).to_have_text(picture.get_attribute("alt") or "no text")
    # Only what was asked last can still be pressed.
    assert visitor.page.locator("cec-chat .open").count() == 1


def test_the_keyboard_alone_is_enough_from_the_page_to_the_card(visit: Visit) -> None:
    visitor = visit()
    keyboard = visitor.page.keyboard

    def tab_to(words: str, key: str = "Tab") -> None:
        for _ in range(_MOST_TABS):
            keyboard.press(key)
            if focused(visitor).startswith(words):
                return
        raise AssertionError(f"{words!r} is not reached by Tab; the focus is on {focused(visitor)!r}")

    for _ in range(_MOST_TABS):  # through the page's own links
        keyboard.press("Tab")
        if visitor.launcher.evaluate("launcher => launcher.getRootNode().activeElement === launcher"):
            break
    keyboard.press("Enter")
    expect(visitor.choices.first).to_be_visible()
    keyboard.type(COOK)  # the focus is in the field
    keyboard.press("Enter")
    visitor.answer(1)
    first = True
    while not visitor.card.count():
        before, label = visitor.answers.count(), visitor.good_answer()
        tab_to(label, "Shift+Tab" if first else "Tab")  # back from the field; then on from what was said
        first = False
        assert focused(visitor) == label
        keyboard.press("Enter")
        visitor.answer(before)
    tab_to("Work")
    keyboard.press("Enter")
    expect(visitor.card.locator("details").first).to_have_attribute("open", "")
    keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    assert focused(visitor).startswith("Check if you qualify")


def focused(visitor: Visitor) -> str:
    """The words on what has the focus in the widget."""
    words: str = visitor.page.evaluate(
        "() => document.querySelector('cec-chat').shadowRoot.activeElement?.textContent ?? ''"
    )
    return words.strip()


def test_enter_sends_shift_enter_breaks_the_line_and_enter_within_a_composed_word_does_neither(
    visitor: Visitor,
) -> None:
    visitor.field.fill("first line")
    visitor.field.press("Shift+Enter")
    visitor.field.press_sequentially("second line")
    visitor.field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    assert visitor.said.count() == 0
    height = visitor.field.bounding_box()
    before = visitor.answers.count()
    visitor.field.press("Enter")
    visitor.answer(before)
    assert visitor.last_said == "first line\nsecond line"
    after = visitor.field.bounding_box()
    assert height
    assert after
    assert after["height"] < height["height"]


def test_a_message_over_2000_characters_is_kept_and_the_person_told_kindly(visitor: Visitor) -> None:
    letter = "I work as a cook. " * 120
    visitor.field.fill(letter)
    visitor.field.press("Enter")
    told = visitor.page.get_by_role("alert")
    expect(told).to_contain_text("2,159 characters")
    expect(told).to_contain_text("in parts")
    expect(visitor.field).to_have_value(letter)
    assert visitor.said.count() == 0
    visitor.field.fill("I work as a cook.")
    expect(told).to_be_empty()


def test_the_conversation_can_be_taken_along_as_a_text_file(visitor: Visitor) -> None:
    visitor.say("does volunteer work count")
    with visitor.page.expect_download() as downloading:
        from_menu(visitor, "Download the conversation")
    file = downloading.value
    text = Path(file.path()).read_text(encoding="utf-8")
    assert file.suggested_filename.endswith(".txt")
    assert "You: does volunteer work count" in text
    assert "Assistant: " in text
    assert "You: Hello" not in text


def test_starting_over_shows_a_fresh_conversation_that_knows_nothing(visitor: Visitor) -> None:
    visitor.say("i am a line cook since may 2024")
    from_menu(visitor, "Start over")
    question = visitor.page.get_by_role("alertdialog")
    question.get_by_role("button", name="Keep it").click()
    expect(visitor.said).to_have_count(1)
    from_menu(visitor, "Start over")
    question.get_by_role("button", name="Start over").click()
    expect(visitor.said).to_have_count(0)
    visitor.answer(0)
    assert "cook" not in visitor.say("what have i told you").lower()


def test_deleted_data_is_gone_from_the_browser_and_the_database(visitor: Visitor, site: Site) -> None:
    visitor.say("i am a zookeeper since may 2024")
    assert site.kept_about("zookeeper") > 0
    assert any("zookeeper" in kept for kept in visitor.stored().values())
    from_menu(visitor, "Delete my data")
    visitor.page.get_by_role("alertdialog").get_by_role("button", name="Delete", exact=True).click()
    notice = visitor.page.get_by_text("Your data is deleted, here and on our server.")
    expect(notice).to_be_visible()
    assert site.kept_about("zookeeper") == 0
    assert not any("zookeeper" in kept for kept in visitor.stored().values())
    visitor.say("hello")
    visitor.page.reload()
    expect(notice).to_be_visible()
    assert "zookeeper" not in visitor.panel.inner_text()


def test_deletion_asked_for_in_words_empties_the_browser_too(visitor: Visitor) -> None:
    visitor.say("i am a zookeeper since may 2024")
    visitor.field.fill("delete my data")
    visitor.field.press("Enter")
    expect(visitor.page.get_by_text("Your data is deleted")).to_be_visible()
    assert not any("zookeeper" in kept for kept in visitor.stored().values())


def from_menu(visitor: Visitor, label: str) -> None:
    visitor.page.get_by_role("button", name="Menu").click()
    visitor.page.locator("cec-chat .menu").get_by_role("button", name=label).click()


def test_a_what_if_shows_what_differs_and_a_table_and_the_report_is_saved_as_a_file(
    visit: Visit, screenshots: Path
) -> None:
    visitor = visit(viewport=PHONE).open()
    visitor.say(COOK)
    visitor.answer_until_the_card()
    with visitor.page.expect_download() as calendar:
        visitor.card.get_by_role("button", name="Add the dates to a calendar").click()
    assert calendar.value.suggested_filename == "cec-dates.ics"
    assert Path(calendar.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")
    visitor.say("what if i quit today")
    trial = visitor.card.last
    expect(trial.get_by_role("heading", level=3)).to_contain_text("Only a trial")
    expect(trial.get_by_role("table")).to_contain_text("as it is")
    trial.locator(".comparison").screenshot(path=screenshots / "what-if.png")
    visitor.press("Report")
    with visitor.page.expect_download() as report:
        visitor.answers.last.get_by_role("button", name="Report (PDF)").click()
    assert report.value.suggested_filename == "cec-report.pdf"
    assert Path(report.value.path()).read_bytes().startswith(b"%PDF-")
    visitor.page.screenshot(path=screenshots / "report.png")
