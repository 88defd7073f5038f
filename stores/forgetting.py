"""The tracker store, which erases a conversation once the person asked for that."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import sqlalchemy as sa
from rasa.shared.core.trackers import DialogueStateTracker

from stores.lean import LeanTrackerStore
from stores.tables import Conversation, TakenMessage

#: The slot that the conversation sets when somebody writes "delete my data".
FORGET = "forget"

_listeners: list[Callable[[str], object]] = []


def when_forgotten(listener: Callable[[str], object]) -> None:
    """Have `listener` called with the sender id of every conversation that this process has erased."""
    _listeners.append(listener)


class NotForgotten(Exception):
    """The person asked for deletion, and the database did not do it: everything is still there."""


class ForgettingTrackerStore(LeanTrackerStore):
    """Keeps conversations in SQLite or PostgreSQL until their person wants them gone."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the new events; or, where the person asked for deletion, remove every event of theirs.

        Raises NotForgotten where that failed.
        """
        if tracker.get_slot(FORGET):
            try:
                await asyncio.to_thread(self.forget, tracker.sender_id)
            except Exception as error:
                raise NotForgotten from error
            for listener in _listeners:
                listener(tracker.sender_id)
        else:
            await super().save(tracker)

    def forget(self, *sender_ids: str) -> int:
        """Remove every event of these conversations; returns how many there were."""
        is_sqlite = self.engine.dialect.name == "sqlite"
        with self.session_scope() as session:
            if is_sqlite:
                # Otherwise the words stay readable in the pages that SQLite keeps for reuse.
                session.execute(sa.text("PRAGMA secure_delete = ON"))
            for table in (Conversation, TakenMessage, self.SQLEvent):
                removed = session.query(table).filter(table.sender_id.in_(sender_ids)).delete(synchronize_session=False)
            session.commit()
        if is_sqlite:
            with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                # Pages that were parted keep copies of what moved; a file written anew has none,
                connection.execute(sa.text("VACUUM"))
                # nor has the log of its last writes.
                connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
        return int(removed)
