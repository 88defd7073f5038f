"""What somebody typed, as it is handed to Rasa: writing, and never a command of Rasa's."""

from __future__ import annotations

import re

# Characters that are no writing: controls but tab and newline, and halves of surrogate pairs.
_NO_WRITING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def writing(text: str) -> str:
    """The text with lines that end alike, without blank ends and without what is no writing."""
    return _NO_WRITING.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def without_payload(text: str) -> str:
    """The text as plain words: no beginning that Rasa takes for an intent ("/restart", "/inform{...}")."""
    return text.lstrip("/ \t\n")
