"""The full-text index of an archive that is being filled, made by another process while this one writes the tables.

It is made in a database without a name, beside the archive, which no crash can leave behind; what FTS5 keeps of the
index there is copied at the end.
"""

from __future__ import annotations

import sqlite3
from types import TracebackType

from tiestui.archive.helping import Give, Helper, Take
from tiestui.archive.schema import SEARCH
from tiestui.archive.tabling import Words

_TABLES = {"search_data": 2, "search_idx": 3, "search_docsize": 2}
"""What FTS5 keeps of an index, with the number of its columns; its settings are those of the archive already."""
_TOGETHER = 256
_CACHE_KIB = 16_384
_WORDS_BYTES = 64 << 20
"""Of the index that are kept in memory before a part of it is written out: those of some 100,000 records."""


class IndexApart:
    """Takes words, key by key, within a transaction in which nothing was indexed."""

    def __init__(self, connection: sqlite3.Connection, folder: str) -> None:
        """folder: where the other process may keep what memory should not hold. Raises `OSError` if none starts."""
        self._connection = connection
        self._helper = Helper(_index)
        self._helper.give(folder)

    def __enter__(self) -> IndexApart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._helper.__exit__(kind, error, trace)

    def add(self, words: list[Words]) -> None:
        """Take in words. Raises what went wrong in the other process, then or now."""
        self._helper.give(words)

    def end(self) -> None:
        """All words came."""
        self._helper.give(None)

    def copy(self) -> None:
        """Put the index into the archive; waits until it is made."""
        run = self._connection.execute
        run("INSERT INTO search(search) VALUES('delete-all')")  # FTS5 remembers nothing of what it kept so far
        while (some := self._helper.take()) is not None:
            table, rows = some
            marks = ",".join("?" * _TABLES[table])
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES({marks})", rows)


def can_be_copied(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite lets others than FTS5 write what FTS5 keeps."""
    try:
        connection.execute("DELETE FROM search_data WHERE id < 0")
    except sqlite3.Error:
        return False
    return True


def _index(take: Take, give: Give) -> None:
    """Index all words that come, then give the rows of all tables, some at a time."""
    connection = sqlite3.connect("", isolation_level=None)
    run = connection.execute
    folder = take().replace("'", "''")
    run(f"PRAGMA temp_store_directory='{folder}'")  # SQLite read its environment before this process began
    for pragma in ("page_size=16384", f"cache_size=-{_CACHE_KIB}", "journal_mode=OFF", "synchronous=OFF"):
        run(f"PRAGMA {pragma}")
    for statement in SEARCH:
        run(statement)
    run(f"INSERT INTO search(search, rank) VALUES('hashsize', {_WORDS_BYTES})")
    run("BEGIN")
    while (words := take()) is not None:
        connection.executemany("INSERT INTO search(rowid, words, who, tokens) VALUES(?,?,?,?)", words)
    run("INSERT INTO search(search) VALUES('optimize')")  # a search looks into every part that was written out
    run("COMMIT")
    for table in _TABLES:
        rows = run(f"SELECT * FROM {table}")
        while some := rows.fetchmany(_TOGETHER):
            give((table, some))
    give(None)
