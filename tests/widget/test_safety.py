"""Nothing that anybody writes becomes markup or runs, and nobody but our own server is asked for anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import expect

from scripts import ROOT
from tests.widget.conftest import Visit
from tests.widget.site import Site
from tests.widget.visitor import Visitor

PAYLOADS = [
    "<script>document.title = 'ran'</script>",
    "<img src=x onerror=\"document.title = 'ran'\">",
    "<svg onload=\"document.title = 'ran'\">",
    "<svg><script>document.title = 'ran'</script></svg>",
    "<iframe srcdoc=\"<script>parent.document.title = 'ran'</script>\"></iframe>",
    "<iframe src=\"javascript:parent.document.title = 'ran'\"></iframe>",
    "<a href=\"javascript:document.title = 'ran'\">click</a>",
    "[click](javascript:document.title='ran')",
    "![x](https://tracker.invalid/pixel.png)",
    "javascript:document.title='ran'",
    "https://example.ca/\" onmouseover=\"document.title='ran'",
    "https://example.ca/'onfocus='document.title=1'autofocus='",
    "data:text/html,<script>opener.document.title='ran'</script>",
    "http://plain.invalid/ and //relative.invalid and ftp://old.invalid",
    "<body onload=\"document.title = 'ran'\">",
    "<details open ontoggle=\"document.title = 'ran'\"><summary>x</summary></details>",
    "<video><source onerror=\"document.title = 'ran'\"></video>",
    "<audio src=x onerror=\"document.title = 'ran'\">",
    "<input autofocus onfocus=\"document.title = 'ran'\">",
    "<select autofocus onfocus=\"document.title = 'ran'\"></select>",
    "<textarea autofocus onfocus=\"document.title = 'ran'\"></textarea>",
    "<marquee onstart=\"document.title = 'ran'\">x</marquee>",
    "<form action=\"javascript:document.title='ran'\"><button>x</button></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=\"document.title='ran'\">",
    "<style>@import 'https://tracker.invalid/x.css'; * { display: none }</style>",
    "<link rel=stylesheet href=https://tracker.invalid/x.css>",
    "<meta http-equiv=refresh content=\"0;url=https://tracker.invalid/\">",
    "<base href=https://tracker.invalid/>",
    "<object data=\"javascript:document.title='ran'\"></object>",
    "<embed src=https://tracker.invalid/x.swf>",
    "\"><script>document.title = 'ran'</script>",
    "'-alert(1)-'",
    "${alert(1)} {{constructor.constructor('alert(1)')()}} #{7*7}",
    "<!--<img src=\"--><img src=x onerror=document.title='ran'//\">",
    "&lt;script&gt;document.title = 'ran'&lt;/script&gt;",
    "<scr<script>ipt>document.title = 'ran'</scr</script>ipt>",
    "\u202e<script>document.title = 'ran'</script>\u0007",
    "</textarea></div></template><script>document.title = 'ran'</script>",
]  # fmt: skip

# What the widget makes of messages; anything else came out of a message.
_OURS = {
    "DIV", "SPAN", "BUTTON", "P", "SECTION", "HEADER", "H3", "H4", "UL", "LI", "DETAILS", "SUMMARY", "FIGURE", "IMG",
    "A", "I", "svg", "path",
}  # fmt: skip


def test_payloads_typed_to_the_assistant_stay_words_also_after_a_reload(visitor: Visitor) -> None:
    title = visitor.page.title()
    for payload in PAYLOADS:
        visitor.say(payload)
    assert len(PAYLOADS) >= 30
    for _ in range(2):
        shown = [text.removeprefix("You: ") for text in visitor.said.locator(".bubble").all_text_contents()]
        assert shown == PAYLOADS
        assert_harmless(visitor, title)
        visitor.page.reload()
        expect(visitor.said).to_have_count(len(PAYLOADS))


def test_payloads_in_all_that_the_assistant_says_stay_words(visitor: Visitor) -> None:
    title = visitor.page.title()
    entries = [answered(number, payload) for number, payload in enumerate(PAYLOADS)]
    put = "entries => { for (const key of Object.keys(localStorage)) { const kept = JSON.parse(localStorage[key]); " \
        "kept.entries = entries; localStorage[key] = JSON.stringify(kept) } }"  # fmt: skip
    visitor.page.evaluate(put, entries)
    visitor.page.reload()
    expect(visitor.card).to_have_count(len(PAYLOADS))
    for details in visitor.card.last.locator("details").all():
        details.locator("summary").click()
    assert_harmless(visitor, title)
    for link in visitor.page.locator("cec-chat a").all():
        assert (link.get_attribute("href") or "").startswith("https://")
        assert "noopener" in (link.get_attribute("rel") or "")


def answered(number: int, payload: str) -> dict[str, Any]:
    """A bubble whose every word is a payload, as the browser keeps it."""
    return {
        "kind": "answered",
        "id": str(number),
        "at": number + 1,
        "used": number % 2 == 0,
        "bubble": {
            "id": str(number),
            "text": payload,
            "buttons": [{"title": payload, "payload": payload}],
            "custom": {
                "type": "assessment", "outcome": "eligible", "headline": payload, "as_of": payload,
                "requirements": [dict.fromkeys(("status", "title", "reason", "figure", "rule", "url"), payload)],
                "notes": [payload], "outlook": [payload], "closing": payload,
                "picture": {"svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{payload}</svg>", "alt": payload},
            },
        },
    }  # fmt: skip


def assert_harmless(visitor: Visitor, title: str) -> None:
    """No script ran, no element was made of a message, and nothing was asked of anybody else."""
    made = "() => [...document.querySelector('cec-chat').shadowRoot.querySelectorAll('.log *')].map(e => e.tagName)"
    assert set(visitor.page.evaluate(made)) <= _OURS
    events = "() => [...document.querySelector('cec-chat').shadowRoot.querySelectorAll('*')]" \
        ".flatMap(e => e.getAttributeNames()).filter(name => name.startsWith('on'))"  # fmt: skip
    assert visitor.page.evaluate(events) == []
    assert visitor.page.title() == title
    assert visitor.page.url == visitor.address
    assert visitor.went_wrong == []
    assert elsewhere(visitor) == []


def elsewhere(visitor: Visitor) -> list[str]:
    own = visitor.address.split("://")[1]
    return [
        url for url in visitor.asked if not url.startswith(("data:", "blob:")) and url.split("://")[1].find(own) != 0
    ]


def test_https_addresses_become_links_and_the_sentence_keeps_its_full_stop(visitor: Visitor) -> None:
    said = "Read (https://www.canada.ca/cec?a=1&b=2), then http://plain.invalid."
    visitor.page.evaluate(
        "entry => { const key = Object.keys(localStorage)[0]; const kept = JSON.parse(localStorage[key]); "
        "kept.entries = [entry]; localStorage[key] = JSON.stringify(kept) }",
        {**answered(1, said), "bubble": {"id": "1", "text": said, "buttons": [], "custom": None}},
    )
    visitor.page.reload()
    links = visitor.answers.get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_have_attribute("href", "https://www.canada.ca/cec?a=1&b=2")
    expect(visitor.answers).to_contain_text("), then http://plain.invalid.")


def test_before_the_chat_is_opened_nothing_is_sent_and_nothing_kept(visit: Visit) -> None:
    visitor = visit()
    expect(visitor.launcher).to_be_visible()
    assert not any("socket.io" in url for url in visitor.asked)
    assert visitor.stored() == {}


def test_the_page_allows_no_inline_script_and_the_widget_needs_none(visitor: Visitor) -> None:
    response = visitor.page.request.get(visitor.address)
    policy = response.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "unsafe" not in response.text()


def test_a_site_elsewhere_may_embed_it_and_its_styles_stay_outside(visit: Visit, site: Site) -> None:
    page = f"""<!doctype html><html lang="en"><title>Consultancy</title><style>
        * {{ color: rgb(255, 0, 0) !important; font-size: 31px !important; text-transform: uppercase }}
        button, div {{ background: rgb(255, 0, 0) !important; display: none !important }}
        cec-chat {{ --cec-accent: rgb(90, 30, 120) }}
        </style><h1>Consultancy</h1><script src="{site.address}widget.js" data-launcher="Ask us"></script>"""
    with serving(page, site.elsewhere) as address:
        visitor = visit(address)
        for name, value in (
            ("font-size", "16px"),
            ("background-color", "rgb(90, 30, 120)"),
            ("text-transform", "none"),
        ):
            expect(visitor.launcher).to_have_css(name, value)
        expect(visitor.launcher).to_have_text("Ask us New message")
        visitor.open()
        visitor.say("does co-op work count")


@contextmanager
def serving(page: str, where: tuple[str, int]) -> Iterator[str]:
    """A site that has one page; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Keep the output of the tests clean."""

    with ThreadingHTTPServer(where, Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield "http://{}:{}/".format(*where)
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "way", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"]
)
def test_no_source_turns_text_into_markup(way: str) -> None:
    sources = [path for path in (ROOT / "widget" / "src").glob("*.ts") if way in path.read_text(encoding="utf-8")]
    assert sources == []


def test_the_lock_file_names_no_registry_and_has_a_hash_for_every_package() -> None:
    packages = json.loads((ROOT / "widget" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert name == "" or "integrity" in package, name
