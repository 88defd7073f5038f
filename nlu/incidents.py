"""How a failure is told in the log: what kind and where, never what the person typed."""

from __future__ import annotations

import uuid


def new_incident() -> str:
    """A short id that a person can quote and an operator can search for."""
    return uuid.uuid4().hex[:8]


def describe(error: BaseException) -> str:
    """The kind of an error and the lines it went through, without its message, which may quote the person."""
    steps = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        steps.append(f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' > '.join(steps)}"
