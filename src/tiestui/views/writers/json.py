"""JSON: one array, an object a line, written as it is read so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.listing import Listing, Piece
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[Piece]:
    """Pieces of the array."""
    before = b"[\n"
    for chunk in listing.lines("json_bytes"):
        yield before + chunk[:-1].replace(b"\n", b",\n")
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"
