"""What happens to a conversation when the page, the network or the server goes away for a while."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.widget.conftest import Visit
from tests.widget.site import Site
from tests.widget.visitor import COOK, Visitor


def test_a_reload_in_the_middle_loses_nothing(visitor: Visitor) -> None:
    visitor.say(COOK)
    visitor.field.fill("half a thou")
    talk = visitor.page.get_by_role("log").inner_text()
    visitor.page.reload()
    expect(visitor.panel).to_be_visible()
    assert visitor.page.get_by_role("log").inner_text() == talk
    expect(visitor.field).to_have_value("half a thou")
    assert "line cook" in visitor.press("Yes").lower()


def test_a_restart_of_the_server_in_the_middle_loses_nothing(visitor: Visitor, site: Site) -> None:
    visitor.say(COOK)
    site.stop()
    expect(visitor.bar).to_contain_text("Reconnecting")
    before = visitor.answers.count()
    visitor.choices.get_by_text("Yes", exact=True).click()
    expect(visitor.said.last).to_contain_text("Waiting for the connection")
    site.start()
    visitor.answer(before)
    expect(visitor.bar).to_be_empty()
    assert "line cook" in visitor.last_answer.lower()
    expect(visitor.said.last).not_to_contain_text("Waiting")
    assert visitor.answer_until_the_card().count() == 1


def test_what_is_written_offline_is_sent_once_when_the_network_is_back(visitor: Visitor) -> None:
    visitor.say("i am a line cook since may 2024")
    visitor.page.context.set_offline(True)
    expect(visitor.bar).to_contain_text("Reconnecting")
    before = visitor.answers.count()
    for text in ("37.5 hours a week", "what have i told you"):
        visitor.field.fill(text)
        visitor.field.press("Enter")
    expect(visitor.page.get_by_text("Waiting for the connection")).to_have_count(2)
    visitor.page.context.set_offline(False)
    expect(visitor.bar).to_be_empty()
    visitor.answer(before + 1)
    assert "37.5" in visitor.last_answer
    expect(visitor.said).to_have_count(3)
    expect(visitor.answers).to_have_count(before + 2)


def test_what_waits_is_sent_after_the_page_was_closed_in_between(visitor: Visitor, site: Site) -> None:
    visitor.say("i am a zookeeper since may 2024")
    visitor.page.context.set_offline(True)
    expect(visitor.bar).to_contain_text("Reconnecting")
    visitor.page.get_by_role("button", name="Menu").click()
    visitor.page.get_by_role("button", name="Delete my data").click()
    visitor.page.get_by_role("alertdialog").get_by_role("button", name="Delete", exact=True).click()
    expect(visitor.page.get_by_text("as soon as the connection is back")).to_be_visible()
    context = visitor.page.context
    visitor.page.close()
    context.set_offline(False)
    again = Visitor(context, visitor.address).come()
    again.launcher.click()
    expect(again.page.get_by_text("Your data is deleted")).to_be_visible()
    assert site.kept_about("zookeeper") == 0


def test_two_people_at_once_stay_apart(visit: Visit) -> None:
    cook, driver = visit().open(), visit().open()
    cook.say("i am a line cook since may 2024")
    driver.say("i am a truck driver since june 2023")
    told_cook, told_driver = cook.say("what have i told you"), driver.say("what have i told you")
    assert "cook" in told_cook.lower()
    assert "driver" not in told_cook.lower()
    assert "driver" in told_driver.lower()
    assert "cook" not in told_driver.lower()


def test_two_windows_of_one_person_show_one_conversation(visitor: Visitor) -> None:
    other = Visitor(visitor.page.context, visitor.address).come()
    other.launcher.click()
    visitor.say("i am a line cook since may 2024")
    expect(other.said).to_have_count(1)
    expect(other.answers).to_have_count(visitor.answers.count())
    assert other.last_answer == visitor.last_answer


def test_a_session_that_the_server_no_longer_knows_is_replaced_and_said(visitor: Visitor) -> None:
    visitor.say("i am a line cook since may 2024")
    forged = "token => { for (const key of Object.keys(localStorage)) { const kept = JSON.parse(localStorage[key]); " \
        "kept.token = token; localStorage[key] = JSON.stringify(kept) } }"  # fmt: skip
    visitor.page.evaluate(forged, "made-up")
    visitor.page.reload()
    expect(visitor.page.get_by_text("The earlier conversation has ended.")).to_be_visible()
    expect(visitor.choices).to_have_count(0)
    assert "cook" not in visitor.say("what have i told you").lower()
