"""From Rasa to Telegram: a turn's messages are gathered, and delivered when the turn is over and saved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.channels.channel import OutputChannel

from channels.telegram.api import ApiError, Blocked, BotApi, Upload
from channels.telegram.formatting import LONGEST_CAPTION, as_html, pieces, with_space
from channels.telegram.keyboard import keyboard
from drawing.png import png
from nlu.incidents import describe, new_incident
from reports.files import bytes_of, files_of

logger = logging.getLogger(__name__)

_SECONDS_OF_TYPING = 4.0  # Telegram shows "typing" for five seconds, or until a message comes


class TelegramOutput(OutputChannel):
    """Gathers: were they sent as they come, waiting for Telegram would count as time of the turn."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "telegram"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.messages.append(message)

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:
        await self.send_response(recipient_id, {"text": text})


class Delivery:
    """Sends bubbles to chats."""

    def __init__(self, api: BotApi) -> None:
        self._api = api

    async def deliver(self, chat: int, messages: Sequence[Mapping[str, Any]], turn: int | None) -> int | None:
        """Send the messages of Rasa one by one; returns the number of the last one with buttons, if any has.

        turn: the update that they answer; None leaves their buttons out. Raises Blocked or ApiError.
        """
        with_buttons, offered = None, 0
        for message in messages:
            buttons = list(message.get("buttons") or ()) if turn is not None else []
            markup = {"reply_markup": keyboard(buttons, turn, offered)} if buttons and turn is not None else {}
            offered += len(buttons)
            sent = await self._bubble(chat, message, markup)
            with_buttons = sent if markup and sent else with_buttons
        return with_buttons

    async def _bubble(self, chat: int, message: Mapping[str, Any], markup: Mapping[str, Any]) -> int | None:
        text, card = (message.get("text") or "").strip(), message.get("custom") or {}
        for file in files_of(card) if card.get("type") == "report" else ():
            if file["media_type"] != "text/html":  # a phone shows the PDF better
                await self._document(chat, file)
        if card.get("type") != "assessment":
            card = {}
        for name in ("picture", "outlook_picture"):  # first, so that the buttons are what stands last
            if card.get(name):
                await self._picture(chat, card[name])
        said = pieces(with_space(text, card) if card else text)
        sent = None
        for number, piece in enumerate(said, start=1):
            sent = await self._api.call(
                "sendMessage",
                {
                    "chat_id": chat,
                    "text": as_html(piece, card),
                    "parse_mode": "HTML",
                    "link_preview_options": {"is_disabled": True},
                    **(markup if number == len(said) else {}),
                },
            )
        return int(sent["message_id"]) if sent else None

    async def _picture(self, chat: int, picture: Mapping[str, str]) -> None:
        """The picture with what it shows in words. Where that fails, the text beside it is still the answer."""
        try:
            drawn = await asyncio.get_running_loop().run_in_executor(None, png, picture["svg"])
            caption = pieces(picture["alt"], LONGEST_CAPTION)[0]
            await self._api.call(
                "sendPhoto",
                {"chat_id": chat, "caption": caption},
                upload=Upload("photo", drawn, "work.png", "image/png"),
                tries=3,
            )
        except Blocked:
            raise
        except Exception as error:
            logger.error("incident %s in the picture: %s", new_incident(), describe(error))

    async def _document(self, chat: int, file: Mapping[str, Any]) -> None:
        """The report or the calendar file. Where that fails, the text beside it is still there."""
        upload = Upload("document", bytes_of(file), file["name"], file["media_type"])
        try:
            await self._api.call("sendDocument", {"chat_id": chat, "caption": file["label"]}, upload=upload, tries=3)
        except Blocked:
            raise
        except Exception as error:
            logger.error("incident %s in a document: %s", new_incident(), describe(error))

    async def mark(self, chat: int, message: int, markup: Mapping[str, Any] | None) -> None:
        """Put other buttons under a bubble, or none. Raises ApiError, also where they are so already."""
        shown = markup or {"inline_keyboard": []}
        await self._api.call("editMessageReplyMarkup", {"chat_id": chat, "message_id": message, "reply_markup": shown})

    @asynccontextmanager
    async def typing(self, chat: int) -> AsyncIterator[None]:
        """Show the bot as writing for as long as the block runs."""
        signals = asyncio.ensure_future(self._type(chat))
        try:
            yield
        finally:
            signals.cancel()

    async def _type(self, chat: int) -> None:
        try:
            while True:
                await self._api.call("sendChatAction", {"chat_id": chat, "action": "typing"}, tries=1)
                await asyncio.sleep(_SECONDS_OF_TYPING)
        except ApiError:
            return  # no more than a courtesy; what matters is told by the messages themselves
