"""Debian's Chromium: found, or installed where that is possible. Playwright's own browsers are not used."""

from __future__ import annotations

import os
import shutil
import subprocess

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_WHAT_TO_DO = "These tests need Chromium. Install it (on Debian: apt-get install chromium) and run the command again."


def chromium() -> str:
    """The path of the browser; installs it where this is Debian and we are root."""
    path = _found()
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if path is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", "--quiet", *command], check=True, env=environ)
        path = _found()
    assert path is not None, _WHAT_TO_DO
    return path


def _found() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)
