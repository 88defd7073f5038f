"""How long the occupation package takes: `python -m benchmarks.noc_search`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import noc
from tests.noc.evaluate import HERE, read

MESSAGES = (
    "hi im a line cook in calgary on pgwp since may 2024 fulltime 37.5hr. ielts listening 7.5",
    "speaking was 7.5 not 6.5",
    "does my co-op count if i was a full time student at seneca until april 2024?",
    "i started in a cafe in 2023 as barista then they made me supervisor in feb 2024, 38 hours",
    "my employer refuses to give me a reference letter what can i do",
    "full time",
)
COLD = "import time; t = time.perf_counter(); import noc; noc.search('line cook of the moon')\n"
COLD += "noc.mentions('i am a cook'); print(time.perf_counter() - t)"


def main() -> None:
    """Prints the start of a fresh process, then the median and worst time of each call."""
    starts = [float(subprocess.check_output([sys.executable, "-c", COLD])) for _ in range(5)]
    print(f"start, first search and first mention: {min(starts):.2f} s (best of 5)")
    said = [text for name in ("dev", "kept_aside") for text, _ in read(HERE / f"{name}.csv")]
    duties = [text for text, _ in read(HERE / "duties_dev.csv")]
    _report("search", said, lambda text: noc.search.__wrapped__(text))
    _report("search, misspelt", [text[::-1] for text in said], lambda t: noc.search.__wrapped__(t))
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
