"""Time drawn in characters: the density strip and the ladder's step chart. Pure functions from values to lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, date
from itertools import pairwise

from rich.cells import get_character_cell_size

from tiestui.archive.keys import UNDATED, day_of, first_key, year_of, year_starts_at
from tiestui.light import NamedTuple
from tiestui.tui.glyphs import Glyphs
from tiestui.tui.lines import Run, head, width

Count = Callable[[int, int], int]


class Bucket(NamedTuple):
    """A stretch of time: its lowest key, the one after its highest, and how many records and upgrades lie in it."""

    low: int
    high: int
    records: int
    upgrades: int


def buckets(reach: Sequence[int], count: Count, upgrades: Sequence[int], most: int) -> list[Bucket]:
    """The time from the first to the last key of `reach` in at most `most` equal stretches, with what lies in each.

    count: how many records lie between two keys. upgrades: ascending keys. Months when they fit, else years, else
    several years each; empty when nothing in reach is dated.
    """
    dated = [key for key in reach if key < UNDATED]
    if not dated or most < 1:
        return []
    first, last = year_of(min(dated)), year_of(max(dated))
    assert first is not None
    assert last is not None
    years = last - first + 1
    if years * 12 <= most and years <= 4:
        bounds = [_month_start(first, month) for month in range(years * 12 + 1)]
    else:
        step = -(-years // most)
        bounds = [_year_start(year) for year in range(first, last + step + 1, step)]
    return [Bucket(low, high, count(low, high), _between(upgrades, low, high)) for low, high in pairwise(bounds)]


def _year_start(year: int) -> int:
    return year_starts_at(year) if year <= MAXYEAR else UNDATED


def _month_start(year: int, month: int) -> int:
    year, month = year + month // 12, month % 12 + 1
    return first_key(date(year, month, 1).toordinal()) if year <= MAXYEAR else UNDATED


def _between(keys: Sequence[int], low: int, high: int) -> int:
    return bisect_left(keys, high) - bisect_left(keys, low)


def strip(stretches: Sequence[Bucket], here: int | None, glyphs: Glyphs) -> list[Run]:
    """One character a stretch: the higher the fuller; with upgrades, and where the cursor stands, in other styles."""
    peak = max((bucket.records for bucket in stretches), default=0)
    runs: list[Run] = []
    for bucket in stretches:
        steps = len(glyphs.blocks) - 3
        level = 2 + (bucket.records * steps) // peak if bucket.records else 1
        style = "upgrade" if bucket.upgrades else ("accent" if bucket.records else "rule")
        if here is not None and bucket.low <= here < bucket.high:
            style = "here"
        runs.append((glyphs.blocks[min(level, len(glyphs.blocks) - 1)], style))
    return runs


RANK_NAMES = (
    "none, or severed",
    "diplomatic relations",
    "partnership, cooperation",
    "comprehensive",
    "strategic",
    "comprehensive strategic",
    "comprehensive strategic coop.",
    "all-weather, permanent",
)


class Step(NamedTuple):
    """A rung reached: the key of its record, its id, rank, the date's text, what is said of it, whether all rests."""

    key: int
    id: str
    rank: int
    date: str
    label: str
    suspended: bool = False


class LadderChart(NamedTuple):
    """The chart's lines, and where its steps stand: (line, cell, step number)."""

    lines: list[list[Run]]
    spots: list[tuple[int, int, int]]


def ladder(steps: Sequence[Step], cells: int, height: int, glyphs: Glyphs, here: str | None = None) -> LadderChart:
    """The level over time as a step chart: names of the rungs, the line, labels at the steps, years below."""
    ranks = _rungs([step.rank for step in steps], height - 1)
    axis = 34 if cells >= 90 else 4
    room = cells - axis - 2
    row_of = {rank: row for row, rank in enumerate(ranks)}
    grid = _Grid(len(ranks) + 1, cells)
    for rank, row in row_of.items():
        name = f"{rank} {RANK_NAMES[rank]}" if axis > 4 else f"{rank}"
        style = "plain" if any(step.rank == rank for step in steps) else "muted"
        grid.write(row, 1, name[: axis - 2], style)
    reach = max(12, min(30, room // 4)) if cells >= 60 else 2
    left_out = max(0, len(steps) - max(1, room - reach))
    steps = steps[left_out:]
    columns = _columns([_ordinal(step.key) for step in steps], axis, max(1, room - reach))
    for number, step in enumerate(steps):
        row, column = row_of[step.rank], columns[number]
        if number + 1 < len(steps):
            rule = glyphs.broken if step.suspended else glyphs.rule
            _run_on(grid, row, column, row_of[steps[number + 1].rank], columns[number + 1], glyphs, rule)
        end = columns[number + 1] - 2 if number + 1 < len(steps) else cells - 1
        label = _fitting(step.label, end - column - 3)
        if label:
            grid.write(row, column + 2, f"{label} ", "muted" if step.id != here else "strong")
    spots = []
    for number, step in enumerate(steps):
        row, column = row_of[step.rank], columns[number]
        dot = glyphs.halted if step.suspended else glyphs.step
        grid.write(row, column, dot, "here" if step.id == here else "upgrade")
        spots.append((row, column, left_out + number))
    _years(grid, len(ranks), steps, columns)
    return LadderChart(grid.lines(), spots)


def _rungs(ranks: Sequence[int], height: int) -> list[int]:
    """The ranks to draw from the highest down: all between the extremes when they fit, else those that occur."""
    every = list(range(max(ranks), min(ranks) - 1, -1))
    return every if len(every) <= height else sorted(set(ranks), reverse=True)


def _ordinal(key: int) -> int:
    day = day_of(key)
    return day.toordinal() if day else 0


def _columns(days: Sequence[int], left: int, room: int) -> list[int]:
    """The cell of each day: to scale, but no two steps in one cell, and all of them in the room."""
    first, span = days[0], max(1, days[-1] - days[0])
    gap = 2 if 2 * len(days) <= room else 1
    columns: list[int] = []
    for day in days:
        column = left + (day - first) * (room - 1) // span
        columns.append(max(column, columns[-1] + gap) if columns else column)
    last = left + room - 1
    return [min(column, last - gap * after) for after, column in zip(range(len(days))[::-1], columns, strict=True)]


def _run_on(grid: _Grid, row: int, column: int, to_row: int, to_column: int, glyphs: Glyphs, rule: str) -> None:
    for cell in range(column + 1, to_column):
        grid.write(row, cell, rule, "upgrade")
    if to_row == row:
        return
    corner = to_column - 1
    up = to_row < row
    grid.write(row, corner, glyphs.foot if up else glyphs.fall, "upgrade")
    for between in range(min(row, to_row) + 1, max(row, to_row)):
        grid.write(between, corner, glyphs.upright, "upgrade")
    grid.write(to_row, corner, glyphs.rise if up else glyphs.drop, "upgrade")


def _fitting(label: str, cells: int) -> str:
    if width(label) <= cells:
        return label
    cut = head(label, max(0, cells - 1)).rstrip(" ,")
    return f"{cut}…" if len(cut) >= 8 else ""


def _years(grid: _Grid, row: int, steps: Sequence[Step], columns: Sequence[int]) -> None:
    free = 0
    for step, column in zip(steps, columns, strict=True):
        if column >= free:
            year = step.date[:4]
            grid.write(row, column, year, "muted")
            free = column + len(year) + 1


class _Grid:
    """Cells that can be written over, read as runs."""

    def __init__(self, rows: int, cells: int) -> None:
        self._cells: list[list[Run]] = [[(" ", "plain")] * cells for _ in range(rows)]

    def write(self, row: int, column: int, text: str, style: str) -> None:
        """Put text at a place; what lies outside is dropped. A wide character takes two cells, a mark none."""
        line = self._cells[row]
        for character in text:
            size = get_character_cell_size(character)
            if not size and 0 < column <= len(line):
                line[column - 1] = (line[column - 1][0] + character, style)
            elif size and 0 <= column <= len(line) - size:
                line[column : column + size] = [(character, style), ("", style)][:size]
            column += size

    def lines(self) -> list[list[Run]]:
        """The rows, equal styles joined."""
        lines = []
        for row in self._cells:
            runs: list[Run] = []
            for character, style in row:
                if runs and runs[-1][1] == style:
                    runs[-1] = (runs[-1][0] + character, style)
                else:
                    runs.append((character, style))
            lines.append(runs)
        return lines
