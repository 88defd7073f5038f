"""What the server answers to a browser: the page, the widget, their headers, and nothing else of the disk."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import urllib.error
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rasa.core.utils import AvailableEndpoints
from sanic import Sanic
from sanic.response import text

from channels import pages, server
from channels.pages import Pages
from channels.settings import BadSetting
from scripts import ROOT
from scripts.servers import free_port
from tests.channels import alone

SCRIPT = "console.log('widget');\n" * 100
_numbers = itertools.count(1)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder such as `make widget` builds."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Demo</title>", encoding="utf-8")
    (folder / "widget.js").write_text(SCRIPT, encoding="utf-8")
    (folder / "part-1a2b3c4d.css").write_text("a{}", encoding="utf-8")
    (folder / "notes.md").write_text("not for the public", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("not for the public either", encoding="utf-8")
    return folder


@asynccontextmanager
async def served(app: Sanic) -> AsyncIterator[str]:
    port = free_port()
    running = await app.create_server("127.0.0.1", port, return_asyncio_server=True, access_log=False)
    await running.startup()
    await running.start_serving()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await running.close()


def page_server(folder: Path) -> Sanic:
    app = Sanic(f"pages-{next(_numbers)}", configure_logging=False)
    app.add_route(lambda request: text("ok"), "/health")
    Pages(folder).attach(app)
    return app


async def get(address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in lower case) and body of a request."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, method=method, headers=sent)

    def ask() -> tuple[int, dict[str, str], bytes]:
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, {k.lower(): v for k, v in refused.headers.items()}, refused.read()

    return await asyncio.get_running_loop().run_in_executor(None, ask)


async def test_the_page_may_load_nothing_from_elsewhere_and_cannot_be_framed(built: Path) -> None:
    async with served(page_server(built)) as address:
        status, headers, body = await get(f"{address}/")
    assert (status, body) == (200, (built / "index.html").read_bytes())
    policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-type"] == "text/html; charset=utf-8"


async def test_the_widget_can_be_embedded_by_other_sites_and_is_fetched_again_only_when_it_changed(
    built: Path,
) -> None:
    async with served(page_server(built)) as address:
        _, headers, body = await get(f"{address}/widget.js", Accept_Encoding="gzip")
        assert gzip.decompress(body).decode() == SCRIPT
        assert len(body) < len(SCRIPT) / 2
        assert headers["cross-origin-resource-policy"] == "cross-origin"
        assert headers["content-type"] == "text/javascript; charset=utf-8"
        assert headers["cache-control"] == "no-cache"
        status, _, body = await get(f"{address}/widget.js", If_None_Match=headers["etag"])
        assert (status, body) == (304, b"")
        status, headers, body = await get(f"{address}/widget.js", method="HEAD")
        assert (status, body, headers["content-length"]) == (200, b"", str(len(SCRIPT)))
        _, headers, _ = await get(f"{address}/part-1a2b3c4d.css")
        assert "immutable" in headers["cache-control"]


@pytest.mark.parametrize(
    "path", ["/notes.md", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//etc/passwd", "/dist/", "/.env"]
)
async def test_nothing_else_of_the_disk_can_be_asked_for(built: Path, path: str) -> None:
    async with served(page_server(built)) as address:
        status, _, body = await get(address + path)
    assert status == 404
    assert b"not for the public" not in body


async def test_a_page_that_was_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    async with served(page_server(tmp_path / "dist")) as address:
        status, headers, body = await get(f"{address}/")
    assert status == 503
    assert b"make widget" in body
    assert headers["content-type"].startswith("text/plain")


# --- Rasa's own doors, where an operator opens them ---

# Rasa's channels import six, which imports as Python 2 did.
of_six = pytest.mark.filterwarnings("ignore:the load_module:DeprecationWarning")


@of_six
async def test_where_the_api_is_turned_on_it_and_the_rest_channel_need_the_token(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CEC_SECRET", alone.SECRET)
    monkeypatch.setattr(pages, "BUILT", built)
    token = "a token of an operator"
    app = server.build(AvailableEndpoints(), ROOT / "credentials" / "website.yml", token)
    app.ctx.agent = alone.Bot(alone.echo)
    async with served(app) as address:
        for path in ("/conversations/website-ana/tracker", "/webhooks/rest/", "/domain"):
            assert (await get(address + path))[0] == 401, path
            assert (await get(f"{address}{path}?token=another"))[0] == 401, path
        status, _, body = await get(f"{address}/webhooks/rest/?token={token.replace(' ', '+')}")
        assert (status, body) == (200, b'{"status":"ok"}')
        assert (await get(f"{address}/"))[1]["content-type"].startswith("text/html")


@of_six
async def test_a_browser_on_a_named_site_may_read_the_answers_and_one_on_another_site_may_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CEC_SECRET", alone.SECRET)
    monkeypatch.setenv("CEC_ORIGINS", "https://www.example.ca")
    app = server.build(AvailableEndpoints(), ROOT / "credentials" / "website.yml", None)
    app.ctx.agent = alone.Bot(alone.echo)
    async with served(app) as address:
        polling = f"{address}/socket.io/?EIO=4&transport=polling"
        status, headers, _ = await get(polling, Origin="https://www.example.ca")
        assert (status, headers["access-control-allow-origin"]) == (200, "https://www.example.ca")
        status, headers, _ = await get(polling, Origin="https://elsewhere.example")
        assert status == 400
        assert "access-control-allow-origin" not in headers
        asks = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Headers": "content-type"}
        status, headers, _ = await get(polling, method="OPTIONS", Origin="https://www.example.ca", **asks)
        assert status == 200
        assert "POST" in headers["access-control-allow-methods"]
        assert headers["access-control-allow-headers"] == "content-type"


@of_six
def test_a_token_for_the_api_that_could_be_guessed_is_refused() -> None:
    with pytest.raises(BadSetting, match="CEC_API_TOKEN"):
        server.build(AvailableEndpoints(), ROOT / "credentials" / "website.yml", "rasa")
