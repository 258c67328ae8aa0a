"""The ladder as a step chart in characters: ranks upwards, years along, a letter at every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, Protocol, TypeVar

from tiestui.views.dating import shown_span

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LINES = {
    "run": "─",
    "broken": "╌",
    "up": "╭",
    "foot": "╯",
    "drop": "╰",
    "fall": "╮",
    "wall": "│",
    "axis": "│",
    "corner": "└",
}
_ASCII_LINES = {
    "run": "-",
    "broken": "~",
    "up": ".",
    "foot": "'",
    "drop": "'",
    "fall": ".",
    "wall": "|",
    "axis": "|",
    "corner": "+",
}
_AXIS = 4


class Level(Protocol):
    """A step of the ladder as the archive gives it."""

    @property
    def date(self) -> str | None: ...  # noqa: D102
    @property
    def standing(self) -> int: ...  # noqa: D102
    @property
    def suspended(self) -> bool: ...  # noqa: D102
    @property
    def pair(self) -> str | None: ...  # noqa: D102


L = TypeVar("L", bound=Level)


class Mark(NamedTuple):
    """A step on the chart: its letter, its first day as an ordinal, the rank that holds from then on.

    suspended: whether the level is suspended from then on.
    """

    letter: str
    day: int
    rank: int
    year: int
    suspended: bool = False


def marks_of(steps: Sequence[Level]) -> list[Mark]:
    """The dated steps with their letters; undated ones cannot stand on a chart."""
    marks: list[Mark] = []
    for step in steps:
        if step.date:
            day, _ = shown_span(step.date)
            letter = _LETTERS[len(marks) % len(_LETTERS)]
            marks.append(Mark(letter, day.toordinal(), step.standing, day.year, bool(step.suspended)))
    return marks


def note_on(steps: Iterable[Level]) -> str:
    """What a reader must know of the charts of these steps."""
    broken = " A broken line: the level is suspended." if any(step.suspended for step in steps) else ""
    return f"Ranks are tiestui's own ordinal; they order one pair's levels and compare no pairs.{broken}"


def by_pair(steps: Sequence[L]) -> Iterator[tuple[str, list[L]]]:
    """The steps of each pair: levels of different pairs are not comparable and never share a chart."""
    ordered = sorted(steps, key=lambda step: (not step.pair, step.pair or ""))
    for pair, found in groupby(ordered, key=lambda step: step.pair or ""):
        yield pair, list(found)


def step_chart(marks: Sequence[Mark], width: int, *, ascii_only: bool = False) -> list[str]:
    """The chart as lines of at most `width` cells; none without dated steps, or with more than there is room for."""
    if not marks:
        return []
    lines = _ASCII_LINES if ascii_only else _LINES
    ranks = range(max(mark.rank for mark in marks), min(mark.rank for mark in marks) - 1, -1)
    columns = _columns(marks, width)
    if columns is None:
        return []
    grid = [[" "] * width for _ in ranks]
    top = ranks[0]
    for at, (mark, column) in enumerate(zip(marks, columns, strict=True)):
        row = top - mark.rank
        until = columns[at + 1] if at + 1 < len(marks) else width
        for cell in range(column, min(until, width)):
            grid[row][cell] = lines["broken" if mark.suspended else "run"]
        if at + 1 < len(marks) and marks[at + 1].rank != mark.rank:
            _climb(grid, row, top - marks[at + 1].rank, until - 1, lines)
    for mark, column in zip(marks, columns, strict=True):
        grid[top - mark.rank][column] = mark.letter
    drawn = [f"{rank:2} {lines['axis']}{''.join(row)[_AXIS:]}".rstrip() for rank, row in zip(ranks, grid, strict=True)]
    return [*drawn, f"   {lines['corner']}{lines['run'] * (width - _AXIS)}", _years(marks, columns, width)]


def _columns(marks: Sequence[Mark], width: int) -> list[int] | None:
    """The cell of each step: to scale, with room between two for the line that joins them; None if there is none."""
    left, room = _AXIS + 1, width - _AXIS - 7
    if 3 * len(marks) > room:
        apart = room // len(marks)
        return [left + apart * at for at in range(len(marks))] if apart >= 2 else None
    first, span = marks[0].day, max(1, marks[-1].day - marks[0].day)
    columns: list[int] = []
    for mark in marks:
        column = left + (mark.day - first) * room // span
        columns.append(max(column, columns[-1] + 3) if columns else column)
    last = len(columns) - 1
    return [min(column, width - 2 - 3 * (last - at)) for at, column in enumerate(columns)]


def _climb(grid: list[list[str]], row: int, to: int, cell: int, lines: dict[str, str]) -> None:
    """The upright part between two levels, in the cell before the later one."""
    up = to < row
    grid[row][cell] = lines["foot"] if up else lines["fall"]
    for between in range(min(row, to) + 1, max(row, to)):
        grid[between][cell] = lines["wall"]
    grid[to][cell] = lines["up"] if up else lines["drop"]


def _years(marks: Sequence[Mark], columns: Sequence[int], width: int) -> str:
    """The years under the steps, as far as there is room for them."""
    line = [" "] * width
    free = 0
    for mark, column in zip(marks, columns, strict=True):
        year = str(mark.year)
        at = min(column, width - len(year))
        if at >= free:
            line[at : at + len(year)] = year
            free = at + len(year) + 1
    return "".join(line).rstrip()
