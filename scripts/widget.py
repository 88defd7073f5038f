"""Build widget/dist, what a website embeds, when something it is made of has changed, and only then."""

from __future__ import annotations

import os

from scripts import ROOT, stamps
from scripts.node import NODE, install
from scripts.progress import Failure, main, run

WIDGET = ROOT / "widget"
DIST = WIDGET / "dist"
PACKAGES = WIDGET / "node_modules"

_LOCK = ("widget/package.json", "widget/package-lock.json", "widget/.npmrc")
_SOURCES = ("widget/src", "widget/demo", "widget/build.mjs", "widget/tsconfig.json")


def widget() -> None:
    """Install the locked npm packages, check the types and build, each unless it was done for these very inputs."""
    install("the widget's", WIDGET)
    wanted = stamps.digest(ROOT, (*_LOCK, *_SOURCES))
    stamp = DIST / "widget.stamp"
    if stamps.is_fresh(stamp, wanted):
        return
    run("Checking the widget's types", [NODE, PACKAGES / "typescript" / "bin" / "tsc", "--project", WIDGET], os.environ)
    run("Building the widget", [NODE, WIDGET / "build.mjs"], os.environ)
    if not (DIST / "widget.js").exists():
        raise Failure("The build of the widget ended without widget/dist/widget.js.")
    stamps.write(stamp, wanted)


if __name__ == "__main__":
    main(stamps.one_at_a_time(ROOT)(widget))
