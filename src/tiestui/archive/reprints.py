"""Reprints among the held documents, kept up to date as documents come and go: `source.duplicate_of`.

A sample of the hashes of a text's runs of words stands in the table `run`; documents that share enough are compared by
`chronology.duplicates`. Only those that a document touches are looked at again.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable

from tiestui.archive.mentions import HeldMentions
from tiestui.chronology.duplicates import Sketch, find_reprints, sketch

_FEWEST_SHARED = 3
_MOST_ALIKE = 200


def update_reprints(connection: sqlite3.Connection, number: int, text: str) -> set[int]:
    """Take in the text of a new source; gives the blocks of all sources that became reprints or ceased to be."""
    own = sketch(text)
    connection.execute("UPDATE source SET sketch = ? WHERE id = ?", (array("q", sorted(own)).tobytes(), number))
    connection.executemany("INSERT OR IGNORE INTO run VALUES(?, ?)", [(run, number) for run in own])
    return _compare(connection, _alike(connection, number) | {number})


def forget_reprints(connection: sqlite3.Connection, number: int) -> set[int]:
    """Leave a source out that is about to go; gives the blocks of those that it was compared with, if they change."""
    row = connection.execute("SELECT slug, duplicate_of, sketch FROM source WHERE id = ?", (number,)).fetchone()
    if row is None or row[2] is None:
        return set()
    alike = _alike(connection, number)
    connection.executemany("DELETE FROM run WHERE run = ? AND source = ?", [(run, number) for run in _sketch(row[2])])
    return _compare(connection, alike - {number})


def _alike(connection: sqlite3.Connection, number: int) -> set[int]:
    """The sources that share runs with it, and those that share the same original."""
    shared = connection.execute(
        "SELECT other.source FROM run CROSS JOIN run other ON other.run = run.run "
        "WHERE run.run IN (SELECT value FROM json_each(?)) AND run.source = ? AND other.source <> ? "
        "GROUP BY other.source HAVING count(*) >= ? LIMIT ?",
        (_runs_of(connection, number), number, number, _FEWEST_SHARED, _MOST_ALIKE),
    )
    found = {row[0] for row in shared}
    for one in (number, *found):
        sql = (
            "SELECT other.id FROM source JOIN source other "
            "ON coalesce(other.duplicate_of, other.slug) = coalesce(source.duplicate_of, source.slug) "
            "WHERE source.id = ? AND other.id <> source.id"
        )
        found = found | {row[0] for row in connection.execute(sql, (one,))}
    return found


def _runs_of(connection: sqlite3.Connection, number: int) -> str:
    row = connection.execute("SELECT sketch FROM source WHERE id = ?", (number,)).fetchone()
    return str(sorted(_sketch(row[0]))) if row and row[0] else "[]"


def _sketch(data: bytes) -> Sketch:
    runs = array("q")
    runs.frombytes(data)
    return frozenset(runs)


def _compare(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
    """Look at these sources again; gives the blocks of those whose original is another than before."""
    sketches: dict[str, Sketch] = {}
    before: dict[str, tuple[int, str | None]] = {}
    for number in sorted(numbers):
        row = connection.execute("SELECT slug, duplicate_of, sketch FROM source WHERE id = ?", (number,)).fetchone()
        if row is not None and row[2] is not None:
            sketches[row[0]] = _sketch(row[2])
            before[row[0]] = (number, row[1])
    if not sketches:
        return set()
    now = find_reprints(sketches) if len(sketches) > 1 else {}
    blocks: set[int] = set()
    for slug, (number, original) in before.items():
        if now.get(slug) != original:
            connection.execute("UPDATE source SET duplicate_of = ? WHERE id = ?", (now.get(slug), number))
            blocks |= HeldMentions(connection).blocks_of(number)
    return blocks
