"""Abuses of HTTP: each test's name says what is tried, and its body what it met."""

from __future__ import annotations

import socket
import time

import pytest

from tests.abuse.target import Target, status, statuses

SURFACE = "HTTP"

LINE = b"GET / HTTP/1.1\r\nHost: x\r\n"

REQUESTS = {
    "a request line of 100 kB": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "ten thousand headers": LINE + b"".join(b"X-%d: y\r\n" % n for n in range(10_000)) + b"\r\n",
    "a header of 1 MB": LINE + b"X: " + b"y" * 1_000_000 + b"\r\n\r\n",
    "a negative length": b"POST /socket.io/ HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "a length that is no number": b"POST /socket.io/ HTTP/1.1\r\nHost: x\r\nContent-Length: 1e9\r\n\r\n",
    "a length of 10 GB": b"POST /socket.io/ HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\nabc",
    "two lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabc",
    "a second request smuggled in a body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: x\r\n\r\n",
    "a chunk of a size that is none": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
    "a method that is none": b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n",
    "a zero byte in the path": b"GET /\x00etc HTTP/1.1\r\nHost: x\r\n\r\n",
    "bytes that are no text in a header": LINE + b"X: \xff\xfe\x00\r\n\r\n",
    "a line break smuggled into a header": b"GET /%0d%0aSet-Cookie:a HTTP/1.1\r\nHost: x\r\n\r\n",
    "a greeting in TLS": bytes.fromhex("16030100a5010000a10303") + b"\x00" * 160,
    "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n",
    "an upgrade to nothing": LINE + b"Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
}


@pytest.mark.abuse(SURFACE, "A malformed request")
@pytest.mark.parametrize("request_bytes", REQUESTS.values(), ids=REQUESTS)
def test_a_malformed_request_gets_an_answer_of_http_or_none(target: Target, request_bytes: bytes) -> None:
    answer = target.raw(request_bytes)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 ")
    assert b"\nset-cookie" not in answer.lower()
    assert b"cec_turns" not in answer
    target.met(statuses(answer))


PATHS = [
    "/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd",
    "/....//....//etc/passwd",
    "/..\\..\\..\\etc\\passwd", "/..;/..;/etc/passwd", "/widget.js/../../../domain.yml", "//etc/passwd",
    "/%252e%252e/etc/passwd",
    "/widget.js%00.html", "/var/secret", "/.git/config", "/.env", "/file:///etc/passwd", "/models/cec.tar.gz",
]  # fmt: skip


@pytest.mark.abuse(SURFACE, "A file outside of what is served", literal=True)
@pytest.mark.parametrize("path", PATHS, ids=PATHS)
def test_a_path_out_of_the_folder_is_not_found(target: Target, path: str) -> None:
    answer = target.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
    assert b"root:" not in answer
    target.met(statuses(answer))


DOORS = [
    ("GET", "/conversations/website-a/tracker"), ("POST", "/conversations/website-a/tracker/events"),
    ("PUT", "/conversations/website-a/tracker/events"), ("POST", "/conversations/website-a/execute"),
    ("POST", "/conversations/website-a/trigger_intent"), ("POST", "/conversations/website-a/messages"),
    ("POST", "/model/train"), ("POST", "/model/parse"), ("PUT", "/model"), ("DELETE", "/model"), ("GET", "/domain"),
    ("GET", "/status"), ("POST", "/webhooks/rest/webhook"), ("POST", "/webhooks/callback/webhook"),
    ("POST", "/webhooks/telegram/webhook"),
]  # fmt: skip


@pytest.mark.abuse(SURFACE, "Rasa's HTTP API and the channels that are off, without a token", literal=True)
@pytest.mark.parametrize(("method", "path"), DOORS, ids=[" ".join(door) for door in DOORS])
def test_rasas_http_api_is_shut_without_a_token(target: Target, method: str, path: str) -> None:
    code, _ = target.ask(path, b"{}" if method != "GET" else None, method)
    assert code in (401, 403, 404, 405)
    target.met(status(code))


@pytest.mark.abuse(SURFACE, "The operator's metrics, through a proxy", how="GET /metrics, forwarded for 203.0.113.9")
def test_metrics_are_not_read_through_a_proxy(target: Target) -> None:
    code, told = target.ask("/metrics", X_Forwarded_For="203.0.113.9")
    assert code == 403
    assert b"cec_" not in told
    target.met(status(code))


@pytest.mark.abuse(
    SURFACE,
    "Connections that say little",
    how="50 at once, 8 bytes of a request on each and no more, held for the moments in which somebody else asks for "
    "/health",
)
def test_fifty_connections_that_dribble_their_headers_keep_nobody_waiting(target: Target) -> None:
    slow = [socket.create_connection(("127.0.0.1", target.port)) for _ in range(50)]
    try:
        for letter in b"GET / HT":
            for connection in slow:
                connection.send(bytes([letter]))
        began = time.monotonic()
        code, _ = target.ask("/health")
        assert code == 200
        seconds = time.monotonic() - began
        assert seconds < 10
        still_open = sum(is_open(connection) for connection in slow)
        target.met(f"{status(code)} for the other within {int(seconds) + 1} s; {still_open} of the 50 still open then")
    finally:
        for connection in slow:
            connection.close()


def is_open(connection: socket.socket) -> bool:
    """Whether the other end has neither answered nor hung up."""
    connection.setblocking(False)
    try:
        connection.recv(1)
    except BlockingIOError:
        return True
    except OSError:
        pass
    return False


QUERIES = ["sid=forged", "sid=..%2f..", "sid=", "EIO=1", "EIO=4&transport=carrier-pigeon", "j=0"]


@pytest.mark.abuse(SURFACE, "A connection id or a transport of one's own, after /socket.io/?EIO=4&...", literal=True)
@pytest.mark.parametrize("query", QUERIES, ids=QUERIES)
def test_a_forged_connection_id_or_transport_is_refused(target: Target, query: str) -> None:
    code, _ = target.ask(f"/socket.io/?EIO=4&transport=polling&{query}", b"4hello", "POST")
    assert code in (400, 404, 405)
    target.met(status(code))
