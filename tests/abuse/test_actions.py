"""Abuses of the action server: it believes whoever reaches it, so only this machine may, and it tells nothing back."""

from __future__ import annotations

import json
import socket
import zlib
from typing import Any

import pytest

from tests.abuse.target import Target, status, statuses

SURFACE = "action server"


def call(target: Target, body: bytes, **headers: str) -> tuple[int, bytes]:
    code, told = target.fetch(target.site.environ["ACTION_SERVER_URL"], body, "POST", **headers)
    assert target.mark.encode() not in told
    return code, told


def tracker(text: str, **more: Any) -> dict[str, Any]:
    latest = {"text": text, "intent": {"name": "inform", "confidence": 1.0}, "entities": [], **more}
    return {"sender_id": "a", "slots": {}, "latest_message": latest, "events": [], "active_loop": {}, "paused": False}


@pytest.mark.abuse(
    SURFACE, "Reaching it from another machine", how="its port, at the address that this machine has in its network"
)
def test_it_does_not_listen_to_other_machines(target: Target) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("203.0.113.1", 9))  # sends nothing; says which address of ours leads outside
        ours = probe.getsockname()[0]
    assert not ours.startswith("127.")
    with pytest.raises(ConnectionRefusedError) as refused:
        socket.create_connection((ours, target.actions.port), timeout=5)
    target.met(str(refused.value.strerror).lower())


BODIES = {
    "no JSON": b"{",
    "a list": b"[]",
    "null": b"null",
    "nothing": b"",
    "an empty object": b"{}",
    "no tracker": b'{"next_action": "validate_case_form"}',
    "a tracker that is text": b'{"next_action": "validate_case_form", "tracker": "MARK", "domain": {}}',
    "deep nesting": b'{"next_action":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "an action that is none": b'{"next_action": "os.system", "tracker": {"sender_id": "MARK"}, "domain": {}}',
}


@pytest.mark.abuse(SURFACE, "A call that is none", incident=True)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_call_that_is_none_is_refused_without_an_echo(target: Target, body: bytes) -> None:
    code, told = call(target, body.replace(b"MARK", target.mark.encode()))
    assert code in (200, 400, 404, 500)
    target.met(f"{status(code)}: {target.quoted(told.decode())}")


@pytest.mark.abuse(SURFACE, "A packed bomb", how="50 MB of zeros in 50 kB")
def test_a_packed_bomb_is_not_unpacked(target: Target) -> None:
    bomb = zlib.compress(b"0" * 50_000_000, 9)
    code, _ = call(target, bomb, Content_Encoding="deflate")
    assert code == 415
    target.met(status(code))


@pytest.mark.abuse(SURFACE, "A call that is too large", how="5 MB")
def test_a_call_of_five_megabytes_is_refused(target: Target) -> None:
    answer = target.raw(
        b"POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000\r\n\r\n" + b" " * 5_000_000,
        port=target.actions.port,
    )
    assert answer == b"" or answer.startswith((b"HTTP/1.1 413", b"HTTP/1.1 400"))
    target.met(statuses(answer))


CASES = {
    "a list": [],
    "a text": "x",
    "a version that is none": {"v": 99},
    "jobs that are text": {"v": 1, "jobs": "x"},
    "hours that are no number": {"v": 1, "jobs": [{"hours_per_week": "NaN"}]},
    "a number of 31 digits": 10**30,
}


@pytest.mark.abuse(
    SURFACE, "A call with a record of the conversation (the slot case) of the wrong shape", incident=True
)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_case_slot_of_the_wrong_shape_gets_a_kind_sentence_and_not_an_error(target: Target, case: object) -> None:
    told = tracker(f"I am a {target.mark}")
    told["slots"] = {"case": case, "requested_slot": "job"}
    body = {"next_action": "validate_case_form", "tracker": told, "domain": {}, "sender_id": "a"}
    code, answer = target.fetch(target.site.environ["ACTION_SERVER_URL"], json.dumps(body).encode(), "POST")
    assert code == 200
    responses = json.loads(answer)["responses"]
    assert responses
    names = [str(response.get("response") or response.get("text")) for response in responses]
    said = {"utter_error": '"something went wrong on my side", with a number'}
    target.met(status(code), *(f"the reply {name}" + (f": {said[name]}" if name in said else "") for name in names))
