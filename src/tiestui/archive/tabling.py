"""A prepared record as rows of the tables, under its key; its names get their numbers here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from tiestui.archive.preparing import Prepared
from tiestui.archive.tokens import open_token
from tiestui.archive.values import Remembered, Values

Row = tuple[object, ...]
Words = Row
"""A key, and the words, who and tokens that the full-text index has of it."""
Rows = tuple[Row, Row, Row, Row, list[Row]]
"""What one record is in record, display, content, sheet and span."""


class RowMaker:
    """Makes rows with the numbers of `values`."""

    def __init__(self, values: Values) -> None:
        self._pair, self._speaker, self._role = values.of("pair"), values.of("speaker"), values.of("role")
        self._via, self._level, self._outlet = values.of("via"), values.of("level"), values.of("outlet")
        self._source, self._country = values.of("source"), values.of("country")
        self._countries, self._sources = values.of("countries"), values.of("sources")
        self._token = Remembered(open_token)

    def rows(self, key: int, record: Prepared, block: int, alone: int | None, outlets: Iterable[str] = ()) -> Rows:
        """The rows of a record. alone: see the table `record`; outlets: of its sources."""
        pair = self._pair[record.pair] if record.pair else None
        speaker = self._speaker[record.speaker] if record.speaker else None
        role = self._role[record.role] if record.role else None
        via = self._via[record.via] if record.via else None
        level = self._level[record.level] if record.level else None
        places = [self._source[one] for one in record.sources]
        numbers = [one for one in (pair, speaker, via, level) if one]
        numbers += places
        numbers += [self._country[code] for code in record.countries]
        numbers += [self._outlet[outlet] for outlet in outlets]
        tokens = f"{record.tokens} {' '.join([self._token[one] for one in numbers])}"
        countries = self._countries[",".join(record.countries)] if record.countries else None
        sources = self._sources["\n".join(record.sources)] if record.sources else None
        return (
            (key, block, alone, *record.coded, pair, speaker, role, via, level, countries, sources),
            (key, record.id, *record.shown),
            (key, record.words, record.who, tokens, record.json, record.why),
            (key, record.sheet),
            [(self._source[source], start, end, key) for source, start, end in record.spans],
        )


def write(connection: sqlite3.Connection, rows: list[Rows], index: Callable[[list[Words]], None]) -> None:
    """Put rows in order of their keys into all tables, and what is searched of them into the index."""
    if not rows:
        return
    run = connection.executemany
    narrow, shown, content, sheet, spans = zip(*rows, strict=True)
    run(_INSERT_RECORD, narrow)
    run("INSERT INTO display VALUES(?,?,?,?,?,?,?,?)", shown)
    run("INSERT INTO content VALUES(?,?,?,?,?,?)", content)
    run("INSERT INTO sheet VALUES(?,?)", sheet)
    index([row[:4] for row in content])
    run("INSERT OR IGNORE INTO span VALUES(?,?,?,?)", [span for some in spans for span in some])


_INSERT_RECORD = (
    "INSERT INTO record(key, block, alone, kind, latest, lasting, topics, modality, review, flags, action, instrument,"
    " status, event, mode, pair, speaker, role, via, level, countries, sources)"
    " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
