"""Records by id: whole, the beginning that only one has, or superseded."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from tiestui.errors import ArchiveError, quoted

if TYPE_CHECKING:
    from tiestui.model.records import AnyRecord

_MOST_CANDIDATES = 8
_SHORTEST = 3
_MOST_READ = 64


def current_id(connection: sqlite3.Connection, word: str) -> str | None:
    """The id that `word` stands for: an id, an alias, or the beginning of one only; None when there is none.

    Raises `ArchiveError` that lists the candidates when several begin so.
    """
    word = word.strip().encode("utf-8", "replace").decode()  # an argument may hold lone surrogates
    for name in (word, word.lower()):  # imported ids may have capitals
        if connection.execute("SELECT 1 FROM display WHERE id = ?", (name,)).fetchone():
            return name
    row = connection.execute("SELECT target FROM alias WHERE id IN (?, ?)", (word, word.lower())).fetchone()
    if row is not None:
        return str(row[0])
    if len(word) < _SHORTEST:
        return None
    targets = sorted(_begun(connection, word) | _begun(connection, word.lower()))
    if len(targets) > 1:
        shown = ", ".join(targets[:_MOST_CANDIDATES]) + (", …" if len(targets) > _MOST_CANDIDATES else "")
        raise ArchiveError(f"{quoted(word)} begins several ids: {shown}; write more of it")
    return targets[0] if targets else None


def _begun(connection: sqlite3.Connection, word: str) -> set[str]:
    """The ids of records that begin so, and those that superseded ones lead to."""
    end = word + "\U0010ffff"
    sql = (
        "SELECT id FROM display WHERE id >= ? AND id < ? "
        "UNION SELECT target FROM alias WHERE id >= ? AND id < ? LIMIT ?"
    )
    return {str(row[0]) for row in connection.execute(sql, (word, end, word, end, _MOST_READ))}


def key_of(connection: sqlite3.Connection, word: str) -> int | None:
    """The key of the record that `word` stands for, None when there is none."""
    found = current_id(connection, word)
    row = connection.execute("SELECT key FROM display WHERE id = ?", (found,)).fetchone() if found else None
    return int(row[0]) if row else None


def record(connection: sqlite3.Connection, word: str, what: str = "record") -> AnyRecord:
    """The record that `word` stands for; raises `ArchiveError` when there is none or there are several.

    what: what the message calls that which was looked for.
    """
    from tiestui.model.jsonform import loads

    found = current_id(connection, word)
    row = (
        connection.execute(
            "SELECT json, why FROM display CROSS JOIN content ON content.key = display.key WHERE display.id = ?",
            (found,),
        ).fetchone()
        if found
        else None
    )
    if row is None:
        hint = "it went with its source" if found else "ids stand at the end of each line of tiestui timeline"
        raise ArchiveError(f"the archive has no {what} {quoted(word)}; {hint}")
    return _with_why(loads(row[0]), row[1])


def _with_why(record: AnyRecord, why: str | None) -> AnyRecord:
    if why is None:
        return record
    from dataclasses import replace

    from tiestui.model.records import Why

    rule, *words = json.loads(why)
    return replace(record, why=Why(rule, tuple(words)))
