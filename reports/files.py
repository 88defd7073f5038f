"""A file beside a message: as plain JSON on the way, as bytes for who hands it on."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any


def as_json(name: str, media_type: str, label: str, content: bytes) -> dict[str, str]:
    """The file as it travels in ``custom["files"]`` of a message (docs/card.md)."""
    encoded = base64.b64encode(content).decode("ascii")
    return {"name": name, "media_type": media_type, "label": label, "content": encoded}


def bytes_of(file: Mapping[str, Any]) -> bytes:
    """The content of one of ``custom["files"]``: what a channel sends as a document, named ``file["name"]``."""
    return base64.b64decode(file["content"], validate=True)


def files_of(custom: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The files beside a message; () where there are none."""
    return tuple(custom.get("files") or ())
