"""What a provision comes to for one case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["met", "not_met", "unknown", "refer"]
#: A field that is not known and matters: the position of its job (-1 for no job's), its path.
Open = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """The status of one requirement, the provision it rests on, and the figures behind it.

    evidence: JSON values.
    missing: the fields that can still change the status; only where it is unknown.
    """

    id: str
    status: Status
    citation: str
    evidence: Mapping[str, Any] = field(default_factory=dict)
    missing: tuple[Open, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "status": self.status,
            "citation": self.citation,
            "evidence": dict(self.evidence),
        }
