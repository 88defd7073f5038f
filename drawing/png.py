"""A picture as PNG, for clients that show no SVG: Telegram, and the printed report."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import font_source_sans_pro
import resvg_py

_FONTS: Final = [
    str(Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{weight}.ttf") for weight in ("Regular", "Semibold")
]


def png(svg: str, scale: float = 2) -> bytes:
    """The picture as PNG at so many pixels a unit: 720 wide at the scale of 2.

    The letters come from a locked package, so that it looks alike on every machine; scripts that its font does
    not know come from the machine's own fonts, where it has them.
    """
    image: bytes = resvg_py.svg_to_bytes(
        svg_string=svg, zoom=scale, background="#ffffff", font_files=_FONTS, sans_serif_family="Source Sans Pro"
    )
    return image
