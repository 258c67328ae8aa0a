"""The one value that the command line parses, the screen shows, a bookmark saves and "copy as command" prints.

A `View` is a kind of list, a query, filters, an order and a limit over an archive. It is frozen: every change gives
another one (`with_filter`, `with_query`, ...). `expression` says what it selects.
"""

from __future__ import annotations

from tiestui.errors import UsageError, quoted
from tiestui.light import Literal, NamedTuple, get_args
from tiestui.query.ast import Dates, Expr, Field, asks_for, conjunction, disjunction, negation
from tiestui.query.fields import DATED, FIELDS, ValueProblemError, date_range
from tiestui.query.lexer import clean
from tiestui.query.parser import field_expr, parse_query

Pane = Literal["timeline", "quotes", "agreements", "events", "sources", "speakers"]
Sort = Literal["oldest", "newest", "relevance"]
PANES: tuple[Pane, ...] = get_args(Pane)
SORTS: tuple[Sort, ...] = get_args(Sort)
FLAGS = ("pair", "since", "until", "kind", "speaker", "topic", "status", "source", "review")
"""The filters that have a flag of their own on the command line."""

_KIND_OF_PANE = {"quotes": "statement", "speakers": "statement", "agreements": "agreement", "events": "event"}


class _Filter(NamedTuple):
    field: str
    values: tuple[str, ...]
    negated: bool = False


class Filter(_Filter):
    """A field that must have one of `values` (as typed); negated: that must have none of them."""

    __slots__ = ()

    def __new__(cls, field: str, values: tuple[str, ...], negated: bool = False) -> Filter:
        """Raises `UsageError` for a field that there is not."""
        if field not in FIELDS:
            raise UsageError(f"there is no field {field!r}; fields are {', '.join(FIELDS)}")
        return super().__new__(cls, field, values, negated)

    def expression(self) -> Expr | None:
        """What it selects, None when it has no values; raises `UsageError` for a value that the field cannot have."""
        some = disjunction(self._one(value) for value in self.values)
        return negation(some) if some is not None and self.negated else some

    def _one(self, value: str) -> Expr:
        text = " ".join(clean(value).replace('"', " ").split())
        prefix = text.endswith("*")
        try:
            if self.field in DATED:
                return Dates(*date_range(self.field, text))
            return field_expr(self.field, text.rstrip("*"), prefix=prefix)
        except ValueProblemError as problem:
            name = f"--{self.field}" if self.field in FLAGS else f"{self.field}:"
            raise UsageError(f"{name} {quoted(value)} cannot be read: {problem.reason}") from problem


class View(NamedTuple):
    """What to list of an archive and how.

    query: text of the query language. limit: at most so many rows, None for all. cursor: the id of the record that the
    reader stands on, None for the first; it never changes what is listed.
    """

    pane: Pane = "timeline"
    query: str = ""
    filters: tuple[Filter, ...] = ()
    sort: Sort = "oldest"
    limit: int | None = None
    cursor: str | None = None

    def expression(self) -> Expr | None:
        """All that a record must fulfil: query, filters, the pane's kind, and not rejected unless asked for.

        Raises `QueryError` for the query and `UsageError` for a filter.
        """
        asked = self.asked()
        parts = [asked] if asked is not None else []
        if self.pane in _KIND_OF_PANE:
            parts.append(Field("kind", _KIND_OF_PANE[self.pane]))
        if not asks_for(asked, "review", "rejected"):
            parts.append(negation(Field("review", "rejected")))
        return conjunction(parts)

    def asked(self) -> Expr | None:
        """What the reader asked for: query and filters only; None for everything."""
        parts = [parse_query(self.query), *(one.expression() for one in self.filters)]
        return conjunction(part for part in parts if part is not None)

    def values(self, field: str, *, negated: bool = False) -> tuple[str, ...]:
        """The values of the filters on `field`."""
        return tuple(v for f in self.filters if f.field == field and f.negated is negated for v in f.values)

    def with_query(self, query: str) -> View:
        """The same with another query."""
        return self._replace(query=query)

    def with_pane(self, pane: Pane) -> View:
        """The same in another pane."""
        return self._replace(pane=pane)

    def with_sort(self, sort: Sort) -> View:
        """The same in another order."""
        return self._replace(sort=sort)

    def with_limit(self, limit: int | None) -> View:
        """The same with another limit."""
        return self._replace(limit=limit)

    def with_cursor(self, cursor: str | None) -> View:
        """The same with the reader on another record."""
        return self._replace(cursor=cursor)

    def with_filter(self, field: str, *values: str, negated: bool = False) -> View:
        """The same with `values` added to those that `field` may have (or, when negated, may not have)."""
        kept = self.values(field, negated=negated)
        new = Filter(field, kept + tuple(v for v in dict.fromkeys(values) if v not in kept), negated)
        filters = list(self.filters)
        for place, one in enumerate(filters):
            if one.field == field and one.negated is negated:
                filters[place] = new
                return self._replace(filters=tuple(filters))
        return self._replace(filters=(*filters, new))

    def without_filter(self, field: str, *values: str) -> View:
        """The same with `values` of `field`, wanted or not wanted, dropped; all of them when none is named."""
        filters = []
        for one in self.filters:
            kept = tuple(v for v in one.values if values and v not in values) if one.field == field else one.values
            if kept:
                filters.append(one._replace(values=kept))
        return self._replace(filters=tuple(filters))

    def toggled(self, field: str, value: str, *, negated: bool = False) -> View:
        """The same with one value switched on, or off when it was on."""
        on = value in self.values(field, negated=negated)
        without = self.without_filter(field, value)
        return without if on else without.with_filter(field, value, negated=negated)

    def of_steps(self) -> View:
        """The view of those of its records that are steps of the ladder: upgrades that did happen."""
        steps = (Filter("kind", ("upgrade",)), Filter("modality", ("actual",)))
        return self._replace(pane="timeline", filters=(*self.filters, *steps))

    def cleared(self) -> View:
        """The same pane, order and place with no query, filter or limit."""
        return self._replace(query="", filters=(), limit=None)

    @property
    def is_narrowed(self) -> bool:
        """Whether a query or a filter leaves anything out."""
        return bool(self.query.strip() or self.filters)
