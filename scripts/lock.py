"""Lock the requirements: exact versions and hashes, without a word about where they came from."""

from __future__ import annotations

import os

from scripts import REQUIREMENTS
from scripts.bootstrap import uv
from scripts.index import uv_environment
from scripts.progress import main, run

# Each lock, the Python it is for, and what else uv has to be told.
_LOCKS = (
    ("uv", "3.8", ()),
    ("build", "3.10", ()),
    ("model", "3.11", ("--no-deps",)),
    ("dev", "3.10", ("--overrides", REQUIREMENTS / "overrides.txt")),
    # What dev.txt has, without what only tests and tools need: for the images of deploy/.
    ("base", "3.10", ("--overrides", REQUIREMENTS / "overrides.txt", "--constraints", REQUIREMENTS / "dev.txt")),
    ("deploy", "3.10", ()),
)


def lock() -> None:
    """Write requirements/*.txt anew from requirements/*.in, keeping the versions that still fit."""
    program = uv()
    for name, python, more in _LOCKS:
        source, target = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
        run(
            f"Locking {target.name}",
            [program, "pip", "compile", "--generate-hashes", "--no-emit-index-url", "--no-header"]
            + ["--python-version", python, *more, "--output-file", target, source],
            uv_environment(os.environ),
        )


if __name__ == "__main__":
    main(lock)
