"""Listings of an archive: its streams and summaries under the columns that the writers ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tiestui.light import TYPE_CHECKING
from tiestui.model.wording import beside
from tiestui.views.columns import JOINT, UNKNOWN, Row, Value
from tiestui.views.listing import Kind, Listing

if TYPE_CHECKING:
    from typing import Any

    from tiestui.archive import Archive
    from tiestui.query.view import View


def listing_of(archive: Archive, view: View, kind: Kind, say: Callable[[str], None] = lambda message: None) -> Listing:
    """The listing of a view: its records, or the sources, speakers or levels of them."""
    if kind == "records":
        return Listing(kind, lambda columns: archive.stream(view, columns), lambda: title_of(view, kind), say)
    summaries: dict[str, Callable[[View], Any]] = {
        "sources": archive.sources,
        "speakers": archive.speakers,
        "ladder": archive.ladder,
    }
    read = summaries[kind]
    return Listing(
        kind,
        lambda columns: (row_of_summary(one, kind, columns) for one in read(view)),
        lambda: title_of(view, kind),
        say,
    )


def title_of(view: View, kind: Kind) -> str:
    """What a person would call the view: its kind of list and what it was narrowed to."""
    name = "Ladder" if kind == "ladder" else view.pane.capitalize()
    asked = narrowing(view)
    return f"{name}: {asked}" if asked else name


def narrowing(view: View) -> str:
    """What a view was narrowed to, as it was typed: "belt and road, since 2013, speaker Xi or Li"; "" for nothing."""
    parts = [" ".join(view.query.split())] if view.query.strip() else []
    for one in view.filters:
        parts.append(f"{'not ' if one.negated else ''}{one.field} {' or '.join(one.values)}")
    return ", ".join(parts)


def row_of_summary(summary: Any, kind: Kind, columns: Sequence[str]) -> Row:
    """The columns' values of a source, a speaker or a step of the ladder."""
    return tuple(_value(summary, name) for name in columns)


def _value(summary: Any, name: str) -> Value:
    """The value as a table's cell."""
    match name:
        case "json_bytes":
            from tiestui.model.jsonform import dumps

            return dumps(summary.to_json()).encode()
        case "label":
            return beside(summary.action, summary.title or " ".join([*summary.modifiers, summary.level]))
        case "who":
            return str(summary.name or UNKNOWN)
        case "as":
            return str(summary.role or "") if summary.kind in ("person", None) else f"[{summary.kind}]"
        case "when":
            ends = dict.fromkeys(end for end in (summary.first, summary.last) if end)
            return " – ".join(ends)
        case "bar":
            return ("░" if summary.suspended else "█") * int(summary.standing)
    value = getattr(summary, name)
    if isinstance(value, tuple | list):
        return JOINT.join(map(str, value))
    return value if value is None or isinstance(value, str | int) else str(value)
