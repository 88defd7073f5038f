"""The running site and the browser for all tests of the widget, and a fresh visitor for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize, expect, sync_playwright

from scripts import ROOT
from tests.widget.chromium import chromium
from tests.widget.site import Site, running_site
from tests.widget.visitor import Visitor

SCREENSHOTS = ROOT / "var" / "screenshots"
PHONE: ViewportSize = {"width": 360, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
_MS_TO_WAIT = 20_000  # for what is to appear; on a busy machine a turn takes its time

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, started once."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    expect.set_options(timeout=_MS_TO_WAIT)
    with sync_playwright() as playwright:
        # Root may not use Chromium's sandbox; the pages are our own.
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(site: Site, browser: Browser) -> Iterator[Visit]:
    """Opens windows of people who know nothing of each other; `visit(viewport=PHONE, color_scheme="dark")`."""
    contexts, visitors = [], []

    def visit(address: str | None = None, viewport: ViewportSize = DESK, **options: Any) -> Visitor:
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(_MS_TO_WAIT)
        contexts.append(context)
        visitors.append(Visitor(context, address or site.address))
        return visitors[-1].come()

    yield visit
    went_wrong = [problem for visitor in visitors for problem in visitor.went_wrong]
    for context in contexts:
        context.close()
    assert went_wrong == []


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    """Somebody at a desk who has opened the chat."""
    return visit().open()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Where pictures of the widget are put for people to look at."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS
