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


class Writer:
    """The writing side of one connection. What happens outside `transaction` is a transaction of its own."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._index = Index(connection)
        self._merger = Merger(connection, self._index)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all of it or nothing; one inside another is part of it."""
        if self._connection.in_transaction:
            yield
            return
        with explained(self._path):
            self._index.forget()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
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
        if location is not None:
            sql, value = "SELECT id, slug FROM source WHERE location = ?", location
        else:
            sql, value = "SELECT id, slug FROM source WHERE sha256 = ?", document.sha256
        row: tuple[int, str] | None = self._connection.execute(sql, (value,)).fetchone()
        return row

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
