"""A person who talks to the running bot: what they write, what they see, what was understood of it."""

from __future__ import annotations

import itertools
import json
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from tests.conversation.servers import TOKEN

_names = itertools.count(1)


@dataclass(frozen=True)
class Reply:
    """What the bot said to one message: its bubbles as one text, the buttons by label, the cards beside them."""

    text: str
    buttons: dict[str, str]
    cards: list[dict[str, Any]] = field(default_factory=list)

    def __contains__(self, words: str) -> bool:
        return words.casefold() in self.text.casefold()


@dataclass
class Applicant:
    """One conversation. ``transcript`` holds it line by line, and is printed where a test fails."""

    base: str
    name: str = field(default_factory=lambda: f"applicant-{next(_names)}")
    channel: str = "rest"
    reply: Reply = field(default_factory=lambda: Reply("", {}))
    transcript: list[str] = field(default_factory=list)

    def say(self, *messages: str) -> Reply:
        """Send messages one after another; returns the reply to the last."""
        for message in messages:
            self.transcript.append(f"> {message[:200]}")
            body = json.dumps({"sender": self.name, "message": message, "input_channel": self.channel}).encode()
            bubbles = self._call("/webhooks/rest/webhook", body)
            text = "\n".join(bubble.get("text", "") for bubble in bubbles)
            buttons = {b["title"]: b["payload"] for bubble in bubbles for b in bubble.get("buttons", [])}
            self.reply = Reply(text, buttons, [bubble["custom"] for bubble in bubbles if "custom" in bubble])
            self.transcript.append(text + (f"\n   [{'] ['.join(buttons)}]" if buttons else ""))
        return self.reply

    def press(self, label: str) -> Reply:
        """Press a button that the last reply offered."""
        assert label in self.reply.buttons, f"no button {label!r} in {list(self.reply.buttons)}"
        payload = self.reply.buttons[label]
        self.transcript.append(f"[{label}]")
        return self.say(payload)

    @property
    def case(self) -> dict[str, Any]:
        """What was understood so far, as the case slot holds it."""
        return dict(self._slots().get("case") or {})

    @property
    def question(self) -> str | None:
        """The name of the open question."""
        return self._slots().get("requested_slot")

    @property
    def events(self) -> list[dict[str, Any]]:
        """Everything that is kept of the conversation, oldest first."""
        tracker = self._call(f"/conversations/{self.name}/tracker?token={TOKEN}")
        return list(tracker["events"])

    def _slots(self) -> dict[str, Any]:
        tracker = self._call(f"/conversations/{self.name}/tracker?token={TOKEN}&include_events=NONE")
        return dict(tracker["slots"])

    def _call(self, path: str, body: bytes | None = None) -> Any:
        request = urllib.request.Request(self.base + path, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)

    def __str__(self) -> str:
        return "\n".join(self.transcript)
