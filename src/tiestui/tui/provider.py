"""What the browser asks of an archive, as a protocol.

`archive.Archive` answers it, and so does a list in memory in the tests. Widgets see rows only;
workers and the screen see the reader.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from tiestui.archive.rows import Row

if TYPE_CHECKING:
    from tiestui.archive.overview import Span, Step
    from tiestui.archive.sources import Source
    from tiestui.model import AnyRecord
    from tiestui.query import View

__all__ = ["Reader", "Row"]


class Reader(Protocol):
    """A read connection. One a thread; `interrupt` may be called from another. Methods are those of `Archive`."""

    def keys(self, view: View) -> Iterator[array[int]]:
        """The keys of the view's records in its order, in chunks."""

    def keys_around(self, view: View, key: int, most: int) -> array[int]:
        """Keys on either side of one, so many each; none where that would take as long as all of them."""

    def groups(self, view: View, field: str) -> Iterator[tuple[str | None, array[int]]]:
        """The same by groups of equal `field`, with each group's label."""

    def rows_at(self, keys: Sequence[int]) -> Sequence[Row]:
        """The rows of the keys that are there."""

    def key_of(self, word: str) -> int | None:
        """The key of a record by its id."""

    def record(self, word: str) -> AnyRecord:
        """A record by its id."""

    def source(self, slug: str) -> Source:
        """A source by its slug."""

    def text(self, slug: str) -> str:
        """A source's stored text."""

    def sources(self, view: View | None = None) -> Sequence[Source]:
        """The sources of a view."""

    def spans(self, slug: str) -> Sequence[Span]:
        """The passages of a source that records stand on."""

    def facets(
        self, view: View, field: str, limit: int | None = None, *, most: int | None = None
    ) -> Sequence[tuple[str, int]]:
        """A facet's values with their counts; with `most`, of the first so many records."""

    def names_of(self, name: str) -> Sequence[str]:
        """Every name that goes as one speaker with this one."""

    def ladder(self, view: View) -> Sequence[Step]:
        """The steps of the ladder."""

    def reader(self, cache_kib: int | None = None) -> Reader:
        """Another connection, which keeps so much of the file in memory."""

    def interrupt(self) -> None:
        """Stop what runs."""

    def close(self) -> None:
        """Give it back."""
