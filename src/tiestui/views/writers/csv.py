"""CSV: one header for all kinds of record, cells that no spreadsheet runs, line ends inside quoted cells."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.columns import header_of
from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the listing as CSV, header first."""
    yield ",".join(header_of(listing.kind)) + "\n"
    if listing.kind == "records":
        yield from listing.lines("csv_bytes")
    else:
        yield from _table(listing)


def _table(listing: Listing) -> Iterator[str]:
    import csv
    import io

    from tiestui.model.safe import cell

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in listing.rows(header_of(listing.kind)):
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    yield buffer.getvalue()
