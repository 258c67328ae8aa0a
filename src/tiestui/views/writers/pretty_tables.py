"""Sources, speakers and the ladder for a person at a terminal: aligned columns, the widest one taking what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tiestui.model.safe import line
from tiestui.views.columns import Row
from tiestui.views.listing import Listing
from tiestui.views.style import Style
from tiestui.views.wrapping import cells, padded, wrap
from tiestui.views.writers.text import LISTED

_GAP = "  "
_NARROW, _NARROWEST = 16, 9
_SPEAKERS = ("who", "as", "country", "statements", "direct", "when")
_RIGHT = {"records", "statements", "direct", "rank"}
_FLEXIBLE = {"sources": "byline", "speakers": "as"}


def write(listing: Listing, style: Style) -> Iterator[str]:
    """The table, header first; nothing but a header when it is empty."""
    columns = _SPEAKERS if listing.kind == "speakers" else LISTED[listing.kind]
    rows = [_texts(row) for row in listing.rows(columns)]
    shown = [at for at, name in enumerate(columns) if any(row[at] for row in rows) or name == columns[0]]
    names = [columns[at] for at in shown]
    table = [[row[at] for at in shown] for row in rows]
    widths = _widths(names, table, style.width, _FLEXIBLE[listing.kind])
    yield style.paint(_line([name.replace("_", " ") for name in names], names, widths), "bold") + "\n"
    for row in table:
        yield from _row(row, names, widths)


def _texts(row: Row) -> list[str]:
    return ["" if value is None else line(str(value)) for value in row]


def _widths(names: Sequence[str], table: list[list[str]], width: int, flexible: str) -> list[int]:
    """The cells of each column: what its widest field takes; the flexible column gives way first, then the widest."""
    widths = [max([cells(name), *(cells(row[at]) for row in table)]) for at, name in enumerate(names)]
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for least in (_NARROW, _NARROWEST):
        for at in sorted(range(len(names)), key=lambda at: (names[at] != flexible, -widths[at])):
            cut = max(0, min(over, widths[at] - max(least, cells(names[at]))))
            widths[at] -= cut
            over -= cut
    return widths


def _row(row: list[str], names: Sequence[str], widths: list[int]) -> Iterator[str]:
    """The row's line, and more lines under it for what had to be wrapped: nothing is cut."""
    wrapped = [list(wrap(text.strip(), width)) for text, width in zip(row, widths, strict=True)]
    for texts in zip_longest(*wrapped, fillvalue=""):
        yield _line(texts, names, widths) + "\n"


def _line(row: Sequence[str], names: Sequence[str], widths: list[int]) -> str:
    texts = []
    for text, name, width in zip(row, names, widths, strict=True):
        texts.append(" " * (width - cells(text)) + text if name in _RIGHT else padded(text, width))
    return _GAP.join(texts).rstrip()
