"""Messages that were taken and are not answered yet: in order, and kept where the process may die before its answer."""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """A message that waits for its turn. `id` is the client's, or one of ours; no other message of a sender has it.

    since: when it came, in seconds since 1970.
    """

    id: str
    text: str
    since: float = 0.0

    @classmethod
    def of(cls, text: str, message_id: str | None) -> Waiting:
        return cls(message_id or f"website:{uuid.uuid4().hex}", text, time.time())

    @classmethod
    def from_json(cls, data: str) -> Waiting:
        return cls(**json.loads(data))

    def to_json(self) -> str:
        """As it stands in Redis, letter for letter; one from a version before this had no time."""
        return json.dumps({name: value for name, value in asdict(self).items() if value or name != "since"})
