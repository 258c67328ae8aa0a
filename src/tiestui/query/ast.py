"""What a query says, as a tree of frozen values. The parser makes it, the archive turns it into SQL.

Named tuples, not dataclasses, whose import alone would take a tenth of the time that a listing may take to start.
`conjunction`, `disjunction` and `negation` are the way to build one: they keep the tree in the one form that text has
(no And directly in an And, no group of one), so that `parse_query(format_query(expr)) == expr`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tiestui.light import NamedTuple


def _same_kind(one: tuple[object, ...], other: object) -> bool:
    """Whether two groups are equal: tuples alone would take an And for an Or of the same parts."""
    return type(one) is type(other) and tuple.__eq__(one, other)


class Term(NamedTuple):
    """A word, or a phrase (words that follow one another); with `prefix` its last word may go on."""

    text: str
    phrase: bool = False
    prefix: bool = False


class Field(NamedTuple):
    """A field that has a value. `value` is canonical: a code, a word of a closed list, or words to look for.

    prefix: the last word of the value may go on (`speaker:luk*`); for fields of free words only.
    """

    name: str
    value: str
    prefix: bool = False


class Dates(NamedTuple):
    """A date between `first` and `last`, both inclusive, by overlap. None: open on that side; never both."""

    first: date | None
    last: date | None


class Not(NamedTuple):
    """What `part` does not hold for."""

    part: Expr


class _Group(NamedTuple):
    parts: tuple[Expr, ...]


class And(_Group):
    """All of `parts` (two or more, none of them an And)."""

    __slots__ = ()
    __eq__, __hash__ = _same_kind, tuple.__hash__


class Or(_Group):
    """Any of `parts` (two or more, none of them an Or)."""

    __slots__ = ()
    __eq__, __hash__ = _same_kind, tuple.__hash__


Expr = Term | Field | Dates | Not | And | Or


def conjunction(parts: Iterable[Expr]) -> Expr | None:
    """All of `parts`; None when there are none."""
    flat: list[Expr] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return And(tuple(flat)) if len(flat) > 1 else (flat[0] if flat else None)


def disjunction(parts: Iterable[Expr]) -> Expr | None:
    """Any of `parts`; None when there are none."""
    flat: list[Expr] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    return Or(tuple(flat)) if len(flat) > 1 else (flat[0] if flat else None)


def negation(part: Expr) -> Expr:
    """What `part` does not hold for; two negations are none."""
    return part.part if isinstance(part, Not) else Not(part)


def leaves(expr: Expr | None, *, negated: bool = False) -> Iterator[tuple[Term | Field | Dates, bool]]:
    """Every leaf of the tree from left to right, with whether it is negated."""
    match expr:
        case None:
            return
        case Not():
            yield from leaves(expr.part, negated=not negated)
        case And() | Or():
            for part in expr.parts:
                yield from leaves(part, negated=negated)
        case _:
            yield expr, negated


def asks_for(expr: Expr | None, name: str, value: str) -> bool:
    """Whether the query wants records whose field `name` has `value` (and does not merely exclude them)."""
    return any(
        isinstance(leaf, Field) and leaf.name == name and leaf.value == value and not negated
        for leaf, negated in leaves(expr)
    )


def without_dates(expr: Expr | None, *, negated: bool = False) -> Expr | None:
    """What `expr` holds for whatever the dates are (None: everything): each date in it taken for fulfilled."""
    match expr:
        case None | Dates():
            return None
        case Not():
            return without_dates(expr.part, negated=not negated)
        case And() | Or():
            parts = [without_dates(part, negated=negated) for part in expr.parts]
            known = [part for part in parts if part is not None]
            if isinstance(expr, And) is not negated:
                return conjunction(known)
            return disjunction(known) if len(known) == len(parts) else None
        case _:
            return negation(expr) if negated else expr
