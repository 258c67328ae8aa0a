"""The archive: one file that holds sources, records and decisions, read through Views and written by documents.

`open_archive` gives an `Archive`, a context manager. Everything that reads takes a `View`. Every method raises
`ArchiveError` (one line for a person) when the file is damaged, locked or gone; the archive stays as it was.
"""

from __future__ import annotations

import sqlite3

from tiestui.archive.opening import Mode, connect, empty_log, explained, file_number
from tiestui.archive.reading import Reading
from tiestui.light import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from tiestui.archive.deciding import Applied
    from tiestui.archive.decisions import Logged
    from tiestui.archive.intake import Parcel
    from tiestui.archive.writing import Added, Batch, Stamp, Writer
    from tiestui.chronology.decisions import Decision, Kind
    from tiestui.model.documents import Document
    from tiestui.model.records import AnyRecord


def open_archive(file: str | os.PathLike[str], mode: Mode = "read", cache_kib: int | None = None) -> Archive:
    """The archive at `file`, so much of it kept in memory; "write" makes it when there is none.

    Raises `ArchiveError`.
    """
    return Archive(file, connect(file, mode, cache_kib), mode)


class Archive(Reading):
    """An open archive.

    One thread at a time may use it; `reader` gives another thread its own, `interrupt` may be called from any.
    """

    def __init__(self, file: str | os.PathLike[str], connection: sqlite3.Connection, mode: Mode) -> None:
        super().__init__(file, connection)
        self.mode = mode
        self._file_number = file_number(file)
        self._writer_: Writer | None = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back; calling it again does nothing."""
        if self.mode == "write":
            empty_log(self._connection)
        self._connection.close()

    def reader(self, cache_kib: int | None = None) -> Archive:
        """Another connection to the same archive, for reading in another thread; it keeps so much of the file."""
        return Archive(self._file, connect(self._file, "read", cache_kib), "read")

    # Writing.

    def compact(self) -> None:
        """Make the file as small as it can be; needs as much room again while it works."""
        from tiestui.archive.upkeep import compact

        with explained(self._file):
            compact(self._connection)

    @property
    def _writer(self) -> Writer:
        from tiestui.archive.writing import Writer

        if self._writer_ is None:
            self._writer_ = Writer(self._connection, self.path, self._file_number)
        return self._writer_

    def transaction(self, *, own: bool = True) -> AbstractContextManager[None]:
        """All that is written inside is kept together or not at all; waits for another writer.

        own: it is the reader's doing; the default archive is theirs from then on and not built again.
        """
        return self._writer.transaction(own=own)

    def batch(self, *, own: bool = True) -> AbstractContextManager[Batch]:
        """A transaction for many documents: what they say is merged once, at its end, which is much quicker."""
        return self._writer.batch(own=own)

    def settle(self, built: str) -> None:
        """Say what a default archive was built from, so that it can be built again while nobody has changed it."""
        self._writer.settle(built)

    def unchanged(self, location: str, stamp: Stamp | None) -> list[str]:
        """The slugs of what was read of the file at `location`, if it has the same stamp still; else none."""
        with explained(self._file):
            return self._writer.unchanged(location, stamp)

    def remember(self, location: str, stamp: Stamp) -> None:
        """Know the file again unread while it has this stamp."""
        self._writer.remember(location, stamp)

    def add(self, document: Document, mentions: Iterable[AnyRecord], *, location: str | None = None) -> Added:
        """Take in a document and what was extracted from it; a document that is held is read again.

        location: where the file lies (absolute), by which it is known when it comes again; None: by its content.
        """
        return self._writer.add(document, mentions, location)

    def remove(self, slug: str) -> None:
        """Drop a source, and of each record what stood in it alone; raises `ArchiveError` when it is not held."""
        self._writer.remove(slug)

    def bulk_import(self, records: Iterable[AnyRecord]) -> int:
        """Take in records as they are, with the sources that they name; gives how many came."""
        from tiestui.archive.intake import parcels_of

        return self._writer.import_parcels(parcels_of(records))

    def import_parcels(self, parcels: Iterable[Parcel]) -> int:
        """The same for records that other processes prepared (see `archive.intake`)."""
        return self._writer.import_parcels(parcels)

    # Decisions of the reader.

    def decide(
        self,
        kind: Kind,
        words: Sequence[str],
        fields: Mapping[str, str | None] | None = None,
        *,
        who: str | None = None,
        when: str | None = None,
    ) -> str:
        """Decide about the records (or speakers) that the words name; tells in one line what was done.

        kind: accept, reject, edit, merge, split, star, unstar, note, same-speaker, other-speaker. fields: what goes
        with it, as typed. Raises `TiestuiError` when it cannot be; nothing is changed then.
        """
        with self._writer.transaction():
            return self._writer.desk.decide(kind, words, fields or {}, who, when)

    def undo(self, word: str | None = None, *, who: str | None = None, when: str | None = None) -> str:
        """Take back the decision with this id, or the last one; tells which it was."""
        with self._writer.transaction():
            return self._writer.desk.undo(word, who, when)

    def correct(
        self, slug: str, fields: Mapping[str, str | None], *, who: str | None = None, when: str | None = None
    ) -> str:
        """Correct a held document's metadata, as typed; what it says is read again. Tells in one line what was done."""
        with self._writer.transaction():
            return self._writer.desk.correct(slug, fields, who, when)

    def make(self, record: AnyRecord, *, who: str | None = None, when: str | None = None) -> str:
        """Take in a record by hand; gives its id."""
        with self._writer.transaction():
            return self._writer.desk.make(record, who, when)

    def apply_decisions(self, decisions: Iterable[Decision]) -> Applied:
        """Take in decisions that were made elsewhere."""
        with self._writer.transaction():
            return self._writer.desk.apply(decisions)

    def decisions(self) -> list[Logged]:
        """Every decision in order of time, and whether it is in force."""
        from tiestui.archive.decisions import DecisionLog

        with explained(self._file):
            return DecisionLog(self._connection).log()
