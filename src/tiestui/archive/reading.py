"""What is read of an archive: each method asks one module of the archive and explains what goes wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from tiestui.archive import listing
from tiestui.archive.opening import explained
from tiestui.light import TYPE_CHECKING
from tiestui.query.view import View

if TYPE_CHECKING:
    import os
    from array import array
    from pathlib import Path
    from typing import Any

    from tiestui.archive.describing import Described
    from tiestui.archive.overview import Span, SpeakerRow, Step
    from tiestui.archive.rows import Row
    from tiestui.archive.sources import Source
    from tiestui.model.records import AnyRecord


class Reading:
    """The reading half of an `Archive`. Every method raises `ArchiveError`."""

    def __init__(self, file: str | os.PathLike[str], connection: sqlite3.Connection) -> None:
        self._file = file
        self._connection = connection

    @property
    def path(self) -> Path:
        """Where the file lies."""
        from pathlib import Path

        return Path(self._file)

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

    def keys_around(self, view: View, key: int, most: int) -> array[int]:
        """At most so many keys of a view from the oldest on either side of one; none of other orders, or by date."""
        with explained(self._file):
            return listing.keys_around(self._connection, view, key, most)

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
