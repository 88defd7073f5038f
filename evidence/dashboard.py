"""The dashboard of deploy/grafana-dashboard.json after two minutes under load, drawn from a real Prometheus."""

from __future__ import annotations

import asyncio
import json
import os
import platform
import signal
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.servers import this_bot
from evidence.watching.people import Crowd
from evidence.watching.picture import Drawn, draw, legend, number
from evidence.watching.prometheus import SCRAPE_SECONDS, Prometheus, scraping, version
from scripts import ROOT
from scripts.servers import running

DASHBOARD: Final = ROOT / "deploy" / "grafana-dashboard.json"
FOLDER: Final = ROOT / "docs" / "evidence"

_SECONDS: Final = 90.0
_QUIET: Final = 10.0  # seconds before the load, and after it
_GONE_AFTER: Final = 40.0
_GONE_FOR: Final = 9.0  # Rasa's server gives a call up after 7
_MOST_LINES: Final = 4  # of a panel that the table tells

#: What Grafana puts in place of its variables: at this span a point each scrape, and four scrapes for a rate.
VARIABLES: Final = {
    "$__rate_interval": f"{max(SCRAPE_SECONDS + SCRAPE_SECONDS, 4 * SCRAPE_SECONDS)}s",
    "$__interval": f"{SCRAPE_SECONDS}s",
    "$__range": f"{_SECONDS + 2 * _QUIET:.0f}s",
}


@dataclass(frozen=True, slots=True)
class Run:
    """What happened when (seconds since 1970), and what became of the people."""

    start: float
    end: float
    gone: tuple[float, float]
    told: Mapping[str, int]


def main() -> None:
    """Run the product under load, ask for every panel, and write the page and its picture."""
    program = version()
    with this_bot(CEC_MESSAGES_PER_MINUTE="60") as bot, scraping(bot.address) as prometheus, ExitStack() as stack:
        run = asyncio.run(_under_load(bot.address, bot.pids["actions"], stack))
        panels = [(panel, _asked(prometheus, panel, run)) for panel in json.loads(DASHBOARD.read_text())["panels"]]
    FOLDER.mkdir(parents=True, exist_ok=True)
    title = "CEC assistant (the panels of deploy/grafana-dashboard.json; shaded: the action server is gone)"
    draw(panels, (run.start, run.end), run.gone, title, FOLDER / "dashboard.png")
    (FOLDER / "dashboard.md").write_text(_page(panels, run, program), encoding="utf-8")


async def _under_load(address: str, actions: int, stack: ExitStack) -> Run:
    start = time.time()
    await asyncio.sleep(_QUIET)
    crowd = Crowd(address, _SECONDS)
    talk = asyncio.ensure_future(crowd.talk())
    await asyncio.sleep(_GONE_AFTER)
    command, environ = _started_as(actions)
    os.killpg(actions, signal.SIGTERM)
    gone = time.time()
    await asyncio.sleep(_GONE_FOR)
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="cec-evidence-"))
    stack.enter_context(running(command, environ, Path(folder) / "actions.log"))
    back = await _listening(int(command[-1]))
    await talk
    await asyncio.sleep(_QUIET)
    return Run(start, time.time(), (gone, back), crowd.told)


def _started_as(pid: int) -> tuple[list[str], dict[str, str]]:
    """The command and the environment of a process, to start it again."""
    process = Path("/proc") / str(pid)
    command, environ = (os.fsdecode((process / name).read_bytes()).split("\0")[:-1] for name in ("cmdline", "environ"))
    return command, dict(variable.split("=", 1) for variable in environ)


async def _listening(port: int) -> float:
    """When something listens on a port again."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return time.time()


def _asked(prometheus: Prometheus, panel: Mapping[str, Any], run: Run) -> Drawn:
    """What Prometheus has for a panel, by the names of its lines."""
    return [
        (legend(target["legendFormat"], line.labels), line)
        for target in panel["targets"]
        for line in prometheus.ask(filled(target["expr"]), run.start, run.end)
    ]


def filled(query: str) -> str:
    """A panel's query with Grafana's variables filled."""
    for name, value in VARIABLES.items():
        query = query.replace(name, value)
    return query


def _page(panels: list[tuple[Mapping[str, Any], Drawn]], run: Run, program: str) -> str:
    when = datetime.fromtimestamp(run.start).strftime("%-d %B %Y, %H:%M")
    where = f"{os.cpu_count()} processors ({platform.machine()})"
    rate = VARIABLES["$__rate_interval"]
    gone = round(run.gone[1] - run.gone[0])
    vain = run.told.get("waited in vain", 0)
    answered = f"{run.told['answered']:,}"
    words = f"""\
# The dashboard under load

Written by `python -m evidence.dashboard` on {when}, on {where}, with Prometheus {program}.
Grafana was not there: Prometheus was asked each query as it stands in `deploy/grafana-dashboard.json`, with {rate} for
`$__rate_interval`, which is what Grafana puts for a scrape each {SCRAPE_SECONDS} s. The picture is matplotlib's.

Sixteen people wrote for {_SECONDS:.0f} seconds, with a pause of a second or more before each message: whole interviews
with four outcomes, questions, things beyond the bot and things nobody understands, deletions. One wrote 75 messages
at once, again and again, and one sent what is no message and what is too long. After {_GONE_AFTER:.0f} seconds the only
action server was stopped, and was gone for {gone} seconds (shaded). {answered} messages got their answer, or were
told that something went wrong, beside those written at once; without a word within a minute: {vain}.

![All panels of the dashboard](dashboard.png)

Prometheus estimates a growth from the scrapes within a window, so a count need not be whole; it is shown rounded.

| panel | query | last value | highest | what it tells |
|---|---|---|---|---|
"""
    return words + "\n".join(_row(panel, drawn) for panel, drawn in panels) + "\n"


def _row(panel: Mapping[str, Any], drawn: Drawn) -> str:
    unit = panel["fieldConfig"]["defaults"]["unit"]
    queries = "<br>".join(f"`{target['expr']}`" for target in panel["targets"])
    telling = sorted((each for each in drawn if each[1].values), key=lambda each: -max(each[1].values))
    shown = [each for each in telling if max(each[1].values) > 0][:_MOST_LINES] or telling[:1]
    more = f"<br>and {len(telling) - len(shown)} more" if len(telling) > len(shown) else ""
    last = "<br>".join(f"{name} {number(line.values[-1], unit)}" for name, line in shown) or "none"
    highest = "<br>".join(f"{name} {number(max(line.values), unit)}" for name, line in shown) or "none"
    cells = (panel["title"], queries, last + more, highest, panel["description"])
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    main()
