"""What writes to an archive: documents with their mentions, imported records, removals; each in a transaction."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tiestui.archive.correcting import corrected, corrections_of
from tiestui.archive.deciding import DecisionDesk
from tiestui.archive.decisions import DecisionLog
from tiestui.archive.filling import without_log
from tiestui.archive.importing import Importer
from tiestui.archive.indexing import Index
from tiestui.archive.intake import WORTH_A_PROCESS, Parcel, without_collecting
from tiestui.archive.mentions import HeldMentions
from tiestui.archive.merging import Merger, Named
from tiestui.archive.opening import empty_log, explained, file_number
from tiestui.archive.preparing import numbered
from tiestui.archive.repeating import Repeated
from tiestui.archive.reprints import forget_reprints, update_reprints
from tiestui.archive.sorting import Sorter
from tiestui.archive.sources import free_slug, slug_for, store_source
from tiestui.archive.speakers import settle_speakers
from tiestui.chronology.identity import identified
from tiestui.chronology.succession import successors
from tiestui.errors import ArchiveError
from tiestui.model.documents import Document
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import AnyRecord, Evidence, placed
from tiestui.processes import cores

Told = tuple[str | None, ...]
_TOLD = "title, byline, outlet, published, published_basis, language, note, pair"
_OUTLET = _TOLD.split(", ").index("outlet")


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


@dataclass(slots=True)
class Batch:
    """Documents that are merged together: the blocks they touch and the ids that lead to others.

    changed: by slug, how many records are new or other than before; told once they are merged.
    """

    blocks: set[int] = field(default_factory=set)
    anew: set[int] = field(default_factory=set)
    successors: dict[str, str] = field(default_factory=dict)
    changed: Counter[str] = field(default_factory=Counter)

    def take(self, blocks: set[int], successors: Mapping[str, str], *, anew: bool) -> None:
        """Remember what a document touches."""
        self.blocks |= blocks
        self.successors.update(successors)
        if anew:
            self.anew |= blocks


class Writer:
    """The writing side of one connection. What happens outside `transaction` is a transaction of its own."""

    def __init__(self, connection: sqlite3.Connection, path: Path, number: tuple[int, int] | None) -> None:
        """number: what the file was told from others by when it was opened."""
        self._connection = connection
        self._path = path
        self._number = number
        self._index = Index(connection)
        self._log = DecisionLog(connection)
        self._merger = Merger(connection, self._index, self._log)
        self._batch: Batch | None = None

    @contextmanager
    def batch(self, *, own: bool = True) -> Iterator[Batch]:
        """A transaction in which added documents are merged all at once, at its end; `Batch.changed` is told then."""
        try:
            with self.transaction(own=own):
                self._merger.keeper.resume()
                self._batch = batch = Batch()
                yield batch
                self._merger.changed.clear()
                self._merger.update(batch.blocks, batch.successors, batch.anew)
                batch.changed = self._merger.changed.copy()
        finally:
            self._batch = None
            self._merger.keeper.pause()

    @contextmanager
    def transaction(self, *, own: bool = True) -> Iterator[None]:
        """Keep all of it or nothing; one inside another is part of it. own: what is done is the reader's doing."""
        if self._connection.in_transaction:
            yield
            return
        with explained(self._path):
            self._index.forget()
            self._log.forget()
            self._assert_same_file()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                if own:
                    self._connection.execute("DELETE FROM note WHERE name = 'built'")
                yield
                settle_speakers(self._connection, *self._log.speakers())
                self._assert_same_file()
                self._connection.execute("COMMIT")
            except BaseException:
                self._index.forget()
                self._merger.forget()
                self._log.forget()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _assert_same_file(self) -> None:
        """Raises `ArchiveError` when the file is no more where it was opened: what is written would be lost with it."""
        if file_number(self._path) != self._number:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            empty_log(self._connection)
            raise ArchiveError(
                f"{self._path} was moved, deleted or replaced while it was open; nothing more is written to it: "
                "look what lies there, and run this again"
            )

    def add(self, document: Document, mentions: Iterable[AnyRecord], location: str | None) -> Added:
        """Take in a document, or read it again when its place or its content is held."""
        with self.transaction():
            held = self._held(document, location)
            blocks: set[int] = set()
            old: list[AnyRecord] = []
            told: Told | None = None
            if held is None:
                slug = free_slug(self._connection, slug_for(document.name))
                number = self._index.values.number("source", slug)
            else:
                number, slug, sha256 = held
                told = self._told(number)
                location = location or self._location(number)
                old = [one.record for one in HeldMentions(self._connection).of_source(number)]
                blocks = self._forget_source(number)
            corrections = corrections_of(self._log.book.decisions, slug, document.sha256)
            if corrections:
                from tiestui.extraction import extract

                document, kept = corrected(document, corrections)
                mentions = extract(document)
            store_source(self._connection, number, slug, document, location)
            if corrections:
                self._connection.execute("UPDATE source SET overrides = ? WHERE id = ?", (dumps(kept), number))
            new = [_of_source(mention, document.name, slug) for mention in mentions]
            blocks |= self._merger.put_named(new, number) | self._merger.take_strays(new)
            blocks |= update_reprints(self._connection, number, document.text)
            # Records carry their sources' outlets in the index.
            anew = told is not None and told[_OUTLET] != document.metadata.outlet
            led = successors(old, [one for one, _ in new]) if old else {}
            if self._batch is not None:
                self._batch.take(blocks, led, anew=anew)
                changed = int(held is None or _differ(old, [one for one, _ in new]))
            else:
                changed = self._merger.update(blocks, led, blocks if anew else ())
            if held is None:
                return Added(slug, "new", changed)
            same = not changed and sha256 == document.sha256 and told == self._told(number)
            return Added(slug, "unchanged" if same else "changed", changed)

    def _told(self, number: int) -> Told:
        """What is known about a held document, whatever place it lies at."""
        told: Told = self._connection.execute(f"SELECT {_TOLD} FROM source WHERE id = ?", (number,)).fetchone()
        return told

    def _location(self, number: int) -> str | None:
        """Where the document lay when it was read: standard input gives the same text no other place."""
        row = self._connection.execute("SELECT location FROM source WHERE id = ?", (number,)).fetchone()
        return str(row[0]) if row and row[0] else None

    def _held(self, document: Document, location: str | None) -> tuple[int, str, str] | None:
        """The source that the document is: of its place, or of its content when that lies nowhere else any more."""
        if location is not None:
            sql = "SELECT id, slug, sha256 FROM source WHERE location = ?"
            row: tuple[int, str, str] | None = self._connection.execute(sql, (location,)).fetchone()
            if row is not None:
                return row
        sql = "SELECT id, slug, location FROM source WHERE sha256 = ? ORDER BY id"
        for number, slug, place in self._connection.execute(sql, (document.sha256,)).fetchall():
            if place is None or location is None or not _is_there(place):
                return number, slug, document.sha256
        return None

    def unchanged(self, location: str, stamp: Stamp | None) -> list[str]:
        """The sources that were read of the file at `location`, when it has the same stamp still; else none."""
        if stamp is None:
            return []
        rows = self._connection.execute(
            "SELECT slug FROM file CROSS JOIN source ON source.location = file.location OR "
            "(source.location > file.location || '#' AND source.location < file.location || '$') "
            "WHERE file.location = ? AND size = ? AND modified = ? AND rules = ? ORDER BY source.location",
            (location, stamp.size, stamp.modified, stamp.rules),
        )
        return [str(slug) for (slug,) in rows]

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
        blocks = self._merger.take(number) | forget_reprints(self._connection, number)
        self._connection.execute("DELETE FROM source_text WHERE id = ?", (number,))
        self._connection.execute("DELETE FROM source WHERE id = ?", (number,))
        return blocks

    def remove(self, slug: str) -> None:
        """Drop a source and what only it says."""
        with self.transaction():
            sql = "SELECT id, location FROM source WHERE slug = ?"
            row = self._connection.execute(sql, (slug,)).fetchone()
            if row is None:
                raise ArchiveError(f"the archive holds no source {slug!r}; `tiestui sources` lists what it holds")
            number, location = row
            self._merger.update(self._forget_source(number))
            if location is not None:
                self._connection.execute("DELETE FROM file WHERE location = ?", (location.split("#")[0],))

    def import_parcels(self, parcels: Iterable[Parcel]) -> int:
        """Take in records, all in one transaction, once all of them came; gives how many."""
        repeated, total = Repeated(), 0
        with explained(self._path), without_collecting(), Sorter(self._path.parent) as sorter:
            for parcel in parcels:
                repeated.add(parcel.names, parcel.first)
                sorter.add(parcel.run)
                total += len(parcel.names)
            is_helped = total >= WORTH_A_PROCESS and cores() > 1 and not self._connection.in_transaction
            folder = str(self._path.parent) if is_helped else None
            with without_log(self._connection), self.transaction():
                importer = Importer(self._connection, self._index, self._merger, self._log)
                importer.take(map(repeated.last_of, sorter.batches()), folder)
        return total

    @property
    def desk(self) -> DecisionDesk:
        """What makes decisions; to be used within a transaction."""
        return DecisionDesk(self._connection, self._merger, self._log)


def _is_there(location: str) -> bool:
    """Whether the file is still where it lay; bytes of its name that are no UTF-8 are kept as escapes."""
    path = re.sub(r"\\udc([89a-f][0-9a-f])", lambda found: chr(0xDC00 + int(found[1], 16)), location.split("#")[0])
    return Path(path).exists()


def _differ(old: list[AnyRecord], new: list[AnyRecord]) -> bool:
    """Whether a document says other than before, whatever the ids."""
    return sorted(map(_without_id, old)) != sorted(map(_without_id, new))


def _without_id(record: AnyRecord) -> str:
    return dumps(to_json(record) | {"id": ""})


def _of_source(mention: AnyRecord, name: str, slug: str) -> Named:
    """The mention with its evidence in the archive's slug instead of the name that the document came with."""
    code, block = identified(mention)
    evidence = [Evidence(slug, e.start, e.end, e.text) if e.source == name else e for e in mention.evidence]
    return placed(mention, code, tuple(evidence)), numbered(block)
