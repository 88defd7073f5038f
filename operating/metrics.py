"""What is counted, for Prometheus: how many and how long, never who and never what they said.

Every label has a fixed and small set of values: names of channels, of questions and of outcomes, all from our own code.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final

from prometheus_client import Counter, Gauge, Histogram

#: Seconds; people notice above half a second and doubt above ten.
_BUCKETS: Final = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 5.0, 10.0, 30.0)

TURNS: Final = Counter("cec_turns", "Messages taken, by how the turn ended", ["channel", "result"])
TURN_SECONDS: Final = Histogram(
    "cec_turn_seconds", "From taking a message to its answer", ["channel"], buckets=_BUCKETS
)
REFUSED: Final = Counter("cec_refused", "Messages that were not taken, by reason", ["channel", "reason"])
NOT_UNDERSTOOD: Final = Counter("cec_not_understood", "Answers not understood, by the question", ["question"])
UNANSWERED: Final = Counter("cec_unanswered", "Questions that the bot is not for or does not know")
QUESTIONS: Final = Counter("cec_questions", "Questions of people that were answered, by topic", ["topic"])
OUTCOMES: Final = Counter("cec_outcomes", "Assessments given, by outcome", ["outcome"])
ERRORS: Final = Counter("cec_errors", "Errors logged, by the module that logs them", ["logger"])
ERASED: Final = Counter("cec_erased", "Conversations erased, by who wanted it", ["by"])
CONNECTIONS: Final = Gauge("cec_connections", "Open connections of the website channel")

for _by in ("person", "retention"):
    ERASED.labels(_by)

logger = logging.getLogger(__name__)


@contextmanager
def turn(channel: str) -> Iterator[None]:
    """Count, time and log one turn, by how it ends."""
    start, result = time.perf_counter(), "answered"
    try:
        yield
    except asyncio.TimeoutError:
        result = "too_slow"
        raise
    except Exception:
        result = "failed"
        raise
    except BaseException:
        result = "given_up"  # the server stops
        raise
    finally:
        seconds = time.perf_counter() - start
        TURNS.labels(channel, result).inc()
        TURN_SECONDS.labels(channel).observe(seconds)
        told = {"channel": channel, "result": result, "ms": round(1000 * seconds)}
        logger.info("turn", extra={"fields": told})


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
    """Counts records of errors, by logger."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        ERRORS.labels(record.name).inc()
