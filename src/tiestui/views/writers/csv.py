"""CSV: one header for all kinds of record, cells that no spreadsheet runs, line ends inside quoted cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from tiestui.views.columns import Row, header_of, streamed_columns
from tiestui.views.listing import Listing
from tiestui.views.safe import cell, is_plain
from tiestui.views.style import Style

_MAYBE_FORMULA = re.compile(r"(?:^|[,\n])[\"']*[=+\-@\t\r\n]")


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing as CSV, header first."""
    yield ",".join(header_of(listing.kind)) + "\n"
    for chunk in listing.chunks(streamed_columns(listing.kind)):
        text = _table(chunk)
        if _MAYBE_FORMULA.search(text) or not is_plain(text):
            text = _table([tuple(cell(v) if isinstance(v, str) else v for v in row) for row in chunk])
        yield text


def _table(rows: list[Row]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
