"""A view's keys by groups: the statements of each speaker, the agreements of each status."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator

from tiestui.archive.counting import narrow_rows, shown_speaker
from tiestui.archive.tokens import CODES
from tiestui.query.view import View


def groups(connection: sqlite3.Connection, view: View, field: str) -> Iterator[tuple[str | None, array[int]]]:
    """Whole groups of keys with their labels, the oldest record first in each; label None: unknown, the last group.

    field: "speaker" (the one with most records first) or "status" (in the order of the closed list). The view's limit
    holds for all groups together.
    """
    found: dict[int | None, array[int]] = {}
    for key, value in narrow_rows(connection, view, f"record.key, record.{field}", view.limit):
        if value in found:
            found[value].append(key)
        else:
            found[value] = array("q", (key,))
    if field == "speaker":
        found = _under_shown_names(connection, found)
    unknown = found.pop(None, None)
    if field == "speaker":
        names = {value: _speaker(connection, value) for value in found}
        order = sorted(found, key=lambda value: (-len(found[value]), names[value] or ""))
    else:
        names = {number: word for word, number in CODES[field].items()}
        order = sorted(found, key=lambda value: value or 0)
    for value in order:
        yield names.get(value), found[value]
    if unknown:
        yield None, unknown


def _under_shown_names(
    connection: sqlite3.Connection, found: dict[int | None, array[int]]
) -> dict[int | None, array[int]]:
    """The groups of names that are one speaker joined, in order of their keys."""
    joined: dict[int | None, array[int]] = {}
    for number, keys in found.items():
        shown = shown_speaker(connection, number)
        joined[shown] = array("q", sorted((*joined[shown], *keys))) if shown in joined else keys
    return joined


def _speaker(connection: sqlite3.Connection, number: int | None) -> str | None:
    row = connection.execute("SELECT name FROM speaker WHERE id = ?", (number,)).fetchone()
    return str(row[0]) if row else None
