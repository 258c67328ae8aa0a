"""TSV: the columns of CSV, never quoted; line ends and tabs inside a field become a space."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.columns import Value, header_of, streamed_columns
from tiestui.views.listing import Listing
from tiestui.views.safe import cell, line
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing as TSV, header first."""
    yield "\t".join(header_of(listing.kind)) + "\n"
    for chunk in listing.chunks(streamed_columns(listing.kind)):
        yield "".join("\t".join(map(_field, row)) + "\n" for row in chunk)


def _field(value: Value) -> str:
    if isinstance(value, str):
        return cell(line(value))
    return "" if value is None else str(value)
