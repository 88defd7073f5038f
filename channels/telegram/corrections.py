"""Edited messages: the conversation goes back to what was edited, and on again from there.

Nothing is guessed: what the case was before the message is put back, the new words are taken, and what the person
said after it is taken again for as long as each of it answers the very question that it answered before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.events import ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

Messages = Sequence[Mapping[str, Any]]
#: Has Rasa answer a text (and the number of the message it stands in); returns what it said.
Ask = Callable[[str, int], Awaitable[Messages]]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of an edit: `replies` to the new words and to what was taken again; is_last: nothing came after it."""

    replies: Sequence[Messages]
    is_last: bool


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    message: int
    #: The question that it answered: its last line, and the buttons under it.
    question: tuple[Any, ...]


async def correct(agent: Agent, sender: str, message: int, text: str, ask: Ask) -> Corrected | None:
    """Take the new words of a message in place of the old; None where the conversation has no such message.

    Nothing is done where the words are the same, since Telegram also reports changes that nobody can see.
    """
    async with agent.lock_store.lock(sender):
        # From its beginning: a turn reads the end only, and people go back further.
        tracker = await agent.tracker_store.retrieve_full_tracker(sender)
        events = list(tracker.events) if tracker else []
        places = [place for place, event in enumerate(events) if _number(event) == message]
        if tracker is None or not places:
            return None
        if events[places[-1]].text == text:
            return Corrected([], is_last=True)
        later = _said_after(events, places[-1])
        await _go_back(agent, tracker, events[: places[-1]])
    replies = [await ask(text, message)]
    for said in later:
        if _question(replies[-1]) != said.question:
            break
        replies.append(await ask(said.text, said.message))
    return Corrected(replies, is_last=not later)


async def _go_back(agent: Agent, tracker: DialogueStateTracker, events: Sequence[Event]) -> None:
    """Put back what was known after these events; what happened since stays in the record."""
    before = DialogueStateTracker.from_events(tracker.sender_id, events, agent.domain.slots)
    now = tracker.current_slot_values()
    for name, value in before.current_slot_values().items():
        if now.get(name) != value:
            tracker.update(SlotSet(name, value), agent.domain)
    if tracker.active_loop_name != before.active_loop_name:
        tracker.update(ActiveLoop(before.active_loop_name), agent.domain)
    await agent.tracker_store.save(tracker)


def _said_after(events: Sequence[Event], place: int) -> list[_Said]:
    """What the person said after that, each in its newest wording and in the order in which it was said first."""
    said: dict[int, _Said] = {}
    bubbles: list[Mapping[str, Any]] = []
    for event in events[place + 1 :]:
        if isinstance(event, BotUttered):
            bubbles.append({"text": event.text, "buttons": event.data.get("buttons")})
        elif isinstance(event, UserUttered) and (number := _number(event)) is not None:
            # Taken again after an edit it answered the same question, which then does not stand right before it.
            question = said[number].question if number in said else _question(bubbles)
            said[number] = _Said(event.text or "", number, question)
            bubbles = []
    return list(said.values())


def _question(bubbles: Messages) -> tuple[Any, ...]:
    if not bubbles:
        return ()
    text, buttons = (bubbles[-1].get("text") or "").strip(), bubbles[-1].get("buttons") or ()
    return text.rpartition("\n")[2], *[(button["title"], button["payload"]) for button in buttons]


def _number(event: Event) -> int | None:
    if not isinstance(event, UserUttered):
        return None
    number = (event.metadata or {}).get("message_id")
    return int(number) if number is not None else None
