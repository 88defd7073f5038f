"""Where a provision can be read, so that its address is written once: in the parameters."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from cec import parameters

#: The short name of a source in a citation, and how its title begins in the parameters.
_SOURCES: Final = {
    "IRPR": "Immigration and Refugee Protection Regulations",
    "IRPA": "Immigration and Refugee Protection Act",
    "MI": "Ministerial Instructions",
}
_SECTION: Final = re.compile(r"\d+(\.\d+)?")


def page_of(citation: str, day: date) -> str | None:
    """The https address of the section that ``citation`` ("IRPR 87.1(2)(a)") names; None where none is known.

    It is the address that a parameter in force on ``day`` cites for the same section.
    """
    source, _, place = citation.partition(" ")
    for dated in parameters.on(day).sources.values():
        cited = dated.citation
        if cited.title.startswith(_SOURCES[source]) and _section(cited.provision) == _section(place):
            return cited.url
    return None


def _section(place: str) -> str | None:
    found = _SECTION.match(place)
    return found and found.group()
