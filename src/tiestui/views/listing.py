"""A listing: rows of one kind that a writer turns into a format, wherever the rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from tiestui.views.rows import Row

Kind = Literal["records", "sources", "speakers", "ladder"]
CHUNK = 1000


def _silent(message: str) -> None:
    """Swallow what a writer has to say."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a writer gets.

    kind: which columns there are (see `tiestui.views.rows`).
    rows: gives the rows of the columns asked for, in order, lazily; it may be called once a column set.
    title: what a person calls the listing; heads a page.
    say: takes what does not belong in the data ("3 undated records left out").
    made: when the listing is made, as a UTC time in seconds; only calendars need it.
    """

    kind: Kind
    rows: Callable[[Sequence[str]], Iterator[Row]]
    title: str = ""
    say: Callable[[str], None] = field(default=_silent)
    made: float | None = None

    def chunks(self, columns: Sequence[str], size: int = CHUNK) -> Iterator[list[Row]]:
        """The rows in lists of at most `size`: what makes a long listing fast, and flat in memory."""
        rows = self.rows(columns)
        while chunk := list(islice(rows, size)):
            yield chunk
