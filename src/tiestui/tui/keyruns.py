"""A long run of record keys in little memory: runs without a gap as ranges, others as differences of four bytes.

A million keys of an archive take a twelfth of the eight megabytes that they are; of a search, half.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from tiestui.archive.keys import SEQUENCE_BITS

PIECE = 4096
SHORTEST_RANGE = 32
_MOST = (1 << 32) - 1


class Offsets(Sequence[int]):
    """Keys as differences from the lowest of them."""

    __slots__ = ("base", "offsets")

    def __init__(self, keys: Sequence[int]) -> None:
        self.base = min(keys)
        self.offsets = array("I", (key - self.base for key in keys))

    def __len__(self) -> int:
        return len(self.offsets)

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> array[int]: ...
    def __getitem__(self, place: int | slice) -> int | array[int]:
        if isinstance(place, slice):
            return array("q", (self.base + offset for offset in self.offsets[place]))
        return self.base + self.offsets[place]

    def index(self, key: int, *bounds: int) -> int:
        """Where the key stands; `ValueError` when it does not."""
        if not 0 <= key - self.base <= _MOST:
            raise ValueError(key)
        return self.offsets.index(key - self.base)


Piece = Sequence[int]


def pieces_of(keys: array[int]) -> list[Piece]:
    """The keys in order, in pieces that take little memory."""
    pieces: list[Piece] = []
    start = at = 0
    end = len(keys)
    rising = end < 2 or keys[0] < keys[-1]
    while at < end:
        after = _end_of_range(keys, at) if rising else at
        if after - at >= SHORTEST_RANGE:
            pieces.extend(_packed(keys, start, at))
            pieces.append(range(keys[at], keys[at] + after - at))
            start = at = after
        else:
            at = max(after, at + SHORTEST_RANGE)
    pieces.extend(_packed(keys, start, end))
    return pieces


def _end_of_range(keys: array[int], at: int) -> int:
    """The end of the run of keys without a gap that begins at a place, within one day."""
    last = min(len(keys), at + PIECE)
    day_end = bisect_left(keys, ((keys[at] >> SEQUENCE_BITS) + 1) << SEQUENCE_BITS, at, last)
    if keys[day_end - 1] - keys[at] == day_end - 1 - at:
        return day_end
    low, high = at + 1, day_end
    while low < high:
        middle = (low + high) // 2
        if keys[middle] - keys[at] == middle - at:
            low = middle + 1
        else:
            high = middle
    return low


def _packed(keys: array[int], start: int, end: int) -> Iterator[Piece]:
    for first in range(start, end, PIECE):
        part = keys[first : min(end, first + PIECE)]
        yield Offsets(part) if max(part) - min(part) <= _MOST else part


class KeyRuns(Sequence[int]):
    """Keys in the order in which they were added."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        self._length = 0

    def extend(self, keys: array[int]) -> None:
        """More keys at the end."""
        for piece in pieces_of(keys):
            self._pieces.append(piece)
            self._starts.append(self._length)
            self._length += len(piece)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> array[int]: ...
    def __getitem__(self, place: int | slice) -> int | array[int]:
        if isinstance(place, slice):
            return self._slice(*place.indices(self._length))
        if place < 0:
            place += self._length
        if not 0 <= place < self._length:
            raise IndexError(place)
        number = bisect_right(self._starts, place) - 1
        key: int = self._pieces[number][place - self._starts[number]]
        return key

    def _slice(self, first: int, last: int, step: int) -> array[int]:
        found = array("q")
        number = max(0, bisect_right(self._starts, first) - 1)
        while number < len(self._pieces) and self._starts[number] < last:
            start = self._starts[number]
            found.extend(self._pieces[number][max(0, first - start) : last - start])
            number += 1
        return found if step == 1 else found[::step]

    def __iter__(self) -> Iterator[int]:
        for piece in self._pieces:
            yield from piece

    def index(self, key: int, *bounds: int) -> int:
        """Where the key stands; `ValueError` when it does not."""
        for start, piece in zip(self._starts, self._pieces, strict=True):
            try:
                return start + piece.index(key)
            except ValueError:
                continue
        raise ValueError(key)
