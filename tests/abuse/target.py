"""What an abuser reaches: bytes on a socket, and a witness who is talking to the assistant meanwhile."""

from __future__ import annotations

import contextlib
import json
import secrets
import socket
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from tests.channels.person import person
from tests.channels.servers import Site

_SECONDS = 20


class Target:
    """`mark` stands in everything that an abuse sends and may stand in no log; the witness's secret in no answer."""

    def __init__(self, site: Site) -> None:
        self.site, self.address = site, site.address
        self.port = int(urlsplit(site.address).port or 0)
        self.actions = urlsplit(site.environ["ACTION_SERVER_URL"])
        self.mark = f"abuse{secrets.token_hex(4)}"
        self.secret = f"witness{secrets.token_hex(4)}"
        self.logged = len(site.logs)
        self._token: str | None = None

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
            assert self.mark not in told

    def raw(self, sent: bytes, port: int | None = None, seconds: float = _SECONDS) -> bytes:
        """What comes back over a new connection before it is closed, at most a hundred kilobytes."""
        received = b""
        with socket.create_connection(("127.0.0.1", port or self.port), timeout=seconds) as connection:
            with contextlib.suppress(OSError):  # it may be closed on us in the middle, as it should
                connection.sendall(sent)
                connection.shutdown(socket.SHUT_WR)
            with contextlib.suppress(OSError):
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
