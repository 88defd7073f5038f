"""The widget and the demo page, from the folder that `make widget` builds, with headers that keep them safe."""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.settings import ROOT

BUILT = ROOT / "widget" / "dist"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_COMPRESSED = {".html", ".js", ".css", ".svg", ".txt"}
_NAMED_BY_CONTENT = re.compile(r"[-.][0-9A-Za-z_]{8,}\.\w+$")
_YEAR = 365 * 24 * 60 * 60

_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
_PAGE = {
    "Content-Security-Policy": "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Frame-Options": "DENY",
}
# Other sites embed the widget.
_PART = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}

_NOT_BUILT = b"""The assistant is running, but the page and the widget have not been built.

Build them with:  make widget
and start again with:  make run
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One file as it is served. `compressed` is the gzip form, empty where that is no gain."""

    body: bytes
    headers: dict[str, str]
    content_type: str
    compressed: bytes = b""
    status: int = 200

    def answer(self, request: Request) -> HTTPResponse:
        """The file, or "you have it already"."""
        headers = dict(self.headers)
        if headers.get("ETag") in _tags(request):
            return HTTPResponse(status=304, headers=headers)
        body = self.body
        if self.compressed:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in request.headers.get("accept-encoding", ""):
                headers["Content-Encoding"], body = "gzip", self.compressed
        if request.method == "HEAD":
            headers["Content-Length"], body = str(len(body)), b""
        return HTTPResponse(body, self.status, headers, self.content_type)


class Pages:
    """All files of the built folder, read once; nothing else on the disk can be asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or BUILT
        self._pages = {f"/{file.relative_to(folder)}": _page(file) for file in _files(folder)}
        for address in list(self._pages):
            if address.endswith("/index.html"):
                self._pages[address.removesuffix("index.html")] = self._pages[address]
        if "/" not in self._pages:
            headers = {**_EVERYWHERE, "Cache-Control": "no-store"}
            self._pages["/"] = Page(_NOT_BUILT, headers, _TYPES[".txt"], status=503)

    def attach(self, app: Sanic) -> None:
        """Serve the pages before anything else; Rasa's server has a greeting of its own at "/"."""

        async def page(request: Request) -> HTTPResponse | None:
            found = self._pages.get(request.path) if request.method in ("GET", "HEAD") else None
            return found.answer(request) if found else None

        app.register_middleware(page, "request")


def _files(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix in _TYPES]


def _page(file: Path) -> Page:
    body = file.read_bytes()
    forever = _NAMED_BY_CONTENT.search(file.name)
    headers = {
        **_EVERYWHERE,
        **(_PAGE if file.suffix == ".html" else _PART),
        "Cache-Control": f"public, max-age={_YEAR}, immutable" if forever else "no-cache",
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:32]}"',
    }
    compressed = gzip.compress(body, mtime=0) if file.suffix in _COMPRESSED else b""
    return Page(body, headers, _TYPES[file.suffix], compressed if len(compressed) < len(body) else b"")


def _tags(request: Request) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
