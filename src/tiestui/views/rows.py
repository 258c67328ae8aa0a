"""Records as rows of plain values, by column name: what the writers ask an archive's stream for.

`row_of` is the plain definition of every column, used for records that come from no archive; the archive's own SQL
gives the same values faster. Lists are joined with "; ", nested fields are dotted, a field that a kind does not have
is None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tiestui.model.csvform import csv_line
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade
from tiestui.model.safe import line
from tiestui.model.wording import beside
from tiestui.views.columns import JOINT, TEXT_COLUMNS, UNDATED, UNKNOWN, Row, Value


def words_of(record: AnyRecord) -> str:
    """What a line says about the record: the quotation, or the title under what was done."""
    match record:
        case Statement():
            return record.quote
        case Upgrade():
            return f"{record.action}: {beside(record.action, record.title)}"
        case Agreement():
            return f"{record.status} {record.instrument}: {record.title}"
        case Event():
            return f"{record.kind}: {record.title}"


def who_of(record: AnyRecord) -> str:
    """The speaker's name ("unknown" if there is none), or the parties."""
    if isinstance(record, Statement):
        return record.speaker.name if record.speaker else UNKNOWN
    return ", ".join(record.parties)


def what_of(record: AnyRecord) -> str:
    """The kind, with "(planned)" or "(denied)" for what did not happen."""
    return record.type if record.modality == "actual" else f"{record.type} ({record.modality})"


def place_of(record: AnyRecord) -> str:
    """Where the first evidence stands, "source:start-end", or ""."""
    if not record.evidence:
        return ""
    first = record.evidence[0]
    return f"{first.source}:{first.start}-{first.end}"


_DERIVED: dict[str, Callable[[AnyRecord], Value]] = {
    "when": lambda r: r.date.edtf if r.date else UNDATED,
    "what": what_of,
    "who": who_of,
    "words": words_of,
    "place": place_of,
    "pair": lambda r: "-".join(r.pair) if r.pair else "",
    "source": lambda r: r.evidence[0].source if r.evidence else None,
    "start": lambda r: r.evidence[0].start if r.evidence else None,
    "end": lambda r: r.evidence[0].end if r.evidence else None,
    "text": lambda r: r.evidence[0].text if r.evidence else None,
    "conflicts": lambda r: JOINT.join(f"{c.field}={c.value} ({c.source})" for c in r.conflicts),
    "json": lambda r: dumps(to_json(r)),
    "json_bytes": lambda r: dumps(to_json(r)).encode(),
    "csv_bytes": lambda r: csv_line(to_json(r)).encode(),
    "id": lambda r: r.id,
    "line": lambda r: "\t".join(line(str(_DERIVED[name](r))) for name in TEXT_COLUMNS).encode(),
}


def row_of(record: AnyRecord, columns: Sequence[str]) -> Row:
    """The record's values of the columns."""
    return tuple(_DERIVED[name](record) if name in _DERIVED else _field(record, name) for name in columns)


def _field(record: AnyRecord, name: str) -> Value:
    value: object = record
    for part in name.split("."):
        value = getattr(value, part, None)
    if isinstance(value, tuple):
        return JOINT.join(map(str, value))
    if name == "date":
        return str(value) if value is not None else None
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, str | int) else None
