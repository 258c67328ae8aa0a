"""Markdown: records as lists under their years, the other kinds as tables; nothing in a text acts as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiestui.model.safe import line
from tiestui.views.columns import UNDATED, Value
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import PIPED, Style
from tiestui.views.writers.text import LISTED, listed_rows

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#]|(?<=^)(?:[-+]|\d+(?=[.)]))")


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing as Markdown."""
    if listing.title:
        yield f"# {escaped(listing.title)}\n"
    if listing.kind == "ladder":
        from tiestui.views.writers import ladder

        yield from ladder.markdown_charts(listing)
    yield from _years(listing) if listing.kind == "records" else _table(listing)


def escaped(text: str) -> str:
    """`text` on one line, with a backslash before every character that Markdown or HTML would act upon."""
    return _MARKUP.sub(lambda found: "\\" + found[0] if not found[0].isalnum() else found[0], line(text))


def _years(listing: Listing) -> Iterator[str]:
    year = ""
    for entry in entries(listing):
        if entry.year != year:
            year = entry.year
            yield f"\n## {year if year != UNDATED else year.capitalize()}\n\n"
        yield item(entry, f"`{entry.place}`" if entry.place and "`" not in entry.place else "no source held")


def item(entry: Entry, reference: str) -> str:
    """The record as an item of a list; `reference` is Markdown that says where it stands."""
    flags = f" *({', '.join(entry.flags)})*" if entry.flags else ""
    note = f"\n  Note: {escaped(entry.note)}" if entry.note else ""
    glyph = PIPED.glyph(entry.type, entry.mode)
    said = f"{escaped(entry.heading)}: {escaped(entry.words)}"
    return f"- **{escaped(entry.when)}** {glyph} {said}{flags} {reference}{note}\n"


def _table(listing: Listing) -> Iterator[str]:
    columns = LISTED[listing.kind]
    yield "\n" if listing.title else ""
    yield f"| {' | '.join(name.replace('_', ' ') for name in columns)} |\n"
    yield f"|{'|'.join(' --- ' for _ in columns)}|\n"
    for row in listed_rows(listing):
        yield f"| {' | '.join(map(_cell, row))} |\n"


def _cell(value: Value) -> str:
    return "" if value is None else escaped(str(value))
