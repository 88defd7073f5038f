"""A Prometheus on a free port with its data in a folder that is thrown away, and what it is asked."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from scripts.environment import environment
from scripts.servers import free_port, running, wait_until_it_answers

SCRAPE_SECONDS: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One series that a query gave: its labels, and its values at the times they were asked for."""

    labels: Mapping[str, str]
    times: Sequence[float]
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Prometheus:
    """A Prometheus that runs."""

    address: str

    def ask(self, query: str, start: float, end: float) -> list[Line]:
        """What the dashboard's panels ask for: the query's values between two times (seconds since 1970)."""
        asked = {"query": query, "start": start, "end": end, "step": SCRAPE_SECONDS}
        url = f"{self.address}/api/v1/query_range?{urllib.parse.urlencode(asked)}"
        with urllib.request.urlopen(url, timeout=30) as answer:
            found = json.load(answer)["data"]["result"]
        return [_line(each) for each in found]


def _line(found: Mapping[str, Any]) -> Line:
    points = [(float(time), float(value)) for time, value in found["values"] if math.isfinite(float(value))]
    return Line(found["metric"], [time for time, _ in points], [value for _, value in points])


def version() -> str:
    """The version of the Prometheus that is installed; ends the program where there is none."""
    program = shutil.which("prometheus")
    if program is None:
        sys.exit(
            "Prometheus is needed: apt-get install --no-install-recommends prometheus (its service is not needed)."
        )
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return (told.stdout or told.stderr).partition("version ")[2].split()[0]


@contextmanager
def scraping(website: str) -> Iterator[Prometheus]:
    """Have a Prometheus scrape the website at this address, and itself, for the length of a block."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="cec-prometheus-") as name:
        folder, address = Path(name), f"127.0.0.1:{port}"
        jobs = {"cec": website.removeprefix("http://"), "prometheus": address}
        settings = {
            "global": {"scrape_interval": f"{SCRAPE_SECONDS}s", "scrape_timeout": f"{SCRAPE_SECONDS}s"},
            "scrape_configs": [
                {"job_name": job, "static_configs": [{"targets": [target]}]} for job, target in jobs.items()
            ],
        }
        (folder / "prometheus.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
        command = ["prometheus", f"--config.file={folder / 'prometheus.yml'}", f"--web.listen-address={address}"]
        log = folder / "prometheus.log"
        with running([*command, f"--storage.tsdb.path={folder / 'data'}"], environment(), log) as server:
            wait_until_it_answers(server, f"http://{address}/-/ready", log)
            yield Prometheus(f"http://{address}")
