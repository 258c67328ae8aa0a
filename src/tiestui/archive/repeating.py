"""Ids that come more than once in one file: the last record with an id is the one that counts.

Which ids came is not remembered one by one, a million of them would fill the memory: each leaves two marks in a table
of bits. An id that finds its marks is remembered; that a few are that come once only does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable

from tiestui.archive.preparing import Prepared, unpacked
from tiestui.archive.sorting import Packed

_BITS = 1 << 26


class Repeated:
    """The ids of a file as they come, and the last place of each that may have come before."""

    def __init__(self) -> None:
        self._marks = bytearray(_BITS >> 3)
        self._last: dict[str, int] = {}

    def add(self, names: Iterable[str], first: int) -> None:
        """Take in the ids of the records with the numbers `first` and up."""
        marks, last = self._marks, self._last
        for number, name in enumerate(names, first):
            code = hash(name)
            one, other = code & (_BITS - 1), code >> 32 & (_BITS - 1)
            if marks[one >> 3] >> (one & 7) & marks[other >> 3] >> (other & 7) & 1:
                last[name] = number
            else:
                marks[one >> 3] |= 1 << (one & 7)
                marks[other >> 3] |= 1 << (other & 7)

    def last_of(self, records: Iterable[Packed]) -> list[tuple[Prepared, int]]:
        """These records with their blocks, without those of which a later one has the id."""
        last = self._last
        found = [(unpacked(data), number, block) for _, number, block, data in records]
        return [(record, block) for record, number, block in found if last.get(record.id, number) == number]
