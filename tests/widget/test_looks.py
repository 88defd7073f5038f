"""Pictures for people to look at, in var/screenshots, and what can be told of looks by measuring."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.widget.conftest import DESK, PHONE, Visit
from tests.widget.visitor import COOK, Visitor

#: Somebody who does not qualify: too few hours of the right kind, and a test that is too low.
NOT_YET = (
    "i am a cashier at walmart since jan 2025 20 hours a week. "
    "celpip listening 6 reading 5 writing 4 speaking 5 taken in june 2026"
)


@pytest.mark.parametrize(
    ("name", "viewport", "scheme"),
    [("phone", PHONE, "light"), ("phone-dark", PHONE, "dark"), ("desk", DESK, "light")],
)
def test_it_fits_the_screen_from_the_page_to_the_card(
    visit: Visit, screenshots: Path, name: str, viewport: ViewportSize, scheme: str
) -> None:
    visitor = visit(
        viewport=viewport,
        color_scheme=scheme,
        device_scale_factor=2 if viewport is PHONE else 1,
        has_touch=viewport is PHONE,
    )

    def shoot(what: str) -> None:
        visitor.page.screenshot(path=screenshots / f"{name}-{what}.png", animations="disabled")

    shoot("1-page")
    visitor.open()
    shoot("2-greeting")
    visitor.say(COOK)
    shoot("3-question")
    card = visitor.answer_until_the_card()
    shoot("4-card")
    assert_nothing_is_cut_off(visitor)
    card.locator("details").first.locator("summary").click()
    card.get_by_role("img").first.scroll_into_view_if_needed()
    shoot("5-picture")
    visitor.page.get_by_role("button", name="Menu").click()
    shoot("6-menu")
    if viewport is PHONE:
        visitor.page.keyboard.press("Escape")
        visitor.page.set_viewport_size({"width": PHONE["width"], "height": 2400})
        card.screenshot(path=screenshots / f"{name}-7-whole-card.png", animations="disabled")


def assert_nothing_is_cut_off(visitor: Visitor) -> None:
    """No line of the conversation is wider than the panel, and what is new begins where it can be seen."""
    log = visitor.page.get_by_role("log")
    assert log.evaluate("log => log.scrollWidth <= log.clientWidth")
    view, said = log.bounding_box(), visitor.said.last.bounding_box()
    assert view
    assert said
    assert view["y"] <= said["y"] < view["y"] + view["height"] / 3
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_no_is_told_in_colour_shape_and_words(visit: Visit, screenshots: Path) -> None:
    visitor = visit(viewport=PHONE, device_scale_factor=2).open()
    visitor.say(NOT_YET)
    card = visitor.answer_until_the_card()
    expect(card.get_by_role("heading", level=3)).to_contain_text("do not appear to meet")
    work = visitor.requirement("Work")
    expect(work).to_contain_text("Not met")
    assert work.locator(".icon-not_met").count() == 1
    visitor.page.set_viewport_size({"width": PHONE["width"], "height": 2600})
    card.screenshot(path=screenshots / "phone-8-not-yet.png", animations="disabled")


def test_paper_gets_the_whole_conversation_and_nothing_else(visit: Visit, screenshots: Path) -> None:
    visitor = visit().open()
    visitor.say(COOK)
    card = visitor.answer_until_the_card()
    visitor.page.evaluate("print = () => { window.printed = true }")
    visitor.page.get_by_role("button", name="Menu").click()
    visitor.page.get_by_role("button", name="Print the conversation").click()
    assert visitor.page.evaluate("printed")
    assert len(visitor.page.pdf()) > 20_000
    # What the browser does before it prints.
    visitor.page.emulate_media(media="print")
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(visitor.page.get_by_role("main")).to_be_hidden()
    expect(visitor.field).to_be_hidden()
    expect(visitor.said.first).to_be_visible()
    expect(card.locator("details").first.get_by_role("link")).to_be_visible()
    height = "() => document.querySelector('cec-chat').shadowRoot.querySelector('.log')"
    assert visitor.page.evaluate_handle(height).evaluate("log => log.scrollHeight <= log.clientHeight")
    visitor.page.screenshot(path=screenshots / "paper.png", full_page=True)
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    visitor.page.emulate_media(media="screen")
    expect(visitor.page.get_by_role("main")).to_be_visible()
    expect(card.locator("details").first).not_to_have_attribute("open", "")


def test_a_page_that_is_printed_with_the_chat_closed_has_no_launcher_on_it(visit: Visit) -> None:
    visitor = visit()
    visitor.page.emulate_media(media="print")
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(visitor.page.get_by_role("main")).to_be_visible()
    expect(visitor.launcher).to_be_hidden()
