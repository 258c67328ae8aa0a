"""An archive looked after: what it holds, whether it is sound, and made as small as it can be."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from tiestui.archive.counting import value_text
from tiestui.archive.keys import UNDATED, day_of
from tiestui.archive.opening import connect, explanation
from tiestui.archive.tokens import CODES
from tiestui.errors import ArchiveError, TiestuiError
from tiestui.model.jsonform import from_json

_MOST_PROBLEMS = 100
_TEXTS_KEPT = 64
_FILES = ("", "-wal", "-shm")


def info(connection: sqlite3.Connection, path: Path) -> dict[str, Any]:
    """What there is to know about an archive, by name; sizes are in bytes, dates EDTF text."""
    kinds = {number: kind for kind, number in CODES["kind"].items()}
    counted = Counter(connection.execute("SELECT kind, pair FROM record"))
    records: Counter[int] = Counter()
    of_pair: Counter[str] = Counter()
    for (kind, pair), many in counted.items():
        records[kind] += many
        if pair is not None:
            of_pair[value_text(connection, pair)] += many
    first = connection.execute(f"SELECT moment FROM display WHERE key < {UNDATED} ORDER BY key LIMIT 1").fetchone()
    last = connection.execute(f"SELECT moment FROM display WHERE key < {UNDATED} ORDER BY key DESC LIMIT 1").fetchone()
    built = connection.execute("SELECT 1 FROM note WHERE name = 'built'").fetchone()
    return {
        "path": str(path),
        "size": sum(os.stat(f"{path}{suffix}").st_size for suffix in _FILES if os.path.exists(f"{path}{suffix}")),  # noqa: PTH110, PTH116
        "version": connection.execute("PRAGMA user_version").fetchone()[0],
        "built_in": built is not None,
        "sources": _number(connection, "SELECT count(*) FROM source"),
        "reprints": reprints(connection),
        "records": sum(records.values()),
        "kinds": {kinds[number]: many for number, many in sorted(records.items())},
        "undated": _number(connection, f"SELECT count(*) FROM record WHERE key >= {UNDATED}"),
        "speakers": _number(connection, "SELECT count(DISTINCT coalesce(shown, id)) FROM speaker"),
        "decisions": _number(connection, "SELECT count(*) FROM decision"),
        "pairs": sorted(of_pair, key=lambda pair: (-of_pair[pair], pair)),
        "first": first[0] if first else None,
        "last": last[0] if last else None,
    }


def reprints(connection: sqlite3.Connection) -> int:
    """How many of the held documents are reprints of another one."""
    return _number(connection, "SELECT count(*) FROM source WHERE duplicate_of IS NOT NULL")


def _number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def check(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    """What is wrong with an archive, one line each; nothing when it is sound.

    The database's own check, the full-text index against its texts, the tables against one another, and every passage
    of evidence against the text of its source.
    """
    found = 0
    try:
        for problem in _problems(connection, path):
            found += 1
            if found > _MOST_PROBLEMS:
                yield f"more than {_MOST_PROBLEMS} problems; the rest is not listed"
                return
            yield problem
    except sqlite3.Error as error:
        yield explanation(path, error).message


def _problems(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST_PROBLEMS})"):
        if line != "ok":
            yield f"database: {line}"
    yield from _index_problems(path)
    for what, sql in _DISAGREEMENTS.items():
        if many := _number(connection, sql):
            yield f"tables: {many} {what}"
    yield from _record_problems(connection)


def _index_problems(path: Path) -> Iterator[str]:
    """FTS5 checks its index by a statement that only a writing connection may run."""
    try:
        writing = connect(path, "write")
    except ArchiveError:
        return  # on read-only media; all else is checked
    try:
        for table in ("search", "speaker_search"):
            try:
                writing.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                yield f"full-text index {table}: {error}"
    finally:
        writing.close()


_DISAGREEMENTS = {
    "records without a line to show": "SELECT count(*) FROM record LEFT JOIN display USING(key) WHERE id IS NULL",
    "records without content": "SELECT count(*) FROM record LEFT JOIN content USING(key) WHERE json IS NULL",
    "records without a line of a sheet": "SELECT count(*) FROM record WHERE key NOT IN (SELECT key FROM sheet)",
    "lines of a sheet without a record": "SELECT count(*) FROM sheet WHERE key NOT IN (SELECT key FROM record)",
    "lines to show without a record": "SELECT count(*) FROM display WHERE key NOT IN (SELECT key FROM record)",
    "contents without a record": "SELECT count(*) FROM content WHERE key NOT IN (SELECT key FROM record)",
    "passages without a record": "SELECT count(*) FROM span WHERE key NOT IN (SELECT key FROM record)",
    "mentions of sources that are not held": (
        "SELECT count(*) FROM mention WHERE source <> 0 AND source NOT IN (SELECT id FROM source)"
    ),
    "records alone in sources that are not held": (
        "SELECT count(*) FROM record WHERE alone > 0 AND alone NOT IN (SELECT id FROM source)"
    ),
    "sources without a text": "SELECT count(*) FROM source WHERE id NOT IN (SELECT id FROM source_text)",
    "aliases that lead to another alias": (
        "SELECT count(*) FROM alias JOIN alias next ON next.id = alias.target "
        "WHERE alias.target NOT IN (SELECT id FROM display)"
    ),
}


def _record_problems(connection: sqlite3.Connection) -> Iterator[str]:
    @lru_cache(maxsize=_TEXTS_KEPT)
    def text_of(slug: str) -> str | None:
        sql = "SELECT text FROM source CROSS JOIN source_text ON source_text.id = source.id WHERE slug = ?"
        row = connection.execute(sql, (slug,)).fetchone()
        return str(row[0]) if row else None

    sql = "SELECT content.key, display.id, content.json FROM content CROSS JOIN display ON display.key = content.key"
    for key, name, line in connection.execute(sql):
        try:
            record = from_json(json.loads(line))
        except (ValueError, TiestuiError) as error:
            yield f"{name}: its content cannot be read ({error})"
            continue
        if record.id != name:
            yield f"{name}: its content says that it is {record.id}"
        if day_of(key) != (record.date.earliest if record.date else None):
            yield f"{name}: it stands at {day_of(key)} but its date is {record.date}"
        for evidence in record.evidence:
            text = text_of(evidence.source)
            if text is not None and text[evidence.start : evidence.end] != evidence.text:
                place = f"{evidence.source}:{evidence.start}-{evidence.end}"
                yield f"{name}: its evidence does not stand at {place}"


def compact(connection: sqlite3.Connection) -> None:
    """Rewrite the archive without gaps, its full-text index in one piece."""
    for table in ("search", "speaker_search"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
