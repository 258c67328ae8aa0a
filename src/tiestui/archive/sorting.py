"""More records than memory should hold, in the order of their keys: sorted runs on the disk, merged as they are read.

A table in order of date is written ten times faster in that order: every page once, and not once for every batch. So is
the full-text index, which writes out what it has gathered whenever a key is lower than the last.
"""

from __future__ import annotations

import marshal
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

Packed = tuple[int, int, int, tuple[object, ...]]
"""The lowest key that a record may have, its number in the file, its block, and the prepared record."""


class Run(NamedTuple):
    """Packed records in order, some to a piece.

    lows, numbers: the first two values of the lowest of each piece. ends: where each ends in `data`, which holds them.
    """

    lows: list[int]
    numbers: list[int]
    ends: list[int]
    data: bytes


_IN_A_PIECE = 8
_TOGETHER = 1_000
_IN_MEMORY = 1 << 22


def run_of(records: list[Packed]) -> Run:
    """The records as a sorted run; any process may do it."""
    records.sort()
    pieces = [marshal.dumps(records[start : start + _IN_A_PIECE]) for start in range(0, len(records), _IN_A_PIECE)]
    lowest = records[::_IN_A_PIECE]
    ends = list(accumulate(map(len, pieces)))
    return Run([one[0] for one in lowest], [one[1] for one in lowest], ends, b"".join(pieces))


class Sorter:
    """Takes sorted runs in any order and gives all records back by their keys; equal keys by their numbers.

    What memory should not hold lies in a file without a name in `folder`: a killed process leaves nothing behind.
    """

    def __init__(self, folder: Path) -> None:
        self._lows, self._numbers = array("q"), array("q")
        self._ends = array("q", [0])
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(folder))  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Sorter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, run: Run) -> None:
        """Take in a run."""
        start = self._ends[-1]
        self._lows.extend(run.lows)
        self._numbers.extend(run.numbers)
        self._ends.extend([start + end for end in run.ends])
        self._file.write(run.data)

    def batches(self) -> Iterator[list[Packed]]:
        """All that came, in order, some thousands at a time.

        Pieces are read in the order of their first records: what is lower than the next piece's first is complete.
        """
        order = sorted(range(len(self._lows)), key=self._first)
        waiting: list[Packed] = []
        left = 0
        for place, piece in enumerate(order, 1):
            waiting += self._read(piece)
            if place < len(order) and len(waiting) >= left + _TOGETHER:
                waiting.sort()
                complete = bisect_left(waiting, self._first(order[place]))
                yield waiting[:complete]
                del waiting[:complete]
                left = len(waiting)
        waiting.sort()
        yield waiting

    def _first(self, piece: int) -> tuple[int, int]:
        return self._lows[piece], self._numbers[piece]

    def _read(self, piece: int) -> list[Packed]:
        start, end = self._ends[piece : piece + 2]
        self._file.seek(start)
        records: list[Packed] = marshal.loads(self._file.read(end - start))
        return records
