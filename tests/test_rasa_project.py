"""Rasa's own checks of the project: the data fit together, and the stories come out as they are told."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from scripts import ROOT
from scripts.environment import environment


def rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Rasa in the project, with warnings in the output."""
    return subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def test_rasa_finds_no_fault_in_the_data() -> None:
    done = rasa("data", "validate", "--fail-on-warnings")
    # The parts of replies are used by the code, not by stories; tests/test_domain.py checks them.
    other = [
        line
        for line in re.findall(r"UserWarning: (.*)", done.stderr + done.stdout)
        if "is not used in any story or rule" not in line and "Slot auto-fill has been removed" not in line
    ]
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert other == []


def test_every_story_is_predicted_as_it_is_told(tmp_path: Path) -> None:
    done = rasa(
        "test", "core", "--model", "models/cec.tar.gz", "--stories", "tests/stories",
        "--out", str(tmp_path), "--no-plot", "--fail-on-prediction-errors",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    failed = (tmp_path / "failed_test_stories.yml").read_text(encoding="utf-8")
    assert "- story:" not in failed
