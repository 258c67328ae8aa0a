"""What a query says, as a tree of frozen values. The parser makes it, the archive turns it into SQL.

`conjunction`, `disjunction` and `negation` are the way to build one: they keep the tree in the one form that text has
(no And directly in an And, no group of one), so that `parse_query(format_query(expr)) == expr`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase (words that follow one another); with `prefix` its last word may go on."""

    text: str
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field that has a value. `value` is canonical: a code, a word of a closed list, or words to look for.

    prefix: the last word of the value may go on (`speaker:luk*`); for fields of free words only.
    """

    name: str
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """A date between `first` and `last`, both inclusive, by overlap. None: open on that side; never both."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` does not hold for."""

    part: Expr


@dataclass(frozen=True, slots=True)
class And:
    """All of `parts` (two or more, none of them an And)."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of `parts` (two or more, none of them an Or)."""

    parts: tuple[Expr, ...]


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
