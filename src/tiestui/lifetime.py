"""A process of a pool that ends with the one that started it: killed, that one can tell nobody to stop."""

from __future__ import annotations


def end_with_parent() -> None:
    """To be called first in a process that was started for a part of the work: watch over the one that started it."""
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    import os
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)
