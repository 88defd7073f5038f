"""What a client may send, and nothing else: whatever is of another shape becomes one harmless event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from socketio.packet import BINARY_EVENT, CONNECT, DISCONNECT, EVENT, Packet

from channels.writing import writing

Refusal = Literal["too_long", "too_fast", "no_session", "malformed", "unavailable"]

#: The event that stands for everything that is not of the protocol.
MALFORMED = "malformed"

_MESSAGE_ID = re.compile(r"[\x21-\x7e]{1,64}")
_BUBBLE_ID = re.compile(r"[0-9]{1,20}")


class StrictPacket(Packet):
    """A Socket.IO packet of a client: connect, disconnect, or an event with a name.

    python-socketio trusts the shape of what it decodes, and logs a traceback where it is wrong. Binary events are
    out because it gathers their attachments without a limit.
    """

    uses_binary_events = False

    def __init__(self, *args: Any, encoded_packet: object = None, **kwargs: Any) -> None:
        # An empty packet would not be decoded, and so pass for an event.
        super().__init__(*args, encoded_packet="-" if encoded_packet in ("", b"") else encoded_packet, **kwargs)

    def decode(self, encoded_packet: object) -> int:
        """Take in a packet; returns the number of attachments to wait for, which is always none."""
        try:
            super().decode(encoded_packet if isinstance(encoded_packet, str) else "")
        except (ValueError, RecursionError):
            self.packet_type, self.data = EVENT, None
        if self.packet_type == CONNECT:
            self.data = None  # our clients have nothing to show at the door
        elif self.packet_type in (EVENT, BINARY_EVENT):
            if self.packet_type == BINARY_EVENT or not _is_event(self.data):
                self.packet_type, self.data = EVENT, [MALFORMED]
        elif self.packet_type != DISCONNECT:
            self.packet_type, self.data, self.id = EVENT, [MALFORMED], None  # its id asks for no acknowledgement
        return 0


def _is_event(data: object) -> bool:
    # "connect" and "disconnect" would be taken for the events that the library itself raises.
    return (
        isinstance(data, list) and bool(data) and isinstance(data[0], str) and data[0] not in ("connect", "disconnect")
    )


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """A client has come (back): with the token it has, and the id of the last bubble it saw, if any."""

    token: object = None
    last_id: str | None = None

    @classmethod
    def read(cls, data: object) -> SessionRequest:
        """Anything that is no request of somebody known is the request of somebody new."""
        if not isinstance(data, Mapping):
            return cls()
        last = data.get("last_id")
        return cls(data.get("session_id"), last if isinstance(last, str) and _BUBBLE_ID.fullmatch(last) else None)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One message of a person. `text` has no blank ends and only writing in it."""

    text: str
    token: object
    message_id: str | None = None

    @classmethod
    def read(cls, data: object) -> Utterance | None:
        """The message in the data of ``user_uttered``; None where there is none to be had."""
        if not isinstance(data, Mapping):
            return None
        text, message_id = data.get("message"), data.get("message_id")
        if not isinstance(text, str) or not (message_id is None or _is_id(message_id)):
            return None
        text = writing(text)
        return cls(text, data.get("session_id"), message_id) if text else None


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(_MESSAGE_ID.fullmatch(value))
