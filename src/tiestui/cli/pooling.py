"""The same work on many things by several processes, with the results in the order of the things."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

_FEW = 8
_AHEAD = 4


def in_order(work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int | None = None) -> Iterator[Result]:
    """`work` of each thing in turn; by processes when there are enough things to pay for them.

    jobs: how many processes (None: one a core). No more than a few results wait for their turn. `work` must be a
    function of a module.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(things))
    if jobs < 2 or len(things) < _FEW:
        yield from map(work, things)
        return
    from concurrent.futures import ProcessPoolExecutor

    from tiestui.lifetime import end_with_parent

    with ProcessPoolExecutor(jobs, initializer=end_with_parent) as pool:
        rest: Iterable[Thing] = iter(things)
        waiting = [pool.submit(work, thing) for thing in islice(rest, _AHEAD * jobs)]
        try:
            while waiting:
                result = waiting.pop(0).result()
                waiting += [pool.submit(work, thing) for thing in islice(rest, 1)]
                yield result
        finally:
            for future in waiting:
                future.cancel()
