"""How fast the law answers: ``python -m benchmarks.assess`` from the project's folder."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from cec import assess, outlook, parse_case

ROOT: Final = Path(__file__).parent.parent
AS_OF: Final = date(2026, 11, 22)
LINES: Final = 5000
FLAGS: Final = (
    "in_canada", "paid", "employee", "canadian_employer", "authorized", "temporary_status",
    "duties_match",
)  # fmt: skip


def main() -> None:
    chance = random.Random(1)
    one, four = _case(chance, 1), _case(chance, 4)
    print(f"one job, from data to assessment: {_milliseconds(lambda: _assess(one), 1000):.2f} ms")
    print(f"four jobs, the outlook: {_milliseconds(lambda: outlook(parse_case(four)), 50):.1f} ms")
    lines = "".join(json.dumps(_mixed(chance)) + "\n" for _ in range(LINES))
    print(f"assess --jsonl, {LINES} mixed cases: {_lines_per_second(lines):,.0f} cases a second")


def _assess(case: dict[str, Any]) -> dict[str, Any]:
    return assess(parse_case(case)).to_dict()


def _milliseconds(work: Callable[[], object], times: int) -> float:
    """The best of five runs: what the work takes when the machine does nothing else."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, (time.perf_counter() - start) / times)
    return best * 1000


def _lines_per_second(lines: str) -> float:
    """Start of the process included."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "cec", "assess", "--jsonl"]
    subprocess.run(command, input=lines.encode(), stdout=subprocess.DEVNULL, cwd=ROOT, check=True)
    return LINES / (time.perf_counter() - start)


def _mixed(chance: random.Random) -> dict[str, Any]:
    """One to four jobs; in three of ten cases some facts are not known, one in twenty is wrong."""
    case = _case(chance, chance.choice([1, 1, 2, 2, 3, 4]))
    if chance.random() < 0.3:
        for _ in range(chance.randint(1, 4)):
            job = chance.choice(case["jobs"])
            job[chance.choice([*FLAGS, "noc", "hours_per_week"])] = None
    if chance.random() < 0.05:
        case["jobs"][0]["start"] = "2025-02-30"
    return case


def _case(chance: random.Random, jobs: int) -> dict[str, Any]:
    scores: dict[str, float] = {skill: chance.choice([5, 6, 7, 8, 9]) for skill in ("listening", "reading")}
    scores |= {skill: chance.choice([5, 5.5, 6, 6.5, 7]) for skill in ("writing", "speaking")}
    taken = AS_OF - timedelta(days=chance.randint(1, 800))
    return {
        "as_of": AS_OF.isoformat(),
        "outside_quebec": True,
        "inadmissibility": [],
        "study": [],
        "jobs": [_job(chance) for _ in range(jobs)],
        "language_test": {
            "test": "ielts_general_training",
            "date": taken.isoformat(),
            "scores": scores,
        },
    }


def _job(chance: random.Random) -> dict[str, Any]:
    start = AS_OF - timedelta(days=chance.randint(30, 1500))
    end = start + timedelta(days=chance.randint(60, 700))
    job: dict[str, Any] = {
        "title": "Job",
        "noc": chance.choice(["63200", "62020", "21232", "60030", "64100"]),
        "start": start.isoformat(),
        "end": end.isoformat() if chance.random() < 0.6 else None,
        "hours_per_week": chance.choice([15, 20, 30, 37.5, 40]),
        "excluded": [],
    }
    if chance.random() < 0.2:
        leave = start + timedelta(days=40)
        until = leave + timedelta(days=20)
        part = {"start": leave.isoformat(), "end": until.isoformat(), "reason": "leave"}
        job["excluded"] = [part]
    return {**job, **dict.fromkeys(FLAGS, True)}


if __name__ == "__main__":
    main()
