"""What is kept of a conversation, and that nothing is left of it once the person wants it gone."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from stores.forgetting import ForgettingTrackerStore

DOMAIN = Domain.from_dict(
    {
        "slots": {
            "forget": {"type": "bool", "influence_conversation": False, "mappings": [{"type": "custom"}]},
        }
    }
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


def keep(database: Path, person: str, *events: UserUttered | SlotSet) -> None:
    store = ForgettingTrackerStore(DOMAIN, db=str(database))
    told = DialogueStateTracker.from_events(person, list(events), DOMAIN.slots)
    asyncio.run(store.save(told))


def rows(database: Path) -> dict[str, int]:
    with sqlite3.connect(database) as connection:
        return dict(connection.execute("select sender_id, count(*) from events group by sender_id"))


def test_a_conversation_is_kept(database: Path) -> None:
    keep(database, "ana", UserUttered("I am a cook"))
    assert rows(database) == {"ana": 1}


def test_delete_my_data_removes_every_event_of_that_person_and_of_nobody_else(database: Path) -> None:
    keep(database, "ana", UserUttered("I am a cook"))
    keep(database, "ben", UserUttered("I am a baker"))
    keep(database, "ana", UserUttered("I am a cook"), UserUttered("delete my data"), SlotSet("forget", True))
    assert rows(database) == {"ben": 1}
    assert b"I am a cook" not in database.read_bytes()


def test_nothing_of_a_deleted_conversation_is_left_in_the_file_among_many_others(database: Path) -> None:
    store, chance = ForgettingTrackerStore(DOMAIN, db=str(database)), random.Random(8)
    people = [f"website-{number:032}" for number in range(60)]

    async def talk() -> None:
        for person in chance.sample(people * 8, k=len(people) * 8):
            tracker = await store.retrieve(person) or store.init_tracker(person)
            tracker.update(UserUttered("x" * chance.randint(5, 900)))
            await store.save(tracker)

    asyncio.run(talk())
    for person in people[:30]:
        store.forget(person)
        kept = b"".join(file.read_bytes() for file in database.parent.glob(f"{database.name}*"))
        assert person.encode() not in kept
    assert people[-1].encode() in kept
