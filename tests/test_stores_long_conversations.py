"""A long conversation is read from its end, is whole in the record, and takes each turn and each message once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from stores.forgetting import ForgettingTrackerStore
from stores.lean import LAST_EVENTS, Superseded, TakenBefore

SLOT = {"influence_conversation": False, "mappings": [{"type": "custom"}]}
DOMAIN = Domain.from_dict(
    {
        "slots": {"case": {"type": "any", **SLOT}, "forget": {"type": "bool", **SLOT}},
        "forms": {"case_form": {"required_slots": []}},
    }
)
TURN_EVENTS = 4


@pytest.fixture
def store(tmp_path: Path) -> ForgettingTrackerStore:
    return ForgettingTrackerStore(DOMAIN, db=str(tmp_path / "conversations.db"))


def read(store: ForgettingTrackerStore) -> DialogueStateTracker:
    return asyncio.run(store.get_or_create_tracker("ana", append_action_listen=False))


def take(tracker: DialogueStateTracker, number: int, message_id: str | None = None) -> None:
    """What a turn leaves in a tracker."""
    if number == 1:
        for event in (ActionExecuted("action_session_start"), SessionStarted(), ActiveLoop("case_form")):
            tracker.update(event)
    events: list[Any] = [UserUttered(f"message {number}", message_id=message_id or str(number))]
    events += [BotUttered(f"reply {number}"), SlotSet("case", {"turn": number}), ActionExecuted("action_listen")]
    tracker.update_with_events(events, DOMAIN)


def talk(store: ForgettingTrackerStore, turns: int) -> None:
    for number in range(1, turns + 1):
        tracker = read(store)
        take(tracker, number)
        asyncio.run(store.save(tracker))


def said(tracker: DialogueStateTracker | None) -> list[str | None]:
    assert tracker is not None
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_a_turn_reads_as_few_events_after_200_turns_as_after_20(store: ForgettingTrackerStore) -> None:
    talk(store, 200)
    tracker = read(store)
    assert len(tracker.events) < 2 * LAST_EVENTS + 2 * TURN_EVENTS
    assert said(tracker)[-3:] == ["message 198", "message 199", "message 200"]


def test_what_was_known_before_the_last_events_is_known_still(store: ForgettingTrackerStore) -> None:
    talk(store, 50)
    tracker = read(store)
    assert tracker.get_slot("case") == {"turn": 50}
    assert tracker.active_loop_name == "case_form"
    assert tracker.latest_action_name == "action_listen"


def test_the_record_is_whole_and_in_order(store: ForgettingTrackerStore) -> None:
    talk(store, 60)
    whole = asyncio.run(store.retrieve_full_tracker("ana"))
    assert said(whole) == [f"message {number}" for number in range(1, 61)]


def test_somebody_can_go_on_from_the_whole_record(store: ForgettingTrackerStore) -> None:
    talk(store, 30)
    whole = asyncio.run(store.retrieve_full_tracker("ana"))
    assert whole is not None
    take(whole, 31)
    asyncio.run(store.save(whole))
    assert said(asyncio.run(store.retrieve_full_tracker("ana"))) == [f"message {n}" for n in range(1, 32)]
    assert read(store).get_slot("case") == {"turn": 31}


def test_of_two_turns_at_once_only_the_first_to_end_is_kept(store: ForgettingTrackerStore) -> None:
    talk(store, 3)
    here, there = read(store), read(store)
    take(here, 4, "here")
    take(there, 5, "there")
    asyncio.run(store.save(here))
    with pytest.raises(Superseded):
        asyncio.run(store.save(there))
    assert said(read(store))[-1] == "message 4"


def test_of_two_first_turns_at_once_only_one_is_kept(store: ForgettingTrackerStore) -> None:
    here, there = read(store), read(store)
    take(here, 1, "here")
    take(there, 1, "there")
    asyncio.run(store.save(here))
    with pytest.raises(Superseded):
        asyncio.run(store.save(there))
    assert said(read(store)) == ["message 1"]


def test_a_message_is_taken_once(store: ForgettingTrackerStore) -> None:
    talk(store, 3)
    again = read(store)
    take(again, 2)
    with pytest.raises(TakenBefore):
        asyncio.run(store.save(again))
    assert said(read(store)) == ["message 1", "message 2", "message 3"]
    assert asyncio.run(store.has_taken("ana", "2"))
    assert not asyncio.run(store.has_taken("ana", "4"))
    assert not asyncio.run(store.has_taken("ben", "2"))


def test_two_saves_of_one_turn_keep_each_event_once(store: ForgettingTrackerStore) -> None:
    tracker = read(store)
    take(tracker, 1)
    asyncio.run(store.save(tracker))
    tracker.update(SlotSet("case", {"turn": "1, later"}))
    asyncio.run(store.save(tracker))
    assert said(read(store)) == ["message 1"]
    assert read(store).get_slot("case") == {"turn": "1, later"}


def test_nothing_of_a_long_conversation_is_left_when_it_is_erased(store: ForgettingTrackerStore) -> None:
    talk(store, 30)
    store.forget("ana")
    assert asyncio.run(store.retrieve("ana")) is None
    assert not asyncio.run(store.has_taken("ana", "2"))
    talk(store, 1)
    assert said(read(store)) == ["message 1"]


def test_an_address_of_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="CEC_DATABASE takes"):
        ForgettingTrackerStore(DOMAIN, db="mysql://ana@localhost/cec")
