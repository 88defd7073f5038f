"""Logs as JSON lines, in which no text of a person can stand, whichever library writes them and at whatever level.

Rasa logs messages, slots and whole conversations at debug, and libraries put what they choke on into their errors. So
every record is made harmless in the one place that makes records, before any handler sees it:

- of a library, a message is kept only where it stands word for word in the library's own source: then it says nothing
  that was known only when it ran. Otherwise its place in the source is kept. Arguments are left out.
- of an error, kind and places are kept, and not its message (nlu.incidents.describe).
- our own modules are trusted with what they say, which the tests check.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Mapping, MutableMapping
from datetime import datetime, timezone
from types import CodeType, FrameType
from typing import Any, Final

import structlog

from nlu.incidents import describe

#: Rasa's setting for how much is logged; docs/settings.md.
LEVEL: Final = "LOG_LEVEL"

_OURS: Final = frozenset(
    ("actions", "cec", "channels", "drawing", "interview", "nlg", "nlu", "noc", "operating", "stores")
)
_LOUD: Final = ("asyncio", "matplotlib", "numba", "h5py", "tensorflow", "absl", "PIL")

logger = logging.getLogger(__name__)


class BadLevel(ValueError):
    """The setting names no level."""


def make_harmless() -> None:
    """Have every record of this process made without people's words, whoever configured what shows it."""
    logging.setLogRecordFactory(_harmless)


def configure(environ: Mapping[str, str] = os.environ) -> None:
    """Log as JSON lines to the standard output. Call it again once libraries have set up handlers of their own.

    Raises BadLevel.
    """
    make_harmless()
    level = logging.getLevelName((environ.get(LEVEL) or "INFO").upper())
    if not isinstance(level, int):
        raise BadLevel(f"{LEVEL} has to be one of DEBUG, INFO, WARNING and ERROR, not {environ[LEVEL]!r}.")
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_JsonLines())
    root = logging.getLogger()
    is_first = not any(isinstance(known.formatter, _JsonLines) for known in root.handlers)
    root.handlers, root.filters = [handler], []
    root.setLevel(level)
    for name, library in list(logging.Logger.manager.loggerDict.items()):
        if isinstance(library, logging.Logger):
            library.handlers, library.propagate = [], True
            if name.partition(".")[0] == "rasa_sdk":
                library.setLevel(level)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.captureWarnings(True)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, _event_only],
        context_class=dict,
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    if level <= logging.DEBUG and is_first:
        logger.warning(
            "debug logging is on: it is slow, and tells which steps each conversation went through, though no words"
        )


def _event_only(_: object, __: str, event: MutableMapping[str, Any]) -> tuple[tuple[str], dict[str, Any]]:
    """Rasa's structured records without their values, which are messages, slots and trackers."""
    error = event.get("exc_info")
    return (str(event.get("event")),), {"exc_info": error} if error else {}


def _harmless(
    name: str, level: int, path: str, line: int, msg: object, args: Any, exc_info: Any,
    func: str | None = None, sinfo: str | None = None, **more: Any,
) -> logging.LogRecord:  # fmt: skip
    if name.partition(".")[0] not in _OURS:
        if name == "py.warnings":
            msg = _category(args)
        elif not (isinstance(msg, str) and _stands_in_the_source(msg, path, line)):
            msg = f"(a message of {'/'.join(path.split('/')[-2:])}, line {line})"
        args = ()
    record = logging.LogRecord(name, level, path, line, msg, args, None, func, None, **more)
    error = exc_info[1] if isinstance(exc_info, tuple) else exc_info if isinstance(exc_info, BaseException) else None
    if error is not None:
        record.msg, record.args = f"{record.getMessage()}: {describe(error)}", ()
    return record


def _stands_in_the_source(message: str, path: str, line: int) -> bool:
    """Whether the code that is logging holds this very message as a constant."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        code: CodeType = frame.f_code
        if code.co_filename == path and frame.f_lineno == line:
            return message in code.co_consts
        frame = frame.f_back
    return False


def _category(args: Any) -> str:
    """Of a warning, "path:line: Category: text", what comes before its text."""
    told = str(args[0]) if args else ""
    return "a warning: " + ":".join(told.split("\n", 1)[0].split(":")[:3])


class _JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, logger, message, and the fields that our modules add."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        fields = getattr(record, "fields", {}) if record.name.partition(".")[0] in _OURS else {}
        when = datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds")
        told = {"time": when, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        return json.dumps({**told, **fields}, ensure_ascii=True)
