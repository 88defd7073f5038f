"""For people who use a keyboard, a screen reader, large letters or little motion; checked by axe-core as well."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import ViewportSize, expect

from scripts import ROOT
from tests.widget.conftest import DESK, PHONE, Visit
from tests.widget.visitor import COOK, Visitor

AXE = ROOT / "widget" / "node_modules" / "axe-core" / "axe.min.js"


def violations(visitor: Visitor) -> list[str]:
    """What axe-core finds wrong with the page as it stands, with the elements it means."""
    visitor.page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = visitor.page.evaluate("axe.run().then(result => result.violations)")
    return [f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize(("viewport", "scheme"), [(PHONE, "dark"), (DESK, "light")], ids=["phone-dark", "desk-light"])
def test_axe_finds_no_violation_from_the_launcher_to_the_card(
    visit: Visit, viewport: ViewportSize, scheme: str
) -> None:
    visitor = visit(viewport=viewport, color_scheme=scheme)
    assert violations(visitor) == []
    visitor.open()
    assert violations(visitor) == []
    visitor.say(COOK)
    card = visitor.answer_until_the_card()
    for details in card.locator("details").all():
        details.locator("summary").click()
    assert violations(visitor) == []
    visitor.page.get_by_role("button", name="Menu").click()
    assert violations(visitor) == []
    visitor.page.get_by_role("button", name="Delete my data").click()
    assert violations(visitor) == []


def test_new_answers_are_read_out_politely_and_the_field_has_a_name(visitor: Visitor) -> None:
    log = visitor.page.get_by_role("log", name="Conversation")
    expect(log).to_have_attribute("aria-live", "polite")
    assert log.locator(".answered").count() == visitor.answers.count()
    expect(visitor.page.get_by_role("textbox", name="Your message")).to_be_focused()
    expect(visitor.panel).to_have_accessible_name("Pathway assistant")


def test_escape_closes_the_menu_first_and_then_the_chat_and_the_focus_goes_back(visitor: Visitor) -> None:
    menu = visitor.page.get_by_role("button", name="Menu")
    menu.click()
    expect(visitor.page.get_by_role("button", name="Start over")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(visitor.panel).to_be_visible()
    visitor.page.keyboard.press("Escape")
    expect(visitor.panel).to_be_hidden()
    expect(visitor.launcher).to_be_focused()


def test_where_the_chat_fills_the_screen_tab_stays_in_it(visit: Visit) -> None:
    visitor = visit(viewport=PHONE).open()
    expect(visitor.panel).to_have_attribute("aria-modal", "true")
    seen = []
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
        inside = visitor.page.evaluate("document.activeElement.localName")
        seen.append(inside)
    assert set(seen) == {"cec-chat"}
    visitor.page.keyboard.press("Shift+Tab")
    assert visitor.page.evaluate("document.activeElement.localName") == "cec-chat"


def test_beside_the_page_tab_leads_out_of_the_chat(visitor: Visitor) -> None:
    expect(visitor.panel).to_have_attribute("aria-modal", "false")
    reached = set()
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
        reached.add(visitor.page.evaluate("document.activeElement.localName"))
    assert reached > {"cec-chat"}


def test_at_200_percent_zoom_all_of_it_can_be_used(visit: Visit) -> None:
    # Zooming to 200 % leaves a page half the pixels in each direction.
    visitor = visit(viewport={"width": DESK["width"] // 2, "height": DESK["height"] // 2}, device_scale_factor=2).open()
    visitor.say(COOK)
    log = visitor.page.get_by_role("log")
    assert log.evaluate("log => log.scrollWidth <= log.clientWidth")
    box, field = log.bounding_box(), visitor.field.bounding_box()
    assert box
    assert field
    assert box["height"] >= 120
    assert field["y"] + field["height"] <= DESK["height"] // 2
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_larger_letters_of_the_browser_make_larger_letters_here(visit: Visit) -> None:
    visitor = visit().open()
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    before = visitor.answers.first.locator(".bubble").evaluate(size)
    client = visitor.page.context.new_cdp_session(visitor.page)
    client.send("Page.enable")
    client.send("Page.setFontSizes", {"fontSizes": {"standard": 24}})
    assert visitor.answers.first.locator(".bubble").evaluate(size) == before * 1.5


def test_those_who_want_little_motion_see_none(visit: Visit) -> None:
    visitor = visit(reduced_motion="reduce").open()
    moving = "() => document.querySelector('cec-chat').shadowRoot.querySelector('.dots i')"
    dot = visitor.page.evaluate_handle(moving)
    assert dot.evaluate("dot => getComputedStyle(dot).animationName") == "none"
