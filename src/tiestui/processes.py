"""Work that several processes share: how many can run, and the same work on many things with the results in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

_FEW = 6
_AHEAD = 4


def cores() -> int:
    """How many processes can run at the same time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int | None = None) -> Iterator[Result]:
    """`work` of each thing in turn; by processes when there are enough things to pay for them.

    jobs: how many processes (None: one a core). No more than a few results wait for their turn. `work` must be a
    function of a module.
    """
    jobs = min(jobs or cores(), len(things))
    if jobs < 2 or len(things) <= _FEW:
        yield from map(work, things)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
        rest = iter(things)
        waiting = [pool.submit(work, thing) for thing in islice(rest, _AHEAD * jobs)]
        try:
            while waiting:
                result = waiting.pop(0).result()
                waiting += [pool.submit(work, thing) for thing in islice(rest, 1)]
                yield result
        finally:
            for future in waiting:
                future.cancel()


def _end_with_parent() -> None:
    """Watch over the process that started this one: killed, it can tell nobody to stop."""
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)
