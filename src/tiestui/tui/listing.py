"""The keys of a view's records in order, with group headings between them: what a virtual list is drawn from.

A key encodes its record's earliest day, so year headings are found by bisection, whatever the number of records.
Screen lines are records and headings together; `line_of` and `at` go from one to the other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import MAXYEAR

from tiestui.archive.keys import UNDATED as FIRST_UNDATED
from tiestui.archive.keys import year_of, year_starts_at
from tiestui.light import NamedTuple
from tiestui.tui.keyruns import KeyRuns

UNDATED = "undated"
NO_BEGINNING = "no beginning"
"""The heading of records whose date is open to the past: they stand before all others."""
MOST_SORTED = 50_000


class Group(NamedTuple):
    """A heading before record number `start`, and how many records stand under it. `label` None: unknown."""

    start: int
    label: str | None
    size: int


Grouping = Callable[[Sequence[int]], list[Group]]


class Listing:
    """Keys in the order of the view and the groups over them. Grows by `extend` while the rest is being read."""

    def __init__(self, grouping: Grouping | None = None) -> None:
        self.keys = KeyRuns()
        self.complete = False
        self._grouping = grouping
        self._groups: list[Group] = []
        self._starts: list[int] = []
        self._heading_lines: list[int] = []
        self._grouped = 0

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def groups(self) -> list[Group]:
        """The groups of the keys that are there."""
        self._group()
        return self._groups

    @property
    def line_count(self) -> int:
        """Records and headings together."""
        return len(self.keys) + len(self.groups)

    def extend(self, keys: array[int] | KeyRuns) -> None:
        """More keys at the end."""
        self.keys.extend(keys)

    def extend_group(self, label: str | None, keys: array[int] | KeyRuns) -> None:
        """A whole group at the end, or more of the last one when the label is the same."""
        start = len(self.keys)
        self.keys.extend(keys)
        if self._groups and self._groups[-1].label == label:
            last = self._groups.pop()
            start, many = last.start, last.size + len(keys)
        else:
            many = len(keys)
        self._groups.append(Group(start, label, many))

    def _group(self) -> None:
        """Work the groups out, if keys came since that was done."""
        if self._grouped == len(self.keys):
            return
        self._grouped = len(self.keys)
        if self._grouping is not None:
            self._groups = self._grouping(self.keys)
        self._starts = [group.start for group in self._groups]
        self._heading_lines = [group.start + number for number, group in enumerate(self._groups)]

    def line_of(self, index: int) -> int:
        """The screen line of record number `index`."""
        self._group()
        return index + bisect_right(self._starts, index)

    def at(self, line: int) -> int | Group:
        """What stands on a screen line: a record's number or a group's heading."""
        self._group()
        before = bisect_right(self._heading_lines, line)
        if before and self._heading_lines[before - 1] == line:
            return self._groups[before - 1]
        return line - before

    def group_of(self, index: int) -> int:
        """The number of the group that holds record number `index`, -1 for none."""
        self._group()
        return bisect_right(self._starts, index) - 1

    def find(self, key: int) -> int | None:
        """The number of the record with this key, or None when the view does not hold it."""
        if not self.keys:
            return None
        guess = self.nearest_in_time(key)
        if self.keys[guess] == key:
            return guess
        try:
            return self.keys.index(key)
        except ValueError:
            return None

    def nearest(self, key: int) -> int:
        """The number of the record with this key, or of one beside its place in time; 0 in an empty list."""
        if (exact := self.find(key)) is not None:
            return exact
        return self.nearest_in_time(key) if self.keys else 0

    def nearest_in_time(self, key: int) -> int:
        """The number of the first record not before `key` in the order of the view; sound for lists by date."""
        if is_falling(self.keys):
            place = bisect_left(self.keys, -key, 0, first_undated(self.keys), key=lambda known: -known)
        else:
            place = bisect_left(self.keys, key)
        return min(place, len(self.keys) - 1)

    def count_between(self, low: int, high: int) -> int:
        """How many records have a key from `low` up to but not `high`; sound for lists by date."""
        if not is_falling(self.keys):
            return bisect_left(self.keys, high) - bisect_left(self.keys, low)
        end = first_undated(self.keys)
        first = bisect_right(self.keys, -high, 0, end, key=lambda known: -known)
        return bisect_right(self.keys, -low, 0, end, key=lambda known: -known) - first


def counter_of(listing: Listing) -> Callable[[int, int], int] | None:
    """`count_between` for a list in another order than by date; None for a long one, which would take too long."""
    if len(listing) > MOST_SORTED:
        return None
    keys = array("q", sorted(listing.keys))
    return lambda low, high: bisect_left(keys, high) - bisect_left(keys, low)


def is_falling(keys: Sequence[int]) -> bool:
    """Whether dated keys run from the newest to the oldest."""
    dated = first_undated(keys)
    return dated > 1 and keys[0] > keys[dated - 1]


def first_undated(keys: Sequence[int]) -> int:
    """Where the undated records begin: they stand last in both orders."""
    return bisect_left(keys, True, key=lambda key: key >= FIRST_UNDATED)


def by_year(keys: Sequence[int]) -> list[Group]:
    """Year groups of keys in date order, either way, and the undated ones at the end."""
    groups: list[Group] = []
    end = first_undated(keys)
    falling = is_falling(keys)
    start = 0
    while start < end:
        year = year_of(keys[start])
        assert year is not None
        if falling:
            stop = bisect_right(keys, -year_starts_at(year), start, end, key=lambda key: -key)
        elif year == MAXYEAR:
            stop = end
        else:
            stop = bisect_left(keys, year_starts_at(year + 1), start, end)
        groups.append(Group(start, str(year) if year > 1 else NO_BEGINNING, stop - start))
        start = stop
    if end < len(keys):
        groups.append(Group(end, UNDATED, len(keys) - end))
    return groups
