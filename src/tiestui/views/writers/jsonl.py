"""JSON lines: one object a line, in the form that `import` reads back."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.views.listing import Listing
from tiestui.views.style import Style


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing as JSON lines."""
    for lines in objects(listing):
        yield "\n".join(lines) + "\n"


def objects(listing: Listing) -> Iterator[list[str]]:
    """The JSON text of the listing's objects, in lists; `tiestui.model.jsonform.dumps` has made it safe to print."""
    for chunk in listing.chunks(("json",)):
        yield [str(text) for (text,) in chunk]
