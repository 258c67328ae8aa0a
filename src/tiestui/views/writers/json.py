"""JSON: one array, an object a line, written as it is read so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.listing import Listing
from tiestui.views.style import Style
from tiestui.views.writers.jsonl import objects


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the array."""
    before = "[\n"
    for lines in objects(listing):
        yield before + ",\n".join(lines)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
