"""JSON lines: one object a line, in the form that `import` reads back."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the listing as JSON lines; `tiestui.model.jsonform.dumps` has made them safe to print."""
    yield from listing.lines("json_bytes")
