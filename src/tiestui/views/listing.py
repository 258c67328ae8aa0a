"""A listing: rows of one kind that a writer turns into a format, wherever the rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from tiestui.light import Literal, NamedTuple
from tiestui.views.columns import Row

Kind = Literal["records", "sources", "speakers", "ladder"]
CHUNK = 200
"""Lines that are joined at once: few enough to stay in the processor's cache."""

Piece = str | bytes
"""A part of what a writer writes; bytes are UTF-8."""


def _silent(message: str) -> None:
    """Swallow what a writer has to say."""


class Listing(NamedTuple):
    """What a writer gets.

    kind: which columns there are (see `tiestui.views.rows`).
    rows: gives the rows of the columns asked for, in order, lazily; it may be called once a column set.
    name: gives what a person calls the listing; heads a page.
    say: takes what does not belong in the data ("3 undated records left out").
    with_codes: whether a table also has columns of event codes (see `tiestui.views.codes`).
    made: when the listing is made, as a UTC time in seconds; only calendars need it.
    """

    kind: Kind
    rows: Callable[[Sequence[str]], Iterator[Row]]
    name: Callable[[], str] = str
    say: Callable[[str], None] = _silent
    made: float | None = None
    with_codes: bool = False

    @property
    def title(self) -> str:
        """What a person calls the listing, "" when it has no name."""
        return self.name()

    def lines(self, column: str) -> Iterator[bytes]:
        """Whole lines of a column of bytes, many at a time: what makes a long listing fast, and flat in memory."""
        rows = self.rows((column,))
        while chunk := [line for (line,) in islice(rows, CHUNK)]:
            yield b"\n".join(chunk) + b"\n"  # type: ignore[arg-type]
