"""How much one person and one address may ask for; a person who types fast never meets these limits."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from enum import Enum

from channels.settings import Settings
from channels.state import State


class Pace(Enum):
    """How a message stands to the limits of its minute."""

    FINE = "fine"
    TOO_FAST = "too fast"
    #: The person was told already in this minute.
    STILL_TOO_FAST = "still too fast"


class Limits:
    """Counts messages by session and by address, and connections by address."""

    def __init__(self, state: State, settings: Settings) -> None:
        self._state = state
        self._settings = settings

    async def of_message(self, sender: str, address: str | None = None) -> Pace:
        """Count one message of a session, and say how that stands to the limits.

        address: where it comes from; None where all come through one that is not the person's.
        """
        over = await self._state.count(f"session:{sender}") - self._settings.messages_per_minute
        if address is not None:
            here = await self._state.count(f"address:{address}") - self._settings.address_messages_per_minute
            over = max(over, here)
        if over <= 0:
            return Pace.FINE
        told = await self._state.count(f"told:{sender}") > 1
        return Pace.STILL_TOO_FAST if told else Pace.TOO_FAST

    async def of_request(self, address: str) -> bool:
        """Count anything else that an address asks for; False where that is too much."""
        count = await self._state.count(f"requests:{address}")
        return count <= self._settings.address_messages_per_minute

    def room_for(self, address: str, connected: Iterable[str]) -> bool:
        """Whether one more connection of `address` can be taken beside the `connected` ones."""
        connected = list(connected)
        return (
            len(connected) < self._settings.connections
            and connected.count(address) < self._settings.address_connections
        )


def network(address: str) -> str:
    """The address by which requests are counted: of IPv6 the /64, which is what one household is given."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 4:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
