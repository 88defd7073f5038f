"""What is counted is what the dashboard asks for, from the start; and a turn that ends in regret is no good turn."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any, get_args

import pytest
from aiohttp import web
from prometheus_client import REGISTRY

from cec.assessment import Outcome
from channels import action_server
from channels.action_server import ActionServers
from channels.protocol import Refusal
from operating import metrics
from scripts import ROOT
from scripts.servers import free_port

DASHBOARD = json.loads((ROOT / "deploy" / "grafana-dashboard.json").read_text())
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
CALL = {
    "next_action": "case_form",
    "sender_id": "website-1",
    "tracker": {"slots": {"case": {"v": 1}, "requested_slot": "job"}, "latest_message": {}},
}


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def used() -> set[str]:
    return {name for query in QUERIES for name in re.findall(r"\b(?:cec|process)_\w+", query)}


def exported() -> dict[str, set[str]]:
    """The labels of each sample that the server exports; of the errors' too, whose series begin with the server."""
    metrics.CountErrors()
    metrics.expect_calls("127.0.0.1:1")
    found: dict[str, set[str]] = {}
    for family in REGISTRY.collect():
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


def test_every_metric_of_the_dashboard_is_one_that_the_server_has() -> None:
    assert used() <= set(exported())


def test_every_metric_of_ours_is_on_the_dashboard() -> None:
    ours = {re.sub(r"_(total|bucket|count|sum|created)$", "", name) for name in exported() if name.startswith("cec_")}
    assert ours == {re.sub(r"_(total|bucket|count)$", "", name) for name in used() if name.startswith("cec_")}


@pytest.mark.parametrize("panel", DASHBOARD["panels"], ids=lambda panel: str(panel["title"]))
def test_every_label_that_a_panel_asks_for_is_one_of_its_metrics(panel: dict[str, Any]) -> None:
    for target in panel["targets"]:
        asked = set(re.findall(r"(\w+)!?=~?\"", target["expr"])) | set(re.findall(r"{{(\w+)}}", target["legendFormat"]))
        for group in re.findall(r"by \(([\w, ]+)\)", target["expr"]):
            asked |= {label.strip() for label in group.split(",")}
        names = [name for name in used() if re.search(rf"\b{name}\b", target["expr"])]
        known = set().union(*(exported()[name] for name in names)) | {"job", "instance"}  # which Prometheus adds
        assert asked <= known
    assert panel["description"]


def test_no_two_panels_lie_on_one_another() -> None:
    taken = [
        (x, y)
        for panel in DASHBOARD["panels"]
        for at in [panel["gridPos"]]
        for x in range(at["x"], at["x"] + at["w"])
        for y in range(at["y"], at["y"] + at["h"])
    ]
    assert len(taken) == len(set(taken))
    assert max(x for x, _ in taken) < 24
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])


def test_series_are_there_before_anything_happened_so_that_the_first_of_a_kind_shows() -> None:
    assert set(get_args(Refusal)) - {"no_session"} == set(metrics.REFUSALS)
    assert set(get_args(Outcome)) == set(metrics.OUTCOMES_KNOWN)
    for name, labels in (
        ("cec_turns_total", {"channel": "website", "result": "failed"}),
        ("cec_refused_total", {"channel": "website", "reason": "too_fast"}),
        ("cec_outcomes_total", {"outcome": "refer"}),
        ("cec_questions_total", {"topic": "co_op"}),
        ("cec_not_understood_total", {"question": "job_hours"}),
        ("cec_not_understood_total", {"question": "other"}),
        ("cec_erased_total", {"by": "person"}),
    ):
        assert REGISTRY.get_sample_value(name, labels) is not None, name


def test_errors_are_counted_by_our_module_or_by_the_library() -> None:
    logging.getLogger("rasa.core.processor")
    handler = metrics.CountErrors()
    assert REGISTRY.get_sample_value("cec_errors_total", {"logger": "rasa"}) is not None
    assert REGISTRY.get_sample_value("cec_errors_total", {"logger": "channels.action_server"}) is not None
    before = value("cec_errors_total", logger="rasa")
    for name in ("rasa.core.processor", "rasa.core.agent", "channels.action_server"):
        handler.emit(logging.LogRecord(name, logging.ERROR, "", 1, "", None, None))
    assert value("cec_errors_total", logger="rasa") == before + 2


Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up soon."""
    monkeypatch.setattr(action_server, "_SECONDS_A_CALL", 0.2)
    monkeypatch.setattr(action_server, "_SECONDS_IN_ALL", 0.5)


async def called(handle: Handle | None) -> tuple[dict[str, float], float]:
    """Calls by result, and turns that ended in regret, after one turn with an action server that does this."""
    port = free_port()
    application = web.Application()
    if handle is not None:
        application.router.add_post("/webhook", handle)
    runner = web.AppRunner(application)
    await runner.setup()
    if handle is not None:
        await web.TCPSite(runner, "127.0.0.1", port).start()
    servers = ActionServers(f"http://name:word@127.0.0.1:{port}/webhook")
    regretted = value("cec_turns_total", channel="website", result="apologised")
    try:
        with metrics.turn("website"):
            await asyncio.wait_for(servers.request(json=CALL), 5)
    finally:
        await servers.close()
        await runner.cleanup()
    server = f"127.0.0.1:{port}"  # without the password
    calls = {result: value("cec_action_seconds_count", server=server, result=result) for result in metrics.CALL_RESULTS}
    regretted = value("cec_turns_total", channel="website", result="apologised") - regretted
    return {result: count for result, count in calls.items() if count}, regretted


async def test_a_call_that_is_answered_is_counted_and_timed() -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"events": [], "responses": [{"response": "utter_reply"}]})

    assert await called(answer) == ({"answered": 1}, 0)


async def test_an_action_that_failed_makes_a_turn_that_did_not_end_well() -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"events": [], "responses": [{"response": "utter_error", "incident": "12345678"}]})

    assert await called(answer) == ({"apologised": 1}, 1)


async def test_a_server_that_errs_and_then_answers_is_counted_with_both(quick: None) -> None:
    calls = 0

    async def answer(_: web.Request) -> web.Response:
        nonlocal calls
        calls += 1
        return web.Response(status=500) if calls == 1 else web.json_response({"events": [], "responses": []})

    assert await called(answer) == ({"wrong": 1, "answered": 1}, 0)


async def test_with_no_server_there_the_calls_are_unreachable_and_the_person_is_told(quick: None) -> None:
    calls, regretted = await called(None)
    assert set(calls) == {"unreachable"}
    assert regretted == 1


async def test_with_a_server_that_hangs_the_calls_are_too_slow_and_the_person_is_told(quick: None) -> None:
    async def hang(_: web.Request) -> web.Response:
        await asyncio.sleep(2)
        return web.json_response({})

    calls, regretted = await called(hang)
    assert set(calls) == {"too_slow"}
    assert regretted == 1
