"""``python -m cec``."""

from __future__ import annotations

import sys

from cec.cli import main

sys.exit(main())
