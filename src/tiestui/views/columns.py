"""The columns of every kind of listing, by the names that a stream knows them under."""

from __future__ import annotations

from tiestui.model.vocabulary import CSV_COLUMNS, JOINT

TEXT_COLUMNS: tuple[str, ...] = ("when", "what", "pair", "who", "words", "place", "id")
"""What a piped line of text shows; none of them is ever None."""

SOURCE_COLUMNS: tuple[str, ...] = tuple(
    "id title byline outlet published published_basis language origin sha256 pairs records duplicate_of".split()
)
SPEAKER_COLUMNS: tuple[str, ...] = tuple("name role country kind statements direct first last".split())
LADDER_COLUMNS: tuple[str, ...] = ("date", "action", "level", "modifiers", "rank", "id")

_HEADERS = {
    "records": CSV_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "speakers": SPEAKER_COLUMNS,
    "ladder": LADDER_COLUMNS,
}


def header_of(kind: str) -> tuple[str, ...]:
    """The names over the columns of a table of that kind of listing."""
    return _HEADERS[kind]


__all__ = [
    "CSV_COLUMNS",
    "JOINT",
    "LADDER_COLUMNS",
    "SOURCE_COLUMNS",
    "SPEAKER_COLUMNS",
    "TEXT_COLUMNS",
    "UNDATED",
    "UNKNOWN",
    "Row",
    "Value",
    "header_of",
]

UNDATED = "undated"
UNKNOWN = "unknown"

Value = str | bytes | int | None
"""A field; bytes are whole lines that go to a pipe as they are."""

Row = tuple[Value, ...]
