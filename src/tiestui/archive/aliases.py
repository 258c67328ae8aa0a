"""Superseded ids: what was printed once leads to the record that it is now, for ever."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping


def redirect(
    connection: sqlite3.Connection,
    gone: Collection[str],
    home: Mapping[str, str],
    successors: Mapping[str, str],
    led: Mapping[str, str] | None = None,
) -> None:
    """Let ids that are no record's own any more lead to where they went.

    gone: ids that were records. home: for every mention's id the record that it is in now. successors: for ids of
    mentions that are no more those that took their place. led: the part of `home` that is new; None: all of it. An id
    that leads nowhere stays, in case its source returns.
    """
    run = connection.execute
    for old in sorted(gone):
        if old in home and home[old] == old:
            continue
        members = [row[0] for row in run("SELECT id FROM alias WHERE target = ? ORDER BY id", (old,))]
        homes = (home.get(old), home.get(successors.get(old, "")), *(home.get(member) for member in members))
        target = next((one for one in homes if one is not None), None)
        if target is not None:
            _lead(connection, [(old, target)])
    ways_on = [(old, home[new]) for old, new in successors.items() if new in home]
    _lead(connection, [(old, target) for old, target in ways_on if old not in gone and old not in home])
    led = home if led is None else led
    if run("SELECT 1 FROM alias LIMIT 1").fetchone() is not None:
        connection.executemany(
            "DELETE FROM alias WHERE id = ?", [(name,) for name, target in led.items() if target == name]
        )
    ways = [(name, target) for name, target in led.items() if name != target]
    _lead(connection, ways)
    # What led to one of them leads on with it, but for ids that have a home of their own.
    moved = {name for name, _ in ways}.union(gone)
    own = [(name, target) for name, target in home.items() if name != target and target in moved]
    connection.executemany(_LEADS, own)


_LEADS = "INSERT OR REPLACE INTO alias(id, target) VALUES(?, ?)"


def _lead(connection: sqlite3.Connection, ways: Collection[tuple[str, str]]) -> None:
    """Let each id lead to its target, and with it those that led to the id, even if it was gone for a while."""
    connection.executemany("UPDATE alias SET target = ?2 WHERE target = ?1", ways)
    connection.executemany(_LEADS, ways)
