"""Listings of an archive: its streams and summaries under the columns that the writers ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tiestui.model.jsonform import dumps
from tiestui.query import View, format_query
from tiestui.views.listing import Kind, Listing
from tiestui.views.rows import JOINT, Row, Value, header_of

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
    return tuple(_value(summary, kind, name) for name in columns)


def _value(summary: Any, kind: Kind, name: str) -> Value:
    match name:
        case "json":
            return dumps({column: _plain(column, getattr(summary, column)) for column in header_of(kind)})
        case "label":
            return " ".join([*summary.modifiers, summary.level])
        case "bar":
            return "█" * summary.rank
        case "pair":
            return "-".join(summary.pair)
    value = _plain(name, getattr(summary, name))
    if isinstance(value, list):
        return JOINT.join("-".join(part) if isinstance(part, list) else str(part) for part in value)
    return value if isinstance(value, str | int) or value is None else str(value)


def _plain(name: str, value: Any) -> Any:
    """The value as JSON has it: tuples as lists, dates as their text."""
    if isinstance(value, tuple | list):
        return ["-".join(part) if name == "pairs" and not isinstance(part, str) else part for part in value]
    return value if value is None or isinstance(value, str | int) else str(value)
