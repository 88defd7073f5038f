"""Tell the person in one line what is going on, and keep the noise of tools in a log file."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Callable, Mapping, Sequence

from scripts import LOGS, ROOT

_LINES_OF_LOG_SHOWN = 15
_SECONDS_BETWEEN_LINES = 30  # where there is no terminal to redraw a line on


class Failure(Exception):
    """Something the person has to know or mend; its text is all they see."""


def say(line: str) -> None:
    print(line, flush=True)


def main(step: Callable[[], None]) -> None:
    """Run a script's `step`; failures and interruptions end it with one message, no traceback."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: sys.exit(128 + received))
    try:
        step()
    except Failure as problem:
        sys.exit(f"{problem}")
    except KeyboardInterrupt:
        say("\nStopped. The same command goes on from here.")
        sys.exit(130)


def run(
    doing: str,
    command: Sequence[object],
    environ: Mapping[str, str],
    notable: str = "",
    hint: str = "",
) -> Path:
    """Run `command` to its end under a line that says what it is `doing`; returns its log.

    `notable` is a pattern whose first group, found in the output, is shown beside the seconds.
    Raises Failure with the end of the log, and `hint`, when the command fails.
    """
    log = LOGS / f"{re.sub('[^a-z]+', '-', doing.lower()).strip('-')}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=str(ROOT),
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    line = _Line(doing)
    reader = threading.Thread(target=_keep, args=(process, log, re.compile(notable), line))
    reader.start()
    try:
        while process.poll() is None:
            line.draw()
            try:
                process.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
        reader.join()
        line.end("done" if process.returncode == 0 else "failed")
    if process.returncode:
        end = log.read_text().splitlines()[-_LINES_OF_LOG_SHOWN:]
        raise Failure("\n".join([*end, "", hint, f"All of it is in {log.relative_to(ROOT)}."]))
    return log


def _keep(process: subprocess.Popen[str], log: Path, notable: re.Pattern[str], line: _Line) -> None:
    assert process.stdout is not None
    with log.open("w") as file, process.stdout:
        for text in process.stdout:
            file.write(text)
            found = notable.search(text) if notable.pattern else None
            if found:
                line.detail = found.group(1)


class _Line:
    """One line, redrawn on a terminal, repeated now and then elsewhere."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.detail = ""
        self.started = time.monotonic()
        self.terminal = sys.stdout.isatty()
        self.next = 0.0

    def draw(self) -> None:
        seconds = time.monotonic() - self.started
        if self.terminal:
            self._redraw(f"{self.doing} ... {seconds:.0f} s  {self.detail}")
        elif seconds >= self.next:
            say(f"{self.doing} ... {f'{seconds:.0f} s' if self.next else ''}".rstrip())
            self.next = seconds + _SECONDS_BETWEEN_LINES

    def end(self, outcome: str) -> None:
        text = f"{self.doing}: {outcome} in {time.monotonic() - self.started:.0f} s"
        if self.terminal:
            self._redraw(text)
            say("")
        else:
            say(text)

    def _redraw(self, text: str) -> None:
        width = (shutil.get_terminal_size().columns or 80) - 1
        sys.stdout.write("\r\033[K" + text[:width])
        sys.stdout.flush()
