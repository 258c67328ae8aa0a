"""Listings of an archive: its streams and summaries under the columns that the writers ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tiestui.model.jsonform import dumps
from tiestui.query import View, format_query
from tiestui.views.listing import Kind, Listing
from tiestui.views.rows import JOINT, LADDER_COLUMNS, SOURCE_COLUMNS, SPEAKER_COLUMNS, Row

if TYPE_CHECKING:
    from tiestui.archive import Archive

_JSON_COLUMNS = {"sources": SOURCE_COLUMNS, "speakers": SPEAKER_COLUMNS, "ladder": LADDER_COLUMNS}
_HIGHEST = 7


def listing_of(archive: Archive, view: View, kind: Kind, say: Callable[[str], None] = lambda message: None) -> Listing:
    """The listing of a view: its records, or the sources, speakers or levels of them."""
    if kind == "records":
        return Listing(kind, lambda columns: archive.stream(view, columns), title_of(view, kind), say)
    return Listing(kind, lambda columns: _summary_rows(archive, view, kind, columns), title_of(view, kind), say)


def title_of(view: View, kind: Kind) -> str:
    """What a person would call the view: its kind of list and what it was narrowed to."""
    name = "Ladder" if kind == "ladder" else view.pane.capitalize()
    asked = format_query(view.asked())
    return f"{name}: {asked}" if asked else name


def _summary_rows(archive: Archive, view: View, kind: Kind, columns: Sequence[str]) -> Iterator[Row]:
    summaries = {"sources": archive.sources, "speakers": archive.speakers, "ladder": archive.ladder}
    for summary in summaries[kind](view):
        yield tuple(_value(summary, kind, name) for name in columns)


def _value(summary: object, kind: Kind, name: str) -> str | int | None:
    if name == "json":
        return dumps({column: _plain(getattr(summary, column)) for column in _JSON_COLUMNS[kind]})
    if name == "label":
        return label_of(summary)
    if name == "bar":
        return bar_of(summary)
    value = _plain(getattr(summary, name))
    if isinstance(value, list):
        return ("-" if name == "pair" else JOINT).join(map(str, value))
    return value if isinstance(value, str | int) or value is None else str(value)


def _plain(value: object) -> object:
    """Tuples as lists, dates as their text."""
    if isinstance(value, tuple):
        return ["-".join(part) if isinstance(part, tuple) else part for part in value]
    return value if value is None or isinstance(value, str | int | bool | list) else str(value)
