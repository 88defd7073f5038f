"""Erase idle conversations of this folder's database, or of the one that CEC_DATABASE names: `make retain`."""

from __future__ import annotations

import os

from scripts.environment import environment

if __name__ == "__main__":
    os.environ.update(environment())
    from stores.retention import main

    main()
