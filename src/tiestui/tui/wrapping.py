"""Text wrapped to a width as offsets, so that every place on the screen is a place in the stored text.

Fast for long documents: a line of single-cell characters is cut by searching for spaces, others by counting cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

Span = tuple[int, int]


def wrap(text: str, cells: int) -> list[Span]:
    """The screen lines of `text` (code points, end-exclusive), at most `cells` wide; never empty.

    A newline ends a line and belongs to none; a break at a space leaves the space at the end of its line. The text is
    one that can be painted (see `lines.safe`): a control character has no width, its mark has one.
    """
    cells = max(1, cells)
    spans: list[Span] = []
    start = 0
    while True:
        end = text.find("\n", start)
        last = end < 0
        if last:
            end = len(text)
        spans.extend(_wrapped(text, start, end, cells))
        if last:
            return spans
        start = end + 1


def _wrapped(text: str, start: int, end: int, cells: int) -> Iterator[Span]:
    if end - start <= cells and (text[start:end].isascii() or cell_len(text[start:end]) <= cells):
        yield start, end
        return
    simple = cell_len(text[start:end]) == end - start and "\u200d" not in text[start:end]
    while start < end:
        stop = min(end, start + cells) if simple else _stop(text, start, end, cells)
        if stop < end and text[stop] == " ":
            stop += 1
        elif stop < end:
            space = text.rfind(" ", start, stop)
            if space > start:
                stop = space + 1
        yield start, stop
        start = stop


def _stop(text: str, start: int, end: int, cells: int) -> int:
    taken = 0
    for index in range(start, end):
        taken += get_character_cell_size(text[index])
        if taken > cells:
            return max(index, start + 1)
    return end


def line_of(spans: list[Span], offset: int) -> int:
    """The index of the screen line that holds the code point at `offset`."""
    return max(0, bisect_right(spans, offset, key=lambda span: span[0]) - 1)
