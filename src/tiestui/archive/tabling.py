"""A prepared record as rows of the tables, under its key; its names get their numbers here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tiestui.archive.preparing import Prepared
from tiestui.archive.tokens import open_token
from tiestui.archive.values import Remembered, Values

Row = tuple[object, ...]
Words = Row
"""A key, and the words, who and tokens that the full-text index has of it."""
Rows = tuple[Row, Row, Row, Row, list[Row]]
"""What one record is in record, display, content, sheet and span."""


class _Named(NamedTuple):
    """The numbers of names that often come together, and the tokens of those by which records are searched."""

    pair: int | None
    role: int | None
    via: int | None
    level: int | None
    countries: int | None
    tokens: tuple[str, ...]


class RowMaker:
    """Makes rows with the numbers of `values`."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._speaker, self._outlet = values.of("speaker"), values.of("outlet")
        self._source, self._sources = values.of("source"), values.of("sources")
        self._named = Remembered(self._find_named)

    def forget(self) -> None:
        """Forget the numbers of names; see `Values.forget`."""
        self._named.clear()

    def rows(self, key: int, record: Prepared, block: int, alone: int | None, outlets: Iterable[str] = ()) -> Rows:
        """The rows of a record. alone: see the table `record`; outlets: of its sources."""
        named = self._named[record.pair, record.role, record.via, record.level, record.countries]
        speaker = self._speaker[record.speaker] if record.speaker else None
        places = [self._source[one] for one in record.sources]
        numbers = [*places, speaker] if speaker else places
        tokens = [record.tokens, *named.tokens, *map(open_token, numbers)]
        tokens += [open_token(self._outlet[outlet]) for outlet in outlets]
        sources = self._sources["\n".join(record.sources)] if places else None
        return (
            (
                key, block, alone, *record.coded, named.pair, speaker, named.role, named.via, named.level,
                named.countries, sources,
            ),
            (key, record.id, *record.shown),
            (key, record.words, record.who, " ".join(tokens), record.json, record.why),
            (key, record.sheet),
            [(self._source[source], start, end, key) for source, start, end in record.spans],
        )  # fmt: skip

    def _find_named(self, names: tuple[str | None, str | None, str | None, str | None, tuple[str, ...]]) -> _Named:
        *single, countries = names
        pair, role, via, level = (
            self._values.number(field, text) if text else None
            for field, text in zip(("pair", "role", "via", "level"), single, strict=True)
        )
        together = self._values.number("countries", ",".join(countries)) if countries else None
        searched = [one for one in (pair, via, level) if one]
        searched += [self._values.number("country", code) for code in countries]
        return _Named(pair, role, via, level, together, tuple(map(open_token, searched)))


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
