"""TSV: the columns of CSV, never quoted; line ends and tabs inside a field become a space."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from tiestui.model.safe import cell, line
from tiestui.views.columns import header_of
from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the listing as TSV, header first."""
    yield "\t".join(header_of(listing.kind)) + "\n"
    if listing.kind == "records":
        for chunk in listing.lines("csv_bytes"):
            rows = csv.reader(chunk.decode().splitlines(keepends=True))
            yield "".join("\t".join(row if "".join(row).isprintable() else map(line, row)) + "\n" for row in rows)
    else:
        for row in listing.rows(header_of(listing.kind)):
            yield "\t".join(map(_field, row)) + "\n"


def _field(value: object) -> str:
    return "" if value is None else cell(line(str(value)))
