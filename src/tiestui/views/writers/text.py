"""Text: one record a line, fields parted by tabs and nothing cut, in a pipe; wrapped and grouped on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.model.safe import is_plain, line
from tiestui.views.columns import SPEAKER_COLUMNS, TEXT_COLUMNS, UNDATED, Row
from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style

LISTED: dict[str, tuple[str, ...]] = {
    "records": TEXT_COLUMNS,
    "sources": ("id", "published", "outlet", "title", "byline", "pairs", "records", "duplicate_of"),
    "speakers": ("who", *SPEAKER_COLUMNS[1:]),
    "ladder": ("date", "pair", "action", "rank", "bar", "label", "id"),
}
"""The columns that text shows of each kind of listing."""


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the listing as text."""
    if style.pretty:
        from tiestui.views.writers import pretty

        return pretty.write(listing, style)
    return _records(listing) if listing.kind == "records" else _others(listing)


def _records(listing: Listing) -> Iterator[Piece]:
    """Whole lines as the archive holds them, made safe where one needs it."""
    for chunk in listing.lines("line"):
        yield chunk if is_plain(chunk) else b"".join(map(_cleaned, chunk.splitlines(keepends=True)))


def _cleaned(whole: bytes) -> bytes:
    if is_plain(whole):
        return whole
    fields = whole.decode(errors="surrogatepass").removesuffix("\n").split("\t")
    return ("\t".join(map(line, fields)) + "\n").encode()


def _others(listing: Listing) -> Iterator[Piece]:
    return map(_safe_line, listed_rows(listing))


def listed_rows(listing: Listing) -> Iterator[Row]:
    """The rows of what is no listing of records as a person reads them: a step without a date is undated."""
    rows = listing.rows(LISTED[listing.kind])
    return (row if row[0] is not None else (UNDATED, *row[1:]) for row in rows) if listing.kind == "ladder" else rows


def _safe_line(row: Row) -> str:
    return "\t".join("" if value is None else line(str(value)) for value in row) + "\n"
