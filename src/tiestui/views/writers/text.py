"""Text: one record a line, fields parted by tabs and nothing cut, in a pipe; wrapped and grouped on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.model.safe import is_plain, line
from tiestui.views.columns import SPEAKER_COLUMNS, TEXT_COLUMNS, Row
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
    for row in listing.rows(LISTED[listing.kind]):
        yield _safe_line(row)


def _safe_line(row: Row) -> str:
    return "\t".join("" if value is None else line(str(value)) for value in row) + "\n"
