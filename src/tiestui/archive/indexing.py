"""One record as rows of all tables, and rows put in and taken out in batches, the full-text index with them.

There are no triggers: who changes a row here changes the index with it. A row's key is its place in order of date; a
record whose date changes is taken out and put in again.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tiestui.archive import display
from tiestui.archive.keys import MOST_A_DAY, SEQUENCE_BITS, UNDATED, first_key, lasting_class
from tiestui.archive.tokens import CODES, closed_token, flag_token, lasting_token, open_token
from tiestui.archive.values import Values
from tiestui.errors import ArchiveError
from tiestui.model.csvform import csv_line
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade

_BATCH = 10_000
STARRED, NOTED, CORROBORATED, CONFLICTING, UNSAFE = 1, 2, 4, 8, 16
_TOPIC_BIT = {topic: 1 << (number - 1) for topic, number in CODES["topic"].items()}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The characters of hidden tokens; where a text has one, the index sees a space."""

Row = tuple[object, ...]
Rows = tuple[Row, Row, Row, Row, list[Row]]
"""What one record is in record, display, content, sheet and span."""


@dataclass(slots=True)
class Entry:
    """A record and what the archive needs besides.

    alone: the source whose only mention it is, and nothing more; None when it stands on rows of `mention`. old_key: the
    key that it had, kept when it is of the same day and class still.
    """

    record: AnyRecord
    block: int
    alone: int | None
    old_key: int | None = None
    outlets: tuple[str, ...] = ()


class Index:
    """Puts entries in and takes keys out; remembers the last key of each class within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.values = Values(connection)
        self._last: dict[int, int] = {}

    def forget(self) -> None:
        """Forget what holds within one transaction only."""
        self.values.forget()
        self._last.clear()

    def insert(self, entries: Sequence[Entry]) -> None:
        """Put the entries into all tables and the index; the keys that they had are free by now."""
        kept: dict[int, int] = {}
        for entry in entries:
            low, high = class_of(entry.record)
            if entry.old_key is None or not low <= entry.old_key < high:
                entry.old_key = None
            else:
                kept[low] = max(kept.get(low, low), entry.old_key)
        for start in range(0, len(entries), _BATCH):
            rows: list[Rows] = []
            for entry in entries[start : start + _BATCH]:
                key = entry.old_key if entry.old_key is not None else self._new_key(entry.record, kept)
                if key is None:
                    self._write(rows)
                    rows = []
                    key = self._spilled(class_of(entry.record)[0])
                rows.append(self._rows(entry, key))
            self._write(rows)

    def _write(self, rows: list[Rows]) -> None:
        rows.sort(key=_key_of)  # FTS5 writes out its buffer whenever a key is lower than the last
        run = self._connection.executemany
        run(_INSERT_RECORD, [row[0] for row in rows])
        run("INSERT INTO display VALUES(?,?,?,?,?,?,?,?)", [row[1] for row in rows])
        run("INSERT INTO content VALUES(?,?,?,?,?,?)", [row[2] for row in rows])
        run("INSERT INTO sheet VALUES(?,?)", [row[3] for row in rows])
        run("INSERT INTO search(rowid, words, who, tokens) VALUES(?,?,?,?)", [row[2][:4] for row in rows])
        run("INSERT OR IGNORE INTO span VALUES(?,?,?,?)", [span for row in rows for span in row[4]])

    def delete(self, keys: Iterable[int]) -> None:
        """Take the keys out of all tables and the index."""
        run = self._connection.execute
        for key in keys:
            old = run("SELECT words, who, tokens, json FROM content WHERE key = ?", (key,)).fetchone()
            run(
                "INSERT INTO search(search, rowid, words, who, tokens) VALUES('delete', ?, ?, ?, ?)",
                (key, *old[:3]),
            )
            for evidence in json.loads(old[3])["evidence"]:
                source = self.values.number("source", evidence["source"])
                place = (source, evidence["start"], evidence["end"], key)
                run("DELETE FROM span WHERE source = ? AND start = ? AND end = ? AND key = ?", place)
            for table in ("record", "display", "content", "sheet"):
                run(f"DELETE FROM {table} WHERE key = ?", (key,))

    def _new_key(self, record: AnyRecord, kept: Mapping[int, int]) -> int | None:
        """A free key of the record's class, after all that are there or will be kept; None when the class is full."""
        low, high = class_of(record)
        last = self._last.get(low)
        if last is None:
            sql = "SELECT max(key) FROM record WHERE key >= ? AND key < ?"
            last = self._connection.execute(sql, (low, high)).fetchone()[0] or low - 1
        last = max(last, kept.get(low, last))
        if last + 1 >= high:
            return None
        self._last[low] = last + 1
        return last + 1

    def _spilled(self, low: int) -> int:
        """A free key elsewhere on the day, when a class is full."""
        start = low >> SEQUENCE_BITS << SEQUENCE_BITS
        sql = (
            "SELECT r.key FROM record r WHERE r.key >= ? AND r.key < ? - 1 AND NOT EXISTS "
            "(SELECT 1 FROM record s WHERE s.key = r.key + 1) LIMIT 1"
        )
        for first, end in ((low, start + MOST_A_DAY), (start, low)):
            row = self._connection.execute(sql, (first, end)).fetchone()
            if row is not None:
                return int(row[0]) + 1
        raise ArchiveError(f"an archive holds {MOST_A_DAY:,} records of one first day at most; split it by pair")

    def _rows(self, entry: Entry, key: int) -> Rows:
        record = entry.record
        fields = to_json(record)
        why = dumps([record.why.rule, *record.why.words]) if record.why else None
        shown = (
            display.moment(record),
            display.what(record),
            display.pair_text(record),
            display.who(record),
            display.words(record),
            display.place(record),
        )
        plain = display.is_plain(shown[3]) and display.is_plain(shown[4]) and display.is_plain(shown[5])
        narrow, tokens = self._narrow(entry, key, plain)
        spans: list[Row] = [(self.values.number("source", e.source), e.start, e.end, key) for e in record.evidence]
        content = (key, searched_words(record), searched_names(record), tokens, dumps(fields), why)
        return narrow, (key, record.id, *shown), content, (key, csv_line(fields)), spans

    def _narrow(self, entry: Entry, key: int, plain: bool) -> tuple[Row, str]:
        """The narrow row and the hidden tokens that say the same."""
        record, number = entry.record, self.values.number
        tokens: list[str | None] = [closed_token("kind", record.type)]
        pair = number("pair", "-".join(record.pair)) if record.pair else None
        tokens.append(open_token(pair) if pair else None)
        sources = tuple(dict.fromkeys(e.source for e in record.evidence))
        tokens += [open_token(number("source", source)) for source in sources]
        tokens += [open_token(number("outlet", outlet)) for outlet in entry.outlets]
        countries = countries_of(record)
        tokens += [open_token(number("country", code)) for code in countries]
        tokens += [closed_token("topic", topic) for topic in record.topics if topic in _TOPIC_BIT]
        tokens += [closed_token("modality", record.modality), closed_token("review", record.review)]
        flags = _flags(record) | (0 if plain else UNSAFE)
        tokens += [flag_token(name) for bit, name in _FLAG_NAMES if flags & bit]
        latest = lasting = None
        if record.date is None:
            tokens.append(flag_token("undated"))
        else:
            latest, lasting = record.date.latest.toordinal(), lasting_class(record.date.days)
            tokens.append(lasting_token(lasting) if lasting else None)
        own = self._own(record, tokens)
        row = (
            key,
            entry.block,
            CODES["kind"][record.type],
            latest,
            lasting or 0,
            pair,
            number("countries", ",".join(countries)) if countries else None,
            number("sources", "\n".join(sources)) if sources else None,
            sum({_TOPIC_BIT[topic] for topic in record.topics if topic in _TOPIC_BIT}),
            CODES["modality"][record.modality],
            CODES["review"][record.review],
            flags,
            entry.alone,
            *own,
        )
        return row, " ".join(token for token in tokens if token)

    def _own(self, record: AnyRecord, tokens: list[str | None]) -> tuple[int | None, ...]:
        """speaker, role, via, level, action, instrument, status, event, mode: what one kind has and others lack."""
        number = self.values.number
        match record:
            case Statement():
                speaker = self.values.speaker(record.speaker) if record.speaker else None
                role = number("role", record.speaker.role) if record.speaker and record.speaker.role else None
                via = number("via", record.via) if record.via else None
                tokens += [open_token(one) for one in (speaker, via) if one]
                tokens.append(closed_token("mode", record.mode))
                return (speaker, role, via, None, None, None, None, None, CODES["mode"][record.mode])
            case Upgrade():
                level = number("level", " ".join((*record.modifiers, record.level)))
                tokens += [open_token(level), closed_token("action", record.action)]
                return (None, None, None, level, CODES["action"][record.action], None, None, None, None)
            case Agreement():
                tokens += [closed_token("instrument", record.instrument), closed_token("status", record.status)]
                instrument, status = CODES["instrument"][record.instrument], CODES["status"][record.status]
                return (None, None, None, None, None, instrument, status, None, None)
            case Event():
                tokens.append(closed_token("event", record.kind))
                return (None, None, None, None, None, None, None, CODES["event"][record.kind], None)


_KIND_ORDER = {"upgrade": 0, "agreement": 1, "event": 2, "statement": 3}
_PRECISION_DAYS = (1, 92, 366)
_CLASS_BITS = SEQUENCE_BITS - 4
_UNDATED_CLASS_BITS = 40


def class_of(record: AnyRecord) -> tuple[int, int]:
    """The first key and the key after the last of the record's class: its first day, its precision, its kind."""
    kind = _KIND_ORDER[record.type]
    if record.date is None:
        low = UNDATED + (kind << _UNDATED_CLASS_BITS)
        return low, low + (1 << _UNDATED_CLASS_BITS)
    precision = sum(record.date.days > most for most in _PRECISION_DAYS)
    low = first_key(record.date.earliest.toordinal()) + (((precision << 2) | kind) << _CLASS_BITS)
    return low, low + (1 << _CLASS_BITS)


_FLAG_NAMES = ((STARRED, "starred"), (NOTED, "noted"), (CORROBORATED, "corroborated"), (CONFLICTING, "conflicting"))
_INSERT_RECORD = (
    "INSERT INTO record(key, block, kind, latest, lasting, pair, countries, sources, topics, modality, review, flags,"
    " alone, speaker, role, via, level, action, instrument, status, event, mode)"
    " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


def _key_of(row: Rows) -> Any:
    return row[0][0]


def _flags(record: AnyRecord) -> int:
    return (
        (STARRED if record.starred else 0)
        | (NOTED if record.note else 0)
        | (CORROBORATED if record.corroboration > 1 else 0)
        | (CONFLICTING if record.conflicts else 0)
    )


def countries_of(record: AnyRecord) -> tuple[str, ...]:
    """The countries that `country:` finds a record by: the speaker's for a statement, the parties for the others."""
    if isinstance(record, Statement):
        return (record.speaker.country,) if record.speaker and record.speaker.country else ()
    return tuple(dict.fromkeys(record.parties))


def searched_words(record: AnyRecord) -> str:
    """The text that words are looked for in: the evidence, and of title, quote and so on what it does not say."""
    text = "\n".join(e.text for e in record.evidence)
    for more in _wordings(record):
        if more and more not in text:
            text = f"{text}\n{more}"
    return text if text.isascii() else _PRIVATE.sub(" ", text)


def _wordings(record: AnyRecord) -> tuple[str | None, ...]:
    match record:
        case Statement():
            return (record.quote, record.title, record.note)
        case Upgrade():
            return (record.title, record.level, *record.modifiers, record.note)
        case Agreement():
            return (record.title, *record.fields, record.note)
        case Event():
            return (record.title, record.note)


def searched_names(record: AnyRecord) -> str:
    """The speaker's name, which words are looked for in as well (the text may only say "he")."""
    if not isinstance(record, Statement) or record.speaker is None:
        return ""
    return _PRIVATE.sub(" ", record.speaker.name)
