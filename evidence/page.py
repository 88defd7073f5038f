"""A page of docs/evidence/: what was seen, as Markdown."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "evidence"


class Page:
    """Collects paragraphs and tables, and writes them as docs/evidence/<name>.md."""

    def __init__(self, name: str, title: str, about: str) -> None:
        self._name = name
        self._blocks = [
            f"# {title}",
            f"{about.strip().replace('``', '`')} Run on {date.today()}, Python {platform.python_version()}.",
        ]

    def head(self, title: str) -> None:
        """Begin a section."""
        self._blocks.append(f"## {title}")

    def say(self, text: str) -> None:
        """Add a paragraph."""
        self._blocks.append(text)

    def transcript(self, turns: Iterable[tuple[str, str]]) -> None:
        """Add what was said and what was answered, word for word."""
        for said, answered in turns:
            quoted = "\n".join(f"> {line}".rstrip() for line in answered.splitlines())
            self._blocks.append(f"**{said}**\n\n{quoted}")

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table."""
        lines = [head, ["---"] * len(head), *rows]
        self._blocks.append("\n".join(f"| {' | '.join(row)} |" for row in lines))

    def write(self) -> None:
        """Write the page, and print where it is."""
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{self._name}.md"
        path.write_text("\n\n".join(self._blocks) + "\n", encoding="utf-8")
        print(path.relative_to(FOLDER.parents[1]))
