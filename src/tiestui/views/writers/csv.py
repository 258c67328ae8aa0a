"""CSV: one header for all kinds of record, cells that no spreadsheet runs, line ends inside quoted cells."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.columns import header_of
from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the listing as CSV, header first."""
    if listing.kind == "records" and listing.with_codes:
        yield from coded(listing)
        return
    yield ",".join(header_of(listing.kind)) + "\n"
    if listing.kind == "records":
        yield from listing.lines("csv_bytes")
    else:
        yield from _table(listing)


def coded(listing: Listing) -> Iterator[Piece]:
    """The table with its header and the columns of event codes after all others."""
    from tiestui.views.codes import ACT_COLUMNS, CODE_COLUMNS, codes_of

    yield ",".join((*header_of(listing.kind), *CODE_COLUMNS)) + "\n"
    for row, kind, modality, *acts in listing.rows(("csv_bytes", *ACT_COLUMNS)):
        codes = codes_of(str(kind), str(modality), next((str(act) for act in acts if act), None))
        assert isinstance(row, bytes)
        yield row + f",{codes.cameo},{codes.plover}\n".encode()


def _table(listing: Listing) -> Iterator[str]:
    import csv
    import io

    from tiestui.model.safe import cell

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in listing.rows(header_of(listing.kind)):
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    yield buffer.getvalue()
