"""Prepared records put into all tables and taken out again in batches, the full-text index with them.

There are no triggers: who changes a row here changes the index with it. A row's key is its place in order of date; a
record whose date changes is taken out and put in again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tiestui.archive.keys import MOST_A_DAY, SEQUENCE_BITS
from tiestui.archive.preparing import Prepared
from tiestui.archive.tabling import RowMaker, Rows, Words, write
from tiestui.archive.values import Values
from tiestui.errors import ArchiveError

_BATCH = 2_000


@dataclass(slots=True)
class Entry:
    """A record and what the archive needs besides.

    alone: the source whose only mention it is, and nothing more; None when it stands on rows of `mention`. old_key: the
    key that it had, kept when it is of the same day and class still. outlets: of its sources.
    """

    record: Prepared
    block: int
    alone: int | None
    old_key: int | None = None
    outlets: tuple[str, ...] = ()


Filling = tuple[Prepared, int, int | None]
"""A record, its block, and `Entry.alone`."""
AddWords = Callable[[list[Words]], None]


class Index:
    """Puts entries in and takes keys out; remembers the last key of each class within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.values = Values(connection)
        self._maker = RowMaker(self.values)
        self._last: dict[int, int] = {}
        self._add_words: AddWords = self._insert_words

    def forget(self) -> None:
        """Forget what holds within one transaction only."""
        self.values.forget()
        self._maker.forget()
        self._last.clear()

    def insert(self, entries: Sequence[Entry]) -> None:
        """Put the entries into all tables and the index; the keys that they had are free by now."""
        kept: dict[int, int] = {}
        for entry in entries:
            low, high = entry.record.low, entry.record.high
            if entry.old_key is None or not low <= entry.old_key < high:
                entry.old_key = None
            else:
                kept[low] = max(kept.get(low, low), entry.old_key)
        for start in range(0, len(entries), _BATCH):
            rows: list[Rows] = []
            for entry in entries[start : start + _BATCH]:
                key = entry.old_key if entry.old_key is not None else self._new_key(entry.record, kept)
                if key is None:
                    self._write(rows)
                    rows = []
                    key = self._spilled(entry.record.low)
                rows.append(self._maker.rows(key, entry.record, entry.block, entry.alone, entry.outlets))
            self._write(rows)

    def fill(self, batches: Iterable[Sequence[Filling]]) -> None:
        """Put records, sorted by their lowest keys, into tables that hold none; no key is looked for."""
        make = self._maker.rows
        last = key = -1
        over: list[Entry] = []
        for batch in batches:
            rows: list[Rows] = []
            for record, block, alone in batch:
                if record.low != last:
                    if over and record.low >> SEQUENCE_BITS != last >> SEQUENCE_BITS:
                        rows, over = self._write(rows, over), []
                    last, key = record.low, record.low - 1
                key += 1
                if key < record.high:
                    rows.append(make(key, record, block, alone))
                else:  # the class is full: elsewhere on the day, once all of that day came
                    over.append(Entry(record, block, alone))
            self._write(rows)
        self._write([], over)

    @contextmanager
    def words_to(self, add: AddWords) -> Iterator[None]:
        """While it lasts, hand the words of records to `add`; who does that puts them into the full-text index."""
        self._add_words = add
        try:
            yield
        finally:
            self._add_words = self._insert_words

    def _insert_words(self, words: list[Words]) -> None:
        self._connection.executemany("INSERT INTO search(rowid, words, who, tokens) VALUES(?,?,?,?)", words)

    def _write(self, rows: list[Rows], over: Sequence[Entry] = ()) -> list[Rows]:
        """Write the rows, then what found no room among them; gives a list for more rows."""
        rows.sort(key=_key_of)  # FTS5 writes out its buffer whenever a key is lower than the last
        write(self._connection, rows, self._add_words)
        if over:
            self.insert(over)
        return []

    def delete(self, keys: Iterable[int]) -> None:
        """Take the keys out of all tables and the index."""
        run = self._connection.execute
        for key in keys:
            old = run("SELECT words, who, tokens, json FROM content WHERE key = ?", (key,)).fetchone()
            run(
                "INSERT INTO search(search, rowid, words, who, tokens) VALUES('delete', ?, ?, ?, ?)",
                (key, *old[:3]),
            )
            for evidence in json.loads(old[3])["evidence"]:
                source = self.values.number("source", evidence["source"])
                place = (source, evidence["start"], evidence["end"], key)
                run("DELETE FROM span WHERE source = ? AND start = ? AND end = ? AND key = ?", place)
            for table in ("record", "display", "content", "sheet"):
                run(f"DELETE FROM {table} WHERE key = ?", (key,))

    def _new_key(self, record: Prepared, kept: Mapping[int, int]) -> int | None:
        """A free key of the record's class, after all that are there or will be kept; None when the class is full."""
        low, high = record.low, record.high
        last = self._last.get(low)
        if last is None:
            sql = "SELECT max(key) FROM record WHERE key >= ? AND key < ?"
            last = self._connection.execute(sql, (low, high)).fetchone()[0] or low - 1
        last = max(last, kept.get(low, last))
        if last + 1 >= high:
            return None
        self._last[low] = last + 1
        return last + 1

    def _spilled(self, low: int) -> int:
        """A free key elsewhere on the day, when a class is full."""
        start = low >> SEQUENCE_BITS << SEQUENCE_BITS
        sql = (
            "SELECT r.key FROM record r WHERE r.key >= ? AND r.key < ? - 1 AND NOT EXISTS "
            "(SELECT 1 FROM record s WHERE s.key = r.key + 1) LIMIT 1"
        )
        for first, end in ((low, start + MOST_A_DAY), (start, low)):
            row = self._connection.execute(sql, (first, end)).fetchone()
            if row is not None:
                return int(row[0]) + 1
        raise ArchiveError(f"an archive holds {MOST_A_DAY:,} records of one first day at most; split it by pair")


def _key_of(row: Rows) -> Any:
    return row[0][0]
