"""Every abuse of tests/abuse with what it met, tried anew on the real servers: docs/evidence/abuses.md."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "evidence" / "abuses.md"

#: By the mark of the test; each with what stands under its heading.
SURFACES = {
    "HTTP": "What anybody can send to the server's port; no proxy stands in front of it here. Where the answer is "
    "HTTP 500 or none, Sanic could not read the request, and ended that one connection.",
    "website channel": "Sessions, packets and frames of the chat's websocket. What a malformed packet may do is end "
    "the connection that it came over; the client connects again by itself.",
    "action server": "It believes whoever reaches it, so it is only reached from its own machine. These calls are made "
    "from there, past what keeps others out. An incident is an error that was caught: its number and place are in the "
    "log, and the process goes on.",
    "conversation": "What somebody with a session of their own writes. MARK is a random word in each text, which may "
    "turn up in no log and in no other conversation.",
}

HEAD = """# Abuses that were tried, and what they met

{count} abuses, each tried on real servers (the website's and the action server, started as `make run` does), one after
another, on {day}. The column "met" is what the tests read from the answers in that run.
`python -m evidence.abuses` writes this page anew, and only where all of tests/abuse passes; `make test` tries them all
as well, and fails if one is not in this list.

After each of them the same is checked, and the test fails where it does not hold:

- Somebody who was talking to the assistant before comes back to their own conversation and is answered in it.
- Nothing of theirs was in an answer, nor a traceback or a path of the server's.
- No log has the abuser's words, a traceback or an error, but those with which Sanic, Engine.IO and Rasa's SDK turn a
  request away (tests/abuse/target.py lists them) and the incidents that the rows below name.

Not tried here: floods from many addresses or for hours, and what they do to memory; TLS; a proxy in front. The limits
have their own tests in tests/channels (the one by address is raised here, as all abuses come from one address), and so
has Telegram in tests/telegram.
"""

# This asks whether the list is the newest, so it comes after.
_NOT_TRIED = ("--ignore", "tests/abuse/test_the_list.py")


@dataclass(frozen=True, slots=True)
class Abuse:
    """One row, as far as it is known before it is tried."""

    surface: str
    what: str
    how: str

    @property
    def cells(self) -> str:
        return f"| {self.what} | {self.how} |"


@dataclass(eq=False)  # pytest needs it to be hashable
class Tries:
    """Plugin of pytest that gathers the abuses and what they met."""

    abuses: dict[str, Abuse] = field(default_factory=dict)
    met: dict[str, str] = field(default_factory=dict)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.abuses = {item.nodeid: abuse for item in session.items if (abuse := _abuse(item))}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "teardown" and report.passed:
            self.met.update((report.nodeid, str(value)) for name, value in report.user_properties if name == "met")


def tried(*arguments: str) -> Tries:
    """Run pytest on tests/abuse. Raises SystemExit unless all passed."""
    tries = Tries()
    code = pytest.main(
        ["-q", "-p", "no:cacheprovider", "--rootdir", str(ROOT), *arguments, "tests/abuse", *_NOT_TRIED], [tries]
    )
    if code != pytest.ExitCode.OK:
        raise SystemExit(f"tests/abuse did not pass; {PAGE.relative_to(ROOT)} is left as it was.")
    return tries


def page(tries: Tries, day: datetime.date) -> str:
    """The list as Markdown, by surface."""
    unknown = {abuse.surface for abuse in tries.abuses.values()} - set(SURFACES)
    assert not unknown, unknown
    parts = [HEAD.format(count=len(tries.abuses), day=f"{day:%-d %B %Y}")]
    for surface, what in SURFACES.items():
        rows = [
            f"{abuse.cells} {_words(tries.met[test])} |"
            for test, abuse in tries.abuses.items()
            if abuse.surface == surface
        ]
        heading = f"## {surface[0].upper()}{surface[1:]} ({len(rows)})"
        parts.append("\n".join([heading, "", what, "", "| abuse | how | met |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def _abuse(item: pytest.Item) -> Abuse | None:
    mark = item.get_closest_marker("abuse")
    if mark is None:
        return None
    surface, what = mark.args
    how = mark.kwargs.get("how", "")
    if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
        given = item.callspec.id.encode().decode("unicode_escape")  # pytest escapes what is not ASCII
        how = f"`{given}`".replace("|", "\\|") if mark.kwargs.get("literal") else _words(given.replace("-", ", "))
    else:
        how = _words(how)
    return Abuse(surface, _words(what), how)


def _words(text: str) -> str:
    """Text that stands in a cell of a table as it is."""
    printable = "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)
    return re.sub(r"([\\`*_<>|\[\]])", r"\\\1", printable)


def main(arguments: Sequence[str]) -> None:
    """Write the list; with --tried print what is in it as far as that is known without a run."""
    if "--tried" in arguments:
        for abuse in tried("--collect-only", "-qqq").abuses.values():
            print(abuse.cells)
        return
    tries = tried()
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(tries, datetime.date.today()), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {len(tries.met)} abuses and what they met")


if __name__ == "__main__":
    main(sys.argv[1:])
