"""More records than memory should hold, in the order of their keys: sorted runs on the disk, merged as they are read.

A table in order of date is written ten times faster in that order: every page once, and not once for every batch. So is
the full-text index, which writes out what it has gathered whenever a key is lower than the last.
"""

from __future__ import annotations

import marshal
import tempfile
from bisect import bisect_left
from collections.abc import Iterator
from heapq import heapify, heappop, heapreplace
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

Packed = tuple[int, int, int, bytes]
"""The lowest key that a record may have, its number in the file, its block, and the prepared record, packed."""
Head = tuple[int, int, int]
"""Of a piece (some packed records in order): the first two values of its first record, and its size in bytes."""

_IN_A_PIECE = 4
_TOGETHER = 500
_IN_MEMORY = 1 << 22


class Run(NamedTuple):
    """Packed records in order, in pieces, each of which tells the head of the next. first: the head of the first."""

    first: Head | None
    data: bytes


def run_of(records: list[Packed]) -> Run:
    """The records as a sorted run; any process may do it."""
    records.sort()
    pieces: list[bytes] = []
    head: Head | None = None
    for start in reversed(range(0, len(records), _IN_A_PIECE)):
        some = records[start : start + _IN_A_PIECE]
        pieces.append(marshal.dumps((some, head)))
        head = some[0][0], some[0][1], len(pieces[-1])
    return Run(head, b"".join(reversed(pieces)))


class Sorter:
    """Takes sorted runs in any order and gives all records back by their keys; equal keys by their numbers.

    They lie in a file without a name in `folder`: a killed process leaves nothing behind. Memory holds a piece of each
    run at most.
    """

    def __init__(self, folder: Path) -> None:
        self._heads: list[tuple[int, int, int, int]] = []
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(folder))  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Sorter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, run: Run) -> None:
        """Take in a run."""
        if run.first is not None:
            self._heads.append((*run.first, self._file.tell()))
            self._file.write(run.data)

    def batches(self) -> Iterator[list[Packed]]:
        """All that came, in order, some thousands at a time; once.

        Pieces are read in the order of their first records: what is lower than the next piece's first is complete.
        """
        heads = self._heads
        heapify(heads)
        waiting: list[Packed] = []
        left = 0
        while heads:
            *_, size, place = heads[0]
            records, head = self._read(place, size)
            waiting += records
            if head is None:
                heappop(heads)
            else:
                heapreplace(heads, (*head, place + size))
            if heads and len(waiting) >= left + _TOGETHER:
                waiting.sort()
                complete = bisect_left(waiting, heads[0][:2])
                yield waiting[:complete]
                del waiting[:complete]
                left = len(waiting)
        waiting.sort()
        yield waiting

    def _read(self, place: int, size: int) -> tuple[list[Packed], Head | None]:
        self._file.seek(place)
        piece: tuple[list[Packed], Head | None] = marshal.loads(self._file.read(size))
        return piece
