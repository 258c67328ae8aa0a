"""The columns of every kind of listing, by the names that a stream knows them under."""

from __future__ import annotations

CSV_COLUMNS: tuple[str, ...] = tuple(
    "id type pair parties date date_basis modality title topics source start end text corroboration conflicts review "
    "origin starred note action level modifiers rank speaker.name speaker.role speaker.affiliation speaker.country "
    "speaker.kind mode quote quote_start quote_end cue speaker_start speaker_end via instrument status fields "
    "kind".split()
)
"""The one header of CSV and TSV, for all kinds of record."""

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


def streamed_columns(kind: str) -> tuple[str, ...]:
    """The same columns as a stream calls them.

    In a table the pair is a list like the others ("BLR; CHN"); in a line, what people call it ("BLR-CHN").
    """
    return tuple("pair_codes" if name == "pair" else name for name in _HEADERS[kind])


JOINT = "; "
UNDATED = "undated"
UNKNOWN = "unknown"

Value = str | int | None
Row = tuple[Value, ...]
