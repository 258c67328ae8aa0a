"""More records than memory should hold, in the order of their keys: sorted runs on the disk, merged as they are read.

A table in order of date is written ten times faster in that order: every page once, and not once for every batch. So is
the full-text index, which writes out what it has gathered whenever a key is lower than the last.
"""

from __future__ import annotations

import marshal
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

Packed = tuple[int, int, int, tuple[object, ...]]
"""The lowest key that a record may have, its number in the file, its block, and the prepared record."""
Piece = tuple[int, int, bytes]
"""The first two values of the lowest of some packed records, and all of them as bytes, in order."""

_IN_A_PIECE = 8
_TOGETHER = 1_000
_IN_MEMORY = 1 << 22


def pieces_of(records: list[Packed]) -> list[Piece]:
    """The records as a sorted run, in pieces; any process may do it."""
    records.sort()
    pieces = []
    for start in range(0, len(records), _IN_A_PIECE):
        some = records[start : start + _IN_A_PIECE]
        pieces.append((some[0][0], some[0][1], marshal.dumps(some)))
    return pieces


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

    def add(self, run: Iterable[Piece]) -> None:
        """Take in a run."""
        for low, number, data in run:
            self._lows.append(low)
            self._numbers.append(number)
            self._ends.append(self._ends[-1] + len(data))
            self._file.write(data)

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
