"""Messages that were taken and are not answered yet: in order, and kept where the process may die before its answer."""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits for its turn. `id` is the client's, or one of ours; no other message of a sender has it."""

    id: str
    text: str

    @classmethod
    def of(cls, text: str, message_id: str | None) -> Waiting:
        return cls(message_id or f"website:{uuid.uuid4().hex}", text)

    @classmethod
    def from_json(cls, data: str) -> Waiting:
        return cls(**json.loads(data))

    def to_json(self) -> str:
        return json.dumps(asdict(self))
