"""A turn in a private chat: what the person did there, as a message to Rasa, and the reply on its way back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from channels.state import State
from channels.telegram.commands import COMMANDS, DEEP_LINKS
from channels.telegram.corrections import correct
from channels.telegram.keyboard import CHOSEN, marked, offered
from channels.telegram.output import Delivery, TelegramOutput
from channels.telegram.updates import Command, Edit, Press, Unreadable, Update, Words
from channels.voice import words
from channels.writing import without_payload, writing
from stores.forgetting import ForgettingTrackerStore, when_forgotten

Messages = Sequence[Mapping[str, Any]]


class Silence(Exception):
    """A turn ended without a word, as when the action server cannot be reached."""


class Conversation:
    """Takes the turns of all chats. The caller sees to it that each chat has one at a time."""

    def __init__(
        self,
        app: Sanic,
        handle: Callable[[UserMessage], Awaitable[Any]],
        delivery: Delivery,
        state: State,
        seconds: float,
        in_background: Callable[[Coroutine[Any, Any, Any]], None],
    ) -> None:
        self._app, self._handle, self._delivery, self._state = app, handle, delivery, state
        self._seconds, self._in_background = seconds, in_background
        self._forgotten: set[str] = set()
        when_forgotten(self._forgotten.add)

    async def take(self, update: Update) -> None:
        """Do what an update asks for. Raises what Rasa and Telegram raise, TimeoutError, and Silence."""
        async with self._delivery.typing(update.chat):
            if await self._store.has_taken(update.sender, _name(update)):
                return  # before the server was started anew
            tracker = await self._store.retrieve(update.sender)
            content = update.content
            if isinstance(content, Press):
                await self._pressed(update, content, tracker)
                return
            await self._put_keyboard_away(update)
            if isinstance(content, Words):
                await self._answer(update, plain(content.text))
            elif isinstance(content, Command):
                await self._command(update, content, tracker)
            elif isinstance(content, Edit):
                await self._edited(update, content)
            elif isinstance(content, Unreadable):
                await self._unreadable(update, content)

    async def say(self, update: Update, response: str, **variables: Any) -> None:
        """Say one response of domain.yml. Raises ApiError."""
        text = await self._words(update, response, **variables)
        await self._delivery.deliver(update.chat, [{"text": text}], None)

    @property
    def _store(self) -> ForgettingTrackerStore:
        store: ForgettingTrackerStore = self._app.ctx.agent.tracker_store
        return store

    # --- each thing that a person can do ---

    async def _pressed(self, update: Update, press: Press, tracker: DialogueStateTracker | None) -> None:
        if press.data == CHOSEN:
            return
        pressed, button = f"{update.sender}:presses", offered(tracker, press.data)
        if button is None:
            # Silent to the second tap of somebody impatient, which comes when the first is done.
            if await self._state.is_new(pressed, str(update.message)):
                self._in_background(self._delivery.mark(update.chat, update.message, None))
                await self.say(update, "utter_telegram_passed")
            return
        self._in_background(self._delivery.mark(update.chat, update.message, marked(button["title"])))
        await self._answer(update, button["payload"])
        await self._state.is_new(pressed, str(update.message))

    async def _command(self, update: Update, command: Command, tracker: DialogueStateTracker | None) -> None:
        if command.name not in COMMANDS:
            await self._answer(update, plain(command.text))
        elif command.name != "start":
            await self._answer(update, f"/{COMMANDS[command.name]}")
        elif tracker is not None and tracker.latest_message and tracker.latest_message.text:
            known = await self._ask(update, "/show_case", update.message)
            await self._reply(update, await self._after("utter_greet_again", update, known))
        else:
            wish = DEEP_LINKS.get(command.argument.strip().lower(), COMMANDS["start"])
            await self._answer(update, f"/{wish}")

    async def _edited(self, update: Update, edit: Edit) -> None:
        async def ask(text: str, message: int) -> Messages:
            return await self._ask(update, text, message)

        corrected = await correct(self._app.ctx.agent, update.sender, update.message, plain(edit.text), ask)
        if corrected is None:
            await self.say(update, "utter_telegram_edit_unknown")
        elif corrected.replies and corrected.is_last:
            await self._reply(update, await self._after("utter_telegram_edited", update, corrected.replies[-1]))
        elif corrected.replies:
            # What lies between is of no interest any more, but for an answer; what is known now is.
            answers = [message for reply in corrected.replies for message in reply if message.get("custom")][-1:]
            known = [*[{**answer, "buttons": []} for answer in answers], *await self._ask(update, "/show_case", None)]
            await self._reply(update, await self._after("utter_telegram_edited_earlier", update, known))

    async def _unreadable(self, update: Update, sent: Unreadable) -> None:
        if not sent.album or await self._state.is_new(f"{update.sender}:albums", sent.album):
            await self.say(update, f"utter_telegram_unreadable_{sent.kind}")
        if plain(sent.caption):
            await self._answer(update, plain(sent.caption))

    # --- to Rasa and back ---

    async def _answer(self, update: Update, text: str) -> None:
        await self._reply(update, await self._ask(update, text, update.message))

    async def _ask(self, update: Update, text: str, message: int | None) -> Messages:
        """Have Rasa take a message; it notes beside it which update that was, and which message of the chat."""
        output = TelegramOutput()
        noted = {"update_id": update.id, "message_id": message}
        # An edit may have Rasa take several messages for one update: the first has its name.
        name = None if await self._store.has_taken(update.sender, _name(update)) else _name(update)
        channel = output.name()
        asked = UserMessage(text, output, update.sender, input_channel=channel, message_id=name, metadata=noted)
        await asyncio.wait_for(self._handle(asked), self._seconds)
        if not output.messages:
            raise Silence
        return output.messages

    async def _reply(self, update: Update, messages: Messages) -> None:
        is_forgotten = update.sender in self._forgotten
        self._forgotten.discard(update.sender)
        # Where nothing is kept any more, nobody knows what a button stands for.
        shown = await self._delivery.deliver(update.chat, messages, None if is_forgotten else update.id)
        if is_forgotten:
            await self._state.forget(update.sender)
            await self.say(update, "utter_telegram_deleted")
        else:
            await self._state.keep(update.sender, {"keyboard": shown})

    async def _put_keyboard_away(self, update: Update) -> None:
        """Once the person has written instead, the buttons of the last bubble stand for nothing."""
        last = (await self._state.sent(update.sender))[-1:]
        if last and last[0]["keyboard"]:
            self._in_background(self._delivery.mark(update.chat, last[0]["keyboard"], None))
            await self._state.keep(update.sender, {"keyboard": None})

    async def _after(self, response: str, update: Update, messages: Messages) -> Messages:
        """The messages of a reply, with a sentence of the channel's own before the first of them."""
        first = {**messages[0], "text": f"{await self._words(update, response)}\n\n{messages[0].get('text') or ''}"}
        return [first, *messages[1:]]

    async def _words(self, update: Update, response: str, **variables: Any) -> str:
        return await words(self._app.ctx.agent, response, update.sender, TelegramOutput.name(), **variables)


def plain(text: str) -> str:
    """What a person typed as words, which no beginning makes a command."""
    return without_payload(writing(text))


def _name(update: Update) -> str:
    """The id of the message that an update hands to Rasa."""
    return f"update-{update.id}"
