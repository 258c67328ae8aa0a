"""Superseded ids: what was printed once leads to the record that it is now, for ever."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping


def redirect(
    connection: sqlite3.Connection, gone: Iterable[str], home: Mapping[str, str], successors: Mapping[str, str]
) -> None:
    """Let ids that are no record's own any more lead to where they went.

    gone: ids that were records. home: for every mention's id the record that it is in now. successors: for ids of
    mentions that are no more those that took their place. An id that leads nowhere stays, in case its source returns.
    """
    run = connection.execute
    for old in sorted(gone):
        if old in home and home[old] == old:
            continue
        members = [row[0] for row in run("SELECT id FROM alias WHERE target = ? ORDER BY id", (old,))]
        ways = (home.get(old), home.get(successors.get(old, "")), *(home.get(member) for member in members))
        target = next((way for way in ways if way is not None), None)
        if target is not None:
            _lead(connection, [(old, target)])
    ways_on = [(old, home[new]) for old, new in successors.items() if new in home]
    _lead(connection, [(old, target) for old, target in ways_on if old not in gone and old not in home])
    if run("SELECT 1 FROM alias LIMIT 1").fetchone() is not None:
        connection.executemany("DELETE FROM alias WHERE id = ?", [(name,) for name in home if home[name] == name])
    _lead(connection, [(name, target) for name, target in home.items() if name != target])


def _lead(connection: sqlite3.Connection, ways: Collection[tuple[str, str]]) -> None:
    """Let each id lead to its target, and with it those that led to the id, even if it was gone for a while."""
    connection.executemany("UPDATE alias SET target = ?2 WHERE target = ?1", ways)
    connection.executemany("INSERT OR REPLACE INTO alias(id, target) VALUES(?, ?)", ways)
