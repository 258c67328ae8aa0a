"""The unmerged mentions of an archive: in the table `mention`, or as a record that is nothing but its mention."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tiestui.chronology import Merged
from tiestui.model.jsonform import dumps, loads, to_json
from tiestui.model.records import AnyRecord, Why


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A mention with its id, and the number of its source (0: imported or by hand); told from others as an object."""

    source: int
    record: AnyRecord


@dataclass(slots=True)
class Stored:
    """A record as it is stored: the source whose only mention it is (None: of several), and its JSON line or itself."""

    alone: int | None
    said: str | Merged

    def says(self, merged: Merged) -> bool:
        """Whether a record is what is stored already."""
        if self.said is merged:
            return True
        line = self.said if isinstance(self.said, str) else dumps(to_json(self.said.record))
        return line == dumps(to_json(merged.record))


class HeldMentions:
    """Reads and writes mentions within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_block(self, block: int) -> list[Held]:
        """The mentions of a block."""
        return list(self.rows_of(block))

    def rows_of(self, block: int) -> dict[Held, int | None]:
        """The mentions of a block with the numbers of their rows, None for one whose record is all there is of it."""
        run = self._connection.execute
        rows = run("SELECT number, source, json FROM mention WHERE block = ?", (block,))
        found: dict[Held, int | None] = {Held(source, loads(line)): number for number, source, line in rows}
        alone = run(_ALONE.format("block = ? AND record.alone IS NOT NULL"), (block,))
        return found | {Held(row[0], record_in(*row[1:])): None for row in alone}

    def of_source(self, source: int) -> list[Held]:
        """The mentions of a source."""
        run = self._connection.execute
        rows = run("SELECT source, json FROM mention WHERE source = ?", (source,))
        found = [Held(number, loads(line)) for number, line in rows]
        return found + [
            Held(row[0], record_in(*row[1:])) for row in run(_ALONE.format("alone = ? AND record.alone > 0"), (source,))
        ]

    def blocks_of(self, source: int) -> set[int]:
        """The blocks that the mentions of a source are in."""
        sql = (
            "SELECT block FROM mention WHERE source = ?1 "
            "UNION SELECT block FROM record WHERE alone = ?1 AND record.alone > 0"
        )
        return {row[0] for row in self._connection.execute(sql, (source,))}

    def blocks_with_documents(self, blocks: Iterable[int]) -> set[int]:
        """Of these blocks those that mentions of documents are in."""
        if self._connection.execute("SELECT 1 FROM source LIMIT 1").fetchone() is None:
            return set()
        sql = (
            "SELECT DISTINCT record.block FROM json_each(?) CROSS JOIN record ON record.block = json_each.value "
            "WHERE record.alone IS NULL OR record.alone > 0"
        )
        return {row[0] for row in self._connection.execute(sql, (dumps(sorted(blocks)),))}

    def records_of(self, block: int) -> dict[str, Stored]:
        """The records of a block by their ids."""
        sql = (
            "SELECT display.id, record.alone, content.json FROM record "
            "CROSS JOIN display ON display.key = record.key CROSS JOIN content ON content.key = record.key "
            "WHERE record.block = ?"
        )
        return {row[0]: Stored(*row[1:]) for row in self._connection.execute(sql, (block,))}

    def keys_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The keys of the records with these ids, as far as there are such."""
        sql = "SELECT display.id, display.key FROM json_each(?) CROSS JOIN display ON display.id = json_each.value"
        return dict(self._connection.execute(sql, (dumps(list(ids)),)).fetchall())

    def blocks_of_ids(self, ids: Iterable[str]) -> set[int]:
        """The blocks of the records with these ids."""
        sql = "SELECT block FROM display CROSS JOIN record ON record.key = display.key WHERE display.id = ?"
        return {row[0] for name in ids for row in self._connection.execute(sql, (name,))}

    def strays(self, blocks: Mapping[str, int]) -> list[str]:
        """Of the ids of mentions those that imported records have in another block, as somebody edited them."""
        sql = (
            "SELECT display.id, record.block FROM json_each(?) CROSS JOIN display ON display.id = json_each.value "
            "CROSS JOIN record ON record.key = display.key WHERE record.alone = 0 OR record.alone IS NULL AND EXISTS "
            "(SELECT 1 FROM mention WHERE mention.block = record.block AND mention.id = display.id AND source = 0)"
        )
        held = self._connection.execute(sql, (dumps(list(blocks)),)).fetchall()
        return [name for name, block in held if block != blocks[name]]

    def insert(self, mentions: Sequence[tuple[int, Held]]) -> range:
        """Put mentions, each with its block, into the table `mention`; gives the numbers of their rows."""
        first = self._connection.execute("SELECT coalesce(max(number), 0) + 1 FROM mention").fetchone()[0]
        rows = [
            (number, one.record.id, block, one.source, _line(one.record))
            for number, (block, one) in enumerate(mentions, first)
        ]
        self._connection.executemany("INSERT INTO mention VALUES(?,?,?,?,?)", rows)
        return range(first, first + len(rows))

    def delete(self, numbers: Iterable[int]) -> None:
        """Take rows out of the table `mention`."""
        self._connection.executemany("DELETE FROM mention WHERE number = ?", [(number,) for number in numbers])


def _line(mention: AnyRecord) -> str:
    return dumps(to_json(mention, explain=mention.why is not None))


_ALONE = (
    "SELECT record.alone, content.json, content.why FROM record CROSS JOIN content ON content.key = record.key "
    "WHERE record.{}"
)


def record_in(line: str, why: str | None) -> AnyRecord:
    """The record of a stored JSON line, with what made it."""
    record = loads(line)
    if why is None:
        return record
    rule, *words = json.loads(why)
    return replace(record, why=Why(rule, tuple(words)))
