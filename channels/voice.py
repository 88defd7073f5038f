"""What the channel asks of Rasa beside taking turns: its own words, what the bot offered, when somebody last wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from stores.forgetting import NotForgotten


async def words(agent: Agent, response: str, sender: str, channel: str, **variables: Any) -> str:
    """A response of domain.yml. The conversation is not looked at and not changed."""
    nobody = DialogueStateTracker(sender, agent.domain.slots)
    said = await agent.nlg.generate(response, nobody, channel, **variables)
    if said is None:
        raise KeyError(f"domain.yml has no {response}")
    return str(said["text"])


def failure(error: BaseException) -> str:
    """The response of domain.yml that tells the person of a turn that failed."""
    return "utter_channel_not_deleted" if isinstance(error, NotForgotten) else "utter_channel_failed"


async def offered_payloads(agent: Agent, sender: str) -> set[str]:
    """The payloads of the buttons in the bot's last reply, as the conversation has kept them.

    Asking the conversation, and not a note beside it, holds over a restart, and makes a button good for one press:
    the press is a message, and what counts are the bubbles after the last one.
    """
    tracker = await agent.tracker_store.retrieve(sender)
    payloads: set[str] = set()
    for event in reversed(tracker.events if tracker else ()):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, BotUttered):
            payloads.update(button["payload"] for button in event.data.get("buttons") or ())
    return payloads


async def reply_to(agent: Agent, sender: str, message_id: str) -> list[Mapping[str, Any]]:
    """What the bot said to a message that it took before."""
    tracker = await agent.tracker_store.retrieve_full_tracker(sender)
    said: list[Mapping[str, Any]] = []
    is_it = False
    for event in tracker.events if tracker else ():
        if isinstance(event, UserUttered):
            is_it = event.message_id == message_id
        elif is_it and isinstance(event, BotUttered):
            said.append(event.message())
    return said


async def last_message(agent: Agent, sender: str) -> float:
    """When the person last wrote, in seconds since 1970; 0 where they never did."""
    tracker = await agent.tracker_store.retrieve(sender)
    told = [event.timestamp for event in (tracker.events if tracker else ()) if isinstance(event, UserUttered)]
    return float(max(told, default=0.0))
