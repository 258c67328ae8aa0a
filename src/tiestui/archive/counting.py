"""Counting over a view: what its records have in a column, and how many have it.

The counting is done outside SQL on purpose: GROUP BY sorts all rows first, five times slower at a million of them.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tiestui.archive.keys import END, UNDATED, year_of, year_starts_at
from tiestui.archive.selecting import Segment, Selection, segment_sql, segments, select
from tiestui.archive.tokens import CODES
from tiestui.archive.values import SEPARATOR
from tiestui.query.ast import Field, conjunction
from tiestui.query.view import View

_LAST_YEAR = 9999


def narrow_rows(
    connection: sqlite3.Connection, view: View, columns: str, most: int | None = None
) -> Iterator[tuple[Any, ...]]:
    """Columns of the narrow table for the records of the view in order of date, at most so many of them."""
    selection = select(connection, view.expression())
    for segment in segments(selection, newest_first=False):
        sql, parameters = segment_sql(selection, segment, columns, ("record",))
        if most is None:
            yield from connection.execute(sql, parameters)
            continue
        for row in connection.execute(f"{sql} LIMIT {most}", parameters):
            most -= 1
            yield row
        if most <= 0:
            return


_CODED = ("kind", "action", "instrument", "status", "event", "mode", "modality", "review")
_LISTS = {"country": ("countries", ","), "source": ("sources", "\n"), "outlet": ("sources", "\n")}


def facets(
    connection: sqlite3.Connection, view: View, field: str, limit: int | None = None, most: int | None = None
) -> list[tuple[str, int]]:
    """The values that the view's records have in `field` with how many have each, the most frequent first.

    The view's own filter on the field is left out, so that several values can be chosen. field: any closed field,
    topic, pair, speaker, via, level, country, source, outlet, or year (years in their order). most: count so many
    records only, the first ones; the caller says that it is a sample.
    """
    view = view.without_filter(field if field != "year" else "date")
    if field == "year":
        counts = Counter({str(year): many for year, many, _ in histogram(connection, view)})
        return sorted(counts.items())[:limit]
    column = _LISTS[field][0] if field in _LISTS else "topics" if field == "topic" else field
    found = Counter(narrow_rows(connection, view, f"record.{column}", most))
    counts = Counter()
    for (number,), many in found.items():
        for value in _values(connection, field, number) if number else ():
            counts[value] += many
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]


def _values(connection: sqlite3.Connection, field: str, number: int) -> list[str]:
    """What the narrow table's number means."""
    if field == "topic":
        return [topic for topic, bit in CODES["topic"].items() if number >> (bit - 1) & 1]
    if field in _CODED:
        return [word for word, code in CODES[field].items() if code == number]
    if field == "speaker":
        return [value_text(connection, shown_speaker(connection, number) or number).split(SEPARATOR)[0]]
    text = value_text(connection, number)
    if field not in _LISTS:
        return [text]
    parts = text.split(_LISTS[field][1])
    return parts if field != "outlet" else _outlets(connection, parts)


def _outlets(connection: sqlite3.Connection, slugs: list[str]) -> list[str]:
    sql = "SELECT outlet FROM source WHERE slug = ? AND outlet IS NOT NULL"
    return list(dict.fromkeys(row[0] for slug in slugs for row in connection.execute(sql, (slug,))))


def value_text(connection: sqlite3.Connection, number: int) -> str:
    """The text of a value by its number."""
    return str(connection.execute("SELECT text FROM value WHERE id = ?", (number,)).fetchone()[0])


def shown_speaker(connection: sqlite3.Connection, number: int | None) -> int | None:
    """The speaker under whose name another goes."""
    row = connection.execute("SELECT coalesce(shown, id) FROM speaker WHERE id = ?", (number,)).fetchone()
    return int(row[0]) if row else None


def histogram(connection: sqlite3.Connection, view: View) -> list[tuple[int, int, int]]:
    """(year, records, upgrades) of every year that has any, by the records' earliest day."""
    everything = select(connection, view.expression())
    parts = (part for part in (view.expression(), Field("kind", "upgrade")) if part is not None)
    upgrades = select(connection, conjunction(parts))
    years = _years(connection)
    totals = {year: many for year in years if (many := _in_year(connection, everything, year))}
    return [(year, many, _in_year(connection, upgrades, year)) for year, many in totals.items()]


def _years(connection: sqlite3.Connection) -> range:
    low, high = connection.execute(f"SELECT min(key), max(key) FROM record WHERE key < {UNDATED}").fetchone()
    first, last = (year_of(low), year_of(high)) if low is not None else (None, None)
    return range(first, last + 1) if first is not None and last is not None else range(0)


def _in_year(connection: sqlite3.Connection, selection: Selection, year: int) -> int:
    """How many records of the selection begin in the year."""
    low, high = year_starts_at(year), year_starts_at(year + 1) if year < _LAST_YEAR else END
    total = 0
    for segment in segments(selection, newest_first=False):
        part = Segment(max(low, segment.low), min(high, segment.high), segment.descending, segment.lasting)
        if part.low < part.high:
            sql, parameters = segment_sql(selection, part, "count(*)", ordered=False)
            total += connection.execute(sql, parameters).fetchone()[0]
    return total
