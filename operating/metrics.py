"""What is counted, for Prometheus: how many and how long, never who and never what they said.

Every label has a fixed and small set of values: names of channels, of questions and of outcomes, all from our own code.
A series is there with 0 from the start, wherever its name is known by then: to Prometheus a series that begins with 1
has not grown, and the first error of a day would not show.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import aiohttp
from prometheus_client import Counter, Gauge, Histogram

#: Seconds; people notice above half a second and doubt above ten.
_BUCKETS: Final = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0, 10.0, 30.0)
#: Of a call to an action server, which is given up after three.
_CALL_BUCKETS: Final = (0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0)

TURNS: Final = Counter("cec_turns", "Messages taken, by how the turn ended", ["channel", "result"])
TURN_SECONDS: Final = Histogram(
    "cec_turn_seconds", "From taking a message to its answer", ["channel"], buckets=_BUCKETS
)
REFUSED: Final = Counter("cec_refused", "Messages that were not taken, by reason", ["channel", "reason"])
NOT_UNDERSTOOD: Final = Counter("cec_not_understood", "Answers not understood, by the question", ["question"])
UNANSWERED: Final = Counter("cec_unanswered", "Questions that the bot is not for or does not know")
QUESTIONS: Final = Counter("cec_questions", "Questions of people that were answered, by topic", ["topic"])
OUTCOMES: Final = Counter("cec_outcomes", "Assessments given, by outcome", ["outcome"])
ERRORS: Final = Counter("cec_errors", "Errors logged, by our module or the library that logs them", ["logger"])
ACTION_SECONDS: Final = Histogram(
    "cec_action_seconds",
    "From calling an action server to its end, by how it ended",
    ["server", "result"],
    buckets=_CALL_BUCKETS,
)
ERASED: Final = Counter("cec_erased", "Conversations erased, by who wanted it", ["by"])
CONNECTIONS: Final = Gauge("cec_connections", "Open connections of the website channel")

#: How a turn ends: with an answer; with words of regret from an action, or in place of one that did not answer; over
#: the time; with an error; with the end of the server. But for the first and the last the person is told a number.
RESULTS: Final = ("answered", "apologised", "too_slow", "failed", "given_up")
#: How a call of an action server ends: with an answer; with words of regret; over the time; without a connection; with
#: an answer that is none of an action.
CALL_RESULTS: Final = ("answered", "apologised", "too_slow", "unreachable", "wrong")
#: Not for want of a session: the client asks for one and sends the message again.
REFUSALS: Final = ("too_long", "too_fast", "malformed", "unavailable")
OUTCOMES_KNOWN: Final = ("eligible", "not_eligible", "incomplete", "refer")
#: The channels, with the setting that turns each on.
CHANNELS: Final = {"website": None, "telegram": "TELEGRAM_TOKEN", "rest": "CEC_API_TOKEN"}
_OURS: Final = ("channels", "nlg", "nlu", "operating", "stores")
#: The names of the responses in domain.yml that are counted. To read it all as YAML takes a second.
_RESPONSE: Final = re.compile(r"^  (?:utter_faq/(?P<topic>\w+)|(?:ask|explain)_(?P<question>\w+)):", re.MULTILINE)

logger = logging.getLogger(__name__)


def _begin(domain: str) -> None:
    """Have the series with 0 whose labels are known. domain: the text of domain.yml."""
    for by in ("person", "retention"):
        ERASED.labels(by)
    for reason in REFUSALS:
        REFUSED.labels("website", reason)
    for outcome in OUTCOMES_KNOWN:
        OUTCOMES.labels(outcome)
    for channel in (name for name, setting in CHANNELS.items() if setting is None or os.environ.get(setting)):
        TURN_SECONDS.labels(channel)
        for result in RESULTS:
            TURNS.labels(channel, result)
    NOT_UNDERSTOOD.labels("other")
    for found in _RESPONSE.finditer(domain):
        if found["topic"]:
            QUESTIONS.labels(found["topic"])
        else:
            NOT_UNDERSTOOD.labels(found["question"])


_begin((Path(__file__).parents[1] / "domain.yml").read_text(encoding="utf-8"))


@dataclass(slots=True)
class Ending:
    """How something ends that is being timed."""

    result: str = "answered"


_turn: ContextVar[Ending | None] = ContextVar("turn", default=None)


@contextmanager
def turn(channel: str) -> Iterator[None]:
    """Count, time and log one turn, by how it ends."""
    start, ending = time.perf_counter(), Ending()
    before = _turn.set(ending)
    try:
        yield
    except asyncio.TimeoutError:
        ending.result = "too_slow"
        raise
    except Exception:
        ending.result = "failed"
        raise
    except BaseException:
        ending.result = "given_up"  # the server stops
        raise
    finally:
        _turn.reset(before)
        seconds = time.perf_counter() - start
        TURNS.labels(channel, ending.result).inc()
        TURN_SECONDS.labels(channel).observe(seconds)
        told = {"channel": channel, "result": ending.result, "ms": round(1000 * seconds)}
        logger.info("turn", extra={"fields": told})


def apologised() -> None:
    """In the turn under way the person is told that something went wrong, though the turn itself ends well."""
    ending = _turn.get()
    if ending is not None:
        ending.result = "apologised"


def expect_calls(server: str) -> None:
    """Have the series of an action server with 0. server: host and port."""
    for result in CALL_RESULTS:
        ACTION_SECONDS.labels(server, result)


@contextmanager
def action_call(server: str) -> Iterator[Ending]:
    """Count and time one call to an action server, by how it ends; an answer can be marked as words of regret."""
    start, ending = time.perf_counter(), Ending()
    try:
        yield ending
    except (asyncio.TimeoutError, asyncio.CancelledError):
        ending.result = "too_slow"
        raise
    except aiohttp.ClientConnectionError:
        ending.result = "unreachable"
        raise
    except Exception:
        ending.result = "wrong"
        raise
    finally:
        ACTION_SECONDS.labels(server, ending.result).observe(time.perf_counter() - start)


def count_reply(parts: Sequence[Mapping[str, Any]], outcome: str | None) -> None:
    """Count what a reply says, by the names of its parts (interview.reply.Part). outcome: of the assessment in it."""
    names = [str(part.get("say")) for part in parts]
    missed = [name for name in names if name == "sorry" or name.startswith("explain_")]
    if missed:
        asked = [name.partition("_")[2] for name in names if name.startswith(("explain_", "ask_"))]
        NOT_UNDERSTOOD.labels(asked[0] if asked else "other").inc()
    UNANSWERED.inc(names.count("utter_out_of_scope"))
    for name in names:
        if name.startswith("utter_faq/"):
            QUESTIONS.labels(name.partition("/")[2]).inc()
    if outcome is not None:
        OUTCOMES.labels(outcome).inc()


class CountErrors(logging.Handler):
    """Counts records of errors, by logger: of ours the module, of others the library."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        for name in list(logging.root.manager.loggerDict):
            ERRORS.labels(_source(name))

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        ERRORS.labels(_source(record.name)).inc()


def _source(name: str) -> str:
    library = name.partition(".")[0]
    return name if library in _OURS else library
