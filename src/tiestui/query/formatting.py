"""An expression as text that parses back to it: what the screen shows and "copy as command" prints."""

from __future__ import annotations

import re

from tiestui.query.ast import And, Dates, Expr, Field, Not, Or, Term

_PLAIN = re.compile(r"[^\W_](?:[\w.'’/&+-]*\w)?\Z")


def format_query(expr: Expr | None) -> str:
    """The text of `expr`; "" for None."""
    match expr:
        case None:
            return ""
        case Or():
            return " OR ".join(format_query(part) for part in expr.parts)
        case And():
            return " ".join(_grouped(part) if isinstance(part, Or) else format_query(part) for part in expr.parts)
        case Not():
            return "-" + (_grouped(expr.part) if isinstance(expr.part, And | Or | Not) else format_query(expr.part))
        case Term():
            star = "*" if expr.prefix else ""
            return (f'"{expr.text}"' if expr.phrase else expr.text) + star
        case Field():
            return f"{expr.name}:{quoted_value(expr.value)}" + ("*" if expr.prefix else "")
        case Dates():
            return _dates(expr)


def _grouped(expr: Expr) -> str:
    return f"({format_query(expr)})"


def quoted_value(value: str) -> str:
    """A field's value, between marks when it is more than one plain word."""
    plain = _PLAIN.match(value) is not None
    return value if plain else f'"{value}"'


def _dates(dates: Dates) -> str:
    first = dates.first.isoformat() if dates.first else ""
    last = dates.last.isoformat() if dates.last else ""
    if first == last:
        return f"date:{first}"
    if not last:
        return f"since:{first}"
    if not first:
        return f"until:{last}"
    return f"date:{first}..{last}"
