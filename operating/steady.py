"""What keeps a server's turns alike in length once all that it needs is loaded."""

from __future__ import annotations

import gc

from threadpoolctl import threadpool_limits


def settle() -> None:
    """Call once at the start, when the model and the tables are loaded.

    Python's collector looks through everything that is alive, now and then, which takes longer than a turn; what is
    loaded now stays, and need not be looked at. And the products of a message's few hundred numbers are not worth
    the threads that the numerical library keeps spinning for them on every core.
    """
    threadpool_limits(limits=1)
    gc.collect()
    gc.freeze()
    gc.collect()  # once more: it waits for a quarter as much garbage as it last found alive
    gc.set_threshold(10_000, 20, 20)
