"""A View as SELECT statements that give its keys in its order, the first ones at once.

A selection is a full-text search (or none), a range of days and, for the rare query that puts a date under OR or NOT,
conditions on the narrow table. It is read in segments, each a run of keys that the index has in order: lasting records
that began before the range, the range itself, undated ones.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from tiestui.archive.keys import END, LASTING, UNDATED, first_key, longest
from tiestui.archive.matching import EVERYTHING, Match, all_of, match_of
from tiestui.archive.tokens import CODES, lasting_token
from tiestui.light import NamedTuple
from tiestui.query.ast import And, Dates, Expr, Field, Not, Or, leaves

NOT_REJECTED = Not(Field("review", "rejected"))
_ANY_REJECTED = f"SELECT 1 FROM record WHERE review = {CODES['review']['rejected']} LIMIT 1"
_KEPT = f"record.review <> {CODES['review']['rejected']}"


class Selection(NamedTuple):
    """What an expression selects: a search, conditions on `record`, and days by overlap (None: open)."""

    match: Match = EVERYTHING
    conditions: tuple[tuple[str, tuple[object, ...]], ...] = ()
    first: int | None = None
    last: int | None = None

    @property
    def is_dated(self) -> bool:
        """Whether a range of days leaves undated records out."""
        return self.first is not None or self.last is not None

    def undated(self) -> Selection:
        """The undated records of a selection that has no range of days."""
        return self._replace(conditions=(*self.conditions, (f"record.key >= {UNDATED}", ())))


def select(connection: sqlite3.Connection, expr: Expr | None) -> Selection:
    """The selection of an expression (None: everything)."""
    parts = expr.parts if isinstance(expr, And) else (() if expr is None else (expr,))
    matches: list[Match] = []
    conditions: list[tuple[str, tuple[object, ...]]] = []
    first: int | None = None
    last: int | None = None
    keep_only = False
    for part in parts:
        if isinstance(part, Dates):
            first = max(filter(None, (first, _day(part.first))), default=None)
            last = min(filter(None, (last, _day(part.last))), default=None)
        elif part == NOT_REJECTED:
            keep_only = True
        elif any(isinstance(leaf, Dates) for leaf, _ in leaves(part)):
            conditions.append(_condition(connection, part))
        else:
            matches.append(match_of(connection, part))
    match = all_of(matches)
    if keep_only and match.is_all:
        if connection.execute(_ANY_REJECTED).fetchone() is not None:
            conditions.append((_KEPT, ()))
    elif keep_only:
        match = all_of([match, match_of(connection, NOT_REJECTED)])
    return Selection(match, tuple(conditions), first, last)


def _day(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _condition(connection: sqlite3.Connection, expr: Expr) -> tuple[str, tuple[object, ...]]:
    """A boolean SQL expression on `record` for an expression with dates inside."""
    match expr:
        case Dates():
            days = ["record.latest IS NOT NULL"]
            if expr.first:
                days.append(f"record.latest >= {expr.first.toordinal()}")
            if expr.last:
                days.append(f"record.key < {first_key(expr.last.toordinal() + 1)}")
            return f"({' AND '.join(days)})", ()
        case Not():
            sql, parameters = _condition(connection, expr.part)
            return f"NOT {sql}", parameters
        case And() | Or():
            parts = [_condition(connection, part) for part in expr.parts]
            joined = (" AND " if isinstance(expr, And) else " OR ").join(sql for sql, _ in parts)
            return f"({joined})", tuple(value for _, values in parts for value in values)
        case _:
            found = match_of(connection, expr)
            sql = "record.key IN (SELECT rowid FROM search WHERE search MATCH ?)"
            return (f"NOT {sql}" if found.negated else sql), (Match(found.text).search(),)


class Segment(NamedTuple):
    """A run of keys in order. lasting: only records that began before `high` and last to that day or longer."""

    low: int
    high: int
    descending: bool = False
    lasting: int | None = None


def segments(selection: Selection, *, newest_first: bool) -> list[Segment]:
    """The runs that together give the selection in order of date, undated records last in both orders."""
    high = first_key(selection.last + 1) if selection.last is not None else None
    if selection.first is not None:
        low = first_key(selection.first)
        middle = Segment(low, high if high is not None else UNDATED, newest_first)
        before = Segment(0, min(low, middle.high), newest_first, lasting=selection.first)
        return [middle, before] if newest_first else [before, middle]
    if high is not None:
        return [Segment(0, high, newest_first)]
    if newest_first:
        return [Segment(0, UNDATED, descending=True), Segment(UNDATED, END)]
    return [Segment(0, END)]


def segment_sql(
    selection: Selection, segment: Segment, columns: str, tables: tuple[str, ...] = (), *, ordered: bool = True
) -> tuple[str, list[object]]:
    """SELECT of `columns` over the segment's keys, in order unless they are only counted.

    `columns` may name the key as {key}, and columns of `tables` by the tables' names (record, display, content).
    """
    if segment.lasting is not None:
        source, parameters = _lasting_keys(selection, segment, segment.lasting)
        key, driver = "k.key", [f"({source}) k"]
        where: list[str] = []
    else:
        driver, key, where, parameters = _driver(selection, segment, tables)
    sql = f"SELECT {columns.format(key=key)} FROM {driver[0]}"
    joined = dict.fromkeys((*driver[1:], *tables))
    sql += "".join(f" CROSS JOIN {name} ON {name}.key = {key}" for name in joined if name != driver[0])
    if where:
        sql += f" WHERE {' AND '.join(where)}"
    if ordered:
        sql += f" ORDER BY {key}{' DESC' if segment.descending else ''}"
    return sql, parameters


def _driver(
    selection: Selection, segment: Segment, tables: tuple[str, ...]
) -> tuple[list[str], str, list[str], list[object]]:
    """The tables that give the keys (others that conditions need after the first), the key, what it must fulfil."""
    where: list[str] = []
    parameters: list[object] = []
    if selection.match.is_all:
        driver = ["record" if selection.conditions or not tables else tables[0]]
        key = f"{driver[0]}.key"
    else:
        driver, key = ["search"], "search.rowid"
        where.append("search MATCH ?")
        parameters.append(selection.match.search())
        if selection.conditions:
            driver.append("record")
    if segment.low > 0:
        where.append(f"{key} >= {segment.low}")
    if segment.high < END:
        where.append(f"{key} < {segment.high}")
    for sql, values in selection.conditions:
        where.append(sql)
        parameters.extend(values)
    return driver, key, where, parameters


def _lasting_keys(selection: Selection, segment: Segment, first: int) -> tuple[str, list[object]]:
    """Keys of records that begin before the range and last into it, one SELECT for each class of length."""
    parts: list[str] = []
    parameters: list[object] = []
    for number in range(1, len(LASTING) + 1):
        most = longest(number)
        low = max(segment.low, first_key(first - most + 1) if most is not None else 0)
        where = [f"record.latest >= {first}"]
        if selection.match.is_all:
            source = "SELECT record.key FROM record"
            where += ["record.lasting > 0", f"record.lasting = {number}"]
            where += [f"record.key >= {low}", f"record.key < {segment.high}"]
        else:
            source = "SELECT search.rowid AS key FROM search CROSS JOIN record ON record.key = search.rowid"
            where += ["search MATCH ?", f"search.rowid >= {low}", f"search.rowid < {segment.high}"]
            parameters.append(all_of([selection.match, Match(f'"{lasting_token(number)}"')]).search())
        for sql, values in selection.conditions:
            where.append(sql)
            parameters.extend(values)
        parts.append(f"{source} WHERE {' AND '.join(where)}")
    return " UNION ALL ".join(parts), parameters
