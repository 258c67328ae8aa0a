"""What a person types, read: the query language and the View."""

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
