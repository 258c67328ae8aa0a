"""TSV: the columns of CSV, never quoted; line ends and tabs inside a field become a space."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tiestui.model.safe import cell, line
from tiestui.views.columns import header_of
from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the listing as TSV, header first."""
    if listing.kind == "records" and listing.with_codes:
        from tiestui.views.writers.csv import coded

        text = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in coded(listing)).decode()
        yield _tabbed(text)
        return
    yield "\t".join(header_of(listing.kind)) + "\n"
    if listing.kind == "records":
        for chunk in listing.lines("csv_bytes"):
            yield _tabbed(chunk.decode())
    else:
        for row in listing.rows(header_of(listing.kind)):
            yield "\t".join(map(_field, row)) + "\n"


def _tabbed(table: str) -> str:
    """The rows of a table in CSV."""
    rows = csv.reader(io.StringIO(table, newline=""))
    return "".join("\t".join(row if "".join(row).isprintable() else map(line, row)) + "\n" for row in rows)


def _field(value: object) -> str:
    return "" if value is None else cell(line(str(value)))
