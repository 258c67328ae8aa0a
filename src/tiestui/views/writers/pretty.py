"""Text for a person at a terminal: records under their years, wrapped, with colour if there is any."""

from __future__ import annotations

from collections.abc import Iterator

from tiestui.model.safe import line
from tiestui.views.columns import UNDATED
from tiestui.views.entry import Entry, entries
from tiestui.views.listing import Listing
from tiestui.views.style import Style
from tiestui.views.wrapping import cells, padded, wrap

_DATE_WIDTH = 15
_FLAG_COLOURS = {"planned": "yellow", "denied": "red", "in conflict": "red", "rejected": "red", "accepted": "green"}


def write(listing: Listing, style: Style) -> Iterator[str]:
    """Pieces of the listing, each whole lines."""
    if listing.kind == "records":
        return _records(listing, style)
    if listing.kind == "ladder":
        from tiestui.views.writers import ladder

        return ladder.pretty(listing, style)
    from tiestui.views.writers import pretty_tables

    return pretty_tables.write(listing, style)


def _records(listing: Listing, style: Style) -> Iterator[str]:
    year = ""
    for entry in entries(listing):
        if entry.year != year:
            gap = "\n" if year else ""
            year = entry.year
            yield gap + style.paint(year if year != UNDATED else year.capitalize(), "bold") + "\n"
        yield "".join(_entry(entry, style))


def _entry(entry: Entry, style: Style) -> Iterator[str]:
    date = line(entry.when) if entry.date else ""
    indent = " " * (_DATE_WIDTH + 4)
    width = style.width - len(indent)
    glyph = style.paint(style.glyph(entry.type, entry.mode), style.colour(entry.type))
    head = f"  {padded(date, _DATE_WIDTH)}{glyph} "
    if cells(date) > _DATE_WIDTH - 1:
        yield f"  {date}\n"
        head = f"  {' ' * _DATE_WIDTH}{glyph} "
    for at, text in enumerate(wrap(line(entry.heading), width)):
        bold = style.paint(text, "bold") if entry.type == "statement" else style.paint(text, style.colour(entry.type))
        yield f"{indent if at else head}{bold}\n"
    for text in wrap(line(entry.words), width):
        yield f"{indent}{text}\n"
    yield from _foot(entry, style, indent, width)


def _foot(entry: Entry, style: Style, indent: str, width: int) -> Iterator[str]:
    if entry.flags:
        marks = (style.paint(flag, _FLAG_COLOURS.get(flag, "cyan")) for flag in entry.flags)
        yield f"{indent}{' · '.join(marks)}\n"
    if entry.note:
        for text in wrap(f"note: {line(entry.note)}", width):
            yield f"{indent}{style.paint(text, 'italic')}\n"
    where = " · ".join(part for part in (entry.pair, line(entry.place) or "no source held", entry.id) if part)
    for text in wrap(where, width):
        yield f"{indent}{style.paint(text, 'dim')}\n"
