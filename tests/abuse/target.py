"""What an abuser reaches: bytes on a socket, and a witness who is talking to the assistant meanwhile."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import secrets
import socket
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from tests.channels.person import person
from tests.channels.servers import Site

_SECONDS = 20
_FAILED = "something went wrong on my side"

# What Sanic, Engine.IO and Rasa's SDK log as an error where they turn a bad request away. No other error may be logged:
# not by our own modules (but where a test says so), and of no other kind by a library.
_LOGGED_REFUSALS = (
    r"sanic\.error Exception occurred while handling uri: %s: ValueError at .*http1_request_header",
    r"sanic\.error protocol\.connection_task uncaught: InvalidUsage at .* http\.py:\d+ __aiter__ > read:\d+ read",
    r"sanic\.error protocol\.connection_task uncaught: HttpParserInvalidURLError at ",
    r"engineio\.website \(a message of engineio/base_server\.py, line \d+\)$",
    r"rasa_sdk\.endpoint \(a message of rasa_sdk/endpoint\.py, line \d+\)$",
    # A websocket's frame that says it is text and is none: Sanic drops the frame, and its task with it.
    r"asyncio \(a message of server/runners\.py, line \d+\): UnicodeDecodeError at impl\.py:\d+ async_data_received > ",
    # Frames that were still waiting to be read when their connection went: their tasks are cleared away.
    r"asyncio \(a message of \(unknown file\), line 0\)$",
)


class Target:
    """`mark` stands in everything that an abuse sends and may stand in no log; the witness's secret in no answer.

    Each test says with `met` what it observed; docs/evidence/abuses.md is made of that.
    """

    def __init__(self, site: Site) -> None:
        self.site, self.address = site, site.address
        self.port = int(urlsplit(site.address).port or 0)
        self.actions = urlsplit(site.environ["ACTION_SERVER_URL"])
        self.mark = f"abuse{secrets.token_hex(4)}"
        self.secret = f"witness{secrets.token_hex(4)}"
        self.seen: list[str] = []
        self._before = {name: len(text) for name, text in self._logs().items()}
        self._token: str | None = None

    def met(self, *words: str) -> None:
        """Note in a few words what came back; they are taken from the answer, never from what was expected."""
        self.seen.extend(words)

    async def call_witness(self) -> None:
        async with person(self.address) as ben:
            await ben.say(f"I am a {self.secret}")
            self._token = ben.token

    async def ask_witness(self) -> None:
        """They are answered as before, and their conversation is theirs."""
        async with person(self.address) as ben:
            assert await ben.ask_for_session(self._token) == self._token
            told = await ben.say("what have I told you")
            assert told
            assert _FAILED not in told
            assert self.mark not in told

    @property
    def logged(self) -> str:
        """The whole lines that the servers have logged since this abuse began."""
        new = [text[self._before.get(name, 0) :] for name, text in self._logs().items()]
        return "".join(text[: text.rfind("\n") + 1] for text in new)

    def errors(self) -> tuple[list[str], list[str]]:
        """What was logged as an error: incidents of our own modules, and all else that is no mere refusal."""
        incidents, others = [], []
        for line in self.logged.splitlines():
            try:
                record = json.loads(line)
            except ValueError:
                others.append(line)  # what stands in the log bare is a traceback, or the end of a process
                continue
            told = f"{record['logger']} {record['message']}"
            if record["level"] not in ("ERROR", "CRITICAL"):
                continue
            if record["message"].startswith("incident "):
                incidents.append(told)
            elif not any(re.match(refusal, told) for refusal in _LOGGED_REFUSALS):
                others.append(told)
        return incidents, others

    def _logs(self) -> dict[str, str]:
        return {path.name: path.read_text(errors="replace") for path in sorted(self.site.database.parent.glob("*.log"))}

    def raw(self, sent: bytes, port: int | None = None, seconds: float = _SECONDS) -> bytes:
        """What comes back over a new connection before it is closed, at most a hundred kilobytes."""
        received = b""
        with socket.create_connection(("127.0.0.1", port or self.port), timeout=seconds) as connection:
            with contextlib.suppress(OSError):  # it may be closed on us in the middle, as it should
                connection.sendall(sent)
                connection.shutdown(socket.SHUT_WR)
            with contextlib.suppress(ConnectionError):
                while (more := connection.recv(65536)) and len(received) < 100_000:
                    received += more
        self.is_harmless(received)
        return received

    def ask(self, path: str, body: bytes | None = None, method: str | None = None, **headers: str) -> tuple[int, bytes]:
        """Status and body of a request to the website's server."""
        return self.fetch(self.address + path, body, method, **headers)

    def fetch(self, url: str, body: bytes | None, method: str | None = None, **headers: str) -> tuple[int, bytes]:
        sent = {"Content-Type": "application/json", **{name.replace("_", "-"): v for name, v in headers.items()}}
        request = urllib.request.Request(url, body, sent, method=method)
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
                status, told = answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            status, told = refused.code, refused.read()
        self.is_harmless(told)
        return status, told

    def is_harmless(self, answer: bytes | str | object) -> None:
        """Nothing of the inside, and nothing of the witness, is in an answer."""
        text = answer.decode(errors="replace") if isinstance(answer, bytes) else json.dumps(answer)
        for inside in ("Traceback", "site-packages", "sanic.exceptions", self.secret):
            assert inside not in text

    def answers(self, told: str) -> None:
        """It is an answer of the assistant's, and not its apology for a failure."""
        assert told
        assert _FAILED not in told
        assert self.secret not in told

    def quoted(self, told: str) -> str:
        """The first words of an answer, for the list; without the greeting before them."""
        words = " ".join(told.replace(self.mark, "MARK").split())
        if words.startswith("Hello."):
            words = re.split(r"\"delete my data\"(?: at any time and it is gone)?\.", words, maxsplit=1)[-1].strip()
        words = re.sub(r"incident [0-9a-f]{8}", "incident NUMBER", words)
        return f"“{words}”" if len(words) <= 90 else f"“{words[:90].rsplit(' ', 1)[0]} ...”"


def status(code: int) -> str:
    """A status of HTTP with its name."""
    return f"HTTP {code} {http.client.responses.get(code, '')}".strip()


def statuses(answer: bytes) -> str:
    """What came back over a connection until the server closed it."""
    codes = [int(code) for code in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)]
    page = re.search(rb"<title>([^<]*)</title>", answer)
    told = " and ".join(status(code) for code in codes) or "no answer"
    return told + (f", the page “{page[1].decode()}”" if page else "") + "; connection closed"
