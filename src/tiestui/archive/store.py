"""The archive: one file that holds sources, records and decisions, read through Views and written by documents.

`open_archive` gives an `Archive`, a context manager. Everything that reads takes a `View`. Every method raises
`ArchiveError` (one line for a person) when the file is damaged, locked or gone; the archive stays as it was.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence

from tiestui.archive import listing
from tiestui.archive.opening import Mode, connect, empty_log, explained, file_number
from tiestui.light import TYPE_CHECKING
from tiestui.query.view import View

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType
    from typing import Any

    from tiestui.archive.deciding import Applied
    from tiestui.archive.decisions import Logged
    from tiestui.archive.describing import Described
    from tiestui.archive.intake import Parcel
    from tiestui.archive.overview import Span, SpeakerRow, Step
    from tiestui.archive.rows import Row
    from tiestui.archive.sources import Source
    from tiestui.archive.writing import Added, Batch, Stamp, Writer
    from tiestui.chronology.decisions import Decision, Kind
    from tiestui.model.documents import Document
    from tiestui.model.records import AnyRecord


def open_archive(file: str | os.PathLike[str], mode: Mode = "read") -> Archive:
    """The archive at `file`; "write" makes it when there is none. Raises `ArchiveError`."""
    return Archive(file, connect(file, mode), mode)


class Archive:
    """An open archive.

    One thread at a time may use it; `reader` gives another thread its own, `interrupt` may be called from any.
    """

    def __init__(self, file: str | os.PathLike[str], connection: sqlite3.Connection, mode: Mode) -> None:
        self._file = file
        self.mode = mode
        self._connection = connection
        self._file_number = file_number(file)
        self._writer_: Writer | None = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        from pathlib import Path

        return Path(self._file)

    def close(self) -> None:
        """Give the file back; calling it again does nothing."""
        if self.mode == "write":
            empty_log(self._connection)
        self._connection.close()

    def reader(self, cache_kib: int | None = None) -> Archive:
        """Another connection to the same archive, for reading in another thread; it keeps so much of the file."""
        return Archive(self._file, connect(self._file, "read", cache_kib), "read")

    def interrupt(self) -> None:
        """Stop the running query, from any thread; it raises `Interrupted`."""
        self._connection.interrupt()

    # What a View lists.

    def count(self, view: View) -> int:
        """How many records the view lists."""
        with explained(self._file):
            return listing.count(self._connection, view)

    def count_undated_left_out(self, view: View) -> int:
        """How many undated records the view's dates leave out; 0 when it asks for no dates."""
        with explained(self._file):
            return listing.count_undated_left_out(self._connection, view)

    def stream(self, view: View, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The columns (see `archive.columns`) of every record of the view, in its order, as the database finds them."""
        with explained(self._file):
            yield from listing.stream(self._connection, view, columns)

    def keys(self, view: View) -> Iterator[array[int]]:
        """The keys of all records of the view in its order, in chunks, a small one first."""
        with explained(self._file):
            yield from listing.keys(self._connection, view)

    def groups(self, view: View, field: str) -> Iterator[tuple[str | None, array[int]]]:
        """The keys of the view by groups of equal speaker or status, with each group's label."""
        from tiestui.archive.groups import groups

        with explained(self._file):
            yield from groups(self._connection, view, field)

    def rows_at(self, keys: Sequence[int]) -> list[Row]:
        """The rows of the keys, in their order; a key that is no more is left out."""
        from tiestui.archive.rows import rows_at

        with explained(self._file):
            return rows_at(self._connection, keys)

    # One record, one source.

    def record(self, word: str) -> AnyRecord:
        """The record of an id, an alias, or a beginning that only one has; raises `ArchiveError` otherwise."""
        from tiestui.archive import lookup

        with explained(self._file):
            return lookup.record(self._connection, word)

    def key_of(self, word: str) -> int | None:
        """The key of the record of an id, alias or unique beginning; None when there is none."""
        from tiestui.archive import lookup

        with explained(self._file):
            return lookup.key_of(self._connection, word)

    def resolve(self, word: str) -> AnyRecord | Source:
        """The record or the source that `word` names; raises `ArchiveError` when there is none."""
        from tiestui.archive import lookup
        from tiestui.archive.sources import source

        with explained(self._file):
            found = source(self._connection, word)
            return found if found is not None else lookup.record(self._connection, word, "record or source")

    def source(self, slug: str) -> Source:
        """The source with that slug; raises `ArchiveError` when it is not held."""
        from tiestui.archive.sources import source
        from tiestui.errors import ArchiveError

        with explained(self._file):
            found = source(self._connection, slug)
        if found is None:
            raise ArchiveError(f"the archive holds no source {slug!r}; `tiestui sources` lists what it holds")
        return found

    def describe(self, slug: str) -> Described:
        """The source with what is known about it and from where; raises `ArchiveError` when it is not held."""
        from tiestui.archive.describing import described

        with explained(self._file):
            return described(self._connection, slug)

    def text(self, slug: str) -> str:
        """The stored text of a source, exactly; raises `ArchiveError` when it is not held."""
        from tiestui.archive.sources import text_of

        with explained(self._file):
            return text_of(self._connection, slug)

    def sources(self, view: View | None = None) -> list[Source]:
        """The held sources; with a view that is narrowed, those that its records stand in."""
        from tiestui.archive.sources import sources, sources_of

        with explained(self._file):
            return list(sources(self._connection)) if view is None else sources_of(self._connection, view)

    def reprints(self) -> int:
        """How many of the held documents are reprints of another one."""
        from tiestui.archive.upkeep import reprints

        with explained(self._file):
            return reprints(self._connection)

    def spans(self, slug: str) -> list[Span]:
        """All passages of a source that records stand on, in order."""
        from tiestui.archive.overview import spans

        with explained(self._file):
            return spans(self._connection, slug)

    # From above.

    def speakers(self, view: View) -> list[SpeakerRow]:
        """The speakers of the view's statements, the busiest first."""
        from tiestui.archive.overview import speakers

        with explained(self._file):
            return speakers(self._connection, view)

    def names_of(self, name: str) -> list[str]:
        """Every name that goes as one speaker with this one, itself among them; none when nobody speaks under it."""
        from tiestui.archive.speakers import names_of

        with explained(self._file):
            return names_of(self._connection, name)

    def ladder(self, view: View) -> list[Step]:
        """The level over time: upgrades of the view that did happen, in order of date."""
        from tiestui.archive.overview import ladder

        with explained(self._file):
            return ladder(self._connection, view)

    def facets(
        self, view: View, field: str, limit: int | None = None, *, most: int | None = None
    ) -> list[tuple[str, int]]:
        """The values of `field` among the view's records and how many have each (the field's own filter left out).

        most: count the first so many records only, which is a sample.
        """
        from tiestui.archive.counting import facets

        with explained(self._file):
            return facets(self._connection, view, field, limit, most)

    def histogram(self, view: View) -> list[tuple[int, int, int]]:
        """(year, records, upgrades) for every year with any."""
        from tiestui.archive.counting import histogram

        with explained(self._file):
            return histogram(self._connection, view)

    def info(self) -> dict[str, Any]:
        """What there is to know about the archive: place, size, numbers of what it holds, by name."""
        from tiestui.archive.upkeep import info

        with explained(self._file):
            return info(self._connection, self.path)

    def check(self) -> Iterator[str]:
        """What is wrong with the archive, one line each; nothing when it is sound."""
        from tiestui.archive.upkeep import check

        return check(self._connection, self.path)

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
