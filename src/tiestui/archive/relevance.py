"""Order by relevance: bm25 over a bounded window of the hits, the best first. Lists say that it is a window."""

from __future__ import annotations

import sqlite3

from tiestui.archive.selecting import segment_sql, segments, select
from tiestui.query.view import View

WINDOW = 10_000
"""At most so many hits are ranked: the newest ones."""


def ranked_keys(connection: sqlite3.Connection, view: View) -> list[int]:
    """The keys of the best hits; without words to rank by, the newest first."""
    selection = select(connection, view.expression())
    score = "0" if selection.match.is_all else "bm25(search, 1.0, 2.0, 0.0)"
    found: list[tuple[float, int]] = []
    for segment in segments(selection, newest_first=True):
        ranked = score if segment.lasting is None else "0"
        sql, parameters = segment_sql(selection, segment, f"{ranked}, {{key}}")
        found += connection.execute(f"{sql} LIMIT {WINDOW - len(found)}", parameters)
        if len(found) >= WINDOW:
            break
    found.sort(key=lambda row: row[0])
    return [key for _, key in found[: view.limit]]
