"""Keys and groups: what the virtual list is drawn from."""

from __future__ import annotations

from array import array
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiestui.archive.keys import UNDATED, first_key
from tiestui.tui.keyruns import KeyRuns, Runs
from tiestui.tui.listing import Group, Listing, by_year, counter_of

KEYS = st.lists(st.one_of(st.integers(0, 5000), st.integers(first_key(700_000), first_key(740_000))), max_size=300)


def key(text: str, number: int = 0) -> int:
    return first_key(date.fromisoformat(text).toordinal()) + number


DAYS = [key("1999-01-01"), key("1999-12-31"), key("2007-05-05"), key("2007-05-05", 1), UNDATED, UNDATED + 1]


def listing(keys: list[int]) -> Listing:
    found = Listing(by_year)
    found.extend(array("q", keys))
    return found


def test_years_and_the_undated_at_the_end() -> None:
    expected = [Group(0, "1999", 2), Group(2, "2007", 2), Group(4, "undated", 2)]
    assert listing(DAYS).groups == expected


def test_the_newest_first_keeps_the_undated_last() -> None:
    falling = [*DAYS[3::-1], *DAYS[4:]]
    found = listing(falling)
    assert found.groups == [Group(0, "2007", 2), Group(2, "1999", 2), Group(4, "undated", 2)]
    assert [found.find(each) for each in falling] == list(range(6))
    assert found.nearest_in_time(key("2003-01-01")) == 2


@pytest.mark.parametrize(("year", "label"), [(1, "no beginning"), (2, "2"), (9999, "9999")])
def test_the_first_and_the_last_year(year: int, label: str) -> None:
    found = listing([key(f"{year:04}-06-01"), UNDATED])
    assert [group.label for group in found.groups] == [label, "undated"]


def test_lines_and_records_go_into_each_other() -> None:
    found = listing(DAYS)
    assert found.line_count == 9
    for index in range(len(DAYS)):
        assert found.at(found.line_of(index)) == index
    assert [line for line in range(9) if isinstance(found.at(line), Group)] == [0, 3, 6]
    assert [found.group_of(index) for index in range(6)] == [0, 0, 1, 1, 2, 2]


def test_groups_come_in_runs_and_grow() -> None:
    found = Listing()
    found.extend_group("Ada", array("q", [3, 1]))
    found.extend_group("Ada", array("q", [2]))
    found.extend_group(None, array("q", [9]))
    assert found.groups == [Group(0, "Ada", 3), Group(3, None, 1)]
    assert found.find(2) == 2
    assert found.find(7) is None


def test_the_nearest_to_a_record_that_is_gone() -> None:
    found = listing(DAYS)
    assert found.nearest(key("2003-03-03")) == 2
    assert found.nearest(UNDATED + 5) == 5
    assert Listing().nearest(3) == 0


@given(KEYS.map(sorted), st.integers(0, first_key(740_001)), st.integers(0, first_key(740_001)))
def test_counts_between_keys(keys: list[int], one: int, other: int) -> None:
    low, high = sorted((one, other))
    inside = sum(low <= each < high for each in keys)
    assert listing(keys).count_between(low, high) == inside
    assert listing(keys[::-1]).count_between(low, high) == inside
    counter = counter_of(listing(keys[::-1]))
    assert counter is not None
    assert counter(low, high) == inside


@given(st.lists(KEYS, max_size=4), st.integers(-5, 400), st.integers(-5, 400))
def test_runs_are_the_keys_that_went_in(parts: list[list[int]], first: int, last: int) -> None:
    runs, plain = KeyRuns(), array("q")
    for part in parts:
        runs.extend(array("q", part))
        plain.extend(part)
    assert len(runs) == len(plain)
    assert list(runs) == list(plain)
    assert runs[first:last] == plain[first:last]
    for place in range(-len(plain), len(plain)):
        assert runs[place] == plain[place]
    for each in plain[:20]:
        assert runs.index(each) == plain.index(each)
    with pytest.raises(ValueError, match="-1"):
        runs.index(-1)
    with pytest.raises(IndexError):
        runs[len(plain)]


@given(st.integers(0, 3000), st.integers(8, 6000), st.sampled_from([1, -1]))
def test_runs_without_a_gap_take_little_room(start: int, many: int, step: int) -> None:
    runs = KeyRuns()
    numbers = range(start, start + many)[::step]
    keys = array("q", (first_key(730_000 + number // 500) + number % 500 for number in numbers))
    runs.extend(keys)
    assert list(runs) == list(keys)
    assert all(isinstance(piece, Runs) for piece in runs._pieces)
