"""What one line of a list says of a record: the text columns that go to a pipe as they are stored."""

from __future__ import annotations

from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade
from tiestui.model.wording import beside

UNDATED_TEXT = "undated"
UNKNOWN_TEXT = "unknown"

_FOLDED = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
_HARMLESS = frozenset("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000")


def moment(record: AnyRecord) -> str:
    """The date as the source knows it, in EDTF, or "undated"."""
    return record.date.edtf if record.date else UNDATED_TEXT


def what(record: AnyRecord) -> str:
    """The type, marked when it is planned or denied."""
    return record.type if record.modality == "actual" else f"{record.type} ({record.modality})"


def pair_text(record: AnyRecord) -> str:
    """The pair as "BLR-CHN", or ""."""
    return "-".join(record.pair) if record.pair else ""


def who(record: AnyRecord) -> str:
    """The speaker of a statement, the parties of anything else."""
    if isinstance(record, Statement):
        return folded(record.speaker.name) if record.speaker else UNKNOWN_TEXT
    return ", ".join(record.parties)


def words(record: AnyRecord) -> str:
    """The record in one line of words."""
    match record:
        case Statement():
            text = record.quote
        case Upgrade():
            text = f"{record.action}: {beside(record.action, record.title)}"
        case Agreement():
            text = f"{record.status} {record.instrument}: {record.title}"
        case Event():
            text = f"{record.kind}: {record.title}"
    return folded(text)


def place(record: AnyRecord) -> str:
    """Where the first evidence stands: "source:start-end", or "" without evidence."""
    if not record.evidence:
        return ""
    first = record.evidence[0]
    return f"{folded(first.source)}:{first.start}-{first.end}"


def folded(text: str) -> str:
    """`text` with line ends and tabs as spaces, so that it stays one field of one line."""
    return text if text.isprintable() else text.translate(_FOLDED)


def is_plain(text: str) -> bool:
    """Whether a terminal can be given the folded `text` as it is: no control, format or bidi character in it."""
    return text.isprintable() or all(c.isprintable() or c in _HARMLESS for c in text)
