"""The keys of a view's records in order, with group headings between them: what a virtual list is drawn from.

A key encodes its record's earliest day, so year headings are found by bisection, whatever the number of records.
Screen lines are records and headings together; `line_of` and `at` go from one to the other.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR

from tiestui.archive.keys import UNDATED as FIRST_UNDATED
from tiestui.archive.keys import year_of, year_starts_at

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading before record number `start`, and how many records stand under it. `label` None: unknown."""

    start: int
    label: str | None
    count: int


Grouping = Callable[["array[int]"], list[Group]]


class Listing:
    """Keys in the order of the view and the groups over them. Grows by `extend` while the rest is being read."""

    def __init__(self, grouping: Grouping | None = None) -> None:
        self.keys: array[int] = array("q")
        self.groups: list[Group] = []
        self.complete = False
        self._grouping = grouping
        self._starts: list[int] = []
        self._heading_lines: list[int] = []

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def line_count(self) -> int:
        """Records and headings together."""
        return len(self.keys) + len(self.groups)

    def extend(self, keys: array[int]) -> None:
        """More keys at the end; the grouping, if there is one, is worked out again."""
        self.keys.extend(keys)
        if self._grouping is not None:
            self._regroup(self._grouping(self.keys))

    def extend_group(self, label: str | None, keys: array[int]) -> None:
        """A whole group at the end, or more of the last one when the label is the same."""
        start = len(self.keys)
        self.keys.extend(keys)
        if self.groups and self.groups[-1].label == label:
            last = self.groups[-1]
            self._regroup([*self.groups[:-1], Group(last.start, label, last.count + len(keys))])
        else:
            self._regroup([*self.groups, Group(start, label, len(keys))])

    def _regroup(self, groups: list[Group]) -> None:
        self.groups = groups
        self._starts = [group.start for group in groups]
        self._heading_lines = [group.start + number for number, group in enumerate(groups)]

    def line_of(self, index: int) -> int:
        """The screen line of record number `index`."""
        return index + bisect_right(self._starts, index)

    def at(self, line: int) -> int | Group:
        """What stands on a screen line: a record's number or a group's heading."""
        before = bisect_right(self._heading_lines, line)
        if before and self._heading_lines[before - 1] == line:
            return self.groups[before - 1]
        return line - before

    def group_of(self, index: int) -> int:
        """The number of the group that holds record number `index`, -1 for none."""
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


def is_falling(keys: Sequence[int]) -> bool:
    """Whether dated keys run from the newest to the oldest."""
    dated = first_undated(keys)
    return dated > 1 and keys[0] > keys[dated - 1]


def first_undated(keys: Sequence[int]) -> int:
    """Where the undated records begin: they stand last in both orders."""
    return bisect_left(keys, True, key=lambda key: key >= FIRST_UNDATED)


def by_year(keys: array[int]) -> list[Group]:
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
        groups.append(Group(start, str(year), stop - start))
        start = stop
    if end < len(keys):
        groups.append(Group(end, UNDATED, len(keys) - end))
    return groups


def ascending(keys: array[int]) -> array[int]:
    """The keys from the oldest to the newest, whatever their order."""
    for at in range(1, len(keys)):
        if keys[at] < keys[at - 1]:
            return array("q", sorted(keys))
    return keys
