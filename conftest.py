"""What every test runs with: the same environment as the assistant, and patient property tests."""

from __future__ import annotations

import os

from hypothesis import settings

from scripts.environment import environment

os.environ.update(environment())

# No time limit for one example: on a busy machine that would fail for no fault of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
