"""docs/evidence/abuses.md names what is tried here, neither more nor less; this needs no run of it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

from evidence.abuses import PAGE, ROOT


def test_the_list_names_every_abuse_that_is_tried_and_no_other() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "evidence.abuses", "--tried"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    tried = [line for line in asked.stdout.splitlines() if line.startswith("| ")]
    listed = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    rows = [line for line in listed if not line.startswith("| abuse |")]
    assert len(tried) > 100
    assert Counter(tried) == Counter(row.rsplit(" | ", 1)[0] + " |" for row in rows)
    assert all(row.removesuffix(" |").rsplit(" | ", 1)[1].strip() for row in rows)
