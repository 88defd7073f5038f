"""Rasa's SQL tracker store, in which a turn costs the same however long the conversation has been.

Rasa reads every event of a conversation for each turn, and does something with each of them several times. All that
our conversations need of what is long past stands in their slots. So a turn reads the last events only, on top of a
short *start*: events that bring a fresh tracker to where the conversation stood before them. Nothing is removed: the
record is whole for `retrieve_full_tracker`, and for Rasa's export.

The store also keeps what no lock can: of two processes that take a turn of one person at once, the second to save is
told so (Superseded), and a message whose id was taken before is not taken again (TakenBefore).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from threading import Lock
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT_NAME_KEY
from rasa.shared.utils.common import all_subclasses
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from stores.engine import Tables, engine_of
from stores.tables import EVENTS, EVENTS_FROM, FIRST_TURN, HOW_MANY, MESSAGES, ONE_MORE_TURN, TAKEN, WHERE_TO_BEGIN

#: A turn reads this many events or more, and at most twice as many; one turn makes about eight.
LAST_EVENTS = 8


class Superseded(Exception):
    """Another turn of the same conversation was saved since this one began; nothing of this one is."""


class TakenBefore(Exception):
    """The message of this turn was taken by an earlier one; nothing of this one is saved."""


@dataclass(slots=True)
class _Kept:
    """What is known of a tracker's conversation in the database; `events` of the tracker came from there."""

    saved: int | None = None
    first_event: int = 0
    start: Sequence[dict[str, Any]] = field(default_factory=list)
    events: int = 0


class LeanTrackerStore(SQLTrackerStore):
    """Keeps conversations in the database of CEC_DATABASE. A database that is gone raises, within seconds."""

    def __init__(self, domain: Any = None, db: str = "", event_broker: Any = None, **_: Any) -> None:
        """db: a file for SQLite, or the URL of a PostgreSQL database. It need not be there yet."""
        TrackerStore.__init__(self, domain, event_broker)  # not SQLTrackerStore's, which waits until it connects
        self.engine = engine_of(db)
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._tables = Tables(self.engine, self.Base.metadata)
        # SQLite takes one writer, and has the others look again now and then: they queue here instead.
        self._writer: AbstractContextManager[Any] = Lock() if self.engine.name == "sqlite" else nullcontext()

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """The tracker of somebody new."""
        tracker = super().init_tracker(sender_id)
        tracker.kept = _Kept()
        return tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as far as a turn needs it."""
        return await asyncio.to_thread(self._read, sender_id, False)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The conversation from its beginning."""
        return await asyncio.to_thread(self._read, conversation_id, True)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, all or nothing. Raises Superseded, TakenBefore, and what the database raises."""
        await self.stream_events(tracker)
        await asyncio.to_thread(self._write, tracker)

    async def has_taken(self, sender_id: str, message_id: str) -> bool:
        """Whether a message with this id is part of the conversation."""
        return await asyncio.to_thread(self._knows, sender_id, message_id)

    @contextmanager
    def session_scope(self) -> Iterator[Session]:
        """A session of the database, whose tables are there. What it has not committed is rolled back."""
        self._tables.ensure()
        with self.sessionmaker() as session:
            yield session

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        """A transaction for a turn's own few statements, without the session's care for objects."""
        self._tables.ensure()
        with self.engine.begin() as connection:
            yield connection

    def _knows(self, sender_id: str, message_id: str) -> bool:
        with self._connection() as connection:
            return connection.execute(TAKEN, {"sender": sender_id, "message": message_id}).first() is not None

    def _read(self, sender_id: str, whole: bool) -> DialogueStateTracker | None:
        with self._connection() as connection:
            kept = _kept_of(connection, sender_id)
            first = 0 if whole else kept.first_event
            rows = connection.execute(EVENTS_FROM, {"sender": sender_id, "first": first}).all()
        events = [json.loads(data) for _, data in rows]
        if not events:
            return None
        if not whole:
            if len(events) > 2 * LAST_EVENTS:
                self._move_on(sender_id, kept, [number for number, _ in rows], events)
            events = [*kept.start, *events]
        tracker = self._tracker(sender_id, events)
        kept.events = len(tracker.events)
        tracker.kept = kept
        return tracker

    def _tracker(self, sender_id: str, events: Iterable[dict[str, Any]]) -> DialogueStateTracker:
        kinds = _kinds_of_events()
        known = (kinds[event["event"]]._from_parameters(event) for event in events)
        return DialogueStateTracker.from_events(sender_id, list(known), self.domain.slots)

    def _move_on(self, sender_id: str, kept: _Kept, ids: list[int], events: list[dict[str, Any]]) -> None:
        """Have this turn, and those after it, begin at a later message of the person."""
        turns = [place for place, event in enumerate(events) if event["event"] == UserUttered.type_name]
        later = [place for place in turns if 0 < place <= len(events) - LAST_EVENTS]
        if later:
            place = later[-1]
            past = self._tracker(sender_id, [*kept.start, *events[:place]])
            kept.start, kept.first_event = [event.as_dict() for event in _standing(past)], ids[place]
            del events[:place]

    def _write(self, tracker: DialogueStateTracker) -> None:
        with self._writer, self._connection() as connection:
            kept: _Kept | None = getattr(tracker, "kept", None)
            if kept is None:  # not read from here
                kept = _kept_of(connection, tracker.sender_id)
                kept.events = connection.execute(HOW_MANY, {"sender": tracker.sender_id}).scalar_one()
            new = list(tracker.events)[kept.events :]
            if not new:
                return
            try:
                _advance(connection, tracker.sender_id, kept)
            except IntegrityError as error:
                raise Superseded from error
            try:
                _note_messages(connection, tracker.sender_id, new)
            except IntegrityError as error:
                raise TakenBefore from error
            connection.execute(sa.insert(EVENTS), [_row(tracker.sender_id, event) for event in new])
        kept.saved = (kept.saved or 0) + 1
        kept.events = len(tracker.events)
        tracker.kept = kept


def _kept_of(connection: Connection, sender_id: str) -> _Kept:
    row = connection.execute(WHERE_TO_BEGIN, {"sender": sender_id}).first()
    return _Kept(row.saved, row.first_event, json.loads(row.start)) if row else _Kept()


def _advance(connection: Connection, sender_id: str, kept: _Kept) -> None:
    """Count one more turn, if nobody else has since `kept` was read."""
    now = {"sender": sender_id, "first": kept.first_event, "begin": json.dumps(kept.start)}
    if kept.saved is None:
        connection.execute(FIRST_TURN, now)
    elif not connection.execute(ONE_MORE_TURN, {**now, "before": kept.saved}).rowcount:
        raise Superseded


def _note_messages(connection: Connection, sender_id: str, events: Iterable[Event]) -> None:
    ids = {event.message_id for event in events if isinstance(event, UserUttered) and event.message_id}
    if ids:
        connection.execute(sa.insert(MESSAGES), [{"sender_id": sender_id, "message_id": i} for i in ids])


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get(INTENT_NAME_KEY),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


@cache
def _kinds_of_events() -> dict[str, type[Event]]:
    """The kinds of events by their names; Rasa looks through all of them for each event."""
    return {kind.type_name: kind for kind in reversed(all_subclasses(Event))}


def _standing(tracker: DialogueStateTracker) -> list[Event]:
    """Events that bring a fresh tracker to where this one stands, as at the start of a session."""
    slots = [SlotSet(name, slot.value) for name, slot in tracker.slots.items() if slot.value != slot.initial_value]
    loop = [ActiveLoop(tracker.active_loop_name)] if tracker.active_loop_name else []
    return [ActionExecuted("action_session_start"), SessionStarted(), *slots, *loop, ActionExecuted("action_listen")]
