"""Somebody with Telegram on their phone: what they do in the chat with the bot, and what they see there."""

from __future__ import annotations

import base64
import itertools
import json
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

_PATIENCE = 60  # seconds after which a test gives up waiting
_chats = itertools.count(1001)
_messages = itertools.count(500_000)


class Api:
    """The emulator, seen from outside: its users' side, and the control of what it is to do."""

    def __init__(self, address: str) -> None:
        self.address = address

    def post(self, path: str, **body: Any) -> Any:
        request = urllib.request.Request(
            self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=_PATIENCE) as response:
            return json.load(response)

    def get(self, path: str, **query: Any) -> Any:
        with urllib.request.urlopen(f"{self.address}{path}?{urlencode(query)}", timeout=_PATIENCE + 10) as response:
            return json.load(response)

    def refuse(self, method: str, status: int, **more: Any) -> None:
        """Have the next calls of a method refused."""
        self.post("/control/refuse", method=method, status=status, **more)

    @property
    def state(self) -> dict[str, Any]:
        return dict(self.get("/control/state"))


@dataclass
class Chat:
    """A private chat with a bot. ``transcript`` holds it as it looks on the phone, and is printed by its fixture."""

    api: Api
    token: str
    id: int = field(default_factory=lambda: next(_chats))
    type: str = "private"
    calls: list[dict[str, Any]] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)
    #: The buttons under each message, by its number; what is under it now.
    keyboards: dict[int, list[list[dict[str, str]]]] = field(default_factory=dict)

    # --- what the person does ---

    def say(self, text: str) -> str:
        """Write something and return what the bot says to it (its first bubble, or those sent with it)."""
        return self._after(lambda: self.write(text))

    def write(self, text: str) -> None:
        """Write something, by the emulator's own way, and wait for nothing."""
        self._show_own(text)
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text[0] == "/" else []
        path, more = ("/sendCommand", {"entities": entities}) if entities else ("/sendMessage", {})
        self.api.post(path, botToken=self.token, text=text, date=int(time.time()), **self._where, **more)

    def press(self, label: str) -> str:
        """Press a button that is shown and return what the bot says to it."""
        return self._after(lambda: self.tap(label))

    def tap(self, label: str, message: int | None = None, data: str | None = None) -> None:
        """Press a button, by the emulator's own way, and wait for nothing."""
        if data is None:
            message, data = self._find(label)
        self._show_own(f"[{label}]")
        shown = {"message_id": message, "chat": self._where["chat"]}
        self.api.post("/sendCallback", botToken=self.token, message=shown, data=data, **{"from": self._where["from"]})

    def send(self, number: int | None = None, update_id: int | None = None, **content: Any) -> int:
        """Send a message of any content, which the emulator cannot; returns its number."""
        number = number or next(_messages)
        self._show_own(", ".join(content) if "text" not in content else content["text"])
        self.update(update_id, message=self._message(number, content))
        return number

    def edit(self, number: int, text: str) -> str:
        """Change a message, which the emulator cannot, and return what the bot says to it."""
        return self._after(lambda: self.write_edit(number, text))

    def write_edit(self, number: int, text: str) -> None:
        """Change a message, and wait for nothing."""
        self._show_own(f"(edited) {text}")
        self.update(edited_message=self._message(number, {"text": text, "edit_date": 1}))

    def update(self, number: int | None = None, **content: Any) -> int | None:
        """Hand an update to the bot as it is; returns what its webhook answered. number: else the next one."""
        update = content if number is None else {"update_id": number, **content}
        status: int | None = self.api.post("/control/update", token=self.token, update=update)["status"]
        return status

    # --- what the person sees ---

    @property
    def bubbles(self) -> list[dict[str, Any]]:
        """The messages of the bot that arrived: texts and photos."""
        return [call for call in self.calls if call["method"] in ("sendMessage", "sendPhoto") and call["status"] == 200]

    @property
    def texts(self) -> list[str]:
        return [bubble["text"] for bubble in self.bubbles if bubble["method"] == "sendMessage"]

    @property
    def photos(self) -> list[bytes]:
        photos = [bubble["parameters"]["photo"] for bubble in self.bubbles if bubble["method"] == "sendPhoto"]
        return [base64.b64decode(photo) for photo in photos]

    @property
    def buttons(self) -> list[list[str]]:
        """The labels under the last message, row by row."""
        keyboard = self.keyboards.get(self.bubbles[-1]["message"], [])
        return [[button["text"] for button in row] for row in keyboard]

    def of(self, method: str) -> list[dict[str, Any]]:
        """The bot's calls of one method that concern this chat."""
        return [call for call in self.calls if call["method"] == method]

    def until(self, condition: Any) -> None:
        """Wait until what the bot has done meets a condition, or until it has said some words."""
        if isinstance(condition, str):
            words = condition
            condition = lambda: any(words in text for text in self.texts)  # noqa: E731
        end = time.monotonic() + _PATIENCE
        self._look(0)
        while not condition():
            assert time.monotonic() < end, f"nothing came of it:\n{self}"
            self._look(1000)

    def _after(self, act: Any) -> str:
        self._look(0)
        before = len(self.texts)
        act()
        self.until(lambda: len(self.texts) > before)
        return "\n".join(self.texts[before:])

    def _look(self, wait: int) -> None:
        for call in self.api.get("/control/calls", chat=self.id, after=len(self.calls), wait=wait):
            self.calls.append(call)
            if call["status"] == 200:
                self._show(call)

    def _show(self, call: dict[str, Any]) -> None:
        parameters = call["parameters"]
        rows = (parameters.get("reply_markup") or {}).get("inline_keyboard") or []
        if call["method"] == "sendMessage":
            self.keyboards[call["message"]] = rows
            self.transcript += [f"    {line}" for line in call["text"].split("\n")]
            self.transcript += ["    " + " ".join(f"[ {button['text']} ]" for button in row) for row in rows]
        elif call["method"] == "sendPhoto":
            self.transcript.append(f"    (photo) {parameters['caption']}")
        elif call["method"] == "editMessageReplyMarkup":
            self.keyboards[int(parameters["message_id"])] = rows

    def _show_own(self, text: str) -> None:
        self.transcript.append(f"{'> ' + text[:300]:>80}" if len(text) < 78 else f"> {text[:300]}")

    def _find(self, label: str) -> tuple[int, str]:
        for message, rows in reversed(self.keyboards.items()):
            for button in (button for row in rows for button in row):
                if button["text"] == label:
                    return message, button["callback_data"]
        raise AssertionError(f"no button {label!r}:\n{self}")

    @property
    def _where(self) -> dict[str, Any]:
        return {
            "from": {"id": abs(self.id), "is_bot": False, "first_name": "Ana", "username": "ana"},
            "chat": {"id": self.id, "type": self.type, "first_name": "Ana"},
        }

    def _message(self, number: int, content: dict[str, Any]) -> dict[str, Any]:
        return {"message_id": number, "date": int(time.time()), **self._where, **content}

    def __str__(self) -> str:
        return "\n".join(self.transcript)
