"""What a View lists: its keys, its columns, its count; in order, the first ones at once, in flat memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter

from tiestui.archive.columns import needed, plan
from tiestui.archive.selecting import Segment, Selection, segment_sql, segments, select
from tiestui.light import TYPE_CHECKING
from tiestui.query.ast import Dates, leaves, without_dates
from tiestui.query.view import View

if TYPE_CHECKING:
    from array import array
    from typing import Any

FIRST_CHUNK = 512
_CHUNK = 32_768
_ROWS = 256


def count(connection: sqlite3.Connection, view: View) -> int:
    """How many records the view lists, its limit included."""
    number = _counted(connection, select(connection, view.expression()))
    return number if view.limit is None else min(number, view.limit)


def count_undated_left_out(connection: sqlite3.Connection, view: View) -> int:
    """How many undated records would be listed as well if no date were asked for."""
    expr = view.expression()
    if not any(isinstance(leaf, Dates) for leaf, _ in leaves(expr)):
        return 0
    selection = select(connection, expr)
    listed = 0 if selection.is_dated else _counted(connection, selection.undated())
    return _counted(connection, select(connection, without_dates(expr)).undated()) - listed


def _counted(connection: sqlite3.Connection, selection: Selection) -> int:
    total = 0
    for segment in segments(selection, newest_first=False):
        sql, parameters = segment_sql(selection, segment, "count(*)", ordered=False)
        total += connection.execute(sql, parameters).fetchone()[0]
    return total


def keys(connection: sqlite3.Connection, view: View) -> Iterator[array[int]]:
    """The keys of all records of the view in its order, in chunks: a small one first."""
    from array import array  # a printed list asks for rows alone, and starts without it

    if view.sort == "relevance":
        from tiestui.archive.relevance import ranked_keys

        yield array("q", ranked_keys(connection, view))
        return
    found = map(itemgetter(0), _rows(connection, view, "{key}", ()))
    size = FIRST_CHUNK
    while chunk := array("q", islice(found, size)):
        yield chunk
        size = _CHUNK


def keys_around(connection: sqlite3.Connection, view: View, key: int, most: int) -> array[int]:
    """At most so many keys of the view on either side of `key`, itself included, in order from the oldest.

    None of a view in another order, nor of one by date, to which records belong that began long before.
    """
    from array import array

    selection = select(connection, view.expression())
    parts = segments(selection, newest_first=False)
    if view.sort != "oldest" or view.limit is not None or len(parts) > 1:
        return array("q")
    before = Segment(parts[0].low, min(parts[0].high, key), descending=True)
    after = Segment(max(parts[0].low, key), parts[0].high)
    found = array("q")
    for part in (before, after):
        sql, parameters = segment_sql(selection, part, "{key}")
        found.extend(row[0] for row in connection.execute(f"{sql} LIMIT {most}", parameters))
        if part is before:
            found.reverse()
    return found


def stream(connection: sqlite3.Connection, view: View, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """The columns of all records of the view in its order, row by row as the database finds them."""
    chosen, tables = plan(columns), needed(columns)
    if view.sort == "relevance":
        from tiestui.archive.relevance import ranked_keys

        return _by_keys(connection, ranked_keys(connection, view), chosen, tables)
    return _rows(connection, view, chosen, tables)


def _rows(
    connection: sqlite3.Connection, view: View, columns: str, tables: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    selection = select(connection, view.expression())
    left = view.limit
    for segment in segments(selection, newest_first=view.sort == "newest"):
        sql, parameters = segment_sql(selection, segment, columns, tables)
        if left is None:
            yield from connection.execute(sql, parameters)
            continue
        found = connection.execute(f"{sql} LIMIT {left}", parameters)
        while rows := found.fetchmany(_ROWS):
            left -= len(rows)
            yield from rows
        if left <= 0:
            return


def _by_keys(
    connection: sqlite3.Connection, found: Sequence[int], columns: str, tables: tuple[str, ...]
) -> Iterator[tuple[Any, ...]]:
    driver, *others = tables
    joins = "".join(f" CROSS JOIN {name} ON {name}.key = {driver}.key" for name in others)
    sql = f"SELECT {columns.format(key=driver + '.key')} FROM {driver}{joins} WHERE {driver}.key = ?"
    for key in found:
        yield from connection.execute(sql, (key,))
