"""What writes to an archive: documents with their mentions, imported records, removals; each in a transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Literal

from tiestui.archive.indexing import Index
from tiestui.archive.merging import Merger
from tiestui.archive.opening import explained
from tiestui.archive.sources import free_slug, slug_for, store_source
from tiestui.errors import ArchiveError
from tiestui.model.documents import Document
from tiestui.model.records import AnyRecord

_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document. records: how many of the archive's records changed or are new."""

    slug: str
    outcome: Literal["new", "changed", "unchanged"]
    records: int


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file is known again by, unread: size in bytes, time of change in ns, and the rules that read it."""

    size: int
    modified: int
    rules: str


class Writer:
    """The writing side of one connection. What happens outside `transaction` is a transaction of its own."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._index = Index(connection)
        self._merger = Merger(connection, self._index)

    @contextmanager
    def transaction(self, *, own: bool = True) -> Iterator[None]:
        """Keep all of it or nothing; one inside another is part of it. own: what is done is the reader's doing."""
        if self._connection.in_transaction:
            yield
            return
        with explained(self._path):
            self._index.forget()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                if own:
                    self._connection.execute("DELETE FROM note WHERE name = 'built'")
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._index.forget()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def add(self, document: Document, mentions: Iterable[AnyRecord], location: str | None) -> Added:
        """Take in a document, or read it again when its place or its content is held."""
        with self.transaction():
            held = self._held(document, location)
            blocks: set[int] = set()
            if held is None:
                slug = free_slug(self._connection, slug_for(document.name))
                number = self._index.values.number("source", slug)
            else:
                number, slug = held
                blocks = self._forget_source(number)
            store_source(self._connection, number, slug, document)
            self._connection.execute("UPDATE source SET location = ? WHERE id = ?", (location, number))
            blocks |= self._merger.put((_of_source(mention, document.name, slug) for mention in mentions), number)
            changed = self._merger.update(blocks)
            return Added(slug, "new" if held is None else "changed", changed)

    def _held(self, document: Document, location: str | None) -> tuple[int, str] | None:
        """The source that the document is: of its place, or of its content when that lies nowhere else any more."""
        if location is not None:
            sql = "SELECT id, slug FROM source WHERE location = ?"
            row: tuple[int, str] | None = self._connection.execute(sql, (location,)).fetchone()
            if row is not None:
                return row
        sql = "SELECT id, slug, location FROM source WHERE sha256 = ? ORDER BY id"
        for number, slug, place in self._connection.execute(sql, (document.sha256,)).fetchall():
            if place is None or location is None or not Path(place.split("#")[0]).exists():
                return number, slug
        return None

    def unchanged(self, location: str, stamp: Stamp | None) -> str | None:
        """The source that was read of the file at `location`, when it has the same stamp still; else None."""
        if stamp is None:
            return None
        row = self._connection.execute(
            "SELECT slug FROM file CROSS JOIN source ON source.location = file.location OR "
            "(source.location > file.location || '#' AND source.location < file.location || '$') "
            "WHERE file.location = ? AND size = ? AND modified = ? AND rules = ? LIMIT 1",
            (location, stamp.size, stamp.modified, stamp.rules),
        ).fetchone()
        return str(row[0]) if row else None

    def remember(self, location: str, stamp: Stamp) -> None:
        """Know the file again unread while it has this stamp."""
        values = (location, stamp.size, stamp.modified, stamp.rules)
        with self.transaction():
            self._connection.execute("INSERT OR REPLACE INTO file VALUES(?,?,?,?)", values)

    def settle(self, built: str) -> None:
        """Say what a default archive was built from."""
        with self.transaction(own=False):
            self._connection.execute("INSERT OR REPLACE INTO note VALUES('built', ?)", (built,))

    def _forget_source(self, number: int) -> set[int]:
        self._connection.execute("DELETE FROM source_text WHERE id = ?", (number,))
        self._connection.execute("DELETE FROM source WHERE id = ?", (number,))
        return self._merger.take(number)

    def remove(self, slug: str) -> None:
        """Drop a source and what only it says."""
        with self.transaction():
            row = self._connection.execute("SELECT id FROM source WHERE slug = ?", (slug,)).fetchone()
            if row is None:
                raise ArchiveError(f"the archive holds no source {slug!r}; `tiestui sources` lists what it holds")
            self._merger.update(self._forget_source(row[0]))

    def bulk_import(self, records: Iterable[AnyRecord]) -> int:
        """Take in records batch by batch, all in one transaction."""
        total = 0
        stream = iter(records)
        with self.transaction():
            while batch := list(islice(stream, _BATCH)):
                blocks = self._merger.put(batch, 0)
                self._merger.update(blocks)
                total += len(batch)
        return total


def _of_source(mention: AnyRecord, name: str, slug: str) -> AnyRecord:
    """The mention with its evidence in the archive's slug instead of the name that the document came with."""
    evidence = tuple(replace(e, source=slug) if e.source == name else e for e in mention.evidence)
    return replace(mention, evidence=evidence)
