"""A view's keys by groups: the statements of each speaker, the agreements of each status."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator

from tiestui.archive.overview import shown_speaker
from tiestui.archive.selecting import segment_sql, segments, select
from tiestui.archive.tokens import CODES
from tiestui.query.view import View


def groups(connection: sqlite3.Connection, view: View, field: str) -> Iterator[tuple[str | None, array[int]]]:
    """Whole groups of keys with their labels, the oldest record first in each; label None: unknown, the last group.

    field: "speaker" (the one with most records first) or "status" (in the order of the closed list). The view's limit
    holds for all groups together.
    """
    found: dict[int | None, array[int]] = {}
    shown: dict[int | None, int | None] = {}
    left = view.limit
    selection = select(connection, view.expression())
    for segment in segments(selection, newest_first=False):
        sql, parameters = segment_sql(selection, segment, f"{{key}}, record.{field}", ("record",))
        if left is not None:
            sql += f" LIMIT {left}"
        number = 0
        for key, value in connection.execute(sql, parameters):
            number += 1
            if field == "speaker":
                if value not in shown:
                    shown[value] = shown_speaker(connection, value)
                value = shown[value]
            keys = found.get(value)
            if keys is None:
                keys = found[value] = array("q")
            keys.append(key)
        left = left - number if left is not None else None
    unknown = found.pop(None, None)
    if field == "speaker":
        names = {value: _speaker(connection, value) for value in found}
        order: list[int | None] = sorted(found, key=lambda value: (-len(found[value]), names[value] or ""))
    else:
        names = {number: word for word, number in CODES[field].items()}
        order = sorted(value for value in found if value is not None)
    for value in order:
        yield names.get(value), found[value]
    if unknown:
        yield None, unknown


def _speaker(connection: sqlite3.Connection, number: int | None) -> str | None:
    row = connection.execute("SELECT name FROM speaker WHERE id = ?", (number,)).fetchone()
    return str(row[0]) if row else None
