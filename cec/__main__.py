"""``python -m cec``: the law's own commands, and the report, which puts the law's answer into words."""

from __future__ import annotations

import sys

from cec.cli import main
from reports.command import add

if __name__ == "__main__":
    sys.exit(main(more=add))
