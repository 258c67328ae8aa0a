"""Text: one record a line, fields parted by tabs and nothing cut, in a pipe; wrapped and grouped on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.columns import SPEAKER_COLUMNS, TEXT_COLUMNS, Row
from tiestui.views.listing import Listing
from tiestui.views.safe import is_plain, line
from tiestui.views.style import Style

LISTED: dict[str, tuple[str, ...]] = {
    "records": TEXT_COLUMNS,
    "sources": ("id", "published", "outlet", "title", "byline", "pairs", "records", "duplicate_of"),
    "speakers": ("who", *SPEAKER_COLUMNS[1:]),
    "ladder": ("date", "pair", "action", "rank", "bar", "label", "id"),
}
"""The columns that text shows of each kind of listing."""


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing as text."""
    if style.pretty:
        from tiestui.views.writers import pretty

        return pretty.write(listing, style)
    return piped(listing)


def piped(listing: Listing) -> Iterator[str]:
    """One record a line."""
    columns = LISTED[listing.kind]
    for chunk in listing.chunks(columns):
        if listing.kind == "records":
            yield _lines(chunk, len(columns))
        else:
            yield "".join(_safe_line(row) for row in chunk)


def _lines(chunk: list[Row], width: int) -> str:
    """The rows as lines, at the speed of a join as long as no field holds a line end, a tab or worse."""
    text = "\n".join(map("\t".join, chunk)) + "\n"  # type: ignore[arg-type]
    if text.count("\n") == len(chunk) and text.count("\t") == len(chunk) * (width - 1) and is_plain(text):
        return text
    return "".join(map(_safe_line, chunk))


def _safe_line(row: Row) -> str:
    return "\t".join("" if value is None else line(str(value)) for value in row) + "\n"
