"""The place where the reader left an archive, kept in the session and found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiestui.errors import TiestuiError
from tiestui.query import Filter, View
from tiestui.tui.provider import Reader
from tiestui.tui.settings import Session
from tiestui.tui.state import Place

MOST_ARCHIVES = 50


def keep_place(session: Session, path: Path, place: Place, record_id: str | None) -> None:
    """Write a place into the session, under the archive's path."""
    view = place.view
    kept: dict[str, Any] = {
        "pane": view.pane,
        "query": view.query,
        "filters": [[one.field, list(one.values), one.negated] for one in view.filters],
        "sort": view.sort,
        "grouping": place.grouping,
        "record": record_id,
        "source": place.source,
    }
    name = str(path.resolve())
    session.places.pop(name, None)
    session.places[name] = kept
    for old in list(session.places)[:-MOST_ARCHIVES]:
        del session.places[old]


def kept_view(reader: Reader, session: Session, path: Path | None, view: View) -> tuple[View, Place | None]:
    """The view and place of last time, as far as they still hold; the given view when there are none.

    A pane that was asked for is taken; a record that is gone, or a filter that cannot be read, is dropped.
    """
    kept = session.places.get(str(path.resolve())) if path is not None else None
    if not isinstance(kept, dict):
        return view, None
    try:
        pane = view.pane if view.pane != "timeline" else kept["pane"]
        filters = tuple(Filter(field, tuple(values), bool(negated)) for field, values, negated in kept["filters"])
        restored = View(pane=pane, query=str(kept["query"]), filters=filters, sort=kept["sort"])
        restored.expression()
        key = reader.key_of(kept["record"]) if kept.get("record") else None
    except (TiestuiError, KeyError, TypeError, ValueError):
        return view, None
    grouping = str(kept.get("grouping", "")) if pane == kept["pane"] else ""
    if restored.pane in ("quotes", "agreements") and pane != kept["pane"]:
        return restored, None
    return restored, Place(restored, grouping, key, kept.get("source"), record_id=kept.get("record"))
