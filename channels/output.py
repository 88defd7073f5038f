"""From Rasa to the channel: each message that Rasa sends becomes one bubble."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from rasa.core.channels.channel import OutputChannel

#: Sends a message of Rasa to a sender; False where there was nothing in it to send.
Post = Callable[[str, Mapping[str, Any]], Awaitable[bool]]


class WebsiteOutput(OutputChannel):
    """Keeps text, buttons and custom data of a message together, which Rasa's own channels send apart."""

    def __init__(self, post: Post) -> None:
        self._post = post

    @classmethod
    def name(cls) -> str:
        return "website"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        await self._post(recipient_id, message)

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:
        await self.send_response(recipient_id, {"text": text})
