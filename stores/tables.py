"""The tables beside Rasa's events, and the statements of a turn: made once, so that each is compiled once."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore

sa.Index("ix_events_of_conversation", SQLTrackerStore.SQLEvent.sender_id, SQLTrackerStore.SQLEvent.id)


class Conversation(SQLTrackerStore.Base):
    """Where to begin to read a conversation, and how many turns of it were saved."""

    __tablename__ = "conversations"
    sender_id = sa.Column(sa.String(255), primary_key=True)
    saved = sa.Column(sa.Integer, nullable=False)
    first_event = sa.Column(sa.Integer, nullable=False)
    start = sa.Column(sa.Text, nullable=False)


class TakenMessage(SQLTrackerStore.Base):
    """The id of a message that was taken."""

    __tablename__ = "taken_messages"
    sender_id = sa.Column(sa.String(255), primary_key=True)
    message_id = sa.Column(sa.String(255), primary_key=True)


EVENTS: Final = SQLTrackerStore.SQLEvent.__table__
CONVERSATIONS: Final = Conversation.__table__
MESSAGES: Final = TakenMessage.__table__
_SENDER: Final = sa.bindparam("sender")
_OF_SENDER: Final = EVENTS.c.sender_id == _SENDER

WHERE_TO_BEGIN: Final = sa.select(CONVERSATIONS).where(CONVERSATIONS.c.sender_id == _SENDER)
EVENTS_FROM: Final = (
    sa.select(EVENTS.c.id, EVENTS.c.data).where(_OF_SENDER, EVENTS.c.id >= sa.bindparam("first")).order_by(EVENTS.c.id)
)
HOW_MANY: Final = sa.select(sa.func.count()).select_from(EVENTS).where(_OF_SENDER)
TAKEN: Final = sa.select(MESSAGES.c.message_id).where(
    MESSAGES.c.sender_id == _SENDER, MESSAGES.c.message_id == sa.bindparam("message")
)
_BEGINNING: Final = {"first_event": sa.bindparam("first"), "start": sa.bindparam("begin")}
FIRST_TURN: Final = sa.insert(CONVERSATIONS).values(sender_id=_SENDER, saved=1, **_BEGINNING)
ONE_MORE_TURN: Final = (
    sa.update(CONVERSATIONS)
    .where(CONVERSATIONS.c.sender_id == _SENDER, CONVERSATIONS.c.saved == sa.bindparam("before"))
    .values(saved=CONVERSATIONS.c.saved + 1, **_BEGINNING)
)
