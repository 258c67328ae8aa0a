"""What a person types, read: the query language and the View. Each part is imported when it is first named."""

from __future__ import annotations

import importlib

from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    from tiestui.query.ast import And, Dates, Expr, Field, Not, Or, Term
    from tiestui.query.errors import QueryError
    from tiestui.query.formatting import format_query
    from tiestui.query.parser import parse_query
    from tiestui.query.view import FLAGS, PANES, SORTS, Filter, Pane, Sort, View

__all__ = [
    "FLAGS",
    "PANES",
    "SORTS",
    "And",
    "Dates",
    "Expr",
    "Field",
    "Filter",
    "Not",
    "Or",
    "Pane",
    "QueryError",
    "Sort",
    "Term",
    "View",
    "format_query",
    "parse_query",
]

_HOMES = {
    "ast": ("And", "Dates", "Expr", "Field", "Not", "Or", "Term"),
    "errors": ("QueryError",),
    "formatting": ("format_query",),
    "parser": ("parse_query",),
    "view": ("FLAGS", "PANES", "SORTS", "Filter", "Pane", "Sort", "View"),
}


def __getattr__(name: str) -> object:
    """What has that name, from its own module."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(f"tiestui.query.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
