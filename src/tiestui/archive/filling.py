"""An archive that holds nothing, while records are put into it by the hundred thousand: what costs least then.

The file is written and not a log first: nothing can be lost. Indexes of values that come in no order are made at the
end, in one go each; what they sort goes to temporary files, so that memory stays flat.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tiestui.archive.schema import INDEXES

_SORTING_KIB = 4096
_HOLDING = ("record", "mention", "source", "alias", "decision")


def holds_nothing(connection: sqlite3.Connection) -> bool:
    """Whether an archive has no record and nothing that one could be merged with, be led to or be decided by."""
    sql = " UNION ALL ".join(f"SELECT 1 FROM (SELECT 1 FROM {table} LIMIT 1)" for table in _HOLDING)
    return connection.execute(sql).fetchone() is None


@contextmanager
def without_log(connection: sqlite3.Connection) -> Iterator[None]:
    """Around a transaction: write straight to the file of an archive that holds nothing."""
    run = connection.execute
    empty = not connection.in_transaction and holds_nothing(connection)
    if empty:
        run("PRAGMA journal_mode=TRUNCATE")  # stays WAL when another process has the archive open
        run("PRAGMA temp_store=FILE")
    try:
        yield
    finally:
        if empty:
            run("PRAGMA temp_store=MEMORY")
            run("PRAGMA journal_mode=WAL")


@contextmanager
def indexed_last(connection: sqlite3.Connection) -> Iterator[None]:
    """Within a transaction: without the indexes that are made in one go at the end."""
    for name in INDEXES:
        connection.execute(f"DROP INDEX {name}")
    yield
    (cache,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size=-{_SORTING_KIB}")  # what is sorted takes as much again as the cache
    for statement in INDEXES.values():
        connection.execute(statement)
    connection.execute(f"PRAGMA cache_size={cache}")
