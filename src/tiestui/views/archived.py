"""Listings of an archive: its streams and summaries under the columns that the writers ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tiestui.model.jsonform import dumps
from tiestui.query import View, format_query
from tiestui.views.listing import Kind, Listing
from tiestui.views.rows import JOINT, UNKNOWN, Row, Value

if TYPE_CHECKING:
    from tiestui.archive import Archive


def listing_of(archive: Archive, view: View, kind: Kind, say: Callable[[str], None] = lambda message: None) -> Listing:
    """The listing of a view: its records, or the sources, speakers or levels of them."""
    title = title_of(view, kind)
    if kind == "records":
        return Listing(kind, lambda columns: archive.stream(view, columns), title, say)
    summaries: dict[str, Callable[[View], Any]] = {
        "sources": archive.sources,
        "speakers": archive.speakers,
        "ladder": archive.ladder,
    }
    read = summaries[kind]
    return Listing(kind, lambda columns: (row_of_summary(one, kind, columns) for one in read(view)), title, say)


def title_of(view: View, kind: Kind) -> str:
    """What a person would call the view: its kind of list and what it was narrowed to."""
    name = "Ladder" if kind == "ladder" else view.pane.capitalize()
    asked = format_query(view.asked())
    return f"{name}: {asked}" if asked else name


def row_of_summary(summary: Any, kind: Kind, columns: Sequence[str]) -> Row:
    """The columns' values of a source, a speaker or a step of the ladder."""
    return tuple(_value(summary, name) for name in columns)


def _value(summary: Any, name: str) -> Value:
    """The value as a table's cell."""
    match name:
        case "json":
            return dumps(summary.to_json())
        case "label":
            return " ".join([*summary.modifiers, str(summary.level)])
        case "who":
            return str(summary.name or UNKNOWN)
        case "bar":
            return "█" * int(summary.rank)
    value = getattr(summary, name)
    if isinstance(value, tuple | list):
        return JOINT.join(map(str, value))
    return value if value is None or isinstance(value, str | int) else str(value)
