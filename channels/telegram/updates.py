"""What Telegram reports, read into the few things that can happen in a chat; anything else is nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

#: Begins every sender id of this channel, so that none can be one of another channel.
PREFIX: Final = "telegram-"
#: The kinds of update that Telegram is asked for.
KINDS: Final = ["message", "edited_message", "callback_query", "my_chat_member"]

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)

#: Messages that are no writing, by the field that holds what was sent, and what we call it.
_UNREADABLE: Final = {
    "sticker": "sticker", "animation": "sticker", "dice": "sticker",
    "photo": "photo",
    "voice": "voice", "audio": "voice", "video_note": "voice",
    "document": "document",
    "contact": "contact",
    "location": "location", "venue": "location",
}  # fmt: skip
#: Messages that Telegram itself writes into a private chat: not from the person, and not for us.
_SERVICE: Final = {
    "pinned_message", "message_auto_delete_timer_changed", "users_shared", "chat_shared", "write_access_allowed",
    "connected_website", "chat_background_set", "boost_added", "successful_payment", "refunded_payment",
    "web_app_data", "passport_data", "proximity_alert_triggered",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The person wrote something."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """The person sent a command: "/start begin" is the name start with the argument begin."""

    name: str
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Press:
    """The person pressed a button under the message of `Update.message`."""

    query: str
    data: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The person changed the message of `Update.message`; text is what it says now."""

    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The person sent something that is no text. album: what pictures that were sent together have in common."""

    kind: str
    caption: str = ""
    album: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Something happened in a chat of several people."""


@dataclass(frozen=True, slots=True)
class Update:
    """One thing that happened in a chat. message: the number of the message that it is about."""

    id: int
    chat: int
    message: int
    content: Words | Command | Press | Edit | Unreadable | Group

    @property
    def sender(self) -> str:
        """Rasa's sender id."""
        return f"{PREFIX}{self.chat}"

    @classmethod
    def read(cls, data: object) -> Update | None:
        """The update in Telegram's JSON; None where nothing in it is for us."""
        try:
            return _read(data) if isinstance(data, Mapping) else None
        except (KeyError, TypeError, ValueError, AttributeError):
            return None  # not of the shape that the Bot API has


def _read(data: Mapping[str, Any]) -> Update | None:
    number = int(data["update_id"])
    if query := data.get("callback_query"):
        message, content = query.get("message"), Press(str(query["id"]), str(query.get("data") or ""))
        # Without a message it belongs to a bubble that was sent through another chat.
        return _about(number, message, content) if message else None
    if edited := data.get("edited_message"):
        text = edited.get("text") or edited.get("caption")
        return _about(number, edited, Edit(text)) if text else None
    if message := data.get("message"):
        found = _content(message)
        return _about(number, message, found) if found else None
    if member := data.get("my_chat_member"):
        came = member["new_chat_member"]["status"] in ("member", "administrator")
        is_private = member["chat"]["type"] == "private"
        return Update(number, int(member["chat"]["id"]), 0, Group()) if came and not is_private else None
    return None


def _about(number: int, message: Mapping[str, Any], content: Words | Command | Press | Edit | Unreadable) -> Update:
    chat = message["chat"]
    told = content if chat["type"] == "private" else Group()
    return Update(number, int(chat["id"]), int(message["message_id"]), told)


def _content(message: Mapping[str, Any]) -> Words | Command | Unreadable | None:
    text = message.get("text")
    if isinstance(text, str) and text.strip():
        command = _COMMAND.fullmatch(text.strip())
        return Command(command[1].lower(), command[2] or "", text) if command else Words(text)
    if _SERVICE & message.keys() or (message.get("from") or {}).get("is_bot"):
        return None
    kind = next((name for field, name in _UNREADABLE.items() if field in message), "other")
    return Unreadable(kind, str(message.get("caption") or ""), str(message.get("media_group_id") or ""))
