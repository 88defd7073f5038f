"""Rasa's SQL tracker store, which erases a conversation once the person asked for that."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

#: The slot that the conversation sets when somebody writes "delete my data".
FORGET = "forget"

_listeners: list[Callable[[str], object]] = []


def when_forgotten(listener: Callable[[str], object]) -> None:
    """Have `listener` called with the sender id of every conversation that this process has erased."""
    _listeners.append(listener)


class NotForgotten(Exception):
    """The person asked for deletion, and the database did not do it: everything is still there."""


class ForgettingTrackerStore(SQLTrackerStore):
    """Keeps conversations in SQLite or PostgreSQL until their person wants them gone."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the new events; or, where the person asked for deletion, remove every event of theirs.

        Raises NotForgotten where that failed.
        """
        if tracker.get_slot(FORGET):
            try:
                self.forget(tracker.sender_id)
            except Exception as error:
                raise NotForgotten from error
            for listener in _listeners:
                listener(tracker.sender_id)
        else:
            await super().save(tracker)

    def forget(self, sender_id: str) -> int:
        """Remove every event of one conversation; returns how many there were."""
        with self.session_scope() as session:
            if self.engine.dialect.name == "sqlite":
                # Otherwise the words stay readable in the pages that SQLite keeps for reuse.
                session.execute(sa.text("PRAGMA secure_delete = ON"))
            events = session.query(self.SQLEvent).filter(self.SQLEvent.sender_id == sender_id)
            removed = events.delete(synchronize_session=False)
            session.commit()
        return int(removed)
