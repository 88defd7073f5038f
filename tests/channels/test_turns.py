"""What somebody at the website sees of a turn, whatever the bot behind the channel does."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.channels.channel import UserMessage

from tests.channels.alone import channel
from tests.channels.person import Person, person


async def say(message: UserMessage, **content: object) -> None:
    await message.output_channel.send_response(message.sender_id, dict(content))


async def test_text_buttons_and_custom_data_of_one_message_arrive_as_one_bubble() -> None:
    async def bot(message: UserMessage) -> None:
        buttons = [{"title": "Yes", "payload": "/affirm", "extra": "unknown to clients"}]
        await say(message, text="Is that so?", buttons=buttons, custom={"type": "assessment"})

    async with channel(bot) as (address, _), person(address) as ana:
        await ana.say("hello")
        (bubble,) = ana.bubbles
    assert bubble.pop("id").isdigit()
    assert bubble == {
        "text": "Is that so?",
        "quick_replies": [{"content_type": "text", "title": "Yes", "payload": "/affirm"}],
        "custom": {"type": "assessment"},
    }


async def test_a_long_reply_with_blank_lines_stays_in_one_bubble() -> None:
    long = "\n\n".join(["You appear to meet the requirements."] * 200)

    async def bot(message: UserMessage) -> None:
        await say(message, text=long)

    async with channel(bot) as (address, _), person(address) as ana:
        assert await ana.say("hello") == long
        assert len(ana.bubbles) == 1


async def test_the_bot_is_shown_as_writing_from_the_message_to_the_last_bubble() -> None:
    async def bot(message: UserMessage) -> None:
        await say(message, text="First.")
        await say(message, text="Second.")

    async with channel(bot) as (address, _), person(address) as ana:
        await ana.say("hello")
        shown = [(event, data.get("on")) for event, data in ana.events if event in ("typing", "bot_uttered")]
    assert shown == [("typing", True), ("bot_uttered", None), ("bot_uttered", None), ("typing", False)]


async def test_messages_of_one_session_are_answered_one_by_one_in_their_order() -> None:
    under_way: list[str] = []

    async def bot(message: UserMessage) -> None:
        under_way.append(message.text)
        assert under_way == [message.text]
        for _ in range(10 - int(message.text)):  # the later ones would be quicker
            await asyncio.sleep(0)
        under_way.remove(message.text)
        await say(message, text=message.text)

    numbers = [str(number) for number in range(10)]
    async with channel(bot) as (address, _), person(address) as ana:
        await asyncio.gather(*(ana.send(number) for number in numbers))
        await ana.until(lambda: len(ana.bubbles) == 10 and not ana.is_typing)
        assert ana.texts == numbers


async def test_a_slow_turn_of_one_person_does_not_hold_up_another() -> None:
    ben_was_answered = asyncio.Event()

    async def bot(message: UserMessage) -> None:
        if message.text == "slow":
            await ben_was_answered.wait()
        await say(message, text="Answered.")

    async with channel(bot) as (address, _), person(address) as ana, person(address) as ben:
        await ana.send("slow")
        assert await ben.say("quick") == "Answered."
        assert ana.texts == []
        ben_was_answered.set()
        await ana.until(lambda: ana.texts == ["Answered."])
        assert ben.texts == ["Answered."]


@pytest.mark.parametrize("failure", ["raises", "is silent", "takes too long"])
async def test_somebody_whose_turn_fails_is_told_so_and_can_go_on(
    failure: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def bot(message: UserMessage) -> None:
        if message.text == "are you there":
            await say(message, text="Yes.")
        elif failure == "raises":
            raise RuntimeError(f"cannot read {message.text!r}")
        elif failure == "takes too long":
            await asyncio.Event().wait()

    async with channel(bot, turn_seconds=0.2) as (address, _), person(address) as ana:
        reply = await ana.say("my name is Ana Secret")
        assert "went wrong" in reply
        assert await ana.say("are you there") == "Yes."
    (line,) = [record.getMessage() for record in caplog.records if "incident" in record.getMessage()]
    assert line.split()[1] in reply
    assert "Secret" not in caplog.text


async def test_a_message_that_is_sent_twice_is_handled_once() -> None:
    async with channel() as (address, bot), person(address) as ana:
        await ana.say("hello", message_id="0b7e")
        assert await ana.send("hello", message_id="0b7e") == {"ok": True}
        await ana.say("and now", message_id="0b7f")
        back = await Person(address).connect()
        await back.ask_for_session(ana.token)
        assert await back.send("hello", message_id="0b7e") == {"ok": True}
        await back.say("once more", message_id="0b80")
        await back.leave()
        assert bot.messages == ["hello", "and now", "once more"]


async def test_the_same_words_twice_are_two_messages() -> None:
    async with channel() as (address, bot), person(address) as ana:
        await ana.say("yes", message_id="1")
        await ana.say("yes", message_id="2")
        await ana.say("yes")
        assert bot.messages == ["yes"] * 3


async def test_what_was_said_while_somebody_was_away_comes_when_they_are_back_and_only_that() -> None:
    gone = asyncio.Event()

    async def bot(message: UserMessage) -> None:
        if message.text == "work it out":
            await gone.wait()
            await say(message, text="One.")
            await say(message, text="Two.")
        await say(message, text="Done.")

    async with channel(bot) as (address, _):
        ana = await Person(address).connect()
        await ana.ask_for_session()
        await ana.say("hello")
        seen = ana.bubbles[-1]["id"]
        await ana.send("work it out")
        await ana.leave()
        gone.set()
        back = await Person(address).connect()
        assert await back.ask_for_session(ana.token, seen) == ana.token
        await back.until(lambda: len(back.bubbles) == 3)
        assert back.texts == ["One.", "Two.", "Done."]
        assert [b["id"] for b in back.bubbles] == sorted(b["id"] for b in back.bubbles)
        assert back.bubbles[0]["id"] > seen
        await back.ask_for_session(ana.token, back.bubbles[-1]["id"])
        await back.say("thanks")
        assert back.texts == ["One.", "Two.", "Done.", "Done."]
        await back.leave()


async def test_somebody_who_comes_back_in_the_middle_of_a_turn_sees_that_the_bot_is_writing() -> None:
    back_again = asyncio.Event()

    async def bot(message: UserMessage) -> None:
        await back_again.wait()
        await say(message, text="Here it is.")

    async with channel(bot) as (address, _):
        ana = await Person(address).connect()
        await ana.ask_for_session()
        await ana.send("work it out")
        await ana.leave()
        back = await Person(address).connect()
        await back.ask_for_session(ana.token)
        await back.until(lambda: back.is_typing)
        back_again.set()
        await back.until(lambda: back.texts == ["Here it is."] and not back.is_typing)
        await back.leave()


async def test_both_tabs_of_one_person_get_the_reply() -> None:
    async with channel() as (address, _), person(address) as ana:
        other = await Person(address).connect(transport="polling")
        await other.ask_for_session(ana.token)
        await ana.say("hello")
        await other.until(lambda: other.texts == ["You said: hello"])
        await other.leave()


async def test_a_client_without_websockets_is_served_by_polling() -> None:
    async with channel() as (address, _), person(address, transport="polling") as ana:
        assert await ana.say("hello") == "You said: hello"
