"""An archive of which only some records are there to choose from: those that were named on standard input."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tiestui.tui.provider import Reader, Row

if TYPE_CHECKING:
    from tiestui.archive.overview import Span, Step
    from tiestui.archive.sources import Source
    from tiestui.model import AnyRecord
    from tiestui.query import View


class OnlyThese:
    """A `Reader` that lists only the records with these keys. It counts no facets: they would count the others."""

    def __init__(self, reader: Reader, keys: frozenset[int]) -> None:
        self._reader = reader
        self._keys = keys

    def keys(self, view: View) -> Iterator[array[int]]:
        """The keys of the view among those that are there."""
        for chunk in self._reader.keys(view):
            yield array("q", (key for key in chunk if key in self._keys))

    def keys_around(self, view: View, key: int, most: int) -> array[int]:
        """None: there are few."""
        return array("q")

    def groups(self, view: View, field: str) -> Iterator[tuple[str | None, array[int]]]:
        """The groups of the view, without the records that are not there."""
        for label, chunk in self._reader.groups(view, field):
            if kept := array("q", (key for key in chunk if key in self._keys)):
                yield label, kept

    def rows_at(self, keys: Sequence[int]) -> Sequence[Row]:
        """The rows of the keys."""
        return self._reader.rows_at(keys)

    def key_of(self, word: str) -> int | None:
        """The key of a record."""
        return self._reader.key_of(word)

    def record(self, word: str) -> AnyRecord:
        """A record."""
        return self._reader.record(word)

    def source(self, slug: str) -> Source:
        """A source."""
        return self._reader.source(slug)

    def text(self, slug: str) -> str:
        """A source's text."""
        return self._reader.text(slug)

    def sources(self, view: View | None = None) -> Sequence[Source]:
        """The sources of the view."""
        return self._reader.sources(view)

    def spans(self, slug: str) -> Sequence[Span]:
        """The passages of a source."""
        return self._reader.spans(slug)

    def facets(
        self, view: View, field: str, limit: int | None = None, *, most: int | None = None
    ) -> Sequence[tuple[str, int]]:
        """Only the pairs, by which the pair is named."""
        return self._reader.facets(view, field, limit, most=most) if field == "pair" else ()

    def names_of(self, name: str) -> Sequence[str]:
        """A speaker's names."""
        return self._reader.names_of(name)

    def ladder(self, view: View) -> Sequence[Step]:
        """The steps of the ladder."""
        return self._reader.ladder(view)

    def reader(self, cache_kib: int | None = None) -> OnlyThese:
        """Another connection, narrowed alike."""
        return OnlyThese(self._reader.reader(cache_kib), self._keys)

    def interrupt(self) -> None:
        """Stop what runs."""
        self._reader.interrupt()

    def close(self) -> None:
        """Give it back."""
        self._reader.close()
