"""How long the occupation package takes, and how much memory: `python -m benchmarks.search`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import noc
from tests.noc.evaluate import HERE, PARTS, load, load_duties

MESSAGES = (
    "hi im a line cook in calgary on pgwp since may 2024 fulltime 37.5hr. ielts listening 7.5",
    "speaking was 7.5 not 6.5",
    "does my co-op count if i was a full time student at seneca until april 2024?",
    "i started in a cafe in 2023 as barista then they made me supervisor in feb 2024, 38 hours",
    "my employer refuses to give me a reference letter what can i do",
    "full time",
)
#: In a fresh process: seconds until the first answers, and megabytes that the package, its tables and they take.
COLD = """
import resource, sys, time
def used(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
before, started = used(), time.perf_counter()
import noc
noc.search("line cook of the moon"); noc.mentions("i am a cook"); noc.search_duties("i cook"); noc.kinds("manager")
print(time.perf_counter() - started, used() - before)
"""


def main() -> None:
    """Prints the start of a fresh process and its memory, then the median and worst time of each call."""
    starts = [subprocess.check_output([sys.executable, "-c", COLD], text=True).split() for _ in range(5)]
    seconds, megabytes = zip(*(map(float, start) for start in starts), strict=True)
    print(f"ready with a first search, mention and duties: {min(seconds):.2f} s (best of 5), {max(megabytes):.0f} MB")
    said = [entry.title for part in PARTS.values() for entry in load(HERE / f"titles_{part}.jsonl")]
    duties = [text for part in PARTS.values() for text, _ in load_duties(part)]
    _report("search", said, lambda text: noc.search.__wrapped__(text))
    _report("search, reversed", [text[::-1] for text in said], lambda text: noc.search.__wrapped__(text))
    _report("search_duties", duties, lambda text: noc.search_duties.__wrapped__(text))
    _report("mentions", MESSAGES, lambda text: noc.mentions.__wrapped__(text))


def _report(name: str, texts: Iterable[str], call: Callable[[str], object]) -> None:
    times = []
    for text in texts:
        call(text)
        started = time.perf_counter()
        call(text)
        times.append((time.perf_counter() - started) * 1000)
    print(f"{name:18} median {statistics.median(times):6.2f} ms, worst {max(times):6.2f} ms")


if __name__ == "__main__":
    main()
