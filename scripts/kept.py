"""Run a module of stores/ on this folder's database, or on the one that CEC_DATABASE names."""

from __future__ import annotations

import os
import runpy
import sys

from scripts.environment import environment

if __name__ == "__main__":
    os.environ.update(environment())
    module = f"stores.{sys.argv.pop(1)}"
    runpy.run_module(module, run_name="__main__", alter_sys=True)
