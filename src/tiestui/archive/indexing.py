"""One record as rows of all tables, and rows put in and taken out in batches, the full-text index with them.

There are no triggers: who changes a row here changes the index with it. A row's key is its place in order of date; a
record whose date changes is taken out and put in again.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tiestui.archive import display
from tiestui.archive.keys import MOST_A_DAY, UNDATED_DAY, first_key, lasting_class
from tiestui.archive.tokens import CODES, closed_token, flag_token, lasting_token, open_token
from tiestui.archive.values import Values
from tiestui.errors import ArchiveError
from tiestui.model.jsonform import dumps, to_json
from tiestui.model.records import Agreement, AnyRecord, Event, Statement, Upgrade

STARRED, NOTED, CORROBORATED, CONFLICTING, UNSAFE = 1, 2, 4, 8, 16
_TOPIC_BIT = {topic: 1 << (number - 1) for topic, number in CODES["topic"].items()}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""The characters of hidden tokens; where a text has one, the index sees a space."""

Row = tuple[object, ...]


@dataclass(slots=True)
class Entry:
    """A record and what the archive needs besides: its block, and the outlets of its sources."""

    record: AnyRecord
    block: int
    outlets: tuple[str, ...] = ()


class Index:
    """Puts entries in and takes keys out; remembers the last sequence of each day within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.values = Values(connection)
        self._last: dict[int, int] = {}

    def forget(self) -> None:
        """Forget what holds within one transaction only."""
        self.values.forget()
        self._last.clear()

    def insert(self, entries: Sequence[Entry]) -> None:
        """Put the entries into all tables and the index."""
        rows = [self._rows(entry) for entry in entries]
        run = self._connection.executemany
        run(_INSERT_RECORD, [row[0] for row in rows])
        run("INSERT INTO display VALUES(?,?,?,?,?,?,?,?)", [row[1] for row in rows])
        run("INSERT INTO content VALUES(?,?,?,?,?,?)", [row[2] for row in rows])
        run("INSERT INTO search(rowid, words, who, tokens) VALUES(?,?,?,?)", [row[2][:4] for row in rows])
        run("INSERT OR IGNORE INTO span VALUES(?,?,?,?)", [span for row in rows for span in row[3]])

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
            for table in ("record", "display", "content"):
                run(f"DELETE FROM {table} WHERE key = ?", (key,))

    def new_key(self, day: int) -> int:
        """A free key on the ordinal day, after all that are there."""
        last = self._last.get(day)
        if last is None:
            end = first_key(day + 1) if day < UNDATED_DAY else 1 << 62
            found = self._connection.execute(
                "SELECT max(key) FROM record WHERE key >= ? AND key < ?", (first_key(day), end)
            ).fetchone()
            last = found[0] if found[0] is not None else first_key(day) - 1
        if day < UNDATED_DAY and last + 1 - first_key(day) >= MOST_A_DAY:
            raise ArchiveError(f"an archive holds {MOST_A_DAY:,} records of one first day at most; split it by pair")
        self._last[day] = last + 1
        return last + 1

    def _rows(self, entry: Entry) -> tuple[Row, Row, Row, list[Row]]:
        record = entry.record
        key = self.new_key(record.date.earliest.toordinal() if record.date else UNDATED_DAY)
        data = dumps(to_json(record))
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
        content = (key, searched_words(record), searched_names(record), tokens, data, why)
        return narrow, (key, record.id, *shown), content, spans

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


_FLAG_NAMES = ((STARRED, "starred"), (NOTED, "noted"), (CORROBORATED, "corroborated"), (CONFLICTING, "conflicting"))
_INSERT_RECORD = (
    "INSERT INTO record(key, block, kind, latest, lasting, pair, countries, sources, topics, modality, review, flags,"
    " speaker, role, via, level, action, instrument, status, event, mode)"
    " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
)


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
